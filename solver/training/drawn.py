"""What a source of training puzzles hands to the slots."""

from typing import NamedTuple

from torch import Tensor


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
