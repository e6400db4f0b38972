"""Mazes of underscores and bars: `_` is the wall below a cell, `|` the one beside it."""

from math import gcd

import numpy as np

from solver.formats.maze_dialects.blocks import STRANGE
from solver.formats.maze_dialects.rows import Row
from solver.formats.maze_ends import Sketch
from solver.puzzles.base import BoolGrid, PuzzleError

_PLAIN = "_| ."


def columns_apart(rows: list[Row]) -> int | None:
    """How many columns lie from bar to bar; None if these rows are not underscores and bars."""
    lines = [row.cells for row in rows]
    if len(lines) < 3 or not set(lines[0]) <= set("_ SGE") or "_" not in lines[0]:
        return None
    bars = {n for line in lines[1:] for n, character in enumerate(line) if character == "|"}
    floors = sum(line.count("_") for line in lines[1:])
    if not bars or not floors or any(sum(c not in _PLAIN for c in line) > 2 for line in lines):
        return None
    left = min(bars | {len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()})
    apart = gcd(*(bar - left for bar in bars))
    return apart if apart >= 2 and left == 0 else None


def read_underscores(rows: list[Row], apart: int) -> Sketch:
    """Walls and marks of R×C cells as (2R+1)×(2C+1) cells, in which posts are wall.

    Raises `PuzzleError` for a character that means nothing, or a mark that hides whether there is a wall below it.
    """
    height, width = len(rows) - 1, (len(rows[0]) - 1) // apart
    walls: BoolGrid = np.zeros((2 * height + 1, 2 * width + 1), dtype=bool)
    walls[::2, ::2] = True
    sketch = Sketch(walls)
    for r, row in enumerate(rows):
        if r:
            walls[2 * r - 1, ::2] = [row.cells[c * apart] == "|" for c in range(width + 1)]
        for c in range(width):
            floor = row.cells[c * apart + 1 : (c + 1) * apart]
            walls[2 * r, 2 * c + 1] = "_" in floor
            for index, character in enumerate(floor):
                if character in _PLAIN:
                    continue
                kind = {"S": sketch.starts, "G": sketch.goals, "E": sketch.goals}.get(character.upper())
                if kind is None or len(floor) == 1 or r == 0:
                    at = row.columns[c * apart + 1 + index]
                    raise PuzzleError(STRANGE(character=character, wall="|"), line=row.number, column=at)
                kind.append((2 * r - 1, 2 * c + 1))
    return sketch
