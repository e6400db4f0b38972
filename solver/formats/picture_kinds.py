"""Decides what a picture shows, a Sudoku, a maze or an ARC grid: the one place where the readers of all three meet."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from solver.formats.arc_picture.reader import ArcReading, read_arc_grid
from solver.formats.content import Content
from solver.formats.format import LIKELY, NO
from solver.formats.picture import Picture
from solver.formats.sudoku_picture.reader import SudokuReading, read_sudoku
from solver.puzzles.base import PuzzleError

READ = 0.95
"""A 9×9 grid with digits in it."""
UNREADABLE = 0.65
"""A 9×9 grid with signs in it, but no Sudoku: its own error says more than that it is no maze."""
SEVERAL_COLOURS = 0.9
"""Cells of the ten colours that could not be walls, floor and ends of a maze."""
FEW_COLOURS = 0.5
"""Cells of the ten colours, but a maze may look like that; below what the mazes' reader claims of any picture."""


@dataclass(frozen=True, eq=False)
class Shown:
    """What the readers make of one picture."""

    sudoku: SudokuReading | None
    problem: PuzzleError | None
    """Why a grid of 9×9 cells is not a Sudoku that can be read."""
    arc: ArcReading | None


_known: WeakKeyDictionary[Picture, Shown] = WeakKeyDictionary()


def shown_in(picture: Picture) -> Shown:
    """What is in `picture`; worked out once."""
    if picture not in _known:
        _known[picture] = _look(picture)
    return _known[picture]


def certainty(content: Content, kind: str) -> float:
    """How sure it is that `content` is a picture of a puzzle of `kind`, “sudoku” or “arc”."""
    try:
        picture = content.picture
    except PuzzleError:
        return NO
    if picture is None:
        return NO
    shown = shown_in(picture)
    if kind == "sudoku":
        return READ if shown.sudoku is not None else UNREADABLE if shown.problem is not None else NO
    if shown.arc is None or shown.sudoku is not None:
        return NO
    return SEVERAL_COLOURS if shown.arc.several_colours else FEW_COLOURS


def _look(picture: Picture) -> Shown:
    try:
        sudoku = read_sudoku(picture.pixels)
    except PuzzleError as error:
        return Shown(None, error, None)
    return Shown(sudoku, None, None if sudoku is not None else read_arc_grid(picture.pixels))


assert FEW_COLOURS < LIKELY < UNREADABLE
