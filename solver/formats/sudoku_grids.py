"""Reads Sudokus that are written over several lines: plain or bordered grids, and candidate grids."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.sudoku_cells import CELLS, Line, bad, foreign_character, read_cells


def read_grids(lines: Sequence[Line]) -> Iterator[ReadPuzzle]:
    """Grids one below the other, whether blank lines part grids, bands or nothing."""
    filled = [line for line in lines if line.compact and not line.is_rule]
    if not filled:
        return
    rows = [line.compact for line in filled]
    if len(filled) % 9 == 0 and all(len(row) == 9 and set(row) <= CELLS for row in rows):
        for start in range(0, len(filled), 9):
            yield read_cells(filled[start].number, "".join(rows[start : start + 9]))
        return
    if spaced := _rows_with_spaces(lines):
        yield read_cells(spaced[0][0], "".join(row for _, row in spaced))
        return
    if groups := _candidate_groups(filled):
        for start in range(0, len(groups), 81):
            givens = (group if len(group) == 1 else "0" for _, group in groups[start : start + 81])
            yield read_cells(groups[start][0], "".join(givens))
        return
    parts = list(_paragraphs(lines))
    if len(parts) == 1 and len(filled) > 9 and len(filled) % 9 == 0:
        parts = [filled[start : start + 9] for start in range(0, len(filled), 9)]
    if len(parts) == 1:
        yield _read_odd_grid(filled)
    else:
        for part in parts:
            yield from read_grids(part)


def _rows_with_spaces(lines: Sequence[Line]) -> list[tuple[int, str]] | None:
    """Line number and cells of each row where spaces are the blanks; those at a row's end may have been trimmed."""
    rows = [(line.number, line.bare.rstrip().ljust(9)) for line in lines if not line.is_rule]
    while len(rows) > 9 and not rows[-1][1].strip():
        rows.pop()
    leading = next((index for index, (_, row) in enumerate(rows) if row.strip()), 0)
    rows = rows[min(leading, max(0, len(rows) - 9)) :]
    fits = len(rows) == 9 and all(len(row) == 9 and set(row) <= set("123456789 ") for _, row in rows)
    return rows if fits and any(" " in row.rstrip() for _, row in rows) else None


def _candidate_groups(lines: Sequence[Line]) -> list[tuple[int, str]] | None:
    """Line number and digits of each cell of candidate grids; None if `lines` are not just that."""
    groups = [(line.number, group) for line in lines for group in line.groups]
    whole = len(groups) % 81 == 0 and all(line.has_candidates or len(line.compact) == 9 for line in lines)
    return groups if whole else None


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Split at blank lines, but keep together the bands that only add up to a grid."""
    paragraph: list[Line] = []
    rows = 0
    for position, line in enumerate(lines):
        if line.compact:
            paragraph.append(line)
            rows += not line.is_rule
            continue
        if not rows:
            continue
        following = takewhile(lambda later: later.compact, lines[position + 1 : position + 40])
        if rows >= 9 or rows + sum(not later.is_rule for later in following) > 9:
            yield paragraph
            paragraph, rows = [], 0
    if rows:
        yield paragraph


def _read_odd_grid(rows: Sequence[Line]) -> ReadPuzzle:
    """81 cells broken over lines in some other way, or the error that tells best what is wrong."""
    start = rows[0].number
    for line in rows:
        if error := foreign_character(line.number, line.bare):
            return ReadPuzzle(None, error, start)
    cells = "".join(line.compact for line in rows)
    if len(cells) == 81:
        return read_cells(start, cells)
    candidates = any(line.has_candidates and len(line.compact) > 9 for line in rows)
    for line in rows:
        count = len(line.groups if candidates else line.compact)
        if count != 9:
            return bad(line.number, f"This row has {_count(count, 'cell')} instead of 9.", start)
    if len(rows) > 9:
        return bad(rows[9].number, f"A grid has 9 rows, and this is row 10 of {len(rows)}.", start)
    return bad(rows[-1].number, f"The grid ends after {_count(len(rows), 'row')} instead of 9.", start)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
