from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from app.boards.geometry import Geometry

sides = st.floats(1, 3000)
counts = st.integers(1, 60)


@given(sides, sides, counts, counts, st.sampled_from([1.0, 1.25, 1.5, 2.0, 3.0]))
def test_cells_are_square_inside_and_found_again(width, height, rows, columns, ratio):
    rect = QRectF(7, 11, width, height)
    geometry = Geometry.fit(rect, rows, columns, pixel_ratio=ratio)
    assert rect.adjusted(-1, -1, 1, 1).contains(geometry.board)
    for cell in ((0, 0), (rows - 1, columns - 1), (rows // 2, columns // 2)):
        assert geometry.cell_at(geometry.cell(*cell).center()) == cell


def test_outside_is_no_cell():
    geometry = Geometry.fit(QRectF(0, 0, 90, 90), 9, 9)
    assert geometry.cell_at(QPointF(-1, 5)) is None
    assert geometry.cell_at(QPointF(5, 90)) is None


def test_lines_lie_on_whole_device_pixels():
    geometry = Geometry.fit(QRectF(0, 0, 613.4, 587.9), 9, 9, pixel_ratio=1.5)
    for value in (geometry.left, geometry.top, geometry.side):
        assert abs(value * 1.5 - round(value * 1.5)) < 1e-9
