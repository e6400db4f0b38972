"""What mixers know about a batch of grids besides their tokens."""

from dataclasses import dataclass, replace
from functools import cached_property

import torch
from torch import Tensor

from solver.model.by_hand.pools import Pools, pools_of

Shape = tuple[int, int]
"""Rows and columns of a grid."""


@dataclass(frozen=True, eq=False)
class Context:
    """The shape that all B grids share and, on the colours board, which cells belong together."""

    shape: Shape
    components: Tensor | None = None
    """[kinds of component, B, L]: a number for the component of each cell; no two grids share one."""

    @cached_property
    def pools(self) -> Pools:
        """The components, rows and columns, as lists of their cells."""
        assert self.components is not None
        return pools_of(self.components, self.shape)

    def rows(self, kept: Tensor) -> "Context":
        """The context of only those grids of the batch, [B'] indices."""
        if self.components is None:
            return self
        cells = self.components.shape[-1]
        return replace(self, components=numbered_apart(self.components[:, kept] % cells))


def numbered_apart(labels: Tensor) -> Tensor:
    """Labels [kinds, B, L], each below L, renumbered so that no two grids share one."""
    _, batch, cells = labels.shape
    return (labels + cells * torch.arange(batch, device=labels.device)[:, None]).contiguous()
