"""What cannot be used says why, in its tooltip."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolBar, QToolTip

from app.documents.draft import Draft
from app.window.settings import Settings
from tests.app.windows import open_window
from tests.arc_tasks import arc_puzzle
from tests.traces import maze_puzzle, sudoku_puzzle, sudoku_trace


@pytest.fixture
def window(qtbot, tmp_path):
    return open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())


def unexplained(window):
    """Actions and buttons that cannot be used, and say no more than their name."""
    actions = [
        each
        for each in window.actions_.findChildren(QAction)
        if not each.isEnabled() and each.toolTip() in ("", each.text().replace("&", "").removesuffix("…"))
    ]
    buttons = [
        each
        for each in window.findChildren(QAbstractButton)
        if each.isVisible() and not each.isEnabled() and each.toolTip() in ("", each.text().replace("&", ""))
    ]
    return [each.text() for each in (*actions, *buttons)]


@pytest.mark.parametrize("puzzle", [sudoku_puzzle, maze_puzzle, arc_puzzle])
def test_everything_that_cannot_be_used_says_why(window, puzzle):
    window.document.set_content(puzzle(), "Test")
    assert unexplained(window) == []
    if puzzle is sudoku_puzzle:
        window.document.record(sudoku_trace(), "Solve")
        assert unexplained(window) == []
        window.document.edit(Draft.of(puzzle(), {(0, 0): 9}), "Test")
        assert unexplained(window) == []
        assert "Correct it first" in window.actions_.solve.toolTip()


def test_pointing_at_a_greyed_button_shows_the_reason(qtbot, window):
    bar = window.findChild(QToolBar)
    button = bar.widgetForAction(window.actions_.keep_thinking)
    assert not button.isEnabled()
    at = button.rect().center()
    QApplication.sendEvent(button, QHelpEvent(QEvent.Type.ToolTip, at, button.mapToGlobal(at)))
    qtbot.waitUntil(lambda: QToolTip.text() == "Solve the puzzle first.")
    transport = window.docks.transport.play
    assert transport.toolTip() == "Play: Solve the puzzle first."
    window.document.record(sudoku_trace(solved=False), "Solve")
    assert transport.toolTip() in ("Play", "Pause")
    assert window.actions_.branch.toolTip().startswith("Change something at the refinement shown")
    # The verdict stays in sight.
    assert "Solve the puzzle first" not in window.statusBar().currentMessage()
    QToolTip.hideText()


def test_the_tooltip_comes_back_once_it_can_be_used(qtbot, window):
    digit = window.board.row.digits[0]
    assert digit.toolTip() == "Select a cell first."
    window.board.setFocus()
    qtbot.keyClick(window.board, Qt.Key.Key_Right)
    assert digit.toolTip() == "Put 1 into the selected cell"
