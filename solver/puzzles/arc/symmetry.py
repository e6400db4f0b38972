"""Whether two ARC pairs are the same except for a rotation, a reflection and the names of the colours."""

import numpy as np

from solver.puzzles.arc.task import ArcGrid

Canonical = tuple[tuple[int, ...], tuple[int, ...], bytes]


def canonical_pair(given: ArcGrid, output: ArcGrid) -> Canonical:
    """Alike for all symmetric copies of a pair of grids, and for no other pair."""
    return min(_numbered(given, output, turns, mirrored) for turns in range(4) for mirrored in (False, True))


def _numbered(given: ArcGrid, output: ArcGrid, turns: int, mirrored: bool) -> Canonical:
    """Shapes and cells after a turn, the colours numbered in the order in which they come up."""
    grids = [np.rot90(np.array(grid).T if mirrored else np.array(grid), turns) for grid in (given, output)]
    cells = np.concatenate([grid.ravel() for grid in grids])
    _, first, index = np.unique(cells, return_index=True, return_inverse=True)
    numbers = first.argsort().argsort()
    return grids[0].shape, grids[1].shape, numbers[index].astype(np.uint8).tobytes()
