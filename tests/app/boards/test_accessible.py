import gc

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app.boards.accessible import AccessibleBoard, make_boards_accessible
from app.boards.kinds import new_board
from app.documents.draft import Draft
from app.film.film import Film
from tests.arc_tasks import arc_puzzle, arc_trace
from tests.films import show_refinement
from tests.traces import maze_puzzle, maze_trace, sudoku_puzzle, sudoku_trace

Name = QAccessible.Text.Name


@pytest.fixture(scope="module", autouse=True)
def _accessible(qapp):
    make_boards_accessible()


@pytest.fixture
def show(qtbot):
    def show(kind, content):
        board = new_board(kind, Film())
        board.film.show(content)
        board.resize(400, 400)
        qtbot.addWidget(board)
        board.show()
        board.activateWindow()
        board.setFocus()
        qtbot.waitUntil(board.hasFocus)
        return board

    return show


def interface(board) -> AccessibleBoard:
    return QAccessible.queryAccessibleInterface(board)


def test_each_cell_tells_its_place_value_and_confidence(show):
    board = show("sudoku", sudoku_puzzle())
    gc.collect()
    told = interface(board)
    assert told.childCount() == 81
    assert told.child(6).text(Name) == "row 1, column 7: 9, given"
    assert told.child(0).text(Name) == "row 1, column 1: empty"
    refinement = sudoku_trace().refinements[2]
    show_refinement(board, refinement)
    percent = round(float(refinement.confidence[2, 4]) * 100)
    words = f"row 3, column 5: {refinement.answer[2, 4]}, predicted, {percent} percent"
    assert told.child(2 * 9 + 4).text(Name).startswith(words)
    assert told.child(81) is None
    assert told.child(-1) is None


def test_of_an_arc_task_the_cells_of_the_active_grid_are_told(qtbot, show):
    board = show("arc", arc_puzzle())
    qtbot.addWidget(board.tool_row())
    told = interface(board)
    assert told.childCount() == 6
    assert told.child(3).text(Name) == "row 2, column 1: azure (8)"
    assert told.text(Name) == "Test 1, input: 2 rows, 3 columns"
    show_refinement(board, arc_trace().answers[1])
    assert told.childCount() == 16
    assert told.child(4).text(Name).startswith("row 2, column 1: azure (8), predicted, ")
    for _ in range(2):
        qtbot.keyClick(board, Qt.Key.Key_PageUp)
    assert told.text(Name) == "Demonstration 2, output: 3 rows, 2 columns"
    assert told.childCount() == 6
    assert told.child(0).text(Name) == "row 1, column 1: black (0)"


def test_the_selected_cell_has_the_focus(qtbot, show):
    board = show("sudoku", sudoku_puzzle())
    told = interface(board)
    assert told.focusChild() is None
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(board, key)
    assert board.selected == (1, 1)
    assert told.focusChild().text(Name).startswith("row 2, column 2: ")
    assert told.focusChild().state().focused
    assert told.focusChild().state().selected
    assert not told.child(0).state().focused
    assert told.indexOfChild(told.focusChild()) == 10
    show_refinement(board, sudoku_trace().refinements[0])
    assert "predicted" in board.accessibleDescription()


def test_a_cell_is_found_where_it_is_painted(show):
    board = show("maze", maze_puzzle())
    told = interface(board)
    start = told.child(board.index_of((1, 1)))
    assert start.text(Name) == "row 2, column 2: start"
    middle = board.mapToGlobal(board.geometry_of_cells().cell(1, 1).center().toPoint())
    assert start.rect().contains(middle)
    assert told.childAt(middle.x(), middle.y()) is start
    assert told.childAt(middle.x() + 5000, middle.y()) is None
    assert start.parent() is told


def test_cells_stand_for_what_is_shown_now(show):
    board = show("maze", maze_puzzle())
    told = interface(board)
    last = told.child(11 * 11 - 1)
    assert last.isValid()
    show_refinement(board, maze_trace().refinements[0])
    assert "path" in told.child(board.index_of((1, 2))).text(Name)
    smaller = maze_puzzle().grid[:5, :7]
    board.film.show(Draft("maze", smaller))
    assert told.childCount() == 35
    assert not last.isValid()
    assert last.text(Name) == ""
    assert told.child(7).text(Name).startswith("row 2, column 1: ")


def test_interfaces_go_with_their_board():
    board = new_board("sudoku", Film())
    board.film.show(sudoku_puzzle())
    cells = [interface(board).child(index) for index in range(81)]
    numbers = [QAccessible.uniqueId(cell) for cell in cells]
    assert QAccessible.accessibleInterface(numbers[3]) is cells[3]
    board.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(board)
    assert [QAccessible.accessibleInterface(number) for number in numbers] == [None] * 81
    del cells
    gc.collect()
