import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from app.boards.kinds import new_board
from app.boards.scroll import BoardScroll
from app.documents.document import Document
from app.documents.entry import Entry
from app.film.film import Film
from tests.films import show_refinement
from tests.traces import sudoku_puzzle, sudoku_trace

Key = Qt.Key


@pytest.fixture
def document(qapp):
    return Document(Entry("sudoku", sudoku_puzzle()))


@pytest.fixture
def board(qtbot, document):
    board = new_board("sudoku", Film())
    board.edited.connect(document.edit)
    document.contentChanged.connect(lambda: board.film.show(document.content))
    board.film.show(document.content)
    board.resize(400, 400)
    qtbot.addWidget(board)
    board.show()
    qtbot.waitExposed(board)
    board.setFocus()
    return board


def click(qtbot, board, cell):
    qtbot.mouseClick(board, Qt.MouseButton.LeftButton, pos=board.geometry_of_cells().cell(*cell).center().toPoint())


def test_click_selects_and_digits_are_typed(qtbot, board, document):
    click(qtbot, board, (0, 0))
    assert board.selected == (0, 0)
    qtbot.keyClick(board, Key.Key_4)
    assert document.content.grid[0, 0] == 4
    assert document.undo_stack.undoText() == "type 4 in row 1, column 1"
    qtbot.keyClick(board, Key.Key_4)
    assert document.undo_stack.count() == 1, "the same digit again is no change"


@pytest.mark.parametrize("key", [Key.Key_0, Key.Key_Backspace, Key.Key_Delete])
def test_a_given_is_cleared(qtbot, board, document, key):
    click(qtbot, board, (0, 6))
    qtbot.keyClick(board, key)
    assert document.content.grid[0, 6] == 0


def test_the_keypad_types_too(qtbot, board, document):
    click(qtbot, board, (0, 0))
    qtbot.keyClick(board, Key.Key_4, Qt.KeyboardModifier.KeypadModifier)
    assert document.content.grid[0, 0] == 4


def test_arrows_and_wasd_move_and_stop_at_the_border(qtbot, board):
    qtbot.keyClick(board, Key.Key_Right)
    assert board.selected == (0, 0)
    for key in (Key.Key_Right, Key.Key_D, Key.Key_Down, Key.Key_S):
        qtbot.keyClick(board, key)
    assert board.selected == (2, 2)
    for key in (Key.Key_W, Key.Key_Up, Key.Key_Up, Key.Key_A, Key.Key_Left, Key.Key_Left):
        qtbot.keyClick(board, key)
    assert board.selected == (0, 0)
    with qtbot.waitSignal(board.cellSelected, check_params_cb=lambda row, column: (row, column) == (-1, -1)):
        qtbot.keyClick(board, Key.Key_Escape)
    assert board.selected is None


def test_nothing_is_edited_while_it_may_not(qtbot, board, document):
    board.set_editable(False)
    click(qtbot, board, (0, 0))
    qtbot.keyClick(board, Key.Key_4)
    assert document.content.grid[0, 0] == 0
    assert board.selected == (0, 0)


def test_shortcuts_pass_the_board(qtbot, board, document):
    click(qtbot, board, (0, 0))
    qtbot.keyClick(board, Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert document.content.grid[0, 0] == 0


def test_clear_is_one_step(board, document):
    board.clear()
    assert not document.content.grid.any()
    assert document.undo_stack.count() == 1


def test_cells_in_words(board):
    trace = sudoku_trace()
    assert board.describe((0, 6)) == "row 1, column 7: 9, given"
    assert board.describe((0, 0)) == "row 1, column 1: empty"
    show_refinement(board, trace.verified)
    percent = round(float(trace.verified.confidence[0, 0]) * 100)
    assert board.describe((0, 0)) == f"row 1, column 1: 4, predicted, {percent} percent"
    wrong = trace.refinements[0]
    show_refinement(board, wrong)
    row, column = next(cell for cell in zip(*wrong.violations.nonzero(), strict=True) if wrong.answer[cell])
    if board.content.free[row, column]:
        assert board.describe((row, column)).endswith("breaks a rule")
    board.select((0, 0))
    assert board.accessibleDescription() == board.describe((0, 0))


def move_mouse(board, place):
    """Straight to the board: the offscreen pointer may still belong to an earlier test's window."""
    none = Qt.MouseButton.NoButton
    at = QPointF(place)
    event = QMouseEvent(QEvent.Type.MouseMove, at, board.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(board, event)


def test_hover_is_told(qtbot, board):
    with qtbot.waitSignal(board.cellHovered, check_params_cb=lambda row, column: (row, column) == (3, 4)):
        move_mouse(board, board.geometry_of_cells().cell(3, 4).center().toPoint())
    with qtbot.waitSignal(board.cellHovered, check_params_cb=lambda row, column: (row, column) == (-1, -1)):
        move_mouse(board, QPoint(1, 1))


def test_zoom_makes_the_board_larger_than_its_view(qtbot):
    board, view = new_board("sudoku", Film()), BoardScroll()
    qtbot.addWidget(view)
    view.resize(400, 400)
    view.set_board(board)
    view.show()
    board.set_zoom(2)
    qtbot.waitUntil(lambda: board.width() >= 700)
    board.set_zoom(0.1)
    assert board.zoom == 1
    qtbot.waitUntil(lambda: board.width() <= 400)
