"""The maximum over one axis, and its gradient, which those share that reach it."""

from torch import Tensor


def strongest(x: Tensor, axis: int) -> Tensor:
    """`x.amax(axis, keepdim=True)`."""
    return x.amax(axis, keepdim=True)


def strongest_gradient(x: Tensor, found: Tensor, gradient: Tensor, axis: int) -> Tensor:
    """As `amax` has it: equals share the gradient evenly."""
    reach_it = (x == found).to(x.dtype)
    return reach_it.mul_(gradient / reach_it.sum(axis, keepdim=True))
