"""Lines of text as rows of cells: separators, double width, indentation and trimmed ends are evened out."""

import re
from collections import Counter
from dataclasses import dataclass

from solver.formats.maze_dialects.glyphs import is_wide
from solver.formats.maze_dialects.page import Line
from solver.messages import Template
from solver.puzzles.base import PuzzleError
from solver.puzzles.maze.cells import SMALLEST
from solver.puzzles.maze.puzzle import UNEVEN_ROW

TAB = Template("maze.tab", "This maze holds a tab, which could stand for any number of cells. Replace it with spaces.")
_SEPARATOR = re.compile(r"\s*[,;\t]\s*")
_BRACKETS = re.compile(r"[\[\](){}]")
_QUOTES = "\"'`"


@dataclass(frozen=True)
class Row:
    """One row of cells."""

    cells: str
    number: int
    """Its line in the text, counted from 1."""
    columns: tuple[int, ...]
    """The column of each cell in the text, counted from 1."""

    def __len__(self) -> int:
        return len(self.cells)

    def taking(self, step: int, start: int = 0) -> "Row":
        """Every `step`-th cell from `start`."""
        return Row(self.cells[start::step], self.number, self.columns[start::step])

    def between(self, first: int, end: int) -> "Row":
        """The cells from `first` to `end`, spaces where there are none."""
        missing = end - max(first, len(self.cells))
        after = (self.columns[-1] if self.columns else 0) + 1
        return Row(
            self.cells[first:end] + " " * missing,
            self.number,
            self.columns[first:end] + tuple(range(after, after + missing)),
        )


def rows_of(lines: list[Line]) -> list[Row]:
    """Equally long rows of cells, one character each.

    Cells may be parted by commas, semicolons, tabs or spaces, and be printed twice as wide as they are high. Only
    what all rows share at either side is margin; spaces that are missing at a row's end are free cells.
    Raises `PuzzleError` for a row that is longer than the others.
    """
    rows = _parted(lines) or [_row(line) for line in lines]
    if any("\t" in row.cells for row in rows):
        rows = _without_tabs(rows)
    rows = _even(_narrow(rows))
    if len(rows[0]) >= 9 and all(not row.cells[1::2].strip(" ") for row in rows):
        rows = [row.taking(2) for row in rows]
    return _halved(rows)


def _row(line: Line) -> Row:
    return Row(line.text, line.number, tuple(line.left + column for column in range(1, len(line.text) + 1)))


def _parted(lines: list[Line]) -> list[Row]:
    """Rows whose cells are parted by commas and the like; none if they are not."""
    rows = []
    for line in lines:
        bare = _BRACKETS.sub(" ", line.text)
        parts = _SEPARATOR.split(bare.strip())
        if len(parts) < 3:
            return []
        if parts[-1] == "":
            parts = parts[:-1]
        cells = [part.strip(" ").strip(_QUOTES) or " " for part in parts]
        if any(len(cell) != 1 for cell in cells):
            return []
        rows.append(Row("".join(cells), line.number, tuple(line.left + n + 1 for n in _places(line.text, len(cells)))))
    return rows


def _places(text: str, count: int) -> list[int]:
    """Roughly where each of `count` parted cells stands in `text`."""
    found = [match.start() for match in re.finditer(r"[^\s,;\[\](){}\"'`]", text)]
    return (found + [len(text) - 1] * count)[:count]


def _without_tabs(rows: list[Row]) -> list[Row]:
    """Rows in which tabs at the end are trimmed; `PuzzleError` for one elsewhere."""
    trimmed = [Row(row.cells.rstrip(), row.number, row.columns[: len(row.cells.rstrip())]) for row in rows]
    for row in trimmed:
        if "\t" in row.cells.lstrip("\t"):
            raise PuzzleError(TAB(), line=row.number, column=row.columns[row.cells.index("\t")])
    return [Row(row.cells.expandtabs(8), row.number, (1,) * 8 * row.cells.count("\t") + row.columns) for row in trimmed]


def _narrow(rows: list[Row]) -> list[Row]:
    """Where wide characters stand beside spaces, which are half as wide: each wide one twice, for `_halved`."""
    wide = any(is_wide(character) for row in rows for character in row.cells)
    if not wide or not any(" " in row.cells.rstrip(" ") for row in rows):
        return rows
    return [
        Row(
            "".join(character * (1 + is_wide(character)) for character in row.cells),
            row.number,
            tuple(
                at for character, at in zip(row.cells, row.columns, strict=True) for _ in range(1 + is_wide(character))
            ),
        )
        for row in rows
    ]


def _even(rows: list[Row]) -> list[Row]:
    """Without the margin that all share, and filled up with spaces to one length."""
    full = {len(row) for row in rows}
    trimmed = [row.cells.rstrip(" ") for row in rows]
    filled = [row for row in trimmed if row]
    left = min(len(row) - len(row.lstrip(" ")) for row in filled)
    lengths = [len(row) for row in trimmed]
    width = max(lengths)
    ends = {len(filled[0]), len(filled[-1])}
    solid = all(len(set(row[left:])) == 1 and len(row) - left > 4 for row in (filled[0], filled[-1]))
    if (
        len(full) > 1
        and width > (usual := max(ends))
        and (
            # The first and the last row close the maze, or else a single row sticks out.
            (solid and len(ends) == 1) or (lengths.count(width) == 1 and lengths.count(usual) >= len(rows) / 2)
        )
    ):
        row = rows[next(n for n, length in enumerate(lengths) if length > usual)]
        count = len(row.cells.rstrip(" ")) - left
        raise PuzzleError(UNEVEN_ROW(count=count, usual=usual - left), line=row.number)
    for row, cells in zip(rows, trimmed, strict=True):
        # An opening right behind a wall leads nowhere, so a cell is missing somewhere in the row.
        if solid and len(ends) == 1 and len(cells) == width - 1 and cells[-1] == filled[0][-1]:
            raise PuzzleError(UNEVEN_ROW(count=len(cells) - left, usual=width - left), line=row.number)
    return [row.between(left, width) for row in rows]


def _halved(rows: list[Row]) -> list[Row]:
    """Cells that are printed as two characters each, as one; a mark may stand in either of the two."""
    width = len(rows[0])
    if width < 2 * SMALLEST:
        return rows
    rows = [row.between(0, width + width % 2) for row in rows]
    counts = Counter(character for row in rows for character in row.cells)
    halved, uneven = [], 0
    for row in rows:
        cells = ""
        for one, other in zip(row.cells[::2], row.cells[1::2], strict=True):
            if one == other:
                cells += one
                continue
            mark = min(one, other, key=lambda character: counts[character])
            uneven += 1
            if counts[mark] > 2 or mark == " " or uneven > 4:
                return [row.between(0, width) for row in rows]
            cells += mark
        halved.append(Row(cells, row.number, row.columns[::2]))
    return halved
