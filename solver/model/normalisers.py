"""From logits to probabilities: softmax, and the published implementation's stablemax."""

from collections.abc import Callable

import torch
from torch import Tensor


def stablemax(logits: Tensor) -> Tensor:
    """s(x) / Σ s(x) over the last axis, with s(x) = x + 1 from 0 on and 1 / (1 − x) below; float64 but on MPS."""
    x = logits.double() if logits.device.type != "mps" else logits.float()
    s = torch.where(x < 0, 1 / (1 - x + 1e-30), x + 1)
    return s / s.sum(-1, keepdim=True)


NORMALISERS: dict[str, Callable[[Tensor], Tensor]] = {
    "softmax": lambda logits: torch.softmax(logits.float(), -1),
    "stablemax": stablemax,
}
