"""The colour mixer for ARC: each colour of each cell hears the cells around it and the cell's other colours.

Cells hear their neighbours, what lies in each direction up to what stops it, their row, column, grid and connected
components.

Shapes: B grids of R × C = L cells, K colours, S = L · K tokens, D the hidden size.
"""

from collections.abc import Iterable
from typing import ClassVar

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from solver.model.boards.grid_features import KINDS
from solver.model.by_hand import by_hand
from solver.model.by_hand.colour_mixing import Weights, mixed
from solver.model.config import NetworkConfig
from solver.model.context import Context
from solver.model.layers import Linear, rms_norm, truncated_normal
from solver.model.mixers.along import DIRECTIONS, Along, along, moved
from solver.model.mixers.mixer import Mixer

LEAST_WEIGHT = 0.01
"""In a mean; without it, cells that all want to be left out would make it nothing over nothing."""


class ColourMixer(Mixer):
    """What each colour of each cell hears from the others, with weights that all colours share."""

    name: ClassVar[str] = "colour"
    gradients_by_hand: ClassVar[bool] = True

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        size = config.hidden_size
        self.narrow = size // 4
        self.along: Along = along
        """Training replaces it where this one cannot be compiled."""
        self.weight = nn.Parameter(truncated_normal(size, 1, 3, 3, std=1 / 3))
        self.in_proj = Linear(size, 10 * self.narrow, bias=True)
        self.near_proj = Linear(size + (4 + KINDS) * self.narrow, size)
        self.row_proj, self.column_proj = Linear(self.narrow, size), Linear(self.narrow, size)
        self.grid_proj, self.colour_proj = Linear(2 * self.narrow, size), Linear(2 * self.narrow, size)
        with torch.no_grad():
            # Rays start out going far.
            self.in_proj.bias[4 * self.narrow : 8 * self.narrow].fill_(1.0)

    def forward(self, x: Tensor, context: Context) -> Tensor:
        if by_hand(x):
            extent = (len(x), *context.shape)
            weights = Weights(
                self.weight,
                self.in_proj.weight,
                self.in_proj.bias,
                self.near_proj.weight,
                self.row_proj.weight,
                self.column_proj.weight,
                self.grid_proj.weight,
                self.colour_proj.weight,
            )
            return mixed(x, context.pools, extent, LEAST_WEIGHT, weights)
        return self.layer_by_layer(x, context)

    def layer_by_layer(self, x: Tensor, context: Context) -> Tensor:
        """[B, S, D] of [B, S, D], as any device and any compiler can compute it."""
        assert context.components is not None
        batch, _, size = x.shape
        grid = x.view(batch, *context.shape, -1, size)
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
        things = component_means(weighed, weights, context.components.flatten(1))
        heard: Tensor = self.near_proj(torch.cat((self._neighbours(grid), *rays, *things), dim=-1))
        rows, of_rows = weighed.sum(2, keepdim=True), weights.sum(2, keepdim=True)
        columns, of_columns = weighed.sum(1, keepdim=True), weights.sum(1, keepdim=True)
        everything = rows.sum(1, keepdim=True) / of_rows.sum(1, keepdim=True)
        along_row = self.row_proj(rows / of_rows) + self.grid_proj(
            torch.cat((everything, told.amax((1, 2), keepdim=True)), dim=-1)
        )
        others = torch.cat((told.mean(3, keepdim=True), told.amax(3, keepdim=True)), dim=-1)
        heard = heard + along_row + self.column_proj(columns / of_columns) + self.colour_proj(others)
        return rms_norm(x + heard.view(batch, -1, size))

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


def sum_of(terms: Iterable[Tensor]) -> Tensor:
    """The tensors' sum."""
    total = sum(terms)
    assert isinstance(total, Tensor)
    return total


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
