"""A program is killed, and the next one brings back what was not saved."""

import os
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from app.documents import autosave
from app.documents.autosave import Autosave
from app.documents.draft import Draft
from app.documents.entry import Entry
from app.documents.ponder_file import write_ponder
from app.window.settings import Settings
from tests.app.windows import open_window
from tests.traces import maze_puzzle, sudoku_puzzle, sudoku_trace

ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from app import __main__
from app.documents import autosave
from app.window.main_window import MainWindow

autosave.DELAY_MS = 10

def type_a_digit(window):
    cell = next(zip(*window.document.content.free.nonzero()))
    window.board.select((int(cell[0]), int(cell[1])))
    QTest.keyClick(window.board, Qt.Key.Key_7)

show = MainWindow.show
def show_and_type(window):
    window.painted.connect(lambda: type_a_digit(window))
    show(window)
MainWindow.show = show_and_type
__main__.main([])
"""


@pytest.fixture
def folder():
    return platformdirs.user_state_path("Ponder", appauthor=False) / "unsaved"


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(autosave, "DELAY_MS", 10)


@pytest.fixture
def window(qtbot, tmp_path):
    return open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())


@pytest.fixture
def make(window):
    made = []

    def make() -> Autosave:
        made.append(Autosave(window.document, window.files, window.threads, window.messages, parent=window))
        return made[-1]

    yield make
    window.document.settle()
    window.close()
    for each in made:
        each.end()


def type_a_digit(window, digit=4):
    window.document.edit(Draft.of(window.document.content, {(0, 0): digit}), "type")


def kept(folder):
    return list(folder.glob("*.ponder"))


def choice(window, words) -> QPushButton:
    return next(button for button in window.messages.choices if button.text() == words)


@pytest.fixture
def killed(qtbot, folder):
    """Runs the program, types a digit, and kills it once that was kept."""
    program = subprocess.Popen([sys.executable, "-c", PROGRAM], cwd=ROOT, env=os.environ)
    try:
        qtbot.waitUntil(lambda: bool(kept(folder)), timeout=60_000)
    finally:
        program.kill()
        program.wait()
    return kept(folder)[0]


def test_what_a_killed_program_held_is_restored(qtbot, killed, window, make, folder):
    before = window.document.content
    saving = make()
    saving.offer()
    qtbot.waitUntil(lambda: bool(window.messages.choices))
    assert window.messages.isVisible()
    assert window.document.content is before, "nothing happens unasked"
    qtbot.mouseClick(choice(window, "Restore"), Qt.MouseButton.LeftButton)
    assert 7 in window.document.content.grid
    assert window.document.content != before
    assert window.isWindowModified()
    assert window.document.worth_asking
    assert not window.messages.isVisible()
    assert kept(folder) == [killed], "a second crash must not lose it"
    window.document.settle()
    window.close()
    saving.end()
    assert list(folder.iterdir()) == []


def test_what_is_not_wanted_goes(qtbot, killed, window, make, folder):
    make().offer()
    qtbot.waitUntil(lambda: bool(window.messages.choices))
    qtbot.mouseClick(choice(window, "Discard"), Qt.MouseButton.LeftButton)
    assert list(folder.iterdir()) == []
    assert not window.isWindowModified()


def test_a_program_that_still_runs_is_not_robbed(qtbot, window, make, folder):
    make()
    type_a_digit(window)
    qtbot.waitUntil(lambda: bool(kept(folder)))
    other = make()
    other.offer()
    qtbot.waitUntil(lambda: not window.threads.busy)
    assert window.messages.choices == []


def test_a_saved_document_is_no_longer_kept_beside(qtbot, window, make, folder, tmp_path):
    make()
    window.document.record(sudoku_trace(), "Solve")
    qtbot.waitUntil(lambda: bool(kept(folder)))
    window.files.save_to(tmp_path / "kept.ponder")
    qtbot.waitUntil(lambda: not kept(folder))


def test_a_folder_that_cannot_be_written_is_told_once(qtbot, window, make, folder):
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way")
    make()
    type_a_digit(window)
    qtbot.waitUntil(window.messages.isVisible)
    assert "not protected" in window.messages.sentence.text()
    window.messages.clear()
    type_a_digit(window, 5)
    qtbot.wait(100)
    qtbot.waitUntil(lambda: not window.threads.busy)
    assert not window.messages.isVisible()


def test_a_damaged_file_is_passed_over(qtbot, window, make, folder):
    folder.mkdir(parents=True)
    (folder / "damaged.ponder").write_bytes(b"PK\x03\x04 no zip")
    make().offer()
    qtbot.waitUntil(lambda: not window.threads.busy)
    assert window.messages.choices == []


def test_what_is_restored_belongs_to_its_file_again(qtbot, window, make, folder, tmp_path):
    """Two files and a pasted puzzle were changed; one of the files has been changed by another program since."""
    first, second = tmp_path / "first.ponder", tmp_path / "second.ponder"
    for path in (first, second):
        write_ponder(path, [Entry("a", sudoku_puzzle()), Entry("b", maze_puzzle())], 0)
        with qtbot.waitSignal(window.document.entriesChanged):
            window.files.open(path)
        type_a_digit(window)
    window.document.add(Entry("Pasted", sudoku_puzzle(), sudoku_trace(), by_hand=True), "Paste")
    document = window.document
    document.choose(next(n for n in range(len(document.entries)) if document.sheet_of(n).path == second))
    saving = make()
    saving.keep_for_next_start()
    qtbot.waitUntil(lambda: not window.threads.busy)
    saving.end()
    document.replace([Entry("fresh", maze_puzzle(), passing=True)])
    write_ponder(second, [Entry("changed meanwhile", sudoku_puzzle())], 0)

    make().offer()
    qtbot.waitUntil(lambda: bool(window.messages.choices))
    qtbot.mouseClick(choice(window, "Restore"), Qt.MouseButton.LeftButton)
    assert sorted(entry.label for entry in document.entries) == ["Pasted", "a", "a", "b", "b"]
    assert {sheet.path for sheet in document.sheets} == {first, second, None}
    assert document.path == second, "what was shown is shown"
    assert document.content.grid[0, 0] == 4
    assert all(document.worth_saving(sheet) for sheet in document.sheets)
    window.files.save(sheet=document.find(first))
    qtbot.waitUntil(lambda: not document.is_modified(document.find(first)))
    window.files.save(sheet=document.find(second))
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    assert "Another program has changed" in window.findChild(QMessageBox).text()
    window.findChild(QMessageBox).reject()
