"""What mixers know about a batch of grids besides their tokens."""

from dataclasses import dataclass, replace

import torch
from torch import Tensor

Shape = tuple[int, int]
"""Rows and columns of a grid."""


@dataclass(frozen=True, eq=False)
class Context:
    """The shape that all B grids share and, on the colours board, which cells belong together."""

    shape: Shape
    components: Tensor | None = None
    """[kinds of component, B, L]: a number for the component of each cell; no two grids share one."""

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
