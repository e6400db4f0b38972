"""Linear maps of features in two halves, which transposing the grid swaps.

A map that does the same to both halves commutes with the swap. So a network of such maps is equivariant to transposing,
and its features may still tell rows from columns: what one half says about rows, the other says about columns.
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from solver.model.layers import rms_norm, truncated_normal


def swapped(weight: Tensor, *, vectors: int = 1) -> Tensor:
    """A map's weight [outputs, inputs] with the halves of its outputs and inputs swapped.

    `vectors` says how many feature vectors, each of two halves, the inputs hold.
    """
    outputs, inputs = weight.shape
    halves = weight.view(2, outputs // 2, vectors, 2, inputs // vectors // 2)
    return halves.flip(0, 3).reshape(outputs, inputs)


def halves_norm(x: Tensor) -> Tensor:
    """`rms_norm` of each half of the last axis by itself."""
    return rms_norm(x.reshape(*x.shape[:-1], 2, -1)).flatten(-2)


def invariant(features: Tensor) -> Tensor:
    """The part of features [..., D] that the swap leaves as it is: both halves become their mean."""
    return 0.5 * (features + features.roll(features.shape[-1] // 2, -1))


class Paired(nn.Module):
    """A linear map, without bias, that commutes with the swap."""

    def __init__(self, inputs: int, outputs: int, *, vectors: int = 1) -> None:
        super().__init__()
        self._vectors = vectors
        self.weight = nn.Parameter(truncated_normal(outputs // 2, inputs, std=inputs**-0.5))
        """[outputs / 2, inputs]: what the first half of the outputs is made of."""

    def full(self) -> Tensor:
        """The weight [outputs, inputs]."""
        rows, inputs = self.weight.shape
        halves = self.weight.view(rows, self._vectors, 2, inputs // self._vectors // 2)
        return torch.cat((self.weight, halves.flip(2).reshape(rows, inputs)))

    def forward(self, x: Tensor) -> Tensor:
        """[..., outputs] of [..., inputs]."""
        return F.linear(x, self.full().to(x.dtype))


class PairedSwiGLU(nn.Module):
    """The gated feed-forward network of a block, made of paired maps."""

    def __init__(self, size: int, intermediate_size: int) -> None:
        super().__init__()
        self.gate_proj, self.up_proj = (Paired(size, intermediate_size) for _ in range(2))
        self.down_proj = Paired(intermediate_size, size)

    def forward(self, x: Tensor) -> Tensor:
        """[..., D] of [..., D]."""
        # One matrix product instead of two.
        weight = torch.cat((self.gate_proj.full(), self.up_proj.full())).to(x.dtype)
        gate, up = F.linear(x, weight).chunk(2, dim=-1)
        out: Tensor = self.down_proj(F.silu(gate) * up)
        return out
