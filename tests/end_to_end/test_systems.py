"""File ▸ Compare ▸ TRM and HRM in the real window: both solve, one playhead, and cancelling."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from app.comparing.pair import find_pair
from app.window.checkpoints import imported_home
from app.window.settings import Settings
from tests.app.windows import open_window
from tests.arc_tasks import arc_puzzle
from tests.traces import hopeless_sudoku, maze_puzzle, sudoku_puzzle

SECONDS = 60_000
Key, Left = Qt.Key, Qt.MouseButton.LeftButton
Alt = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot, tmp_path):
    settings = Settings(tmp_path / "ponder.ini")
    settings.device = "cpu"
    window = open_window(qtbot, settings, sudoku_puzzle())
    qtbot.waitUntil(lambda: bool(window.solver.device_found), timeout=SECONDS)
    return window


def ask(qtbot, window):
    """By the action's keys, which come to the window that has the keyboard."""
    window.activateWindow()
    window.board.setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.board, Key.Key_Y, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def test_both_solve_the_open_puzzle_and_play_side_by_side(qtbot, window):
    window.document.set_content(hopeless_sudoku(), "Test")
    assert window.actions_.compare_systems.isEnabled()
    ask(qtbot, window)
    assert window.systems.running
    assert not window.actions_.compare_systems.isEnabled()
    assert window.messages.sentence.text().startswith("Solving with TRM: ")
    qtbot.waitUntil(lambda: window.comparing.comparison is not None, timeout=SECONDS)
    comparison = window.comparing.comparison
    qtbot.waitUntil(comparison.isActiveWindow)
    assert not window.messages.isVisible()
    assert window.actions_.compare_systems.isEnabled()
    left, right = comparison.left, comparison.right
    assert left.title == "TRM, 46,321 parameters"
    assert right.title == "HRM, 92,450 parameters"
    assert left.trace.puzzle == right.trace.puzzle == hopeless_sudoku()
    assert [len(side.trace.film()) for side in (left, right)] == [16, 16]
    assert all(r.continue_probability is None for r in left.trace)
    assert all(0 < r.continue_probability < 1 for r in right.trace)
    qtbot.keyClick(left.board, Key.Key_Home, Alt)
    for step in (1, 2, 3):
        qtbot.mouseClick(comparison.transport.forward, Left)
        assert left.board.refinement.step == right.board.refinement.step == step
        differing = (left.board.refinement.answer != right.board.refinement.answer) & left.trace.puzzle.free
        assert np.array_equal(left.board.differing, differing)
    assert window.document.trace is None, "the document's own recording is left alone"
    (menu,) = [each for each in window.actions_.compare_systems.associatedObjects() if each is not window]
    assert menu.title() == "&Compare"
    qtbot.keyClick(comparison, Key.Key_Escape)
    qtbot.waitUntil(lambda: window.comparing.comparison is None)


def test_it_can_be_cancelled_and_started_again(qtbot, window):
    window.document.set_content(hopeless_sudoku(), "Test")
    ask(qtbot, window)
    (cancel,) = window.messages.choices
    qtbot.mouseClick(cancel, Left)
    assert not window.systems.running
    assert not window.messages.isVisible()
    ask(qtbot, window)
    window.document.set_content(sudoku_puzzle(), "Test")
    assert not window.systems.running, "another puzzle is open"
    qtbot.wait(50)
    assert window.comparing.comparison is None


def test_what_is_missing_is_told(qtbot, window):
    assert find_pair("maze", None, imported_home()) is None
    window.document.set_content(maze_puzzle(), "Test")
    ask(qtbot, window)
    assert "no HRM" in window.messages.sentence.text()
    window.document.set_content(arc_puzzle(), "Test")
    assert not window.actions_.compare_systems.isEnabled()
