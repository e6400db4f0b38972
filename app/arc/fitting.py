"""Progress on an ARC task, as the worker reports it to the window."""

from dataclasses import dataclass
from typing import Literal

from solver.puzzles.arc.task import ArcTask


@dataclass(frozen=True)
class Fitting:
    """What there is to show since the last one."""

    step: int
    """Of the optimiser, so far."""
    losses: tuple[float, ...]
    """Of the steps since the last one that was told."""
    right: float
    """Share of the demonstrations that the network answers wholly right."""
    fraction: float
    """Of everything, from fitting to the end of the last vote."""
    seconds_left: float
    """About."""
    voting: bool = False
    """Whether the network is fitted, and views vote."""
    held_out: float | None = None
    """Share of the symmetries in which the demonstration that was held out is answered; None if there is none."""
    found: Literal["", "kept", "bundled"] = ""
    """Whether `losses` are of a fit that was kept from before, or that ships with Ponder."""
    found_seconds: float = 0.0
    """How long that took."""
    seconds: float = 0.0
    """Of fitting so far."""


@dataclass(frozen=True)
class StoppedFit:
    """A fit that was stopped before it was over, and can be gone on with."""

    task: ArcTask
    step: int
    """Of the optimiser, so far."""
    seconds: float
    """Of fitting so far."""
    voted: bool = False
    """Whether views voted with it as it is."""
