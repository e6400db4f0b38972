"""Test-time adaptation: fitting a small network to one ARC task's demonstrations, turned, mirrored and recoloured.

A network can't answer a task that it was never fitted to. Fitting starts from a base network that has seen other tasks,
or from random weights, and changes all of it; test outputs are never looked at.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from solver.cancelling import Cancelled, never
from solver.messages import Template
from solver.model.checkpoint import Checkpoint
from solver.model.errors import CheckpointError
from solver.model.recursive import RecursiveModel
from solver.puzzles.arc.canvas import Shape, canvas_shape
from solver.puzzles.arc.task import ArcTask
from solver.reasoning.arc_views import IDENTIFIERS
from solver.reasoning.fitting import Fit
from solver.reasoning.guessing import Guesses
from solver.reasoning.interrupting import interrupting
from solver.reasoning.side_by_side import SideBySide
from solver.reasoning.stopping_rule import StoppingRule

SMOOTHING = 0.95
"""Of the figures that are shown."""

NOT_A_BASE = Template(
    "adapt.not_a_base", "{name} is not a base for fitting to ARC tasks. Choose one that is, such as the bundled one."
)


@dataclass(frozen=True)
class FitProgress:
    """How far the fitting is, after one more step."""

    step: int
    loss: float
    """Cross-entropy of the cells in this step's batch."""
    right: float
    """Share of demonstrations answered wholly right, smoothed over the last steps."""
    seconds: float
    """Since the fitting began."""
    fraction: float
    """Of the time that fitting needs; it needs less than it was given if what was held out is answered early."""
    held_out: float | None = None
    """Share of the symmetries in which a demonstration never fitted to is answered wholly right, when last looked at.

    None before, or if there are too few demonstrations to hold one out.
    """


@dataclass(frozen=True, eq=False)
class Adapted:
    """A network that was fitted to one task."""

    task: ArcTask
    """Without its test outputs."""
    network: RecursiveModel
    part: Shape
    """Rows and columns of what it is given of the task's canvas."""
    base: str
    """The fingerprint of the checkpoint that it started from."""
    losses: npt.NDArray[np.float32]
    """[steps]"""
    right: float
    """As in the last `FitProgress`."""
    seconds: float
    """That it took."""
    given: float
    """Seconds that it might have taken; it ended early if it took much less.

    A fit that a person stopped counts as given what it took, so that it can be gone on with.
    """
    held_out: float | None
    """As in the last `FitProgress`."""


def ignore(_: FitProgress) -> None:
    """No-op callback."""


def ignore_stopped(_: Adapted) -> None:
    """No-op callback."""


def adapt(
    task: ArcTask,
    seconds: float,
    base: Checkpoint,
    *,
    earlier: Adapted | None = None,
    seed: int = 0,
    device: str = "cpu",
    most_steps: int | None = None,
    cancelled: Callable[[], bool] = never,
    enough: Callable[[], bool] = never,
    progress: Callable[[FitProgress], object] = ignore,
    guesses: Guesses | None = None,
    stopped: Callable[[Adapted], object] = ignore_stopped,
) -> Adapted:
    """Fit a network to the task's demonstrations for about `seconds` of wall-clock time, or `most_steps`.

    It starts from `base`, or from where an `earlier` fit to the same task ended. The time of the earlier fit counts; if
    that was given as long, it is returned as it is.

    `cancelled` is asked after each forward and each backward pass, raising `Cancelled`; before that, `stopped` gets
    what was fitted by then, if anything was. `enough` is asked after each step of the optimiser, ending the fit early,
    and `progress` is called. `guesses` are made on the way. Raises `CheckpointError` for a base that cannot be fitted.
    """
    check_base(base)

    def check_cancelled() -> None:
        if cancelled():
            raise Cancelled

    if earlier and (earlier.given >= seconds or enough()):
        return earlier
    began = time.perf_counter() - (earlier.seconds if earlier else 0.0)
    start = earlier.network if earlier else base.network
    threads = SideBySide(torch.device(device))
    part = earlier.part if earlier else canvas_shape(task)
    fit = Fit(task.without_answers(), start, seed, torch.device(device), threads, part)
    losses: list[float] = earlier.losses.tolist() if earlier else []
    right = earlier.right if earlier else 0.0
    # What was fitted to all demonstrations before has none left that it never saw.
    stopping = StoppingRule(holds_out=earlier is None and fit.hold_one_out())
    stopping.held_out = earlier.held_out if earlier else None
    steps_before = len(losses)

    def adapted(given: float) -> Adapted:
        return Adapted(
            fit.task,
            fit.averaged_network(),
            fit.part,
            earlier.base if earlier else base.fingerprint,
            np.array(losses, np.float32),
            right,
            time.perf_counter() - began,
            given,
            stopping.held_out,
        )

    @contextmanager
    def handing_over() -> Iterator[None]:
        try:
            yield
        except Cancelled:
            if len(losses) > steps_before:
                stopped(adapted(min(time.perf_counter() - began, seconds)))
            raise

    with handing_over(), threads, interrupting(fit.network, check_cancelled):
        while True:
            passed = (time.perf_counter() - began) / seconds
            fraction = stopping.fraction(max(passed, len(losses) / most_steps if most_steps else 0.0))
            if losses and fraction >= 1:
                return adapted(seconds)
            if stopping.is_due(fraction):
                stopping.look(fraction, fit.held_out_views(check_cancelled))
            if not stopping.holds_out:
                fit.learn_all()
            loss, right_now = fit.step(fraction, check_cancelled)
            losses.append(loss)
            right = SMOOTHING * right + (1 - SMOOTHING) * right_now
            told = FitProgress(len(losses), loss, right, time.perf_counter() - began, fraction, stopping.held_out)
            progress(told)
            if enough():
                return adapted(min(told.seconds, seconds))
            if guesses is not None and guesses.due:
                with fit.averages_in_place():
                    guesses.make(
                        fit.network,
                        fit.part,
                        check_cancelled,
                        fitted_steps=told.step,
                        fitted_seconds=told.seconds,
                        right=right,
                    )


def check_base(base: Checkpoint) -> None:
    """Raise `CheckpointError` for a network that cannot be fitted to a task."""
    config = base.config
    if config.kind != "arc" or config.mixer != "colour" or config.num_puzzle_identifiers != IDENTIFIERS:
        raise CheckpointError(NOT_A_BASE(name=base.name))
