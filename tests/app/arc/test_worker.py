"""What the solver's thread makes of a vote."""

from dataclasses import replace

import numpy as np
import pytest

from app.arc.worker import _Reporter, answer_arc
from solver.caches import adapted_folder
from solver.model.bundled import bundled_checkpoints
from solver.model.checkpoint import load_checkpoint
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcPair, ArcTask
from solver.reasoning.adapt import FitProgress, adapt
from solver.reasoning.vote import Candidate
from solver.reasoning.vote_trace import trace_of
from solver.trace import ViewName
from solver.trace.trace_json import trace_from_json, trace_to_json
from tests.arc_tasks import arc_puzzle, arc_trace

TASK = ArcTask((ArcPair(((1, 0),), ((2, 0),)), ArcPair(((0, 1),), ((0, 2),))), (ArcPair(((1, 1),), ((2, 2),)),))


def test_the_two_answers_with_most_votes_are_the_views_of_the_recording():
    made = arc_trace()
    candidates = [
        Candidate((), 9, 32, 0.5, ViewName(), tuple(made.of_view(0))),
        Candidate((), 5, 32, 0.5, ViewName(quarter_turns=1), tuple(made.of_view(1))),
        Candidate((), 1, 32, 0.5, ViewName(mirrored=True), tuple(made.of_view(1))),
    ]
    trace = trace_of(arc_puzzle(), candidates, "label", "cpu")
    assert trace.views == (ViewName(answer=1), ViewName(answer=2, quarter_turns=1))
    assert (trace.votes, trace.voters) == ((9, 5), 32)
    assert [r.view for r in trace] == [0, 0, 0, 1, 1, 1]
    assert trace.verified is trace.answers[0]


def test_a_fit_is_told_of_and_its_recording_can_be_kept():
    told = []
    answered = answer_arc(ArcPuzzle(TASK), 2.0, "cpu", lambda: False, told.append)
    [trace] = answered.traces
    assert trace.puzzle == ArcPuzzle(TASK)
    assert sum(trace.votes) <= trace.voters >= 8
    assert "fitted to this task in " in str(trace.checkpoint)
    assert all(0 < fitting.fraction <= 1 for fitting in told)
    assert [fitting.voting for fitting in told] == sorted(fitting.voting for fitting in told)
    losses = [loss for fitting in told for loss in fitting.losses]
    assert np.isfinite(losses).all()
    back = trace_from_json(trace_to_json(trace))
    assert back.votes == trace.votes
    again = []
    answer_arc(ArcPuzzle(TASK), 2.0, "cpu", lambda: False, again.append)
    [kept] = [fitting for fitting in again if fitting.losses]
    assert (kept.found, kept.voting) == ("kept", True), "the fitted network was kept"
    assert list(kept.losses[: len(losses)]) == losses
    assert kept.step == len(kept.losses) == trace.checkpoint.steps
    assert 0 < kept.found_seconds < 100
    again_told = []
    answer_arc(ArcPuzzle(TASK), 2.0, "cpu", lambda: False, again_told.append, ignore_cache=True)
    assert not any(fitting.found for fitting in again_told)
    assert any(fitting.losses for fitting in again_told)


def test_a_fit_that_ended_early_is_gone_on_from_where_it_ended_and_its_time_is_counted():
    """The fit took 17 of the 51 seconds that it was given, and is now given 85."""
    found = replace(
        adapt(TASK, 1.0, load_checkpoint(bundled_checkpoints()["arc"]), most_steps=1), given=51.0, seconds=17.0
    )
    told = []
    reporter = _Reporter(100.0, 1, told.append)
    reporter.found(found, bundled=False)
    assert told[0].fraction == pytest.approx(0.17)
    assert not told[0].voting
    reporter.fitting(FitProgress(2, 0.5, 1.0, 17.0, 0.2))
    assert told[1].fraction == pytest.approx(0.17)
    assert told[1].seconds_left == pytest.approx(83, abs=5)


def test_cancelled_it_keeps_the_fit_and_votes_with_it_when_asked():
    told = []
    assert answer_arc(ArcPuzzle(TASK), 60.0, "cpu", lambda: bool(told), told.append) is None
    assert len(told) == 1
    assert len(list(adapted_folder().iterdir())) == 1
    again, guesses = [], []
    answered = answer_arc(
        ArcPuzzle(TASK),
        60.0,
        "cpu",
        lambda: False,
        again.append,
        enough=lambda: True,
        guessed=lambda *guess: guesses.append(guess),
    )
    assert (again[0].found, again[0].step) == ("kept", told[0].step)
    assert answered.network.steps == told[0].step
    assert guesses == [] == answered.traces[0].guesses
