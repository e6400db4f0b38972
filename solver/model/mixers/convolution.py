"""The convolution mixer for mazes: each cell receives its neighbours' features, on a grid of any size."""

from collections.abc import Callable
from typing import ClassVar

import torch.nn.functional as F
from torch import Tensor, nn

from solver.model.config import NetworkConfig
from solver.model.context import Context
from solver.model.layers import Linear, rms_norm, truncated_normal
from solver.model.mixers.mixer import Mixer


def depthwise(grid: Tensor, weight: Tensor) -> Tensor:
    """Each feature of a grid [B, R, C, D] convolved by its own kernel of `weight` [D, 1, K, K]; zeros lie around it."""
    size, kernel = weight.shape[0], weight.shape[-1]
    heard = F.conv2d(grid.permute(0, 3, 1, 2), weight, padding=kernel // 2, groups=size)
    return heard.permute(0, 2, 3, 1)


class ConvolutionMixer(Mixer):
    """A depthwise convolution over the grid and a linear map."""

    name: ClassVar[str] = "convolution"

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        size, kernel = config.hidden_size, config.kernel_size
        self.weight = nn.Parameter(truncated_normal(size, 1, kernel, kernel, std=1 / kernel))
        self.o_proj = Linear(size, size)
        self.convolve: Callable[[Tensor, Tensor], Tensor] = depthwise

    def forward(self, x: Tensor, context: Context) -> Tensor:
        grid = x.reshape(len(x), *context.shape, x.shape[-1])
        heard = self.convolve(grid, self.weight.to(x.dtype))
        return rms_norm(x + self.o_proj(heard.flatten(1, 2)))
