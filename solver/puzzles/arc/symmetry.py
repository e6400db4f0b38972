"""Whether two ARC pairs are the same except for a rotation, a reflection and the names of the colours."""

import numpy as np
from numpy.typing import NDArray

from solver.puzzles.arc.task import COLOURS, ArcGrid

Canonical = tuple[tuple[int, ...], tuple[int, ...], bytes]


def canonical_pair(given: ArcGrid, output: ArcGrid) -> Canonical:
    """Alike for all symmetric copies of a pair of grids, and for no other pair."""
    grids = [np.array(grid, dtype=np.uint8) for grid in (given, output)]
    mirrors = [grids, [grid.T for grid in grids]]
    return min(_numbered([np.rot90(grid, turns) for grid in pair]) for pair in mirrors for turns in range(4))


def _numbered(grids: list[NDArray[np.uint8]]) -> Canonical:
    """Shapes and cells, the colours numbered in the order in which they come up."""
    cells = np.concatenate([grid.ravel() for grid in grids])
    first = np.full(COLOURS, len(cells))
    # Of all the cells of a colour the last one written here stays: the first of the grid.
    first[cells[::-1]] = np.arange(len(cells))[::-1]
    numbers = first.argsort().argsort().astype(np.uint8)
    return grids[0].shape, grids[1].shape, numbers[cells].tobytes()
