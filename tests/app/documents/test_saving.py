"""Another program's changes are not overwritten without a question, and are offered to be opened."""

import os
import threading

import pytest
from PySide6.QtWidgets import QMessageBox

from app.documents import opening
from app.documents.disk import stamp_of
from app.documents.entry import Entry
from app.documents.ponder_file import read_ponder, write_ponder
from app.window.settings import Settings
from tests.app.windows import open_window
from tests.traces import maze_puzzle, sudoku_puzzle, sudoku_trace


@pytest.fixture
def window(qtbot, tmp_path):
    return open_window(qtbot, Settings(tmp_path / "ponder.ini"), maze_puzzle())


@pytest.fixture
def file(qtbot, window, tmp_path):
    """A document of forty puzzles, open in the window."""
    file = tmp_path / "forty.ponder"
    write_ponder(file, [Entry(str(n), sudoku_puzzle()) for n in range(40)], 0)
    with qtbot.waitSignal(window.document.fileChanged):
        window.files.open(file)
    return file


def change_outside(file, entries=41):
    write_ponder(file, [Entry(str(n), sudoku_puzzle()) for n in range(entries)], 0)


def question(qtbot, window) -> QMessageBox:
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    return window.findChild(QMessageBox)


def press(qtbot, box: QMessageBox, words: str) -> None:
    [button] = [button for button in box.buttons() if button.text().replace("&", "") == words]
    button.click()
    qtbot.waitUntil(lambda: not box.isVisible())


def test_a_file_that_nobody_changed_is_saved_without_a_question(qtbot, window, file):
    window.document.record(sudoku_trace(), "Solve")
    for _ in range(2):
        with qtbot.waitSignal(window.document.fileChanged):
            window.files.save()
    qtbot.waitUntil(lambda: not window.threads.busy)
    assert not window.document.modified
    assert read_ponder(file)[0][0].trace is not None
    # Merely touched, it is the same.
    os.utime(file, (1, 1))
    window.document.record(None, "Forget")
    window.files.save()
    qtbot.waitUntil(lambda: not window.threads.busy)
    assert read_ponder(file)[0][0].trace is None


@pytest.mark.parametrize("answer", ["Replace", "Cancel"])
def test_another_program_s_changes_are_asked_about(qtbot, window, file, answer):
    change_outside(file)
    window.document.record(sudoku_trace(), "Solve")
    window.files.save()
    box = question(qtbot, window)
    assert "“forty.ponder”" in box.text()
    assert len(read_ponder(file)[0]) == 41
    press(qtbot, box, answer)
    qtbot.waitUntil(lambda: not window.threads.busy)
    assert len(read_ponder(file)[0]) == (40 if answer == "Replace" else 41)
    assert window.document.modified == (answer == "Cancel")


def test_a_read_only_file_is_asked_about(qtbot, window, file):
    file.chmod(0o444)
    window.document.record(sudoku_trace(), "Solve")
    window.files.save()
    box = question(qtbot, window)
    assert "read-only" in box.text()
    press(qtbot, box, "Cancel")
    assert read_ponder(file)[0][0].trace is None


def test_a_file_that_is_gone_is_written_again(qtbot, window, file):
    file.unlink()
    window.document.record(sudoku_trace(), "Solve")
    window.files.save()
    qtbot.waitUntil(file.exists)
    qtbot.waitUntil(lambda: not window.threads.busy)


def test_a_change_is_offered_to_be_opened(qtbot, window, file):
    change_outside(file)
    qtbot.waitUntil(window.messages.isVisible)
    assert "Another program has changed “forty.ponder”" in window.messages.sentence.text()
    [reload] = window.messages.choices
    with qtbot.waitSignal(window.document.entriesChanged):
        reload.click()
    assert len(window.document.entries) == 41
    # And again, now that the file that was watched at first is another.
    qtbot.waitUntil(lambda: not window.threads.busy)
    change_outside(file, 42)
    qtbot.waitUntil(window.messages.isVisible)


def test_its_own_saves_are_not_offered(qtbot, window, file):
    window.document.record(sudoku_trace(), "Solve")
    window.files.save()
    qtbot.waitUntil(lambda: not window.threads.busy)
    qtbot.wait(700)
    assert not window.messages.isVisible()


def test_unsaved_changes_are_mentioned(qtbot, window, file):
    window.document.edit(maze_puzzle(), "Edit")
    change_outside(file)
    qtbot.waitUntil(window.messages.isVisible)
    assert "Undo brings your own changes back" in window.messages.sentence.text()
    with qtbot.waitSignal(window.document.entriesChanged):
        window.messages.choices[0].click()
    assert len(window.document.entries) == 41
    assert not window.document.modified
    window.document.undo_stack.undo()
    assert (len(window.document.entries), window.document.content.kind) == (40, "maze")
    assert window.document.modified


def test_a_save_does_not_wait_for_a_read_that_hangs(qtbot, window, file, tmp_path, monkeypatch):
    hanging = threading.Event()
    monkeypatch.setattr(opening, "read_limited", lambda *_, **__: hanging.wait(60))
    (tmp_path / "slow.txt").write_text("slow")
    window.files.open(tmp_path / "slow.txt")
    qtbot.waitUntil(window.messages.isVisible)
    assert "Reading slow.txt" in window.messages.sentence.text()
    window.document.record(sudoku_trace(), "Solve")
    window.files.save()
    qtbot.waitUntil(lambda: not window.document.modified)
    assert read_ponder(file)[0][0].trace is not None
    [cancel] = window.messages.choices
    cancel.click()
    assert not window.messages.isVisible()
    hanging.set()
    qtbot.wait(50)
    assert len(window.document.entries) == 40, "what was cancelled is not opened"


def test_how_far_a_file_has_been_read_is_told(qtbot, window, tmp_path, monkeypatch):
    go_on = threading.Event()

    def slowly(path, limit, *, cancelled, progress):
        progress(0.25)
        go_on.wait(60)
        return path.read_bytes()

    monkeypatch.setattr(opening, "read_limited", slowly)
    (tmp_path / "slow.txt").write_text("0" * 81)
    window.files.open(tmp_path / "slow.txt")
    qtbot.waitUntil(lambda: "25 %" in window.messages.sentence.text())
    with qtbot.waitSignal(window.document.entriesChanged):
        go_on.set()
    assert not window.messages.isVisible()


def test_a_stamp_is_of_the_content(tmp_path):
    file = tmp_path / "a"
    assert stamp_of(file) is None
    file.write_bytes(b"one")
    stamp = stamp_of(file)
    os.utime(file, (5, 5))
    assert stamp_of(file) == stamp
    file.write_bytes(b"two")
    os.utime(file, (5, 5))
    assert stamp_of(file) != stamp
