import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.formats.maze_npz import read_maze_npz
from solver.puzzles.base import IntGrid, PuzzleError
from solver.puzzles.maze.distance import moves_from
from solver.puzzles.maze.generator import STYLES, generate_mazes
from solver.puzzles.maze.puzzle import FREE, GOAL, PATH, START, WALL, MazePuzzle, canonical_label, is_exact

RING = MazePuzzle(
    (
        "#######",
        "#S    #",
        "# ### #",
        "# # # #",
        "# ### #",
        "#    G#",
        "#######",
    )
)
CROOKED = MazePuzzle(("S    ", "#### ", "  #  ", " ## #", "    G"))


def draw(maze: MazePuzzle, *cells: tuple[int, int]) -> IntGrid:
    answer = maze.grid.copy()
    for cell in cells:
        answer[cell] = PATH
    return answer


DOWN = [(2, 1), (3, 1), (4, 1), (5, 1), (5, 2), (5, 3), (5, 4)]
ACROSS = [(1, 2), (1, 3), (1, 4), (1, 5), (2, 5), (3, 5), (4, 5)]


def test_grid_is_in_published_tokens_and_read_only():
    assert CROOKED.grid.tolist()[0] == [START, FREE, FREE, FREE, FREE]
    assert CROOKED.grid.tolist()[4] == [FREE, FREE, FREE, FREE, GOAL]
    assert CROOKED.grid[1, 0] == WALL
    with pytest.raises(ValueError, match="read-only"):
        CROOKED.grid[0, 0] = WALL
    assert CROOKED.free.sum() == 25 - 8 - 2


def test_puzzles_are_values():
    again = MazePuzzle(RING.rows)
    assert again == RING
    assert hash(again) == hash(RING)
    assert RING.shape == (7, 7)
    assert RING.shortest == 8


@pytest.mark.parametrize(
    ("rows", "why", "line"),
    [
        (("#####", "#   #", "#   #", "#  G#", "#####"), "no start", None),
        (("#####", "#   #", "#   #", "#  S#", "#####"), "no goal", None),
        (("#####", "#S  #", "#  S#", "#  G#", "#####"), "2 starts (S): row 2, column 2 and row 3, column 4", 3),
        (
            ("#####", "#S G#", "# G #", "#  G#", "#####"),
            "3 goals (G): row 2, column 4, row 3, col",
            3,
        ),
        (("#####", "#S x#", "#   #", "#  G#", "#####"), "“x” in column 4", 2),
        (("#####", "#S  #", "#   ##", "#  G#", "#####"), "This row has 6 cells, but the other rows have 5", 3),
        (("#####", "#S G#", "#####"), "at least 5 rows and 5 columns. This one is 3×5", None),
        (tuple(["S" + " " * 101, "G" + " " * 101] + [" " * 102] * 4), "at most 101 rows and 101 columns", None),
        ((), "at least 5 rows", None),
    ],
)
def test_each_fault_has_its_own_sentence(rows, why, line):
    with pytest.raises(PuzzleError) as caught:
        MazePuzzle(rows)
    assert why in str(caught.value.why)
    assert str(caught.value.why).endswith(".")
    assert caught.value.line == line


def test_without_a_way_to_the_goal_no_answer_is_right():
    maze = MazePuzzle(("S #  ", "  #  ", " ##  ", "##   ", "    G"))
    assert maze.shortest == -1
    assert [str(warning) for warning in maze.warnings()] == ["No way to the goal exists: no answer can be right."]
    assert maze.no_answer == maze.warnings()[0]
    assert RING.no_answer is None
    bent = [(0, 1), (1, 1), (1, 3), (2, 3), (3, 3), (4, 3)]
    everything = [tuple(cell) for cell in np.argwhere(maze.free).tolist()]
    for cells in ([], bent, everything):
        verdict = maze.check(draw(maze, *cells))
        assert verdict.accepted is False
        assert verdict.reason == maze.no_answer
        assert all(verdict.violations[cell] for cell in cells)
    through_the_wall = draw(maze, (0, 1), (0, 2), (0, 3), (1, 3), (2, 3), (3, 3), (4, 3))
    assert not maze.check(through_the_wall).accepted
    assert (canonical_label(maze) == maze.grid).all()


@given(st.integers(0, 10_000), st.sampled_from(list(STYLES)), st.data())
@settings(max_examples=40, deadline=None)
def test_no_answer_to_a_walled_off_maze_is_ever_accepted(seed, style, data):
    [maze] = generate_mazes(1, seed, style, 9, 8, no_way=True)
    marked = data.draw(st.lists(st.booleans(), min_size=72, max_size=72))
    answer = np.where(maze.free & np.reshape(marked, (9, 8)), PATH, maze.grid)
    assert maze.check(answer).accepted is False
    assert maze.check(maze.grid).accepted is False


@pytest.mark.parametrize("path", [DOWN, ACROSS])
def test_any_shortest_path_is_accepted(path):
    verdict = RING.check(draw(RING, *path))
    assert verdict.accepted is True
    assert not verdict.violations.any()


def test_start_beside_goal_needs_no_path():
    maze = MazePuzzle(("SG   ", "     ", "     ", "     ", "     "))
    assert maze.check(maze.grid).accepted
    assert maze.warnings()
    assert not maze.check(draw(maze, (1, 0), (1, 1))).accepted
    assert RING.warnings() == ()


@pytest.mark.parametrize(
    ("cells", "marked", "why"),
    [
        ([], [(1, 1), (5, 5)], "no path"),
        (DOWN[:-1], [(5, 3), (5, 5)], "ends 2 moves before the goal, at row 6, column 4"),
        (DOWN[1:], [(1, 1), (3, 1)], "No path leaves the start"),
        (DOWN[:3] + DOWN[4:], [(4, 1), (5, 2)], "before the goal, at row 5, column 2"),
        (DOWN + ACROSS, DOWN + ACROSS, "7 other cells are marked as path"),
        ([*DOWN, (1, 2)], [(2, 1), (1, 2)], "1 other cell is marked as path"),
    ],
)
def test_breaks_are_marked(cells, marked, why):
    verdict = RING.check(draw(RING, *cells))
    assert verdict.accepted is False
    assert sorted(map(tuple, np.argwhere(verdict.violations).tolist())) == sorted(marked)
    assert why in str(verdict.reason)


def test_unbroken_but_longer_path_is_refused():
    maze = MazePuzzle(("S   G", "     ", "     ", "     ", "     "))
    verdict = maze.check(draw(maze, (1, 0), (1, 1), (1, 2), (1, 3), (1, 4)))
    assert verdict.accepted is False
    assert "in 6 moves, but 4 are enough" in str(verdict.reason)
    assert verdict.violations.sum() == 5


def test_path_through_a_wall_is_refused():
    answer = RING.grid.copy()
    answer[2, 2] = PATH
    verdict = RING.check(answer)
    assert verdict.violations[2, 2]
    assert "changes the maze itself at row 3, column 3" in str(verdict.reason)


@pytest.mark.parametrize(
    ("cell", "token"), [((0, 0), FREE), ((1, 1), FREE), ((5, 5), PATH), ((1, 2), WALL), ((1, 2), 0)]
)
def test_walls_start_and_goal_must_stay(cell, token):
    answer = draw(RING, *DOWN)
    answer[cell] = token
    verdict = RING.check(answer)
    assert verdict.accepted is False
    assert verdict.violations[cell]


def test_answer_of_another_shape_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="cannot be answered"):
        RING.check(CROOKED.grid)


def test_label_prefers_down_then_left_then_right_then_up():
    assert np.array_equal(canonical_label(RING), draw(RING, *DOWN))
    assert is_exact(draw(RING, *DOWN), canonical_label(RING))
    assert not is_exact(draw(RING, *ACROSS), canonical_label(RING))


def test_answer_as_text_and_puzzle_as_json():
    assert CROOKED.format_answer(canonical_label(CROOKED)) == "Soooo\n####o\n  #oo\n ##o#\n   oG"
    assert MazePuzzle.from_json(RING.to_json()) == RING
    for broken in ({}, {"kind": "maze"}, {"kind": "sudoku", "rows": []}, {"kind": "maze", "rows": [1]}):
        with pytest.raises(PuzzleError):
            MazePuzzle.from_json(broken)


def test_moves_from_a_corner():
    passable = np.array([[True, True, False], [False, True, False], [True, False, True]])
    assert moves_from((0, 0), passable).tolist() == [[0, 1, -1], [-1, 2, -1], [-1, -1, -1]]


def test_no_move_leads_out_of_a_wall():
    passable = np.array([[False, True, True]])
    assert moves_from((0, 0), passable).tolist() == [[0, -1, -1]]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 9), st.integers(1, 9))
def test_moves_are_the_fewest(seed, rows, columns):
    """One more than the least of the neighbours' everywhere, and no reached cell beside a free one that is not."""
    rng = np.random.default_rng(seed)
    passable = rng.random((rows, columns)) < 0.7
    start = (int(rng.integers(rows)), int(rng.integers(columns)))
    passable[start] = True
    moves = moves_from(start, passable)
    around = np.pad(moves, 1, constant_values=-1)
    beside = np.stack([around[2:, 1:-1], around[:-2, 1:-1], around[1:-1, 2:], around[1:-1, :-2]])
    nearest = np.where(beside < 0, rows * columns, beside).min(axis=0)
    assert moves[start] == 0
    assert (moves[~passable] == -1).all()
    for cell in zip(*np.nonzero(passable), strict=True):
        if cell != start:
            assert moves[cell] == (nearest[cell] + 1 if (beside[(slice(None), *cell)] >= 0).any() else -1)


mazes = st.builds(
    lambda style, seed, rows, columns: next(generate_mazes(1, seed, style, rows, columns)),
    st.sampled_from(list(STYLES)),
    st.integers(0, 10_000),
    st.integers(5, 13),
    st.integers(5, 13),
)


@settings(max_examples=60, deadline=None)
@given(mazes, st.data())
def test_an_answer_is_accepted_exactly_when_no_cell_is_marked(maze, data):
    answer = canonical_label(maze).copy()
    assert maze.check(answer).accepted
    free = np.argwhere(maze.free).tolist()
    for row, column in data.draw(st.lists(st.sampled_from(free), max_size=4)):
        answer[row, column] = FREE if answer[row, column] == PATH else PATH
    verdict = maze.check(answer)
    assert verdict.accepted is not verdict.violations.any()
    assert verdict.accepted is _is_shortest_walk(maze, answer)


def _is_shortest_walk(maze: MazePuzzle, answer: IntGrid) -> bool:
    """Follow the path cell by cell: every path cell is met, never with a choice, in the fewest moves."""
    left = set(map(tuple, np.argwhere(answer == PATH).tolist()))
    here = maze.start
    moves = 0
    while True:
        beside = [(here[0] + d, here[1] + r) for d, r in ((0, 1), (1, 0), (0, -1), (-1, 0))]
        onward = [cell for cell in beside if cell in left]
        if not onward:
            return maze.goal in beside and not left and moves + 1 == maze.shortest
        if len(onward) > 1:
            return False
        here = onward[0]
        left.remove(here)
        moves += 1


@pytest.mark.lists
@pytest.mark.skipif("PONDER_DATA" not in os.environ, reason="PONDER_DATA is not set")
def test_every_published_label_is_reproduced_and_accepted():
    mazes = read_maze_npz(Path(os.environ["PONDER_DATA"]) / "maze" / "maze_hard_1000.npz")
    assert len(mazes) == 1000
    for maze in mazes:
        assert isinstance(maze.puzzle, MazePuzzle)
        assert maze.solution is not None
        assert is_exact(canonical_label(maze.puzzle), maze.solution)
        assert maze.puzzle.check(maze.solution).accepted
