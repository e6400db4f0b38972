"""How it looks and what it says when something goes wrong, through real menus, keys and starts of the program."""

import logging
import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QPushButton

import app.window.main_window
from app.runtime.errors import watch_for_errors
from app.window.preferences import Preferences
from app.window.settings import Settings
from app.window.theme import PALETTES, apply_theme, current_palette
from tests.app.windows import open_window
from tests.traces import sudoku_puzzle, sudoku_trace

ROOT = Path(__file__).parents[2]
FIRST_START = """
from app import __main__
from app.window.main_window import MainWindow

show = MainWindow.show
def show_and_tell(window):
    show(window)
    for index, entry in enumerate(window.document.entries):
        window.document.choose(index)
        print(entry.content.kind, window.docks.puzzles.isVisible(), window.status_line.status.sentence, sep="|")
    window.painted.connect(window.close)
MainWindow.show = show_and_tell
__main__.main(["--new-window"])
"""


@pytest.fixture
def window(qtbot, tmp_path):
    return open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())


def test_each_palette_is_chosen_from_the_menu_and_remembered(qtbot, qapp, window, tmp_path):
    window.document.record(sudoku_trace(solved=False), "Solve")
    pictures = {}
    try:
        for action in window.menus.theme.actions()[1:]:
            action.trigger()
            pictures[window.settings.theme] = window.board.grab().toImage()
            assert current_palette().name == window.settings.theme
            assert action.isChecked()
        assert set(pictures) == set(PALETTES)
        assert all(one != other for one, other in combinations(pictures.values(), 2))
        window.menus.theme.actions()[0].trigger()
        assert window.settings.theme == "system"
    finally:
        apply_theme(qapp, "light")


def test_the_board_is_painted_for_the_screens_own_pixels(window):
    window.document.record(sudoku_trace(), "Solve")
    size = QSize(600, 600)
    window.board.resize(size)

    def painted(scale: float) -> QImage:
        image = QImage(size * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        window.board.render(image, QPoint())
        image.setDevicePixelRatio(1)
        return image

    for scale in (1.5, 2.0, 3.0):
        sharp = painted(scale)
        blurred = painted(1.0).scaled(sharp.size(), mode=Qt.TransformationMode.SmoothTransformation)
        # The finest lines of what was merely enlarged are washed out.
        assert steepest(sharp) > 1.3 * steepest(blurred), scale


def steepest(image: QImage) -> float:
    """How much neighbouring pixels differ, where they differ most."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    lines = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    steps = np.abs(np.diff(lines[:, : grey.width()].astype(int), axis=1))
    return float(np.sort(steps, axis=None)[-steps.size // 200 :].mean())


def test_the_preferences_say_which_device_was_found_and_why(qtbot, window):
    qtbot.waitUntil(lambda: bool(window.solver.device_found), timeout=60_000)
    window.actions_.preferences.trigger()
    dialog = window.findChild(Preferences)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert window.solver.device_found in said
    qtbot.keyClicks(dialog.device, "CPU")
    dialog.accept()
    assert window.settings.device == "cpu"
    qtbot.waitUntil(lambda: window.solver.device_found == "Running on the CPU, as chosen.", timeout=60_000)


@pytest.mark.qt_no_exception_capture
def test_an_unexpected_error_is_shown_with_details_and_the_puzzle_survives(qtbot, window, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    watch_for_errors(window.messages.say)
    before = window.document.content

    def fail(*_):
        raise KeyError("a fault of ours")

    monkeypatch.setattr(app.window.main_window, "content_text", fail)
    window.activateWindow()
    qtbot.keyClick(window.board, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert window.messages.isVisible()
    assert "KeyError" in window.messages.sentence.text()
    copy = next(button for button in window.messages.findChildren(QPushButton) if button.text() == "Copy details")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "a fault of ours" in QGuiApplication.clipboard().text()
    (handler,) = logging.getLogger("ponder").handlers
    assert "a fault of ours" in Path(handler.baseFilename).read_text("utf-8")
    handler.close()
    assert window.document.content is before
    qtbot.keyClick(window.board, Qt.Key.Key_Right)
    qtbot.keyClick(window.board, Qt.Key.Key_4)
    assert window.document.content is not before


def test_the_first_start_shows_a_sample_of_each_kind_and_what_to_do():
    def start() -> list[list[str]]:
        program = subprocess.run(
            [sys.executable, "-c", FIRST_START], cwd=ROOT, env=os.environ, capture_output=True, text=True, timeout=120
        )
        assert program.returncode == 0, program.stderr
        return [line.split("|") for line in program.stdout.splitlines()]

    first = start()
    assert [kind for kind, _, _ in first] == ["sudoku", "maze", "arc"]
    for _, listed, words in first:
        assert listed == "True"
        assert "press Solve" in words
    assert [kind for kind, _, _ in start()] == ["sudoku", "maze", "arc"], "at every start"
