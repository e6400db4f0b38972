"""From pixels to a maze: every supposition is read, and only a clear reading counts."""

from collections.abc import Iterator
from itertools import groupby, product

import numpy as np
import numpy.typing as npt
from PIL import Image

from solver.formats.maze_ends import border
from solver.formats.maze_picture.cells import Areas, cells_of, explains
from solver.formats.maze_picture.choosing import MOST_GAPS, Choice, Reading, chosen
from solver.formats.maze_picture.colours import Codes, codes_of, mixing, opposite
from solver.formats.maze_picture.islands import without_islands
from solver.formats.maze_picture.lattice import MOST, Axis, Mask, blocks, lines, runs_of
from solver.formats.maze_picture.marks import PAINT, Paint, paint_in
from solver.formats.maze_picture.page import OTHER
from solver.formats.maze_picture.strays import on_walls, painted_walls, strays
from solver.formats.maze_picture.suppositions import Supposition, suppositions
from solver.formats.maze_picture.unframed import with_border, with_lines
from solver.formats.maze_picture.wide_passages import narrowed
from solver.messages import Template
from solver.puzzles.base import BoolGrid, Cell, PuzzleError

BLANK = Template("maze.picture_blank", "This picture is blank.")
NO_GRID = Template(
    "maze.picture_no_grid",
    "The walls in this picture are not on a square grid. Ponder reads mazes with "
    "straight horizontal and vertical walls.",
)
LARGEST_SIDE = 2000
"""Pixels: larger pictures are reduced."""
MOST_EDGES = 0.2
"""Of the pixels of a picture that is too large to have a cell a pixel: with more edges it is noise."""
CLOSED = 0.7
"""Of the border within a margin: so much must be wall, or its colour is not the walls'."""
MOST_DOORS = 6
"""Gaps in a border that is drawn as lines."""
UNCLOSED = 99
"""Gaps that stand for a border that is none."""
ENOUGH = 0.3
"""Of all edges: so many are straight in a maze whose corners alone are round."""
MOST_OPPOSITE = 0.03
"""Of the pixels: so many of a third colour, further from the floor's than the walls' is, are walls themselves."""
HALO = 6
"""Pixels around a drawing that soft edges or a JPEG may colour."""
SQUARE = 0.06
"""Of a cell's side: by how much its height and its width may differ in a square grid."""
OBLONG = 1.3
"""How many more cells a square grid may have and still be likelier than one that is not."""
MOST_STRAY = 0.06
"""Of the pixels of free cells: with more of a wall's colour, walls were overlooked. Blocks leave less room for them."""
STRONG_PAINT = 2 * PAINT
"""How far a colour is from any mixture of wall and floor that is more than a tint of them."""
THRESHOLDS = (0.5, 0.3, 0.12)
"""How much of a wall's colour makes a wall: half, or less where all that is grey is wall."""


def maze_in(pixels: npt.NDArray[np.uint8]) -> Choice:
    """The maze in a picture of [height, width, 3]; raises `PuzzleError` if there is none that is clear."""
    readings: list[Reading] = []
    tried = False
    for supposed in suppositions(codes_of(_reduced(pixels))):
        tried = True
        if supposed.unframed and any(map(_leaves_no_doubt_of_its_border, readings)):
            continue
        reading = _read(supposed)
        if reading is None:
            continue
        readings.append(reading)
        if reading.beyond_doubt:
            break
    if not readings:
        raise PuzzleError(NO_GRID() if tried else BLANK())
    return chosen(readings)


def _leaves_no_doubt_of_its_border(reading: Reading) -> bool:
    """Whether its border was drawn: a light one may be passages along a border that has the page's colour."""
    return reading.strong and reading.fits and not reading.hollow and (reading.supposed.dark or reading.natural)


def _reduced(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """A picture of many pixels at a half or a third of its size: its cells are large enough."""
    factor = -(-max(pixels.shape) // LARGEST_SIDE)
    return pixels if factor == 1 else np.asarray(Image.fromarray(pixels).reduce(factor))


def _read(supposed: Supposition) -> Reading | None:
    """The first clear reading of a supposition."""
    pixels = supposed.codes.size
    if supposed.counts[opposite(supposed.wall, supposed.floor)].sum() > MOST_OPPOSITE * pixels:
        return None
    amount, aside = mixing(supposed.wall, supposed.floor)
    scaled = np.round(amount * 255).astype(np.uint8)
    between = int(supposed.counts[(scaled > 24) & (scaled < 231)].sum())
    for threshold in THRESHOLDS if between > pixels / 2000 else THRESHOLDS[:1]:
        mask = (scaled > 255 * threshold)[supposed.codes]
        if not mask.any() or mask.all():
            continue
        last: Codes | None = None
        for part, inner, down, across in _candidates(supposed, mask):
            if part is not last:
                # Several grids may fit one part.
                last, shades = part, scaled[part]
                areas = Areas(shades)
            cells = cells_of(areas, down, across, threshold)
            if cells is None or _has_margin(cells.walls) or not explains(cells.walls, down, across, inner):
                continue
            cells, down, across = (cells, down, across) if down.lined else narrowed(cells, down, across)
            paint = paint_in(part, aside, supposed.floor, cells.walls, down, across)
            if not paint.marks and _fills_square(paint.path):
                # Paths are one cell wide, so this is a mark, and its cells are much larger.
                continue
            if not paint.marks and painted_walls((aside > STRONG_PAINT)[part], cells.walls, down, across):
                continue
            painted = (aside > PAINT)[part]
            if on_walls(shades, painted, paint, down, across):
                continue
            marked = [*cells.inked, *(mark.cell for mark in paint.marks)]
            stray = strays(shades, painted, cells.walls, marked, down, across)
            if stray > (MOST_STRAY if down.lined else MOST_STRAY / 3):
                continue
            share, gaps = _closed(cells.walls, paint)
            if not supposed.flush and not cells.walls[1:-1, 1:-1][_ring(cells.walls)].any():
                # A page, or a card on it, and within it a border of the other colour.
                gaps = UNCLOSED
            if (gaps == UNCLOSED and not paint.marks) or (down.lined and MOST_DOORS < gaps < UNCLOSED):
                continue
            if supposed.unframed and MOST_GAPS < gaps < UNCLOSED:
                # A border of the page's colour has no gaps where it does not show.
                continue
            if not supposed.dark and MOST_GAPS < gaps < UNCLOSED and _on_floor(supposed):
                # Bright walls with many gaps on a page of the floor's colour: rather the passages between dark walls.
                continue
            if supposed.from_edge and supposed.layer.depth > 0 and share < CLOSED:
                continue
            return Reading(supposed, cells.walls, paint, cells.inked, _side(down, across), gaps, down.lined)
    return None


def _fills_square(path: tuple[Cell, ...]) -> bool:
    """Whether painted cells fill a square of two by two."""
    cells = set(path)
    return any({(row + 1, column), (row, column + 1), (row + 1, column + 1)} <= cells for row, column in cells)


def _on_floor(supposed: Supposition) -> bool:
    """Whether the page around, or what is left of it in this part, has the floor's colour."""
    around = [] if supposed.layer.page is None else [supposed.layer.page]
    around += [] if supposed.flush else [supposed.layer.edge.colour]
    return any(bool(np.abs(colour - supposed.floor).max() <= OTHER) for colour in around)


def _side(down: Axis, across: Axis) -> float:
    """Pixels of a cell's side; of a passage and a wall together, half."""
    return min(down.pitch, across.pitch) / (2 if down.lined else 1)


def _has_margin(walls: BoolGrid) -> bool:
    """Whether walls are two deep on every side, as a page's margin is that was taken for wall."""
    sides = (walls[:2], walls[-2:], walls[:, :2], walls[:, -2:])
    return all(bool(side.all()) for side in sides)


def _candidates(supposed: Supposition, mask: Mask) -> Iterator[tuple[Codes, Mask, Axis, Axis]]:
    """Parts of the picture with the walls in them, and grids that may fit these."""
    if supposed.unframed:
        for down, across in _grids(mask):
            if not down.lined:
                yield with_border(supposed.codes, mask, down, across)
        part, inner = with_lines(supposed.codes, mask)
        for down, across in _grids(inner):
            if down.lined:
                yield part, inner, down, across
        return
    parts = list(_parts(supposed, mask))
    for part, inner in parts:
        for down, across in _grids(inner):
            yield part, inner, down, across
    for part, inner in parts:
        walls = without_islands(inner)
        if walls is not None and walls.any():
            for down, across in _grids(walls):
                yield part, inner, down, across


def _parts(supposed: Supposition, mask: Mask) -> Iterator[tuple[Codes, Mask]]:
    """The part that walls reach; first the whole, if that is larger and has no margin."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    inner = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    halo = supposed.layer.depth > 0 and max(np.subtract(mask.shape, mask[inner].shape)) <= HALO < min(mask.shape) / 16
    if supposed.flush and mask[inner].shape != mask.shape and not halo:
        yield supposed.codes, mask
    yield supposed.codes[inner], mask[inner]


def _grids(mask: Mask) -> list[tuple[Axis, Axis]]:
    """Pairs of axes with about the same pitch, by all edges and by the straight ones alone, the fewest cells first."""
    whole = 0
    found: dict[tuple[int, int, bool], tuple[Axis, Axis]] = {}
    for straight in (False, True):
        level, upright = runs_of(mask, straight=straight), runs_of(mask.T, straight=straight)
        number = level.starts.size + upright.starts.size
        whole = whole or number
        if number > MOST_EDGES * mask.size and min(mask.shape) > MOST:
            break
        if not level.starts.size or not upright.starts.size or number < ENOUGH * whole:
            break
        for fit in (lines, blocks):
            for down, across in product(fit(upright), fit(level)):
                if 0.88 < down.pitch / across.pitch < 1.14 and min(len(down.edges), len(across.edges)) > 3:
                    found.setdefault((len(down.edges), len(across.edges), down.lined), (down, across))

    def order(shape: tuple[int, int, bool]) -> tuple[float, bool]:
        # A maze whose walls are as thick as its passages is read as blocks, which tell more about its posts and border.
        down, across = found[shape]
        thick = down.wall > 0.4 * down.pitch
        number = (shape[0] - 1) * (shape[1] - 1) * (1.2 if thick and shape[2] else 1)
        # Passages are square: a grid a little coarser whose cells are not is less likely.
        return number * (1 if abs(down.pitch / across.pitch - 1) < SQUARE else OBLONG), shape[2] is thick

    return [found[shape] for shape in sorted(found, key=order)]


def _ring(walls: BoolGrid) -> BoolGrid:
    """[R − 2, C − 2]: the outermost of the cells within the border."""
    ring = np.ones((walls.shape[0] - 2, walls.shape[1] - 2), dtype=bool)
    ring[1:-1, 1:-1] = False
    return ring


def _closed(walls: BoolGrid, paint: Paint) -> tuple[float, int]:
    """How much of the border is wall, marks counted, and how many gaps are in it."""
    marks = {mark.cell for mark in paint.marks}
    ring = [bool(walls[cell]) or cell in marks for cell in border(walls.shape)]
    runs = [closed for closed, _ in groupby(ring)]
    gaps = runs.count(False)
    if len(runs) > 1 and not runs[0] and not runs[-1]:
        gaps -= 1
    return sum(ring) / len(ring), gaps
