"""The colours of an ARC grid: a token for each colour of each cell, and what can be counted on the grid.

Shapes: B grids of L cells, K colours, S = L · K tokens, D the hidden size.
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from solver.model.boards.board import Board
from solver.model.boards.grid_features import (
    CELL_FEATURES,
    CELL_GROUPS,
    COLOUR_FEATURES,
    COLOUR_GROUPS,
    FIRST_COLOUR,
    GROUPS,
    counted,
    withheld,
)
from solver.model.config import NetworkConfig
from solver.model.context import Context, Shape, numbered_apart
from solver.model.layers import NEVER, Embedding, Linear, PuzzleEmbedding, truncated_normal

CELL_STATES = 4
"""What a cell says about a colour: that it has it, that it has another one, that it is an end cell, or beyond."""
END, FRAMES = 1, 2
"""The token of end cells; the number of tokens that are not colours."""
COLOURS = 10
FEATURE_SCALE = 0.3


class ColoursBoard(Board):
    """No weight knows which colour a token stands for; only the puzzle's embedding tells colours apart.

    The exception is the background, which the features name.
    """

    feature_groups = GROUPS

    def __init__(self, config: NetworkConfig) -> None:
        size = config.hidden_size
        self.colours = [int(digit) for digit in config.colours]
        """The colours that grids and answers may have."""
        self.tokens_per_cell = len(self.colours)
        self.vocab_size = config.vocab_size
        self.views = config.num_views
        self.embed_colours = ColourEmbedding(size)
        self.embeddings: dict[str, nn.Module] = {"embed_colours": self.embed_colours}
        self.puzzle_emb: PuzzleEmbedding | None = None
        if config.num_puzzle_identifiers:
            puzzles = config.num_puzzle_identifiers // max(1, self.views)
            self.puzzle_emb = self.embeddings["puzzle_emb"] = PuzzleEmbedding(puzzles, config.puzzle_emb_ndim)
        self.view_emb: Embedding | None = None
        if self.views:
            self.view_emb = self.embeddings["view_emb"] = Embedding(self.views, size)
        self.lm_head = Linear(size, 1)
        self.frame_head = Linear(size, FRAMES, bias=True)
        self.heads: dict[str, nn.Module] = {"lm_head": self.lm_head, "frame_head": self.frame_head}

    def embed(
        self, inputs: Tensor, identifiers: Tensor | None, dtype: torch.dtype, shape: Shape, kept: Tensor | None = None
    ) -> tuple[Tensor, Context]:
        tokens = torch.tensor(self.colours, device=inputs.device) + FIRST_COLOUR
        x, components = self.embed_colours(inputs, tokens, shape, dtype, kept)
        if self.puzzle_emb is not None:
            if identifiers is None:
                identifiers = torch.zeros(len(inputs), dtype=torch.long, device=inputs.device)
            x = x + self._identity(identifiers, self.puzzle_emb, dtype)[:, None]
        return x.flatten(1, 2), Context(shape, numbered_apart(components.permute(2, 0, 1)))

    def _identity(self, identifiers: Tensor, puzzle_emb: PuzzleEmbedding, dtype: torch.dtype) -> Tensor:
        """[B, K, D]: what the puzzle, and the way it is viewed, adds to each colour of every cell."""
        puzzle = puzzle_emb(identifiers // max(1, self.views), dtype).view(len(identifiers), 1 + COLOURS, -1)
        # The first part is for all colours; each colour's own part comes after it.
        added: Tensor = puzzle[:, :1] + puzzle[:, [1 + colour for colour in self.colours]]
        if self.view_emb is not None:
            added = added + self.view_emb(identifiers % self.views, dtype)[:, None]
        return added

    def logits(self, y: Tensor) -> Tensor:
        cells = y.view(len(y), -1, self.tokens_per_cell, y.shape[-1])
        of_colours = self.lm_head(y).reshape(cells.shape[:3])
        frames = self.frame_head(cells.mean(2))
        out: Tensor = of_colours.new_full((*cells.shape[:2], self.vocab_size), NEVER)
        out[..., :FRAMES] = frames
        out[..., [colour + FIRST_COLOUR for colour in self.colours]] = of_colours
        return out


class ColourEmbedding(nn.Module):
    """Which cells have each colour, and the features of the grid."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.states = nn.Parameter(truncated_normal(CELL_STATES, size, std=size**-0.5))
        self.cell_proj, self.colour_proj = Linear(CELL_FEATURES, size), Linear(COLOUR_FEATURES, size)
        with torch.no_grad():
            for projection in (self.cell_proj, self.colour_proj):
                projection.weight.copy_(truncated_normal(*projection.weight.shape, std=FEATURE_SCALE * size**-0.5))

    def forward(
        self, inputs: Tensor, colours: Tensor, shape: Shape, dtype: torch.dtype, kept: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """[B, L, K, D], and the components [B, L, KINDS], from tokens [B, L] and the colours' tokens [K].

        Leaves out the groups of features that `kept` [B, GROUPS] has zeros for.
        """
        token = inputs[..., None]
        others = torch.where(token >= FIRST_COLOUR, 1, torch.where(token == END, 2, 3))
        states = F.embedding(torch.where(token == colours, 0, others), self.states.to(dtype))
        features, labels, counts = counted(inputs, shape, colours)
        if kept is not None:
            features = withheld(features, kept[:, : len(CELL_GROUPS) - 1], CELL_GROUPS)
            counts = withheld(counts, kept[:, len(CELL_GROUPS) - 1 :], COLOUR_GROUPS)
        of_cells: Tensor = self.cell_proj(features.to(dtype))
        of_colours: Tensor = self.colour_proj(counts.to(dtype))
        return states + of_cells[:, :, None] + of_colours[:, None], labels
