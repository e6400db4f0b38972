"""Recognises Sudokus of 4×4, 6×6, 16×16 and so on, to say so instead of complaining about their rows."""

import re
from collections.abc import Sequence

from solver.formats.content import Content
from solver.formats.format import LIKELY, NO, Format
from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.sudoku_dialects.boards import ONLY_SIZE_9, SIZES
from solver.formats.sudoku_dialects.cells import BLANK, BLANKS, compact, plain
from solver.formats.sudoku_dialects.lines import Kind, read_line
from solver.puzzles.base import PuzzleError

_LONGEST = 200
"""Lines of the text that are looked at."""
_SYMBOLS = re.compile(r"[1-9A-Za-z._*-]+")
_GAPS = re.compile(r"[\s|│║,;\[\]{}()]+")
_GROUP = re.compile(r"[0-9]{1,2}|[A-Za-z]|[._*-]{1,2}")


def _sniff(content: Content) -> float:
    return LIKELY + 0.05 if _size(content) else NO


def _read(content: Content) -> list[ReadPuzzle]:
    raise PuzzleError(ONLY_SIZE_9(size=_size(content)), line=1)


def _size(content: Content) -> int:
    """The side of the Sudoku that the text is; 0 if it is none of another size."""
    if content.text is None or content.is_json or len(content.lines) > _LONGEST:
        return 0
    lines = [read_line(number, line) for number, line in enumerate(content.lines, start=1)]
    if any(line.kind is Kind.WHOLE for line in lines):
        return 0
    left = [line.text for line in lines if line.kind not in (Kind.BLANK, Kind.RULE, Kind.COMMENT)]
    texts = [plain(text) for text in left]
    simple = [compact(text) for text in texts]
    for size in SIZES:
        rows = [cells for cells in simple if len(cells) == size and _SYMBOLS.fullmatch(cells)]
        groups = [parts for text in left if len(parts := [part for part in _GAPS.split(text) if part]) == size]
        long = [cells for cells in simple if len(cells) == size * size and _SYMBOLS.fullmatch(cells)]
        if len(rows) == size and len(left) <= size + 3 and _fits(list("".join(rows)), size):
            return size
        if len(groups) == size and len(left) <= size + 3:
            symbols = [group for row in groups for group in row]
            if all(map(_GROUP.fullmatch, symbols)) and _fits(symbols, size):
                return size
        if long and len(left) <= len(long) + 2 and all(_fits(list(cells), size) for cells in long):
            return size
    return 0


def _fits(symbols: Sequence[str], size: int) -> bool:
    """Whether the symbols can be those of a Sudoku of this size, and not a maze's or a word's."""
    filled = {symbol.upper() for symbol in symbols if symbol.strip(BLANKS + "0")}
    numbers = [int(symbol) for symbol in filled if symbol.isdecimal()]
    letters = [symbol for symbol in filled if symbol.isalpha()]
    if len(filled) > size + 1 or len(filled) < max(2, size // 3) or any(number > size for number in numbers):
        return False
    if size <= 9:
        return not letters
    return all(letter <= chr(ord("A") + size) for letter in letters) and (bool(numbers) or BLANK in symbols)


FORMAT = Format(
    key="sudoku-other-sizes", name="Sudoku of another size", kind="sudoku", endings=(), sniff=_sniff, read=_read
)
