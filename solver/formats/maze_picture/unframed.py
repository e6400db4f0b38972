"""Mazes whose walls have the page's colour: the border that does not show is put around what does."""

import numpy as np

from solver.formats.maze_picture.colours import Codes
from solver.formats.maze_picture.lattice import Axis, Mask, runs_of

BORDER = 0.6
"""Of an outermost row of cells: with more wall it is the border, and what is free in it are openings."""


def with_border(codes: Codes, mask: Mask, down: Axis, across: Axis) -> tuple[Codes, Mask, Axis, Axis]:
    """A part of a picture and its grid, with a row of walls on each side that does not have one.

    `mask` is True at walls; one of them lends the border its colour.
    """
    tall, wide = round(down.pitch), round(across.pitch)
    above, below = _missing(mask, tall)
    before, behind = _missing(mask.T, wide)
    sides = ((above * tall, below * tall), (before * wide, behind * wide))
    wall = codes[tuple(np.argwhere(mask)[0])]
    return (
        np.pad(codes, sides, constant_values=wall),
        np.pad(mask, sides, constant_values=True),
        _longer(down, *sides[0]),
        _longer(across, *sides[1]),
    )


def with_lines(codes: Codes, mask: Mask) -> tuple[Codes, Mask]:
    """A part of a picture and its mask within lines as thick as its walls, where these are lines themselves."""
    sides = tuple((max(1, round(runs_of(each).thickness)),) * 2 for each in (mask.T, mask))
    wall = codes[tuple(np.argwhere(mask)[0])]
    return np.pad(codes, sides, constant_values=wall), np.pad(mask, sides, constant_values=True)


def _missing(mask: Mask, side: int) -> tuple[bool, bool]:
    """Whether the first and the last rows of cells are passages, so that a border is missing there."""
    return bool(mask[:side].mean() <= BORDER), bool(mask[-side:].mean() <= BORDER)


def _longer(axis: Axis, before: int, behind: int) -> Axis:
    edges = axis.edges + before
    if before:
        edges = np.concatenate(([0.0], edges))
    if behind:
        edges = np.concatenate((edges, [edges[-1] + behind]))
    return Axis(edges, axis.pitch, axis.lined, axis.wall)
