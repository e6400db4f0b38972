"""Guesses: every few seconds of a fit to an ARC task, what the network would answer to the test inputs by now."""

import time
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from solver.model.recursive import RecursiveModel
from solver.puzzles.arc.canvas import Shape
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcTask
from solver.reasoning.arc_views import symmetry_views, view_identifier
from solver.reasoning.view_batch import ViewBatch
from solver.trace import FitGuess, Refinement

SHARE = 0.03
"""Of the fit's time that guesses may take."""
INTERVAL = 2.0
"""Seconds between two guesses at least."""
MOST = 60
"""Guesses in the time that a fit is given."""

Tell = Callable[[int, FitGuess], object]
"""Gets a test input's number, and the guess."""


class Guesses:
    """Decides when to guess and keeps what was guessed; `tell` hears of each guess."""

    def __init__(self, task: ArcTask, seconds: float, tell: Tell) -> None:
        self._puzzles = [ArcPuzzle(task.without_answers(), test) for test in range(len(task.test))]
        self._tell = tell
        self._interval = max(INTERVAL, seconds / MOST)
        self._next = time.perf_counter() + INTERVAL
        self.made: list[list[FitGuess]] = [[] for _ in task.test]
        """For each test input, in order."""

    @property
    def due(self) -> bool:
        """Whether it is time for the next ones."""
        return time.perf_counter() >= self._next

    def make(
        self,
        network: RecursiveModel,
        part: Shape,
        check_cancelled: Callable[[], None],
        *,
        fitted_steps: int,
        fitted_seconds: float,
        right: float,
    ) -> None:
        """Ask `network` about each test input as it is given: as many refinements as the time allows, at least one.

        `part` as in `symmetry_views`.
        """
        began = time.perf_counter()
        allowed = SHARE * self._interval / len(self._puzzles)
        view = symmetry_views(part)[0]
        for test, puzzle in enumerate(self._puzzles):
            asked = time.perf_counter()
            lanes = ViewBatch(network, puzzle, [view], identifiers=[view_identifier(view)])
            for _ in range(network.config.halt_max_steps):
                [refinement] = lanes.step(check_cancelled)
                if time.perf_counter() - asked > allowed:
                    break
            earlier = self.made[test][-1] if self.made[test] else None
            guess = FitGuess(
                **_numbers(refinement, earlier),
                fitted_steps=fitted_steps,
                fitted_seconds=fitted_seconds,
                right=right,
            )
            self.made[test].append(guess)
            self._tell(test, guess)
        # What took longer than its share is paid for by waiting longer for the next one.
        now = time.perf_counter()
        self._next = now + max(self._interval, (now - began) / SHARE)


def _numbers(refinement: Refinement, earlier: FitGuess | None) -> dict[str, Any]:
    """The fields of a guess: without what happened on the way to it, and changed where the guess before differs."""
    answer = refinement.answer
    changed = refinement.changed if earlier is None else answer != earlier.answer
    plain = replace(
        refinement, inner_answers=answer[None].copy(), changed=changed, z_movement=None, y_movement=None, seconds=0.0
    )
    return {each.name: getattr(plain, each.name) for each in fields(plain)}
