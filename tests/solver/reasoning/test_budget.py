"""Budgets grow with the maze, and are never empty."""

import pytest

from solver.puzzles.maze.generator import generate_mazes
from solver.puzzles.sudoku.generator import generate
from solver.reasoning.budget import Budget, attempt_of, default_budget, restarts_at


def test_sudoku_gets_the_published_steps() -> None:
    assert default_budget(next(generate(1, 0, "easy"))) == Budget(16, 8)


def test_larger_mazes_get_more_steps() -> None:
    steps = [default_budget(next(generate_mazes(1, 0, "perfect", n, n))).steps for n in (5, 21, 31, 41, 49)]
    assert steps == sorted(steps)
    assert steps[0] == 16 < steps[-1]


@pytest.mark.parametrize(("side", "moves"), [(21, 160), (41, 490), (59, 960), (101, 2400)])
def test_the_longest_paths_are_reached_within_the_steps_of_a_view(side: int, moves: int) -> None:
    """`moves`: above the longest of hundreds of perfect mazes; six moves per step is a slow wave."""
    steps = default_budget(next(generate_mazes(1, 0, "perfect", side, side))).steps
    assert 6 * steps >= moves


def test_one_view_is_enough_where_no_answer_can_be_right() -> None:
    [closed] = generate_mazes(1, 0, "perfect", 21, 21, no_way=True)
    assert default_budget(closed).views == 1
    assert default_budget(closed).steps == default_budget(next(generate_mazes(1, 0, "perfect", 21, 21))).steps


@pytest.mark.parametrize(("steps", "views"), [(0, 1), (1, 0), (-1, 3)])
def test_empty_budgets_are_refused(steps: int, views: int) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Budget(steps, views)


def test_a_sudoku_view_restarts_after_each_16_steps_and_no_other_kind_ever():
    assert [step for step in range(1, 65) if restarts_at("sudoku", step)] == [17, 33, 49]
    assert [attempt_of("sudoku", step) for step in (1, 16, 17, 32, 33)] == [0, 0, 1, 1, 2]
    assert not any(restarts_at(kind, step) for kind in ("maze", "arc") for step in range(1, 100))
