"""An ARC grid on a canvas that several grids share: colours, end cells that mark its size, and nothing beyond.

As in the published encoding, but cropped to the task's largest grid instead of always 30×30.
"""

from fractions import Fraction

import numpy as np

from solver.puzzles.arc.task import LARGEST, ArcGrid, ArcTask
from solver.puzzles.base import IntGrid

Shape = tuple[int, int]
"""Rows and columns."""
LEAST_SAVED = 0.2
"""Share of a square canvas that must be empty in every grid for the network to be given only the rest."""
END, NOTHING = -1, -2
"""Two values below the colours, so that tokens are values + 2: pad 0, end 1, colours 2 to 11."""


def canvas_side(task: ArcTask) -> int:
    """Rows and columns of the square canvas that holds every grid of the task, test outputs not looked at.

    One more than the largest side, for the end cells; but where grids of 30 are in it, 30, as published.
    """
    return max(_needed(task, 0), _needed(task, 1))


def canvas_shape(task: ArcTask) -> Shape:
    """Of the upper left part of that canvas which holds every grid; the whole canvas where that would save little.

    Where outputs can be taller or wider than their inputs, it is the whole canvas: a test output may be too.
    """
    side = canvas_side(task)
    rows, columns = _needed(task, 0), _needed(task, 1)
    grows = any(size(output)[axis] > size(given)[axis] for given, output in task.demonstrations for axis in (0, 1))
    return (side, side) if grows or rows * columns > (1 - LEAST_SAVED) * side**2 else (rows, columns)


def _needed(task: ArcTask, axis: int) -> int:
    """Rows or columns of a canvas for every grid of the task."""
    grids = [grid for pair in task.demonstrations for grid in pair] + task.test_inputs
    sizes = [size(grid)[axis] for grid in grids]
    # An output larger than everything else must still fit, if the demonstrations tell that it will be.
    ratios = {Fraction(size(output)[axis], size(given)[axis]) for given, output in task.demonstrations}
    if len(ratios) == 1:
        ratio = ratios.pop()
        sizes += [int(size(grid)[axis] * ratio) for grid in task.test_inputs]
    return min(max(sizes) + 1, LARGEST)


def size(grid: ArcGrid) -> Shape:
    """Rows and columns."""
    return len(grid), len(grid[0])


def to_canvas(grid: ArcGrid, side: int) -> IntGrid:
    """[side, side]: the grid in the upper left corner, end cells below and to the right of it."""
    rows, columns = size(grid)
    canvas = np.full((side, side), NOTHING, dtype=np.int64)
    canvas[:rows, :columns] = grid
    canvas[rows : rows + 1, :columns] = END
    canvas[:rows, columns : columns + 1] = END
    return canvas


def from_canvas(canvas: IntGrid) -> ArcGrid:
    """The largest rectangle of colours in the upper left corner, as published; empty if that cell has no colour."""
    # How many colours each row begins with, and no more than the rows above it.
    widths = np.minimum.accumulate(np.cumprod(canvas >= 0, axis=1).sum(axis=1))
    areas = widths * np.arange(1, len(canvas) + 1)
    if not areas.any():
        return ()
    rows = int(areas.argmax()) + 1
    return tuple(tuple(row) for row in canvas[:rows, : int(widths[rows - 1])].tolist())
