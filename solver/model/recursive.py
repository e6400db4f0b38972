"""What TRM and HRM have in common: x from a board, the first y and z, and how y is decoded.

Shapes: B puzzles of L = rows · columns cells, S tokens (the board says how many each cell has, and how many come before
the cells), D the hidden size, V the vocabulary. Parameters carry the published implementation's names, so that its
checkpoints load as they are.
"""

import math
from abc import abstractmethod
from collections.abc import Callable, Iterator

import torch
from torch import Tensor, nn

from solver.model.blocks import Block, Network
from solver.model.boards.board import Board
from solver.model.config import NetworkConfig
from solver.model.context import Context, Shape
from solver.model.layers import Linear, truncated_normal

POOLS: dict[str, Callable[[Tensor, Tensor], Tensor]] = {
    "first": lambda first, _cells: first,
    "mean": lambda _first, cells: cells.mean(1),
    "mean_max": lambda _first, cells: 0.5 * (cells.mean(1) + cells.amax(1)),
}
"""What the halting head reads, [B, D], of y's first token [B, D] and its tokens of cells [B, S − prefix, D]."""


class RecursiveModel(nn.Module):
    """A model that refines an answer y and a latent z, again and again, to answer x."""

    q_outputs = 1
    """Halt, and with a second one continue."""
    H_init: Tensor
    L_init: Tensor

    def __init__(self, config: NetworkConfig, board: Board, networks: dict[str, Network]) -> None:
        super().__init__()
        self.config = config
        self.board = board
        # Registered here and not as parts of the board, since the published names have no prefix.
        for name, layer in (*board.embeddings.items(), *networks.items(), *board.heads.items()):
            self.add_module(name, layer)
        size = config.hidden_size
        self.q_head = Linear(size, self.q_outputs, bias=True)
        # The halting head starts out sure that nothing is right yet.
        with torch.no_grad():
            self.q_head.weight.zero_()
            self.q_head.bias.fill_(-5.0)
        self.register_buffer("H_init", board.invariant(truncated_normal(size, std=1.0)))
        self.register_buffer("L_init", board.invariant(truncated_normal(size, std=1.0)))

    def embed(
        self,
        inputs: Tensor,
        identifiers: Tensor | None = None,
        dtype: torch.dtype = torch.float32,
        *,
        shape: Shape | None = None,
        kept: Tensor | None = None,
    ) -> tuple[Tensor, Context]:
        """x [B, S, D] and its context, from tokens [B, L] and puzzle identifiers [B] (zeros by default).

        Without a `shape` the grids are square. `kept` [B, feature groups] withholds those of the board's features that
        it has zeros for.
        """
        side = math.isqrt(inputs.shape[1])
        x, context = self.board.embed(inputs, identifiers, dtype, shape or (side, side), kept)
        return x * math.sqrt(self.config.hidden_size), context

    def initial_state(self, batch: int, cells: int, dtype: torch.dtype = torch.float32) -> tuple[Tensor, Tensor]:
        """y and z before the first refinement, each [B, S, D]."""
        tokens = self.board.tokens(cells)
        y, z = (v.to(dtype).expand(batch, tokens, -1).contiguous() for v in (self.H_init, self.L_init))
        return y, z

    @abstractmethod
    def refine_latent(self, x: Tensor, y: Tensor, z: Tensor, context: Context) -> Tensor:
        """The next z: one evaluation of a network."""

    @abstractmethod
    def refine_answer(self, y: Tensor, z: Tensor, context: Context) -> Tensor:
        """The next y: one evaluation of a network."""

    @abstractmethod
    def deep_recursion(self, x: Tensor, y: Tensor, z: Tensor, context: Context) -> tuple[Tensor, Tensor]:
        """One supervision step: the next y and z, with as much gradient as the paper lets through."""

    def forward(self, x: Tensor, y: Tensor, z: Tensor, context: Context) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """One supervision step: the next y and z, the logits [B, L, V] and q [B]."""
        y, z = self.deep_recursion(x, y, z, context)
        return y, z, self.logits(y), self.q_halt_logits(y)

    def logits(self, y: Tensor) -> Tensor:
        """[B, L, V]: the answer that y embeds."""
        return self.board.logits(y)

    def q_logits(self, y: Tensor) -> Tensor:
        """[B, q_outputs], float32: halt and, from HRM, continue."""
        pooled = POOLS[self.config.q_pool](y[:, 0], y[:, self.board.prefix :])
        q: Tensor = self.q_head(self.board.invariant(pooled)).float()
        return q

    def q_halt_logits(self, y: Tensor) -> Tensor:
        """q [B], float32: sigmoid(q) is the model's estimate that its whole answer is right."""
        return self.q_logits(y)[:, 0]

    def blocks(self) -> Iterator[Block]:
        """Every block of every network."""
        return (module for module in self.modules() if isinstance(module, Block))

    @property
    def parameter_count(self) -> int:
        """How many numbers were trained."""
        return sum(p.numel() for p in self.parameters())
