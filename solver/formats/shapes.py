"""Connected shapes in a black-and-white part of a picture."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from solver.puzzles.base import BoolGrid

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Shape:
    """Pixels that touch each other, and their bounding box, whose ends are exclusive."""

    top: int
    bottom: int
    left: int
    right: int
    mask: BoolGrid
    """[bottom − top, right − left]"""

    @property
    def height(self) -> int:
        """Pixels."""
        return self.bottom - self.top

    @property
    def width(self) -> int:
        """Pixels."""
        return self.right - self.left


def shapes_of(ink: BoolGrid) -> list[Shape]:
    """The shapes in `ink` [height, width], diagonal neighbours included, the tallest first."""
    runs = _runs(ink)
    parent = list(range(len(runs)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    above, begin = 0, 0
    for index, (row, start, end) in enumerate(runs):
        if index == 0 or runs[index - 1][0] != row:
            # The runs of the row above are those between `above` and `begin`.
            above = begin if index and runs[index - 1][0] == row - 1 else index
            begin = index
        # What ends before this run begins touches none of the following ones either, so no run is looked at often.
        while above < begin and runs[above][2] < start:
            above += 1
        for other in range(above, begin):
            if runs[other][1] > end:
                break
            parent[root(index)] = root(other)
    groups: dict[int, list[tuple[int, int, int]]] = {}
    for index, run in enumerate(runs):
        groups.setdefault(root(index), []).append(run)
    return sorted(map(_shape, groups.values()), key=lambda shape: -shape.height)


def _runs(ink: BoolGrid) -> list[tuple[int, int, int]]:
    """Row, start and (exclusive) end of each horizontal run, in reading order."""
    padded = np.zeros((ink.shape[0], ink.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = ink
    rows, columns = np.nonzero(np.diff(padded, axis=1))
    return list(zip(rows[::2].tolist(), columns[::2].tolist(), columns[1::2].tolist(), strict=True))


def _shape(runs: list[tuple[int, int, int]]) -> Shape:
    top, bottom = runs[0][0], max(run[0] for run in runs) + 1
    top = min(run[0] for run in runs)
    left, right = min(run[1] for run in runs), max(run[2] for run in runs)
    mask = np.zeros((bottom - top, right - left), dtype=np.bool_)
    for row, start, end in runs:
        mask[row - top, start - left : end - left] = True
    return Shape(top, bottom, left, right, mask)
