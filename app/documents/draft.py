"""A grid while a person edits it: it need not be a puzzle yet."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from solver.messages import Template
from solver.puzzles.base import BoolGrid, Cell, IntGrid, Puzzle, PuzzleError, read_only
from solver.puzzles.maze.puzzle import CHARACTERS, FREE, LARGEST, MazePuzzle
from solver.puzzles.sudoku.puzzle import SudokuPuzzle

NO_BOARD = Template("draft.no_board", "There is no board for puzzles of the kind {kind}.")
DAMAGED_DRAFT = Template("draft.damaged", "The unfinished puzzle of this document is damaged.")


@dataclass(frozen=True, eq=False)
class Draft:
    """Answers `kind`, `grid`, `shape` and `free` as a `Puzzle` does, but promises no rules."""

    kind: str
    grid: IntGrid

    @classmethod
    def of(cls, content: "Puzzle | Draft", changes: dict[Cell, int]) -> "Draft":
        """`content` with some cells changed."""
        grid = content.grid.copy()
        for cell, value in changes.items():
            grid[cell] = value
        return cls(content.kind, read_only(grid))

    @property
    def shape(self) -> Cell:
        """Rows and columns."""
        rows, columns = self.grid.shape
        return rows, columns

    @property
    def free(self) -> BoolGrid:
        """[rows, columns], true where the answer is not given."""
        free: BoolGrid = self.grid == (0 if self.kind == SudokuPuzzle.kind else FREE)
        return free

    @property
    def no_answer(self) -> None:
        """Nothing is known of the answers to a draft."""
        return None

    @cached_property
    def problem(self) -> PuzzleError | None:
        """Why this is not a puzzle yet, and in which cells."""
        try:
            self.to_puzzle()
        except PuzzleError as error:
            return error
        return None

    def to_puzzle(self) -> Puzzle:
        """The puzzle that this draft has become; raises `PuzzleError` while it breaks a rule."""
        if self.kind == SudokuPuzzle.kind:
            return SudokuPuzzle(tuple(int(value) for value in self.grid.ravel()))
        if self.kind == MazePuzzle.kind:
            return MazePuzzle.from_grid(self.grid)
        raise PuzzleError(NO_BOARD(kind=self.kind))

    def to_json(self) -> dict[str, Any]:
        """Plain data for a document's file."""
        return {"kind": self.kind, "draft": self.grid.tolist()}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Draft":
        """What `to_json` wrote; raises `PuzzleError` for anything else."""
        try:
            kind, grid = str(data["kind"]), np.array(data["draft"], dtype=np.int64)
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise PuzzleError(DAMAGED_DRAFT()) from error
        highest = {SudokuPuzzle.kind: 9, MazePuzzle.kind: len(CHARACTERS) - 1}.get(kind)
        sized = grid.ndim == 2 and 0 < grid.size <= LARGEST * LARGEST
        if highest is None or not sized or grid.min() < 0 or grid.max() > highest:
            raise PuzzleError(DAMAGED_DRAFT())
        return cls(kind, read_only(grid))


Content = Puzzle | Draft
"""What a board shows: a validated puzzle, or one that is not yet valid."""


def as_content(content: Content) -> Content:
    """The puzzle that a draft is, or the draft itself while it breaks a rule."""
    if not isinstance(content, Draft):
        return content
    try:
        return content.to_puzzle()
    except PuzzleError:
        return content
