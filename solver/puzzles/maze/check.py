"""The rules of a maze's answer: an unbroken path of the shortest length, and where one that is not breaks."""

from typing import TYPE_CHECKING

import numpy as np

from solver.puzzles.base import BoolGrid, IntGrid, Verdict
from solver.puzzles.maze.cells import FREE, PATH, place
from solver.puzzles.maze.distance import moves_from

if TYPE_CHECKING:
    from solver.puzzles.maze.puzzle import MazePuzzle


def check_path(puzzle: "MazePuzzle", answer: IntGrid) -> Verdict:
    """Judge `answer`, [R, C] in the published tokens; it is accepted exactly when no cell breaks a rule.

    A cell breaks one when it

    - differs from the puzzle other than by a path in a free cell,
    - is a path cell on no shortest path, or as far from the goal as another on a shortest path,
    - is an end of the path short of start and goal; the start or the goal itself, if no path touches it.

    Raises `ValueError` for an answer of another shape.
    """
    if answer.shape != puzzle.grid.shape:
        raise ValueError(f"a maze of {puzzle.grid.shape} cannot be answered with a grid of {answer.shape}")
    path = answer == PATH
    altered = np.where(path, puzzle.grid != FREE, answer != puzzle.grid)
    if not altered.any() and _is_shortest(puzzle, path):
        moves = "1 move" if puzzle.shortest == 1 else f"{puzzle.shortest} moves"
        return Verdict(True, np.zeros_like(path), f"A shortest path: {moves} from start to goal.")

    path &= ~altered
    violations = altered | _detours(puzzle, path) | _loose_ends(puzzle, path)
    return Verdict(False, violations, _reason(puzzle, altered, path))


def _is_shortest(puzzle: "MazePuzzle", path: BoolGrid) -> bool:
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


def _detours(puzzle: "MazePuzzle", path: BoolGrid) -> BoolGrid:
    shortest: BoolGrid = path & (puzzle.start_moves + puzzle.goal_moves == puzzle.shortest)
    times = np.bincount(puzzle.goal_moves[shortest], minlength=1)
    rivals = shortest & (times[np.where(shortest, puzzle.goal_moves, 0)] > 1)
    detours: BoolGrid = (path & ~shortest) | rivals
    return detours


def _loose_ends(puzzle: "MazePuzzle", path: BoolGrid) -> BoolGrid:
    route = path.copy()
    route[puzzle.start] = route[puzzle.goal] = True
    padded = np.pad(route, 1).astype(np.int64)
    neighbours = padded[:-2, 1:-1] + padded[2:, 1:-1] + padded[1:-1, :-2] + padded[1:-1, 2:]
    needed = np.where(path, 2, 0)
    needed[puzzle.start] = needed[puzzle.goal] = 1
    return neighbours < needed


def _reason(puzzle: "MazePuzzle", altered: BoolGrid, path: BoolGrid) -> str:
    if altered.any():
        row, column = np.argwhere(altered)[0].tolist()
        count = int(altered.sum())
        where = f"at {place((row, column))}" + (f" and in {count - 1} more" if count > 1 else "")
        return f"The answer changes the maze itself {where}."
    if not path.any():
        return "The answer has no path."
    route = path.copy()
    route[puzzle.start] = route[puzzle.goal] = True
    walked = moves_from(puzzle.start, route)
    if walked[puzzle.goal] < 0:
        reached = np.argwhere(walked >= 0)
        row, column = reached[np.argmin(puzzle.goal_moves[walked >= 0])].tolist()
        if (row, column) == puzzle.start:
            return f"No path leaves the start at {place(puzzle.start)}."
        left = int(puzzle.goal_moves[row, column])
        moves = "1 move" if left == 1 else f"{left} moves"
        return f"The path breaks off {moves} short of the goal, at {place((row, column))}."
    if (length := int(walked[puzzle.goal])) > puzzle.shortest:
        return f"The path reaches the goal in {length} moves, but {puzzle.shortest} are enough."
    extra = int(path.sum()) - (length - 1)
    cells = "1 path cell lies" if extra == 1 else f"{extra} path cells lie"
    return f"The path is complete, but {cells} beside it."
