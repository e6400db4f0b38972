"""The candidates of a Sudoku: a token for each digit of each cell."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from solver.model.boards.board import Board
from solver.model.config import NetworkConfig
from solver.model.context import Context, Shape
from solver.model.layers import NEVER, Embedding, Linear
from solver.model.paired import invariant

BLANK, FIRST_DIGIT, DIGITS = 1, 2, 9
"""Tokens of the Sudoku vocabulary, and how many digits follow."""
CANDIDATE_STATES = 3
"""What the puzzle says about a candidate: nothing, that it is the given, or that another digit is."""


class CandidatesBoard(Board):
    """No weight knows which digit a token stands for, so the network treats all digits alike."""

    tokens_per_cell = DIGITS

    def __init__(self, config: NetworkConfig) -> None:
        self.embed_tokens = Embedding(CANDIDATE_STATES, config.hidden_size)
        self.embeddings: dict[str, nn.Module] = {"embed_tokens": self.embed_tokens}
        self.lm_head = Linear(config.hidden_size, 1)
        self.heads: dict[str, nn.Module] = {"lm_head": self.lm_head}

    def embed(
        self, inputs: Tensor, identifiers: Tensor | None, dtype: torch.dtype, shape: Shape, kept: Tensor | None = None
    ) -> tuple[Tensor, Context]:
        x: Tensor = self.embed_tokens(candidate_states(inputs), dtype)
        return x, Context(shape)

    def logits(self, y: Tensor) -> Tensor:
        digits = self.lm_head(y).reshape(len(y), -1, DIGITS)
        return F.pad(digits, (FIRST_DIGIT, 0), value=NEVER)


def candidate_states(inputs: Tensor) -> Tensor:
    """[B, 729], one of `CANDIDATE_STATES` for each digit of each cell, from tokens [B, 81]."""
    digits = torch.arange(FIRST_DIGIT, FIRST_DIGIT + DIGITS, device=inputs.device)
    given = inputs[:, :, None]
    states = torch.where(given == digits, 1, 2).where(given > BLANK, 0)
    return states.flatten(1)


class PairedCandidatesBoard(CandidatesBoard):
    """Candidates whose features come in two halves (see `solver.model.paired`), which start out alike."""

    def __init__(self, config: NetworkConfig) -> None:
        self.embed_tokens = Embedding(CANDIDATE_STATES, config.hidden_size // 2)
        self.embeddings = {"embed_tokens": self.embed_tokens}
        self.lm_head = Linear(config.hidden_size // 2, 1)
        self.heads = {"lm_head": self.lm_head}

    def embed(
        self, inputs: Tensor, identifiers: Tensor | None, dtype: torch.dtype, shape: Shape, kept: Tensor | None = None
    ) -> tuple[Tensor, Context]:
        half, context = super().embed(inputs, identifiers, dtype, shape, kept)
        return torch.cat((half, half), dim=-1), context

    def logits(self, y: Tensor) -> Tensor:
        first, second = y.chunk(2, dim=-1)
        return super().logits(0.5 * (first + second))

    def invariant(self, features: Tensor) -> Tensor:
        return invariant(features)
