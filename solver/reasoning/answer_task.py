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
from solver.reasoning.guessing import Guesses, Tell
from solver.reasoning.vote import Candidate, vote
from solver.trace import FitGuess
from solver.trace.judging import judged

FITTING_SHARE = 0.85
"""Of the budget; the vote takes what it needs of the rest."""


@dataclass(frozen=True, eq=False)
class AnsweredTask:
    """What came of one task."""

    adapted: Adapted
    candidates: list[list[Candidate]]
    """For each test input, best first."""
    guesses: list[list[FitGuess]]
    """For each test input, what was guessed while fitting; empty where nobody asked for that."""
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
    enough: Callable[[], bool] = never,
    fitting: Callable[[FitProgress], object] = ignore,
    voting: Callable[[int, float], object] = ignore_vote,
    guessed: Tell | None = None,
) -> AnsweredTask:
    """Adapt and vote in about `seconds`; `voting` gets the test input's number and the fraction of its vote.

    Once there is `enough`, fitting ends and the vote begins. With `guessed`, guesses are made while fitting.

    `base` is the folder of the checkpoint to start from, if it isn't the bundled one. In `cache` what was fitted
    is kept: a task that was given as much time before is not fitted to again, and one that was given less goes
    on from there. Raises `Cancelled`, and then what was fitted is kept, but no answer; `CheckpointError`.
    """
    began = time.perf_counter()
    guesses = Guesses(task, FITTING_SHARE * seconds, guessed) if guessed is not None else None
    adapted = _fitted(
        task,
        FITTING_SHARE * seconds,
        base or bundled_checkpoints()["arc"],
        cache,
        seed=seed,
        device=device,
        cancelled=cancelled,
        enough=enough,
        progress=fitting,
        guesses=guesses,
    )
    for_each = (1 - FITTING_SHARE) * seconds / len(task.test)
    candidates = []
    for test in range(len(task.test)):
        found = vote(adapted, test, for_each, cancelled=cancelled, progress=partial(voting, test))
        # Only now, with the vote over, may the known outputs be looked at.
        puzzle = ArcPuzzle(task, test)
        candidates.append([replace(c, refinements=tuple(judged(r, puzzle) for r in c.refinements)) for c in found])
    made = guesses.made if guesses is not None else [[] for _ in task.test]
    known = [[judged(guess, ArcPuzzle(task, test)) for guess in of_test] for test, of_test in enumerate(made)]
    return AnsweredTask(adapted, candidates, known, time.perf_counter() - began)


def _fitted(
    task: ArcTask, seconds: float, base: Path, cache: AdaptedCache | None, *, device: str, **how: Any
) -> Adapted:
    start = load_checkpoint(base, device)
    earlier = cache.load(task, start.fingerprint, device) if cache else None

    def keep(fitted: Adapted) -> None:
        # An answer is not lost because a disk is full.
        with suppress(OSError):
            if cache:
                cache.save(fitted)

    def keep_stopped(fitted: Adapted) -> None:
        # A fit that was to replace another one doesn't before it is whole.
        if earlier is not None or (cache and not cache.holds(task, start.fingerprint)):
            keep(fitted)

    adapted = adapt(task, seconds, start, earlier=earlier, device=device, stopped=keep_stopped, **how)
    if earlier is None or len(adapted.losses) > len(earlier.losses):
        keep(adapted)
    return adapted
