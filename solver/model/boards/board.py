"""What every board offers: how many tokens a grid has, x from a grid, and logits of the grid from y."""

from abc import ABC, abstractmethod

import torch
from torch import Tensor, nn

from solver.model.config import NetworkConfig
from solver.model.context import Context, Shape


class Board(ABC):
    """Turns grids into tokens and tokens into logits of the grid.

    It is not a module: the model registers its layers under their published names, embeddings before the networks and
    heads after them.
    """

    embeddings: dict[str, nn.Module]
    heads: dict[str, nn.Module]
    prefix = 0
    """Tokens before the cells."""
    tokens_per_cell = 1
    feature_groups = 0
    """Groups of features that training can withhold."""

    @abstractmethod
    def __init__(self, config: NetworkConfig) -> None:
        """Make the layers, with random weights."""

    def tokens(self, cells: int) -> int:
        """S, of a grid of L cells."""
        return self.prefix + cells * self.tokens_per_cell

    @abstractmethod
    def embed(
        self, inputs: Tensor, identifiers: Tensor | None, dtype: torch.dtype, shape: Shape, kept: Tensor | None
    ) -> tuple[Tensor, Context]:
        """x / √D [B, S, D] and its context, from tokens [B, L]; the rest is explained at `RecursiveModel.embed`."""

    @abstractmethod
    def logits(self, y: Tensor) -> Tensor:
        """[B, L, V] from y [B, S, D]."""

    def invariant(self, features: Tensor) -> Tensor:
        """What of features [..., D], such as those that the halting head reads, no symmetry of the board changes."""
        return features
