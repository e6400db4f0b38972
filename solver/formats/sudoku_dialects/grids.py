"""Reads Sudokus that are written over several lines: plain, bordered, labelled, spaced and candidate grids."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.sudoku_dialects.cells import BLANK, BLANKS, bad, foreign_character, puzzle_of
from solver.formats.sudoku_dialects.layouts import labelled_rows, large_candidates, spaced_rows
from solver.formats.sudoku_dialects.lines import LONG, Kind, Line, candidates_of
from solver.messages import Template
from solver.puzzles.base import PuzzleError
from solver.puzzles.sudoku.puzzle import NOT_81_CELLS

ROW_LENGTH = Template(
    "sudoku.row_length",
    "This row has {count} cells instead of 9.",
    "This row has 1 cell instead of 9.",
)
TOO_FEW_ROWS = Template(
    "sudoku.too_few_rows",
    "The grid ends after {count} rows instead of 9.",
    "The grid ends after 1 row instead of 9.",
)
TOO_MANY_ROWS = Template("sudoku.too_many_rows", "A grid has 9 rows, and this is row 10 of {count}.")

GRID, CANDIDATES, LINE = "grid", "candidates", "line"
"""How a puzzle is written in the text."""


def read_grids(lines: Sequence[Line]) -> Iterator[tuple[str, ReadPuzzle]]:
    """How it is written, and the puzzle, for each grid in lines that hold nothing else.

    Blank lines part grids, or the bands of one grid, or even rows: as many paragraphs as it takes make a grid.
    """
    for group in _groups(lines):
        yield from _read_group(group)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of one grid, or of several that no blank line parts; inner blank lines included."""
    group: list[Line] = []
    rows = 0
    breaks = (Kind.BLANK, Kind.COMMENT)
    parts = [(blank, list(part)) for blank, part in groupby(lines, key=lambda line: line.kind in breaks)]
    counts = [0 if blank else _row_count(part) for blank, part in parts]
    for index, (blank, part) in enumerate(parts):
        if not group and blank:
            # Rows of nine spaces may begin with a blank one.
            group = [line for line in part if line.text]
            continue
        if not blank and group and rows and (rows >= 9 or rows + counts[index] > 9):
            yield group
            group, rows = [], 0
        group.extend(part)
        rows += counts[index]
    if any(line.is_of_grid for line in group):
        yield group


def _row_count(part: Sequence[Line]) -> int:
    return len([line for line in part if line.kind is not Kind.DASHES and line.is_of_grid and not line.is_weak])


def _read_group(group: Sequence[Line]) -> Iterator[tuple[str, ReadPuzzle]]:
    rows = [line for line in group if line.is_of_grid]
    start = rows[0].number
    if all(line.kind is Kind.WHOLE for line in rows) and len(rows) != 9:
        yield from ((LINE, puzzle_of(line.cells, line.number)) for line in rows)
        return
    for read_layout in (large_candidates, labelled_rows):
        if cells := read_layout(rows):
            yield (CANDIDATES if read_layout is large_candidates else GRID), puzzle_of(cells, start)
            return
    if any(line.kind is Kind.CANDIDATES for line in rows):
        yield from _read_candidates([line for line in rows if line.kind is not Kind.DASHES])
        return
    rows = list(_without_rules(rows))
    cells = "".join(line.cells for line in rows)
    strong = _without_notes(rows)
    if len(strong) == 9 and (both := _beside(strong)):
        yield from ((GRID, read) for read in both)
    elif strong and len(strong) % 9 == 0 and all(len(line.cells) == 9 or line.kind is Kind.NEAR for line in strong):
        for first in range(0, len(strong), 9):
            yield GRID, _read_rows(strong[first : first + 9])
    elif spaced := spaced_rows(group):
        yield GRID, puzzle_of(spaced, start)
    elif len(cells) == 81 and all(line.kind in (Kind.ROW, Kind.CELLS) for line in rows) and _is_regular(rows):
        yield GRID, puzzle_of(cells, start)
    elif all(len(line.cells) >= LONG for line in rows):
        for line in rows:
            error = _foreign(line) or PuzzleError(NOT_81_CELLS(count=len(line.cells)), line=line.number)
            yield LINE, bad(error, line.number)
    elif why := _why_not(strong):
        yield GRID, bad(why, start)


def _beside(rows: Sequence[Line]) -> list[ReadPuzzle]:
    """A puzzle and its solution printed side by side; empty unless both halves are grids without a conflict."""
    if not all(len(line.cells) == 18 and line.kind is Kind.CELLS for line in rows):
        return []
    halves = ("".join(line.cells[:9] for line in rows), "".join(line.cells[9:] for line in rows))
    found = [puzzle_of(cells, rows[0].number) for cells in halves]
    return found if all(read.puzzle is not None for read in found) else []


def _read_rows(rows: Sequence[Line]) -> ReadPuzzle:
    error = next((error for line in rows if (error := _foreign(line))), None)
    if error is not None:
        return bad(error, rows[0].number)
    return puzzle_of("".join(line.cells for line in rows), rows[0].number)


def _foreign(line: Line) -> PuzzleError | None:
    error = foreign_character(line.number, line.text) if line.kind is Kind.NEAR else None
    if error is None:
        return None
    return PuzzleError(error.why, line=line.number, column=(error.column or 1) + line.indent)


def _without_notes(rows: list[Line]) -> list[Line]:
    """Without numbers, sizes and ratings before a grid, between two or behind the last; all `rows` if one is inside."""
    strong: list[Line] = []
    whole = [line.kind is Kind.ROW for line in rows].count(True) % 9 == 0
    for line in rows:
        # Nine digits with dots between may be a rating or a row: a row where the grid would lack it.
        if line.is_weak and (line.kind is not Kind.ROW or not whole):
            if len(strong) % 9:
                return rows
        else:
            strong.append(line)
    return strong


def _is_regular(rows: Sequence[Line]) -> bool:
    """Whether all lines but the last are equally long, so that 81 cells are not the sum of two mistakes."""
    return len({len(line.cells) for line in rows[:-1]}) <= 1 and len(rows[-1].cells) <= len(rows[0].cells)


def _without_rules(rows: Sequence[Line]) -> Iterator[Line]:
    """Nine dashes are a row where the grid lacks just these rows and has such blanks, else a rule."""
    sure = [line for line in rows if line.kind is not Kind.DASHES]
    unsure = len(rows) - len(sure)
    blanks = set("".join(line.cells for line in sure)) & set(BLANKS)
    if unsure and len(sure) % 9 and len(rows) % 9 == 0 and any(set(line.cells) <= blanks for line in rows):
        for line in rows:
            yield Line(line.number, line.text, Kind.ROW, line.cells) if line.kind is Kind.DASHES else line
    else:
        yield from sure


def _read_candidates(rows: Sequence[Line]) -> Iterator[tuple[str, ReadPuzzle]]:
    cells: list[tuple[int, str]] = []
    for line in rows:
        groups = candidates_of(line.text)
        if line.is_weak and (groups is None or len(groups) != 9):
            continue
        if groups is None or (len(groups) != 9 and len(groups) % 81):
            error = foreign_character(line.number, line.text)
            if error is None or groups is not None:
                error = PuzzleError(ROW_LENGTH(count=len(groups or line.cells)), line=line.number)
            yield CANDIDATES, bad(error, rows[0].number)
            return
        cells += [(line.number, group if len(group) == 1 else BLANK) for group in groups]
    if len(cells) % 81:
        yield CANDIDATES, bad(_row_count_error(rows, len(cells) // 9), rows[0].number)
        return
    for first in range(0, len(cells), 81):
        givens = "".join(digit for _, digit in cells[first : first + 81])
        yield CANDIDATES, puzzle_of(givens, cells[first][0])


def _why_not(rows: Sequence[Line]) -> PuzzleError | None:
    """The error that tells best what is wrong with these rows; None if they were never meant as a grid."""
    strong = [line for line in rows if not line.is_weak]
    usual = sum(line.kind is Kind.ROW for line in strong)
    if usual == 0 and len(strong) < 4 and not any(len(line.cells) > 20 for line in strong):
        return None
    for line in rows:
        if error := _foreign(line):
            return error
    for line in rows:
        if len(line.cells) != 9:
            return PuzzleError(ROW_LENGTH(count=len(line.cells)), line=line.number)
    return _row_count_error(rows, len(rows))


def _row_count_error(rows: Sequence[Line], count: int) -> PuzzleError:
    if count > 9:
        return PuzzleError(TOO_MANY_ROWS(count=count), line=rows[9].number)
    return PuzzleError(TOO_FEW_ROWS(count=count), line=rows[-1].number)
