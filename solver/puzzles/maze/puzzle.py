"""Mazes: walls, free cells, one start and one goal, and the rules that judge a path between them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Self

import numpy as np
import numpy.typing as npt

from solver.messages import Message, Template
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
from solver.puzzles.maze.check import NO_WAY, check_path
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

SIDE_BY_SIDE = Template("maze.side_by_side", "The start and the goal are side by side, so there is no path to find.")
NO_MAZE_JSON = Template("maze.json", 'A maze in JSON needs "kind": "maze" and "rows", a list of strings.')
UNKNOWN_CHARACTER = Template(
    "maze.character",
    "“{character}” in column {column} is not part of a maze. Use # for walls, a space or a dot for free cells, S for "
    "the start and G for the goal.",
)
UNEVEN_ROW = Template(
    "maze.row_length",
    "This row has {count} cells, but the other rows have {usual}.",
    "This row has {count} cell, but the other rows have {usual}.",
)
TOO_SMALL = Template(
    "maze.smallest", "A maze has at least {smallest} rows and {smallest} columns. This one is {rows}×{columns}."
)
TOO_LARGE = Template(
    "maze.largest", "A maze has at most {largest} rows and {largest} columns. This one is {rows}×{columns}."
)
NO_START = Template("maze.no_start", "The maze has no start (S).")
NO_GOAL = Template("maze.no_goal", "The maze has no goal (G).")
STARTS = Template("maze.starts", "The maze has {number} starts (S): {places:and}. Keep one of them.")
GOALS = Template("maze.goals", "The maze has {number} goals (G): {places:and}. Keep one of them.")
MORE = Template("maze.more", "{count} more", "one more")


@dataclass(frozen=True)
class MazePuzzle(Puzzle):
    """A maze of 5×5 to 101×101 cells with one start and one goal, to which there need not be a way.

    Raises `PuzzleError` for anything else, with the row as its `line`.
    """

    rows: tuple[str, ...]
    """Of `#` wall, space free, `S` start, `G` goal; all equally long."""

    kind: ClassVar[str] = "maze"

    def __post_init__(self) -> None:
        _check_rows(self.rows)

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
        """Moves from start to goal, −1 if no way leads there; a shortest path has one path cell fewer."""
        return int(self.goal_moves[self.start])

    def check(self, answer: IntGrid) -> Verdict:
        """Accept any shortest path; else mark its breaks (see `solver.puzzles.maze.check`)."""
        return check_path(self, answer)

    def warnings(self) -> tuple[Message, ...]:
        """No way to the goal; a start beside its goal, which leaves nothing to find."""
        if self.no_answer is not None:
            return (self.no_answer,)
        return (SIDE_BY_SIDE(),) if self.shortest == 1 else ()

    @property
    def no_answer(self) -> Message | None:
        """That no way leads to the goal."""
        return NO_WAY() if self.shortest < 0 else None

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
            raise PuzzleError(NO_MAZE_JSON())
        if not all(isinstance(row, str) for row in rows):
            raise PuzzleError(NO_MAZE_JSON())
        return cls(tuple(rows))


def is_exact(answer: IntGrid, label: IntGrid) -> bool:
    """Whether `answer` equals the given label cell for cell, which is more than the rules ask."""
    return np.array_equal(answer, label)


def canonical_label(puzzle: MazePuzzle) -> IntGrid:
    """[R, C]: the shortest path that the published labels show where several tie.

    From the start, again and again the first of down, left, right, up that comes nearer to the goal. The maze itself
    where no way leads there.
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
                unknown = UNKNOWN_CHARACTER(character=character, column=column)
                raise PuzzleError(unknown, line=number, cells=((number - 1, column - 1),))
    lengths = [len(row) for row in rows]
    usual = max(lengths, key=lengths.count, default=0)
    for number, length in enumerate(lengths, start=1):
        if length != usual:
            raise PuzzleError(UNEVEN_ROW(count=length, usual=usual), line=number)
    if min(height, width) < SMALLEST:
        raise PuzzleError(TOO_SMALL(smallest=SMALLEST, rows=height, columns=width))
    if max(height, width) > LARGEST:
        raise PuzzleError(TOO_LARGE(largest=LARGEST, rows=height, columns=width))
    for end, missing, several in (("S", NO_START, STARTS), ("G", NO_GOAL, GOALS)):
        cells = tuple((r, c) for r, row in enumerate(rows) for c, here in enumerate(row) if here == end)
        if not cells:
            raise PuzzleError(missing())
        if len(cells) > 1:
            more = (MORE(count=len(cells) - 2),) if len(cells) > 2 else ()
            found = several(number=len(cells), places=(*map(place, cells[:2]), *more))
            raise PuzzleError(found, line=cells[1][0] + 1, cells=cells)


def _cells_where(mask: BoolGrid) -> list[Cell]:
    return [(row, column) for row, column in np.argwhere(mask).tolist()]
