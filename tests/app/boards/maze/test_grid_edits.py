from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.boards.maze.grid_edits import bordered, cells_between, end_moved, filled, inverted, resized
from solver.puzzles.maze.puzzle import FREE, GOAL, START, WALL, MazePuzzle

CLOSED = MazePuzzle(("#######", "#S    #", "# ### #", "#   # #", "#####G#", "#######")).grid
OPEN = MazePuzzle(("S #    ", "  # ## ", "       ", " ## #  ", "     #G")).grid
grids = st.sampled_from([CLOSED, OPEN])


def ends(grid):
    return np.argwhere(grid == START).tolist(), np.argwhere(grid == GOAL).tolist()


@pytest.mark.parametrize("grid", [CLOSED, OPEN])
@pytest.mark.parametrize("token", [WALL, FREE])
def test_fill_keeps_the_ends(grid, token):
    after = filled(grid, token)
    assert ends(after) == ends(grid)
    assert (after == token).sum() == grid.size - 2


@given(grids)
def test_inverting_twice_changes_nothing(grid):
    once = inverted(grid)
    assert ends(once) == ends(grid)
    assert (once == WALL).sum() == (grid == FREE).sum()
    assert np.array_equal(inverted(once), grid)


@given(grids, st.integers(5, 50), st.integers(5, 50))
def test_resizing_keeps_one_start_and_one_goal(grid, rows, columns):
    after = resized(grid, rows, columns)
    assert after.shape == (rows, columns)
    assert (after == START).sum() == (after == GOAL).sum() == 1
    if grid is CLOSED:
        assert (after[[0, -1]] == WALL).all()
        assert (after[:, [0, -1]] == WALL).all()
    else:
        height, width = min(5, rows), min(7, columns)
        same = after[:height, :width] == grid[:height, :width]
        # Nothing but a goal that was cut off may differ in what is kept.
        assert (~same).sum() <= 1


def test_resizing_to_the_same_size_changes_nothing():
    assert np.array_equal(resized(CLOSED, 6, 7), CLOSED)
    assert np.array_equal(resized(OPEN, 5, 7), OPEN)


@given(grids)
def test_border_is_closed_and_ends_are_kept(grid):
    after = bordered(grid)
    assert (after[[0, -1]] == WALL).all()
    assert (after[:, [0, -1]] == WALL).all()
    assert (after == START).sum() == (after == GOAL).sum() == 1


def test_ends_that_meet_in_a_corner_stay_apart():
    grid = MazePuzzle(("S    ", " G   ", "     ", "     ", "     ")).grid
    after = bordered(grid)
    assert (after == START).sum() == (after == GOAL).sum() == 1


def test_moving_the_start_leaves_a_free_cell_and_spares_the_goal():
    assert end_moved(OPEN, START, (0, 2)) == {(0, 0): FREE, (0, 2): START}
    assert end_moved(OPEN, START, (4, 6)) == {}


cells = st.tuples(st.integers(0, 49), st.integers(0, 49))


@given(cells, cells)
def test_strokes_have_no_gaps(one, other):
    passed = cells_between(one, other)
    assert passed[0] == one
    assert passed[-1] == other
    assert len(passed) == abs(one[0] - other[0]) + abs(one[1] - other[1]) + 1
    for before, after in pairwise(passed):
        assert abs(before[0] - after[0]) + abs(before[1] - after[1]) == 1
