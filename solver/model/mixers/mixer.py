"""The base class of mixers: the half of a block in which tokens exchange information."""

from abc import abstractmethod
from typing import ClassVar

from torch import Tensor, nn

from solver.model.context import Context


class Mixer(nn.Module):
    """Adds to each token what it receives from the others, and normalises the sum (post-norm)."""

    name: ClassVar[str]
    """Of its parameters in a block; the published one where there is one."""

    gradients_by_hand: ClassVar[bool] = False
    """Whether its blocks are computed by `solver.model.by_hand` where that can be; others keep the published order of
    operations, which their checkpoints' logits depend on."""

    @abstractmethod
    def forward(self, x: Tensor, context: Context) -> Tensor:
        """[B, S, D] of [B, S, D]."""
