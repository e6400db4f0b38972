"""How long one puzzle takes to a verified answer, solved alone as the window solves it."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import mean

import numpy as np

from solver.cancelling import Cancelled
from solver.model.checkpoint import Checkpoint
from solver.puzzles.base import Puzzle
from solver.reasoning.budget import Budget
from solver.reasoning.relay import Pair, reasoning_of


@dataclass(frozen=True)
class Timed:
    """One puzzle's solve."""

    verified: bool
    seconds: float
    """Until the rules accepted an answer, or until the solve was given up."""


@dataclass(frozen=True)
class Times:
    """Seconds to a verified answer, over a list."""

    verified: float
    """Share of the puzzles, from 0 to 1."""
    mean: float | None
    """Of those verified; None if there are none."""
    median: float | None
    p90: float | None
    mean_of_all: float
    """Of all puzzles; those not verified count with the seconds after which they were given up."""


def time_to_verified(
    networks: Checkpoint | Pair,
    puzzle: Puzzle,
    budget: Budget,
    *,
    limit: float | None = None,
    clock: Callable[[], float] = time.perf_counter,
) -> Timed:
    """Solve the puzzle until the rules accept an answer, the budget is spent, or `limit` seconds have passed."""
    began = clock()

    def is_late() -> bool:
        return limit is not None and clock() - began >= limit

    reasoning = reasoning_of(networks, puzzle, budget, cancelled=is_late)
    verified = False
    try:
        for refinement in reasoning.refinements():
            if refinement.accepted:
                verified = True
                break
    except Cancelled:
        pass
    return Timed(verified, clock() - began)


def times(timed: Iterable[Timed]) -> Times:
    """What a list of solves comes to; raises `ValueError` for an empty one."""
    every = list(timed)
    if not every:
        raise ValueError("there are no solves")
    seconds: Sequence[float] = [one.seconds for one in every if one.verified]
    return Times(
        verified=len(seconds) / len(every),
        mean=mean(seconds) if seconds else None,
        median=float(np.median(seconds)) if seconds else None,
        p90=float(np.percentile(seconds, 90)) if seconds else None,
        mean_of_all=mean(one.seconds for one in every),
    )
