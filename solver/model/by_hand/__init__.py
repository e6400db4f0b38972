"""The colour network's blocks with gradients written by hand: the same numbers as its layers', in far fewer passes."""

import torch
from torch import Tensor


def by_hand(x: Tensor) -> bool:
    """Whether this is the way to compute on x: on a processor, unless a compiler fuses the layers itself."""
    return x.device.type == "cpu" and not torch.compiler.is_compiling()
