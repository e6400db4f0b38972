"""Features of an ARC grid besides its colours: distances to its edges, connected components, and colour counts.

Shapes: B grids of R × C = L cells, K colours. The features are counted, not learned.
"""

from functools import lru_cache

import torch
import torch.nn.functional as F
from torch import Tensor

from solver.model.context import Shape

FIRST_COLOUR = 2
"""Of the ARC vocabulary."""
BESIDE = ((-1, 0), (1, 0), (0, -1), (0, 1))
KINDS = 2
"""Of components."""
AROUND = (*BESIDE, (-1, -1), (-1, 1), (1, -1), (1, 1))
SIZES = (0, 1, 2, 3, 4, 6, 9, 14, 24, 49, 99)
"""Counts of cells are distinguished up to each of these; larger ones are one class."""
FAR, RANKS = 2, 4
"""Distances from here on are one class, and so are ranks by count from one less on."""
_OF_COMPONENTS = len(SIZES) + 1 + 2 + 2 + 4 * (FAR + 1)
CELL_FEATURES = 1 + 4 * (FAR + 1) + 2 * _OF_COMPONENTS
COLOUR_FEATURES = 2 + len(SIZES) + 1 + RANKS + 1
CELL_GROUPS = (1, 4 * (FAR + 1), _OF_COMPONENTS, _OF_COMPONENTS)
COLOUR_GROUPS = (2, COLOUR_FEATURES - 2)
"""Sizes of the groups of features, in order; the first of each marks the background and is always kept."""
GROUPS = len(CELL_GROUPS) + len(COLOUR_GROUPS) - 2
"""Number of groups that can be withheld."""


REMEMBERED = 512
"""Grids whose features are kept: a fit, and each step of a recursion, asks for the same ones again and again."""


@torch.no_grad()
def counted(inputs: Tensor, shape: Shape, colours: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """`cell_features`' features and components, and `colour_features`, of tokens [B, L] and the colours' tokens [K]."""
    device = inputs.device
    if device.type == "cuda":
        return *cell_features(inputs, shape), colour_features(inputs, colours)
    # On MPS, torch lacks some of the functions that count them.
    grids = inputs.to("cpu", torch.uint8).numpy()
    named = tuple(colours.tolist())
    found = zip(*(_counted(grid.tobytes(), shape, named) for grid in grids), strict=True)
    features, labels, counts = (torch.stack(part).to(device) for part in found)
    return features.float(), labels.long(), counts.float()


@lru_cache(REMEMBERED)
def _counted(grid: bytes, shape: Shape, colours: tuple[int, ...]) -> tuple[Tensor, Tensor, Tensor]:
    """As `counted`, of one grid [L], in as little memory as they need."""
    inputs = torch.frombuffer(bytearray(grid), dtype=torch.uint8).long()[None]
    features, labels = cell_features(inputs, shape)
    counts = colour_features(inputs, torch.tensor(colours))
    return features[0].to(torch.uint8), labels[0].int(), counts[0].to(torch.uint8)


@torch.no_grad()
def cell_features(inputs: Tensor, shape: Shape) -> tuple[Tensor, Tensor]:
    """[B, L, CELL_FEATURES], zeros and ones, from tokens [B, L]; and [B, L, KINDS], the components.

    Each cell belongs to two: to that of its own colour, cells side by side; and to that of all that is not background,
    corners touching. The features say how far the grid's edges are, and of both components their size, whether they
    touch the edge, whether they are the largest or smallest, and how far the sides of their bounding box are.
    """
    inside = inputs >= FIRST_COLOUR
    things = inside & (inputs != background(inputs)[:, None])
    to_edges = _to_edges(inside, shape)
    at_edge = inside & (to_edges == 0).any(-1)
    edges = _one_hot(to_edges.clamp(0, FAR), FAR + 1) * inside[..., None, None]
    found = [(~inside)[..., None].float(), edges.flatten(2)]
    labels = [components(inputs, shape, BESIDE), components(things + 2 * ~inside, shape, AROUND)]
    found += [_of_components(label, things, at_edge, inside, shape) for label in labels]
    return torch.cat(found, dim=-1), torch.stack(labels, dim=-1)


def withheld(features: Tensor, kept: Tensor, groups: tuple[int, ...]) -> Tensor:
    """The features [B, ·, F] of both kinds without those groups that `kept` [B, groups − 1] has zeros for."""
    sizes = torch.tensor(groups, device=features.device)
    always = torch.ones_like(kept[:, :1])
    return features * torch.cat((always, kept), dim=1).repeat_interleave(sizes, dim=1)[:, None]


@torch.no_grad()
def colour_features(inputs: Tensor, colours: Tensor) -> Tensor:
    """[B, K, COLOUR_FEATURES], zeros and ones, from tokens [B, L] and the colours' tokens [K].

    Whether it is 0, whether it is the background, how many cells it has and its rank by that.
    """
    counts = (inputs[:, None] == colours[:, None]).sum(-1)
    rank = (counts[:, None] > counts[..., None]).sum(-1).clamp(max=RANKS - 1)
    rank = torch.where(counts > 0, rank, RANKS)
    flags = torch.stack(
        ((colours == FIRST_COLOUR).expand_as(counts), colours == background(inputs)[:, None]), dim=-1
    ).float()
    return torch.cat((flags, _one_hot(_bucket(counts), len(SIZES) + 1), _one_hot(rank, RANKS + 1)), dim=-1)


def background(inputs: Tensor) -> Tensor:
    """[B]: colour 0's token where the grid has that colour, else the commonest one's."""
    counts = torch.stack([(inputs == token).sum(1) for token in range(FIRST_COLOUR, FIRST_COLOUR + 10)], dim=1)
    return torch.where(counts[:, 0] > 0, 0, counts.argmax(1)) + FIRST_COLOUR


@torch.no_grad()
def components(values: Tensor, shape: Shape, around: tuple[tuple[int, int], ...]) -> Tensor:
    """[B, L]: the lowest number of a cell that this one is connected to through cells of the same value [B, L]."""
    rows, columns = shape
    cells = rows * columns
    grid = values.view(-1, rows, columns)
    padded = F.pad(grid, (1, 1, 1, 1), value=-1)
    windows = [(slice(1 + down, 1 + down + rows), slice(1 + right, 1 + right + columns)) for down, right in around]
    same = torch.stack([padded[:, down, right] == grid for down, right in windows])
    label = torch.arange(cells, device=values.device).expand(len(values), -1)
    while True:
        beside = F.pad(label.view_as(grid), (1, 1, 1, 1), value=cells)
        heard = torch.stack([beside[:, down, right] for down, right in windows])
        lowest = torch.minimum(torch.where(same, heard, cells).amin(0).flatten(1), label)
        # Pointer jumping: take the label of the cell that the label points to.
        lowest = lowest.gather(1, lowest)
        if torch.equal(lowest, label):
            return label
        label = lowest


def _to_edges(inside: Tensor, shape: Shape) -> Tensor:
    """[B, L, 4]: how many cells lie between each and the grid's upper, lower, left and right edge.

    In a view the grid may lie in any corner of its canvas.
    """
    found = []
    for index in _rows_and_columns(shape, inside.device):
        first = torch.where(inside, index, inside.shape[1]).amin(1, keepdim=True)
        last = torch.where(inside, index, 0).amax(1, keepdim=True)
        found += [index - first, last - index]
    return torch.stack(found, dim=-1)


def _of_components(label: Tensor, things: Tensor, at_edge: Tensor, inside: Tensor, shape: Shape) -> Tensor:
    """[B, L, _OF_COMPONENTS]"""
    row, column = (index.expand_as(label) for index in _rows_and_columns(shape, label.device))
    area = torch.zeros_like(label).scatter_add(1, label, torch.ones_like(label)).gather(1, label)
    sides = []
    for index in (row, column):
        for reduce in ("amin", "amax"):
            bound = index.scatter_reduce(1, label, index, reduce, include_self=False).gather(1, label)
            sides.append((index - bound).abs())
    touches = torch.zeros_like(label).scatter_add(1, label, at_edge.long()).gather(1, label) > 0
    most = torch.where(things, area, 0).amax(1, keepdim=True)
    least = torch.where(things, area, label.shape[1]).amin(1, keepdim=True)
    flags = torch.stack(
        (touches & inside, ~touches & inside, things & (area == most), things & (area == least)), dim=-1
    ).float()
    distances = _one_hot(torch.stack(sides, dim=-1).clamp(max=FAR), FAR + 1).flatten(2)
    return torch.cat((_one_hot(_bucket(area), len(SIZES) + 1), flags, distances), dim=-1)


def _rows_and_columns(shape: Shape, device: torch.device) -> tuple[Tensor, Tensor]:
    """Each [1, L]."""
    cell = torch.arange(shape[0] * shape[1], device=device)[None]
    return cell // shape[1], cell % shape[1]


def _bucket(counts: Tensor) -> Tensor:
    return torch.bucketize(counts, torch.tensor(SIZES, device=counts.device))


def _one_hot(index: Tensor, count: int) -> Tensor:
    return F.one_hot(index, count).float()
