"""Answering all test inputs of an ARC task, in the solver's thread: fit a network, let views vote, make recordings."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.arc.fitting import Fitting
from solver.caches import adapted_folder
from solver.cancelling import Cancelled, never
from solver.model.bundled import bundled_adapted_folder
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Cell
from solver.reasoning.vote_trace import trace_of
from solver.trace import FitGuess, FittedTo, NetworkName, Refinement, Trace
from solver.trace.branch import Branch
from solver.trace.influence import Influence

if TYPE_CHECKING:
    from solver.model.checkpoint import Checkpoint
    from solver.reasoning.adapt import Adapted, FitProgress
    from solver.reasoning.adapted_cache import AdaptedCache

TELLING_SECONDS = 0.1
"""Seconds between two reports to the window: small grids take steps faster than anyone can see."""


@dataclass(frozen=True, eq=False)
class Answered:
    """What came of a task."""

    traces: tuple[Trace, ...]
    """One for each test input that any view had an answer for; its views are the answers, most votes first."""
    network: NetworkName


def answer_arc(
    puzzle: ArcPuzzle,
    seconds: float,
    device: str,
    cancelled: Callable[[], bool],
    tell: Callable[[Fitting], object],
    *,
    enough: Callable[[], bool] = never,
    guessed: Callable[[int, FitGuess], object] | None = None,
    base: Path | None = None,
    ignore_cache: bool = False,
) -> Answered | None:
    """Fit and vote in about `seconds`; None if it was `cancelled`, and then only what was fitted is kept.

    Once there is `enough`, the views vote with what is fitted by then. `guessed` gets the number of a test input and
    what the network would answer to it, every few seconds of the fit.

    `base` is the folder of the checkpoint to start from, if it isn't the bundled one. A network that
    was fitted to the task from there before is used, unless `ignore_cache`. Raises `CheckpointError`.
    """
    from solver.reasoning.adapted_cache import AdaptedCache
    from solver.reasoning.answer_task import answer_task

    reporter = _Reporter(seconds, len(puzzle.task.test), tell)
    try:
        answered = answer_task(
            puzzle.task,
            seconds,
            device=device,
            base=base,
            cache=AdaptedCache(
                adapted_folder(), bundled=bundled_adapted_folder(), ignore_cache=ignore_cache, found=reporter.found
            ),
            cancelled=cancelled,
            enough=enough,
            fitting=reporter.fitting,
            voting=reporter.voting,
            guessed=guessed,
        )
    except Cancelled:
        return None
    fitted = FittedTo(puzzle.task.name, len(answered.adapted.losses))
    traces = []
    for test, candidates in enumerate(answered.candidates):
        if candidates:
            trace = trace_of(ArcPuzzle(puzzle.task, test), candidates, fitted, device)
            trace.guesses = answered.guesses[test]
            traces.append(trace)
    return Answered(tuple(traces), fitted)


def branch_arc(
    puzzle: ArcPuzzle,
    base: "Checkpoint",
    branches: Sequence[Branch],
    steps: int,
    recorded: Trace,
    cancelled: Callable[[], bool],
) -> Iterator[Refinement]:
    """The refinements after the last of `branches` in the view of `recorded` that they are of.

    The network is the one kept of the fit from `base`. Raises `ExplainedError` if that is not the recorded one, and
    `Cancelled`.
    """
    from solver.reasoning.arc_views import view_identifier
    from solver.reasoning.branch import Branched
    from solver.reasoning.recorded_view import kept_fit, recorded_view

    adapted = kept_fit(puzzle.task, base, kept_fits())
    number = branches[0].view
    first = recorded.of_view(number)[0]
    view = recorded_view(adapted, puzzle, recorded.views[number], first, cancelled=cancelled)
    blind = ArcPuzzle(adapted.task, puzzle.test)
    # Blind, so that a known output never decides when to stop.
    reasoning = Branched(
        adapted.network,
        blind,
        branches,
        steps,
        view=view,
        identifier=view_identifier(view),
        cancelled=cancelled,
    )
    for refinement in reasoning.refinements():
        verdict = puzzle.check(refinement.answer)
        yield replace(refinement, view=number, accepted=verdict.accepted, violations=verdict.violations)


def influence_in_arc(
    puzzle: ArcPuzzle,
    base: "Checkpoint",
    recorded: Trace,
    cell: Cell,
    number: int,
    step: int,
    cancelled: Callable[[], bool],
    branches: Sequence[Branch] = (),
) -> Influence:
    """Which cells of the test input the colour in `cell` rests on, after refinement `step` of that view of `recorded`.

    `branches` are those that lead up to it.

    The demonstrations are in the fitted weights, so what the colour owes to their cells cannot be asked this way.
    Raises as `branch_arc`.
    """
    from solver.reasoning.arc_views import view_identifier
    from solver.reasoning.influence import influence
    from solver.reasoning.recorded_view import kept_fit, recorded_view

    adapted = kept_fit(puzzle.task, base, kept_fits())
    first = recorded.of_view(number)[0]
    view = recorded_view(adapted, puzzle, recorded.views[number], first, cancelled=cancelled)
    identifier = view_identifier(view)
    found = influence(
        adapted.network, puzzle, cell, step, view=view, branches=branches, identifier=identifier, cancelled=cancelled
    )
    return replace(found, view=number)


def kept_fits() -> "AdaptedCache":
    """The networks that were fitted on this computer, and those that came with Ponder."""
    from solver.reasoning.adapted_cache import AdaptedCache

    return AdaptedCache(adapted_folder(), bundled=bundled_adapted_folder())


class _Reporter:
    """Gathers what happens, and passes it on now and then."""

    def __init__(self, seconds: float, tests: int, tell: Callable[[Fitting], object]) -> None:
        from solver.reasoning.answer_task import FITTING_SHARE

        self._share = FITTING_SHARE
        self._seconds = seconds
        self._tests = tests
        self._tell = tell
        self._losses: list[float] = []
        self._step, self._right, self._fitted_seconds = 0, 0.0, 0.0
        self._held_out: float | None = None
        self._began = time.monotonic()
        self._told = -1.0

    def found(self, adapted: "Adapted", bundled: bool) -> None:
        """A fit to this task from before, which is taken, or gone on from if it was given less time."""
        self._step, self._right, self._held_out = len(adapted.losses), adapted.right, adapted.held_out
        self._fitted_seconds = adapted.seconds
        # As if it had been made just now: one that is gone on from may have ended early.
        self._began -= adapted.seconds
        wanted = self._share * self._seconds
        done = 1.0 if adapted.given >= wanted else min(1.0, adapted.seconds / wanted)
        self._tell(
            Fitting(
                self._step,
                tuple(adapted.losses.tolist()),
                self._right,
                self._share * done,
                self._seconds * (1 - self._share * done),
                adapted.given >= wanted,
                self._held_out,
                "bundled" if bundled else "kept",
                adapted.seconds,
                adapted.seconds,
            )
        )

    def fitting(self, progress: "FitProgress") -> None:
        """One step of the optimiser more."""
        self._losses.append(progress.loss)
        self._step, self._right, self._held_out = progress.step, progress.right, progress.held_out
        self._fitted_seconds = progress.seconds
        self._pass_on(self._share * progress.fraction, voting=False)

    def voting(self, test: int, fraction: float) -> None:
        """Views have refined a test input once more."""
        self._pass_on(self._share + (1 - self._share) * (test + fraction) / self._tests, voting=True)

    def _pass_on(self, fraction: float, *, voting: bool) -> None:
        now = time.monotonic()
        if now - self._told < TELLING_SECONDS:
            return
        self._told = now
        # A fit that ends early goes faster than the budget says.
        whole = min(self._seconds, (now - self._began) / max(fraction, 1e-3))
        left = whole * (1 - fraction)
        self._tell(
            Fitting(
                self._step,
                tuple(self._losses),
                self._right,
                fraction,
                left,
                voting,
                self._held_out,
                seconds=self._fitted_seconds,
            )
        )
        self._losses = []
