"""Reads the ARC grid in a picture: where it is, how many cells it has, and their colours."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from solver.formats.arc_picture.palettes import is_arc_colour, nearest_colours
from solver.formats.pixels import Pixels, differs, steps
from solver.formats.shapes import shapes_of
from solver.puzzles.arc.task import LARGEST, ArcGrid
from solver.puzzles.base import BoolGrid, IntGrid
from solver.puzzles.maze.puzzle import SMALLEST as SMALLEST_MAZE

Floats = npt.NDArray[np.float64]

PAGE = 24
"""Largest difference from the page, of 255 in one channel, that still is the page."""
GAP = 4
"""Pixels between two cells that may show the page."""
BESIDE = 0.3
"""How large all else on the page may be, as a share of the grid."""
EDGE = 40
"""Smallest difference between neighbouring pixels that may be a line or the border of two cells."""
ALIKE = 36
"""Largest difference from a cell's colour, of 255 in one channel, that is noise."""
UNIFORM = 0.9
"""The share of a cell that has its colour."""
NOT_SQUARE = 0.08
"""By which a cell's sides may differ, as a share."""
WIDE = 12.0
"""Pixels; in cells at least so wide there may be a number, around which is looked."""
STRAY = 0.2
"""How far edges are from where two cells meet, as a share of the cell, that soft edges and lines explain."""
SLACK = 0.35
"""Pixels; of two explanations that differ by less, the one of fewer cells is taken."""
TIE = 0.1
"""Pixels; explanations that differ by less are equally good."""
NUDGES = (0, -1, 1, -2, 2)
"""Pixels by which the box around the grid may be off."""


@dataclass(frozen=True, eq=False)
class ArcReading:
    """What a picture of an ARC grid shows."""

    grid: ArcGrid
    several_colours: bool
    """Whether it could not be the walls, the floor and the ends of a maze."""


@dataclass(frozen=True)
class _Box:
    top: int
    bottom: int
    left: int
    right: int

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def width(self) -> int:
        return self.right - self.left


@dataclass(frozen=True)
class _Ruler:
    """Cells of equal size in one direction."""

    first: float
    pitch: float
    count: int
    off: float
    """Root mean square of the distance, in pixels, from each edge to where the nearest two cells meet."""

    def at(self, share: float) -> npt.NDArray[np.int64]:
        """[count]: the pixel of each cell at this share of it."""
        places: npt.NDArray[np.int64] = (self.first + (np.arange(self.count) + share) * self.pitch).astype(np.int64)
        return places


def read_arc_grid(pixels: Pixels) -> ArcReading | None:
    """The grid in `pixels` [height, width, 3]; None if there is none, several, or other than the ten colours."""
    for box in _boxes(pixels):
        found = list(_grids_in(pixels, box))
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _boxes(pixels: Pixels) -> Iterator[_Box]:
    """Where the grid may be: on a page of one colour, or all of the picture."""
    height, width = pixels.shape[:2]
    ring = np.concatenate((pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]))
    page = np.median(ring, axis=0)
    content = differs(pixels, page, PAGE)
    yield _Box(0, height, 0, width)
    found = _only_part(content)
    if found is not None and (not is_arc_colour(page) or _is_framed(pixels, found)):
        yield found


def _is_framed(pixels: Pixels, box: _Box) -> bool:
    """Whether a line goes around the box: on a page of a cell's colour, cells at the edge could not be seen."""
    part = pixels[box.top : box.bottom, box.left : box.right]
    ring = np.concatenate((part[0], part[-1], part[:, 0], part[:, -1])).astype(np.int16)
    line = np.median(ring, axis=0)
    return bool((np.abs(ring - line).max(axis=1) <= PAGE).mean() > 0.9) and not is_arc_colour(line)


def _only_part(content: BoolGrid) -> _Box | None:
    """The box around what is on the page, if it is one piece beside which there are only small things."""
    height, width = content.shape
    # Gaps between cells may show the page; a small copy closes them.
    step = max(max(height, width) // 160, 1)
    small = Image.fromarray(content.astype(np.uint8) * 255).resize(
        (max(width // step, 1), max(height // step, 1)), Image.Resampling.BOX
    )
    mask = np.asarray(small) > 0
    closed = mask.copy()
    for _ in range(max(GAP // step, 1)):
        closed[1:] |= closed[:-1]
        closed[:, 1:] |= closed[:, :-1]
    parts = sorted(shapes_of(closed), key=lambda part: -part.height * part.width)
    areas = [part.height * part.width for part in parts]
    if not parts or sum(areas[1:]) > BESIDE * areas[0]:
        return None
    best, slack = parts[0], 2 * step + GAP
    top, left = max(best.top * step - slack, 0), max(best.left * step - slack, 0)
    part = content[top : best.bottom * step + slack, left : best.right * step + slack]
    rows, columns = np.flatnonzero(part.mean(axis=1) > 0.1), np.flatnonzero(part.mean(axis=0) > 0.1)
    if not rows.size or not columns.size:
        return None
    return _Box(top + int(rows[0]), top + int(rows[-1]) + 1, left + int(columns[0]), left + int(columns[-1]) + 1)


def _grids_in(pixels: Pixels, box: _Box) -> Iterator[ArcReading]:
    """The grid of the fewest cells that explains every change of colour, and a second one that does it as well."""
    across, down = _edges(pixels, box, 1), _edges(pixels, box, 0)
    if not across.sum() + down.sum():
        return
    columns = {count: _fitted(across, box.left, box.right, count) for count in range(1, LARGEST + 1)}
    rows = {count: _fitted(down, box.top, box.bottom, count) for count in range(1, LARGEST + 1)}
    readings = []
    for down_ruler in rows.values():
        for across_ruler in columns.values():
            found = _read(pixels, down_ruler, across_ruler)
            if found is not None:
                off = float(np.hypot(down_ruler.off, across_ruler.off))
                readings.append(_Explanation(off, down_ruler.count, across_ruler.count, found))
    least = min((each.off for each in readings), default=0.0)
    good = [each for each in readings if each.off <= least + SLACK]
    chosen: _Explanation | None = None
    for each in sorted(good, key=lambda each: each.rows * each.columns):
        if chosen is None:
            chosen = each
            yield each.reading
        elif chosen.rivals(each):
            yield each.reading
            return


def _read(pixels: Pixels, rows: _Ruler, columns: _Ruler) -> ArcReading | None:
    """The grid of these rows and columns; None if the cells are not square, or not of one of the ten colours each."""
    if rows.count * columns.count < 2 or min(rows.pitch, columns.pitch) < 1:
        return None
    if not 1 / (1 + NOT_SQUARE) <= rows.pitch / columns.pitch <= 1 + NOT_SQUARE:
        return None
    if max(rows.off / rows.pitch, columns.off / columns.pitch) > STRAY:
        return None
    cells = _cell_colours(pixels, rows, columns)
    found = None if cells is None else nearest_colours(cells)
    return None if found is None else ArcReading(tuple(map(tuple, found[0].tolist())), _several_colours(found[0]))


@dataclass(frozen=True, eq=False)
class _Explanation:
    """A reading, and how well it explains where the colours change."""

    off: float
    """Pixels; the less the better."""
    rows: int
    columns: int
    reading: ArcReading

    def rivals(self, other: "_Explanation") -> bool:
        """Whether the other is as good, and no mere division of the same cells."""
        divided = not (other.rows % self.rows or other.columns % self.columns)
        return not divided and other.columns < 2 * self.columns and other.off <= self.off + TIE


def _edges(pixels: Pixels, box: _Box, axis: int) -> Floats:
    """[pixels along `axis`]: how many of the box's pixels differ there from the one before."""
    sharp = steps(pixels, axis) >= EDGE
    part = sharp[box.top : box.bottom] if axis else sharp[:, box.left : box.right]
    counts: Floats = part.sum(axis=1 - axis).astype(np.float64)
    return counts


def _fitted(edges: Floats, low: int, high: int, count: int) -> _Ruler:
    """The best ruler of `count` cells from about `low` to about `high`."""
    usual = (high - low) / count
    places = np.flatnonzero(edges)
    frame = min(2.0, 0.3 * usual)
    places = places[(places > low + frame) & (places < high - frame)]
    weights = edges[places]
    if not len(places):
        return _Ruler(low, usual, count, 0.0)
    nudges = [nudge for nudge in NUDGES if abs(nudge) <= 0.25 * usual]
    best: _Ruler | None = None
    for first in nudges:
        for last in nudges:
            pitch = (high + last - low - first) / count
            cell = (places - low - first) / pitch
            off = np.abs(cell - np.round(cell)) * pitch
            mean = float(np.sqrt((weights * off**2).sum() / weights.sum()))
            if best is None or mean < best.off - 1e-9:
                best = _Ruler(low + first, pitch, count, mean)
    assert best is not None
    return best


def _cell_colours(pixels: Pixels, rows: _Ruler, columns: _Ruler) -> Floats | None:
    """[rows, columns, 3]; None if any cell has more than one colour."""
    wide = columns.pitch >= WIDE
    shares = (0.2, 0.35, 0.5, 0.65, 0.8) if wide else (0.36, 0.5, 0.64)
    points = [(y, x) for y in shares for x in shares if not wide or y in (0.2, 0.8) or x in (0.2, 0.8)]
    bottom, right = pixels.shape[0] - 1, pixels.shape[1] - 1
    stacked = np.stack(
        [
            pixels[rows.at(y).clip(0, bottom)[:, None], columns.at(x).clip(0, right)[None, :]].astype(np.float64)
            for y, x in points
        ]
    )
    middle: Floats = np.median(stacked, axis=0)
    alike = (np.abs(stacked - middle) <= ALIKE).all(axis=3).mean(axis=0)
    return middle if bool((alike >= (UNIFORM if wide else 0.6)).all()) else None


def _several_colours(colours: IntGrid) -> bool:
    counts = np.bincount(colours.ravel(), minlength=10)
    common, single = int((counts > 1).sum()), int((counts == 1).sum())
    return common > 2 or single > 2 or (common + single > 1 and colours.size < SMALLEST_MAZE**2)
