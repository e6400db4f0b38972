"""The base class of mixers: the half of a block in which tokens exchange information."""

from abc import abstractmethod
from typing import ClassVar

from torch import Tensor, nn

from solver.model.context import Context


class Mixer(nn.Module):
    """Adds to each token what it receives from the others, and normalises the sum (post-norm)."""

    name: ClassVar[str]
    """Of its parameters in a block; the published one where there is one."""

    @abstractmethod
    def forward(self, x: Tensor, context: Context) -> Tensor:
        """[B, S, D] of [B, S, D]."""
