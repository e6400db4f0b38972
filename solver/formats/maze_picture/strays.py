"""How much of a wall's colour a picture has where a reading says that there is none."""

import numpy as np
import numpy.typing as npt

from solver.formats.maze_picture.lattice import Axis, Mask
from solver.puzzles.base import BoolGrid, Cell

SURE = 102
"""Of 255: more of a wall's colour than that is wall, not a shade or a soft edge."""
LEAST, SPOT = 12, 0.1
"""Pixels, and of a cell: less paint is what a JPEG leaves."""
ROWS = 700
"""Rows of pixels that are looked at, about: every second, third … one of a taller picture."""


def strays(
    amount: npt.NDArray[np.uint8], painted: Mask, walls: BoolGrid, marked: list[Cell], down: Axis, across: Axis
) -> float:
    """The share of the free cells' pixels, away from all walls and marks, that are as dark as walls.

    `amount` is how much of a wall's colour each pixel has, 0 to 255; `painted` ones have another colour.
    """
    step = max(1, amount.shape[0] // ROWS)
    # Soft edges reach this far into the cells beside a wall.
    reach = 1 if min(np.diff(down.edges).min(), np.diff(across.edges).min()) < 5 else 2
    free = ~walls
    for row, column in marked:
        free[max(0, row - 1) : row + 2, max(0, column - 1) : column + 2] = False
    # Cells are shrunk where walls are beside them.
    at_row, at_column = _cells_at(down, amount.shape[0])[::step], _cells_at(across, amount.shape[1])
    above, below = (_cells_at(down, amount.shape[0], shift)[::step] for shift in (-reach, reach))
    before, behind = (_cells_at(across, amount.shape[1], shift) for shift in (-reach, reach))
    clear = free[np.ix_(at_row, at_column)]
    for rows, columns in ((above, at_column), (below, at_column), (at_row, before), (at_row, behind)):
        clear &= free[np.ix_(rows, columns)]
    for rows, columns in ((above, before), (above, behind), (below, before), (below, behind)):
        clear &= free[np.ix_(rows, columns)]
    clear &= ~painted[::step]
    number = np.count_nonzero(clear)
    return float(np.count_nonzero(clear & (amount[::step] > SURE)) / number) if number else 0.0


def painted_walls(painted: Mask, walls: BoolGrid, down: Axis, across: Axis) -> bool:
    """Whether there is paint, and most of it where a reading says that there are walls: then these are passages."""
    rows, columns = np.nonzero(painted)
    area = float(np.diff(down.edges).min() * np.diff(across.edges).min())
    if rows.size < max(LEAST, SPOT * area):
        return False
    at_row, at_column = _cells_at(down, painted.shape[0])[rows], _cells_at(across, painted.shape[1])[columns]
    return bool(walls[at_row, at_column].mean() > 0.5)


def _cells_at(axis: Axis, length: int, shift: int = 0) -> npt.NDArray[np.int64]:
    """The row or column of cells that each pixel is in, or the pixel this far from it."""
    found = np.searchsorted(axis.edges, np.arange(length) + 0.5 + shift) - 1
    return np.clip(found, 0, len(axis.edges) - 2)
