"""The units mixer for Sudoku: each candidate receives the mean and the maximum over its row, column, box and cell.

A token's features come in two halves, which transposing the grid swaps: what one half knows about rows, the other knows
about columns. Together with weights that name no digit, row, column or box, this makes the network equivariant to every
symmetry of Sudoku: renaming digits, permuting bands, stacks and the lines inside them, and transposing.
"""

from typing import Any, ClassVar

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.autograd.function import once_differentiable

from solver.model.config import NetworkConfig
from solver.model.context import Context
from solver.model.layers import truncated_normal
from solver.model.mixers.mixer import Mixer
from solver.model.paired import Paired, halves_norm, swapped

DIGITS = 9
_BAND, _ROW, _STACK, _COLUMN, _DIGIT = 1, 2, 3, 4, 5
"""Axes of a grid of candidates [B, 3, 3, 3, 3, 9, D]."""


class _Strongest(torch.autograd.Function):
    """The maximum over one axis or two; the gradient goes to every token that reaches it.

    `amax` shares the gradient among equals, which its compiled code counts one by one: on a CPU that took two thirds
    of the time of a training step.
    """

    @staticmethod
    def forward(ctx: Any, x: Tensor, axes: tuple[int, ...]) -> Tensor:
        strongest = x
        for axis in axes:
            strongest = strongest.amax(axis, keepdim=True)
        ctx.save_for_backward(x, strongest)
        return strongest

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, None]:
        x, strongest = ctx.saved_tensors
        return torch.where(x == strongest, gradient, gradient.new_zeros(())), None


def strongest(x: Tensor, *axes: int) -> Tensor:
    """The maximum of `x` over `axes`, which are kept with length one."""
    if not (torch.is_grad_enabled() and x.requires_grad):
        for axis in axes:
            x = x.amax(axis, keepdim=True)
        return x
    found: Tensor = _Strongest.apply(x, axes)  # type: ignore[no-untyped-call]
    return found


class UnitsMixer(Mixer):
    """A linear map of the mean and the maximum over each unit that a candidate is in."""

    name: ClassVar[str] = "units"

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        size = config.hidden_size
        self.row_weight = nn.Parameter(truncated_normal(size, 2 * size, std=(2 * size) ** -0.5))
        """Of columns too, with the halves swapped."""
        self.box_proj, self.cell_proj = (Paired(2 * size, size, vectors=2) for _ in range(2))

    def forward(self, x: Tensor, context: Context) -> Tensor:
        size = x.shape[-1]
        grid = x.view(-1, 3, 3, 3, 3, DIGITS, size)
        # One axis after the other, which is six times as fast on a CPU as both at once.
        thirds = grid.mean(_COLUMN, keepdim=True)
        row = torch.cat((thirds.mean(_STACK, keepdim=True), strongest(grid, _COLUMN, _STACK)), -1)
        column = torch.cat((grid.mean(_ROW, keepdim=True).mean(_BAND, keepdim=True), strongest(grid, _ROW, _BAND)), -1)
        box = torch.cat((thirds.mean(_ROW, keepdim=True), strongest(grid, _COLUMN, _ROW)), -1)
        cell = torch.cat((grid.mean(_DIGIT, keepdim=True), strongest(grid, _DIGIT)), -1)
        # Projecting what was pooled, not what it was pooled from, costs a ninth.
        weight = self.row_weight
        heard = F.linear(row, weight.to(x.dtype)) + F.linear(column, swapped(weight, vectors=2).to(x.dtype))
        heard = heard + self.box_proj(box) + self.cell_proj(cell)
        return halves_norm(x + heard.view_as(x))
