"""Groups of touching pixels: letters and discs of the walls' own colour stand apart from the walls."""

import numpy as np
import numpy.typing as npt

from solver.formats.maze_picture.lattice import Mask, rows_of_runs

MOST_RUNS = 200_000
"""Runs of wall pixels in all rows: a mask with more is noise, and not worth the time."""
SMALL = 0.5
"""Of the extent of the largest group of pixels: walls reach further than that, marks do not."""


def without_islands(mask: Mask) -> Mask | None:
    """`mask` without its small groups of touching pixels; None if there are none, or far too many."""
    rows, starts, ends = rows_of_runs(mask)
    if not 0 < rows.size <= MOST_RUNS:
        return None
    groups = _groups(rows, starts, ends, mask.shape)
    count = int(groups.max()) + 1
    top, bottom = np.full(count, mask.shape[0]), np.zeros(count, dtype=np.int64)
    left, right = np.full(count, mask.shape[1]), np.zeros(count, dtype=np.int64)
    np.minimum.at(top, groups, rows)
    np.maximum.at(bottom, groups, rows + 1)
    np.minimum.at(left, groups, starts)
    np.maximum.at(right, groups, ends)
    extent = np.maximum(bottom - top, right - left)
    small = extent < SMALL * extent.max()
    if not small.any():
        return None
    kept = mask.copy()
    for index in np.flatnonzero(small[groups]).tolist():
        kept[rows[index], starts[index] : ends[index]] = False
    return kept


def largest_group(mask: Mask) -> int:
    """How many pixels, or cells, the largest group of touching ones has."""
    rows, starts, ends = rows_of_runs(mask)
    return int(np.bincount(_groups(rows, starts, ends, mask.shape), ends - starts).max()) if rows.size else 0


def _groups(
    rows: npt.NDArray[np.int64], starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64], shape: tuple[int, ...]
) -> npt.NDArray[np.int64]:
    """The number of the group that each run belongs to: those that touch in neighbouring rows are one."""
    parent = list(range(rows.size))

    def root(run: int) -> int:
        while parent[run] != run:
            parent[run] = parent[parent[run]]
            run = parent[run]
        return run

    width = shape[1] + 1
    # Places in one long row, in which the runs of the row above lie one width before.
    first = np.searchsorted(rows * width + ends, (rows - 1) * width + starts, side="right")
    last = np.searchsorted(rows * width + starts, (rows - 1) * width + ends, side="left")
    for run, (low, high) in enumerate(zip(first.tolist(), last.tolist(), strict=True)):
        for above in range(low, high):
            parent[root(above)] = root(run)
    found: npt.NDArray[np.int64] = np.unique([root(run) for run in range(rows.size)], return_inverse=True)[1]
    return found
