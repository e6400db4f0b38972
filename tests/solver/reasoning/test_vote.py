"""How the views' refinements become votes; `test_adapt` has votes of fitted networks."""

from dataclasses import replace

import pytest
import torch

from solver.reasoning.view_batch import ViewBatch
from solver.reasoning.vote import vote
from solver.trace import Refinement
from tests.arc_tasks import arc_trace
from tests.solver.reasoning.test_adapt import LONG, TASK, fit


def refined(step: int, colour: int, confidence: float, halt: float = 0.5) -> Refinement:
    trace = arc_trace(answers=(((colour, colour),),))
    return replace(
        trace.refinements[0],
        step=step,
        mean_confidence=confidence,
        halt_probability=halt,
        answer=trace.answers[0].answer,
    )


def test_a_view_votes_for_what_most_of_its_refinements_answer(monkeypatch):
    films = [
        [refined(1, 1, 0.9), refined(2, 2, 0.7), refined(3, 2, 0.7), refined(4, 1, 0.4), refined(5, 2, 0.6)],
        # Of answers given as often, the one that it was more confident of.
        [refined(1, 3, 0.6), refined(2, 3, 0.5), refined(3, 2, 0.5), refined(4, 2, 0.7), refined(5, 4, 0.9)],
    ] * 4

    class Played(ViewBatch):
        def step(self, check_cancelled):
            self.number = getattr(self, "number", 0) + 1
            return [films[view.index][self.number - 1] for view in self.views]

    monkeypatch.setattr("solver.reasoning.vote.ViewBatch", Played)
    monkeypatch.setattr("solver.reasoning.vote.STEPS", 5)
    first, *others = vote(fit(TASK, most_steps=1), 0, 0.0)
    assert first.grid == ((2, 2),)
    assert [r.step for r in first.refinements] == [1, 2, 3, 4, 5], "the first view's film, up to the last that gave it"
    assert (first.votes, first.voters) == (8, 8)
    assert {(other.grid, other.votes) for other in others} == {(((n, n),), 0) for n in (1, 3, 4)}


@pytest.fixture
def two_threads():
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    yield
    torch.set_num_threads(before)


def test_views_vote_in_two_threads_as_they_do_in_one(two_threads):
    adapted = fit(TASK, most_steps=20)
    both = [(candidate.grid, candidate.votes, candidate.voters) for candidate in vote(adapted, 0, LONG)]
    torch.set_num_threads(1)
    assert both == [(candidate.grid, candidate.votes, candidate.voters) for candidate in vote(adapted, 0, LONG)]
