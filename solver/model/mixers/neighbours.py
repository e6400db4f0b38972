"""The neighbours mixer for mazes: beside a convolution, each cell hears which of its four neighbours is first.

A wave that runs through a maze reaches a cell from the neighbour that is nearest to its source. A sum over the
neighbours, which is all a convolution can take, blurs which one that was; a maximum keeps it.
"""

from typing import ClassVar

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from solver.model.config import NetworkConfig
from solver.model.context import Context
from solver.model.layers import Linear, rms_norm, truncated_normal
from solver.model.mixers.mixer import Mixer

SIDES = 4


class NeighboursMixer(Mixer):
    """A depthwise convolution, the maximum over the four neighbours, and a linear map of both; it knows no board size.

    Each side scales each feature by a weight of its own before the maximum is taken, so that a feature can listen to
    one side or to all.
    """

    name: ClassVar[str] = "neighbours"

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        size, kernel = config.hidden_size, config.kernel_size
        self.weight = nn.Parameter(truncated_normal(size, 1, kernel, kernel, std=1 / kernel))
        self.side_weight = nn.Parameter(1 + truncated_normal(SIDES, size, std=0.5))
        self.o_proj = Linear(2 * size, size)

    def forward(self, x: Tensor, context: Context) -> Tensor:
        size, kernel = self.weight.shape[0], self.weight.shape[-1]
        rows, columns = context.shape
        grid = x.reshape(len(x), rows, columns, size)
        heard = F.conv2d(grid.permute(0, 3, 1, 2), self.weight.to(x.dtype), padding=kernel // 2, groups=size)
        padded = F.pad(grid, (0, 0, 1, 1, 1, 1))
        up, down, left, right = self.side_weight.to(x.dtype)
        first = torch.maximum(
            torch.maximum(padded[:, :rows, 1:-1] * up, padded[:, 2:, 1:-1] * down),
            torch.maximum(padded[:, 1:-1, :columns] * left, padded[:, 1:-1, 2:] * right),
        )
        both = torch.cat((heard.permute(0, 2, 3, 1), first), -1).flatten(1, 2)
        return rms_norm(x + self.o_proj(both))
