"""The colours that programs paint ARC grids with, and which of the ten a pictured cell has."""

import numpy as np
import numpy.typing as npt

from solver.puzzles.base import IntGrid

Floats = npt.NDArray[np.float64]

PALETTES = tuple(
    np.array([[int(colour[at : at + 2], 16) for at in (0, 2, 4)] for colour in colours.split()], dtype=np.float64)
    for colours in (
        # The benchmark's own editor, and nearly everything that was written since.
        "000000 0074d9 ff4136 2ecc40 ffdc00 aaaaaa f012be ff851b 7fdbff 870c25",
        # The ARC Prize's web pages.
        "000000 1e93ff f93c31 4fcc30 ffdc00 999999 e53aa3 ff851b 87d8f1 921231",
        # Ponder's colours for colour-blind eyes.
        "000000 3935ea b82200 057581 f1ff81 ababab dd76e5 fe8621 9ceeff 542e1c",
    )
)
FARTHEST = 46.0
"""Distance of a cell's colour from the one that it is taken for, of 441 between black and white."""

SAME = 20.0
"""Difference in each channel that noise explains."""


def nearest_colours(cells: Floats) -> tuple[IntGrid, float] | None:
    """Each cell's colour, 0 to 9, for `cells` [rows, columns, 3], and the mean distance from it.

    All cells are taken from one palette, that which fits best. None if any cell has a colour far from all ten.
    """
    best: tuple[IntGrid, float] | None = None
    for palette in PALETTES:
        distances = np.linalg.norm(cells[:, :, None, :] - palette, axis=3)
        colours = distances.argmin(axis=2)
        nearest = distances.min(axis=2)
        mean = float(nearest.mean())
        if nearest.max() <= FARTHEST and (best is None or mean < best[1]):
            best = colours, mean
    return best


def is_arc_colour(colour: Floats) -> bool:
    """Whether `colour` [3] is nearly one of a palette's."""
    return any(bool((np.abs(palette - colour).max(axis=1) <= SAME).any()) for palette in PALETTES)
