"""What the marks in a maze's picture say: which is the start, which the goal, or neither."""

import numpy as np

from solver.formats.maze_ends import Sketch, openings
from solver.formats.maze_picture.colours import ALIKE
from solver.formats.maze_picture.marks import Mark, Paint
from solver.puzzles.base import BoolGrid, Cell


def sketch(walls: BoolGrid, paint: Paint, inked: tuple[Cell, ...]) -> Sketch:
    """Walls and marks: green is the start, red the goal; of others, nothing says which is which."""
    found = Sketch(walls, path=list(paint.path))
    named: dict[str, list[Mark]] = {"green": [], "red": [], "blue": [], "other": []}
    for mark in paint.marks:
        named[mark.name].append(mark)
    greens, reds = named["green"], named["red"]
    others = named["blue"] + named["other"]
    # Letters in the walls' colour are marks as well, and so is what looks like a mixture of the walls' and the floor's.
    letters = [cell for cell in inked if not any(_near(cell, mark.cell) for mark in paint.marks)]
    rest = [mark.cell for mark in others] + letters
    if greens and reds:
        found.starts = [mark.cell for mark in greens]
        found.goals = [mark.cell for mark in reds]
    elif greens or reds:
        sure = greens or reds
        blues = [mark.cell for mark in named["blue"]]
        rest = blues if len(blues) == 1 else rest
        if len(sure) == 2 and not rest:
            found.ends = [mark.cell for mark in sure]
        else:
            (found.starts if greens else found.goals)[:] = [mark.cell for mark in sure]
            found.ends = rest if len(sure) == 1 and len(rest) == 1 else []
            # Red may well be the start where the other end is not green.
            found.unsure = not greens
    elif len(rest) == 2 and not (len(others) == 2 and _same(*others) and paint.path and len(openings(walls)) == 2):
        found.ends = rest
    return found


def _near(one: Cell, other: Cell) -> bool:
    return abs(one[0] - other[0]) <= 1 and abs(one[1] - other[1]) <= 1


def _same(one: Mark, other: Mark) -> bool:
    return bool(np.abs(one.colour - other.colour).max() <= ALIKE)
