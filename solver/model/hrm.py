"""The Hierarchical Reasoning Model (arXiv 2506.21734): a fast network for the latent and a slow one for the answer.

TRM's forerunner. x is the embedded puzzle, y the state of the slow module (z_H in the paper), from which the answer is
decoded, and z that of the fast one (z_L); each is [B, S, D] (see `solver.model.recursive`).
"""

import torch
from torch import Tensor

from solver.model.blocks import Network
from solver.model.boards.board import Board
from solver.model.config import NetworkConfig
from solver.model.context import Context
from solver.model.recursive import RecursiveModel


class HierarchicalReasoningModel(RecursiveModel):
    """The nested recursions over z and y (paper, Section 2 and Figure 4)."""

    q_outputs = 2
    L_level: Network
    H_level: Network

    def __init__(self, config: NetworkConfig, board: Board, fast: Network, slow: Network) -> None:
        super().__init__(config, board, {"H_level": slow, "L_level": fast})

    def refine_latent(self, x: Tensor, y: Tensor, z: Tensor, context: Context) -> Tensor:
        """z ← L(z, y + x)."""
        refined: Tensor = self.L_level(z, y + x, context)
        return refined

    def refine_answer(self, y: Tensor, z: Tensor, context: Context) -> Tensor:
        """y ← H(y, z)."""
        refined: Tensor = self.H_level(y, z, context)
        return refined

    def deep_recursion(self, x: Tensor, y: Tensor, z: Tensor, context: Context) -> tuple[Tensor, Tensor]:
        """N cycles of T updates of z and one of y; only the last update of each carries gradient."""
        updates = self.config.H_cycles * self.config.L_cycles  # N · T in the paper
        with torch.no_grad():
            for update in range(1, updates):
                z = self.refine_latent(x, y, z, context)
                if update % self.config.L_cycles == 0:
                    y = self.refine_answer(y, z, context)
        z = self.refine_latent(x, y, z, context)
        return self.refine_answer(y, z, context), z
