"""Tells the givens from the digits that a player has entered, by the colour of their ink."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from solver.formats.sudoku_picture.cells import Ink
from solver.puzzles.base import IntGrid, PuzzleError
from solver.puzzles.sudoku.exact import search
from solver.puzzles.sudoku.puzzle import SudokuPuzzle

Floats = npt.NDArray[np.float64]

APART = 80.0
"""Distance between two colours (of 255 in each channel) that were chosen to differ."""
FEWEST = 3
"""Digits of one colour."""
BACKTRACKS = 300
"""Of a search for a second solution; proper puzzles take far fewer."""


def given_digits(grid: IntGrid, inks: Mapping[int, Ink]) -> tuple[IntGrid, IntGrid | None]:
    """The givens [81] among the digits of `grid` [81], and the other sensible reading if there is one.

    Digits in two colours are givens and entered ones. Which are which, the rules tell: the givens alone have a single
    solution. Where that does not help, all digits are taken as givens.
    """
    indices = np.array(sorted(inks))
    second = _second_ink(np.array([inks[index].colour for index in indices], dtype=np.float64))
    if second is None:
        return grid, None
    # The plainer colour is nearly always that of the givens, so it is tried first.
    plain, vivid = indices[~second], indices[second]
    if len(set(grid[vivid].tolist())) > 1:
        for given in (plain, vivid):
            reading = np.zeros_like(grid)
            reading[given] = grid[given]
            if has_one_solution(reading):
                return reading, grid
    return grid, None


def _second_ink(colours: Floats) -> npt.NDArray[np.bool_] | None:
    """[n], true for the more vivid one of two colours; None if all have about the same."""
    first = colours[_plainness(colours).argmin()]
    second = colours[np.abs(colours - first).sum(axis=1).argmax()]
    for _ in range(5):
        nearer = np.linalg.norm(colours - second, axis=1) < np.linalg.norm(colours - first, axis=1)
        if min(nearer.sum(), (~nearer).sum()) < FEWEST:
            return None
        first, second = np.median(colours[~nearer], axis=0), np.median(colours[nearer], axis=0)
    spread = max(
        float(np.median(np.linalg.norm(colours[part] - middle, axis=1)))
        for part, middle in ((nearer, second), (~nearer, first))
    )
    if np.linalg.norm(second - first) < APART or spread > APART / 3:
        return None
    result: npt.NDArray[np.bool_] = nearer if _plainness(first[None])[0] <= _plainness(second[None])[0] else ~nearer
    return result


def _plainness(colours: Floats) -> Floats:
    """0 for black, white and grey; up to 255 for pure colours."""
    result: Floats = colours.max(axis=1) - colours.min(axis=1)
    return result


def has_one_solution(grid: IntGrid) -> bool:
    """Whether `grid` [81] is a Sudoku with a single solution, as far as a short search can tell."""
    try:
        puzzle = SudokuPuzzle(tuple(grid.tolist()))
    except PuzzleError:
        return False
    found = search(puzzle.givens, give_up=BACKTRACKS)
    return found.complete and len(found.solutions) == 1
