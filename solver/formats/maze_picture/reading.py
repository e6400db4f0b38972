"""From pixels to a maze: readings are tried from the likeliest to the least likely, and only a clear one counts."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from solver.formats.maze_ends import COLOURS, Finished, Sketch, border, finished
from solver.formats.maze_picture.cells import Areas, Cells, cells_of
from solver.formats.maze_picture.colours import ALIKE, Codes, codes_of, distances, dominant, luminance, mixing
from solver.formats.maze_picture.grid_lines import without_grid_lines
from solver.formats.maze_picture.lattice import Axis, blocks, lines, runs_of
from solver.formats.maze_picture.marks import Mark, paint_in
from solver.formats.maze_picture.page import UNIFORM, Layer, layers
from solver.messages import Template
from solver.puzzles.base import PuzzleError
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
CLOSED = 0.7
"""Of the border around a margin: so much must be wall, or the margin is a part of the maze."""


NOTHING, ENDS, SIZE, MARKS, FOUND = range(5)
"""How far a reading got: to no grid, to one without ends, to one too large, to marks that do not fit, or to the end."""
SURE = 0.85
"""Of the outermost pixels: so many of a light colour are a border of light walls."""
ENOUGH = 0.3
"""Of all edges: so many are straight in a maze whose corners alone are round."""


@dataclass(frozen=True)
class Supposition:
    """A supposed colour of walls within a part of the picture."""

    codes: Codes
    wall: npt.NDArray[np.float32]
    floor: npt.NDArray[np.float32]
    closed: bool
    """Whether the walls were taken from the border, which must then be walled."""
    depth: int
    flush: bool
    """Whether the maze reaches the edges of this part."""

    @property
    def dark(self) -> bool:
        """Whether walls are darker than the floor."""
        return luminance(self.wall) < luminance(self.floor)


def maze_in(pixels: npt.NDArray[np.uint8]) -> Finished:
    """The maze in a picture of [height, width, 3]; raises `PuzzleError` if there is none that is clear."""
    codes = codes_of(pixels)
    worst: tuple[int, PuzzleError] | None = None
    refused = -1
    for supposed in _suppositions(codes):
        if not supposed.dark and supposed.depth <= refused:
            # Dark walls were clear, but are no maze: what is left over between them is none either.
            continue
        errors: list[tuple[int, PuzzleError]] = []
        for stage, result in _readings(supposed):
            if isinstance(result, Finished):
                return result
            errors.append((stage, result))
        furthest = max(errors, key=lambda error: error[0], default=(NOTHING, None))
        if furthest[1] is None:
            continue
        if furthest[0] == MARKS or (furthest[0] == SIZE and supposed.dark):
            raise furthest[1]
        if furthest[0] == ENDS and supposed.dark:
            refused = max(refused, supposed.depth)
        if worst is None or furthest[0] > worst[0]:
            worst = furthest[0], furthest[1]
    raise worst[1] if worst is not None else PuzzleError(BLANK())


def _suppositions(codes: Codes) -> Iterator[Supposition]:
    """Dark walls first, and those within a margin before the margin itself."""
    peeled = layers(codes)
    from_edges = [
        (layer.edge.share, each)
        for layer in peeled
        if layer.edge.share >= 0.4 and (each := _of_edge(codes, layer)) is not None
    ]
    # A border that is mostly light may be the open border of a maze with dark walls.
    sure = [each for share, each in from_edges if each.dark or share >= SURE]
    unsure = [each for share, each in from_edges if not each.dark and share < SURE]
    yield from sorted(sure, key=lambda each: (not each.dark, -each.depth))
    for layer in reversed(peeled):
        part = layer.box.of(codes)
        first = dominant(part)
        second = dominant(part, distances(first.colour) <= 1.5 * ALIKE) if first is not None else None
        if first is None or second is None:
            continue
        pair = sorted((first.colour, second.colour), key=luminance)
        if not any(_alike(each, pair) for each in sure if each.depth == layer.depth and not each.closed):
            yield Supposition(
                without_grid_lines(part), pair[0], pair[1], False, layer.depth, layer.edge.share < UNIFORM
            )
    yield from unsure


def _alike(supposed: Supposition, pair: list[npt.NDArray[np.float32]]) -> bool:
    return all(np.abs(a - b).max() < 12 for a, b in zip((supposed.wall, supposed.floor), pair, strict=True))


def _of_edge(codes: Codes, layer: Layer) -> Supposition | None:
    part = without_grid_lines(layer.box.of(codes))
    wall = layer.edge.colour
    if part.size != layer.box.of(codes).size:
        # The outermost pixels may have been grid lines.
        ring = np.concatenate((part[0], part[-1], part[:, 0], part[:, -1]))
        found = dominant(ring)
        if found is None:
            return None
        wall = found.colour
    floor = dominant(part, distances(wall) <= 1.5 * ALIKE)
    if floor is None:
        return None
    return Supposition(part, wall, floor.colour, layer.depth > 0, layer.depth, layer.edge.share < UNIFORM)


def _readings(supposed: Supposition) -> Iterator[tuple[int, Finished | PuzzleError]]:
    """The first clear reading of a supposition, and how far it got; none if there is no clear one."""
    amount, aside = mixing(supposed.wall, supposed.floor)
    scaled = np.round(amount * 255).astype(np.uint8)
    pixels = -1
    for threshold in (0.5, 0.3, 0.12):
        mask = (scaled > 255 * threshold)[supposed.codes]
        count = int(mask.sum())
        if count in (0, mask.size, pixels):
            continue
        pixels = count
        for part, inner in _parts(supposed, mask):
            areas: Areas | None = None
            for down, across in _grids(inner):
                rows, columns = len(down.edges) - 1, len(across.edges) - 1
                if min(rows, columns) < 3:
                    continue
                areas = areas or Areas(scaled[part])
                cells = cells_of(areas, down, across, threshold)
                if cells is None or _has_margin(cells.walls):
                    continue
                if supposed.closed and _closed(cells, part, aside, down, across) < CLOSED:
                    continue
                if max(rows, columns) > LARGEST:
                    yield SIZE, PuzzleError(TOO_FINE(rows=rows, columns=columns, most=LARGEST))
                    return
                sketch = _sketch(part, aside, cells, down, across)
                marked = sketch.starts or sketch.goals or sketch.ends
                try:
                    yield FOUND, finished(sketch, COLOURS())
                except PuzzleError as error:
                    yield MARKS if marked else ENDS, error
                return
    yield NOTHING, PuzzleError(NO_GRID())


def _has_margin(walls: npt.NDArray[np.bool_]) -> bool:
    """Whether walls are two deep on every side, as a page's margin is that was taken for wall."""
    sides = (walls[:2], walls[-2:], walls[:, :2], walls[:, -2:])
    return all(bool(side.all()) for side in sides)


def _parts(supposed: Supposition, mask: npt.NDArray[np.bool_]) -> Iterator[tuple[Codes, npt.NDArray[np.bool_]]]:
    """The part that walls reach, and the whole if that is larger; the whole first if it has no margin."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    inner = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    parts = [(supposed.codes[inner], mask[inner])]
    if mask[inner].shape != mask.shape:
        parts.insert(0 if supposed.flush else 1, (supposed.codes, mask))
    yield from parts


def _grids(mask: npt.NDArray[np.bool_]) -> Iterator[tuple[Axis, Axis]]:
    """Pairs of axes with about the same pitch: lines before blocks, all edges before the straight ones alone."""
    whole = 0
    seen: set[tuple[int, int, bool]] = set()
    for straight in (False, True):
        level, upright = runs_of(mask, straight=straight), runs_of(mask.T, straight=straight)
        number = level.starts.size + upright.starts.size
        whole = whole or number
        if not level.starts.size or not upright.starts.size or number < ENOUGH * whole:
            return
        for fit in (lines, blocks):
            for down in fit(upright):
                for across in fit(level):
                    if 0.88 < down.pitch / across.pitch < 1.14:
                        shape = (len(down.edges), len(across.edges), down.lined)
                        if shape not in seen:
                            seen.add(shape)
                            yield down, across
                        break


def _sketch(codes: Codes, aside: npt.NDArray[np.float32], cells: Cells, down: Axis, across: Axis) -> Sketch:
    """Walls and marks: green is the start, red the goal; of others, nothing says which is which."""
    paint = paint_in(codes, aside, cells.walls, down, across)
    sketch = Sketch(cells.walls, path=list(paint.path))
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
    elif len(others) == 2:
        sketch.ends = [mark.cell for mark in others]
    elif not others and len(cells.inked) == 2:
        sketch.ends = list(cells.inked)
    return sketch


def _closed(cells: Cells, codes: Codes, aside: npt.NDArray[np.float32], down: Axis, across: Axis) -> float:
    """How much of the border is wall, marks counted."""
    ring = border(cells.walls.shape)
    marks = {mark.cell for mark in paint_in(codes, aside, cells.walls, down, across).marks}
    return sum(bool(cells.walls[cell]) or cell in marks for cell in ring) / len(ring)
