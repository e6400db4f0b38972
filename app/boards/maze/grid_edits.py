"""What can be done to a whole maze at once, and the cells a stroke passes: functions of grids, without a widget."""

from collections.abc import Callable

import numpy as np

from solver.puzzles.base import Cell, IntGrid, read_only
from solver.puzzles.maze.puzzle import FREE, GOAL, START, STEPS, WALL

ENDS = (START, GOAL)


def filled(grid: IntGrid, token: int) -> IntGrid:
    """Every cell but start and goal a wall, or every one free."""
    return read_only(np.where(np.isin(grid, ENDS), grid, token))


def inverted(grid: IntGrid) -> IntGrid:
    """Walls free, and free cells walls."""
    other = np.where(grid == WALL, FREE, WALL)
    return read_only(np.where(np.isin(grid, ENDS), grid, other))


def bordered(grid: IntGrid) -> IntGrid:
    """Walls all around; a start or goal on the border moves inside."""
    rows, columns = grid.shape
    inside = np.full_like(grid, WALL)
    inside[1:-1, 1:-1] = grid[1:-1, 1:-1]
    return _with_ends(inside, grid, lambda cell: (_clamp(cell[0], 1, rows - 2), _clamp(cell[1], 1, columns - 2)))


def resized(grid: IntGrid, rows: int, columns: int) -> IntGrid:
    """Cut or lengthened at the right and the bottom, by free cells; a closed border stays closed.

    A start or goal that is cut off moves to the nearest place inside.
    """
    closed = all((edge == WALL).all() for edge in (grid[0], grid[-1], grid[:, 0], grid[:, -1]))
    inset = 1 if closed else 0
    kept = grid[inset : grid.shape[0] - inset, inset : grid.shape[1] - inset]
    inner = np.full((rows - 2 * inset, columns - 2 * inset), FREE)
    height, width = min(inner.shape[0], kept.shape[0]), min(inner.shape[1], kept.shape[1])
    inner[:height, :width] = kept[:height, :width]
    outer = np.pad(inner, inset, constant_values=WALL)
    last_row, last_column = rows - 1 - inset, columns - 1 - inset
    return _with_ends(outer, grid, lambda cell: (min(cell[0], last_row), min(cell[1], last_column)))


def end_moved(grid: IntGrid, token: int, to: Cell) -> dict[Cell, int]:
    """The changes that put start or goal at `to`, leaving a free cell; none where the other one stands."""
    if grid[to] in ENDS:
        return {}
    changes: dict[Cell, int] = {}
    for row, column in np.argwhere(grid == token).tolist():
        changes[row, column] = FREE
    changes[to] = token
    return changes


def cells_between(one: Cell, other: Cell) -> list[Cell]:
    """The cells of a straight stroke, both ends included; each touches the next by a side, so none leaks."""
    (row, column), (last_row, last_column) = one, other
    down, right = abs(last_row - row), abs(last_column - column)
    cells = [one]
    done_down = done_right = 0
    while (row, column) != other:
        if (2 * done_down + 1) * right < (2 * done_right + 1) * down:
            row += 1 if last_row > row else -1
            done_down += 1
        else:
            column += 1 if last_column > column else -1
            done_right += 1
        cells.append((row, column))
    return cells


def _clamp(number: int, lowest: int, highest: int) -> int:
    return min(max(number, lowest), highest)


def _with_ends(grid: IntGrid, before: IntGrid, place: Callable[[Cell], Cell]) -> IntGrid:
    """`grid` with the start and goal of `before`, each at its `place`, or beside it where that is taken."""
    grid = np.where(np.isin(grid, ENDS), FREE, grid)
    for token in ENDS:
        for row, column in np.argwhere(before == token).tolist():
            grid[_nearest_without_end(grid, place((row, column)))] = token
    return read_only(grid)


def _nearest_without_end(grid: IntGrid, wanted: Cell) -> Cell:
    if grid[wanted] not in ENDS:
        return wanted
    row, column = wanted
    beside = [(row - down, column - right) for down, right in STEPS]
    return next(
        (r, c) for r, c in beside if 0 <= r < grid.shape[0] and 0 <= c < grid.shape[1] and grid[r, c] not in ENDS
    )
