"""The layers of every network: normalisation, linear maps, embeddings, gated feed-forward.

Parameters carry the published implementation's names.
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

RMS_EPSILON = 1e-5
NEVER = -30.0
"""The logit of tokens that a network never answers."""


def rms_norm(x: Tensor) -> Tensor:
    """Scale the last axis to a root mean square of one, without learned weights."""
    x32 = x.float()
    return (x32 * torch.rsqrt(x32.square().mean(-1, keepdim=True) + RMS_EPSILON)).to(x.dtype)


def truncated_normal(*size: int, std: float) -> Tensor:
    """A tensor of normal numbers, cut off at two standard deviations."""
    return nn.init.trunc_normal_(torch.empty(*size), std=std, a=-2 * std, b=2 * std)


class Linear(nn.Linear):
    """A linear map that computes in its input's dtype, whatever its weights are kept in."""

    def __init__(self, inputs: int, outputs: int, *, bias: bool = False) -> None:
        super().__init__(inputs, outputs, bias=bias)
        with torch.no_grad():
            self.weight.copy_(truncated_normal(outputs, inputs, std=inputs**-0.5))
            if bias:
                self.bias.zero_()

    def forward(self, x: Tensor) -> Tensor:
        bias = None if self.bias is None else self.bias.to(x.dtype)
        return F.linear(x, self.weight.to(x.dtype), bias)


class Embedding(nn.Module):
    """A table of vectors, under the name that the published implementation gives it."""

    def __init__(self, count: int, size: int) -> None:
        super().__init__()
        self.embedding_weight = nn.Parameter(truncated_normal(count, size, std=size**-0.5))

    def forward(self, index: Tensor, dtype: torch.dtype) -> Tensor:
        return F.embedding(index, self.embedding_weight.to(dtype))


class PuzzleEmbedding(nn.Module):
    """One vector for each puzzle identifier; starts at zero, as published."""

    def __init__(self, count: int, size: int) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.zeros(count, size))

    def forward(self, identifiers: Tensor, dtype: torch.dtype) -> Tensor:
        return F.embedding(identifiers, self.weights.to(dtype))


class SwiGLU(nn.Module):
    """The gated feed-forward network of each block."""

    def __init__(self, size: int, intermediate_size: int) -> None:
        super().__init__()
        self.gate_up_proj = Linear(size, 2 * intermediate_size)
        self.down_proj = Linear(intermediate_size, size)

    def forward(self, x: Tensor) -> Tensor:
        gate, up = self.gate_up_proj(x).chunk(2, dim=-1)
        out: Tensor = self.down_proj(F.silu(gate) * up)
        return out
