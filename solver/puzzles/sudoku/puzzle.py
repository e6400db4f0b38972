"""Sudoku: the validated puzzle, and the rules that judge an answer to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Self

import numpy as np
import numpy.typing as npt

from solver.puzzles.base import BoolGrid, Cell, IntGrid, Puzzle, PuzzleError, Verdict, read_only
from solver.puzzles.sudoku.exact import search
from solver.puzzles.sudoku.units import PEERS, UNIT_NAMES, UNITS, cell_name, cell_of

__all__ = ["PEERS", "UNITS", "SudokuPuzzle", "accepts", "conflicting_cells"]

FEWEST_GIVENS = 17
"""No Sudoku with fewer givens has a single solution (McGuire, Tugemann, Civario 2012, arXiv 1201.0749)."""

_UNITS = np.array(UNITS)
_ALL_DIGITS = 0b11_1111_1110


def accepts(answers: IntGrid, givens: IntGrid) -> npt.NDArray[np.bool_]:
    """[B], true where `answers` [B, 9, 9] solves `givens` [B, 9, 9] (0 blank); any value but 1–9 counts as blank."""
    flat, given = answers.reshape(-1, 81), givens.reshape(-1, 81)
    bits = np.where((flat >= 1) & (flat <= 9), 1 << np.clip(flat, 0, 9), 0)
    every_unit = (np.bitwise_or.reduce(bits[:, _UNITS], axis=-1) == _ALL_DIGITS).all(axis=-1)
    unchanged = ((given == 0) | (given == flat)).all(axis=-1)
    result: npt.NDArray[np.bool_] = every_unit & unchanged
    return result


def conflicting_cells(cells: Sequence[int]) -> tuple[Cell, ...]:
    """The cells, of 81 (0 blank), that hold the same digit as one of their peers."""
    return tuple(sorted({cell_of(index) for _, indices in _conflicts(cells) for index in indices}))


@dataclass(frozen=True)
class SudokuPuzzle(Puzzle):
    """A 9×9 Sudoku; raises `PuzzleError` unless `givens` are 81 digits (0 blank) with no digit twice in a unit."""

    kind: ClassVar[str] = "sudoku"

    givens: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.givens) != 81:
            raise PuzzleError(f"A Sudoku has 81 cells, not {len(self.givens)}.")
        for index, digit in enumerate(self.givens):
            if type(digit) is not int or not 0 <= digit <= 9:
                cell = cell_of(index)
                raise PuzzleError(f"{cell_name(cell)} holds {digit!r} instead of a digit.", cells=(cell,))
        if conflicts := _conflicts(self.givens):
            repeats = [
                f"{self.givens[indices[0]]} in {_listed([cell_name(cell_of(index)) for index in indices])} ({unit})"
                for unit, indices in conflicts
            ]
            if len(repeats) > 3:
                repeats[3:] = [f"{len(repeats) - 3} more"]
            raise PuzzleError(f"The givens repeat a digit: {_listed(repeats)}.", cells=conflicting_cells(self.givens))

    @classmethod
    def from_grid(cls, grid: npt.ArrayLike) -> Self:
        """The puzzle with these givens: a 9×9 grid or 81 cells in a row, 0 blank."""
        return cls(tuple(np.asarray(grid).reshape(-1).tolist()))

    @cached_property
    def grid(self) -> IntGrid:
        """[9, 9], 0 blank, read-only."""
        return read_only(np.reshape(self.givens, (9, 9)))

    @property
    def free(self) -> BoolGrid:
        """[9, 9], true in the blank cells."""
        free: BoolGrid = self.grid == 0
        return free

    def check(self, answer: IntGrid) -> Verdict:
        """Judge `answer` [9, 9]: blanks, repeated digits and changed givens are violations."""
        if answer.shape != (9, 9):
            raise ValueError(f"A Sudoku answer is 9×9, not {'×'.join(map(str, answer.shape))}.")
        blank = (answer < 1) | (answer > 9)
        repeated = np.zeros((9, 9), dtype=np.bool_)
        for cell in conflicting_cells(np.where(blank, 0, answer).reshape(-1).tolist()):
            repeated[cell] = True
        changed = ~self.free & (answer != self.grid)
        violations = blank | repeated | changed
        if not violations.any():
            return Verdict(True, violations, "Each row, column and box holds 1 to 9, and every given stands.")
        faults = [
            sentence
            for count, sentence in (
                (int(blank.sum()), f"{_cells(blank)} blank"),
                (int(repeated.sum()), f"{_cells(repeated)} at odds with a cell of the same row, column or box"),
                (int(changed.sum()), f"{_cells(changed, 'given')} changed"),
            )
            if count
        ]
        return Verdict(False, violations, f"{_listed(faults)}.")

    def warnings(self) -> tuple[str, ...]:
        """Too few givens, no solution, several; a strange grid can take up to about a second the first time."""
        return self._warnings

    @cached_property
    def _warnings(self) -> tuple[str, ...]:
        found = []
        given = 81 - self.givens.count(0)
        if given < FEWEST_GIVENS:
            only = "no givens" if given == 0 else "only 1 given" if given == 1 else f"only {given} givens"
            found.append(f"It has {only}; at least {FEWEST_GIVENS} are needed for a single solution.")
        result = search(self.givens)
        if len(result.solutions) > 1:
            found.append("It has several solutions.")
        elif not result.complete:
            found.append("Whether it has exactly one solution took too long to find out.")
        elif not result.solutions:
            found.append("It has no solution.")
        return tuple(found)

    def format_answer(self, answer: IntGrid) -> str:
        """`answer` [9, 9] as 81 digits, row by row, 0 blank."""
        return "".join(map(str, np.asarray(answer).reshape(-1).tolist()))

    def to_json(self) -> dict[str, Any]:
        """`{"kind": "sudoku", "givens": …}` with 81 digits, 0 blank."""
        return {"kind": self.kind, "givens": "".join(map(str, self.givens))}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """The puzzle that `to_json` described; a `.` is a blank too."""
        if data.get("kind") != cls.kind:
            raise PuzzleError(f"The puzzle's kind is {data.get('kind')!r}, not {cls.kind!r}.")
        givens = data.get("givens")
        if not isinstance(givens, str) or not set(givens) <= set("0123456789."):
            raise PuzzleError("A Sudoku's `givens` must be a string of 81 digits, 0 for a blank.")
        return cls(tuple(map(int, givens.replace(".", "0"))))


def _conflicts(cells: Sequence[int]) -> list[tuple[str, list[int]]]:
    """Units with the cells in them that hold the same digit, leaving out those that an earlier unit told of."""
    found: list[tuple[str, list[int]]] = []
    for name, unit in zip(UNIT_NAMES, UNITS, strict=True):
        digits = [cells[index] for index in unit if cells[index]]
        if len(set(digits)) == len(digits):
            continue
        for digit in sorted(set(digits)):
            same = [index for index in unit if cells[index] == digit]
            if len(same) > 1 and not any(set(same) <= set(earlier) for _, earlier in found):
                found.append((name, same))
    return found


def _cells(where: BoolGrid, what: str = "cell") -> str:
    count = int(where.sum())
    return f"1 {what} is" if count == 1 else f"{count} {what}s are"


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
