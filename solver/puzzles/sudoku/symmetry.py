"""The symmetries of Sudoku, hashes that do not change under them, and the canonical form of a puzzle.

Relabelling the digits, permuting rows within bands, bands, columns within stacks and stacks, and transposing turn a
Sudoku into one that is the same but for its looks. To keep training and evaluation apart, compare the cheap hashes
first (equal for all such versions; different ones might, rarely, share one), then the canonical forms (equal exactly
for such versions). `solution_hash` also catches different puzzles of one solution grid, as vicinity search makes them.
"""

import random
from dataclasses import dataclass
from itertools import permutations, product

import numpy as np
import numpy.typing as npt

from solver.puzzles.base import IntGrid

Hashes = npt.NDArray[np.uint64]

_LINE_ORDERS = tuple(
    tuple(3 * part + line for part, order in zip(parts, orders, strict=True) for line in order)
    for parts in permutations(range(3))
    for orders in product(permutations(range(3)), repeat=3)
)
"""The 1,296 orders of nine rows, or columns, that keep bands, or stacks, together."""


@dataclass(frozen=True)
class Symmetry:
    """One of the 9! · 6⁸ · 2 symmetries: transpose, then reorder rows and columns, then relabel."""

    transpose: bool
    rows: tuple[int, ...]
    """Which old row (after transposing) each new one is."""
    columns: tuple[int, ...]
    digits: tuple[int, ...]
    """Ten numbers: what 0 (a blank: 0) and the digits 1–9 become."""

    def apply(self, grids: IntGrid) -> IntGrid:
        """`grids` [..., 9, 9] (0 blank) in the new guise."""
        turned = np.swapaxes(grids, -1, -2) if self.transpose else grids
        reordered = turned[..., self.rows, :][..., self.columns]
        relabelled: IntGrid = np.asarray(self.digits, dtype=np.int64)[reordered]
        return relabelled

    def undo(self, grids: IntGrid) -> IntGrid:
        """The grids [..., 9, 9] that `apply` turned into `grids`."""
        labelled = np.argsort(self.digits)[grids]
        ordered = labelled[..., np.argsort(self.rows), :][..., np.argsort(self.columns)]
        original: IntGrid = np.swapaxes(ordered, -1, -2) if self.transpose else ordered
        return original


def random_symmetry(rng: random.Random) -> Symmetry:
    """A symmetry drawn uniformly."""
    return Symmetry(
        transpose=rng.random() < 0.5,
        rows=rng.choice(_LINE_ORDERS),
        columns=rng.choice(_LINE_ORDERS),
        digits=(0, *rng.sample(range(1, 10), 9)),
    )


def puzzle_hash(grids: IntGrid) -> Hashes:
    """[B] hashes of puzzles [B, 9, 9] (0 blank), the same for symmetric ones.

    Colour refinement: each cell's colour is mixed again and again with those of its row, column, box, band, stack and
    digit. A full grid looks the same from every cell, so all solutions share one hash: use `solution_hash` for them.
    """
    colours = np.where(grids > 0, np.uint64(1), np.uint64(2))
    for _ in range(4):
        mixed = _mix(colours)
        by_digit = np.zeros_like(mixed)
        for digit in range(1, 10):
            here = grids == digit
            total = np.where(here, mixed, np.uint64(0)).sum(axis=(1, 2), dtype=np.uint64)
            by_digit = np.where(here, _mix(total)[:, None, None], by_digit)
        boxes = mixed.reshape(-1, 3, 3, 3, 3).sum(axis=(2, 4), dtype=np.uint64)
        by_box = _mix(boxes).repeat(3, axis=1).repeat(3, axis=2)
        by_row = _line_colours(mixed)[:, :, None]
        by_column = _line_colours(np.swapaxes(mixed, 1, 2))[:, None, :]
        # A sum, because transposing exchanges rows and columns.
        colours = _mix(_mix(_mix(colours + by_digit) + by_box) + by_row + by_column)
    return _mix(_mix(colours).sum(axis=(1, 2), dtype=np.uint64))


def solution_hash(grids: IntGrid) -> Hashes:
    """[B] hashes of full grids [B, 9, 9], the same for symmetric ones.

    Two rows are a permutation of nine digits; its cycle lengths stay the same however the grid is relabelled or
    turned. The hash gathers those of all pairs of rows, and of all pairs of columns.
    """
    return _mix(_cycles_hash(grids) + _cycles_hash(np.swapaxes(grids, 1, 2)))


def _cycles_hash(grids: IntGrid) -> Hashes:
    where = np.argsort(grids, axis=2)
    batch = np.arange(len(grids))[:, None, None, None]
    row = np.arange(9)[None, :, None, None]
    step = where[batch, row, (grids - 1)[:, None, :, :]]
    power = step
    cycles = np.zeros(step.shape[:3], dtype=np.uint64)
    # How many columns are back after 2 to 7 steps tells the lengths of all cycles.
    for _ in range(2, 8):
        power = np.take_along_axis(step, power, axis=3)
        cycles = cycles * np.uint64(10) + (power == np.arange(9)).sum(axis=3, dtype=np.uint64)
    same_band = np.arange(9)[:, None] // 3 == np.arange(9)[None, :] // 3
    pairs = _mix(cycles * np.uint64(2) + same_band.astype(np.uint64))
    gathered: Hashes = _mix(_line_colours(pairs)).sum(axis=1, dtype=np.uint64)
    return gathered


def _line_colours(cells: Hashes) -> Hashes:
    """[B, 9] from [B, 9, 9]: each line's cells, then the lines of its band, mixed whatever their order."""
    lines = _mix(cells.sum(axis=2, dtype=np.uint64))
    bands = _mix(lines.reshape(-1, 3, 3).sum(axis=2, dtype=np.uint64)).repeat(3, axis=1)
    return _mix(lines + (bands << np.uint64(1)))


def _mix(values: Hashes) -> Hashes:
    """The finaliser of SplitMix64 (Steele, Lea, Flood 2014)."""
    values = values + np.uint64(0x9E3779B97F4A7C15)
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Hashes = values ^ (values >> np.uint64(31))
    return mixed
