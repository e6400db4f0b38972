"""Solving many at once says of each puzzle what solving it alone says."""

import numpy as np
import pytest

from solver.model.checkpoint import Checkpoint
from solver.puzzles.maze.generator import generate_mazes
from solver.puzzles.sudoku.generator import generate
from solver.reasoning.batch import solve_many
from solver.reasoning.budget import Budget, default_budget
from solver.reasoning.refine import Reasoning
from tests.solver.model.networks import ATTENTION, CANDIDATE, HRM, MLP, random_network
from tests.solver.reasoning.test_refine import checkpoint, solve
from tests.traces import hopeless_sudoku


def test_sudokus_one_by_one_and_side_by_side() -> None:
    puzzles = [*generate(3, 1, "easy"), *generate(2, 1, "extreme"), hopeless_sudoku()]
    done: list[int] = []
    outcomes = solve_many(checkpoint("sudoku"), puzzles, lambda _: Budget(6, 3), done.append)
    assert sum(done) == 6
    for puzzle, outcome in zip(puzzles, outcomes, strict=True):
        refinements, _ = solve(puzzle, Budget(6, 3))
        verified = next((r for r in refinements if r.accepted), None)
        assert outcome.verified == (verified is not None)
        if verified is not None:
            np.testing.assert_array_equal(outcome.answer, verified.answer)
            assert (outcome.view, outcome.steps) == (verified.view, verified.step)
        else:
            assert (outcome.view, outcome.steps) == (0, 6)
            np.testing.assert_array_equal(outcome.answer, outcome.last_answer)
            assert not puzzle.check(outcome.answer).accepted


def test_views_restart_alike_one_by_one_and_in_a_batch() -> None:
    puzzles = [hopeless_sudoku(), *generate(1, 1, "easy")]
    hopeless, _ = solve_many(checkpoint("sudoku"), puzzles, lambda _: Budget(18, 1))
    refinements, _ = solve(puzzles[0], Budget(18, 1))
    np.testing.assert_array_equal(hopeless.last_answer, refinements[-1].answer)


def test_mazes_of_several_sizes_in_one_call() -> None:
    puzzles = [maze for size in (9, 13) for maze in generate_mazes(2, 4, "perfect", size, size)]
    outcomes = solve_many(checkpoint("maze"), puzzles, default_budget)
    for puzzle, outcome in zip(puzzles, outcomes, strict=True):
        assert outcome.answer.shape == puzzle.shape
        assert outcome.verified == bool(puzzle.check(outcome.answer).accepted)


def test_the_last_answer_is_that_after_all_steps() -> None:
    puzzle = next(generate(1, 5, "easy"))
    (outcome,) = solve_many(checkpoint("sudoku"), [puzzle], lambda _: Budget(5, 1))
    refinements, reasoning = solve(puzzle, Budget(5, 1))
    assert (outcome.verified, outcome.steps) == (True, len(refinements))
    assert len(refinements) < 5, "so that there are steps after the accepted one"
    # Alone, a solve ends at each accepted answer; going on from there takes the same steps.
    while refinements[-1].step < 5:
        left = 5 - refinements[-1].step
        refinements, reasoning = solve(puzzle, Budget(left, 1), resume=reasoning.state())
    np.testing.assert_array_equal(outcome.last_answer, refinements[-1].answer)
    assert outcome.last_accepted == refinements[-1].accepted
    assert outcome.last_halt_probability == pytest.approx(refinements[-1].halt_probability, abs=1e-4)


def test_every_sudoku_mixer_is_solved_side_by_side_as_alone() -> None:
    """Whatever its tokens stand for: the cells of the grid, or the candidates in them."""
    puzzles = list(generate(2, 2, "hard"))
    for config in (CANDIDATE, MLP, ATTENTION, HRM):
        untrained = Checkpoint("untrained", random_network(config), "", "0")
        outcomes = solve_many(untrained, puzzles, lambda _: Budget(2, 2))
        for puzzle, outcome in zip(puzzles, outcomes, strict=True):
            alone = list(Reasoning(untrained, puzzle, Budget(2, 1)).refinements())[-1]
            np.testing.assert_array_equal(outcome.last_answer, alone.answer)


def test_what_was_accepted_goes_on_without_beginning_anew() -> None:
    (outcome,) = solve_many(checkpoint("sudoku"), list(generate(1, 5, "extreme")), lambda _: Budget(17, 1))
    assert outcome.verified
    assert outcome.steps > 1, "so that the one step of a new beginning would be too few"
    assert outcome.last_accepted
