"""A person's own answer beside the model's: entries and pencil marks, which leave the puzzle as it is. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from app.documents.draft import Content, Draft
from solver.messages import Template
from solver.puzzles.base import BoolGrid, Cell, IntGrid, Puzzle, PuzzleError, Verdict, read_only
from solver.puzzles.maze.cells import PATH
from solver.trace import Refinement

NOTHING = 0
"""In a cell that the person has left open."""
SURE = 0.9
"""The confidence from which the model counts as sure of a cell."""
KINDS = ("sudoku", "maze")
"""Puzzles with entries in their own cells; of an ARC task, whole outputs are painted: see `OwnOutputs`."""
DIGITS = range(1, 10)
DAMAGED_GUESS = Template("guess.damaged", "Your own entries in this document are damaged.")


@dataclass(frozen=True, eq=False)
class Guess:
    """Entries over a puzzle of that shape; the puzzle's own cells hold none."""

    values: IntGrid
    """[rows, columns]: a digit, or `PATH` in a maze; `NOTHING` where the cell is open."""
    marks: IntGrid
    """[rows, columns]: bit d is set where digit d is a pencil mark."""

    @classmethod
    def none(cls, shape: Cell) -> "Guess":
        """Nothing entered yet."""
        nothing = read_only(np.zeros(shape, np.int64))
        return cls(nothing, nothing)

    @cached_property
    def entered(self) -> BoolGrid:
        """[rows, columns], true where there is an entry."""
        entered: BoolGrid = self.values != NOTHING
        return entered

    @property
    def empty(self) -> bool:
        """Whether there is neither an entry nor a pencil mark."""
        return not self.entered.any() and not self.marks.any()

    def marks_of(self, cell: Cell) -> tuple[int, ...]:
        """The digits pencilled into one cell."""
        return tuple(digit for digit in DIGITS if int(self.marks[cell]) >> digit & 1)

    def with_values(self, changes: dict[Cell, int]) -> "Guess":
        """With other entries, which take the pencil marks of their cells away."""
        values, marks = self.values.copy(), self.marks.copy()
        for cell, value in changes.items():
            values[cell], marks[cell] = value, 0
        return Guess(read_only(values), read_only(marks))

    def with_mark_turned(self, cell: Cell, digit: int) -> "Guess":
        """With one pencil mark more or less; an entry in that cell goes."""
        values, marks = self.values.copy(), self.marks.copy()
        values[cell] = NOTHING
        marks[cell] ^= 1 << digit
        return Guess(read_only(values), read_only(marks))

    def kept_for(self, content: Content) -> "Guess | None":
        """What still has its place after the puzzle was changed to `content`; None if that is nothing."""
        if self.values.shape != content.shape:
            return None
        kept = Guess(read_only(self.values * content.free), read_only(self.marks * content.free))
        return None if kept.empty else kept

    def answer(self, puzzle: Puzzle) -> IntGrid:
        """[rows, columns]: the puzzle with the entries in it."""
        return read_only(np.where(self.entered, self.values, puzzle.grid))

    def verdict(self, puzzle: Puzzle) -> Verdict:
        """What the rules say of it."""
        return puzzle.check(self.answer(puzzle))

    def to_json(self) -> dict[str, Any]:
        """Plain data for a document's file."""
        return {name: _cells(grid) for name, grid in (("values", self.values), ("marks", self.marks))}

    @classmethod
    def from_json(cls, data: dict[str, Any], content: Content) -> "Guess":
        """What `to_json` wrote of a guess at `content`; raises `PuzzleError` for anything else."""
        values = {NOTHING, PATH} if content.kind == "maze" else {NOTHING, *DIGITS}
        guess = cls(_grid(data["values"], content.shape), _grid(data["marks"], content.shape))
        taken = (guess.entered | (guess.marks != 0)) & ~content.free
        known = set(np.unique(guess.values).tolist()) <= values and guess.marks.min() >= 0
        if content.kind not in KINDS or taken.any() or not known or guess.marks.max() >= 1 << 10:
            raise PuzzleError(DAMAGED_GUESS())
        return guess


@dataclass(frozen=True)
class Comparison:
    """A guess against one answer of the model."""

    same: tuple[Cell, ...]
    """Entries that the model has too."""
    differing: tuple[Cell, ...]
    """Entries where it has something else."""
    surer: tuple[Cell, ...]
    """Cells that the person left open, and the model is sure of; of a maze, those that it is sure are on the path."""


def compare(guess: Guess, puzzle: Puzzle, shown: Refinement) -> Comparison:
    """Cells in reading order."""
    same = guess.entered & (guess.values == shown.answer)
    sure = puzzle.free & ~guess.entered & (shown.confidence >= SURE)
    if puzzle.kind == "maze":
        sure &= shown.answer == PATH
    return Comparison(_where(same), _where(guess.entered & ~same), _where(sure))


def can_guess(content: Content) -> bool:
    """Whether a person can make their own guesses in `content`."""
    return not isinstance(content, Draft)


def _where(cells: BoolGrid) -> tuple[Cell, ...]:
    return tuple((int(row), int(column)) for row, column in np.argwhere(cells))


def _cells(grid: IntGrid) -> list[list[int]]:
    return [[row, column, int(grid[row, column])] for row, column in _where(grid != 0)]


def _grid(cells: Iterable[Any], shape: Cell) -> IntGrid:
    grid = np.zeros(shape, np.int64)
    for row, column, value in cells:
        if not (0 <= row < shape[0] and 0 <= column < shape[1]) or type(value) is not int:
            raise PuzzleError(DAMAGED_GUESS())
        grid[row, column] = value
    return read_only(grid)
