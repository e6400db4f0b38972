"""Sudokus as a list of their givens: `cell(1,1,5).` of logic programs, r1c1=5, A1: 5, or row,col,value tables."""

import re
from collections.abc import Iterator

from solver.formats.content import Content
from solver.formats.format import LIKELY, NO, Format
from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.sudoku_dialects.cells import BLANK, puzzle_of
from solver.messages import Template
from solver.puzzles.base import PuzzleError

UNCLEAR = Template(
    "sudoku.facts_unclear",
    "It is not clear whether these givens count rows and columns from 0 or from 1. Write the puzzle as a grid instead.",
)
TWICE = Template("sudoku.facts_twice", "The cell r{row}c{column} is given twice, as {one} and as {other}.")

FEWEST, MOST = 17, 81
LARGEST = 20_000
"""Characters; a list of givens is far shorter."""
_FACT = re.compile(r"\b(?P<name>[a-z]\w*)\(\s*([0-9])\s*,\s*([0-9])\s*,\s*([0-9])\s*\)\s*\.?")
_NAMED = re.compile(r"\b(?:r([1-9])c([1-9])|([A-I])([1-9]))\s*(?:=|:|->|is)\s*([1-9])\b", re.IGNORECASE)
_TRIPLE = re.compile(r"\s*[(\[{]?\s*([0-9])\s*[,;\t ]\s*([0-9])\s*[,;\t ]\s*([0-9])\s*[)\]}]?\s*[,;]?\s*")
_HEADER = re.compile(r"\W*(?:row|r|y)\W+(?:col|column|c|x)\W+(?:value|val|v|digit|number|num|n)\W*", re.IGNORECASE)
_COMMENT = re.compile(r"\s*(?:[%#].*|[0-9]{1,2}\s*)?")
_ELSE = re.compile(r"[\s,;.]*")
_Given = tuple[int, int, int, int]
"""Row, column and digit as they are written, and the line."""


def _givens(content: Content) -> tuple[list[_Given], int] | None:
    """What is given, and where counting starts (-1 if that is not clear); None if this is no list of givens."""
    text = content.text
    if text is None or len(text) > LARGEST or content.is_json:
        return None
    for read in (_facts, _named, _triples):
        found = list(read(text))
        if found and FEWEST <= len(found) <= MOST and (first := _first(found)) is not None:
            return found, first
    return None


def _facts(text: str) -> Iterator[_Given]:
    bare = re.sub(r"%.*", "", text)
    names = {match["name"] for match in _FACT.finditer(bare)}
    if len(names) != 1 or _ELSE.fullmatch(_FACT.sub("", bare)) is None:
        return
    found = [(*(int(match[n]) for n in (2, 3, 4)), match.start()) for match in _FACT.finditer(text)]
    digit_first = _rises([fact[1:3] for fact in found]) and not _rises([fact[:2] for fact in found])
    for one, other, third, start in found:
        row, column, digit = (other, third, one) if digit_first else (one, other, third)
        yield row, column, digit, text.count("\n", 0, start) + 1


def _rises(places: list[tuple[int, ...]]) -> bool:
    """Whether cells follow each other as a program goes through a grid."""
    return places == sorted(places)


def _named(text: str) -> Iterator[_Given]:
    if _ELSE.fullmatch(_NAMED.sub("", re.sub(r"^\s*[#%].*", "", text, flags=re.MULTILINE))) is None:
        return
    for match in _NAMED.finditer(text):
        row = int(match[1]) if match[1] else "ABCDEFGHI".index(match[3].upper()) + 1
        yield row, int(match[2] or match[4]), int(match[5]), text.count("\n", 0, match.start()) + 1


def _triples(text: str) -> Iterator[_Given]:
    headed = False
    for number, line in enumerate(text.split("\n"), start=1):
        if _HEADER.fullmatch(line):
            headed = True
        elif match := _TRIPLE.fullmatch(line):
            if not headed:
                # Nothing says that these numbers are cells.
                return
            yield int(match[1]), int(match[2]), int(match[3]), number
        elif not _COMMENT.fullmatch(line):
            return


def _first(found: list[_Given]) -> int | None:
    """Whether rows and columns count from 0 or 1, -1 if that is not clear; None if they cannot be those of cells."""
    places = [place for given in found for place in given[:2]]
    if min(places) == 0:
        return 0 if max(places) <= 8 else None
    return 1 if max(places) == 9 or len(found) == MOST else -1


def _sniff(content: Content) -> float:
    return LIKELY + 0.15 if _givens(content) is not None else NO


def _read(content: Content) -> list[ReadPuzzle]:
    givens = _givens(content)
    assert givens is not None, "the sniffer found them"
    found, first = givens
    if first < 0:
        raise PuzzleError(UNCLEAR(), line=found[0][3])
    cells: dict[int, int] = {}
    for row, column, digit, line in found:
        place = 9 * (row - first) + column - first
        if cells.setdefault(place, digit) != digit:
            why = TWICE(row=row - first + 1, column=column - first + 1, one=cells[place], other=digit)
            raise PuzzleError(why, line=line, cells=((row - first, column - first),))
    return [puzzle_of("".join(str(cells.get(place, 0) or BLANK) for place in range(81)), found[0][3])]


FORMAT = Format(
    key="sudoku-facts",
    name="Sudoku as a list of givens",
    kind="sudoku",
    endings=(".lp", ".txt", ".csv"),
    sniff=_sniff,
    read=_read,
)
