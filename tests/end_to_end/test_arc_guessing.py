"""Guess along in an ARC task, in the real window: an output of one's own beside the model's, compared with it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.boards.arc.places import Place
from app.boards.size_dialog import SizeDialog
from app.documents.ponder_file import read_ponder
from app.panels.guess_note import GuessNote
from app.window.settings import Settings
from tests.app.windows import open_window
from tests.arc_tasks import arc_puzzle, arc_trace

Key, Button = Qt.Key, Qt.MouseButton
OWN = Place("test", 0, "own")
SECONDS = 60_000


@pytest.fixture
def window(qtbot, tmp_path):
    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), arc_puzzle())
    window.resize(1240, 880)
    return window


def guess(window):
    QTest.mouseClick(window.board.tool_row().own, Button.LeftButton)


def own(window):
    outputs = window.document.entry.outputs
    return None if outputs is None else outputs.of(window.document.content.test)


def at(window, cell, place=OWN):
    return window.board.sheet().geometry_of(place).cell(*cell).center().toPoint()


def click(window, cell, place=OWN):
    QTest.mouseClick(window.board, Button.LeftButton, pos=at(window, cell, place))


def paint(window, colour, *cells):
    QTest.mouseClick(window.board.tool_row().swatches[colour], Button.LeftButton)
    for cell in cells:
        click(window, cell)


def note(window) -> str:
    found = window.findChild(GuessNote)
    return found.text() if found.isVisible() else ""


def test_a_task_that_was_opened_is_painted_until_the_person_guesses(window):
    board = window.board
    assert board.tool_row().given.isChecked()
    assert board.sheet().own is None
    assert note(window) == ""
    guess(window)
    assert window.actions_.guess.isChecked()
    assert board.active == OWN
    assert note(window).startswith("Try it yourself: paint an output")
    QTest.keyClick(window, Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert board.tool_row().given.isChecked()
    assert board.sheet().own is None


def test_it_is_painted_filled_resized_and_undone_and_the_task_stays(window):
    task = window.document.content.task
    guess(window)
    paint(window, 2, (0, 0), (0, 1))
    assert own(window) == ((2, 2, 0), (0, 0, 0))
    assert window.document.undo_stack.undoText() == "your output: paint"

    # A drag, a fill, and keys on a selected cell.
    board = window.board
    QTest.mouseClick(board.tool_row().swatches[8], Button.LeftButton)
    QTest.mousePress(board, Button.LeftButton, pos=at(window, (1, 0)))
    QTest.mouseMove(board, at(window, (1, 2)))
    QTest.mouseRelease(board, Button.LeftButton, pos=at(window, (1, 2)))
    assert own(window) == ((2, 2, 0), (8, 8, 8))
    QTest.mouseClick(board.tool_row().tools["fill"], Button.LeftButton)
    paint(window, 3, (1, 1))
    assert own(window) == ((2, 2, 0), (3, 3, 3))
    QTest.mouseClick(board.tool_row().tools["select"], Button.LeftButton)
    click(window, (1, 1))
    QTest.keyClick(board, Key.Key_5)
    assert own(window) == ((2, 2, 0), (3, 5, 3))
    assert "row 2, column 2: grey" in board.describe((1, 1))

    QTest.keyClick(board, Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    assert own(window) == ((3, 2), (5, 2), (3, 0)), "rotated, with another size"
    window.actions_.undo.trigger()
    assert own(window) == ((2, 2, 0), (3, 5, 3))
    QTest.keyClick(board, Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert own(window) == task.test[0].input
    assert board.hides_output, "the known output is not shown by that"
    window.actions_.clear_guess.trigger()
    assert own(window) is None
    window.actions_.undo.trigger()
    assert own(window) == task.test[0].input
    assert window.document.content.task is task


def test_the_size_is_chosen_in_the_dialog(window):
    guess(window)
    paint(window, 2, (0, 0))
    QTest.keyClick(window.board, Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(SizeDialog)
    dialog.rows.setValue(1)
    dialog.columns.setValue(4)
    dialog.accept()
    assert own(window) == ((2, 0, 0, 0),)


def test_the_task_is_not_changed_by_mistake(window):
    task = window.document.content.task
    guess(window)
    click(window, (0, 0), OWN.beside("input"))
    assert window.document.content.task is task
    assert "choose Task" in window.messages.sentence.text()
    window.actions_.clear.trigger()
    assert window.document.content.task is task
    assert "You have no output to clear" in window.statusBar().currentMessage()
    QTest.mouseClick(window.board.tool_row().given, Button.LeftButton)
    paint(window, 4, (0, 0))
    assert window.document.content.task.test[0].input[0][0] == 4
    assert own(window) is None


def test_it_is_compared_with_each_answer_and_with_the_known_output_once_that_is_shown(window):
    guess(window)
    paint(window, 2, (0, 0), (0, 1))
    paint(window, 8, (1, 0), (1, 2))
    assert own(window) == ((2, 2, 0), (8, 0, 8))
    board = window.board
    hidden = board.grab().toImage()
    window.document.record(arc_trace(), "Solve")
    window.film.go_to(next(n for n, each in enumerate(window.film.refinements) if each.accepted))
    assert board.active == OWN, "whoever paints goes on painting"
    assert board.sheet().known is not None
    assert note(window) == "Of the 6 cells of your output, the model's answer agrees with 5. It differs in r2c3."
    assert board.grab().toImage() != hidden

    # A click draws here even over an answer, for there is nothing of the model's to inspect.
    paint(window, 0, (1, 2))
    assert note(window) == "The model's answer is the same as your output."
    assert len(window.film.refinements) == len(arc_trace()), "the recording stays"
    window.film.go_to(0)
    assert note(window).startswith("Of the 6 cells of your output, the model's answer agrees with ")
    window.film.go_to(-1)
    assert note(window).startswith("Your output has 2×3 cells.")


def test_each_test_input_has_its_own(window):
    guess(window)
    paint(window, 2, (0, 0))
    first = own(window)
    window.document.choose_test(1)
    assert window.board.active == Place("test", 1, "own")
    assert own(window) is None
    QTest.mouseClick(window.board.tool_row().swatches[7], Button.LeftButton)
    click(window, (1, 1), Place("test", 1, "own"))
    assert own(window) == ((0, 0), (0, 7))
    window.document.choose_test(0)
    assert own(window) == first


def test_it_stays_in_view_in_the_other_mode_until_it_is_cleared(window):
    guess(window)
    paint(window, 2, (0, 0))
    QTest.mouseClick(window.board.tool_row().given, Button.LeftButton)
    before = own(window)
    click(window, (0, 1))
    assert window.board.active == OWN
    QTest.keyClick(window.board, Key.Key_4)
    assert own(window) == before, "only to look at"
    window.board.select(None)
    window.actions_.clear_guess.trigger()
    assert own(window) is None
    assert window.board.sheet().own is None
    assert window.board.active == OWN.beside("input")


def test_it_is_saved_with_the_document(qtbot, window, tmp_path):
    guess(window)
    paint(window, 2, (0, 0))
    file = tmp_path / "a.ponder"
    window.files.save_to(file)
    qtbot.waitUntil(lambda: not window.document.modified, timeout=SECONDS)
    (entry,), _ = read_ponder(file)
    assert entry.outputs.of(0) == own(window)
