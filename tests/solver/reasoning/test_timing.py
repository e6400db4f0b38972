"""Seconds to a verified answer, by a clock that the test turns."""

from itertools import count

import pytest

from solver.model.bundled import bundled_checkpoints
from solver.model.checkpoint import load_checkpoint
from solver.puzzles.sudoku.generator import generate
from solver.reasoning.budget import Budget
from solver.reasoning.timing import Timed, time_to_verified, times


@pytest.fixture(scope="module")
def easy():
    return next(generate(1, seed=5, difficulty="easy"))


@pytest.fixture(scope="module")
def sudoku():
    return load_checkpoint(bundled_checkpoints()["sudoku"])


def test_a_solve_ends_with_the_first_verified_answer(sudoku, easy):
    timed = time_to_verified(sudoku, easy, Budget(16, 1))
    assert timed.verified
    assert timed.seconds > 0


def test_a_solve_is_given_up_at_the_limit(sudoku, easy):
    ticks = count()
    timed = time_to_verified(sudoku, easy, Budget(16, 1), limit=2.0, clock=lambda: float(next(ticks)))
    assert not timed.verified
    assert timed.seconds >= 2.0


def test_what_a_list_comes_to():
    found = times([*(Timed(True, seconds) for seconds in (1.0, 2.0, 3.0, 10.0)), Timed(False, 60.0)])
    assert found.verified == 0.8
    assert (found.mean, found.median) == (4.0, 2.5)
    assert found.p90 == pytest.approx(7.9)
    assert found.mean_of_all == pytest.approx(15.2)


def test_a_list_without_a_verified_answer_has_no_times():
    found = times([Timed(False, 60.0)])
    assert (found.verified, found.mean, found.median, found.p90, found.mean_of_all) == (0.0, None, None, None, 60.0)
    with pytest.raises(ValueError, match="no solves"):
        times([])
