"""Passages that are drawn several blocks wide between walls of one block: they are one cell each."""

import numpy as np
import numpy.typing as npt

from solver.formats.maze_picture.cells import Cells
from solver.formats.maze_picture.lattice import Axis
from solver.puzzles.base import BoolGrid

WIDEST = 8
"""Blocks."""


def narrowed(cells: Cells, down: Axis, across: Axis) -> tuple[Cells, Axis, Axis]:
    """The cells as lines with passages between them, if all passages are two or more blocks wide."""
    for wide in range(2, WIDEST + 1):
        if not all(side % (wide + 1) == 1 and side > 2 * wide + 2 for side in cells.walls.shape):
            continue
        rows, columns = (_kept(side, wide) for side in cells.walls.shape)
        if not (_is_drawn_wide(cells.walls, rows, wide) and _is_drawn_wide(cells.walls.T, columns, wide)):
            continue
        walls = cells.walls[np.ix_(rows, columns)]
        inner = walls[1:-1, 1:-1]
        if walls[1::2, 1::2].any() or not (inner[1::2].any(axis=1).all() and inner[:, 1::2].any(axis=0).all()):
            continue
        inked = {(int((rows <= r).sum()) - 1, int((columns <= c).sum()) - 1) for r, c in cells.inked}
        return Cells(walls, tuple(sorted(inked))), _axis(down, rows), _axis(across, columns)
    return cells, down, across


def _kept(side: int, wide: int) -> npt.NDArray[np.int64]:
    """The rows that are lines, and the first of each passage."""
    places = np.arange(side)
    return places[places % (wide + 1) <= 1]


def _is_drawn_wide(walls: BoolGrid, kept: npt.NDArray[np.int64], wide: int) -> bool:
    """Whether the rows of each passage are the same."""
    first = kept[1::2]
    return all(bool((walls[first] == walls[first + more]).all()) for more in range(1, wide))


def _axis(axis: Axis, kept: npt.NDArray[np.int64]) -> Axis:
    edges = np.append(axis.edges[kept], axis.edges[-1])
    return Axis(edges, float((edges[-1] - edges[0] - axis.wall) / (len(kept) // 2)), True, axis.wall)
