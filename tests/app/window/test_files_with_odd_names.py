"""Files that are gone, have odd names or cannot be written; several files dropped at once."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from app.exporting.exports import FORMATS
from app.window.settings import Settings
from app.words.plain import unbroken
from solver.formats.maze_image import write_maze_image
from tests.app.windows import open_window
from tests.solver.formats.arc_pictures import GRID, arc_picture, png
from tests.solver.formats.sudoku_pictures import screen
from tests.traces import MAZE, SUDOKU, maze_puzzle, sudoku_puzzle


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "ponder.ini")


@pytest.fixture
def window(qtbot, settings):
    return open_window(qtbot, settings, sudoku_puzzle())


def idle(qtbot, window):
    qtbot.waitUntil(lambda: not window.threads.busy, timeout=60_000)


def titles(window):
    return [action.text() for action in window.menus.recent.actions()]


def test_files_that_are_gone_leave_the_list_at_the_start(qtbot, settings, tmp_path):
    kept, gone = tmp_path / "kept.txt", tmp_path / "gone.txt"
    kept.write_text(SUDOKU)
    for path in (kept, gone, tmp_path / "no folder" / "gone.txt", kept / "below a file.txt"):
        settings.add_recent(path)
    window = open_window(qtbot, settings, sudoku_puzzle())
    qtbot.waitUntil(lambda: settings.recent == [kept])
    assert not any("gone" in title for title in titles(window))


def test_files_that_are_gone_leave_the_list_when_it_is_shown(qtbot, window, tmp_path):
    file = tmp_path / "puzzle.txt"
    file.write_text(SUDOKU)
    window.files.open(file)
    idle(qtbot, window)
    assert window.settings.recent == [file]
    file.unlink()
    window.menus.recent.aboutToShow.emit()
    qtbot.waitUntil(lambda: not window.settings.recent)
    assert not window.menus.recent.isEnabled()


def test_a_folder_that_may_not_be_looked_into_costs_nothing(qtbot, window, tmp_path, monkeypatch):
    file = tmp_path / "puzzle.txt"
    window.settings.add_recent(file)

    def refused(self, **_):
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(Path, "stat", refused)
        window.files.prune_recent()
        idle(qtbot, window)
    assert window.settings.recent == [file]


@pytest.mark.parametrize("name", [b"a\nb.txt", b"\xff\xfe caf\xe9.txt", b" spaces and %0A.txt", "🂡 ü.txt".encode()])
def test_any_name_comes_back_exactly(qtbot, window, tmp_path, name):
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    file.write_text(SUDOKU)
    window.files.open(file)
    idle(qtbot, window)
    window.settings.sync()
    again = Settings(tmp_path / "ponder.ini").recent
    assert [os.fsencode(path) for path in again] == [os.fsencode(file)]
    window.files.open(again[0])
    idle(qtbot, window)
    assert not window.messages.isVisibleTo(window)


@pytest.mark.parametrize("length", [200, 236, 248, 255])
def test_a_long_name_saves(qtbot, window, tmp_path, length):
    file = tmp_path / ("n" * (length - len(".ponder")) + ".ponder")
    window.files.save_to(file)
    idle(qtbot, window)
    assert window.document.path == file
    assert [path.name for path in tmp_path.glob("*.ponder")] == [file.name]


def save_by_keys(qtbot, window, path):
    """Ctrl+S on a puzzle that is in no file, and a name typed into the dialog."""
    window.actions_.save.trigger()
    choose(qtbot, window, path)


def export_by_menu(qtbot, window, path):
    window.exports.ask(next(form for form in FORMATS if form.suffix == path.suffix))
    choose(qtbot, window, path)


def choose(qtbot, window, path):
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)
    dialog = window.findChild(QFileDialog)
    # Typing a name that cannot be written makes some dialogs ask first; what is written does not depend on that.
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    idle(qtbot, window)


def refusing(number):
    def refuse(*_):
        raise OSError(number, os.strerror(number), ".hidden-0123456789ab.part")

    return refuse


@pytest.mark.parametrize(
    ("number", "reason", "advice"),
    [
        (errno.EACCES, "you may not write in this folder", "Choose another folder"),
        (errno.EROFS, "this disk is read-only", "Choose a folder on another disk"),
        (errno.ENOSPC, "the disk is full", "Free some space and try again"),
        (errno.EMFILE, "Too many files are open", "try again"),
    ],
)
@pytest.mark.parametrize(("write", "name"), [(save_by_keys, "chosen.ponder"), (export_by_menu, "chosen.png")])
def test_a_refused_save_or_export_says_what_helps(
    qtbot, window, tmp_path, monkeypatch, write, name, number, reason, advice
):
    (tmp_path / name).write_bytes(b"as it was")
    monkeypatch.setattr("solver.files.os.fsync", refusing(number))
    modified = window.document.modified
    write(qtbot, window, tmp_path / name)
    words = window.messages.sentence.text()
    assert window.messages.isVisibleTo(window)
    assert f"“{name}” was not written: {reason}" in unbroken(words)
    assert advice in words
    assert ".part" not in words
    assert [path.name for path in tmp_path.iterdir() if path.name != "ponder.ini"] == [name]
    assert (tmp_path / name).read_bytes() == b"as it was"
    assert window.document.modified == modified
    assert window.document.path is None


@pytest.mark.parametrize(("write", "suffix"), [(save_by_keys, ".ponder"), (export_by_menu, ".svg")])
def test_a_name_that_is_too_long_and_a_folder_that_is_gone_say_so(qtbot, window, tmp_path, write, suffix):
    write(qtbot, window, tmp_path / ("n" * 300 + suffix))
    words = unbroken(window.messages.sentence.text())
    assert "its name is too long. Choose a shorter one." in words
    assert len(words) < 200
    write(qtbot, window, tmp_path / "missing" / f"chosen{suffix}")
    words = unbroken(window.messages.sentence.text())
    assert words == f"“chosen{suffix}” was not written: its folder is gone. Choose another folder."
    (tmp_path / f"folder{suffix}").mkdir()
    write(qtbot, window, tmp_path / f"folder{suffix}")
    assert "a folder has this name" in window.messages.sentence.text()


def drop(qtbot, window, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dragEnterEvent(entered := QDragEnterEvent(QPoint(50, 50), copy, data, left, none))
    assert entered.isAccepted()
    window.dropEvent(QDropEvent(QPoint(50, 50), copy, data, left, none))
    idle(qtbot, window)


def test_several_files_that_are_dropped_at_once_all_open(qtbot, window, tmp_path):
    contents = {"one.txt": SUDOKU, "two.txt": "\n".join(MAZE), "three.sdk": SUDOKU[::-1]}
    for name, content in contents.items():
        (tmp_path / name).write_text(content)
    drop(qtbot, window, [tmp_path / name for name in contents])
    assert [entry.content.kind for entry in window.document.entries[-3:]] == ["sudoku", "maze", "sudoku"]


def test_several_pictures_of_all_kinds_that_are_dropped_at_once_open(qtbot, window, tmp_path):
    sudoku, maze, grid, broken = (tmp_path / name for name in ("sudoku.png", "maze.png", "grid.png", "broken.png"))
    sudoku.write_bytes(png(screen()))
    write_maze_image(maze_puzzle(), maze)
    grid.write_bytes(png(arc_picture(GRID)))
    broken.write_bytes(maze.read_bytes()[:40])
    drop(qtbot, window, [sudoku, grid, broken, maze])
    assert [entry.content.kind for entry in window.document.entries[-2:]] == ["sudoku", "maze"]
    words = unbroken(window.messages.sentence.text())
    assert words.startswith("2 puzzles or recordings could not be read; the rest is open. grid.png: This picture shows")
    assert "broken.png: " in window.messages._details


def test_several_files_of_which_none_can_be_read_are_all_named(qtbot, window, tmp_path):
    before = window.document.entries
    files = [tmp_path / "a.txt", tmp_path / "b.png", tmp_path / "gone.txt"]
    files[0].write_text("nothing here")
    files[1].write_bytes(png(arc_picture(GRID)))
    drop(qtbot, window, files)
    assert "None of the 3 files could be opened. a.txt: " in unbroken(window.messages.sentence.text())
    assert "b.png: This picture shows one grid" in window.messages._details
    assert "gone.txt: No such file or folder" in window.messages._details
    assert window.document.entries == before
    assert not window.document.undo_stack.canUndo()


def test_a_document_that_is_open_is_not_opened_a_second_time_among_others(qtbot, window, tmp_path):
    document, other = tmp_path / "mine.ponder", tmp_path / "other.txt"
    other.write_text("\n".join(MAZE))
    window.files.save_to(document)
    idle(qtbot, window)
    window.document.edit(sudoku_puzzle(), "Edit")
    drop(qtbot, window, [document, other, other])
    assert [sheet.path for sheet in window.document.sheets].count(document) == 1
    assert [entry.content.kind for entry in window.document.entries] == ["sudoku", "maze"]


def test_a_question_about_one_of_several_files_is_about_the_shown_puzzle(qtbot, window, tmp_path):
    unclear, clear = tmp_path / "unclear.txt", tmp_path / "clear.txt"
    unclear.write_text("\n".join(("### ###", "#     #", "# ### #", "#   # #", "##### #")) + "\n")
    clear.write_text("\n".join(MAZE))
    drop(qtbot, window, [unclear, clear])
    [button] = window.messages.choices
    assert window.document.entry.label == "unclear"
    start = window.document.content.start
    button.click()
    assert window.document.content.goal == start


def test_all_files_of_a_second_start_open(qtbot, window, tmp_path):
    files = [tmp_path / "one.txt", tmp_path / "two.txt"]
    files[0].write_text("\n".join(MAZE))
    files[1].write_text(SUDOKU[::-1])
    window.open_all_asked([str(file) for file in files])
    idle(qtbot, window)
    assert [entry.label for entry in window.document.entries[-2:]] == ["one", "two"]
