"""The colour mixer for ARC: a vector for each colour of each cell, and no weight that knows which colour it is about.

So whatever is learned of one colour holds for all; only a puzzle's embedding tells them apart, but for the background,
which is told. Cells hear their neighbours, what lies in each direction up to what stops it, their row, column, grid and
connected components, and their other colours.

Shapes: B grids of R × C = L cells, K colours, S = L · K tokens, D the hidden size.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from solver.model.config import NetworkConfig
from solver.model.boards.grid_features import (
    CELL_FEATURES,
    CELL_GROUPS,
    COLOUR_FEATURES,
    COLOUR_GROUPS,
    FIRST_COLOUR,
    KINDS,
    Shape,
    cell_features,
    colour_features,
    withheld,
)
from solver.model.layers import Linear, truncated_normal

CELL_STATES = 4
"""What a cell says of a colour: that it has it, that it has another one, that it is an end cell, or beyond."""
END, FRAMES = 1, 2
"""The end cells' token; the tokens that are no colours."""
DIGIT = 32
"""The square is more than a canvas has cells."""
COMPONENT_DIGITS = 2 * KINDS
NEVER = -30.0
"""The logit of colours that the network does not consider."""
FEATURE_SCALE = 0.3
LEAST_WEIGHT = 0.01
"""In a mean; without it, cells that all want to be left out would make it nothing over nothing."""
DIRECTIONS = ((1, False), (1, True), (2, False), (2, True))
"""Down, up, right and left: the axis of [B, R, C, K, ·], and whether against it."""


class ColourEmbedding(nn.Module):
    """x but for what the puzzle's identifier says: which cells have the colour, and the grid's features.

    And the numbers of each cell's components, each as two numbers below `DIGIT`, which bfloat16 can tell apart.
    """

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        size = config.hidden_size
        self.states = nn.Parameter(truncated_normal(CELL_STATES, size, std=size**-0.5))
        self.cell_proj, self.colour_proj = Linear(CELL_FEATURES, size), Linear(COLOUR_FEATURES, size)
        with torch.no_grad():
            for projection in (self.cell_proj, self.colour_proj):
                projection.weight.copy_(truncated_normal(*projection.weight.shape, std=FEATURE_SCALE * size**-0.5))

    def forward(
        self, inputs: Tensor, colours: Tensor, shape: Shape, dtype: torch.dtype, kept: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """[B, L, K, D] and [B, L, K, COMPONENT_DIGITS] from tokens [B, L] and the colours' tokens [K].

        Without the groups of features that `kept` [B, GROUPS] has zeros for.
        """
        token = inputs[..., None]
        others = torch.where(token >= FIRST_COLOUR, 1, torch.where(token == END, 2, 3))
        states = F.embedding(torch.where(token == colours, 0, others), self.states.to(dtype))
        # On MPS, torch lacks some of what counts them.
        counted = inputs.cpu() if inputs.device.type == "mps" else inputs
        features, labels = (found.to(inputs.device) for found in cell_features(counted, shape))
        counts = colour_features(counted, colours.to(counted.device)).to(inputs.device)
        if kept is not None:
            features = withheld(features, kept[:, : len(CELL_GROUPS) - 1], CELL_GROUPS)
            counts = withheld(counts, kept[:, len(CELL_GROUPS) - 1 :], COLOUR_GROUPS)
        of_cells: Tensor = self.cell_proj(features.to(dtype))
        of_colours: Tensor = self.colour_proj(counts.to(dtype))
        digits = torch.cat((labels // DIGIT, labels % DIGIT), dim=-1).to(dtype)
        x = states + of_cells[:, :, None] + of_colours[:, None]
        return x, digits[:, :, None].expand(-1, -1, len(colours), -1)


def component_rows(x: Tensor, colours: int) -> Tensor:
    """[KINDS, B · L]: each cell's component as a number that no other grid's has, from the end of x's last axis."""
    digits = x[:, ::colours, -COMPONENT_DIGITS:].long()
    labels = digits[..., :KINDS] * DIGIT + digits[..., KINDS:]
    batch, cells = labels.shape[:2]
    first = cells * torch.arange(batch, device=x.device)
    return (labels + first[:, None, None]).flatten(0, 1).T


class ColourMixer(nn.Module):
    """What each colour of each cell hears of the others; all of it from weights that all colours share."""

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        size = config.hidden_size
        self.narrow = size // 4
        self.along: Along = along
        """Another one where this can't be compiled."""
        self.weight = nn.Parameter(truncated_normal(size, 1, 3, 3, std=1 / 3))
        self.in_proj = Linear(size, 10 * self.narrow, bias=True)
        self.near_proj = Linear(size + (4 + KINDS) * self.narrow, size)
        self.row_proj, self.column_proj = Linear(self.narrow, size), Linear(self.narrow, size)
        self.grid_proj, self.colour_proj = Linear(2 * self.narrow, size), Linear(2 * self.narrow, size)
        with torch.no_grad():
            # Rays start out going far.
            self.in_proj.bias[4 * self.narrow : 8 * self.narrow].fill_(1.0)

    def forward(self, x: Tensor, shape: Shape, components: Tensor) -> Tensor:
        """[B, S, D] of that shape; `components` are those of `component_rows`."""
        batch, _, size = x.shape
        grid = x.view(batch, *shape, -1, size)
        one, four = self.narrow, 4 * self.narrow
        values, gates, told, weights = self.in_proj(grid).split([four, four, one, one], dim=-1)
        gates, weights = gates.sigmoid(), weights.sigmoid() + LEAST_WEIGHT
        values = values * (1 - gates)
        rays = [
            # What reaches a cell is what reached, or was in, the one before it.
            moved(self.along(gate, value, axis, against), axis, against)
            for gate, value, (axis, against) in zip(gates.chunk(4, -1), values.chunk(4, -1), DIRECTIONS, strict=True)
        ]
        weighed = weights * told
        things = component_means(weighed, weights, components)
        mixed: Tensor = self.near_proj(torch.cat((self._neighbours(grid), *rays, *things), dim=-1))
        rows, of_rows = weighed.sum(2, keepdim=True), weights.sum(2, keepdim=True)
        columns, of_columns = weighed.sum(1, keepdim=True), weights.sum(1, keepdim=True)
        everything = rows.sum(1, keepdim=True) / of_rows.sum(1, keepdim=True)
        along_row = self.row_proj(rows / of_rows) + self.grid_proj(
            torch.cat((everything, told.amax((1, 2), keepdim=True)), dim=-1)
        )
        others = torch.cat((told.mean(3, keepdim=True), told.amax(3, keepdim=True)), dim=-1)
        mixed = mixed + along_row + self.column_proj(columns / of_columns) + self.colour_proj(others)
        return mixed.view(batch, -1, size)

    def _neighbours(self, grid: Tensor) -> Tensor:
        """A depthwise 3 × 3 convolution over the cells, the same for each colour."""
        batch, rows, columns, colours, size = grid.shape
        weight = self.weight.to(grid.dtype)
        if torch.compiler.is_compiling():
            # Written out, it fuses with what surrounds it.
            padded = F.pad(grid, (0, 0, 0, 0, 1, 1, 1, 1))
            return sum_of(
                padded[:, down : down + rows, right : right + columns] * weight[:, 0, down, right]
                for down in range(3)
                for right in range(3)
            )
        channels = grid.reshape(batch, rows, columns, colours * size).permute(0, 3, 1, 2)
        heard = F.conv2d(channels, weight.repeat(colours, 1, 1, 1), padding=1, groups=colours * size)
        return heard.permute(0, 2, 3, 1).reshape(grid.shape)


def component_means(weighed: Tensor, weights: Tensor, components: Tensor) -> list[Tensor]:
    """The weighted mean over each cell's component, for each kind of component; all [B, R, C, K, n]."""
    # In float32, since a component may be the whole grid.
    both = torch.cat((weighed, weights), dim=-1).float().flatten(0, 2).flatten(1)
    found = []
    for rows in components:
        sums = torch.zeros_like(both).index_add(0, rows, both)
        total, weight = sums.view(-1, *weights.shape[3:-1], 2, weights.shape[-1]).unbind(-2)
        # Rows that no component is named by are nothing over nothing.
        mean = total / weight.clamp(min=LEAST_WEIGHT)
        found.append(mean.flatten(1)[rows].to(weights.dtype).view(weights.shape))
    return found


Along = Callable[[Tensor, Tensor, int, bool], Tensor]
"""r[i] = gate[i] · r[i − 1] + value[i] along an axis or, if told so, against it."""


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


def sum_of(terms: Any) -> Tensor:
    """The tensors' sum."""
    total: Tensor = sum(terms)
    return total
