"""Pictures of Sudokus: screenshots of programs and web pages, whose digits a small network reads."""

from solver.formats.content import Content
from solver.formats.format import Format
from solver.formats.picture import ENDINGS
from solver.formats.picture_kinds import certainty, shown_in
from solver.formats.read_puzzle import Alternative, ReadPuzzle
from solver.formats.sudoku_picture.reader import SudokuReading
from solver.messages import Template
from solver.puzzles.base import IntGrid, PuzzleError
from solver.puzzles.sudoku.puzzle import SudokuPuzzle

ALL_DIGITS = Template(
    "sudoku_picture.all_digits",
    "The digits have two colours, so one colour was read as a player's entries. Read all of them as givens?",
)
NO_GRID = Template("sudoku_picture.no_grid", "There is no Sudoku in this picture: no grid of 9×9 cells was found.")


def _sniff(content: Content) -> float:
    return certainty(content, SudokuPuzzle.kind)


def _read(content: Content) -> list[ReadPuzzle]:
    picture = content.picture
    shown = None if picture is None else shown_in(picture)
    if shown is None or shown.sudoku is None:
        raise (shown and shown.problem) or PuzzleError(NO_GRID())
    reading = shown.sudoku
    try:
        puzzle = _puzzle(reading.digits)
    except PuzzleError as error:
        return [ReadPuzzle(None, error, unsure=reading.unsure, draft=reading.digits)]
    return [ReadPuzzle(puzzle, unsure=reading.unsure, alternatives=_alternatives(reading))]


def _alternatives(reading: SudokuReading) -> tuple[Alternative, ...]:
    if reading.other is None:
        return ()
    try:
        return (Alternative(_puzzle(reading.other), ALL_DIGITS(), reading.other_unsure),)
    except PuzzleError:
        return ()


def _puzzle(digits: IntGrid) -> SudokuPuzzle:
    return SudokuPuzzle(tuple(digits.ravel().tolist()))


FORMAT = Format(
    key="sudoku-image",
    name="picture of a Sudoku",
    kind=SudokuPuzzle.kind,
    endings=ENDINGS,
    sniff=_sniff,
    read=_read,
)
