"""Which cells of a grid on a picture are walls; whatever can't be told clearly is no reading."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from solver.formats.maze_picture.lattice import Axis, Places
from solver.puzzles.base import BoolGrid, Cell

Sums = npt.NDArray[np.uint32]
INK = 0.08
"""Of a wall's colour, in a free cell: so much is a letter or another mark."""
THICK = 0.3
"""Of the pitch: where walls are at least so thick, a post is a cell like any other, and may be free."""
THIN = 5
"""Pixels: lines that are no thicker may lie a pixel beside the grid."""
PALEST = 0.45
"""Of what a line usually has of a wall's colour: half a line has more."""
LATTICE = 0.95
"""Of the lines between cells: a maze has fewer, or no cell could be left."""
SOLID = 6
"""Pixels: the middle of a cell that large is of one colour, however soft its edges are."""
DOUBT = 0.3
"""A cell between this share of the threshold below and above it is not clear."""


class Areas:
    """The mean of a picture of 0 to 255 over rectangles, from its integral."""

    def __init__(self, picture: npt.NDArray[np.uint8]) -> None:
        self.shape = picture.shape
        # Sums may wrap around; their differences do not as long as a rectangle holds fewer than 16 million pixels.
        self._sums: Sums = np.zeros((picture.shape[0] + 1, picture.shape[1] + 1), dtype=np.uint32)
        np.cumsum(picture, axis=0, dtype=np.uint32, out=self._sums[1:, 1:])
        np.cumsum(self._sums[1:, 1:], axis=1, dtype=np.uint32, out=self._sums[1:, 1:])

    def sums(self, rows: tuple[Places, Places], columns: tuple[Places, Places]) -> npt.NDArray[np.float64]:
        """[R, C], in units of 255: the sums over R×C rectangles; the pixels of each are rounded, but never none."""
        top, bottom = _whole(*rows, self.shape[0])
        left, right = _whole(*columns, self.shape[1])
        sums = self._sums
        parts = (
            sums[np.ix_(bottom, right)]
            - sums[np.ix_(top, right)]
            - sums[np.ix_(bottom, left)]
            + sums[np.ix_(top, left)]
        )
        return parts.astype(np.float64) / 255

    def means(self, rows: tuple[Places, Places], columns: tuple[Places, Places]) -> npt.NDArray[np.float64]:
        """[R, C], 0 to 1: the means over R×C rectangles."""
        top, bottom = _whole(*rows, self.shape[0])
        left, right = _whole(*columns, self.shape[1])
        found: npt.NDArray[np.float64] = self.sums(rows, columns) / np.outer(bottom - top, right - left)
        return found


def _whole(first: Places, end: Places, most: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    start = np.clip(np.round(first).astype(np.int64), 0, most - 1)
    return start, np.clip(np.maximum(np.round(end).astype(np.int64), start + 1), 1, most)


@dataclass(frozen=True)
class Cells:
    """What the grid's cells are."""

    walls: BoolGrid
    inked: tuple[Cell, ...]
    """Free cells with something dark in them that is no wall, such as a letter."""


def cells_of(areas: Areas, down: Axis, across: Axis, threshold: float) -> Cells | None:
    """The cells between two axes' edges; None where they are not clear. `areas` is of how much each pixel is wall.

    A wall is what has more than `threshold` of a wall's colour: half, or less where all that is grey is wall.
    """
    if down.lined:
        return _between_lines(areas, down, across)
    rows, columns = _inner(down.edges, 0.25), _inner(across.edges, 0.25)
    amounts = areas.means(rows, columns)
    unclear = np.abs(amounts - threshold) < DOUBT * threshold
    walls = amounts > threshold
    if _few(unclear) is None:
        return None
    if min(down.pitch, across.pitch) >= SOLID and np.count_nonzero(np.abs(amounts - 0.5) < 0.2) > 2:
        # A third colour between the two: a floor beside a painted path, or a path beside the floor.
        return None
    walls &= ~unclear
    if _repeats(walls) and _repeats(walls.T):
        return None
    return Cells(walls, _few(~walls & (amounts > min(INK, threshold / 2))) or ())


def explains(walls: BoolGrid, down: Axis, across: Axis, mask: BoolGrid) -> bool:
    """Whether the mask of wall pixels has about as many edges as these walls have, so that none were overlooked."""
    for grid, drawn, here, there in ((walls, mask, down, across), (walls.T, mask.T, across, down)):
        heights = np.diff(here.edges)
        expected = float((np.diff(np.pad(grid, ((0, 0), (1, 1))).astype(np.int8), axis=1) != 0).sum(axis=1) @ heights)
        found = (
            np.count_nonzero(drawn[:, 1:] != drawn[:, :-1])
            + np.count_nonzero(drawn[:, 0])
            + np.count_nonzero(drawn[:, -1])
        )
        if not 0.7 * expected <= found <= 1.3 * expected + 6 * there.pitch:
            return False
    return True


def _between_lines(areas: Areas, down: Axis, across: Axis) -> Cells | None:
    """Lines and posts are the even rows and columns."""
    pitch = min(down.pitch, across.pitch)
    rim = -min(max(1.0, 0.08 * pitch), 2.5, 0.25 * pitch - 0.25)
    lines_down, lines_across = _inner(down.edges, rim, even=True), _inner(across.edges, rim, even=True)
    gaps_down, gaps_across = _inner(down.edges, 0.2, odd=True), _inner(across.edges, 0.2, odd=True)
    walls: BoolGrid = np.zeros((len(down.edges) - 1, len(across.edges) - 1), dtype=bool)
    walls[::2, ::2] = True
    unclear = np.zeros_like(walls)
    # In a small maze a thick border is what most runs of one direction show.
    wall = min(down.wall, across.wall)
    upright = areas.sums(gaps_down, lines_across) / _heights(gaps_down)[:, None] / wall
    level = areas.sums(lines_down, gaps_across) / _heights(gaps_across)[None, :] / wall
    inside = areas.means(_inner(down.edges, 0.3, odd=True), _inner(across.edges, 0.3, odd=True))
    # A border may be thicker than the walls inside, so that it says nothing of these.
    middle, gap = _between(np.concatenate((upright[:, 1:-1].ravel(), level[1:-1].ravel())), wall <= THIN)
    for part, amounts in ((np.s_[1::2, ::2], upright), (np.s_[::2, 1::2], level)):
        walls[part] = amounts > middle
        unclear[part] = np.abs(amounts - middle) < DOUBT / 2 * gap
    # A disc with a letter in it fills the middle of its cell, but no corner.
    walls[1::2, 1::2] = areas.means(_inner(down.edges, 0.08, odd=True), _inner(across.edges, 0.08, odd=True)) > 0.85
    posts = _posts(areas, down, across)
    if max(down.wall / down.pitch, across.wall / across.pitch) > THICK:
        walls[::2, ::2] = posts > 0.5
        unclear[::2, ::2] = np.abs(posts - 0.5) < DOUBT / 3
    elif min(down.wall, across.wall) >= 3 and ((posts < 0.4) & (_ends_at_posts(walls) > 1)).any():
        # Lines that meet where there is nothing are no lines.
        return None
    if min(down.edges.size, across.edges.size) > 6 and min(_share(walls[1:-1]), _share(walls.T[1:-1])) > LATTICE:
        # Lines between all cells are a grid, and no walls.
        return None
    inked = np.argwhere(_spread(inside > INK, walls.shape) & ~walls)
    if unclear.any() or len(inked) > max(2, 0.02 * inside.size) or _is_too_fine(walls):
        return None
    return Cells(walls, tuple((row, column) for row, column in inked.tolist()) if len(inked) <= 2 else ())


def _posts(areas: Areas, down: Axis, across: Axis) -> npt.NDArray[np.float64]:
    """[R + 1, C + 1]: how much of a wall's colour is where lines cross; soft ones may lie a pixel beside the grid."""
    rows, columns = _inner(down.edges, 0.25, even=True), _inner(across.edges, 0.25, even=True)
    if max(down.wall, across.wall) > THIN:
        return areas.means(rows, columns)
    around = [
        areas.means((rows[0] + y, rows[1] + y), (columns[0] + x, columns[1] + x))
        for y in (-1, 0, 1)
        for x in (-1, 0, 1)
    ]
    found: npt.NDArray[np.float64] = np.max(around, axis=0)
    return found


def _repeats(walls: BoolGrid) -> bool:
    """Whether most rows are like the one above, as if each cell were drawn as several."""
    return bool((walls[1:] == walls[:-1]).all(axis=1).mean() > 0.55)


def _is_too_fine(walls: BoolGrid) -> bool:
    """Whether only every second, third … line inside has walls at all, so that the grid is finer than the maze."""
    if min(walls.shape) <= 8:
        return False
    lines: tuple[BoolGrid, ...] = (np.any(walls[2:-2:2, 1::2], axis=1), np.any(walls[1::2, 2:-2:2], axis=0))
    if any(not line[::2].any() for line in lines):
        return True
    return all(int(np.gcd.reduce([line.size + 1, *(np.flatnonzero(line) + 1).tolist()])) > 1 for line in lines)


def _between(amounts: npt.NDArray[np.float64], thin: bool) -> tuple[float, float]:
    """Half-way between the amounts of gaps and of walls, and how far apart these are; thin lines may be pale."""
    # Thin lines beside a border that is twice as thick are half as strong as it.
    middle = max(0.25, min(0.5, float(np.percentile(amounts, 98)) / 2)) if amounts.size else 0.5
    for _ in range(6):
        low, high = amounts[amounts <= middle], amounts[amounts > middle]
        if not low.size or not high.size:
            return 0.5, 1.0
        middle = (float(np.median(low)) + float(np.median(high))) / 2
    floor = float(np.median(low))
    gap = float(np.median(high)) - floor
    if gap <= 0.4:
        return 0.5, 1.0
    if not thin:
        return middle, gap
    # Where a path was painted over half of some lines, these are still lines: the widest void is what parts the two.
    within = amounts[(amounts > floor + 0.1 * gap) & (amounts < floor + 0.9 * gap)]
    steps = np.concatenate(([floor + 0.1 * gap], np.sort(within), [floor + 0.9 * gap]))
    widest = int(np.diff(steps).argmax())
    if steps[widest + 1] < floor + PALEST * gap:
        # As pale as that are the lines between all cells.
        return middle, gap
    return float(steps[widest] + steps[widest + 1]) / 2, gap


def _ends_at_posts(walls: BoolGrid) -> npt.NDArray[np.int64]:
    """[R + 1, C + 1]: how many walls end at each post."""
    around = np.pad(walls, 1).astype(np.int64)
    ends: npt.NDArray[np.int64] = around[:-2, 1:-1] + around[2:, 1:-1] + around[1:-1, :-2] + around[1:-1, 2:]
    return ends[::2, ::2]


def _share(inside: BoolGrid) -> float:
    """How much of the lines between the cells of each column of passages is wall; the border is left out already."""
    return float(inside[1::2, 1::2].mean())


def _spread(inside: BoolGrid, shape: tuple[int, ...]) -> BoolGrid:
    whole = np.zeros(shape, dtype=bool)
    whole[1::2, 1::2] = inside
    return whole


def _few(unclear: BoolGrid) -> tuple[Cell, ...] | None:
    """The unclear cells, if there are so few that they may be marks."""
    count = int(unclear.sum())
    return tuple((row, column) for row, column in np.argwhere(unclear).tolist()) if count <= 2 else None


def _inner(edges: Places, margin: float, *, even: bool = False, odd: bool = False) -> tuple[Places, Places]:
    """From where to where cells reach without a margin on each side, a share of them; or less than 0: pixels more."""
    first, end = edges[:-1], edges[1:]
    if even or odd:
        first, end = first[int(odd) :: 2], end[int(odd) :: 2]
    if margin < 0:
        return first + margin, end - margin
    return first + margin * (end - first), end - margin * (end - first)


def _heights(spans: tuple[Places, Places]) -> npt.NDArray[np.float64]:
    first, end = np.round(spans[0]), np.round(spans[1])
    return np.maximum(end - first, 1)
