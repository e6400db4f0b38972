"""The carried state of deep supervision: one puzzle in each slot of the batch, with its y and z."""

from dataclasses import dataclass, fields

import torch
from torch import Tensor


@dataclass(eq=False)
class Slots:
    """B slots of this process; S tokens of hidden size D each."""

    index: Tensor
    """[B] number of the slot among those of all processes."""
    inputs: Tensor
    """[B, L] tokens."""
    labels: Tensor
    identifiers: Tensor
    """[B]: which puzzle embedding."""
    y: Tensor
    """[B, S, D]"""
    z: Tensor
    steps: Tensor
    """[B] supervision steps that the puzzle has had."""
    draws: Tensor
    """[B] puzzles that the slot has had."""
    halted: Tensor
    """[B] bool: filled anew before the next step."""

    @classmethod
    def empty(cls, index: Tensor, cells: int, y: Tensor, z: Tensor) -> "Slots":
        """Slots that wait for their first puzzle, for y and z of the right shape."""
        inputs = torch.zeros(len(index), cells, dtype=torch.long, device=index.device)
        count = torch.zeros_like(index)
        halted = torch.ones_like(index, dtype=torch.bool)
        return cls(index, inputs, inputs.clone(), count, y, z, count.clone(), count.clone(), halted)

    def tensors(self) -> dict[str, Tensor]:
        """Every field by name."""
        return {f.name: getattr(self, f.name) for f in fields(self)}
