"""The grid on which the walls of a picture stand: equal blocks, or lines with passages between them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]

MOST = 260
"""Blocks or lines that are looked for, so that a maze which is too large is told so."""
FINEST = 2.5
"""Pixels: smaller blocks must have whole pixels, or else any edges would fit."""
FITTING = 0.96
"""Of all edges, those that must lie on the grid."""


@dataclass(frozen=True)
class Runs:
    """The runs of wall pixels in all rows of a mask."""

    starts: Places
    ends: Places
    """Exclusive."""
    length: int
    """Of a row."""

    @property
    def thickness(self) -> float:
        """How thick walls usually are: the shortest of the common run lengths."""
        lengths = self.ends - self.starts
        counts = np.bincount(lengths.astype(np.int64))
        smooth = np.convolve(counts, [1, 1, 1], "same")
        often = np.flatnonzero(smooth >= 0.25 * smooth.max())
        first = int(often[0])
        near = (lengths >= first) & (lengths <= max(first + 2, 1.3 * first))
        return float(lengths[near].mean())


@dataclass(frozen=True)
class Axis:
    """Where rows or columns of cells start and end, in pixels."""

    edges: Places
    """One more than there are cells."""
    pitch: float
    """Pixels from one line, or block, to the next."""
    lined: bool
    """Whether walls are lines: even cells are lines and posts, odd ones passages."""
    wall: float
    """How thick a wall is, in pixels."""


def runs_of(mask: Mask, *, straight: bool = False) -> Runs:
    """The runs in the rows of `mask`; those in its columns are the runs of its transpose.

    With `straight`, only those that start and end where the runs in the rows above and below do: where edges are
    soft, corners are round.
    """
    padded = _padded(mask)
    row, starts, ends = _changes(padded)
    if straight:
        inside = (row > 0) & (row < mask.shape[0] - 1)
        row, starts, ends = row[inside], starts[inside], ends[inside]
        kept = np.ones(row.size, dtype=bool)
        for beside in (row - 1, row + 1):
            kept &= padded[beside, starts + 1] & ~padded[beside, starts]
            kept &= padded[beside, ends] & ~padded[beside, ends + 1]
        starts, ends = starts[kept], ends[kept]
    return Runs(starts.astype(np.float64), ends.astype(np.float64), mask.shape[1])


def rows_of_runs(mask: Mask) -> tuple[Numbers, Numbers, Numbers]:
    """Row, start and end of each run in the rows of `mask`."""
    return _changes(_padded(mask))


def _padded(mask: Mask) -> Mask:
    padded = np.zeros((mask.shape[0], mask.shape[1] + 2), dtype=np.bool_)
    padded[:, 1:-1] = mask
    return padded


def _changes(padded: Mask) -> tuple[Numbers, Numbers, Numbers]:
    """As `rows_of_runs`, of a mask with a column of False on each side."""
    # Along each row, starts and ends take turns.
    at = np.flatnonzero(padded[:, 1:] != padded[:, :-1])
    row, starts = np.divmod(at[::2], padded.shape[1] - 1)
    return row, starts, at[1::2] - row * (padded.shape[1] - 1)


def blocks(runs: Runs) -> list[Axis]:
    """Grids of equal blocks that fit, the coarsest first."""
    found: list[Axis] = []
    places = np.concatenate((runs.starts, runs.ends))
    inner = places[(places > 0.5) & (places < runs.length - 0.5)]
    if not inner.size:
        return []
    counts = np.bincount(inner.astype(np.int64), minlength=runs.length + 1)
    at = np.flatnonzero(counts)
    weights = counts[at] / counts.sum()
    for number in range(2, min(MOST, runs.length) + 1):
        side = runs.length / number
        if side < FINEST and abs(side - round(side)) > 0.01:
            continue
        near = np.abs(at - side * np.round(at / side)) <= min(0.5 + 0.1 * side, max(0.3 * side, 0.01))
        if weights[near].sum() >= FITTING:
            # A finer grid of which this one is every second line fits as well; that is no other reading.
            if any(abs(number % _count(axis)) == 0 for axis in found):
                continue
            found.append(Axis(np.linspace(0, runs.length, number + 1), side, False, side))
            if len(found) == 3:
                break
    return found


def lines(runs: Runs) -> list[Axis]:
    """Grids of lines between passages that fit, the coarsest first."""
    wall = runs.thickness
    lengths = runs.ends - runs.starts
    thin = lengths <= 2.2 * wall + 1
    middles = (runs.starts + runs.ends) / 2
    thickened = False
    for border, inside in (
        (runs.starts == 0, runs.ends - wall / 2),
        (runs.ends == runs.length, runs.starts + wall / 2),
    ):
        # A border may be thicker than the other walls.
        if border.any() and (usual := float(np.median(lengths[border]))) > 2.2 * wall + 1:
            thick = border & (np.abs(lengths - usual) <= 1.5)
            middles[thick] = inside[thick]
            thin |= thick
            thickened = True
    middles = middles[thin]
    if not middles.size:
        return []
    counts = np.bincount(np.round(2 * middles).astype(np.int64), minlength=2 * runs.length + 1)
    at = np.flatnonzero(counts) / 2
    weights = counts[np.flatnonzero(counts)] / counts.sum()
    first, last = _ends(at, weights, wall)
    span = last - first
    found: list[Axis] = []
    for number in range(2, MOST // 2):
        pitch = span / number
        if pitch < (1.35 if not thickened else 3.5) * wall or pitch < 3:
            break
        away = (at - first) / pitch
        near = np.abs(away - np.round(away)) * pitch <= min(0.75 + 0.06 * pitch, 0.25 * pitch)
        if weights[near].sum() >= FITTING and _long_ends_fit(runs, ~thin, first, pitch, wall):
            # As above, but a maze whose lines all happen to be every second one is not to be told from this.
            if any(number % _count(axis) == 0 for axis in found):
                continue
            middle = _refined(at, weights, first, pitch, number)
            half = wall / 2
            if middle[0] < 0.1 * wall - 1 or middle[-1] > runs.length - 0.1 * wall + 1:
                # Most of the border would lie outside.
                continue
            edges = np.stack((middle - half, middle + half), axis=1).ravel()
            found.append(Axis(edges, float((middle[-1] - middle[0]) / number), True, wall))
            if len(found) == 3:
                break
    return found


def _count(axis: Axis) -> int:
    return len(axis.edges) // 2 - 1 if axis.lined else len(axis.edges) - 1


def _ends(at: Places, weights: Places, wall: float) -> tuple[float, float]:
    """The middles of the outermost lines: soft edges may leave a few short runs beside them."""
    strong = at[weights >= 0.15 * weights.max()] if weights.size else at
    reach = max(1.0, 0.5 * wall)
    first, last = float(strong[0]), float(strong[-1])
    near_first, near_last = np.abs(at - first) <= reach, np.abs(at - last) <= reach
    return (
        float((at[near_first] * weights[near_first]).sum() / weights[near_first].sum()),
        float((at[near_last] * weights[near_last]).sum() / weights[near_last].sum()),
    )


def _refined(at: Places, weights: Places, first: float, pitch: float, number: int) -> Places:
    """The middles of the lines, by the straight line through what was measured."""
    index = np.round((at - first) / pitch)
    near = (np.abs(at - first - index * pitch) <= 0.75 + 0.06 * pitch) & (index >= 0) & (index <= number)
    if len(np.unique(index[near])) < 2:
        return np.linspace(first, first + pitch * number, number + 1)
    slope, start = np.polyfit(index[near], at[near], 1, w=np.sqrt(weights[near]))
    middle: Places = np.linspace(float(start), float(start + slope * number), number + 1)
    return middle


def _long_ends_fit(runs: Runs, long: Mask, first: float, pitch: float, wall: float) -> bool:
    """Whether walls that run along the row end at lines too."""
    if not long.any():
        return True
    ends = np.concatenate((runs.starts[long] + wall / 2, runs.ends[long] - wall / 2))
    away = np.abs((ends - first) / pitch - np.round((ends - first) / pitch)) * pitch
    return bool((away <= min(1.0 + 0.06 * pitch + 0.5 * wall, 0.35 * pitch)).mean() >= FITTING)
