"""The carried state of deep supervision: one puzzle in each slot of the batch, with its y and z."""

from dataclasses import dataclass

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
    parts: Tensor
    """[B]: which part of the mixture the puzzle is from."""
    y: Tensor
    """[B, S, D]"""
    z: Tensor
    steps: Tensor
    """[B] supervision steps that the puzzle has had."""
    draws: Tensor
    """[B] puzzles that the slot has had."""
    halted: Tensor
    """[B] bool: refilled before the next step."""

    @classmethod
    def empty(cls, index: Tensor, cells: int, y: Tensor, z: Tensor) -> "Slots":
        """Slots that wait for their first puzzle, for y and z of the right shape."""
        inputs = torch.zeros(len(index), cells, dtype=torch.long, device=index.device)
        count = torch.zeros_like(index)
        halted = torch.ones_like(index, dtype=torch.bool)
        return cls(index, inputs, inputs.clone(), count, count.clone(), y, z, count.clone(), count.clone(), halted)

    def refill(
        self, where: Tensor, inputs: Tensor, labels: Tensor, identifiers: Tensor, parts: Tensor, y: Tensor, z: Tensor
    ) -> None:
        """Put new puzzles into the slots `where` [n]; all else is [n, …] as in the slots."""
        self.inputs = self.inputs.index_copy(0, where, inputs)
        self.labels = self.labels.index_copy(0, where, labels)
        self.identifiers = self.identifiers.index_copy(0, where, identifiers)
        self.parts = self.parts.index_copy(0, where, parts)
        self.y = self.y.index_copy(0, where, y)
        self.z = self.z.index_copy(0, where, z)
        self.steps = self.steps.index_fill(0, where, 0)
        self.draws = self.draws.index_add(0, where, torch.ones_like(where))

    def advance(self, y: Tensor, z: Tensor) -> None:
        """Carry the new y and z on, without their gradients, to the next supervision step."""
        self.y, self.z = y.detach(), z.detach()
        self.steps = self.steps + 1
