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
SMALL_CELL = 64
"""Pixels: in cells so small a mark is a block of colour, and less is what a JPEG leaves around dark red walls."""
SMALL = 0.25
"""Of a small cell: so much of it a mark fills."""
FAINTEST = 40.0
"""How far a mark's colour must be from the floor's: a JPEG tints the floor that much."""
OTHER_COLOUR = 60.0
"""How far from a path's colour the cells are that a start and a goal fill."""
EVEN = 25.0
"""How far the colours within such a cell are from their mean, at most."""
LARGEST = 1.9
"""Pitches that a mark may reach; what reaches further is a path."""


HUES = {"green": (75.0, 168.0), "red": (342.0, 374.0), "blue": (195.0, 262.0)}
"""From which to which hue a colour has a name, in degrees; brown, orange, turquoise and violet have none of these."""

GREY = 20
"""Levels out of 255: colours nearer to grey have no name."""


def _hue(red: float, green: float, blue: float) -> tuple[float, float]:
    """The hue of a colour in degrees, and how far it is from grey, 0 to 255."""
    high, low = max(red, green, blue), min(red, green, blue)
    chroma = high - low
    if chroma == 0:
        return 0.0, 0.0
    if high == red:
        sixth = (green - blue) / chroma
    elif high == green:
        sixth = 2 + (blue - red) / chroma
    else:
        sixth = 4 + (red - green) / chroma
    return 60 * sixth % 360, chroma


@dataclass(frozen=True)
class Mark:
    """A spot of colour."""

    cell: Cell
    colour: npt.NDArray[np.float32]

    @property
    def name(self) -> str:
        """“green”, “red”, “blue” or “other”."""
        hue, chroma = _hue(*map(float, self.colour))
        if chroma > GREY:
            for name, (first, last) in HUES.items():
                if (hue - first) % 360 <= last - first:
                    return name
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
    area = down.pitch * across.pitch
    smallest = max(1.0, (0.02 if down.lined else SMALL if area < SMALL_CELL else 0.035) * area)
    away = distances(floor)
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
        for spot in _spots(at_row[mine], at_column[mine], walls, away[colours[mine]]):
            pixels = spot.pixels
            if pixels < smallest:
                continue
            pixels_of = mine.nonzero()[0][np.isin(at_row[mine] * walls.shape[1] + at_column[mine], spot.numbers)]
            # What a soft edge or a JPEG leaves of it in the cells beside is paler.
            strength = away[colours[pixels_of]]
            core = pixels_of[strength > 0.5 * np.percentile(strength, 90)]
            reach = max(_reach(rows[core]) / down.pitch, _reach(columns[core]) / across.pitch)
            if reach <= (LARGEST if down.lined else 1.3):
                colour = _strongest(colours[pixels_of], floor)
                if np.sqrt(((colour - floor) ** 2).sum()) >= FAINTEST:
                    marks.append(Mark(spot.cell, colour))
            else:
                ways += spot.cells
        if ways or len(marks) > spots_before + MOST_SPOTS:
            # A path's colour, or what a path left of the floor's, marks nothing.
            ways += [mark.cell for mark in marks[spots_before:]]
            del marks[spots_before:]
            ends = _ends_of_path(at_row[mine] * walls.shape[1] + at_column[mine], colours[mine], walls.shape[1])
            marks += ends
            ways = [cell for cell in ways if all(cell != end.cell for end in ends)]
        path += ways
    return Paint(tuple(_apart(marks)), tuple(path))


def _ends_of_path(numbers: npt.NDArray[np.int64], colours: npt.NDArray[np.uint16], width: int) -> list[Mark]:
    """The one or two cells of a path, by the number of each pixel's cell, that another colour fills."""
    cells, index, counts = np.unique(numbers, return_inverse=True, return_counts=True)
    if cells.size < 4:
        return []
    sums = np.stack([np.bincount(index, RGB[colours, channel]) for channel in range(3)], axis=1)
    means = sums / counts[:, None]
    strays = np.bincount(index, ((RGB[colours] - means[index]) ** 2).sum(axis=1)) / counts
    other = np.sqrt(((means - np.median(means, axis=0)) ** 2).sum(axis=1)) > OTHER_COLOUR
    other &= (strays < EVEN**2) & (counts > 0.7 * np.median(counts))
    if not 0 < np.count_nonzero(other) <= 2:
        return []
    return [Mark(divmod(int(cells[at]), width), means[at].astype(np.float32)) for at in np.flatnonzero(other).tolist()]


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


def _spots(
    rows: npt.NDArray[np.int64], columns: npt.NDArray[np.int64], walls: BoolGrid, away: npt.NDArray[np.float32]
) -> list[_Spot]:
    """Groups of touching cells; `away` is how far each pixel's colour is from the floor's."""
    width = walls.shape[1]
    counts = np.bincount(rows * width + columns, minlength=walls.size)
    # A JPEG's colours run into the next cell, but are paler there.
    strength = np.bincount(rows * width + columns, weights=away.astype(np.float64) ** 2, minlength=walls.size)
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
        best = int(open_ones[strength[open_ones].argmax()])
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
