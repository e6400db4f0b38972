"""Printing, through the real action and Qt's own dialog, to a PDF file: there is no printer where tests run."""

import re

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

from app.documents.entry import Entry
from app.documents.guess import Guess
from app.exporting import pages
from app.window.settings import Settings
from tests.app.windows import open_window
from tests.traces import maze_puzzle, sudoku_puzzle, sudoku_trace


@pytest.fixture
def window(qtbot, tmp_path):
    return open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())


def page_count(path) -> int:
    return len(re.findall(rb"/Type /Page\b(?!s)", path.read_bytes()))


def press_print(window, action, path):
    action.trigger()
    (dialog,) = window.findChildren(QPrintDialog)
    assert dialog.isVisible()
    dialog.findChild(QLineEdit, "filename").setText(str(path))
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    next(each for each in buttons.buttons() if each.text() == "&Print").click()


def test_the_shown_puzzle_is_printed_with_its_steps(qtbot, window, tmp_path):
    path = tmp_path / "printed.pdf"
    window.document.record(sudoku_trace(steps=30, solved=False), "Solve")
    with qtbot.waitSignal(window.printing.printed):
        press_print(window, window.actions_.print, path)
    assert page_count(path) == 2
    assert str(path) in window.statusBar().currentMessage()
    qtbot.waitUntil(lambda: not window.findChildren(QPrintDialog))


def test_a_name_is_proposed_for_the_file(window):
    window.actions_.print.trigger()
    (dialog,) = window.findChildren(QPrintDialog)
    assert dialog.findChild(QLineEdit, "filename").text().endswith("/Test.pdf")
    dialog.reject()


def test_all_open_puzzles_are_printed_even_if_others_are_opened_meanwhile(qtbot, window, tmp_path):
    path = tmp_path / "printed.pdf"
    assert not window.actions_.print_all.isEnabled()
    window.document.replace([Entry(f"{number}", sudoku_puzzle()) for number in range(13)])
    with qtbot.waitSignal(window.printing.printed):
        press_print(window, window.actions_.print_all, path)
        window.document.replace([Entry("Other", maze_puzzle())])
    assert page_count(path) == 3


@pytest.mark.qt_log_ignore("Returned false")
def test_pages_that_cannot_be_written_are_told(qtbot, window, tmp_path):
    before = window.document.content
    window.actions_.print.trigger()
    (dialog,) = window.findChildren(QPrintDialog)
    # As if the folder had gone after the dialog looked at it.
    dialog.printer().setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    dialog.done(QPrintDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: not window.threads.busy)
    assert "cannot be written" in window.messages.sentence.text()
    assert window.document.content is before


def test_nothing_is_printed_when_the_dialog_is_cancelled(qtbot, window):
    window.actions_.print.trigger()
    (dialog,) = window.findChildren(QPrintDialog)
    dialog.reject()
    assert not window.threads.busy
    qtbot.waitUntil(lambda: not window.findChildren(QPrintDialog))


def test_a_persons_own_entries_are_printed(qtbot, window, tmp_path, monkeypatch):
    guess = Guess.none((9, 9)).with_values({(0, 0): 4})
    window.document.set_guess(guess, "guess")
    printed = []
    monkeypatch.setattr(pages, "paint_solve", lambda device, entry, options: printed.append(entry.guess))
    with qtbot.waitSignal(window.printing.printed):
        press_print(window, window.actions_.print, tmp_path / "printed.pdf")
    assert printed == [guess]
