"""The exact Sudoku search, in plain Python: for uniqueness, rating and generating only, never to fill an answer.

A grid is one integer of 729 bits, bit 81·(digit − 1) + cell set while that digit is possible in that cell. Each of the
324 constraints (a cell holds one digit; a row, column or box holds each digit once) covers nine bits at regular
distances, so a few shifts over the whole integer count the candidates of all constraints at once.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from solver.puzzles.sudoku.units import PEERS, UNITS

ALL = (1 << 729) - 1
CELLS = (1 << 81) - 1
GIVE_UP = 20_000
"""Backtracks after which a search for uniqueness gives up: seconds, and far above any known proper puzzle."""

DIFFICULTIES = ("easy", "medium", "hard", "expert", "extreme")
LEAST_BACKTRACKS = {"easy": 0, "medium": 1, "hard": 10, "expert": 50, "extreme": 200}
"""Easy puzzles fall to singles alone; a uniformly drawn minimal puzzle takes about 4 backtracks."""


def _every_digit(cells: Sequence[int]) -> int:
    return sum(1 << (81 * digit + cell) for digit in range(9) for cell in cells)


# Each family of constraints: where its constraints begin, and the two distances over which each takes three by three.
_FAMILIES = (
    (CELLS, 81, 243),
    (_every_digit(range(0, 81, 9)), 1, 3),
    (_every_digit(range(9)), 9, 27),
    (_every_digit([27 * band + 3 * stack for band in range(3) for stack in range(3)]), 1, 9),
)


def _keep(digit: int, cell: int) -> int:
    same_cell = sum(1 << (81 * other + cell) for other in range(9) if other != digit)
    return ALL ^ same_cell ^ sum(1 << (81 * digit + peer) for peer in PEERS[cell])


_KEEP = tuple(_keep(digit, cell) for digit in range(9) for cell in range(81))
"""What remains possible beside each candidate, itself included."""


@dataclass(frozen=True)
class Search:
    """What a search found."""

    solutions: tuple[tuple[int, ...], ...]
    """The first solutions, up to the limit, 81 digits each."""
    backtracks: int
    """Digits tried in cells where singles alone led no further."""
    complete: bool
    """False if the search gave up: there may be more solutions than it found."""

    @property
    def unique(self) -> bool:
        """Whether there is exactly one solution (meaningful for a limit of at least two)."""
        return self.complete and len(self.solutions) == 1


@dataclass(frozen=True)
class Rating:
    """How hard a puzzle is for the exact search."""

    backtracks: int
    difficulty: str
    """One of `DIFFICULTIES`."""


class _GaveUpError(Exception):
    pass


def search(
    givens: Sequence[int],
    limit: int = 2,
    *,
    give_up: int = GIVE_UP,
    rng: random.Random | None = None,
    anywhere: bool = False,
) -> Search:
    """Find up to `limit` solutions of `givens` (81 digits, 0 blank), most constrained cell first.

    Naked and hidden singles are propagated before each choice. Digits are tried in ascending order, or, with `rng`,
    in a random one. With `anywhere`, the choice is where a digit goes in a row, column or box as well: that is slower
    per choice, but takes far fewer where there is no solution. After `give_up` backtracks the search stops, incomplete.
    """
    choose = _most_constrained_anywhere if anywhere else _most_constrained
    candidates = ALL
    for cell, digit in enumerate(givens):
        if digit:
            bit = 81 * (digit - 1) + cell
            if not candidates >> bit & 1:
                return Search((), 0, True)
            candidates &= _KEEP[bit]
    solutions: list[tuple[int, ...]] = []
    backtracks = 0

    def explore(candidates: int) -> None:
        nonlocal backtracks
        propagated = _propagate(candidates)
        if not propagated:
            return
        if propagated.bit_count() == 81:
            solutions.append(_digits(propagated))
            return
        choices = choose(propagated)
        if rng:
            rng.shuffle(choices)
        for bit in choices:
            if backtracks == give_up:
                raise _GaveUpError
            backtracks += 1
            explore(propagated & _KEEP[bit])
            if len(solutions) >= limit:
                return

    try:
        explore(candidates)
    except _GaveUpError:
        return Search(tuple(solutions), backtracks, False)
    return Search(tuple(solutions), backtracks, True)


def rate(givens: Sequence[int]) -> Rating:
    """Rate a puzzle, 81 digits (0 blank), by the backtracks that proving uniqueness takes.

    See `LEAST_BACKTRACKS` for the thresholds. The number depends a little on how the puzzle is turned and labelled,
    as ties are broken by position and digit.
    """
    return rate_backtracks(search(givens).backtracks)


def rate_backtracks(backtracks: int) -> Rating:
    """The rating that this number of backtracks means."""
    difficulty = max((name for name in DIFFICULTIES if backtracks >= LEAST_BACKTRACKS[name]), key=DIFFICULTIES.index)
    return Rating(backtracks, difficulty)


def _propagate(candidates: int) -> int:
    """Place naked and hidden singles until none is left; 0 if a constraint has no candidate left."""
    placed = 0
    while True:
        singles = 0
        for anchors, near, far in _FAMILIES:
            a, b, c = candidates, candidates >> near, candidates >> 2 * near
            ab = a | b
            some, several = ab | c, (a & b) | (ab & c)
            a, b, c = some, some >> far, some >> 2 * far
            ab = a | b
            several |= (several >> far) | (several >> 2 * far) | (a & b) | (ab & c)
            if anchors & ~(ab | c):
                return 0
            alone = anchors & ~several
            alone |= alone << near | alone << 2 * near
            singles |= alone | alone << far | alone << 2 * far
        new = singles & candidates & ~placed
        if not new:
            return candidates
        placed |= new
        while new:
            lowest = new & -new
            candidates &= _KEEP[lowest.bit_length() - 1]
            new ^= lowest


def _most_constrained(candidates: int) -> list[int]:
    """The candidates, digits ascending, of the first cell that has the fewest but more than one."""
    at_least = [CELLS] + [0] * 9
    for digit in range(9):
        board = candidates >> 81 * digit & CELLS
        for count in range(digit + 1, 0, -1):
            at_least[count] |= at_least[count - 1] & board
    at_least.append(0)
    cells = next(cells for count in range(2, 10) if (cells := at_least[count] & ~at_least[count + 1]))
    cell = (cells & -cells).bit_length() - 1
    return [bit for bit in range(cell, 729, 81) if candidates >> bit & 1]


_CONSTRAINTS = tuple(
    sum(1 << bit for bit in bits)
    for bits in (
        *(range(cell, 729, 81) for cell in range(81)),
        *([81 * digit + cell for cell in unit] for unit in UNITS for digit in range(9)),
    )
)
"""Each constraint's candidates: those of a cell, and those of a digit in a row, column or box."""


def _most_constrained_anywhere(candidates: int) -> list[int]:
    """The candidates of the first constraint that has the fewest but more than one."""
    best, fewest = 0, 10
    for constraint in _CONSTRAINTS:
        count = (candidates & constraint).bit_count()
        if 1 < count < fewest:
            best, fewest = candidates & constraint, count
            if count == 2:
                break
    found = []
    while best:
        found.append((best & -best).bit_length() - 1)
        best &= best - 1
    return found


def _digits(candidates: int) -> tuple[int, ...]:
    digits = [0] * 81
    for digit in range(9):
        board = candidates >> 81 * digit & CELLS
        while board:
            lowest = board & -board
            digits[lowest.bit_length() - 1] = digit + 1
            board ^= lowest
    return tuple(digits)
