"""What a batch says of a network: accuracy against steps and views, and how far its confidence can be trusted."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from solver.puzzles.base import IntGrid
from solver.trace import Refinement, Trace

BINS = 10
"""Of confidence, from 0 to 1."""
COLUMNS = ("figure", "checkpoint", "x", "share", "count")


@dataclass(frozen=True, eq=False)
class Measured:
    """What one recording adds to the figures; small, whatever the size of the recording."""

    view_and_step: tuple[int, int] | None
    """Of the first answer that the rules accept: how many views had been tried, and the refinement in its view."""
    first_view_step: int | None
    """The refinement of the first view whose answer the rules accept, if any."""
    halting: tuple[tuple[float, bool], ...]
    """sigmoid(q) at the last refinement of each view, and whether the rules accept that answer."""
    cells: IntGrid
    """[2, BINS]: of the free cells at the first view's last refinement, by confidence, how many were right, and how
    many there were. Zeros where no answer was accepted: nobody knows then what is right."""


@dataclass(frozen=True)
class Point:
    """A share of `count` cases, at x."""

    x: float
    share: float
    count: int


def measured(trace: Trace) -> Measured | None:
    """None where the rules cannot check, or nothing was recorded."""
    if trace.votes or not trace.refinements or any(r.accepted is None for r in trace):
        return None
    found = trace.verified
    first_view = trace.of_view(0)
    last = {r.view: r for r in trace}
    return Measured(
        view_and_step=None if found is None else (_views_tried(trace, found), found.step),
        first_view_step=next((r.step for r in first_view if r.accepted), None),
        halting=tuple((r.halt_probability, bool(r.accepted)) for r in last.values()),
        cells=_cells(trace, first_view[-1], found) if first_view and found else np.zeros((2, BINS), np.int64),
    )


def accuracy_by_steps(measures: Sequence[Measured], most: int) -> list[Point]:
    """The share that one view solved within 1…`most` refinements."""
    steps = np.array([m.first_view_step or most + 1 for m in measures])
    return [Point(step, float((steps <= step).mean()), len(measures)) for step in range(1, most + 1) if measures]


def accuracy_by_views(measures: Sequence[Measured], most: int) -> list[Point]:
    """The share that was solved by the first 1…`most` views."""
    views = np.array([m.view_and_step[0] if m.view_and_step else most + 1 for m in measures])
    return [Point(view, float((views <= view).mean()), len(measures)) for view in range(1, most + 1) if measures]


def calibration_of_halting(measures: Sequence[Measured]) -> list[Point]:
    """How often the rules accepted an answer, against the model's own estimate; x is the mean estimate of a bin."""
    pairs = np.array([pair for m in measures for pair in m.halting], dtype=np.float64).reshape(-1, 2)
    bins = _bin(pairs[:, 0])
    return [
        Point(float(pairs[bins == b, 0].mean()), float(pairs[bins == b, 1].mean()), int((bins == b).sum()))
        for b in range(BINS)
        if (bins == b).any()
    ]


def calibration_of_cells(measures: Sequence[Measured]) -> list[Point]:
    """How often a cell was right, against its confidence; x is the middle of a bin. Of puzzles that were solved."""
    right, count = sum((m.cells for m in measures), np.zeros((2, BINS), np.int64))
    return [Point((b + 0.5) / BINS, int(right[b]) / int(count[b]), int(count[b])) for b in range(BINS) if count[b]]


def figures_csv(figures: Sequence[tuple[str, str, Sequence[Point]]]) -> str:
    """One line for each point of (figure, checkpoint, points)."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for figure, checkpoint, points in figures:
        writer.writerows((figure, checkpoint, f"{p.x:g}", f"{p.share:.6g}", p.count) for p in points)
    return text.getvalue()


def _views_tried(trace: Trace, found: Refinement) -> int:
    """How many views had started when this one found it."""
    return list(dict.fromkeys(r.view for r in trace)).index(found.view) + 1


def _cells(trace: Trace, last: Refinement, found: Refinement) -> IntGrid:
    # A maze may have other shortest paths than the one that was found; where they differ, nobody is wrong.
    answer = last.answer if last.accepted else found.answer
    free = trace.puzzle.free
    bins = _bin(last.confidence[free])
    right = (last.answer == answer)[free]
    return np.stack([np.bincount(bins[right], minlength=BINS), np.bincount(bins, minlength=BINS)]).astype(np.int64)


def _bin(shares: np.ndarray) -> np.ndarray:
    return np.minimum((shares * BINS).astype(np.int64), BINS - 1)
