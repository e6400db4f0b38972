"""Sudoku: the validated puzzle, and the rules that judge an answer to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Self

import numpy as np
import numpy.typing as npt

from solver.messages import Message, Template
from solver.puzzles.base import BoolGrid, Cell, IntGrid, Puzzle, PuzzleError, Verdict, read_only
from solver.puzzles.sudoku.exact import search
from solver.puzzles.sudoku.units import PEERS, UNIT_NAMES, UNITS, cell_name, cell_of

__all__ = ["PEERS", "UNITS", "SudokuPuzzle", "accepts", "conflicting_cells"]

FEWEST_GIVENS = 17
"""No Sudoku with fewer givens has a single solution (McGuire, Tugemann, Civario 2012, arXiv 1201.0749)."""

NOT_81_CELLS = Template("sudoku.cells", "A Sudoku has 81 cells, but this one has {count}.")
NOT_A_DIGIT = Template("sudoku.digit", "{cell} holds {value}. Only the digits 1 to 9 and blanks are allowed.")
TWO = Template("sudoku.two", "{unit} has {digit} twice ({cells})")
SEVERAL = Template("sudoku.several", "{unit} repeats the digit {digit} ({cells})")
REPEAT = Template("sudoku.repeat", "{repeat}. Change one to solve.")
REPEATS = Template(
    "sudoku.repeats",
    "{repeat}, and there are {count} more conflicts. Change these digits to solve.",
    "{repeat}, and there is one more conflict. Change these digits to solve.",
)
SOLVED = Template("sudoku.solved", "Every row, column and box holds 1 to 9, and the givens are unchanged.")
FAULTS = Template("sudoku.faults", "{faults:and}.")
BLANK = Template("sudoku.blank", "{count} cells are blank", "{count} cell is blank")
CONFLICTING = Template("sudoku.conflicting", "{count} cells conflict", "{count} cell conflicts")
CHANGED = Template("sudoku.changed", "{count} givens are changed", "{count} given is changed")
NO_GIVENS = Template("sudoku.no_givens", "This puzzle has no givens. A single solution needs at least {fewest}.")
FEW_GIVENS = Template(
    "sudoku.few_givens",
    "This puzzle has only {count} givens. A single solution needs at least {fewest}.",
    "This puzzle has only {count} given. A single solution needs at least {fewest}.",
)
SEVERAL_SOLUTIONS = Template("sudoku.several_solutions", "This puzzle has several solutions.")
NO_SOLUTION = Template("sudoku.no_solution", "This puzzle has no solution: no answer can be right.")
TOO_LONG = Template("sudoku.too_long", "Checking for a single solution took too long, so there may be several or none.")
NO_SUDOKU_JSON = Template(
    "sudoku.json", 'A Sudoku in JSON needs "kind": "sudoku" and "givens", 81 digits with 0 for blanks.'
)

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
    return _cells_of(_conflicts(cells))


def _cells_of(conflicts: Sequence[tuple[Message, list[int]]]) -> tuple[Cell, ...]:
    return tuple(sorted({cell_of(index) for _, indices in conflicts for index in indices}))


@dataclass(frozen=True)
class SudokuPuzzle(Puzzle):
    """A 9×9 Sudoku; raises `PuzzleError` unless `givens` are 81 digits (0 blank) with no digit twice in a unit."""

    kind: ClassVar[str] = "sudoku"

    givens: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.givens) != 81:
            raise PuzzleError(NOT_81_CELLS(count=len(self.givens)))
        for index, digit in enumerate(self.givens):
            if type(digit) is not int or not 0 <= digit <= 9:
                cell = cell_of(index)
                raise PuzzleError(NOT_A_DIGIT(cell=cell_name(cell), value=str(digit)), cells=(cell,))
        if not _is_consistent(self.givens):
            conflicts = _conflicts(self.givens)
            raise PuzzleError(_repeated(self.givens, conflicts), cells=_cells_of(conflicts))

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
            return Verdict(True, violations, SOLVED())
        faults = ((BLANK, blank), (CONFLICTING, repeated), (CHANGED, changed))
        found = tuple(fault(count=int(cells.sum())) for fault, cells in faults if cells.any())
        return Verdict(False, violations, FAULTS(faults=found))

    def warnings(self) -> tuple[Message, ...]:
        """Too few givens, no solution, several; a strange grid can take up to about a second the first time."""
        return self._warnings

    @cached_property
    def _warnings(self) -> tuple[Message, ...]:
        found = []
        given = 81 - self.givens.count(0)
        if given < FEWEST_GIVENS:
            few = FEW_GIVENS(count=given, fewest=FEWEST_GIVENS) if given else NO_GIVENS(fewest=FEWEST_GIVENS)
            found.append(few)
        result = search(self.givens, anywhere=True)
        if len(result.solutions) > 1:
            found.append(SEVERAL_SOLUTIONS())
        elif not result.complete:
            found.append(TOO_LONG())
        elif not result.solutions:
            # Nothing matters more.
            found.insert(0, NO_SOLUTION())
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
        givens = data.get("givens")
        if data.get("kind") != cls.kind or not isinstance(givens, str) or not set(givens) <= set("0123456789."):
            raise PuzzleError(NO_SUDOKU_JSON())
        return cls(tuple(map(int, givens.replace(".", "0"))))


def _repeated(cells: Sequence[int], conflicts: Sequence[tuple[Message, list[int]]]) -> Message:
    unit, indices = conflicts[0]
    repeat = TWO if len(indices) == 2 else SEVERAL
    names = tuple(cell_name(cell_of(index)) for index in indices)
    first = repeat(unit=unit, digit=cells[indices[0]], cells=names)
    more = len(conflicts) - 1
    return REPEATS(repeat=first, count=more) if more else REPEAT(repeat=first)


def _is_consistent(cells: Sequence[int]) -> bool:
    """Whether no unit holds a digit twice: one look at each given, for a file may hold very many puzzles."""
    rows, columns, boxes = [0] * 9, [0] * 9, [0] * 9
    for index, digit in enumerate(cells):
        if digit:
            row, column = index // 9, index % 9
            box, bit = row // 3 * 3 + column // 3, 1 << digit
            if (rows[row] | columns[column] | boxes[box]) & bit:
                return False
            rows[row] |= bit
            columns[column] |= bit
            boxes[box] |= bit
    return True


_MASKS = [sum(1 << index for index in unit) for unit in UNITS]
"""Of each unit, a bit for each of its cells."""


def _conflicts(cells: Sequence[int]) -> list[tuple[Message, list[int]]]:
    """Units with the cells in them that hold the same digit, leaving out those that an earlier unit has listed."""
    where = [0] * 10
    for index, digit in enumerate(cells):
        where[digit] |= 1 << index
    places = [place for place in where[1:] if place]
    found: list[tuple[Message, int]] = []
    for name, unit in zip(UNIT_NAMES, _MASKS, strict=True):
        for place in places:
            same = place & unit
            # More than one bit.
            if same & (same - 1) and all(same & ~earlier for _, earlier in found):
                found.append((name, same))
    return [(name, [index for index in range(81) if same >> index & 1]) for name, same in found]
