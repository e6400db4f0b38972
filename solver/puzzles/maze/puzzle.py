"""Mazes: walls, free cells, one start and one goal, and the rules that judge a path between them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Self

import numpy as np
import numpy.typing as npt

from solver.puzzles.base import BoolGrid, Cell, IntGrid, Puzzle, PuzzleError, Verdict, read_only
from solver.puzzles.maze.cells import (
    CHARACTERS,
    FREE,
    GOAL,
    LARGEST,
    PAD,
    PATH,
    SMALLEST,
    START,
    STEPS,
    WALL,
    place,
    rows_of_grid,
)
from solver.puzzles.maze.check import check_path
from solver.puzzles.maze.distance import moves_from

__all__ = [
    "CHARACTERS",
    "FREE",
    "GOAL",
    "LARGEST",
    "PAD",
    "PATH",
    "SMALLEST",
    "START",
    "STEPS",
    "WALL",
    "MazePuzzle",
    "canonical_label",
    "is_exact",
    "place",
    "rows_of_grid",
]


@dataclass(frozen=True)
class MazePuzzle(Puzzle):
    """A maze of 5×5 to 101×101 cells whose goal can be reached from its start.

    Raises `PuzzleError` for anything else, with the row as its `line`.
    """

    rows: tuple[str, ...]
    """Of `#` wall, space free, `S` start, `G` goal; all equally long."""

    kind: ClassVar[str] = "maze"

    def __post_init__(self) -> None:
        _check_rows(self.rows)
        if self.goal_moves[self.start] < 0:
            raise PuzzleError(
                f"The goal at {place(self.goal)} cannot be reached from the start at {place(self.start)}.",
                cells=(self.start, self.goal),
            )

    @classmethod
    def from_grid(cls, grid: npt.NDArray[np.integer]) -> Self:
        """The maze of a [R, C] grid in the published tokens; path cells are read as free ones."""
        return cls(rows_of_grid(np.where(grid == PATH, FREE, grid)))

    @cached_property
    def grid(self) -> IntGrid:
        """[R, C] in the published tokens, read-only."""
        return read_only([[CHARACTERS.index(character) for character in row] for row in self.rows])

    @property
    def free(self) -> BoolGrid:
        """[R, C], true where a path may run: everywhere but in walls, start and goal."""
        free: BoolGrid = self.grid == FREE
        return free

    @cached_property
    def start(self) -> Cell:
        """Where the path begins."""
        return _cells_where(self.grid == START)[0]

    @cached_property
    def goal(self) -> Cell:
        """Where the path ends."""
        return _cells_where(self.grid == GOAL)[0]

    @cached_property
    def goal_moves(self) -> IntGrid:
        """[R, C]: the fewest moves from each cell to the goal; −1 in walls and where none lead."""
        return moves_from(self.goal, self.grid != WALL)

    @cached_property
    def start_moves(self) -> IntGrid:
        """[R, C]: the fewest moves from the start to each cell; −1 in walls and where none lead."""
        return moves_from(self.start, self.grid != WALL)

    @property
    def shortest(self) -> int:
        """Moves from start to goal; a shortest path has one path cell fewer."""
        return int(self.goal_moves[self.start])

    def check(self, answer: IntGrid) -> Verdict:
        """Accept any shortest path; else mark its breaks (see `solver.puzzles.maze.check`)."""
        return check_path(self, answer)

    def warnings(self) -> tuple[str, ...]:
        """A start beside its goal leaves nothing to find."""
        if self.shortest == 1:
            return ("The start and the goal are side by side, so there is no path to find.",)
        return ()

    def format_answer(self, answer: IntGrid) -> str:
        """Rows of `# SGo` joined by newlines."""
        return "\n".join(rows_of_grid(answer))

    def to_json(self) -> dict[str, Any]:
        """`{"kind": "maze", "rows": [...]}`."""
        return {"kind": self.kind, "rows": list(self.rows)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """The maze that `to_json` described; raises `PuzzleError` for anything else."""
        rows = data.get("rows")
        if data.get("kind") != cls.kind or not isinstance(rows, list):
            raise PuzzleError('A maze in JSON needs "kind": "maze" and a list "rows" of strings.')
        if not all(isinstance(row, str) for row in rows):
            raise PuzzleError('Each of the maze\'s "rows" in JSON must be a string.')
        return cls(tuple(rows))


def is_exact(answer: IntGrid, label: IntGrid) -> bool:
    """Whether `answer` equals the given label cell for cell, which is more than the rules ask."""
    return np.array_equal(answer, label)


def canonical_label(puzzle: MazePuzzle) -> IntGrid:
    """[R, C]: the shortest path that the published labels show where several tie.

    From the start, again and again the first of down, left, right, up that comes nearer to the goal.
    """
    label = puzzle.grid.copy()
    row, column = puzzle.start
    for left in range(puzzle.shortest - 1, 0, -1):
        row, column = next(
            (row + down, column + right)
            for down, right in STEPS
            if 0 <= row + down < label.shape[0]
            and 0 <= column + right < label.shape[1]
            and puzzle.goal_moves[row + down, column + right] == left
        )
        label[row, column] = PATH
    label.setflags(write=False)
    return label


def _check_rows(rows: tuple[str, ...]) -> None:
    height = len(rows)
    width = max(map(len, rows), default=0)
    for number, row in enumerate(rows, start=1):
        for column, character in enumerate(row, start=1):
            if character not in "# SG":
                raise PuzzleError(
                    f"“{character}” in column {column} means nothing in a maze; "
                    "use # for a wall, a space or . for a free cell, S for the start and G for the goal.",
                    line=number,
                    cells=((number - 1, column - 1),),
                )
    lengths = [len(row) for row in rows]
    usual = max(lengths, key=lengths.count, default=0)
    for number, length in enumerate(lengths, start=1):
        if length != usual:
            held = "1 cell" if length == 1 else f"{length} cells"
            raise PuzzleError(f"This row has {held}, but the maze's other rows have {usual}.", line=number)
    high, wide = "1 row" if height == 1 else f"{height} rows", "1 column" if width == 1 else f"{width} columns"
    size = f"this one has {high} and {wide}"
    if min(height, width) < SMALLEST:
        raise PuzzleError(f"A maze needs at least {SMALLEST} rows and {SMALLEST} columns; {size}.")
    if max(height, width) > LARGEST:
        raise PuzzleError(f"A maze has at most {LARGEST} rows and {LARGEST} columns; {size}.")
    for end in "SG":
        cells = tuple((r, c) for r, row in enumerate(rows) for c, here in enumerate(row) if here == end)
        if not cells:
            raise PuzzleError("The maze has no start (S)." if end == "S" else "The maze has no goal (G).")
        if len(cells) > 1:
            count = len(cells)
            more = [] if count == 2 else [f"{count - 2} more"]
            places = " and ".join([*map(place, cells[:2]), *more])
            raise PuzzleError(
                f"The maze has {count} starts (S), at {places}; it needs exactly one."
                if end == "S"
                else f"The maze has {count} goals (G), at {places}; it needs exactly one.",
                line=cells[1][0] + 1,
                cells=cells,
            )


def _cells_where(mask: BoolGrid) -> list[Cell]:
    return [(row, column) for row, column in np.argwhere(mask).tolist()]
