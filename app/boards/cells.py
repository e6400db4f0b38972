"""Boolean grids as lists of cells and of runs, which is what painters want."""

import numpy as np

from solver.puzzles.base import BoolGrid, Cell


def cells_where(where: BoolGrid) -> list[Cell]:
    """The true cells of a [R, C] grid, in reading order."""
    return [(row, column) for row, column in np.argwhere(where).tolist()]


def runs_where(where: BoolGrid) -> list[tuple[int, int, int]]:
    """Row, first column and the column after the last of each run of true cells in a row."""
    edges = np.zeros((where.shape[0], where.shape[1] + 1), dtype=np.int8)
    edges[:, :-1] += where
    edges[:, 1:] -= where
    firsts, ends = np.argwhere(edges == 1).tolist(), np.argwhere(edges == -1).tolist()
    return [(row, first, end) for (row, first), (_, end) in zip(firsts, ends, strict=True)]
