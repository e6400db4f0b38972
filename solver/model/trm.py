"""The Tiny Recursive Model (arXiv 2510.04871): one tiny network, applied again and again to its own answer.

x is the embedded puzzle, y the embedded answer, z the latent; each is [B, S, D] (see `solver.model.recursive`).
"""

import torch
from torch import Tensor

from solver.model.blocks import Network
from solver.model.boards.board import Board
from solver.model.config import NetworkConfig
from solver.model.context import Context
from solver.model.recursive import RecursiveModel


class TinyRecursiveModel(RecursiveModel):
    """The recursions over x, y and z (paper, Sections 4.1 to 4.5 and Figure 3)."""

    L_level: Network

    def __init__(self, config: NetworkConfig, board: Board, network: Network) -> None:
        super().__init__(config, board, {"L_level": network})

    def refine_latent(self, x: Tensor, y: Tensor, z: Tensor, context: Context) -> Tensor:
        """z ← net(x, y, z)."""
        refined: Tensor = self.L_level(z, y + x, context)
        return refined

    def refine_answer(self, y: Tensor, z: Tensor, context: Context) -> Tensor:
        """y ← net(y, z): the same network, which sees by the missing x that it is the answer's turn."""
        refined: Tensor = self.L_level(y, z, context)
        return refined

    def latent_recursion(self, x: Tensor, y: Tensor, z: Tensor, context: Context) -> tuple[Tensor, Tensor]:
        """n updates of z, then one of y."""
        for _ in range(self.config.L_cycles):  # n in the paper
            z = self.refine_latent(x, y, z, context)
        return self.refine_answer(y, z, context), z

    def deep_recursion(self, x: Tensor, y: Tensor, z: Tensor, context: Context) -> tuple[Tensor, Tensor]:
        """T latent recursions, of which only the last carries gradient."""
        with torch.no_grad():
            for _ in range(self.config.H_cycles - 1):  # T - 1 in the paper
                y, z = self.latent_recursion(x, y, z, context)
        return self.latent_recursion(x, y, z, context)
