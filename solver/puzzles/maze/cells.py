"""The cells of a maze: the published tokens, their characters, and words for a place."""

import numpy as np
import numpy.typing as npt

from solver.messages import Message, Template
from solver.puzzles.base import Cell

PAD, WALL, FREE, START, GOAL, PATH = range(6)
"""The published tokens."""
CHARACTERS = "?# SGo"
"""The published character of each token; the pad has none."""
SMALLEST, LARGEST = 5, 101
"""The fewest and the most rows and columns of a maze."""
STEPS: tuple[Cell, ...] = ((1, 0), (0, -1), (0, 1), (-1, 0))
"""Down, left, right, up: the order in which the published labels break ties."""


PLACE = Template("maze.place", "row {row}, column {column}")


def place(cell: Cell) -> Message:
    """`cell` in words, counted from 1."""
    return PLACE(row=cell[0] + 1, column=cell[1] + 1)


def rows_of_grid(grid: npt.NDArray[np.integer]) -> tuple[str, ...]:
    """The rows of a [R, C] grid of published tokens as text; anything but a token becomes `?`."""
    known = np.where((grid < 0) | (grid > PATH), PAD, grid)
    return tuple("".join(CHARACTERS[token] for token in row) for row in known.tolist())
