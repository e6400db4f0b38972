"""What a source of training puzzles is, and what it hands to the slots."""

from typing import NamedTuple, Protocol

from torch import Tensor

from solver.model.context import Shape


class Drawn(NamedTuple):
    """Puzzles to train on."""

    inputs: Tensor
    """[n, L] tokens."""
    labels: Tensor
    """[n, L]"""
    identifiers: Tensor
    """[n]: which puzzle embedding; 0 where the network has none."""
    parts: Tensor
    """[n]: which part of the mixture each puzzle is from; 0 where the source has one part."""


class Source(Protocol):
    """Where puzzles come from."""

    shape: Shape
    """Rows and columns of the grid that all slots share now."""
    parts: int
    """Of the mixture that puzzles are drawn from."""
    most_slots: int | None
    """Of all processes together, where there are to be fewer for now than in the configuration."""

    def at_step(self, step: int) -> None:
        """Go over to what is to be drawn from this optimiser step on; may change `shape`."""

    def balance(self, answered: Tensor) -> None:
        """Adapt the mixture now that these shares [parts] of their puzzles are answered."""

    def draw(self, slots: Tensor, draws: Tensor) -> Drawn:
        """A puzzle for each of the global slots [n], which drew that often before."""
