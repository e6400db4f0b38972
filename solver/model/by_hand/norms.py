"""Root-mean-square normalisation of rows and its gradient."""

import torch
from torch import Tensor

from solver.model.layers import RMS_EPSILON


def normed(x: Tensor) -> tuple[Tensor, Tensor]:
    """`rms_norm` of rows [N, D], and the factors [N, 1] by which it multiplied them."""
    square = torch.linalg.vector_norm(x, dim=-1, keepdim=True, dtype=torch.float32).square_()
    factors = square.div_(x.shape[-1]).add_(RMS_EPSILON).rsqrt_().to(x.dtype)
    return x * factors, factors


def normed_gradient(gradient: Tensor, found: Tensor, factors: Tensor) -> Tensor:
    """That of the rows, from what `normed` returned."""
    share = torch.mul(gradient, found).sum(-1, keepdim=True).div_(-found.shape[-1])
    return torch.addcmul(gradient, found, share).mul_(factors)
