"""The characters that stand for Sudoku cells, and how 81 of them become a puzzle or an error that says why not."""

import unicodedata
from collections.abc import Sequence

from solver.formats.read_puzzle import ReadPuzzle
from solver.messages import Template
from solver.puzzles.base import IntGrid, PuzzleError, read_only
from solver.puzzles.sudoku.puzzle import NOT_81_CELLS, SudokuPuzzle

FOREIGN = Template(
    "sudoku.foreign", "“{character}” is neither a digit nor a blank. Blanks are 0 . X * _ - ? · □ or a space."
)
FOREIGN_DIGIT_LIKE = Template(
    "sudoku.foreign_letter_o", "“{character}” is a letter. If it stands for a zero, replace it with 0."
)

DIGITS = "123456789"
BLANK = "."
DASH = "-"
"""Every dash: a blank, or part of a rule between boxes."""
UNDERLINE = "_"
STAR = "*"
CELLS = frozenset(DIGITS + BLANK + DASH + UNDERLINE + STAR)
"""What `plain` leaves of a cell. The last three can also be part of a border."""
BLANKS = BLANK + DASH + UNDERLINE + STAR
GAP = " "

_BLANKS = "0.XxYy?·•∙⋅‧・･．。｡？□☐▢◻◽⬜⎕○◯"
_DASHES = "-‐‑‒–—―−－﹣"
_UNDERLINES = "_＿"
_STARS = "*＊∗"
BARS = "|│║┃¦!｜∣❘"
_GAPS = " \t\v\f\u00a0\u1680\u202f\u205f\u3000,;/\\\"'`´“”‘’„«»()[]{}，；／、" + BARS
_SPACES = [chr(point) for point in range(0x2000, 0x200B)]
_KEYCAP = "\u20e3"


class _Table(dict[int, int | str]):
    """What each code point means; digits of other scripts are looked up when they first occur."""

    def __missing__(self, point: int) -> int | str:
        digit = unicodedata.digit(chr(point), None)
        meaning: int | str = point if digit is None else str(digit) if digit else BLANK
        self[point] = meaning
        return meaning


_TABLE = _Table(
    {
        ord(character): meaning
        for characters, meaning in (
            (_BLANKS, BLANK),
            (_DASHES, DASH),
            (_UNDERLINES, UNDERLINE),
            (_STARS, STAR),
            ([*_GAPS, *_SPACES, _KEYCAP], GAP),
        )
        for character in characters
    }
)
_TO_ZERO = str.maketrans(BLANKS + GAP, "0" * (len(BLANKS) + 1))


def plain(text: str) -> str:
    """`text`, character for character, with digits in ASCII, blanks as `.`, dashes as `-`, and gaps as spaces.

    Gaps are spaces, bars, brackets, quotes and whatever else stands between cells; all that is not of a Sudoku stays.
    """
    return text.translate(_TABLE)


def compact(line: str) -> str:
    """What is left of a `plain` line without gaps."""
    return line.replace(GAP, "")


def puzzle_of(cells: str, line: int, solution: str = "") -> ReadPuzzle:
    """One puzzle from 81 `plain` cells; a `solution` other than 81 digits is ignored."""
    if len(cells) != 81:
        return bad(PuzzleError(NOT_81_CELLS(count=len(cells)), line=line), line)
    try:
        puzzle = SudokuPuzzle(tuple(map(int, cells.translate(_TO_ZERO))))
    except PuzzleError as error:
        return bad(PuzzleError(error.why, line=line, cells=error.cells), line)
    return ReadPuzzle(puzzle, None, line, solution_of(solution))


def puzzle_of_digits(digits: Sequence[int], line: int = 1) -> ReadPuzzle:
    """One puzzle from 81 numbers, 0 for a blank."""
    return puzzle_of("".join(map(str, digits)).replace("0", BLANK), line)


def bad(error: PuzzleError, line: int) -> ReadPuzzle:
    """A puzzle that begins in `line` and cannot be read."""
    return ReadPuzzle(None, error, line)


def foreign_character(line: int, text: str) -> PuzzleError | None:
    """The error about the first character of a line that cannot be a cell, if there is one."""
    for column, character in enumerate(plain(text), start=1):
        if character != GAP and character not in CELLS:
            template = FOREIGN_DIGIT_LIKE if character in "oO" else FOREIGN
            return PuzzleError(template(character=text[column - 1]), line=line, column=column)
    return None


def solution_of(digits: str) -> IntGrid | None:
    """[9, 9] from 81 digits; None from anything else."""
    if len(digits) != 81 or not set(digits) <= set(DIGITS):
        return None
    return read_only([[int(digit) for digit in digits[9 * row : 9 * row + 9]] for row in range(9)])
