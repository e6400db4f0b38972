"""A person draws a maze in the real window, has it solved, steps back, undoes the solve and exports."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from app.boards.maze.board import MazeBoard
from app.documents.entry import Entry
from app.documents.generating import Recipe, blank
from app.documents.ponder_file import read_ponder
from app.documents.samples import starting_entries
from app.window.main_window import MainWindow
from app.window.settings import Settings
from solver.formats.content import Content
from solver.formats.maze_image import write_maze_image
from solver.formats.registry import read
from solver.puzzles.maze.puzzle import FREE, PATH, WALL, MazePuzzle

Key, Button = Qt.Key, Qt.MouseButton
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SOLVING = 60_000


@pytest.fixture
def window(qtbot, tmp_path):
    settings = Settings(tmp_path / "ponder.ini")
    settings.paced = False
    window = MainWindow(Entry("Untitled", blank("maze")), settings)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window._closing = True
    window.close()
    window.deleteLater()


def point(board, cell) -> QPoint:
    return board.geometry_of_cells().cell(*cell).center().toPoint()


def drag(qtbot, board, cells, button=Button.LeftButton):
    qtbot.mousePress(board, button, pos=point(board, cells[0]))
    for cell in cells[1:]:
        qtbot.mouseMove(board, point(board, cell))
    qtbot.mouseRelease(board, button, pos=point(board, cells[-1]))


def said(window) -> str:
    return window.status_line.accessibleName()


def draw_comb(qtbot, board):
    """Fill the 13×13 maze with walls, then carve one winding corridor from S to G with the right button."""
    next(action for action in board.edit_actions() if "Fill" in action.text()).trigger()
    turns = [(1, 1), (1, 11), (3, 11), (3, 1), (5, 1), (5, 11), (7, 11), (7, 1), (9, 1), (9, 11), (11, 11)]
    drag(qtbot, board, turns, Button.RightButton)
    # Two dead ends, for there to be something to find out.
    drag(qtbot, board, [(9, 1), (11, 1), (11, 5)], Button.RightButton)


def test_draw_solve_step_back_undo_and_export(qtbot, window, tmp_path):
    board = window.board
    assert isinstance(board, MazeBoard)
    draw_comb(qtbot, board)
    puzzle = window.document.content
    assert isinstance(puzzle, MazePuzzle)
    assert puzzle.shortest == 60

    window.actions_.solve.trigger()
    qtbot.waitUntil(lambda: window.document.trace is not None, timeout=SOLVING)
    trace = window.document.trace
    assert trace.verified is not None
    assert puzzle.check(trace.verified.answer).accepted
    assert window.player.film.current() is trace.verified
    assert board.refinement is trace.verified
    assert "The rules accept this answer" in said(window)

    for _ in range(len(window.player.film.refinements)):
        window.actions_.step_back.trigger()
    assert window.player.film.position == -1
    assert board.refinement is None
    window.actions_.step_forward.trigger()
    assert board.refinement is trace.refinements[0]

    picture = tmp_path / "board.png"
    with qtbot.waitSignal(window.exports.exported, timeout=10_000):
        window.exports.write(picture)
    assert not QImage(str(picture)).isNull()
    window.player.go_last()
    window.copy()
    window.actions_.undo.trigger()
    assert window.document.trace is None
    assert window.document.content is puzzle
    window.actions_.redo.trigger()
    assert window.document.trace is trace


def test_a_maze_whose_way_is_walled_up_says_so_until_it_is_opened(qtbot, window):
    board = window.board
    drag(qtbot, board, [(2, 1), (2, 2), (1, 2)])
    assert isinstance(window.document.content, MazePuzzle)
    assert window.actions_.solve.isEnabled()
    qtbot.waitUntil(lambda: "No way to the goal exists: no answer can be right." in said(window))
    qtbot.keyClick(board, Key.Key_E)
    qtbot.waitUntil(lambda: "no answer can be right" not in said(window))


@pytest.mark.parametrize("shape", [(101, 101), (5, 101), (101, 5)], ids=str)
def test_the_largest_mazes_are_generated_drawn_solved_saved_and_opened(qtbot, window, tmp_path, shape):
    window.settings.steps, window.settings.views = 2, 1
    with qtbot.waitSignal(window.document.contentChanged, timeout=SOLVING):
        window.files.generate(Recipe("maze", "rooms", *shape))
    window.guessing.choose(False)
    board, middle = window.board, (shape[0] // 2, shape[1] // 2)
    before = window.document.content
    assert before.shape == shape
    drag(qtbot, board, [middle, middle], Button.RightButton if before.grid[middle] == WALL else Button.LeftButton)
    maze = window.document.content
    assert (maze.grid != before.grid).sum() == (1 if before.grid[middle] in (WALL, FREE) else 0)
    with qtbot.waitSignal(window.solver.finished, timeout=SOLVING):
        window.actions_.solve.trigger()
    assert len(window.document.trace) == 2
    window.player.go_last()
    assert board.refinement.answer.shape == shape

    path = tmp_path / "large.ponder"
    window.files.save_to(path)
    qtbot.waitUntil(lambda: not window.document.modified, timeout=SOLVING)
    entries, shown = read_ponder(path)
    entry = entries[shown]
    assert entry.content == maze
    assert len(entry.trace) == 2


def test_an_image_of_a_maze_is_opened(qtbot, window, tmp_path):
    maze = MazePuzzle(("#######", "#S#   #", "# # # #", "# # # #", "#   #G#", "#######"))
    write_maze_image(maze, tmp_path / "maze.png", block=9)
    with qtbot.waitSignal(window.document.contentChanged, timeout=10_000):
        window.files.open(tmp_path / "maze.png")
    assert window.document.content == maze

    Image.fromarray(np.full((40, 40), 255, dtype=np.uint8)).save(tmp_path / "blank.png")
    # Before that it may say that Ponder is still getting ready.
    with qtbot.waitSignal(
        window.files.problem, timeout=10_000, check_params_cb=lambda why, *_: why == "This picture is blank."
    ):
        window.files.open(tmp_path / "blank.png")
    assert window.document.content == maze
    with Image.open(tmp_path / "maze.png") as image:
        assert image.size == (63, 54)
    assert [each.puzzle for each in read(Content((tmp_path / "maze.png").read_bytes()))] == [maze]


def test_a_maze_that_is_not_solved_is_shown_as_just_that(qtbot, window):
    # Beyond the goal lies a dead end of 50 cells, more than the network can look along in one step.
    window.settings.steps, window.settings.views = 1, 1
    draw_comb(qtbot, window.board)
    drag(qtbot, window.board, [(11, 11), (1, 11)])
    window.actions_.solve.trigger()
    qtbot.waitUntil(lambda: window.document.trace is not None, timeout=SOLVING)
    [shown] = window.document.trace
    assert shown.accepted is False
    assert shown.violations.any()
    assert window.board.refinement is shown
    assert "erified: the rules accept" not in said(window)
    assert window.actions_.more_views.isEnabled()

    window.settings.steps = 40
    window.actions_.keep_thinking.trigger()
    qtbot.waitUntil(lambda: not window.solving.running, timeout=SOLVING)
    assert window.document.trace.verified is not None
    assert "The rules accept this answer" in said(window)


def test_before_there_is_a_path_the_board_shows_the_memory_at_work(qtbot, window):
    window.document.show_or_add(starting_entries()[1], "Test")
    with qtbot.waitSignal(window.solver.finished, timeout=60_000):
        window.actions_.solve.trigger()
    window.actions_.go_first.trigger()
    window.actions_.step_forward.trigger()
    shown = window.film.shown()
    assert not (shown.answer == PATH).any()
    assert not window.actions_.overlay_z.isChecked()
    assert said(window) == "No path yet. Purple shows where the model's working memory has just moved."
    plain = window.board.grab().toImage()
    window.actions_.overlay_z.trigger()
    assert window.board.grab().toImage() == plain, "the same overlay is there already"
    window.actions_.overlay_z.trigger()
    window.actions_.go_last.trigger()
    assert (window.film.shown().answer == PATH).any()
    solved = window.board.grab().toImage()
    window.actions_.overlay_z.trigger()
    assert window.board.grab().toImage() != solved, "with a path, it is shown only if it is wanted"


def test_confidence_is_that_of_the_path_and_not_of_what_was_never_in_doubt(qtbot, window):
    window.document.show_or_add(starting_entries()[1], "Test")
    with qtbot.waitSignal(window.solver.finished, timeout=60_000):
        window.actions_.solve.trigger()
    qtbot.waitUntil(lambda: window.docks.confidence is not None)
    window.actions_.go_first.trigger()
    window.actions_.step_forward.trigger()
    legend = window.docks.confidence.legend["mean confidence"]
    assert not (window.film.shown().answer == PATH).any()
    qtbot.waitUntil(lambda: legend.words.endswith(" 0 %"))
    window.actions_.go_last.trigger()
    shown = window.film.shown()
    path = shown.answer == PATH
    seen = path.copy()
    for refinement in window.film.refinements:
        seen |= (refinement.view == shown.view) & (refinement.answer == PATH)
    assert shown.mean_confidence == pytest.approx(shown.confidence[seen].mean(), abs=1e-5)
    assert len({round(refinement.mean_confidence, 2) for refinement in window.film.refinements}) > 2
