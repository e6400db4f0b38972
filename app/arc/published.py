"""Answering an ARC task with a published network that was trained on it: its own augmentations vote."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.arc.fitting import Fitting
from app.arc.worker import TELLING_SECONDS, Answered
from solver.cancelling import Cancelled
from solver.model.bundled import IDENTIFIERS_FILE
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.reasoning.vote_trace import trace_of

if TYPE_CHECKING:
    from solver.model.checkpoint import Checkpoint


def has_identifiers(folder: Path | None) -> bool:
    """Whether a checkpoint came with the identifiers of tasks, and so answers those and can't be fitted to others."""
    return folder is not None and (folder / IDENTIFIERS_FILE).is_file()


def answer_published(
    checkpoint: "Checkpoint",
    folder: Path,
    puzzle: ArcPuzzle,
    steps: int,
    seconds: float,
    cancelled: Callable[[], bool],
    enough: Callable[[], bool],
    tell: Callable[[Fitting], object],
) -> Answered | None:
    """Let as many of the task's augmentations vote as there is time for, after `steps` refinements each.

    None if it was `cancelled`.

    Once there is `enough`, only the votes that are in count. Raises `CheckpointError` for a task that the network in
    `folder` doesn't know.
    """
    from solver.reasoning.published_arc import identified, known_augmentations, vote_as_published

    known = known_augmentations(folder, checkpoint.config, identified(folder, puzzle.task))
    tests = len(puzzle.task.test)
    reporter = _Reporter(seconds, tests, tell)
    traces = []
    try:
        for test in range(tests):
            found = vote_as_published(
                checkpoint.network,
                known,
                puzzle.task,
                test,
                steps=steps,
                seconds=seconds / tests,
                cancelled=cancelled,
                enough=enough,
                progress=partial(reporter.tell, test),
            )
            if found:
                trace = trace_of(ArcPuzzle(puzzle.task, test), found, checkpoint.label, str(checkpoint.device))
                trace.anatomy = checkpoint.anatomy
                traces.append(trace)
    except Cancelled:
        return None
    return Answered(tuple(traces), checkpoint.label)


class _Reporter:
    """Passes on how far the vote is, now and then."""

    def __init__(self, seconds: float, tests: int, tell: Callable[[Fitting], object]) -> None:
        self._seconds, self._tests, self._tell = seconds, tests, tell
        self._began, self._told = time.monotonic(), -1.0

    def tell(self, test: int, fraction: float) -> None:
        """A test input's vote is so far."""
        now = time.monotonic()
        if now - self._told < TELLING_SECONDS:
            return
        self._told = now
        done = (test + fraction) / self._tests
        left = min(self._seconds, (now - self._began) / max(done, 1e-3)) * (1 - done)
        self._tell(Fitting(0, (), 0.0, min(done, 1.0), left, voting=True))
