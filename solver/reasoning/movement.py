"""How far each cell's part of a latent moved: ‖Δ‖/‖·‖, taken over all that the network keeps for the cell."""

import numpy as np
from torch import Tensor

from solver.trace import HalfArray

LEAST_NORM = 1e-6
MOST = 1e4
"""Larger movements say no more, and float16 has no room for them."""


def cell_movement(after: Tensor, before: Tensor, prefix: int, cells: int) -> HalfArray:
    """[B, cells], of two latents [B, S, D]; a cell may have several of the S tokens, after `prefix` that have none."""
    now, then = (latent[:, prefix:].reshape(len(latent), cells, -1).float() for latent in (after, before))
    moved = (now - then).norm(dim=-1) / then.norm(dim=-1).clamp_min(LEAST_NORM)
    copy: HalfArray = moved.clamp(max=MOST).cpu().numpy().astype(np.float16)
    return copy
