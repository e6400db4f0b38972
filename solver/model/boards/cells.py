"""The published board: one token for each cell and, before the cells, some for the puzzle's identifier."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from solver.model.boards.board import Board
from solver.model.config import NetworkConfig
from solver.model.context import Context, Shape
from solver.model.layers import Embedding, Linear, PuzzleEmbedding


class CellsBoard(Board):
    """Token embeddings, with puzzle embeddings and learned positions where the configuration has them."""

    def __init__(self, config: NetworkConfig) -> None:
        self.size = config.hidden_size
        self.prefix = config.puzzle_emb_len
        self.embed_tokens = Embedding(config.vocab_size, self.size)
        self.embeddings: dict[str, nn.Module] = {"embed_tokens": self.embed_tokens}
        self.embed_pos: Embedding | None = None
        if config.positions == "learned":
            assert config.seq_len is not None
            self.embed_pos = self.embeddings["embed_pos"] = Embedding(self.prefix + config.seq_len, self.size)
        self.puzzle_emb: PuzzleEmbedding | None = None
        if self.prefix:
            self.puzzle_emb = PuzzleEmbedding(config.num_puzzle_identifiers, config.puzzle_emb_ndim)
            self.embeddings["puzzle_emb"] = self.puzzle_emb
        self.lm_head = Linear(self.size, config.vocab_size)
        self.heads: dict[str, nn.Module] = {"lm_head": self.lm_head}

    def embed(
        self, inputs: Tensor, identifiers: Tensor | None, dtype: torch.dtype, shape: Shape, kept: Tensor | None = None
    ) -> tuple[Tensor, Context]:
        x: Tensor = self.embed_tokens(inputs, dtype)
        if self.puzzle_emb is not None:
            if identifiers is None:
                identifiers = torch.zeros(len(inputs), dtype=torch.long, device=inputs.device)
            puzzle: Tensor = self.puzzle_emb(identifiers, dtype)
            puzzle = F.pad(puzzle, (0, self.prefix * self.size - puzzle.shape[-1]))
            x = torch.cat((puzzle.view(len(inputs), self.prefix, self.size), x), dim=1)
        if self.embed_pos is not None:
            x = math.sqrt(0.5) * (x + self.embed_pos.embedding_weight.to(dtype))
        return x, Context(shape)

    def logits(self, y: Tensor) -> Tensor:
        logits: Tensor = self.lm_head(y)[:, self.prefix :]
        return logits
