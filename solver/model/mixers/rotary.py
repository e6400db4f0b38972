"""Rotary positions: tables of the angles that queries and keys are turned by, along one axis or both of a grid."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar

import torch
import torch.nn.functional as F
from torch import Tensor

from solver.model.boards.grid_features import Shape

P = ParamSpec("P")
R = TypeVar("R")
ROPE_BASE = 10_000.0
AXIAL_BASE = 100.0
"""Grids have thirty rows and columns at most."""


def table(build: Callable[P, R]) -> Callable[P, R]:
    """Cache what `build` returns, made so that training may use it too, even where a solve asks for it first."""

    @lru_cache(maxsize=8)
    def cached(*args: Any, **kwargs: Any) -> R:
        with torch.inference_mode(False):
            return build(*args, **kwargs)

    return cached  # type: ignore[return-value]


@table
def rope_tables(tokens: int, head_size: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """Cosine and sine of the rotary position embedding, each [tokens, head_size]."""
    frequencies = 1.0 / ROPE_BASE ** (torch.arange(0, head_size, 2, dtype=torch.float32) / head_size)
    angles = torch.outer(torch.arange(tokens, dtype=torch.float32), frequencies).repeat(1, 2)
    return angles.cos().to(device), angles.sin().to(device)


@table
def axial_tables(shape: Shape, prefix: int, head_size: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """As `rope_tables`, [prefix + L, head_size]: half of the pairs of numbers turn with the row, half with the column.

    Tokens before the cells do not turn.
    """
    frequencies = 1.0 / AXIAL_BASE ** (torch.arange(head_size // 4, dtype=torch.float32) / (head_size // 4))
    down, right = (torch.outer(torch.arange(side, dtype=torch.float32), frequencies) for side in shape)
    rows, columns = shape
    angles = torch.cat((down[:, None].expand(-1, columns, -1), right[None].expand(rows, -1, -1)), dim=-1).flatten(0, 1)
    angles = F.pad(angles, (0, 0, prefix, 0)).repeat(1, 2)
    return angles.cos().to(device), angles.sin().to(device)


def rotate(x: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    """Turn each head's halves against each other by its token's angle; x is [B, heads, tokens, head_size]."""
    first, second = x.chunk(2, dim=-1)
    turned = torch.cat((-second, first), dim=-1)
    return (x * cosine + turned * sine).to(x.dtype)
