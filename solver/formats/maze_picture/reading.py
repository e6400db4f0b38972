"""From pixels to a maze: every supposition is read, and only a clear reading counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, product

import numpy as np
import numpy.typing as npt
from PIL import Image

from solver.formats.maze_ends import COLOURS, Finished, Sketch, border, finished, openings
from solver.formats.maze_picture.cells import Areas, Cells, cells_of, explains
from solver.formats.maze_picture.colours import ALIKE, Codes, codes_of, mixing, opposite
from solver.formats.maze_picture.lattice import MOST, Axis, blocks, lines, runs_of
from solver.formats.maze_picture.marks import Mark, Paint, paint_in
from solver.formats.maze_picture.suppositions import Supposition, suppositions
from solver.messages import Template
from solver.puzzles.base import BoolGrid, PuzzleError
from solver.puzzles.maze.cells import LARGEST

BLANK = Template("maze.picture_blank", "This picture is blank.")
NO_GRID = Template(
    "maze.picture_no_grid",
    "The walls in this picture do not stand on a square grid. Ponder reads mazes whose walls are straight, upright "
    "and level.",
)
TOO_FINE = Template(
    "maze.picture_too_large",
    "This picture shows a maze of {rows}×{columns} cells, walls counted. At most {most} rows and columns are read.",
)
UNCLEAR = Template(
    "maze.picture_unclear",
    "It is not clear whether the dark or the light cells of this picture are walls. Close the border with walls.",
)
LARGEST_SIDE = 2000
"""Pixels: larger pictures are reduced."""
MOST_EDGES = 0.2
"""Of the pixels of a picture that is too large to have a cell a pixel: with more edges it is noise."""
CLOSED = 0.7
"""Of the border within a margin: so much must be wall, or its colour is not the walls'."""
MOST_GAPS = 2
"""Gaps in the border of a maze that is closed but for its openings."""
UNCLOSED = 99
"""Gaps that stand for a border that is none."""
ENOUGH = 0.3
"""Of all edges: so many are straight in a maze whose corners alone are round."""
MOST_OPPOSITE = 0.03
"""Of the pixels: so many of a third colour, further from the floor's than the walls' is, are walls themselves."""
HALO = 6
"""Pixels around a drawing that soft edges or a JPEG may colour."""
THRESHOLDS = (0.5, 0.3, 0.12)
"""How much of a wall's colour makes a wall: half, or less where all that is grey is wall."""


@dataclass(frozen=True, eq=False)
class Reading:
    """A clear grid with its walls and marks, right or wrong."""

    supposed: Supposition
    walls: BoolGrid
    paint: Paint
    inked: Cells
    side: float
    """Pixels of a cell's side."""
    gaps: int
    """In the border, marks not counted."""

    @property
    def strong(self) -> bool:
        """Whether the border is closed but for two openings, and its colour is the walls'."""
        return self.supposed.from_edge and self.gaps <= MOST_GAPS

    @property
    def fits(self) -> bool:
        """Whether it is not too large for a maze."""
        return bool(max(self.walls.shape) <= LARGEST)

    @property
    def regular(self) -> bool:
        """Whether walls and passages lie as in a maze of lines: posts at even cells, passages at odd ones."""
        odd = self.walls.shape[0] % 2 and self.walls.shape[1] % 2
        return bool(odd and self.walls[::2, ::2].mean() > 0.97 and self.walls[1::2, 1::2].mean() < 0.05)

    @property
    def unmarked(self) -> bool:
        """Whether nothing in the cells could be a start or a goal."""
        return not self.paint.marks and not self.inked.inked

    def finished(self) -> Finished:
        """The maze; raises `PuzzleError` if it is none."""
        if not self.fits:
            rows, columns = self.walls.shape
            raise PuzzleError(TOO_FINE(rows=rows, columns=columns, most=LARGEST))
        return finished(_sketch(self.walls, self.paint, self.inked), COLOURS())


def maze_in(pixels: npt.NDArray[np.uint8]) -> Finished:
    """The maze in a picture of [height, width, 3]; raises `PuzzleError` if there is none that is clear."""
    readings: list[Reading] = []
    tried = False
    for supposed in suppositions(codes_of(_reduced(pixels))):
        tried = True
        reading = _read(supposed)
        if reading is None:
            continue
        readings.append(reading)
        if reading.strong and reading.fits and supposed.dark and not (reading.unmarked and reading.gaps < MOST_GAPS):
            break
    if not readings:
        raise PuzzleError(NO_GRID() if tried else BLANK())
    return _best(readings)


def _reduced(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """A picture of many pixels at a half or a third of its size: its cells are large enough."""
    factor = -(-max(pixels.shape) // LARGEST_SIDE)
    return pixels if factor == 1 else np.asarray(Image.fromarray(pixels).reduce(factor))


def _best(readings: list[Reading]) -> Finished:
    """The maze of the likeliest reading; raises `PuzzleError` for what is wrong with it."""
    coarsest = max(reading.side for reading in readings)
    ranked = sorted(
        (each for each in readings if each.side > 0.75 * coarsest or (each.strong and each.regular)),
        key=lambda reading: (
            not reading.fits,
            not reading.strong,
            not reading.supposed.dark,
            -reading.supposed.layer.depth,
        ),
    )
    first = ranked[0]
    weak = any(reading.supposed.dark and not reading.strong for reading in ranked)
    if weak and not first.supposed.dark and not first.supposed.flush and not first.regular:
        # A margin of one cell around dark walls would look like this.
        raise PuzzleError(UNCLEAR())
    try:
        return first.finished()
    except PuzzleError as error:
        # Walls without any opening may be a page around a maze of light walls.
        within = [
            reading
            for reading in ranked[1:]
            if first.unmarked and reading.strong and reading.supposed.layer.depth > first.supposed.layer.depth
        ]
        if not within or max(first.walls.shape) > LARGEST:
            raise
        try:
            return within[0].finished()
        except PuzzleError:
            raise error from None


def _read(supposed: Supposition) -> Reading | None:
    """The first clear reading of a supposition."""
    if opposite(supposed.wall, supposed.floor)[supposed.codes].mean() > MOST_OPPOSITE:
        return None
    amount, aside = mixing(supposed.wall, supposed.floor)
    scaled = np.round(amount * 255).astype(np.uint8)
    between = int(((scaled > 24) & (scaled < 231))[supposed.codes].sum())
    for threshold in THRESHOLDS if between > supposed.codes.size / 2000 else THRESHOLDS[:1]:
        mask = (scaled > 255 * threshold)[supposed.codes]
        if not mask.any() or mask.all():
            continue
        for part, inner in _parts(supposed, mask):
            areas: Areas | None = None
            for down, across in _grids(inner):
                areas = areas or Areas(scaled[part])
                cells = cells_of(areas, down, across, threshold)
                if cells is None or _has_margin(cells.walls) or not explains(cells.walls, down, across, inner):
                    continue
                paint = paint_in(part, aside, supposed.floor, cells.walls, down, across)
                share, gaps = _closed(cells.walls, paint)
                if (
                    supposed.layer.depth == 0
                    and not supposed.flush
                    and not cells.walls[1:-1, 1:-1][_ring(cells.walls)].any()
                ):
                    # A page and, within it, a border of the other colour.
                    gaps = UNCLOSED
                if supposed.from_edge and supposed.layer.depth > 0 and share < CLOSED:
                    continue
                return Reading(supposed, cells.walls, paint, cells, _side(down, across), gaps)
    return None


def _side(down: Axis, across: Axis) -> float:
    """Pixels of a cell's side; of a passage and a wall together, half."""
    return min(down.pitch, across.pitch) / (2 if down.lined else 1)


def _has_margin(walls: BoolGrid) -> bool:
    """Whether walls are two deep on every side, as a page's margin is that was taken for wall."""
    sides = (walls[:2], walls[-2:], walls[:, :2], walls[:, -2:])
    return all(bool(side.all()) for side in sides)


def _parts(supposed: Supposition, mask: npt.NDArray[np.bool_]) -> Iterator[tuple[Codes, npt.NDArray[np.bool_]]]:
    """The part that walls reach; first the whole, if that is larger and has no margin."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    inner = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    halo = supposed.layer.depth > 0 and max(np.subtract(mask.shape, mask[inner].shape)) <= HALO < min(mask.shape) / 16
    if supposed.flush and mask[inner].shape != mask.shape and not halo:
        yield supposed.codes, mask
    yield supposed.codes[inner], mask[inner]


def _grids(mask: npt.NDArray[np.bool_]) -> list[tuple[Axis, Axis]]:
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

    def order(shape: tuple[int, int, bool]) -> tuple[int, bool]:
        # A maze whose walls are as thick as its passages is read as blocks, which tell more about its posts.
        down, _ = found[shape]
        return (shape[0] - 1) * (shape[1] - 1), shape[2] if down.wall > 0.4 * down.pitch else not shape[2]

    return [found[shape] for shape in sorted(found, key=order)]


def _sketch(walls: BoolGrid, paint: Paint, cells: Cells) -> Sketch:
    """Walls and marks: green is the start, red the goal; of others, nothing says which is which."""
    sketch = Sketch(walls, path=list(paint.path))
    named: dict[str, list[Mark]] = {"green": [], "red": [], "blue": [], "other": []}
    for mark in paint.marks:
        named[mark.name].append(mark)
    greens, reds = named["green"], named["red"]
    others = named["blue"] + named["other"]
    if greens and reds:
        sketch.starts = [mark.cell for mark in greens]
        sketch.goals = [mark.cell for mark in reds]
    elif greens or reds:
        sure = greens or reds
        rest = named["blue"] if len(named["blue"]) == 1 else others
        if len(sure) == 1 and len(rest) == 1:
            (sketch.starts if greens else sketch.goals)[:] = [sure[0].cell]
            sketch.ends = [rest[0].cell]
        elif len(sure) == 2 and not rest:
            sketch.ends = [mark.cell for mark in sure]
        else:
            (sketch.starts if greens else sketch.goals)[:] = [mark.cell for mark in sure]
    elif len(others) == 2 and not (_same(*others) and paint.path and len(openings(walls)) == 2):
        sketch.ends = [mark.cell for mark in others]
    elif not others and len(cells.inked) == 2:
        sketch.ends = list(cells.inked)
    return sketch


def _same(one: Mark, other: Mark) -> bool:
    return bool(np.abs(one.colour - other.colour).max() <= ALIKE)


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
