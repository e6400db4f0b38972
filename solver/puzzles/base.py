"""The interface of every puzzle kind: a frozen grid, and the rules that judge an answer."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from json import JSONDecodeError
from typing import Any, ClassVar, Self

import numpy as np
import numpy.typing as npt

from solver.messages import ExplainedError, Message, Template

IntGrid = npt.NDArray[np.int64]
BoolGrid = npt.NDArray[np.bool_]
Cell = tuple[int, int]
"""Row and column, counted from 0."""


LINE = Template("puzzle.line", "Line {line}: {why}")
LINE_COLUMN = Template("puzzle.line_column", "Line {line}, column {column}: {why}")


class PuzzleError(ExplainedError):
    """Input that is not a puzzle.

    `why` says what is wrong and what to do; `line` and `column` (counted from 1) and `cells` say where, as far as that
    is known.
    """

    def __init__(
        self,
        why: Message,
        *,
        line: int | None = None,
        column: int | None = None,
        cells: tuple[Cell, ...] = (),
    ) -> None:
        placed = why
        if line is not None:
            placed = LINE(line=line, why=why)
            if column is not None:
                placed = LINE_COLUMN(line=line, column=column, why=why)
        super().__init__(placed)
        self.why = why
        self.line = line
        self.column = column
        self.cells = cells

    @property
    def place(self) -> str:
        """`LINE:COLUMN`, `LINE`, or nothing, as command lines write it."""
        if self.line is None:
            return ""
        return str(self.line) if self.column is None else f"{self.line}:{self.column}"


_JSON_REASONS = {
    "Expecting value": Template("json.value", "a value is missing"),
    "Expecting ',' delimiter": Template("json.comma", "a comma is missing"),
    "Expecting ':' delimiter": Template("json.colon", "a colon is missing"),
    "Expecting property name enclosed in double quotes": Template("json.name", "a name in double quotes is missing"),
    "Illegal trailing comma before end of object": Template("json.trailing_comma", "there is one comma too many"),
    "Extra data": Template("json.extra", "there is more after its end"),
    "Invalid control character at": Template("json.control_character", "a string holds a control character"),
    "Unterminated string starting at": Template("json.unterminated", "a string has no end"),
}


def why_not_json(error: JSONDecodeError) -> Message | str:
    """What `error` found, for the place of a message."""
    known = _JSON_REASONS.get(error.msg)
    return error.msg if known is None else known()


@dataclass(frozen=True, eq=False)
class Verdict:
    """What a puzzle's own rules say of an answer."""

    accepted: bool | None
    """None where the rules cannot tell, as for an ARC test grid with no known output."""
    violations: BoolGrid
    """[rows, columns], true in each cell that breaks a rule."""
    reason: Message
    """One plain sentence."""


class Puzzle(ABC):
    """A validated puzzle; subclasses are frozen, hashable dataclasses over plain tuples."""

    kind: ClassVar[str]

    @property
    @abstractmethod
    def grid(self) -> IntGrid:
        """[rows, columns] of the kind's own values, read-only (Sudoku: 0 blank, 1–9; maze: the published tokens)."""

    @property
    def shape(self) -> Cell:
        """Rows and columns."""
        rows, columns = self.grid.shape
        return rows, columns

    @property
    @abstractmethod
    def free(self) -> BoolGrid:
        """[rows, columns], true where the answer is not given by the puzzle itself."""

    @abstractmethod
    def check(self, answer: IntGrid) -> Verdict:
        """Judge `answer` ([rows, columns] of the kind's own values) by the rules."""

    @abstractmethod
    def warnings(self) -> tuple[Message, ...]:
        """Oddities that do not stop a solve (too few givens, several solutions), one sentence each."""

    @property
    def no_answer(self) -> Message | None:
        """Why no answer can be right, where that shows without a search; `warnings` tell the other cases."""
        return None

    @abstractmethod
    def format_answer(self, answer: IntGrid) -> str:
        """`answer` as text: Sudoku 81 digits; maze rows joined by newlines, path cells `o`."""

    @abstractmethod
    def to_json(self) -> dict[str, Any]:
        """Plain data that `from_json` reads back, `{"kind": …}` included."""

    @classmethod
    @abstractmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """The puzzle that `to_json` described; raises `PuzzleError` for anything else."""


def read_only(grid: npt.ArrayLike) -> IntGrid:
    """A private, read-only int64 copy of `grid`."""
    copy = np.array(grid, dtype=np.int64)
    copy.setflags(write=False)
    return copy
