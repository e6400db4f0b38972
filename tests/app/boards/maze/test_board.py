import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialogButtonBox

from app.boards.kinds import new_board
from app.boards.maze.board import MazeBoard
from app.boards.scroll import BoardScroll
from app.boards.size_dialog import SizeDialog
from app.documents.document import Document
from app.documents.entry import Entry
from app.film.film import Film
from solver.puzzles.maze.puzzle import FREE, START, WALL, MazePuzzle, canonical_label
from tests.films import show_refinement
from tests.traces import maze_puzzle, maze_trace

Key, Button, Modifier = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier
MAZE = MazePuzzle(("#######", "#S    #", "#     #", "#     #", "#     #", "#    G#", "#######"))


@pytest.fixture
def document(qapp):
    return Document(Entry("maze", MAZE))


@pytest.fixture
def board(qtbot, document):
    board = new_board("maze", Film())
    assert isinstance(board, MazeBoard)
    board.edited.connect(document.edit)
    document.contentChanged.connect(lambda: board.film.show(document.content))
    board.film.show(document.content)
    board.resize(400, 400)
    qtbot.addWidget(board)
    board.show()
    qtbot.waitExposed(board)
    board.setFocus()
    return board


def point(board, cell) -> QPoint:
    return board.geometry_of_cells().cell(*cell).center().toPoint()


def drag(qtbot, board, cells, button=Button.LeftButton, modifier=Modifier.NoModifier):
    qtbot.mousePress(board, button, modifier, point(board, cells[0]))
    for cell in cells[1:]:
        qtbot.mouseMove(board, point(board, cell))
    qtbot.mouseRelease(board, button, modifier, point(board, cells[-1]))


def rows(document):
    return ["".join("?# SGo"[token] for token in row) for row in document.content.grid]


def test_dragging_draws_and_is_one_undo_step(qtbot, board, document):
    drag(qtbot, board, [(2, 1), (2, 2), (2, 4), (2, 5)])
    assert rows(document)[2] == "#######"
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == "draw walls"
    document.undo_stack.undo()
    assert document.content.grid.tolist() == MAZE.grid.tolist()
    assert board.content is document.content


def test_a_fast_drag_leaves_no_gap(qtbot, board, document):
    drag(qtbot, board, [(2, 1), (4, 4)])
    assert (document.content.grid == WALL).sum() == (MAZE.grid == WALL).sum() + 6


@pytest.mark.parametrize(
    ("button", "modifier"),
    [(Button.RightButton, Modifier.NoModifier), (Button.LeftButton, Modifier.ControlModifier)],
)
def test_the_other_button_erases(qtbot, board, document, button, modifier):
    drag(qtbot, board, [(0, 1), (0, 4)], button, modifier)
    assert rows(document)[0] == "#    ##"
    assert document.undo_stack.undoText() == "erase walls"


def test_a_drag_is_seen_before_it_ends_and_escape_gives_it_up(qtbot, board, document):
    qtbot.mousePress(board, Button.LeftButton, pos=point(board, (3, 1)))
    qtbot.mouseMove(board, point(board, (3, 5)))
    assert (board.content.grid[3] == WALL).all()
    assert document.undo_stack.count() == 0
    qtbot.keyClick(board, Key.Key_Escape)
    assert board.content is document.content
    qtbot.mouseRelease(board, Button.LeftButton, pos=point(board, (3, 5)))
    assert document.undo_stack.count() == 0


def test_strokes_spare_start_and_goal(qtbot, board, document):
    drag(qtbot, board, [(1, 2), (1, 1), (2, 1)])
    assert document.content.grid[1, 1] == START


def test_start_and_goal_are_dragged(qtbot, board, document):
    drag(qtbot, board, [(1, 1), (2, 3), (3, 3)])
    assert document.content.start == (3, 3)
    assert document.content.grid[1, 1] == FREE
    assert document.undo_stack.undoText() == "move the start"
    drag(qtbot, board, [(5, 5), (3, 3), (0, 3)])
    assert document.content.goal == (0, 3)
    assert document.undo_stack.count() == 2


def test_a_start_dragged_back_has_not_moved(qtbot, board, document):
    drag(qtbot, board, [(1, 1), (3, 3), (1, 1)])
    assert document.undo_stack.count() == 0
    assert document.content is MAZE


def test_an_enclosed_goal_is_a_maze_without_a_way_until_a_wall_is_opened(qtbot, board, document):
    drag(qtbot, board, [(4, 5), (4, 4), (5, 4)])
    assert isinstance(document.content, MazePuzzle)
    assert document.content.no_answer is not None
    assert board.grab().toImage().width() > 0
    drag(qtbot, board, [(4, 5), (4, 5)], Button.RightButton)
    assert isinstance(document.content, MazePuzzle)
    assert document.content.no_answer is None


def test_keyboard_alone_draws_moves_and_erases(qtbot, board, document):
    qtbot.keyClick(board, Key.Key_Down)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Right, Key.Key_Return):
        qtbot.keyClick(board, key)
    assert board.selected == (2, 1)
    assert document.content.grid[2, 1] == WALL
    for _ in range(3):
        qtbot.keyClick(board, Key.Key_Right, Modifier.ShiftModifier)
    assert rows(document)[2] == "##### #"
    qtbot.keyClick(board, Key.Key_E)
    assert document.content.grid[2, 4] == FREE
    qtbot.keyClick(board, Key.Key_W)
    assert document.content.grid[2, 4] == WALL
    qtbot.keyClick(board, Key.Key_Return)
    assert document.content.grid[2, 4] == FREE
    qtbot.keyClick(board, Key.Key_G)
    assert document.content.goal == (2, 4)
    qtbot.keyClick(board, Key.Key_Right, Modifier.ShiftModifier)
    assert document.content.goal == (2, 5)
    board.select((3, 3))
    qtbot.keyClick(board, Key.Key_S)
    assert document.content.start == (3, 3)
    qtbot.keyClick(board, Key.Key_W)
    assert document.content.start == (3, 3)


def test_nothing_is_edited_while_a_solve_runs(qtbot, board, document):
    board.set_editable(False)
    drag(qtbot, board, [(2, 1), (2, 5)])
    board.select((2, 2))
    for key in (Key.Key_Return, Key.Key_S, Key.Key_G):
        qtbot.keyClick(board, key)
    board.invert()
    board.fill(WALL)
    assert document.undo_stack.count() == 0


def test_over_a_refinement_a_click_selects_and_a_drag_draws(qtbot, board, document):
    document.set_content(maze_puzzle(), "open")
    shown = maze_trace().refinements[-1]
    show_refinement(board, shown)
    qtbot.mouseClick(board, Button.LeftButton, pos=point(board, (9, 2)))
    assert board.selected == (9, 2)
    assert board.refinement is shown
    assert document.undo_stack.count() == 1
    drag(qtbot, board, [(9, 2), (9, 3)])
    assert document.content.grid[9, 2] == document.content.grid[9, 3] == WALL


def test_a_film_that_plays_on_does_not_end_a_drag(qtbot, board, document):
    document.set_content(maze_puzzle(), "open")
    first, second = maze_trace().refinements[:2]
    show_refinement(board, first)
    qtbot.mousePress(board, Button.LeftButton, pos=point(board, (9, 2)))
    qtbot.mouseMove(board, point(board, (9, 3)))
    show_refinement(board, second)
    assert board.refinement is None
    assert board.content.grid[9, 2] == WALL
    qtbot.keyClick(board, Key.Key_Escape)
    assert board.refinement is second
    assert document.undo_stack.count() == 1


def action(board, words):
    return next(a for a in board.edit_actions() if words in a.text().replace("&", ""))


def test_whole_maze_edits_are_undo_steps(board, document):
    for words, walls in (("Fill", 47), ("Invert", 0), ("Close", 24), ("Clear", 0)):
        action(board, words).trigger()
        assert (document.content.grid == WALL).sum() == walls, words
    assert document.undo_stack.count() == 4
    board.clear()
    assert document.undo_stack.count() == 4


# Qt's offscreen platform warns of every dialog that it cannot pass on its size hints.
@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_resizing_asks_for_rows_and_columns(qtbot, board, document):
    action(board, "Resize").trigger()
    dialog = board.findChild(SizeDialog)
    assert dialog.chosen == (7, 7)
    dialog.rows.setValue(9)
    dialog.columns.setValue(12)
    buttons = dialog.findChild(QDialogButtonBox)
    qtbot.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Ok), Button.LeftButton)
    assert document.content.shape == (9, 12)
    assert document.undo_stack.undoText() == "resize to 9×12"
    assert (document.content.grid[[0, -1]] == WALL).all()


def test_cells_are_described_for_screen_readers(board, document):
    assert board.describe((0, 0)) == "row 1, column 1: wall"
    assert board.describe((1, 1)) == "row 2, column 2: start"
    assert board.describe((5, 5)) == "row 6, column 6: goal"
    assert board.describe((2, 2)) == "row 3, column 3: free"
    document.set_content(maze_puzzle(), "open")
    shown = maze_trace().refinements[-1]
    show_refinement(board, shown)
    path = tuple(np.argwhere(canonical_label(maze_puzzle()) == 5)[0].tolist())
    assert board.describe_value(path).startswith("on the path, ")
    assert board.describe_value((9, 2)).startswith("free, path ")


def test_zoomed_board_follows_the_selected_cell(qtbot):
    view = BoardScroll()
    board = MazeBoard(Film())
    board.film.show(MAZE)
    view.set_board(board)
    view.resize(300, 300)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    board.set_zoom(4)
    qtbot.waitUntil(lambda: board.width() > 1000)
    for cell in ((6, 6), (0, 0)):
        board.select(cell)
        centre = board.mapTo(view.viewport(), point(board, cell))
        assert view.viewport().rect().contains(centre)
