"""Coloured marks in the cells of a maze's picture: starts, goals, and painted paths, which are free cells."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from solver.formats.maze_picture.colours import ALIKE, RGB, Codes, distances, dominant, mixing
from solver.formats.maze_picture.lattice import Axis
from solver.puzzles.base import BoolGrid, Cell

PAINT = 26.0
"""How far from any mixture of wall and floor a colour is paint, in levels out of 255."""
MOST_COLOURS = 8
MOST_SPOTS = 4
"""Spots of one colour: more are a pattern."""
LARGEST = 1.9
"""Pitches that a mark may reach; what reaches further is a path."""


@dataclass(frozen=True)
class Mark:
    """A spot of colour."""

    cell: Cell
    colour: npt.NDArray[np.float32]

    @property
    def name(self) -> str:
        """“green”, “red”, “blue” or “other”."""
        red, green, blue = map(float, self.colour)
        if green > red + 15 and green > blue + 15:
            return "green"
        if (
            red > green + 15
            and red > blue + 15
            and (red - max(green, blue)) > 0.6 * (max(green, blue) - min(green, blue))
        ):
            return "red"
        if blue > red + 15 and blue > green + 15:
            return "blue"
        return "other"


@dataclass(frozen=True)
class Paint:
    """What is painted in the cells."""

    marks: tuple[Mark, ...]
    path: tuple[Cell, ...]


def paint_in(
    codes: Codes,
    aside: npt.NDArray[np.float32],
    floor: npt.NDArray[np.float32],
    walls: BoolGrid,
    down: Axis,
    across: Axis,
) -> Paint:
    """Marks and paths in the free cells; `aside` tells how far each colour is from any mixture of wall and floor."""
    at_row, at_column = _cells_at(down, codes.shape[0]), _cells_at(across, codes.shape[1])
    painted = (aside > PAINT)[codes]
    # Next to walls their soft edges may look like paint.
    painted &= (at_row >= 0)[:, None] & (at_column >= 0)
    rows, columns = np.nonzero(painted)
    if not rows.size:
        return Paint((), ())
    at_row, at_column = at_row[rows], at_column[columns]
    inside = ~walls[at_row, at_column]
    rows, columns, at_row, at_column = rows[inside], columns[inside], at_row[inside], at_column[inside]
    colours = codes[rows, columns]
    smallest = max(1.0, (0.02 if down.lined else 0.035) * down.pitch * across.pitch)
    marks: list[Mark] = []
    path: list[Cell] = []
    left = np.ones(rows.size, dtype=bool)
    for _ in range(MOST_COLOURS):
        if left.sum() < smallest:
            break
        found = dominant(colours[left])
        if found is None:
            break
        # A soft edge mixes a colour with the floor's.
        share, off = mixing(found.colour, floor)
        mine = left & ((share > 0.05) & (off <= 0.8 * ALIKE))[colours]
        if not mine.any():
            break
        left &= ~mine
        spots_before = len(marks)
        ways: list[Cell] = []
        for spot in _spots(at_row[mine], at_column[mine], walls):
            pixels = spot.pixels
            if pixels < smallest:
                continue
            pixels_of = mine.nonzero()[0][np.isin(at_row[mine] * walls.shape[1] + at_column[mine], spot.numbers)]
            reach = max(_reach(rows[pixels_of]) / down.pitch, _reach(columns[pixels_of]) / across.pitch)
            if reach <= (LARGEST if down.lined else 1.3):
                marks.append(Mark(spot.cell, _strongest(colours[pixels_of], floor)))
            else:
                ways += spot.cells
        if ways or len(marks) > spots_before + MOST_SPOTS:
            # A path's colour, or what a path left of the floor's, marks nothing.
            ways += [mark.cell for mark in marks[spots_before:]]
            del marks[spots_before:]
        path += ways
    return Paint(tuple(_apart(marks)), tuple(path))


def _strongest(codes: npt.NDArray[np.uint16], floor: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """The colour of a mark without its soft edges."""
    away = distances(floor)[codes]
    strong = codes[away >= np.percentile(away, 75)]
    colour: npt.NDArray[np.float32] = np.median(RGB[strong], axis=0).astype(np.float32)
    return colour


def _cells_at(axis: Axis, length: int) -> npt.NDArray[np.int64]:
    """The row or column of cells that each pixel is in; −1 at its very edges."""
    places = np.arange(length) + 0.5
    found = np.searchsorted(axis.edges, places) - 1
    found = np.clip(found, 0, len(axis.edges) - 2)
    first, end = axis.edges[found], axis.edges[found + 1]
    rim = np.minimum(1.2 + 0.03 * axis.pitch if axis.lined else 0.12 * axis.pitch, 0.25 * (end - first))
    return np.where((places < first + rim) | (places > end - rim), -1, found)


@dataclass(frozen=True)
class _Spot:
    """Cells side by side with the same colour."""

    numbers: npt.NDArray[np.int64]
    pixels: int
    cell: Cell
    cells: list[Cell]


def _spots(rows: npt.NDArray[np.int64], columns: npt.NDArray[np.int64], walls: BoolGrid) -> list[_Spot]:
    """Groups of touching cells."""
    width = walls.shape[1]
    counts = np.bincount(rows * width + columns, minlength=walls.size)
    waiting = set(np.flatnonzero(counts).tolist())
    free = ~walls.ravel()
    spots = []
    while waiting:
        group = [waiting.pop()]
        for number in group:
            r, c = divmod(number, width)
            for other in ((r + dr) * width + c + dc for dr in (-1, 0, 1) for dc in (-1, 0, 1) if 0 <= c + dc < width):
                if other in waiting:
                    waiting.remove(other)
                    group.append(other)
        numbers = np.array(group)
        open_ones = numbers[free[numbers]]
        if not open_ones.size:
            continue
        best = int(open_ones[counts[open_ones].argmax()])
        cells = [divmod(number, width) for number in open_ones.tolist()]
        spots.append(_Spot(numbers, int(counts[numbers].sum()), divmod(best, width), cells))
    return spots


def _reach(places: npt.NDArray[np.int64]) -> float:
    """How far pixels reach, without the few furthest."""
    low, high = np.percentile(places, [2, 98])
    return float(high - low + 1)


def _apart(marks: list[Mark]) -> list[Mark]:
    """One mark for each cell: a rim or a shade of it is no further one."""
    found: dict[Cell, Mark] = {}
    for mark in sorted(marks, key=lambda mark: mark.name not in ("green", "red")):
        if not any(abs(mark.cell[0] - r) <= 1 and abs(mark.cell[1] - c) <= 1 for r, c in found):
            found[mark.cell] = mark
    return list(found.values())
