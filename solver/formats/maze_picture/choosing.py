"""Which of several readings of a maze's picture is meant, and which other one a person may have meant."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from solver.formats.maze_ends import COLOURS, Finished, Sketch, finished, openings
from solver.formats.maze_picture.ends import sketch
from solver.formats.maze_picture.islands import largest_group
from solver.formats.maze_picture.marks import Paint
from solver.formats.maze_picture.page import OTHER
from solver.formats.maze_picture.suppositions import Supposition
from solver.messages import Template
from solver.puzzles.base import BoolGrid, Cell, PuzzleError
from solver.puzzles.maze.cells import LARGEST, SMALLEST
from solver.puzzles.maze.puzzle import MazePuzzle

TOO_FINE = Template(
    "maze.picture_too_large",
    "This picture shows a maze of {rows}×{columns} cells, including walls. At most {most} rows and columns are read.",
)
MOST_GAPS = 2
"""Gaps in the border of a maze that is closed but for its openings."""
MOSTLY = 0.9
"""Of all free cells."""
ONE_CELL = (0.8, 1.25)
"""Of a cell's side: a margin as wide as that may be a border of the other colour."""


@dataclass(frozen=True, eq=False)
class Reading:
    """A clear grid with its walls and marks, right or wrong."""

    supposed: Supposition
    walls: BoolGrid
    paint: Paint
    inked: tuple[Cell, ...]
    """Free cells with something of a wall's colour in them, such as a letter."""
    side: float
    """Pixels of a cell's side."""
    gaps: int
    """In the border, marks not counted."""
    lined: bool
    """Whether walls are lines between passages."""

    @property
    def strong(self) -> bool:
        """Whether the border is closed but for two openings, and its colour is the walls'."""
        return self.supposed.from_edge and self.gaps <= MOST_GAPS

    @property
    def closed(self) -> bool:
        """Whether its own border, which is not the page's, is closed all round but for marks."""
        return not self.supposed.unframed and not self.gaps and bool(self.paint.marks) and not self.hollow

    @property
    def fits(self) -> bool:
        """Whether it is not too large for a maze."""
        return bool(max(self.walls.shape) <= LARGEST)

    @property
    def large_enough(self) -> bool:
        """Whether it has as many rows and columns as the smallest maze."""
        return bool(min(self.walls.shape) >= SMALLEST)

    @property
    def regular(self) -> bool:
        """Whether walls and passages lie as in a maze of lines: posts at even cells, passages at odd ones."""
        odd = self.walls.shape[0] % 2 and self.walls.shape[1] % 2
        return bool(odd and self.walls[::2, ::2].mean() > 0.97 and self.walls[1::2, 1::2].mean() < 0.05)

    @property
    def hollow(self) -> bool:
        """Whether there is no wall within the border, as in a frame or a page's edge that was taken for a maze."""
        inner = self.walls[1:-1, 1:-1].copy()
        if self.lined:
            inner[1::2, 1::2] = False
        return not inner.any()

    @property
    def unmarked(self) -> bool:
        """Whether nothing in the cells could be a start or a goal."""
        return not self.paint.marks and not self.inked

    @property
    def of_page(self) -> bool:
        """Whether its walls have the colour of what was peeled off around, which was rather their border."""
        page = self.supposed.layer.page
        return (
            not self.supposed.unframed and page is not None and bool(np.abs(self.supposed.wall - page).max() <= OTHER)
        )

    @property
    def beyond_doubt(self) -> bool:
        """Whether no other reading of the same picture needs a look."""
        if (
            not (self.strong and self.fits and self.large_enough and self.supposed.dark)
            or self.hollow
            or self.supposed.unframed
            or self.of_page
        ):
            return False
        if self.unmarked and self.gaps < MOST_GAPS:
            return False
        layer = self.supposed.layer
        if layer.around is None or (self.lined and self.closed and self.natural):
            return True
        low, high = ONE_CELL[0] * self.side, ONE_CELL[1] * self.side
        return not all(low <= margin <= high for margin in layer.box.margins(layer.around))

    @cached_property
    def connected(self) -> bool:
        """Whether most free cells can be reached from one another, as in a maze, but not among blots on a page."""
        free = ~self.walls
        return bool(largest_group(free) >= MOSTLY * np.count_nonzero(free))

    @property
    def drawn(self) -> bool:
        """Whether there is a page of another colour around it."""
        layer = self.supposed.layer
        away = float(np.abs(self.supposed.wall - layer.edge.colour).max())
        return layer.depth > 0 or (not self.supposed.flush and away > OTHER)

    @property
    def sure_border(self) -> bool:
        """Whether its border was drawn; a light one at the picture's edge may be a margin."""
        return self.strong and (self.supposed.dark or self.drawn)

    @cached_property
    def sketch(self) -> Sketch:
        """Walls and marks."""
        return sketch(self.walls, self.paint, self.inked)

    @cached_property
    def natural(self) -> bool:
        """Whether start and goal are in passages of a maze of lines, or in its border, and not at its posts."""
        marked = [*self.sketch.starts, *self.sketch.goals, *self.sketch.ends] or openings(self.walls)
        return self.regular and len(marked) == 2 and all(row % 2 or column % 2 for row, column in marked)

    def finished(self) -> Finished:
        """The maze; raises `PuzzleError` if it is none."""
        if not self.fits:
            rows, columns = self.walls.shape
            raise PuzzleError(TOO_FINE(rows=rows, columns=columns, most=LARGEST))
        return finished(self.sketch, COLOURS())


@dataclass(frozen=True)
class Choice:
    """The maze of a picture."""

    finished: Finished
    other: MazePuzzle | None = None
    """What it would be with walls of the other colour, if that makes sense as well."""


def chosen(readings: list[Reading]) -> Choice:
    """The maze of the likeliest reading; raises `PuzzleError` for what is wrong with it.

    A reading without a way to the goal is likely to be a wrong one, so it is the last to be taken.
    """
    ranked = _ranked(readings)
    first = ranked[0]
    try:
        found = first.finished()
    except PuzzleError:
        other = _next(first, ranked[1:], no_way=False) if first.fits else None
        if other is None:
            raise
        return Choice(other)
    if found.puzzle.no_answer is not None:
        return Choice(_next(first, ranked[1:], no_way=True) or found)
    return Choice(found, _other(first, ranked[1:]))


def _next(first: Reading, rest: list[Reading], *, no_way: bool) -> Finished | None:
    """The likeliest of the other readings with a way to the goal; `no_way` tells that `first` is a maze without one."""
    for reading in rest:
        # A border that was drawn is a border, whatever is wrong with the marks, unless others close around it.
        weaker = no_way or not reading.strong
        if not reading.fits or (first.sure_border and weaker and not _encloses(reading, first)):
            continue
        try:
            found = reading.finished()
        except PuzzleError:
            continue
        if found.puzzle.no_answer is None:
            return found
    return None


def _ranked(readings: list[Reading]) -> list[Reading]:
    """The likeliest reading first; what is far finer than the others is left out.

    Hollow ones come last, and only where their border is closed: that is a room without walls, or a frame.
    """
    solid = [reading for reading in readings if not reading.hollow]
    hollow = [reading for reading in readings if reading.hollow and (reading.strong or not solid)]
    if not solid:
        return _in_order(hollow)
    return _in_order(solid) + (_in_order(hollow) if hollow else [])


def _in_order(solid: list[Reading]) -> list[Reading]:
    coarsest = max(reading.side for reading in solid)
    kept = [each for each in solid if each.side > 0.75 * coarsest or (each.strong and each.regular)]
    enclosed = [
        any(
            _encloses(other, each)
            and (other.drawn or _alike(other, each))
            and (other.natural or not other.supposed.unframed or each.supposed.unframed)
            for other in kept
        )
        for each in kept
    ]
    # Walls that close up all round were drawn; a page of the floor's colour around them is no wall.
    closed = any(each.closed for each in kept)
    order = sorted(
        range(len(kept)),
        key=lambda at: (
            not kept[at].fits,
            not kept[at].large_enough,
            not kept[at].natural,
            not kept[at].paint.marks and kept[at].gaps > MOST_GAPS,
            not kept[at].connected,
            kept[at].of_page,
            kept[at].supposed.unframed and closed,
            not kept[at].strong or enclosed[at],
            kept[at].supposed.unframed,
            not kept[at].supposed.dark,
            -kept[at].supposed.layer.depth,
        ),
    )
    return [kept[at] for at in order]


def _other(first: Reading, rest: list[Reading]) -> MazePuzzle | None:
    """A maze with walls of the other colour that is about as likely as `first`."""
    if first.beyond_doubt:
        return None
    for reading in rest:
        if _alike(reading, first) or not reading.fits or reading.supposed.unframed:
            continue
        # A light border at the picture's edge may be a margin.
        if reading.natural >= first.natural and (reading.strong >= first.strong or not first.drawn):
            try:
                puzzle = reading.finished().puzzle
            except PuzzleError:
                continue
            if puzzle.no_answer is None:
                return puzzle
    return None


def _encloses(outer: Reading, inner: Reading) -> bool:
    """Whether one reading is another with a ring around: of walls of the other colour, or of walls and passages."""
    if outer.gaps > MOST_GAPS or not 0.8 < outer.side / inner.side < 1.25:
        return False
    more = tuple(np.subtract(outer.walls.shape, inner.walls.shape).tolist())
    return more == ((4, 4) if _alike(outer, inner) else (2, 2))


def _alike(one: Reading, other: Reading) -> bool:
    """Whether two readings have walls of the same kind, dark or light."""
    return one.supposed.dark == other.supposed.dark
