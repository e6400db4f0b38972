"""Answers an ARC task within a budget: fit a network to it, then let its views vote on each test input."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from solver.cancelling import never
from solver.model.bundled import bundled_checkpoints
from solver.model.checkpoint import load_checkpoint
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcTask
from solver.reasoning.adapt import Adapted, FitProgress, adapt, ignore
from solver.reasoning.adapted_cache import AdaptedCache
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
    """No-op callback."""


def answer_task(
    task: ArcTask,
    seconds: float,
    *,
    seed: int = 0,
    device: str = "cpu",
    base: Path | None = None,
    cache: AdaptedCache | None = None,
    cancelled: Callable[[], bool] = never,
    fitting: Callable[[FitProgress], object] = ignore,
    voting: Callable[[int, float], object] = ignore_vote,
) -> AnsweredTask:
    """Adapt and vote in about `seconds`; `voting` is told the test input's number and the fraction of its vote.

    `base` is the folder of the checkpoint to start from, if it isn't the bundled one. In `cache` what was fitted
    is kept: a task that was given as much time before is not fitted to again, and one that was given less goes
    on from there. Raises `Cancelled`, and nothing is kept then; `CheckpointError`.
    """
    began = time.perf_counter()
    adapted = _fitted(
        task,
        FITTING_SHARE * seconds,
        base or bundled_checkpoints()["arc"],
        cache,
        seed=seed,
        device=device,
        cancelled=cancelled,
        progress=fitting,
    )
    for_each = (1 - FITTING_SHARE) * seconds / len(task.test)
    candidates = []
    for test in range(len(task.test)):
        found = vote(adapted, test, for_each, cancelled=cancelled, progress=partial(voting, test))
        # Only now, with the vote over, may the known outputs be looked at.
        candidates.append([_judged(candidate, ArcPuzzle(task, test)) for candidate in found])
    return AnsweredTask(adapted, candidates, time.perf_counter() - began)


def _fitted(
    task: ArcTask, seconds: float, base: Path, cache: AdaptedCache | None, *, device: str, **how: Any
) -> Adapted:
    start = load_checkpoint(base, device)
    earlier = cache.load(task, start.fingerprint, device) if cache else None
    adapted = adapt(task, seconds, start, earlier=earlier, device=device, **how)
    if cache and (earlier is None or len(adapted.losses) > len(earlier.losses)):
        # An answer is not lost because a disk is full.
        with suppress(OSError):
            cache.save(adapted)
    return adapted


def _judged(candidate: Candidate, puzzle: ArcPuzzle) -> Candidate:
    """With the puzzle's verdict on each of its refinements."""
    judged = []
    for refinement in candidate.refinements:
        verdict = puzzle.check(refinement.answer)
        judged.append(replace(refinement, accepted=verdict.accepted, violations=verdict.violations))
    return replace(candidate, refinements=tuple(judged))
