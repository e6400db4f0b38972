"""Measuring a network on frozen puzzles: how many it answers rightly, and whether it knows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from solver.model.context import Shape
from solver.model.recursive import RecursiveModel
from solver.puzzles.base import IntGrid

Accepts = Callable[[IntGrid, IntGrid], npt.NDArray[np.bool_]]
"""Whether answers [B, L] (tokens) to inputs [B, L] obey the puzzle's rules: [B]."""


@dataclass(frozen=True, eq=False)
class ValidationSet:
    """N frozen puzzles of one shape, as tokens."""

    name: str
    inputs: IntGrid
    """[N, L]"""
    shape: Shape
    accepts: Accepts
    identifiers: IntGrid | None = None
    """[N]: which puzzle embedding; None for networks without."""


@dataclass(frozen=True)
class Accuracy:
    """Shares of a validation set, from 0 to 1."""

    verified: float
    """Accepted by the rules at any step up to the last."""
    exact_at_last_step: float
    """Accepted by the rules at the last step, whatever came before."""
    halting_head: float
    """How often sigmoid(q) > ½ at the last step agreed with the rules."""

    def to_json(self) -> dict[str, Any]:
        """Rounded, by name."""
        return {name: round(value, 4) for name, value in vars(self).items()}


@torch.no_grad()
def measure(
    network: RecursiveModel,
    puzzles: ValidationSet,
    *,
    batch_size: int,
    dtype: torch.dtype,
    steps: int | None = None,
) -> Accuracy:
    """Run the network for exactly `steps` supervision steps (`halt_max_steps` if not told) on every puzzle."""
    device = network.H_init.device
    verified, last, agreed = [], [], []
    for start in range(0, len(puzzles.inputs), batch_size):
        inputs = puzzles.inputs[start : start + batch_size]
        count = len(inputs)
        # The same batch size throughout, so that a compiled network is not compiled again for the rest.
        padded = np.concatenate((inputs, np.repeat(inputs[:1], batch_size - count, axis=0)))
        tokens = torch.from_numpy(padded).to(device)
        identifiers = None
        if puzzles.identifiers is not None:
            identifiers = torch.from_numpy(np.resize(puzzles.identifiers[start : start + count], batch_size)).to(device)
        x, context = network.embed(tokens, identifiers, dtype, shape=puzzles.shape)
        y, z = network.initial_state(len(tokens), tokens.shape[1], dtype)
        ever = np.zeros(count, dtype=np.bool_)
        now, sure = ever, ever
        for _ in range(steps or network.config.halt_max_steps):
            y, z, logits, q = network(x, y, z, context)
            now = puzzles.accepts(logits.argmax(-1)[:count].cpu().numpy(), inputs)
            sure = (q > 0)[:count].cpu().numpy()
            ever = ever | now
        verified.append(ever)
        last.append(now)
        agreed.append(now == sure)
    return Accuracy(*(float(np.concatenate(part).mean()) for part in (verified, last, agreed)))
