import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.puzzles.maze.generator import STYLES, far_enough, generate_mazes
from solver.puzzles.maze.puzzle import WALL


def passages(maze):
    """Pairs of free cells side by side, and free cells."""
    free = maze.grid != WALL
    return int((free[1:] & free[:-1]).sum() + (free[:, 1:] & free[:, :-1]).sum()), int(free.sum())


@pytest.mark.parametrize("style", STYLES)
def test_seed_and_number_decide_the_maze(style):
    four = list(generate_mazes(4, 8, style, 11, 9))
    assert list(generate_mazes(2, 8, style, 11, 9)) == four[:2]
    assert len(set(four)) == 4
    assert list(generate_mazes(4, 9, style, 11, 9)) != four
    assert all(maze.shape == (11, 9) for maze in four)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(list(STYLES)), st.integers(), st.integers(5, 24), st.integers(5, 24))
def test_every_size_gives_valid_mazes(style, seed, rows, columns):
    [maze] = generate_mazes(1, seed, style, rows, columns)
    assert maze.shape == (rows, columns)
    assert maze.shortest >= 2


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("rows", "columns"), [(5, 5), (5, 9), (21, 13), (41, 41)])
def test_a_goal_can_be_walled_off(style, rows, columns):
    usual = list(generate_mazes(4, 3, style, rows, columns))
    for open_, closed in zip(usual, generate_mazes(4, 3, style, rows, columns, no_way=True), strict=True):
        assert closed.no_answer is not None
        assert closed.shape == (rows, columns)
        if open_.shortest > 1:
            added = open_.grid != closed.grid
            assert added.any()
            assert (closed.grid[added] == WALL).all()


@pytest.mark.parametrize(("rows", "columns"), [(5, 5), (21, 21), (8, 31), (101, 101), (5, 101)])
def test_perfect_mazes_have_one_way_everywhere(rows, columns):
    for maze in generate_mazes(3, 1, "perfect", rows, columns):
        edges, cells = passages(maze)
        assert edges == cells - 1
        assert (maze.goal_moves[maze.grid != WALL] >= 0).all()
        assert maze.shortest == maze.start_moves.max()


def test_perfect_mazes_reach_from_winding_to_bushy():
    dead_ends = []
    for maze in generate_mazes(24, 2, "perfect", 31, 31):
        free = np.pad(maze.grid != WALL, 1)
        exits = free[:-2, 1:-1].astype(int) + free[2:, 1:-1] + free[1:-1, :-2] + free[1:-1, 2:]
        dead_ends.append(int(((exits == 1) & free[1:-1, 1:-1]).sum()))
    # Depth-first leaves about a tenth of the 225 lattice cells as dead ends, Prim's about a third.
    assert min(dead_ends) < 35
    assert max(dead_ends) > 60


def test_braided_mazes_have_loops():
    for maze in generate_mazes(10, 1, "braided", 21, 21):
        edges, cells = passages(maze)
        assert edges > cells


def test_rooms_are_open():
    for maze in generate_mazes(10, 1, "rooms", 25, 25):
        free = maze.grid != WALL
        squares = free[:-2, :-2] & free[1:-1, 1:-1] & free[2:, 2:] & free[2:, :-2] & free[:-2, 2:]
        assert squares.sum() > 3


def test_obstacle_mazes_are_as_hard_as_maze_hard():
    assert far_enough(30, 30) == 109
    assert 5 < far_enough(5, 5) < far_enough(20, 20) < 109 < far_enough(50, 50)
    shares = []
    for maze in generate_mazes(3, 4, "obstacles", 30, 30):
        assert maze.shortest >= 109
        shares.append((maze.grid == WALL).mean())
    assert min(shares) > 0.24
    assert max(shares) < 0.49


@pytest.mark.parametrize(("style", "size"), [("maze", 9), ("perfect", 4), ("perfect", 102)])
def test_unknown_style_or_size_is_refused(style, size):
    with pytest.raises(ValueError, match="style" if style == "maze" else "5×5 to 101×101"):
        list(generate_mazes(1, 0, style, size, size))
