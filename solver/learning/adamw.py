"""AdamW without torch's optimisers, whose first use imports a compiler: 800 modules, for seconds of a fit's budget."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn

EPSILON = 1e-8


@dataclass
class Group:
    """Parameters that learn alike."""

    parameters: Sequence[nn.Parameter]
    weight_decay: float
    faster: float = 1.0
    """Times the rate of `AdamW.step`."""
    means: list[Tensor] = field(default_factory=list)
    squares: list[Tensor] = field(default_factory=list)


class AdamW:
    """Loshchilov and Hutter's, as `torch.optim.AdamW` has it; every parameter must get a gradient."""

    def __init__(self, groups: Sequence[Group], betas: tuple[float, float]) -> None:
        self._groups = [group for group in groups if group.parameters]
        self._betas = betas
        self._steps = 0
        for group in self._groups:
            group.means = [torch.zeros_like(p) for p in group.parameters]
            group.squares = [torch.zeros_like(p) for p in group.parameters]

    def zero_grad(self) -> None:
        """Forget the gradients."""
        for group in self._groups:
            for parameter in group.parameters:
                parameter.grad = None

    def state(self) -> dict[str, Any]:
        """Steps done, and both moments of every parameter, group by group; tensors and plain data only."""
        groups = [{"means": group.means, "squares": group.squares} for group in self._groups]
        return {"steps": self._steps, "groups": groups}

    @torch.no_grad()
    def load_state(self, state: dict[str, Any]) -> None:
        """Go on from what `state` returned; raises `ValueError` if that was of other parameters."""
        try:
            for group, saved in zip(self._groups, state["groups"], strict=True):
                for own, loaded in ((group.means, saved["means"]), (group.squares, saved["squares"])):
                    for tensor, value in zip(own, loaded, strict=True):
                        if tensor.shape != value.shape:
                            raise ValueError("shapes differ")
                        tensor.copy_(value)
            self._steps = int(state["steps"])
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ValueError(f"The optimiser's state is of another network ({error}).") from None

    @torch.no_grad()
    def step(self, rate: float) -> None:
        """Descend along the gradients there are."""
        self._steps += 1
        first, second = self._betas
        bias, second_bias = 1 - first**self._steps, 1 - second**self._steps
        for group in self._groups:
            parameters: list[Tensor] = list(group.parameters)
            gradients = [p.grad for p in parameters if p.grad is not None]
            own_rate = rate * group.faster
            torch._foreach_mul_(parameters, 1 - own_rate * group.weight_decay)
            torch._foreach_lerp_(group.means, gradients, 1 - first)
            torch._foreach_mul_(group.squares, second)
            torch._foreach_addcmul_(group.squares, gradients, gradients, 1 - second)
            roots = torch._foreach_sqrt(group.squares)
            torch._foreach_div_(roots, second_bias**0.5)
            torch._foreach_add_(roots, EPSILON)
            torch._foreach_addcdiv_(parameters, group.means, roots, -own_rate / bias)
