"""What cannot be used says why, in its tooltip."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QToolBar, QToolTip

from app.documents.draft import Draft
from app.solving.branch_dialog import BranchDialog
from app.window.board_menu import board_menu
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


def unexplained_in(widget):
    """Whatever can be pressed or set there, but not now, and says no reason."""
    kinds = (QAbstractButton, QComboBox, QAbstractSpinBox)
    return [
        each.objectName() or type(each).__name__
        for kind in kinds
        for each in widget.findChildren(kind)
        if each.isVisibleTo(widget) and not each.isEnabled() and each.toolTip() in ("", each.accessibleName())
    ]


def test_a_batch_says_why_its_buttons_cannot_be_pressed(window):
    window.actions_.solve_many.trigger()
    batch = window.batch
    assert [button.isEnabled() for button in (batch.these, batch.pause, batch.cancel, batch.save)] == [False] * 4
    assert batch.pause.toolTip() == "No list is being solved."
    assert batch.save.toolTip() == "Solve a list first."
    assert batch.these.toolTip() == "Only one puzzle is open. Open another one first."
    assert batch.second.toolTip().startswith("Solves the same list again")
    assert unexplained_in(batch) == []


def test_the_dialog_of_a_branch_says_why_fields_cannot_be_set(window):
    window.document.record(sudoku_trace(), "Solve")
    dialog = BranchDialog(window.film, None, window)
    assert dialog.force.toolTip() == "Select a cell first."
    assert dialog.seed.toolTip() == "Disturb the working memory first."
    assert dialog.for_good.toolTip() == "Choose a value to force first."
    dialog.kick.setValue(0.5)
    assert dialog.seed.isEnabled()
    assert dialog.seed.toolTip() == ""
    dialog.reject()


@pytest.mark.parametrize(
    ("puzzle", "cell", "guessing", "why"),
    [
        (sudoku_puzzle, (0, 6), True, "This cell is given by the puzzle."),
        (sudoku_puzzle, (0, 0), False, "Choose Guess first: the givens have no pencil marks."),
        (sudoku_puzzle, None, True, "Select a cell first."),
        (maze_puzzle, (1, 2), False, "Choose Your path above the maze first."),
        (maze_puzzle, (0, 0), True, "This cell is given by the puzzle."),
    ],
)
def test_the_board_s_menu_says_why(window, puzzle, cell, guessing, why):
    window.document.set_content(puzzle(), "Test")
    window.guessing.choose(guessing)
    window.board.select(cell)
    menu = board_menu(window.board, (), window)
    disabled = [action for action in menu.actions() if not action.isEnabled() and not action.isSeparator()]
    assert menu.toolTipsVisible()
    assert disabled
    assert {action.toolTip() for action in disabled} == {why}
    menu.deleteLater()
