"""The characters that stand for Sudoku cells, and how 81 of them become a puzzle or an error that says why not."""

from dataclasses import dataclass

from solver.formats.read_puzzle import ReadPuzzle
from solver.puzzles.base import IntGrid, PuzzleError, read_only
from solver.puzzles.sudoku.puzzle import SudokuPuzzle

BLANKS = "0.Xx*_"
CELLS = frozenset(BLANKS + "123456789")
_BARS = "|│║┃!"
_NO_BARS = str.maketrans("", "", _BARS)
_SPACES_FOR_BARS = str.maketrans(_BARS, " " * len(_BARS))
_RULE = frozenset("-=─━═")
_BORDER = _RULE | frozenset(" +*.:'" + _BARS + "┼╋╬├┤╠╣╟╢┌┐└┘╔╗╚╝┬┴╦╩╪╫┏┓┗┛┠┨┯┷┿")


@dataclass(frozen=True)
class Line:
    """One line of a text, with its number counted from 1."""

    number: int
    text: str

    @property
    def bare(self) -> str:
        """Without the bars between boxes."""
        return self.text.translate(_NO_BARS)

    @property
    def compact(self) -> str:
        """Without bars and spaces."""
        return "".join(self.bare.split())

    @property
    def groups(self) -> list[str]:
        """What spaces and bars set apart."""
        return self.text.translate(_SPACES_FOR_BARS).split()

    @property
    def is_rule(self) -> bool:
        """Whether it is a border: `---+---+---`, `*-----------*`."""
        return set(self.text) <= _BORDER and not _RULE.isdisjoint(self.text)

    @property
    def has_candidates(self) -> bool:
        """Whether it can be a row of a candidate grid: ascending groups of digits, one of them longer than 1."""
        groups = self.groups
        return (
            len(groups) > 1
            and any(len(group) > 1 for group in groups)
            and all(
                group in BLANKS or (set(group) <= set("123456789") and list(group) == sorted(set(group)))
                for group in groups
            )
        )


def read_cells(line: int, cells: str, solution: str = "") -> ReadPuzzle:
    """One puzzle from its 81 characters, a space being a blank too; a `solution` other than 81 digits is ignored."""
    if error := foreign_character(line, cells):
        return ReadPuzzle(None, error, line)
    if len(cells) != 81:
        return bad(line, f"A Sudoku has 81 cells, but here are {len(cells)}.")
    try:
        puzzle = SudokuPuzzle(tuple(int(cell) if cell.isdecimal() else 0 for cell in cells))
    except PuzzleError as error:
        return ReadPuzzle(None, PuzzleError(error.why, line=line, cells=error.cells), line)
    return ReadPuzzle(puzzle, None, line, _solution(solution.strip()))


def foreign_character(line: int, cells: str) -> PuzzleError | None:
    """The error about the first character that cannot be a cell, if there is one."""
    for character in cells:
        if character not in CELLS and character != " ":
            why = f"{character!r} is neither a digit nor a blank (0 . X * _ or a space)."
            return PuzzleError(why, line=line)
    return None


def bad(line: int, why: str, start: int | None = None) -> ReadPuzzle:
    """A puzzle that begins in line `start` and is wrong in `line`."""
    return ReadPuzzle(None, PuzzleError(why, line=line), line if start is None else start)


def _solution(digits: str) -> IntGrid | None:
    if len(digits) != 81 or not set(digits) <= set("123456789"):
        return None
    return read_only([[int(digit) for digit in digits[9 * row : 9 * row + 9]] for row in range(9)])
