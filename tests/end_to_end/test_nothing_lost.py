"""Whatever is opened, pasted, closed or ended: no work goes without a question, an undo or a copy that is kept."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from app.documents.autosave import Autosave
from app.documents.entry import Entry
from app.documents.ponder_file import read_ponder, write_ponder
from app.window.settings import Settings
from tests.app.windows import open_window
from tests.traces import maze_puzzle, sudoku_puzzle, sudoku_trace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
ROOT = Path(__file__).parents[2]
OTHER = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"
ANOTHER = "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......"
PASTED = "".join(str(value or ".") for value in sudoku_puzzle().grid.ravel())
PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from app import __main__
from app.window.main_window import MainWindow

def work(window):
    window.files.take_text(sys.argv[1])
    window.document.entriesChanged.connect(lambda: print("pasted", flush=True))
    if sys.argv[2] == "asked":
        # Even a question on the screen must not hold the end up.
        window.document.entriesChanged.connect(window.close)

show = MainWindow.show
def show_and_work(window):
    window.painted.connect(lambda: work(window))
    show(window)
MainWindow.show = show_and_work
sys.exit(__main__.main(["--new-window"]))
"""


@pytest.fixture
def window(qtbot, tmp_path):
    """A pasted Sudoku with a recording, in no file."""
    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), maze_puzzle())
    window.activateWindow()
    paste(qtbot, window, PASTED)
    window.document.record(sudoku_trace(), "Solve")
    return window


def paste(qtbot, window, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    with qtbot.waitSignal(window.document.entriesChanged):
        qtbot.keyClick(window.board, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def labels(window) -> list[str]:
    return [entry.label for entry in window.document.entries]


def check_kept(window) -> None:
    """The pasted puzzle is in the list with its recording, and one click shows it."""
    chooser = window.docks.chooser
    index = labels(window).index("Pasted")
    assert window.docks.puzzles.isVisible()
    assert chooser.visible_index(index).data().endswith(" Pasted")
    chooser.setCurrentIndex(chooser.visible_index(index))
    assert window.document.entry.label == "Pasted"
    assert window.document.trace is not None
    assert window.film.length
    assert window.isWindowModified()


def question(window) -> QMessageBox | None:
    return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)


def answer(window, button: QMessageBox.StandardButton) -> None:
    question(window).button(button).click()
    QApplication.processEvents()


def drop(window, mime: QMimeData) -> None:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(50, 50), copy, mime, left, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, mime, left, none, QEvent.Type.Drop))


@pytest.fixture
def two(tmp_path) -> Path:
    path = tmp_path / "two.sdm"
    path.write_text(f"{OTHER}\n{OTHER}\n")
    return path


def test_a_new_puzzle_comes_to_the_others(window):
    for action in (window.actions_.new_sudoku, window.actions_.new_maze, window.actions_.new_arc):
        action.trigger()
        assert question(window) is None
        assert window.document.content.kind == action.text().replace("&", "").split()[0].lower()
    assert labels(window) == ["Pasted", "Untitled"], "an empty one that nobody touched makes room for the next"
    check_kept(window)


def test_opened_files_come_to_the_others(qtbot, window, two):
    with qtbot.waitSignal(window.document.entriesChanged):
        window.actions_.open.trigger()
        window.findChild(QFileDialog).filesSelected.emit([str(two)])
    assert labels(window) == ["Pasted", "Puzzle 1", "Puzzle 2"]
    assert window.document.name == "two.sdm"
    check_kept(window)


def test_dropped_files_and_samples_come_to_the_others(qtbot, window, two):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(two))])
    with qtbot.waitSignal(window.document.entriesChanged):
        drop(window, mime)
    with qtbot.waitSignal(window.document.entriesChanged):
        window.menus.samples.actions()[0].trigger()
    assert len(labels(window)) == 4
    check_kept(window)


def test_a_dropped_or_pasted_puzzle_comes_to_the_others(qtbot, window):
    mime = QMimeData()
    mime.setText(OTHER)
    with qtbot.waitSignal(window.document.entriesChanged):
        drop(window, mime)
    paste(qtbot, window, ANOTHER)
    assert labels(window) == ["Pasted", "Pasted 2", "Pasted 3"]
    check_kept(window)


def test_a_generated_puzzle_comes_to_the_others(qtbot, window):
    for _ in range(2):
        with qtbot.waitSignal(window.document.entriesChanged, timeout=30_000):
            window.menus.generate.actions()[0].menu().actions()[0].trigger()
    assert labels(window) == ["Pasted", "Sudoku, easy"]
    check_kept(window)


def test_the_tour_starts_beside_the_work(window):
    window.actions_.tour.trigger()
    assert window.tour.isVisible()
    assert question(window) is None
    check_kept(window)


def test_an_open_document_is_shown_rather_than_read_again(qtbot, window, tmp_path):
    path = tmp_path / "own.ponder"
    write_ponder(path, [Entry("own", sudoku_puzzle())], 0)
    with qtbot.waitSignal(window.document.entriesChanged):
        window.files.open(path)
    window.document.record(sudoku_trace(), "Solve")
    window.document.choose(0)
    window.files.open(path)
    assert window.document.path == path
    assert window.document.trace is not None
    assert len(labels(window)) == 2


def test_quitting_asks_about_all_that_would_be_lost_and_saves_each(qtbot, window, tmp_path):
    own = tmp_path / "own.ponder"
    write_ponder(own, [Entry("own", sudoku_puzzle())], 0)
    with qtbot.waitSignal(window.document.entriesChanged):
        window.files.open(own)
    window.document.record(sudoku_trace(), "Solve")
    window.close()
    assert window.isVisible()
    assert "own.ponder" in question(window).informativeText()
    assert "Pasted" in question(window).informativeText()
    answer(window, QMessageBox.StandardButton.Cancel)
    assert window.isVisible()

    window.actions_.quit.trigger()
    answer(window, QMessageBox.StandardButton.Save)
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)
    assert window.document.entry.label == "Pasted", "what the question is about is shown"
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "pasted.ponder"))
    dialog.done(0)
    qtbot.waitUntil(lambda: not window.isVisible())
    for path in (own, tmp_path / "pasted.ponder"):
        [entry], _ = read_ponder(path)
        assert entry.trace is not None


def test_quitting_asks_about_a_pasted_puzzle_alone_and_takes_no_for_an_answer(window):
    window.close()
    assert "“Pasted”" in question(window).text()
    answer(window, QMessageBox.StandardButton.Discard)
    assert not window.isVisible()


def test_quitting_asks_while_a_network_has_worked_for_long(window, monkeypatch):
    window.document.settle()
    window.document.working_since = 0.0
    monkeypatch.setattr("app.documents.document.time.monotonic", lambda: 60.0)
    window.close()
    assert window.isVisible()
    assert "still working" in question(window).text()
    answer(window, QMessageBox.StandardButton.Cancel)
    window.document.working_since = None


@pytest.mark.parametrize("way", ["key", "menu", "cross", "middle", "action"])
def test_a_puzzle_is_closed_in_the_list_and_undo_brings_it_back(qtbot, window, two, way):
    with qtbot.waitSignal(window.document.entriesChanged):
        window.files.open(two)
    check_kept(window)
    chooser = window.docks.chooser
    row = chooser.visualRect(chooser.visible_index(0))
    if way == "key":
        chooser.setFocus()
        qtbot.keyClick(chooser, Qt.Key.Key_Delete)
    elif way == "action":
        window.actions_.close_puzzle.trigger()
    elif way == "cross":
        qtbot.mouseMove(chooser.viewport(), row.center())
        at = chooser.cross_at(row).center()
        qtbot.mouseClick(chooser.viewport(), Qt.MouseButton.LeftButton, pos=at)
    elif way == "middle":
        qtbot.mouseClick(chooser.viewport(), Qt.MouseButton.MiddleButton, pos=row.center())
    else:
        reason = QContextMenuEvent.Reason.Mouse
        at = row.center()
        QApplication.sendEvent(chooser.viewport(), QContextMenuEvent(reason, at, chooser.viewport().mapToGlobal(at)))
        [menu] = chooser.findChildren(QMenu)
        next(action for action in menu.actions() if action.text() == "Close Puzzle").trigger()
        menu.close()
    assert labels(window) == ["Puzzle 1", "Puzzle 2"]
    assert "not saved" in window.messages.sentence.text()
    [undo] = window.messages.choices
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    check_kept(window)


def test_the_offer_to_undo_goes_once_something_else_was_done(qtbot, window):
    paste(qtbot, window, OTHER)
    window.document.choose(0)
    window.actions_.close_puzzle.trigger()
    assert window.messages.isVisible()
    window.document.record(sudoku_trace(), "Solve")
    assert not window.messages.isVisible()


def test_a_puzzle_closed_within_a_document_is_told_to_leave_its_file(qtbot, window, tmp_path):
    path = tmp_path / "own.ponder"
    write_ponder(path, [Entry("a", sudoku_puzzle()), Entry("b", maze_puzzle())], 0)
    with qtbot.waitSignal(window.document.entriesChanged):
        window.files.open(path)
    window.actions_.close_puzzle.trigger()
    assert "next save removes it from “own.ponder”" in window.messages.sentence.text()
    assert window.isWindowModified()
    window.actions_.save.trigger()
    qtbot.waitUntil(lambda: not window.threads.busy)
    assert [entry.label for entry in read_ponder(path)[0]] == ["b"]
    assert not window.isWindowModified()


def test_opening_during_a_solve_keeps_what_it_has_found(qtbot, window, two):
    window.settings.steps, window.settings.views = 400, 1
    paste(qtbot, window, "." * 80 + "1")
    window.actions_.solve.trigger()
    qtbot.waitUntil(lambda: len(window.player.film.refinements) > 1, timeout=60_000)
    with qtbot.waitSignal(window.document.entriesChanged):
        window.files.open(two)
    assert not window.solving.running
    assert window.document.entries[labels(window).index("Pasted 2")].trace is not None


@pytest.mark.skipif(sys.platform == "win32", reason="there, a program is ended by closing its window")
@pytest.mark.parametrize("when", ["at rest", "asked"])
def test_a_program_told_to_end_keeps_the_work_for_the_next_start(qtbot, tmp_path, when):
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, PASTED, when], cwd=ROOT, env=os.environ, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout.readline() == "pasted\n"
    program.send_signal(signal.SIGTERM)
    program.communicate(timeout=60)
    assert program.returncode == 0
    folder = platformdirs.user_state_path("Ponder", appauthor=False) / "unsaved"
    assert len(list(folder.glob("*.ponder"))) == 1

    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), maze_puzzle())
    saving = Autosave(window.document, window.files, window.threads, window.messages, parent=window)
    saving.offer()
    qtbot.waitUntil(lambda: bool(window.messages.choices))
    qtbot.mouseClick(window.messages.choices[0], Qt.MouseButton.LeftButton)
    assert window.document.entry.label == "Pasted"
    assert window.document.worth_asking
    window.document.settle()
    window.close()
    saving.end()


def test_the_end_of_the_session_keeps_the_work_and_asks_nothing(qtbot, window):
    saving = Autosave(window.document, window.files, window.threads, window.messages, parent=window)
    window.kept = lambda: saving.kept
    saving.keep_for_next_start()
    qtbot.waitUntil(lambda: not window.threads.busy)
    assert saving.kept
    # The session went on after all, and so did the work: now there is something to ask about again.
    window.document.edit(maze_puzzle(), "Edit")
    assert not saving.kept
    saving.keep_for_next_start()
    assert window.close()
    saving.end()
    folder = platformdirs.user_state_path("Ponder", appauthor=False) / "unsaved"
    [kept] = folder.glob("*.ponder")
    assert read_ponder(kept)[0][0].label == "Pasted"
