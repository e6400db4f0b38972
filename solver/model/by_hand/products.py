"""Matrix products that add what comes after them while their result is still in the processor's cache."""

import torch
import torch.nn.functional as F
from torch import Tensor


def product(x: Tensor, weight: Tensor, *, bias: Tensor | None = None, plus: Tensor | None = None) -> Tensor:
    """x Wᵀ + bias + plus; [N, outputs] of x [N, inputs], a weight [outputs, inputs] and a `plus` [N, outputs]."""
    if _fuses(x):
        linear = torch.ops.mkldnn._linear_pointwise
        fused: Tensor = (
            linear(x, weight, bias, "none", [], "") if plus is None else linear.binary(x, plus, weight, bias, "add")
        )
        return fused
    found = F.linear(x, weight, bias)
    return found if plus is None else found.add_(plus)


def weight_gradient(gradient: Tensor, x: Tensor) -> Tensor:
    """That of the weight of `product`: [outputs, inputs] of gradient [N, outputs] and x [N, inputs]."""
    return gradient.t() @ x


def _fuses(x: Tensor) -> bool:
    """Whether oneDNN multiplies such numbers on this processor.

    It makes machine code for each shape that it first sees, so this is for shapes that return. In float32 torch's own
    products are as fast.
    """
    if x.dtype != torch.bfloat16 or not torch.backends.mkldnn.is_available():  # type: ignore[no-untyped-call]
        return False
    supported: bool = torch.ops.mkldnn._is_mkldnn_bf16_supported()
    return supported
