import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.boards import cell_image
from app.boards.maze import painting
from app.window.palettes import LIGHT
from solver.puzzles.maze.generator import generate_mazes


@pytest.mark.parametrize("side", [303, 410, 1000])
def test_an_image_of_the_cells_looks_as_their_rectangles_do(qapp, monkeypatch, side):
    [maze] = generate_mazes(1, 2, "perfect", 41, 61)

    def painted():
        image = QImage(side, side, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painting.paint_maze(painter, QRectF(0, 0, side, side), maze, None, LIGHT)
        painter.end()
        return np.array(image.constBits()).copy()

    quick = painted()
    monkeypatch.setattr(painting, "can_paint_cells", lambda *_: False)
    assert cell_image.FEWEST <= 41 * 61
    np.testing.assert_array_equal(quick, painted())
