"""The convolution mixer for mazes: each cell receives its neighbours' features, on a grid of any size."""

from typing import ClassVar

import torch.nn.functional as F
from torch import Tensor, nn

from solver.model.config import NetworkConfig
from solver.model.context import Context
from solver.model.layers import Linear, rms_norm, truncated_normal
from solver.model.mixers.mixer import Mixer


class ConvolutionMixer(Mixer):
    """A depthwise convolution over the grid and a linear map."""

    name: ClassVar[str] = "convolution"

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        size, kernel = config.hidden_size, config.kernel_size
        self.weight = nn.Parameter(truncated_normal(size, 1, kernel, kernel, std=1 / kernel))
        self.o_proj = Linear(size, size)

    def forward(self, x: Tensor, context: Context) -> Tensor:
        size, kernel = self.weight.shape[0], self.weight.shape[-1]
        grid = x.reshape(len(x), *context.shape, size).permute(0, 3, 1, 2)
        heard = F.conv2d(grid, self.weight.to(x.dtype), padding=kernel // 2, groups=size)
        return rms_norm(x + self.o_proj(heard.permute(0, 2, 3, 1).flatten(1, 2)))
