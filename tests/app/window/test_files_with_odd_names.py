"""Files that are gone, or whose names are long, hold line breaks or are no UTF-8; several files dropped at once."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from app.window.settings import Settings
from tests.app.windows import open_window
from tests.traces import MAZE, SUDOKU, sudoku_puzzle


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


def test_an_error_names_the_chosen_file_and_no_other(qtbot, window, tmp_path):
    said = []
    window.files._saving.problem.connect(lambda sentence, details: said.append(sentence + details))
    window.files.save_to(tmp_path / "missing" / "chosen.ponder")
    idle(qtbot, window)
    [words] = said
    assert "chosen.ponder" in words
    assert ".part" not in words


def test_several_files_that_are_dropped_at_once_all_open(qtbot, window, tmp_path):
    contents = {"one.txt": SUDOKU, "two.txt": "\n".join(MAZE), "three.sdk": SUDOKU[::-1]}
    for name, content in contents.items():
        (tmp_path / name).write_text(content)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in contents])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(50, 50), copy, data, left, none))
    idle(qtbot, window)
    assert [entry.content.kind for entry in window.document.entries[-3:]] == ["sudoku", "maze", "sudoku"]
