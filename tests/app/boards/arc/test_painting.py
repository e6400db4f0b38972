"""What can be seen of an ARC task."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.boards.arc.answer_painting import ink_on
from app.boards.arc.painting import output_words, paint_arc
from app.boards.painting import PaintOptions, board_font
from app.documents.entry import Entry
from app.window.palettes import ARC_SAFE
from app.window.settings import Settings
from app.window.theme import BLUE_ORANGE, DARK, LIGHT
from tests.app.windows import open_window
from tests.arc_tasks import arc_guesses, arc_puzzle, arc_trace

SIZE = 700


def paint(refinement, palette=LIGHT, options=PaintOptions(), test=0):  # noqa: B008 - frozen
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    image.fill(palette.color("window"))
    painter = QPainter(image)
    geometry = paint_arc(painter, QRectF(0, 0, SIZE, SIZE), arc_puzzle(test), refinement, palette, options)
    painter.end()
    return image, geometry


def colour_at(image, geometry, cell, x=0.5, y=0.5):
    area = geometry.cell(*cell)
    return image.pixelColor(round(area.left() + x * area.width()), round(area.top() + y * area.height())).name()


def sure(refinement, cell, confidence):
    changed = refinement.confidence.copy()
    changed[cell] = confidence
    return replace(refinement, confidence=changed, changed=np.zeros_like(refinement.changed))


@pytest.mark.parametrize("palette", [LIGHT, DARK, BLUE_ORANGE], ids=lambda palette: palette.name)
def test_the_answer_is_in_the_palettes_colours_on_its_whole_canvas(qapp, palette):
    refinement = arc_trace().refinements[2]
    image, geometry = paint(refinement, palette)
    assert (geometry.rows, geometry.columns) == refinement.answer.shape
    assert colour_at(image, geometry, (0, 0)) == palette.arc[2]
    assert colour_at(image, geometry, (1, 0)) == palette.arc[8]
    assert colour_at(image, geometry, (3, 3)) == palette.board, "nothing is there"


def test_the_surer_the_larger(qapp):
    refinement = arc_trace().refinements[2]
    image, geometry = paint(sure(refinement, (0, 0), 0.99))
    assert colour_at(image, geometry, (0, 0), 0.1, 0.5) == LIGHT.arc[2]
    image, _ = paint(sure(refinement, (0, 0), 0.2))
    assert colour_at(image, geometry, (0, 0), 0.1, 0.5) == LIGHT.board
    assert colour_at(image, geometry, (0, 0)) == LIGHT.arc[2]


def test_wrong_and_changed_cells_are_marked_by_shapes(qapp):
    wrong = arc_trace().answers[1]
    with_marks, _ = paint(wrong)
    without, _ = paint(wrong, options=PaintOptions(marks=False))
    assert with_marks != without


def test_other_likely_colours_and_digits_on_demand(qapp):
    first = arc_trace().refinements[0]
    plain, geometry = paint(first)
    assert paint(first, options=PaintOptions(pencil_marks=True))[0] != plain
    assert paint(first, options=PaintOptions(digits=True))[0] != plain
    safe, _ = paint(arc_trace().refinements[2], options=PaintOptions(safe_colours=True))
    assert colour_at(safe, geometry, (1, 0)) == ARC_SAFE[8]


def test_what_is_not_known_is_a_question(qapp):
    known, _ = paint(None)
    unknown, _ = paint(None, test=1)
    assert known != unknown


def test_digits_can_be_read_on_every_colour():
    for colours in (LIGHT.arc, ARC_SAFE):
        for name in colours:
            ink, ground = ink_on(QColor(name)).lightnessF(), QColor(name)
            light = 0.299 * ground.redF() + 0.587 * ground.greenF() + 0.114 * ground.blueF()
            assert abs(ink - light) >= 0.4


def test_above_what_is_filled_in_stand_the_longest_words_that_fit(qtbot, tmp_path):
    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), arc_puzzle())
    window.resize(1240, 880)
    trace = arc_trace()
    trace.guesses = arc_guesses(trace)
    window.document.replace((Entry("Task", arc_puzzle(), trace, passing=True),))
    window.player.go_to_guess(2)
    QApplication.processEvents()
    board = window.board
    place, guess = board.sheet().output.place, window.player.film.shown()
    wordings = output_words(arc_puzzle(), place, guess, hidden=False)
    assert wordings == ("Guess after 30 steps of fitting, 0:06", "Guess at 0:06")
    metrics = QFontMetricsF(board_font(board.sheet().text, bold=True))
    assert metrics.horizontalAdvance(wordings[-1]) <= board.sheet().output_label.width()
