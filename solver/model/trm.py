"""The Tiny Recursive Model (arXiv 2510.04871): one network of two layers, applied again and again to its own answer.

Shapes: B puzzles, P tokens of puzzle and view embeddings, L = rows · columns cells, S = P + L tokens (9 · L for the
candidate mixer, and one for each colour of each cell for the colour mixer), D the hidden size, V the vocabulary.
Parameter names are the published implementation's, so that its checkpoints load as they are.
"""

import math
from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from solver.model.mixers.colour import FRAMES, NEVER, ColourEmbedding, ColourMixer, component_rows
from solver.model.config import NetworkConfig
from solver.model.boards.grid_features import FIRST_COLOUR, Shape
from solver.model.layers import Embedding, Linear, PuzzleEmbedding, SwiGLU, rms_norm, truncated_normal
from solver.model.mixers.rotary import axial_tables, rope_tables, rotate, table

FARTHEST = 30
"""Of the distances to an edge that are told apart."""
SUDOKU_RELATIONS = 7
"""none, same row, same column, same box, row and box, column and box, the cell itself."""


@table
def sudoku_relations(device: torch.device) -> Tensor:
    """[81, 81]: how two cells of a Sudoku are related, as an index below `SUDOKU_RELATIONS`."""
    cell = torch.arange(81)
    row, column = cell // 9, cell % 9
    box = row // 3 * 3 + column // 3
    same_row, same_column, same_box = (u[:, None] == u[None, :] for u in (row, column, box))
    relation = torch.zeros(81, 81, dtype=torch.long)
    relation[same_row], relation[same_column] = 1, 2
    relation[same_box & (relation == 0)] = 3
    relation[same_box & (relation == 1)] = 4
    relation[same_box & (relation == 2)] = 5
    relation.fill_diagonal_(6)
    return relation.to(device)


@table
def offset_relations(shape: Shape, clip: int, device: torch.device) -> Tensor:
    """[L, L]: the (row, column) offset of two cells, each clipped to ±clip, as one index below (2 · clip + 1)²."""
    rows, columns = shape
    cell = torch.arange(rows * columns)
    row, column = cell // columns, cell % columns
    down = (row[None, :] - row[:, None]).clamp(-clip, clip) + clip
    right = (column[None, :] - column[:, None]).clamp(-clip, clip) + clip
    return (down * (2 * clip + 1) + right).to(device)


def edge_distances(inputs: Tensor, shape: Shape) -> list[Tensor]:
    """Four of [B, L]: how many cells away the upper, lower, left and right edge of the grid on the canvas is.

    Counted from 1 for the cells at the edge; 0 is beyond it.
    """
    inside = inputs.view(-1, *shape) >= FIRST_COLOUR
    found = []
    for axis, length in ((1, shape[0]), (2, shape[1])):
        index = torch.arange(length, device=inputs.device)
        lines = inside.any(3 - axis)
        first, last = lines.int().argmax(1, keepdim=True), length - 1 - lines.flip(1).int().argmax(1, keepdim=True)
        for distance in (index - first, last - index):
            told = (distance + 1).clamp(0, FARTHEST + 1)
            found.append((told[:, :, None] if axis == 1 else told[:, None]).expand(-1, *shape).flatten(1))
    return found


class Attention(nn.Module):
    """Softmax attention over all tokens, with rotary positions or a learned bias for each relation of two cells."""

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        self.config = config
        self.qkv_proj = Linear(config.hidden_size, 3 * config.hidden_size)
        self.o_proj = Linear(config.hidden_size, config.hidden_size)
        if config.mixer == "relation":
            self.rel_bias = nn.Parameter(self._initial_bias())

    def _initial_bias(self) -> Tensor:
        if self.config.relations == "offset":
            return torch.zeros(self.config.num_heads, (2 * self.config.offset_clip + 1) ** 2)
        # Heads that start out looking along a row, a column and a box learn in minutes what others learn in hours.
        bias = torch.zeros(self.config.num_heads, SUDOKU_RELATIONS)
        for unit, related in enumerate(([1, 4], [2, 5], [3, 4, 5])):
            for head in range(unit, self.config.num_heads, 4):
                bias[head, related] = 4.0
        return bias

    def relation_bias(self, shape: Shape, dtype: torch.dtype) -> Tensor:
        """[heads, S, S]: what is added to the scores; nothing for puzzle-embedding tokens."""
        device = self.rel_bias.device
        if self.config.relations == "sudoku":
            index = sudoku_relations(device)
        else:
            index = offset_relations(shape, self.config.offset_clip, device)
        bias = self.rel_bias[:, index].to(dtype)
        prefix = self.config.prefix
        return F.pad(bias, (prefix, 0, prefix, 0)) if prefix else bias

    def forward(self, x: Tensor, shape: Shape) -> Tensor:
        batch, tokens, size = x.shape
        heads = self.config.num_heads
        qkv = self.qkv_proj(x).view(batch, tokens, 3, heads, size // heads)
        query, key, value = qkv.permute(2, 0, 3, 1, 4)
        bias = None
        if self.config.positions == "rope":
            cosine, sine = rope_tables(tokens, size // heads, x.device)
            query, key = rotate(query, cosine, sine), rotate(key, cosine, sine)
        elif self.config.positions == "axial":
            cosine, sine = axial_tables(shape, self.config.prefix, size // heads, x.device)
            query, key = rotate(query, cosine, sine), rotate(key, cosine, sine)
        if self.config.mixer == "relation":
            bias = self.relation_bias(shape, x.dtype)
        if torch.compiler.is_compiling() and bias is not None:
            # Written out, it fuses with what surrounds it; on a CPU, the ready-made one is slow to give the bias a
            # gradient.
            scores = query * (size // heads) ** -0.5 @ key.transpose(-1, -2)
            mixed = torch.softmax(scores + bias, dim=-1) @ value
        else:
            mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        out: Tensor = self.o_proj(mixed.transpose(1, 2).reshape(batch, tokens, size))
        return out


class Convolution(nn.Module):
    """A depthwise convolution over the grid and a linear map; it knows no board size."""

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        size, kernel = config.hidden_size, config.kernel_size
        self.weight = nn.Parameter(truncated_normal(size, 1, kernel, kernel, std=1 / kernel))
        self.o_proj = Linear(size, size)

    def forward(self, x: Tensor, shape: Shape) -> Tensor:
        size, kernel = self.weight.shape[0], self.weight.shape[-1]
        grid = x.reshape(len(x), *shape, size).permute(0, 3, 1, 2)
        mixed = F.conv2d(grid, self.weight.to(x.dtype), padding=kernel // 2, groups=size)
        out: Tensor = self.o_proj(mixed.permute(0, 2, 3, 1).flatten(1, 2))
        return out


class Hybrid(nn.Module):
    """Attention, to which cells add what a convolution tells them of their neighbours."""

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        self.prefix = config.prefix
        self.attention, self.convolution = Attention(config), Convolution(config)

    def forward(self, x: Tensor, shape: Shape) -> Tensor:
        near = self.convolution(x[:, self.prefix :], shape)
        mixed: Tensor = self.attention(x, shape) + F.pad(near, (0, 0, self.prefix, 0))
        return mixed


BLANK, FIRST_DIGIT, DIGITS = 1, 2, 9
"""Of the Sudoku vocabulary."""
CANDIDATE_STATES = 3
"""What the puzzle says of a candidate: nothing, that it is the given, or that another digit is."""


def candidate_states(inputs: Tensor) -> Tensor:
    """[B, 729], one of `CANDIDATE_STATES` for each digit of each cell, from tokens [B, 81]."""
    digits = torch.arange(FIRST_DIGIT, FIRST_DIGIT + DIGITS, device=inputs.device)
    given = inputs[:, :, None]
    states = torch.where(given == digits, 1, 2).where(given > BLANK, 0)
    return states.flatten(1)


class CandidateMixer(nn.Module):
    """Each candidate (a digit in a cell) hears the mean of its fellows in row, column and box, and of its own cell.

    No weight knows which digit, row, column or box it is about, so whatever is learned of one holds for all: the
    network is equivariant to renaming digits and to permuting rows and columns within and across their bands.
    """

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        size = config.hidden_size
        self.row_proj, self.column_proj, self.box_proj, self.cell_proj = (Linear(size, size) for _ in range(4))

    def forward(self, x: Tensor) -> Tensor:
        size = x.shape[-1]
        grid = x.view(-1, 3, 3, 3, 3, DIGITS, size)  # bands, rows, stacks, columns
        # One axis after the other, which is six times as fast on a CPU as both at once.
        thirds = grid.mean(4, keepdim=True)
        # A mean is linear: projecting it, not what it is taken of, costs a ninth.
        mixed: Tensor = (
            self.row_proj(thirds.mean(3, keepdim=True))
            + self.column_proj(grid.mean(2, keepdim=True).mean(1, keepdim=True))
            + self.box_proj(thirds.mean(2, keepdim=True))
            + self.cell_proj(grid.mean(5, keepdim=True))
        )
        return mixed.view_as(x)


class Block(nn.Module):
    """Mix over the tokens, then over the features; each added to its input and normalised (post-norm).

    The published Sudoku mixer, `mlp_t`, is a SwiGLU across the tokens, and normalises across them too.
    """

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        self.mixer = config.mixer
        if config.mixer == "mlp":
            assert config.seq_len is not None
            self.mlp_t = SwiGLU(config.puzzle_emb_len + config.seq_len, config.mlp_intermediate_size)
        elif config.mixer == "convolution":
            self.convolution = Convolution(config)
        elif config.mixer == "candidate":
            self.candidate = CandidateMixer(config)
        elif config.mixer == "hybrid":
            self.hybrid = Hybrid(config)
        elif config.mixer == "colour":
            self.colour = ColourMixer(config)
        else:
            self.self_attn = Attention(config)
        self.mlp = SwiGLU(config.hidden_size, config.intermediate_size)

    def forward(self, x: Tensor, shape: Shape, components: Tensor | None = None) -> Tensor:
        if self.mixer == "mlp":
            across = x.transpose(1, 2)
            x = rms_norm(across + self.mlp_t(across)).transpose(1, 2)
        elif self.mixer == "convolution":
            x = rms_norm(x + self.convolution(x, shape))
        elif self.mixer == "candidate":
            x = rms_norm(x + self.candidate(x))
        elif self.mixer == "hybrid":
            x = rms_norm(x + self.hybrid(x, shape))
        elif self.mixer == "colour":
            x = rms_norm(x + self.colour(x, shape, components))
        else:
            x = rms_norm(x + self.self_attn(x, shape))
        return rms_norm(x + self.mlp(x))


class Network(nn.Module):
    """The one network, `net` in the paper: it refines whatever it is given, with the rest added in."""

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Block(config) for _ in range(config.layers))

    def forward(self, hidden: Tensor, injection: Tensor, shape: Shape, components: Tensor | None = None) -> Tensor:
        hidden = hidden + injection
        for layer in self.layers:
            hidden = layer(hidden, shape, components)
        return hidden


class TinyRecursiveModel(nn.Module):
    """x, y and z, and the recursions over them (paper, Sections 4.1 to 4.5 and Figure 3)."""

    H_init: Tensor
    L_init: Tensor

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        self.config = config
        size = config.hidden_size
        by_candidate, by_colour = config.mixer == "candidate", config.mixer == "colour"
        if by_colour:
            self.embed_colours = ColourEmbedding(config)
        else:
            self.embed_tokens = Embedding(CANDIDATE_STATES if by_candidate else config.vocab_size, size)
        if config.positions == "learned":
            assert config.seq_len is not None
            self.embed_pos = Embedding(config.puzzle_emb_len + config.seq_len, size)
        if config.puzzle_emb_len or config.embeds_cells or config.embeds_colours:
            count = config.num_puzzle_identifiers // max(1, config.num_views)
            self.puzzle_emb = PuzzleEmbedding(count, config.puzzle_emb_ndim)
        if config.num_views:
            self.view_emb = Embedding(config.num_views, (config.view_emb_len or 1) * size)
        if config.mixer == "hybrid":
            self.embed_edges = nn.ModuleList(Embedding(FARTHEST + 2, size) for _ in range(4))
        self.L_level = Network(config)
        self.lm_head = Linear(size, 1 if by_candidate or by_colour else config.vocab_size)
        if by_colour:
            self.frame_head = Linear(size, FRAMES, bias=True)
        self.q_head = Linear(size, 1, bias=True)
        # The halting head starts out sure that nothing is right yet.
        with torch.no_grad():
            self.q_head.weight.zero_()
            self.q_head.bias.fill_(-5.0)
        self.register_buffer("H_init", truncated_normal(size, std=1.0))
        self.register_buffer("L_init", truncated_normal(size, std=1.0))

    def embed(
        self,
        inputs: Tensor,
        identifiers: Tensor | None = None,
        dtype: torch.dtype = torch.float32,
        shape: Shape | None = None,
        kept: Tensor | None = None,
    ) -> Tensor:
        """x: [B, S, D] from tokens [B, L] and, where the network has them, puzzle identifiers [B] (0 if not told).

        A square grid if no `shape` is told. The colour mixer's x is four numbers longer, see `ColourEmbedding`, and
        goes without those features of the grid that `kept` [B, GROUPS] has zeros for.
        """
        config = self.config
        if config.mixer == "colour":
            return self._embed_colours(inputs, identifiers, dtype, shape, kept)
        if config.mixer == "candidate":
            inputs = candidate_states(inputs)
        x: Tensor = self.embed_tokens(inputs, dtype)
        if config.mixer == "hybrid":
            distances = edge_distances(inputs, shape or (math.isqrt(inputs.shape[1]),) * 2)
            for embedding, distance in zip(self.embed_edges, distances, strict=True):
                x = x + embedding(distance, dtype)
        if config.puzzle_emb_len or config.embeds_cells:
            if identifiers is None:
                identifiers = torch.zeros(len(inputs), dtype=torch.long, device=inputs.device)
            of_view = None
            if config.num_views:
                of_view = self.view_emb(identifiers % config.num_views, dtype)
                identifiers = identifiers // config.num_views
            puzzle: Tensor = self.puzzle_emb(identifiers, dtype)
            if config.embeds_cells:
                x = x + puzzle[:, None]
            else:
                puzzle = F.pad(puzzle, (0, config.puzzle_emb_len * config.hidden_size - puzzle.shape[-1]))
                if of_view is not None:
                    puzzle = torch.cat((puzzle, of_view), dim=-1)
                x = torch.cat((puzzle.view(len(inputs), config.prefix, config.hidden_size), x), dim=1)
        if config.positions == "learned":
            x = math.sqrt(0.5) * (x + self.embed_pos.embedding_weight.to(dtype))
        return x * math.sqrt(config.hidden_size)

    def _embed_colours(
        self,
        inputs: Tensor,
        identifiers: Tensor | None,
        dtype: torch.dtype,
        shape: Shape | None,
        kept: Tensor | None,
    ) -> Tensor:
        shape = shape or (math.isqrt(inputs.shape[1]),) * 2
        config = self.config
        colours = [int(digit) for digit in config.colours]
        tokens = torch.tensor(colours, device=inputs.device) + FIRST_COLOUR
        x, components = self.embed_colours(inputs, tokens, shape, dtype, kept)
        if config.embeds_colours:
            if identifiers is None:
                identifiers = torch.zeros(len(inputs), dtype=torch.long, device=inputs.device)
            puzzle = self.puzzle_emb(identifiers // max(1, config.num_views), dtype).view(len(inputs), 11, -1)
            # The first is every colour's; a colour's own comes after it.
            told = puzzle[:, :1] + puzzle[:, [1 + colour for colour in colours]]
            if config.num_views:
                told = told + self.view_emb(identifiers % config.num_views, dtype)[:, None]
            x = x + told[:, None]
        return torch.cat((x * math.sqrt(config.hidden_size), components), dim=-1).flatten(1, 2)

    def initial_state(self, batch: int, cells: int, dtype: torch.dtype = torch.float32) -> tuple[Tensor, Tensor]:
        """y and z before the first refinement, each [B, S, D]."""
        tokens = self.config.prefix + cells * self.config.tokens_a_cell
        y, z = (v.to(dtype).expand(batch, tokens, -1).contiguous() for v in (self.H_init, self.L_init))
        return y, z

    def refine_latent(self, x: Tensor, y: Tensor, z: Tensor, shape: Shape) -> Tensor:
        """z ← net(x, y, z): one evaluation of the network."""
        x, components = self._without_components(x)
        refined: Tensor = self.L_level(z, y + x, shape, components)
        return refined

    def refine_answer(self, x: Tensor, y: Tensor, z: Tensor, shape: Shape) -> Tensor:
        """y ← net(y, z): one evaluation of the network; of x, it is told the components at most."""
        refined: Tensor = self.L_level(y, z, shape, self._without_components(x)[1])
        return refined

    def _without_components(self, x: Tensor) -> tuple[Tensor, Tensor | None]:
        """The colour mixer's x carries, beside its D numbers, the components that the grid's cells belong to."""
        if self.config.mixer != "colour":
            return x, None
        return x[..., : self.config.hidden_size], component_rows(x, len(self.config.colours))

    def latent_recursion(self, x: Tensor, y: Tensor, z: Tensor, shape: Shape) -> tuple[Tensor, Tensor]:
        """n updates of z, then one of y."""
        for _ in range(self.config.L_cycles):  # n in the paper
            z = self.refine_latent(x, y, z, shape)
        return self.refine_answer(x, y, z, shape), z

    def deep_recursion(self, x: Tensor, y: Tensor, z: Tensor, shape: Shape) -> tuple[Tensor, Tensor]:
        """One supervision step: T latent recursions, of which only the last carries gradient."""
        with torch.no_grad():
            for _ in range(self.config.H_cycles - 1):  # T - 1 in the paper
                y, z = self.latent_recursion(x, y, z, shape)
        return self.latent_recursion(x, y, z, shape)

    def logits(self, y: Tensor) -> Tensor:
        """[B, L, V] from y."""
        logits: Tensor = self.lm_head(y)[:, self.config.prefix :]
        if self.config.mixer == "colour":
            colours = self.config.colours
            cells = y.view(len(y), -1, len(colours), y.shape[-1])
            frames, of_colours = self.frame_head(cells.mean(2)), logits.reshape(len(y), -1, len(colours))
            out = of_colours.new_full((*of_colours.shape[:2], self.config.vocab_size), NEVER)
            out[..., :FRAMES] = frames
            out[..., [int(digit) + FIRST_COLOUR for digit in colours]] = of_colours
            return out
        if self.config.mixer == "candidate":
            return F.pad(logits.reshape(len(y), -1, DIGITS), (FIRST_DIGIT, 0), value=NEVER)
        return logits

    def q_halt_logits(self, y: Tensor) -> Tensor:
        """q: [B], float32; sigmoid(q) is the model's estimate that its whole answer is right."""
        if self.config.q_pool == "first":
            pooled = y[:, 0]
        else:
            cells = y[:, self.config.prefix :]
            pooled = cells.mean(1)
            if self.config.q_pool == "mean_max":
                pooled = 0.5 * (pooled + cells.amax(1))
        q: Tensor = self.q_head(pooled).float()[:, 0]
        return q

    def forward(self, x: Tensor, y: Tensor, z: Tensor, shape: Shape) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """One supervision step: the new y and z, the logits [B, L, V] and q [B]."""
        y, z = self.deep_recursion(x, y, z, shape)
        return y, z, self.logits(y), self.q_halt_logits(y)

    @property
    def parameter_count(self) -> int:
        """How many numbers were trained."""
        return sum(p.numel() for p in self.parameters())


def stablemax(logits: Tensor) -> Tensor:
    """The published implementation's normaliser over the last axis: s(x) / Σ s(x), s(x) = x + 1 or 1 / (1 − x)."""
    x = logits.double() if logits.device.type != "mps" else logits.float()
    s = torch.where(x < 0, 1 / (1 - x + 1e-30), x + 1)
    return s / s.sum(-1, keepdim=True)


NORMALISERS: dict[str, Callable[[Tensor], Tensor]] = {
    "softmax": lambda logits: torch.softmax(logits.float(), -1),
    "stablemax": stablemax,
}
