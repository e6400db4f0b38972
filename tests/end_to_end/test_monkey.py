"""Whatever a person does, in whatever order: no exception, no dead thread, no document that is none.

`make monkey` does more of it; PONDER_MONKEY_SEED and PONDER_MONKEY_ACTIONS choose what.
"""

import logging
import os
import sys
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import QApplication

import app.documents.generating
from app.boards.accessible import make_boards_accessible
from app.documents.ponder_file import read_ponder, write_ponder
from app.runtime.errors import watch_for_errors
from app.window.main_window import MainWindow
from app.window.message_bar import MessageBar
from app.window.settings import Settings
from tests.app.windows import open_window
from tests.arc_tasks import arc_puzzle
from tests.end_to_end.monkey import Monkey, check_valid
from tests.traces import sudoku_puzzle

SEED = int(os.environ.get("PONDER_MONKEY_SEED", "1"))
ACTIONS = int(os.environ.get("PONDER_MONKEY_ACTIONS", "150"))
A_LIFE = min(250, ACTIONS // 2)
"""Actions between two starts of the program: the first life begins with a Sudoku, the next with an ARC task."""
SAVING = 50
"""Actions between two looks at whether the document survives its file."""
UNEXPECTED = "Something unexpected went wrong"


class Browser(QObject):
    """Stands for the desktop's, which must not open when a link is hit."""

    @Slot("QUrl")
    def open(self, url) -> None:
        pass


@pytest.fixture
def folder(tmp_path, monkeypatch):
    folder = tmp_path / "files"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def unexpected(monkeypatch):
    """What was told as unexpected, by any thread."""
    heard: list[str] = []
    say = MessageBar.say

    def listen(self, sentence, details=""):
        if sentence.startswith(UNEXPECTED):
            heard.append(details)
        say(self, sentence, details)

    monkeypatch.setattr(MessageBar, "say", listen)
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    yield heard
    for handler in logging.getLogger("ponder").handlers:
        handler.close()


@pytest.fixture
def _no_browser():
    browser = Browser()
    for scheme in ("http", "https", "file"):
        QDesktopServices.setUrlHandler(scheme, browser, "open")
    yield
    for scheme in ("http", "https", "file"):
        QDesktopServices.unsetUrlHandler(scheme)


def logged() -> str:
    files = [getattr(each, "baseFilename", "") for each in logging.getLogger("ponder").handlers]
    return "".join(Path(file).read_text("utf-8") for file in files if file and Path(file).exists())


def start(qtbot, settings: Settings, life: int) -> MainWindow:
    window = open_window(qtbot, settings, (sudoku_puzzle, arc_puzzle)[life % 2]())
    watch_for_errors(window.messages.say)
    window.activateWindow()
    return window


def check_saved(window: MainWindow, path: Path) -> None:
    document = window.document
    write_ponder(path, document.entries, document.index)
    entries, index = read_ponder(path)
    assert index == document.index
    assert len(entries) == len(document.entries)
    for read, shown in zip(entries, document.entries, strict=True):
        assert (read.content.grid == shown.content.grid).all()
        assert (read.trace is None) == (shown.trace is None)


def read_aloud(window: MainWindow) -> None:
    board = QAccessible.queryAccessibleInterface(window.board)
    for index in range(0, board.childCount(), 7):
        assert board.child(index).text(QAccessible.Text.Name)


def end(window: MainWindow) -> None:
    while (modal := QApplication.activeModalWidget()) is not None:
        modal.close()
        QApplication.processEvents()
    window.document.settle()
    assert window.close()


@pytest.mark.timeout(0 if ACTIONS > 150 else 300)
@pytest.mark.usefixtures("_no_browser")
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_monkey_at_the_window_breaks_nothing(qtbot, tmp_path, folder, unexpected, monkeypatch):
    monkeypatch.setattr(app.documents.generating.random, "SystemRandom", lambda: Random(SEED))
    settings = Settings(tmp_path / "ponder.ini")
    settings.device = "cpu"
    make_boards_accessible()
    QAccessible.setActive(True)
    monkey = Monkey(SEED, folder)
    try:
        for number in range(ACTIONS):
            if number % A_LIFE == 0:
                if monkey.window is not None:
                    end(monkey.window)
                monkey.window = start(qtbot, settings, number // A_LIFE)
            monkey.act()
            assert not unexpected, unexpected[0]
            check_valid(monkey.window)
            read_aloud(monkey.window)
            if number % SAVING == 0:
                check_saved(monkey.window, tmp_path / "kept.ponder")
    except BaseException as error:
        error.add_note(monkey.report())
        raise
    finally:
        QAccessible.setActive(False)
        if monkey.window is not None:
            end(monkey.window)
    assert logged() == ""
