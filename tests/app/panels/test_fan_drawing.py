import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from app.panels.fan_drawing import Drawn, lay_out, paint_fan, paint_key
from app.window.theme import CONTRAST, DARK, LIGHT
from app.words.fan import fan_words, line_words
from tests.traces import sudoku_trace

AREA = QRectF(0, 0, 600, 220)


def drawn(trace, ending):
    return Drawn([each.latent_change for each in trace], ending)


LINES = [
    drawn(sudoku_trace(), "verified"),
    drawn(sudoku_trace(solved=False, seed=3), "moving"),
    drawn(sudoku_trace(solved=False, seed=4, steps=9), "settled"),
]


def painted(lines, palette=LIGHT, chosen=None):
    image = QImage(600, 220, QImage.Format.Format_RGB32)
    image.fill(palette.color("window"))
    painter = QPainter(image)
    paint_fan(painter, lay_out(AREA, lines, 11), lines, palette, chosen)
    painter.end()
    return image


def test_each_line_is_where_a_click_finds_it(qapp):
    chart = lay_out(AREA, LINES, 11)
    for index, line in enumerate(LINES):
        points = chart.points(line)
        assert all(chart.plot.adjusted(-1, -1, 1, 1).contains(point) for point in points)
        # Only its last point is its own for sure.
        assert chart.line_at(LINES, points[-1]) == index
    assert chart.line_at(LINES, QPointF(-50, -50)) is None
    assert chart.line_at([], chart.plot.center()) is None


def test_a_higher_movement_is_higher_and_none_at_all_has_a_place(qapp):
    chart = lay_out(AREA, LINES, 11)
    assert chart.point(1, 0.9).y() < chart.point(1, 0.1).y() <= chart.point(1, 0.0).y()
    assert chart.point(2, 0.5).x() > chart.point(1, 0.5).x()


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=lambda palette: palette.name)
def test_endings_look_different_and_so_does_the_chosen_line(qapp, palette):
    same = LINES[1].moves
    pictures = [painted([Drawn(same, ending)], palette) for ending in ("verified", "settled", "moving")]
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
    assert painted(LINES, palette) != painted(LINES, palette, chosen=1)


def test_an_empty_fan_and_its_key_paint(qapp):
    image = painted([])
    before = image.copy()
    painter = QPainter(image)
    paint_key(painter, QRectF(0, 190, 600, 20), 11, LIGHT)
    painter.end()
    assert image != before


def test_what_it_comes_to_is_counted(qapp):
    assert fan_words(["verified", "moving", "verified"]) == "3 lines: 2 verified, 1 still moving"
    assert fan_words(["settled"]) == "1 line: 1 settled on a wrong answer"
    assert "random" in fan_words([])
    assert line_words("start 3", 1, "verified") == "start 3: verified after 1 refinement"
