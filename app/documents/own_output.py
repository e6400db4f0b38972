"""A person's own outputs for the test inputs of an ARC task, which leave the task as it is. No Qt."""

from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np

from app.documents.draft import Content
from solver.messages import Template
from solver.puzzles.arc.canvas import size
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcGrid, ArcTask, read_grid
from solver.puzzles.base import BoolGrid, Cell, PuzzleError

DAMAGED_OUTPUT = Template("guess.damaged_output", "Your own output in this document is damaged.")


@dataclass(frozen=True)
class OwnOutputs:
    """What a person answers to each test input of a task."""

    grids: tuple[ArcGrid | None, ...]
    """One for each test input; None where nothing was painted yet."""

    @classmethod
    def none(cls, task: ArcTask) -> Self:
        """Nothing painted yet."""
        return cls((None,) * len(task.test))

    @property
    def empty(self) -> bool:
        """Whether nothing was painted for any test input."""
        return all(grid is None for grid in self.grids)

    def of(self, test: int) -> ArcGrid | None:
        """The output for one test input, counted from 0."""
        return self.grids[test] if test < len(self.grids) else None

    def with_output(self, test: int, grid: ArcGrid | None) -> Self:
        """With another output for one test input; None takes it away."""
        return replace(self, grids=(*self.grids[:test], grid, *self.grids[test + 1 :]))

    def kept_for(self, before: Content, after: Content) -> Self | None:
        """What still has its test input once `before` was changed to `after`; None if that is nothing."""
        if not isinstance(before, ArcPuzzle) or not isinstance(after, ArcPuzzle):
            return None
        if len(before.task.test) == len(after.task.test):
            return self
        places = {pair: number for number, pair in enumerate(before.task.test)}
        kept = tuple(self.of(places[pair]) if pair in places else None for pair in after.task.test)
        return None if all(grid is None for grid in kept) else replace(self, grids=kept)

    def to_json(self) -> list[list[list[int]] | None]:
        """Plain data for a document's file."""
        return [None if grid is None else [list(row) for row in grid] for grid in self.grids]

    @classmethod
    def from_json(cls, data: Any, content: Content) -> Self:
        """What `to_json` wrote of outputs for `content`; raises `PuzzleError` for anything else."""
        if not isinstance(content, ArcPuzzle) or not isinstance(data, list) or len(data) != len(content.task.test):
            raise PuzzleError(DAMAGED_OUTPUT())
        return cls(tuple(None if grid is None else read_grid(grid, "own") for grid in data))


def first_output(task: ArcTask, test: int) -> ArcGrid:
    """The black grid that a person starts from: as large as the demonstrations tell, else as the test input.

    The known output of the test is not looked at.
    """
    given = task.test[test].input
    rows, columns = size(given)
    sizes = {size(output) for _, output in task.demonstrations}
    if len(sizes) == 1 and any(size(shown) != size(output) for shown, output in task.demonstrations):
        rows, columns = sizes.pop()
    return ((0,) * columns,) * rows


def differing(own: ArcGrid, other: ArcGrid) -> BoolGrid:
    """[rows, columns] of `own`: true where `other` has another colour, or no cell."""
    differ: BoolGrid = np.ones(size(own), dtype=bool)
    if other:
        rows, columns = (min(pair) for pair in zip(size(own), size(other), strict=True))
        mine, theirs = np.array(own)[:rows, :columns], np.array(other)[:rows, :columns]
        differ[:rows, :columns] = mine != theirs
    return differ


def cells_differing(own: ArcGrid, other: ArcGrid) -> tuple[Cell, ...]:
    """Those cells in reading order."""
    return tuple((int(row), int(column)) for row, column in np.argwhere(differing(own, other)))
