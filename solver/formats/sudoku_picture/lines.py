"""Finds the 9×9 grid in a picture by its straight lines, wherever it stands and whatever is around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from solver.formats.pixels import Pixels, steps
from solver.puzzles.base import BoolGrid

Floats = npt.NDArray[np.float64]

SMALLEST_CELL = 11
"""Pixels; below that no digit can be read."""
FAINT = (24, 8, 4)
"""Differences between neighbouring pixels that may be the edge of a line, tried one after the other."""
COVERED = 0.55
"""The share of its length over which each line of the grid must be seen."""
COVERED_ON_AVERAGE = 0.8
BOXES = 0.15
"""By how much heavier lines around the boxes add to a grid's quality."""
CROSSING = 6
"""Pixels for which a line may be interrupted where a thick one crosses it."""
THICKEST = 10
"""Pixels between the two edges of a line."""
WIDE = 7
"""Columns with edges side by side, of which some may be of another line."""
MOST_POSITIONS = 120
MOST_LATTICES = 12


@dataclass(frozen=True, eq=False)
class Lattice:
    """Where the ten lines of each direction are; each line is the pixels from `low` up to and without `high`."""

    rows: tuple[tuple[int, int], ...]
    columns: tuple[tuple[int, int], ...]
    quality: float
    """Above 0.5 for a clear grid; the best one counts."""
    larger: bool = False
    """Whether the lines go on beyond it on the same pitch, as in a 16×16 grid."""

    def cell(self, row: int, column: int) -> tuple[slice, slice]:
        """The pixels inside a cell, without its lines."""
        return (
            slice(self.rows[row][1], self.rows[row + 1][0]),
            slice(self.columns[column][1], self.columns[column + 1][0]),
        )

    @property
    def side(self) -> float:
        """Height of a cell in pixels, lines included."""
        return (self.rows[-1][0] - self.rows[0][0]) / 9


def find_lattice(pixels: Pixels) -> Lattice | None:
    """The grid of 9×9 cells in `pixels` [height, width, 3]; None if there is none."""
    if min(pixels.shape[:2]) < 9 * SMALLEST_CELL:
        return None
    sharp_rows, sharp_columns = steps(pixels, 0), steps(pixels, 1)
    for threshold in FAINT:
        # Rows are found in the transposed picture, so that both directions are the same code.
        across = _Edges(sharp_columns, threshold)
        down = _Edges(sharp_rows.T, threshold)
        found = _best(across, down)
        if found is not None:
            return found
    return None


class _Edges:
    """Vertical edges of a picture: `seen[band, x]` says whether there is one in most of a band of rows."""

    def __init__(self, sharp: npt.NDArray[np.uint8], threshold: int) -> None:
        """`sharp` [height, width]: by how much each pixel differs from the one to its left."""
        self._sharp = sharp
        edges = sharp >= threshold
        height, self.width = edges.shape
        self.band = min(max(min(edges.shape) // 80, 3), 16)
        bands = height // self.band
        counts = edges[: bands * self.band].reshape(bands, self.band, self.width).sum(axis=1, dtype=np.uint8)
        # An edge that wavers by a pixel, as fractional scaling and JPEG leave it, is one edge.
        blurred = counts.copy()
        blurred[:, 1:] = np.maximum(blurred[:, 1:], counts[:, :-1])
        blurred[:, :-1] = np.maximum(blurred[:, :-1], counts[:, 1:])
        self.seen: BoolGrid = blurred >= 0.6 * self.band

    def long_lines(self) -> Floats:
        """Where, anywhere in the picture, a line is long enough to be one of the grid's."""
        needed = max(9 * SMALLEST_CELL * 0.7 / self.band, 0.05 * len(self.seen))
        return _middles(_longest_runs(self.seen, 1 + CROSSING // self.band), needed)

    def lines_between(self, top: float, bottom: float) -> Floats:
        """Where a line goes on over most of these rows."""
        return _middles(self._share(0, self.width, top, bottom), COVERED)

    def covered(self, x: float, tolerance: float, top: float, bottom: float) -> float:
        """The share of the bands between `top` and `bottom` in which an edge is seen at about `x`."""
        low, high = max(round(x - tolerance), 0), min(round(x + tolerance) + 1, self.width)
        part = self.seen[self._bands(top, bottom), low:high]
        return np.count_nonzero(part.any(axis=1)) / len(part) if part.size else 0.0

    def weight(self, x: float, tolerance: float, top: float, bottom: float) -> float:
        """How much ink the line at about `x` has: its width times its contrast."""
        first, behind = self.extent(x, tolerance, top, bottom)
        part = self._sharp[round(top) : round(bottom) : self.band, max(first - 1, 0) : behind + 2]
        strength = _median(part.max(axis=1).tolist()) if part.size else 0.0
        return strength * max(behind - first, 1)

    def extent(self, x: float, tolerance: float, top: float, bottom: float) -> tuple[int, int]:
        """The first pixel of the line at about `x`, and the first one behind it."""
        low, high = max(round(x - tolerance), 0), min(round(x + tolerance) + 1, self.width)
        share = self._share(low, high, top, bottom)
        strong = np.flatnonzero(share >= max(0.5 * share.max(initial=0.0), 0.3))
        if not strong.size:
            return round(x), round(x) + 1
        # `seen` is one pixel wider on both sides than the edges are.
        return low + int(strong[0]), low + int(strong[-1])

    def _share(self, low: int, high: int, top: float, bottom: float) -> Floats:
        part = self.seen[self._bands(top, bottom), low:high]
        share: Floats = part.mean(axis=0) if len(part) else np.zeros(high - low)
        return share

    def _bands(self, top: float, bottom: float) -> slice:
        return slice(round(top / self.band), max(round(bottom / self.band), round(top / self.band) + 1))


def _middles(strength: Floats | npt.NDArray[np.int64], needed: float) -> Floats:
    """The middle of each run of columns that are at least `needed` strong; of too many, the strongest."""
    columns = np.flatnonzero(strength >= needed)
    if not columns.size:
        return np.empty(0)
    groups = np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1)
    middles = np.array([(group[0] + group[-1]) / 2 for group in groups])
    if len(middles) > MOST_POSITIONS:
        best = [strength[group].max() for group in groups]
        middles = middles[np.sort(np.argsort(best, kind="stable")[-MOST_POSITIONS:])]
    # The two edges of a thick line are a line between them, or two lines that happen to be close to each other.
    near = np.flatnonzero(np.diff(middles) <= THICKEST)
    # And what looks like one wide line may be two that touch, each near one of its sides.
    wide = [group for group in groups if len(group) >= WIDE]
    sides = [float(side) for group in wide for side in (group[0] + 2, group[-1] - 2)]
    return np.sort(np.concatenate((middles, (middles[near] + middles[near + 1]) / 2, sides)))


def _longest_runs(seen: BoolGrid, gap: int) -> npt.NDArray[np.int64]:
    """For each column the largest number of bands between edges, among which up to `gap` in a row may have none."""
    longest = np.zeros(seen.shape[1], dtype=np.int64)
    run = np.zeros(seen.shape[1], dtype=np.int64)
    missed = np.zeros(seen.shape[1], dtype=np.int64)
    for band in seen:
        missed = np.where(band, 0, missed + 1)
        run = np.where(missed > gap, 0, run + 1)
        np.maximum(longest, np.where(band, run, 0), out=longest)
    return longest


@dataclass(frozen=True)
class _Comb:
    """Ten positions at about the same distance."""

    first: float
    last: float
    places: tuple[float, ...]
    uneven: float
    """Root mean square of the distances from even spacing, as a share of the pitch."""

    @property
    def pitch(self) -> float:
        return (self.last - self.first) / 9


def _combs(positions: Floats) -> list[_Comb]:
    """Every choice of a first and a last line between which eight more stand evenly."""
    if len(positions) < 10:
        return []
    first, last = np.triu_indices(len(positions), 9)
    start, end = positions[first], positions[last]
    pitch = (end - start) / 9
    wide = pitch >= SMALLEST_CELL
    start, end, pitch = start[wide], end[wide], pitch[wide]
    wanted = start[:, None] + pitch[:, None] * np.arange(10)
    after = np.clip(np.searchsorted(positions, wanted), 1, len(positions) - 1)
    left, right = positions[after - 1], positions[after]
    nearest = np.where(wanted - left <= right - wanted, left, right)
    off = np.abs(nearest - wanted) / pitch[:, None]
    fits = (off <= np.maximum(0.11, 2.2 / pitch)[:, None]).all(axis=1)
    uneven = np.sqrt((off**2).mean(axis=1))
    fitting = np.flatnonzero(fits)
    chosen: list[_Comb] = []
    for index in fitting[np.argsort(uneven[fits] - 0.02 * np.log(pitch[fits]), kind="stable")].tolist():
        comb = _Comb(float(start[index]), float(end[index]), tuple(nearest[index].tolist()), float(uneven[index]))
        # The two sides of a thick line make combs that are nearly the same.
        near = max(2.5, 0.1 * comb.pitch)
        if all(abs(comb.first - one.first) > near or abs(comb.last - one.last) > near for one in chosen):
            chosen.append(comb)
        if len(chosen) == MOST_LATTICES:
            break
    return chosen


def _best(across: _Edges, down: _Edges) -> Lattice | None:
    """The pair of combs, one in each direction, whose twenty lines are seen best."""
    best: tuple[float, _Comb, _Comb] | None = None
    for columns, rows in _pairs(across, down):
        uneven = columns.uneven + rows.uneven
        if best is not None and 1.0 + 2 * BOXES - uneven <= best[0]:
            continue
        quality = _quality(across, down, columns, rows)
        if quality > 0:
            quality += _boxes(across, columns, rows) + _boxes(down, rows, columns) - uneven
        if quality > 0 and (best is None or quality > best[0]):
            best = (quality, columns, rows)
    if best is None:
        return None
    quality, columns, rows = best
    return Lattice(
        tuple(_extents(down, rows, columns)),
        tuple(_extents(across, columns, rows)),
        quality,
        larger=_goes_on(across, columns, rows) and _goes_on(down, rows, columns),
    )


def _pairs(across: _Edges, down: _Edges) -> Iterator[tuple[_Comb, _Comb]]:
    """Combs of columns with combs of rows that lie between their first and last line, of about square cells."""
    # Lines that have nothing to do with the grid disturb in one direction more than in the other.
    for columns in _combs(across.long_lines()):
        for rows in _combs(down.lines_between(columns.first, columns.last)):
            if _square(columns, rows):
                yield columns, rows
    for rows in _combs(down.long_lines()):
        for columns in _combs(across.lines_between(rows.first, rows.last)):
            if _square(columns, rows):
                yield columns, rows


def _square(one: _Comb, other: _Comb) -> bool:
    return 0.8 <= one.pitch / other.pitch <= 1.25


def _quality(across: _Edges, down: _Edges, columns: _Comb, rows: _Comb) -> float:
    """The mean share of the twenty lines that is seen; -1 if any line is missing."""
    shares = []
    for edges, lines, others in ((across, columns, rows), (down, rows, columns)):
        for place in lines.places:
            share = edges.covered(place, max(2.0, 0.06 * lines.pitch), others.first, others.last)
            if share < COVERED:
                return -1.0
            shares.append(share)
    mean = float(np.mean(shares))
    return mean if mean >= COVERED_ON_AVERAGE else -1.0


def _boxes(edges: _Edges, lines: _Comb, others: _Comb) -> float:
    """From -`BOXES` to `BOXES`: whether every third line, from the first on, is heavier than the others.

    So that the keys below a grid, or the frame around it, are not taken for a part of it.
    """
    tolerance = max(2.0, 0.1 * lines.pitch)
    weights = [edges.weight(place, tolerance, others.first, others.last) for place in lines.places]
    third = [_median(weights[start::3]) for start in range(3)]
    total = sum(third)
    if total <= 0:
        return 0.0
    return BOXES * min(max(2 * (third[0] - max(third[1:])) / total, -1.0), 1.0)


def _median(values: Sequence[float]) -> float:
    """Of few values, which NumPy would take longer for."""
    ordered, middle = sorted(values), len(values) // 2
    return float(ordered[middle]) if len(values) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _goes_on(edges: _Edges, lines: _Comb, others: _Comb) -> bool:
    """Whether there is one more such line on either side."""
    beyond = (lines.first - lines.pitch, lines.last + lines.pitch)
    tolerance = max(2.0, 0.06 * lines.pitch)
    return any(
        tolerance <= place < edges.width - tolerance
        and edges.covered(place, tolerance, others.first, others.last) >= COVERED_ON_AVERAGE
        for place in beyond
    )


def _extents(edges: _Edges, lines: _Comb, others: _Comb) -> list[tuple[int, int]]:
    tolerance = max(2.0, 0.16 * lines.pitch)
    return [edges.extent(place, tolerance, others.first, others.last) for place in lines.places]
