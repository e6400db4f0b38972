"""Rotary positions: tables of the angles by which queries and keys are turned."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar

import torch
from torch import Tensor

P = ParamSpec("P")
R = TypeVar("R")
ROPE_BASE = 10_000.0


def table(build: Callable[P, R]) -> Callable[P, R]:
    """Cache what `build` returns, built outside inference mode: training may use a table that a solve asked for."""

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


def rotate(x: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    """Turn each head's halves against each other by its token's angle; x is [B, heads, tokens, head_size]."""
    first, second = x.chunk(2, dim=-1)
    turned = torch.cat((-second, first), dim=-1)
    return (x * cosine + turned * sine).to(x.dtype)
