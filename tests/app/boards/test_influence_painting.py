from itertools import product

import pytest
from PySide6.QtCore import QPointF, QRectF

from app.boards.geometry import Geometry
from app.boards.influence_painting import LANE, _along_lines

CELLS = list(product(range(9), repeat=2))
GEOMETRY = Geometry(9, 9, 10.0, 20.0, 40.0)
DIGIT = QRectF(-6, -8, 12, 16)
"""What a digit covers of its cell, around the middle."""


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("target", [(0, 0), (0, 8), (8, 0), (8, 8), (4, 4), (0, 4), (5, 8)])
def test_no_arrow_crosses_a_digit_or_leaves_the_board(target, number):
    room = GEOMETRY.board.adjusted(-40 * LANE, -40 * LANE, 40 * LANE, 40 * LANE)
    for cell in CELLS:
        path = _along_lines(GEOMETRY.cell(*cell), GEOMETRY.cell(*target), number, GEOMETRY)
        if cell == target:
            assert path is None
            continue
        points = [path.pointAtPercent(share / 200) for share in range(201)]
        assert all(room.contains(point) for point in points)
        for each in CELLS:
            digit = DIGIT.translated(GEOMETRY.cell(*each).center())
            assert not any(digit.contains(point) for point in points), (cell, each)
        assert GEOMETRY.cell(*cell).contains(points[0])
        assert GEOMETRY.cell(*target).adjusted(-2, -2, 2, 2).contains(path.currentPosition())
        assert QPointF(points[0]) != path.currentPosition()
