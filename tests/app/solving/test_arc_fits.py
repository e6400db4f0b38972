"""How a fit to an ARC task is followed, without a window or a network."""

from dataclasses import replace

import pytest

from app.arc.fitting import Fitting
from app.solving.arc_fits import ArcFits
from app.solving.worker import Solve
from solver.reasoning.budget import Budget
from tests.arc_tasks import TASK, arc_guesses, arc_puzzle, arc_trace
from tests.traces import sudoku_puzzle

NEWS = Fitting(step=20, losses=(0.5,), right=0.5, fraction=0.4, seconds_left=9.0, seconds=4.0)
SOLVE = Solve(arc_puzzle(), Budget(3, 2))


@pytest.fixture
def fits():
    fits = ArcFits()
    fits.begin(SOLVE, ())
    return fits


def test_a_stopped_fit_is_known_until_the_next_solve(fits):
    fits.hear(NEWS, arc_puzzle())
    fits.end(TASK, stopped=True, voted=False)
    stopped = fits.stopped_of(arc_puzzle(test=1))
    assert (stopped.task, stopped.step, stopped.seconds, stopped.voted) == (TASK, 20, 4.0, False)
    assert fits.stopped_of(arc_puzzle()) is stopped
    assert fits.stopped_of(sudoku_puzzle()) is None
    other = replace(arc_puzzle(), task=replace(TASK, train=TASK.train[:1]))
    assert fits.stopped_of(other) is None
    fits.begin(Solve(sudoku_puzzle(), Budget(3, 2)), ())
    assert fits.stopped is None
    assert fits.fitting is None


@pytest.mark.parametrize(("stopped", "voted"), [(False, True), (True, True)])
def test_a_vote_before_the_end_leaves_a_fit_that_can_go_on(fits, stopped, voted):
    fits.hear(NEWS, arc_puzzle())
    fits.end(TASK, stopped=stopped, voted=voted)
    assert fits.stopped.voted is not stopped


def test_a_fit_that_ran_to_its_end_or_never_started_was_not_stopped(fits):
    fits.end(TASK, stopped=True, voted=False)
    assert fits.stopped is None
    fits.hear(NEWS, arc_puzzle())
    fits.end(TASK, stopped=False, voted=False)
    assert fits.stopped is None


def test_views_can_vote_early_while_something_is_fitted_or_a_published_network_votes(fits):
    assert not fits.can_vote_now
    for step, voting, can in ((20, False, True), (20, True, False), (0, True, True), (0, False, False)):
        fits.hear(replace(NEWS, step=step, voting=voting), arc_puzzle())
        assert fits.can_vote_now is can


def test_only_the_first_news_brings_back_the_guesses_that_the_fit_goes_on_from(fits):
    first, second, third = arc_guesses(arc_trace())
    for guess in (first, second, third):
        fits.add(arc_puzzle(), guess)
    fits.begin(SOLVE, ())
    assert fits.hear(replace(NEWS, found="kept"), arc_puzzle()) == [first, second]
    assert fits.hear(NEWS, arc_puzzle()) == ()
    assert third.fitted_steps > NEWS.step


def test_a_fit_from_scratch_forgets_the_guesses(fits):
    for guess in arc_guesses(arc_trace()):
        fits.add(arc_puzzle(), guess)
    fits.begin(replace(SOLVE, ignore_cache=True), ())
    assert list(fits.hear(NEWS, arc_puzzle())) == []
