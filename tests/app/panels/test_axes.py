"""No plot's numbers run into each other, whatever the size of the text and of the plot."""

from itertools import pairwise

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QPixmap

from app.panels.axes import ReadableAxis, step


def areas(width: float, *places: float) -> list[QRectF]:
    return [QRectF(place - width / 2, 0, width, 12) for place in places]


def test_numbers_with_room_between_them_all_stay():
    assert step(areas(20, 0, 30, 60, 90)) == 1


def test_of_crowded_numbers_every_nth_stays():
    assert step(areas(20, 0, 15, 30, 45, 60)) == 2
    assert step(areas(20, 0, 5, 10, 15, 20, 25)) == 5


def test_numbers_one_above_the_other_may_touch():
    assert step([QRectF(0, top, 30, 12) for top in (0, 12, 24)]) == 1
    assert step([QRectF(0, top, 30, 12) for top in (0, 8, 16)]) == 2


@pytest.mark.parametrize("points", [6, 12, 24])
@pytest.mark.parametrize("side", ["bottom", "left"])
def test_what_is_drawn_is_clear_of_its_neighbours(qtbot, points, side):
    axis = ReadableAxis(side)
    plot = pg.PlotWidget(axisItems={side: axis})
    qtbot.addWidget(plot)
    font = QFont()
    font.setPointSize(points)
    axis.setStyle(tickFont=font, maxTickLevel=0)
    pixmap = QPixmap(8, 8)
    counted = set()
    for size in (150, 260, 700):
        plot.resize(size, size)
        plot.show()
        plot.setRange(xRange=(0, 12345), yRange=(0, 12345), padding=0)
        painter = QPainter(pixmap)
        _, _, texts = axis.generateDrawSpecs(painter)
        painter.end()
        assert not any(one[0].intersects(other[0]) for one, other in pairwise(texts))
        counted.add(len(texts))
    assert max(counted) >= 2
