"""All of an ARC task within a budget: adapt a network to it, then let the views vote on each test input."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from solver.puzzles.arc import ArcTask
from solver.puzzles.arc_puzzle import ArcPuzzle
from solver.reasoning.adapt import Adapted, FitProgress, adapt, ignore
from solver.reasoning.cancelling import never
from solver.reasoning.vote import Candidate, vote

FITTING_SHARE = 0.85
"""Of the budget; the vote takes what it needs of the rest."""


@dataclass(frozen=True, eq=False)
class AnsweredTask:
    """What came of one task."""

    adapted: Adapted
    candidates: list[list[Candidate]]
    """For each test input, best first."""
    seconds: float


def ignore_vote(test: int, fraction: float) -> None:
    """The `voting` of a vote that nobody watches."""


def answer_task(
    task: ArcTask,
    seconds: float,
    *,
    seed: int = 0,
    device: str = "cpu",
    cancelled: Callable[[], bool] = never,
    fitting: Callable[[FitProgress], object] = ignore,
    voting: Callable[[int, float], object] = ignore_vote,
) -> AnsweredTask:
    """Adapt and vote in about `seconds`; `voting` is told the test input's number and the fraction of its vote.

    Raises `Cancelled`; nothing is kept then.
    """
    began = time.perf_counter()
    adapted = adapt(task, FITTING_SHARE * seconds, seed=seed, device=device, cancelled=cancelled, progress=fitting)
    for_each = (1 - FITTING_SHARE) * seconds / len(task.test)
    candidates = []
    for test in range(len(task.test)):
        found = vote(adapted, test, for_each, cancelled=cancelled, progress=partial(voting, test))
        # Only now, with the vote over, may the known outputs be looked at.
        candidates.append([_judged(candidate, ArcPuzzle(task, test)) for candidate in found])
    return AnsweredTask(adapted, candidates, time.perf_counter() - began)


def _judged(candidate: Candidate, puzzle: ArcPuzzle) -> Candidate:
    """With the puzzle's verdict on each of its refinements."""
    judged = []
    for refinement in candidate.refinements:
        verdict = puzzle.check(refinement.answer)
        judged.append(replace(refinement, accepted=verdict.accepted, violations=verdict.violations))
    return replace(candidate, refinements=tuple(judged))
