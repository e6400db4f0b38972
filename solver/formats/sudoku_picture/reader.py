"""Reads the Sudoku in a picture: the digits it gives, and the cells that a person should look at."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from solver.formats.pixels import Pixels
from solver.formats.sudoku_picture.cells import Ink, look
from solver.formats.sudoku_picture.digits import bundled_network
from solver.formats.sudoku_picture.inks import given_digits, has_one_solution
from solver.formats.sudoku_picture.lines import Lattice, find_lattice
from solver.messages import Template
from solver.puzzles.base import Cell, IntGrid, PuzzleError
from solver.puzzles.sudoku.puzzle import conflicting_cells

SURE = 0.9
"""Below this probability a digit is for a person to confirm."""
VERY_SURE = 0.97
"""The same where the digits do not make a Sudoku with one solution."""
IN_THE_MIDDLE = 0.12
"""How far the middle of a small shape may be from that of its cell, to be a digit of which a part was lost."""
FEWEST_SIGNS = 4
"""Lines with fewer signs between them may be a maze with its start and goal, or a picture of anything."""
FEWEST_DIGITS = 8
"""A 9×9 grid with fewer is something else: two Sudokus can differ in all cells that they leave blank."""
DIGIT_SIZE = 0.62
"""A shape of at least this share of the usual digit's height is a digit, a smaller one is a pencil mark."""
DOUBTFUL_SIZE = (0.54, 0.7)
"""Between these shares, it is not certain which of the two it is."""
SIGN_SIZE = 0.3
"""Height of a letter or another sign as a share of its cell."""
MANY_SIGNS = 15
"""Cells with signs that are no digits, in what may be a Sudoku of letters."""
SMALLEST_DIGIT = 0.2
"""Height of a digit as a share of its cell."""
OFF_CENTRE = 0.27
"""How far the middle of a digit may be from that of its cell, as a share of the cell."""
CENTRED = 0.2
"""How far that of a pencil mark may be, to be taken for a small digit."""

LARGER_GRID = Template(
    "sudoku_picture.larger", "This picture shows a grid of more than 9×9 cells. Ponder reads Sudokus of 9×9."
)
NO_DIGITS = Template(
    "sudoku_picture.no_digits",
    "This picture shows a 9×9 grid, but only {count} digits were found in it. Use a larger or clearer picture.",
    one="This picture shows a 9×9 grid, but only one digit was found in it. Use a larger or clearer picture.",
)
OTHER_SIGNS = Template(
    "sudoku_picture.other_signs",
    "This picture shows a 9×9 grid, but most of what is in it is not a digit from 1 to 9.",
)


@dataclass(frozen=True, eq=False)
class SudokuReading:
    """What a picture of a Sudoku shows."""

    digits: IntGrid
    """[9, 9], 0 blank: the givens, as far as they can be told from what a player has entered."""
    unsure: tuple[Cell, ...]
    """Cells that a person should confirm."""
    other: IntGrid | None = None
    """[9, 9]: the other sensible reading, which takes other digits as given; None where there is no doubt."""
    other_unsure: tuple[Cell, ...] = ()
    """Cells that a person should confirm in that reading."""


@dataclass(frozen=True, eq=False)
class _Read:
    """One large shape."""

    index: int
    ink: Ink
    digit: int
    """The likeliest; 0 for no digit."""
    share: float
    """Its probability."""


def read_sudoku(pixels: Pixels) -> SudokuReading | None:
    """The Sudoku in `pixels` [height, width, 3]; None if there is no 9×9 grid.

    Raises `PuzzleError` where there is a grid, but not of a Sudoku that Ponder could read.
    """
    lattice = find_lattice(pixels)
    if lattice is None:
        return None
    found = _read_shapes(pixels, lattice)
    large, doubtful = _by_size(found)
    digits = [each for each in large if each.digit]
    signs = [each for each in large if not each.ink.solid]
    if len(signs) < FEWEST_SIGNS:
        return None
    if lattice.larger:
        raise PuzzleError(LARGER_GRID())
    if len(digits) < FEWEST_DIGITS:
        raise PuzzleError(NO_DIGITS(count=len(digits)))
    if len(digits) < 0.7 * len(signs):
        raise PuzzleError(OTHER_SIGNS())
    grid = np.zeros(81, dtype=np.int64)
    for each in digits:
        grid[each.index] = each.digit
    unsure = {each.index for each in large if each.share < SURE or not each.digit or each.ink.others}
    unsure |= {each.index for each in doubtful}
    unsure |= {9 * row + column for row, column in conflicting_cells(grid.tolist())}
    given, other = given_digits(grid, {each.index: each.ink for each in digits})
    if not has_one_solution(given):
        # Something was probably misread: whatever could be a digit in the middle of a cell, and all but the clearest.
        unsure |= {each.index for each in found if not grid[each.index] and each.ink.off_centre <= IN_THE_MIDDLE}
        unsure |= {each.index for each in digits if each.share < VERY_SURE}
    cells = tuple(divmod(index, 9) for index in sorted(unsure))
    if other is None:
        return SudokuReading(given.reshape(9, 9), cells)
    # What a player has entered is not part of the puzzle, however it is read.
    own = tuple(divmod(index, 9) for index in sorted(unsure) if given[index] or not grid[index])
    return SudokuReading(given.reshape(9, 9), own, other.reshape(9, 9), cells)


def _read_shapes(pixels: Pixels, lattice: Lattice) -> list[_Read]:
    inks: dict[int, Ink] = {}
    for index in range(81):
        rows, columns = lattice.cell(*divmod(index, 9))
        ink = look(pixels[rows, columns], lattice.side)
        if ink is not None and ink.height >= 0.1 and ink.off_centre <= OFF_CENTRE * 1.5:
            inks[index] = ink
    glyphs = np.stack([ink.glyph for ink in inks.values()]) if inks else np.zeros((0, 24, 24), dtype=np.float32)
    shares = bundled_network().probabilities(glyphs)
    return [
        _Read(index, ink, int(row.argmax()), float(row.max()))
        for (index, ink), row in zip(inks.items(), shares, strict=True)
    ]


def _by_size(found: Sequence[_Read]) -> tuple[list[_Read], list[_Read]]:
    """The shapes that are as large as digits, and those of which it is doubtful, whether large or small."""
    found = [each for each in found if each.ink.off_centre <= OFF_CENTRE]
    likely = [each.ink.height for each in found if each.digit and each.share > 0.6]
    if len(likely) < FEWEST_SIGNS:
        signs = [each.ink.height for each in found if each.ink.height >= SIGN_SIZE and not each.ink.solid]
        likely = signs if len(signs) >= MANY_SIGNS else likely
    if not likely:
        return [], []
    # Pencil marks may be far more frequent than digits, so the usual height is that of the tallest few.
    usual = float(np.median(sorted(likely, reverse=True)[: FEWEST_DIGITS + 1]))
    if usual < SMALLEST_DIGIT:
        return [], []
    large = [each for each in found if each.ink.height >= DIGIT_SIZE * usual]
    low, high = DOUBTFUL_SIZE
    doubtful = [each for each in found if low * usual <= each.ink.height < high * usual]
    return large, [each for each in doubtful if each.ink.off_centre <= CENTRED]
