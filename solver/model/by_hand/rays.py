"""Rays in all four directions: what reaches each cell, and the gradient, in buffers that hold a direction each.

Shapes: `cells` is B grids of R × C cells with K colours of n features, flattened, [B · R · C · K, n]; four of them, one
for each of `DIRECTIONS`, are [4, B · R · C · K, n].
"""

from collections.abc import Iterator
from itertools import pairwise

import torch
from torch import Tensor

from solver.model.mixers.along import DIRECTIONS

Extent = tuple[int, int, int]
"""B, R and C."""


def lines(cells: Tensor, extent: Extent, axis: int) -> tuple[Tensor, ...]:
    """The rows (axis 1) or columns (axis 2) of grids, each as one tensor that shares their memory."""
    batch, rows, columns = extent
    if axis == 1:
        return cells.view(batch, rows, -1).unbind(1)
    return cells.view(batch * rows, columns, -1).unbind(1)


def _steps(count: int, against: bool) -> Iterator[tuple[int, int]]:
    """Each line and the one after it."""
    order = range(count)[:: -1 if against else 1]
    return pairwise(order)


def reached(gates: Tensor, values: Tensor, extent: Extent) -> Tensor:
    """r[i + 1] = gate[i] · r[i] + (1 − gate[i]) · value[i], from r[0] = 0, in each direction; all [4, cells, n]."""
    found = torch.empty_like(values)
    for index, (axis, against) in enumerate(DIRECTIONS):
        gate, value, out = (lines(tensor[index], extent, axis) for tensor in (gates, values, found))
        out[-1 if against else 0].zero_()
        for here, after in _steps(len(out), against):
            torch.lerp(value[here], out[here], gate[here], out=out[after])
    return found


def reached_gradients(
    gates: Tensor, values: Tensor, found: Tensor, gradient: Tensor, extent: Extent, of_gates: Tensor, of_values: Tensor
) -> None:
    """Put those of the gates before their sigmoid into `of_gates`, and those of the values into `of_values`."""
    # Of each line's contribution to the next.
    handed = torch.empty_like(found)
    for index, (axis, against) in enumerate(DIRECTIONS):
        gate, given, out = (lines(tensor[index], extent, axis) for tensor in (gates, gradient, handed))
        out[0 if against else -1].zero_()
        after_that = None
        for here, after in list(_steps(len(out), against))[::-1]:
            if after_that is None:
                out[here].copy_(given[after])
            else:
                torch.addcmul(given[after], gate[after], out[after], out=out[here])
            after_that = after
    torch.addcmul(handed, handed, gates, value=-1, out=of_values)
    torch.sub(found, values, out=of_gates).mul_(gates).mul_(of_values)
