"""A puzzle that is open already is shown, and not listed twice."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.documents.samples import sample_entry, starting_entries
from app.window.main_window import MainWindow
from app.window.settings import Settings
from tests.app.windows import leave_nothing_to_save, open_window
from tests.traces import sudoku_puzzle, sudoku_trace

OTHER = "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......"


@pytest.fixture
def window(qtbot, tmp_path):
    return open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())


def labels(window):
    return [entry.label for entry in window.document.entries]


def open_sample(qtbot, window, words):
    action = next(action for action in window.menus.samples.actions() if action.text() == words)
    action.trigger()
    qtbot.waitUntil(lambda: not window.threads.busy)


def paste(qtbot, window, text):
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(window.board, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not window.threads.busy)


def test_a_sample_that_a_start_lists_is_not_opened_beside_itself(qtbot, tmp_path):
    window = MainWindow(starting_entries(), Settings(tmp_path / "ponder.ini"))
    qtbot.addWidget(window, before_close_func=leave_nothing_to_save)
    with qtbot.waitSignal(window.painted):
        window.show()
    qtbot.waitUntil(lambda: not window.files.getting_ready)
    before = labels(window)
    window.document.choose(1)
    open_sample(qtbot, window, "Sudoku tricky")
    assert labels(window) == before
    assert window.document.index == 0


def test_an_opened_sample_that_was_solved_is_shown_again(qtbot, window):
    open_sample(qtbot, window, "Sudoku hardest")
    trace = sudoku_trace()
    trace.puzzle = window.document.content
    window.document.record(trace, "Solve")
    window.document.choose(0)
    listed = labels(window)
    open_sample(qtbot, window, "Sudoku hardest")
    assert labels(window) == listed
    assert window.document.trace is trace
    # A changed one is another puzzle.
    window.document.edit(sample_entry("sudoku_tricky.txt").content, "type")
    open_sample(qtbot, window, "Sudoku hardest")
    assert len(labels(window)) == len(listed) + 1


def test_a_paste_of_what_is_open_shows_it_and_says_so(qtbot, window):
    paste(qtbot, window, OTHER)
    assert labels(window)[-1] == "Pasted"
    listed = labels(window)
    window.document.choose(0)
    paste(qtbot, window, OTHER)
    assert labels(window) == listed
    assert window.document.entry.label == "Pasted"
    assert window.messages.sentence.text() == "This puzzle is open already, as “Pasted”."
