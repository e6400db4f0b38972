"""What every reader of mazes ends with: a sketch of walls and marks becomes a maze, or an error that says why not."""

from dataclasses import dataclass, field
from itertools import groupby

import numpy as np

from solver.messages import Message, Template
from solver.puzzles.base import BoolGrid, Cell, PuzzleError
from solver.puzzles.maze.cells import FREE, GOAL, LARGEST, SMALLEST, START, WALL
from solver.puzzles.maze.puzzle import TOO_LARGE, TOO_SMALL, MazePuzzle

NO_ENDS = Template(
    "maze.no_ends",
    "This maze has no start and no goal, and its border has {count} openings instead of two. {help}",
    one="This maze has no start and no goal, and its border has one opening instead of two. {help}",
)
CLOSED = Template(
    "maze.no_openings", "This maze has no start and no goal, and its border has no opening either. {help}"
)
NO_START = Template("maze.no_start_marked", "This maze has a goal but no start. {help}")
NO_GOAL = Template("maze.no_goal_marked", "This maze has a start but no goal. {help}")
SEVERAL_STARTS = Template("maze.several_starts", "This maze has {count} starts; Ponder needs exactly one. {help}")
SEVERAL_GOALS = Template("maze.several_goals", "This maze has {count} goals; Ponder needs exactly one. {help}")
LETTERS = Template("maze.mark_with_letters", "Mark the start with S and the goal with G.")
COLOURS = Template("maze.mark_with_colours", "Paint the start green and the goal red.")
SWAP = Template("maze.swap_ends", "It is not clear which end is the start. Swap start and goal?")


@dataclass
class Sketch:
    """Walls and marks as they were found, before anything is checked."""

    walls: BoolGrid
    """[R, C]."""
    starts: list[Cell] = field(default_factory=list)
    goals: list[Cell] = field(default_factory=list)
    ends: list[Cell] = field(default_factory=list)
    """Marks of which nothing says whether they are start or goal."""
    path: list[Cell] = field(default_factory=list)
    """Free cells on a path that is shown."""
    unsure: bool = False
    """Whether start and goal might as well change places."""


@dataclass(frozen=True)
class Finished:
    """A maze, and whether its start and goal might as well change places."""

    puzzle: MazePuzzle
    swappable: bool = False

    @property
    def swapped(self) -> MazePuzzle:
        """The same maze the other way round."""
        grid = self.puzzle.grid.copy()
        grid[self.puzzle.start], grid[self.puzzle.goal] = GOAL, START
        return MazePuzzle.from_grid(grid)


def finished(sketch: Sketch, help_: Message) -> Finished:
    """The maze of a sketch; without marks, the border's two openings are start and goal, the upper (left) one first.

    Raises `PuzzleError` for a sketch that is no valid maze; `help_` ends what it says of missing or surplus marks.
    """
    _check_size(sketch.walls.shape)
    starts, goals, unsure = list(sketch.starts), list(sketch.goals), sketch.unsure
    if not starts and not goals:
        ends = sorted(sketch.ends)
        if len(ends) != 2:
            ends = _openings(sketch.walls, help_)
        starts, goals, unsure = [ends[0]], [ends[1]], True
    elif len(sketch.ends) == 1 and len(starts) + len(goals) == 1:
        # One mark says what it is, so the other is the other end.
        (starts if goals else goals).append(sketch.ends[0])
    if not starts:
        raise PuzzleError(NO_START(help=help_), cells=tuple(goals))
    if not goals:
        raise PuzzleError(NO_GOAL(help=help_), cells=tuple(starts))
    if len(starts) > 1:
        raise PuzzleError(SEVERAL_STARTS(count=len(starts), help=help_), cells=tuple(starts))
    if len(goals) > 1:
        raise PuzzleError(SEVERAL_GOALS(count=len(goals), help=help_), cells=tuple(goals))
    grid = np.where(sketch.walls, WALL, FREE)
    grid[starts[0]], grid[goals[0]] = START, GOAL
    return Finished(MazePuzzle.from_grid(grid), unsure)


def openings(walls: BoolGrid) -> list[Cell]:
    """The middle cell of each gap in the border, in reading order; an open side is no gap, and counts for three."""
    ring = border(walls.shape)
    # Start at a wall, so that no gap is cut in two where the ring starts.
    first = next((index for index, cell in enumerate(ring) if walls[cell]), 0)
    runs = groupby(ring[first:] + ring[:first], key=lambda cell: bool(walls[cell]))
    gaps = [list(run) for walled, run in runs if not walled]
    widest = max(4, len(ring) // 6)
    return sorted(
        cell for gap in gaps for cell in ([gap[len(gap) // 2]] if len(gap) <= widest else [gap[0], gap[1], gap[-1]])
    )


def border(shape: Cell) -> list[Cell]:
    """The outermost cells, clockwise from the upper left corner."""
    last_row, last_column = shape[0] - 1, shape[1] - 1
    ring: list[Cell] = [(0, column) for column in range(last_column)]
    ring += [(row, last_column) for row in range(last_row)]
    ring += [(last_row, column) for column in range(last_column, 0, -1)]
    ring += [(row, 0) for row in range(last_row, 0, -1)]
    return ring


def _check_size(shape: tuple[int, ...]) -> None:
    rows, columns = shape
    if min(shape) < SMALLEST:
        raise PuzzleError(TOO_SMALL(rows=rows, columns=columns, smallest=SMALLEST))
    if max(shape) > LARGEST:
        raise PuzzleError(TOO_LARGE(rows=rows, columns=columns, largest=LARGEST))


def _openings(walls: BoolGrid, help_: Message) -> list[Cell]:
    found = openings(walls)
    if not found:
        raise PuzzleError(CLOSED(help=help_))
    if len(found) != 2:
        raise PuzzleError(NO_ENDS(count=len(found), help=help_), cells=tuple(found))
    return found


def without_margin(sketch: Sketch) -> Sketch:
    """`sketch` without a ring of free cells around its border.

    A free ring around walls that close up but for a few gaps is a page's margin, and no way leads round outside.
    """
    walls = sketch.walls
    marks = {*sketch.starts, *sketch.goals, *sketch.ends}
    cut = 0
    while min(walls.shape) > 2:
        ring = border(walls.shape)
        inner = walls[1:-1, 1:-1]
        inside = border(inner.shape) if min(inner.shape) > 1 else []
        closed = sum(bool(inner[cell]) or (cell[0] + cut + 1, cell[1] + cut + 1) in marks for cell in inside)
        outside = any((row + cut, column + cut) in marks for row, column in ring)
        if outside or any(walls[cell] for cell in ring) or not inside or closed < 0.75 * len(inside):
            break
        walls, cut = inner, cut + 1
    if not cut:
        return sketch

    def moved(cells: list[Cell]) -> list[Cell]:
        return [(row - cut, column - cut) for row, column in cells]

    path = [(r, c) for r, c in moved(sketch.path) if 0 <= r < walls.shape[0] and 0 <= c < walls.shape[1]]
    return Sketch(walls, moved(sketch.starts), moved(sketch.goals), moved(sketch.ends), path)
