"""The published vocabularies: from a puzzle's own values to the network's tokens, and back."""

from dataclasses import dataclass

import numpy as np

from solver.puzzles.base import IntGrid, Puzzle


@dataclass(frozen=True)
class Vocabulary:
    """`size` tokens, of which a puzzle's value v is token v + `offset`."""

    size: int
    offset: int
    lowest: int = 0
    """What tokens that stand for no value of a cell become."""

    def encode(self, values: IntGrid) -> IntGrid:
        """Tokens of the same shape."""
        return values + self.offset

    def decode(self, tokens: IntGrid) -> IntGrid:
        """The puzzle's own values; pad tokens, which stand for no value, become `lowest`."""
        return np.maximum(tokens - self.offset, self.lowest)


VOCABULARIES = {
    "sudoku": Vocabulary(size=11, offset=1),  # pad 0, blank 1, digits 2–10
    "maze": Vocabulary(size=6, offset=0),  # pad 0, # 1, space 2, S 3, G 4, o 5
    "arc": Vocabulary(size=12, offset=2, lowest=-2),  # pad 0, end 1, colours 2–11; below zero on a canvas
}


def encode(puzzle: Puzzle) -> IntGrid:
    """[R, C] tokens of a puzzle."""
    return VOCABULARIES[puzzle.kind].encode(puzzle.grid)
