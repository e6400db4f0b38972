"""The half of a block that mixes features: rms_norm(x + SwiGLU(x))."""

from typing import Any

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable

from solver.model.by_hand.norms import normed, normed_gradient
from solver.model.by_hand.products import product, weight_gradient


class _Gated(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, x: Tensor, gate_up: Tensor, down: Tensor) -> Tensor:
        own = gate_up.to(x.dtype)
        of_gate, of_up = own.chunk(2)
        down = down.to(x.dtype)
        rows = x.reshape(-1, x.shape[-1])
        gate, up = product(rows, of_gate), product(rows, of_up)
        open_ = gate.sigmoid()
        silu = gate.mul_(open_)
        inner = silu * up
        found, factors = normed(product(inner, down, plus=rows))
        ctx.save_for_backward(rows, own, down, up, open_, silu, inner, found, factors)
        ctx.dtypes = gate_up.dtype
        return found.view_as(x)

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        rows, gate_up, down, up, open_, silu, inner, found, factors = ctx.saved_tensors
        of_gate, of_up = gate_up.chunk(2)
        summed = normed_gradient(gradient.reshape(found.shape), found, factors)
        of_inner = product(summed, down.t().contiguous())
        of_down = weight_gradient(summed, inner)
        # d silu(g) · u / dg = σ · u + (1 − σ) · silu(g) · u
        gate_gradient = torch.lerp(inner, up, open_).mul_(of_inner)
        up_gradient = of_inner.mul_(silu)
        x_gradient = product(gate_gradient, of_gate.t().contiguous(), plus=summed)
        x_gradient = product(up_gradient, of_up.t().contiguous(), plus=x_gradient)
        weights = torch.cat((weight_gradient(gate_gradient, rows), weight_gradient(up_gradient, rows)))
        return x_gradient.view_as(gradient), weights.to(ctx.dtypes), of_down.to(ctx.dtypes)


def gated(x: Tensor, gate_up: Tensor, down: Tensor) -> Tensor:
    """[..., D] of x [..., D] and SwiGLU's weights [2H, D] and [D, H]."""
    found: Tensor = _Gated.apply(x, gate_up, down)  # type: ignore[no-untyped-call]
    return found
