"""Rays of the colour mixer: what each cell receives along a row or column, up to what stops it."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

DIRECTIONS = ((1, False), (1, True), (2, False), (2, True))
"""Down, up, right and left: the axis of [B, R, C, K, ·], and whether against it."""

Along = Callable[[Tensor, Tensor, int, bool], Tensor]
"""r[i] = gate[i] · r[i − 1] + value[i] along an axis, or against it."""


def go_along(gate: Tensor, value: Tensor, axis: int, against: bool) -> Tensor:
    """r as `Along` says, without gradients: cell after cell, on a CPU five times as fast as in doubled strides."""
    reached = torch.empty_like(value, memory_format=torch.contiguous_format)
    gates, values, out = gate.unbind(axis), value.unbind(axis), reached.unbind(axis)
    order = range(len(out))[:: -1 if against else 1]
    out[order[0]].copy_(values[order[0]])
    for before, here in pairwise(order):
        torch.addcmul(values[here], gates[here], out[before], out=out[here])
    return reached


def along_gradients(
    go: Along, gate: Tensor, reached: Tensor, gradient: Tensor, axis: int, against: bool
) -> tuple[Tensor, Tensor]:
    """Those of gate and value: the gradient goes the same way back."""
    of_value = go(moved(gate, axis, not against), gradient, axis, not against)
    return of_value * moved(reached, axis, against), of_value


class _Along(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, gate: Tensor, value: Tensor, axis: int, against: bool) -> Tensor:
        reached = go_along(gate, value, axis, against)
        ctx.save_for_backward(gate, reached)
        ctx.way = axis, against
        return reached

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, Tensor, None, None]:
        gate, reached = ctx.saved_tensors
        axis, against = ctx.way
        return *along_gradients(go_along, gate, reached, gradient, axis, against), None, None


def along(gate: Tensor, value: Tensor, axis: int, against: bool) -> Tensor:
    """r as `Along` says."""
    reached: Tensor = _Along.apply(gate, value, axis, against)  # type: ignore[no-untyped-call]
    return reached


def moved(x: Tensor, axis: int, against: bool) -> Tensor:
    """x, each cell's handed on to the next; zeros at the beginning."""
    length = x.shape[axis] - 1
    kept = x.narrow(axis, 1 if against else 0, length)
    return F.pad(kept, [0, 0] * (x.ndim - 1 - axis) + ([0, 1] if against else [1, 0]))
