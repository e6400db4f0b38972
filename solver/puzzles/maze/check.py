"""The rules of a maze's answer: an unbroken path of the shortest length, and where one that is not breaks."""

from typing import Protocol

import numpy as np

from solver.messages import Message, Template
from solver.puzzles.base import BoolGrid, Cell, IntGrid, Verdict
from solver.puzzles.maze.cells import FREE, PATH, place
from solver.puzzles.maze.distance import moves_from

NO_WAY = Template("maze.no_way", "No way to the goal exists: no answer can be right.")
SHORTEST = Template(
    "maze.shortest",
    "A shortest path: {count} moves from start to goal.",
    "A shortest path: {count} move from start to goal.",
)
ALTERED = Template("maze.altered", "The answer changes the maze itself at {place}.")
ALTERED_MORE = Template(
    "maze.altered_more",
    "The answer changes the maze itself at {place} and in {count} other cells.",
    "The answer changes the maze itself at {place} and in {count} other cell.",
)
NO_PATH = Template("maze.no_path", "The answer has no path.")
NOT_STARTED = Template("maze.not_started", "No path leaves the start at {start}.")
BROKEN = Template(
    "maze.broken",
    "The path ends {count} moves before the goal, at {place}.",
    "The path ends {count} move before the goal, at {place}.",
)
TOO_LONG = Template("maze.too_long", "The path reaches the goal in {moves} moves, but {shortest} are enough.")
BESIDE = Template(
    "maze.beside",
    "The path is complete, but {count} other cells are marked as path.",
    "The path is complete, but {count} other cell is marked as path.",
)


class Maze(Protocol):
    """What the rules need to know of a maze; see `MazePuzzle`."""

    @property
    def grid(self) -> IntGrid:
        """[R, C] in the published tokens."""
        ...

    @property
    def start(self) -> Cell:
        """Where the path begins."""
        ...

    @property
    def goal(self) -> Cell:
        """Where the path ends."""
        ...

    @property
    def start_moves(self) -> IntGrid:
        """[R, C]: the fewest moves from the start."""
        ...

    @property
    def goal_moves(self) -> IntGrid:
        """[R, C]: the fewest moves to the goal."""
        ...

    @property
    def shortest(self) -> int:
        """Moves from start to goal; −1 if no way leads there."""
        ...


def check_path(puzzle: Maze, answer: IntGrid) -> Verdict:
    """Judge `answer`, [R, C] in the published tokens; it is accepted exactly when no cell breaks a rule.

    A cell breaks one when it

    - differs from the puzzle other than by a path in a free cell,
    - is a path cell on no shortest path, or as far from the goal as another on a shortest path,
    - is an end of the path short of start and goal; the start or the goal itself, if no path touches it.

    Where no way leads to the goal, every path cell is a detour and no answer is accepted.
    Raises `ValueError` for an answer of another shape.
    """
    if answer.shape != puzzle.grid.shape:
        raise ValueError(f"a maze of {puzzle.grid.shape} cannot be answered with a grid of {answer.shape}")
    path = answer == PATH
    altered = np.where(path, puzzle.grid != FREE, answer != puzzle.grid)
    if not altered.any() and _is_shortest(puzzle, path):
        return Verdict(True, np.zeros_like(path), SHORTEST(count=puzzle.shortest))

    path &= ~altered
    violations = altered | _detours(puzzle, path) | _loose_ends(puzzle, path)
    return Verdict(False, violations, _reason(puzzle, altered, path))


def _is_shortest(puzzle: Maze, path: BoolGrid) -> bool:
    """Whether the path cells are 1, 2, … moves from the goal, once each, and each beside the next."""
    cells = np.argwhere(path)
    if len(cells) != puzzle.shortest - 1:
        return False
    moves = puzzle.goal_moves[path]
    order = np.argsort(moves)
    if not np.array_equal(moves[order], np.arange(1, puzzle.shortest)):
        return False
    walk = np.vstack((puzzle.goal, cells[order], puzzle.start))
    return bool((np.abs(np.diff(walk, axis=0)).sum(axis=1) == 1).all())


def _detours(puzzle: Maze, path: BoolGrid) -> BoolGrid:
    shortest: BoolGrid = path & (puzzle.start_moves + puzzle.goal_moves == puzzle.shortest)
    times = np.bincount(puzzle.goal_moves[shortest], minlength=1)
    rivals = shortest & (times[np.where(shortest, puzzle.goal_moves, 0)] > 1)
    detours: BoolGrid = (path & ~shortest) | rivals
    return detours


def _loose_ends(puzzle: Maze, path: BoolGrid) -> BoolGrid:
    route = path.copy()
    route[puzzle.start] = route[puzzle.goal] = True
    padded = np.pad(route, 1).astype(np.int64)
    neighbours = padded[:-2, 1:-1] + padded[2:, 1:-1] + padded[1:-1, :-2] + padded[1:-1, 2:]
    needed = np.where(path, 2, 0)
    needed[puzzle.start] = needed[puzzle.goal] = 1
    return neighbours < needed


def _reason(puzzle: Maze, altered: BoolGrid, path: BoolGrid) -> Message:
    if puzzle.shortest < 0:
        return NO_WAY()
    if altered.any():
        row, column = np.argwhere(altered)[0].tolist()
        more = int(altered.sum()) - 1
        where = place((row, column))
        return ALTERED_MORE(place=where, count=more) if more else ALTERED(place=where)
    if not path.any():
        return NO_PATH()
    route = path.copy()
    route[puzzle.start] = route[puzzle.goal] = True
    walked = moves_from(puzzle.start, route)
    if walked[puzzle.goal] < 0:
        reached = np.argwhere(walked >= 0)
        row, column = reached[np.argmin(puzzle.goal_moves[walked >= 0])].tolist()
        if (row, column) == puzzle.start:
            return NOT_STARTED(start=place(puzzle.start))
        return BROKEN(count=int(puzzle.goal_moves[row, column]), place=place((row, column)))
    if (length := int(walked[puzzle.goal])) > puzzle.shortest:
        return TOO_LONG(moves=length, shortest=puzzle.shortest)
    return BESIDE(count=int(path.sum()) - (length - 1))
