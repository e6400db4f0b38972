"""Two films of one puzzle laid beside each other, refinement by refinement; no widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

import numpy as np

from solver.puzzles.base import BoolGrid, Cell, Puzzle
from solver.trace import Refinement


@dataclass(frozen=True, eq=False)
class Moment:
    """What both show at one position of the shared playhead; a film that has ended stays at its last refinement."""

    left: Refinement
    right: Refinement
    left_goes_on: bool
    right_goes_on: bool

    @property
    def leading(self) -> Refinement:
        """One that was computed at this very step."""
        return self.left if self.left_goes_on else self.right

    def differing(self, puzzle: Puzzle) -> BoolGrid:
        """[R, C], true in the free cells in which the two answers differ."""
        differing: BoolGrid = (self.left.answer != self.right.answer) & puzzle.free
        return differing


def align(left: Sequence[Refinement], right: Sequence[Refinement]) -> list[Moment]:
    """One moment for each step of either: first view with first view, second with second, step with step.

    Neither film may be empty.
    """
    moments: list[Moment] = []
    last_left, last_right = left[0], right[0]
    for lefts, rights in zip_longest(_views(left), _views(right), fillvalue=()):
        for one, other in zip_longest(lefts, rights):
            last_left, last_right = one or last_left, other or last_right
            moments.append(Moment(last_left, last_right, one is not None, other is not None))
    return moments


def _views(film: Sequence[Refinement]) -> list[tuple[Refinement, ...]]:
    return [tuple(stretch) for _, stretch in groupby(film, key=lambda r: r.view)]


def first_difference(one: Puzzle, other: Puzzle) -> Cell | None:
    """The first cell that two puzzles of one kind and size give differently."""
    cells = np.argwhere(one.grid != other.grid).tolist()
    return (cells[0][0], cells[0][1]) if cells else None
