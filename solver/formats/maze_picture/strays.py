"""How much of a wall's colour a picture has where a reading says that there is none."""

import numpy as np
import numpy.typing as npt

from solver.formats.maze_picture.lattice import Axis, Mask
from solver.formats.maze_picture.marks import Paint
from solver.puzzles.base import BoolGrid, Cell

SURE = 102
"""Of 255: more of a wall's colour than that is wall, not a shade or a soft edge."""
LEAST, SPOT = 12, 0.1
"""Pixels, and of a cell: less paint is what a JPEG leaves."""
LARGE = 6
"""Pixels: in smaller cells no corner shows beside a mark."""
CORNER = (0.08, 0.2)
"""Of a cell's side: from where to where its corners are looked at."""
BARE, AROUND = 0.8, 178
"""So much of the corners beside a mark is unpainted, and so much of a wall's colour they have, of 255."""
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


def on_walls(amount: npt.NDArray[np.uint8], painted: Mask, paint: Paint, down: Axis, across: Axis) -> bool:
    """Whether a mark that does not fill its cell has wall around it there: then walls and floor are the other way."""
    for row, column in (mark.cell for mark in paint.marks):
        if down.lined and not (row % 2 and column % 2):
            # At an opening, soft edges of the walls beside it reach into the cell.
            continue
        rows, columns = _ends_of(down, row), _ends_of(across, column)
        corners = [(y, x) for y in rows for x in columns]
        if any(amount[corner].size == 0 for corner in corners):
            continue
        around = np.concatenate([amount[corner].ravel() for corner in corners])
        bare = np.concatenate([~painted[corner].ravel() for corner in corners])
        if bare.mean() >= BARE and around[bare].mean() > AROUND:
            return True
    return False


def _ends_of(axis: Axis, cell: int) -> list[slice]:
    """The pixels at the first and the last corner of a cell, away from its soft edges."""
    first, end = float(axis.edges[cell]), float(axis.edges[cell + 1])
    side = end - first
    if side < LARGE:
        return [slice(0), slice(0)]
    near, far = max(1.0, CORNER[0] * side), max(2.0, CORNER[1] * side)
    spans = ((first + near, first + far), (end - far, end - near))
    return [slice(max(0, round(low)), max(0, round(low)) + max(1, round(high - low))) for low, high in spans]


def _cells_at(axis: Axis, length: int, shift: int = 0) -> npt.NDArray[np.int64]:
    """The row or column of cells that each pixel is in, or the pixel this far from it."""
    found = np.searchsorted(axis.edges, np.arange(length) + 0.5 + shift) - 1
    return np.clip(found, 0, len(axis.edges) - 2)
