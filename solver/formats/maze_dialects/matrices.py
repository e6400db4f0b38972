"""Mazes as matrices of numbers: plain, in brackets, as literals of programs, or as NumPy writes them."""

import re
from bisect import bisect_right
from collections import Counter

from solver.formats.maze_dialects.page import Line
from solver.formats.maze_dialects.rows import Row

_INNERMOST = re.compile(r"[\[{(]([^\[\]{}()]*)[\]})]")
_AROUND = re.compile(r"[\w\s.,;:=\[\]{}()<>*&-]*")
_PART = re.compile(r"[^\s,;|]+")
_CODE = re.compile(
    # Within a line up to the sign, so that no text is looked through once for each of its lines.
    r"^[ \t]*+\w++(?:[ \t]*\[[^\]=\n]*\])+[ \t]*=\s*[\[{]\s*[01](?:\s*,\s*[01])+\s*[\]}]",
    re.MULTILINE,
)
_FEWEST = 3
_WORDS = {"true": "1", "false": "0"}
_SIGNS = frozenset("0123456789")


def rows_of_matrix(lines: list[Line]) -> list[Row] | None:
    """Rows of one digit or letter for each number or quoted character; None if these lines are no such matrix."""
    text = "\n".join(line.text for line in lines)
    if re.search(r"[\[{]", text):
        rows = _bracketed(lines, text)
    else:
        rows = [row for line in lines if (row := _row(line.text, line.number, line.left)) is not None]
        if len(rows) != len(lines):
            return None
    if rows is None or len(rows) < _FEWEST:
        return None
    counts = Counter(cell for row in rows for cell in row.cells)
    digits = sum(counts[digit] for digit in _SIGNS)
    many = [digit for digit in _SIGNS if counts[digit] > 1 and digit > "3"]
    quoted = bool(re.search(r"[\[{]", text))
    if many or (digits < 0.5 * sum(counts.values()) and not quoted):
        return None
    return rows


def line_of_code(text: str) -> int | None:
    """The first line of a program that fills a matrix row by row; None if there is none."""
    found = _CODE.search(text)
    return None if found is None else text.count("\n", 0, found.start()) + 1


def _bracketed(lines: list[Line], text: str) -> list[Row] | None:
    """The innermost lists of a nested one."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.text) + 1)
    rows = []
    for match in _INNERMOST.finditer(text):
        index = bisect_right(starts, match.start()) - 1
        row = _row(match[1], lines[index].number, lines[index].left + match.start(1) - starts[index])
        if row is not None and len(row) > 2:
            rows.append(row)
    lengths = Counter(map(len, rows))
    if not rows or not _AROUND.fullmatch(_INNERMOST.sub("", text)):
        return None
    return rows if lengths.most_common(1)[0][1] >= _FEWEST else None


def _row(text: str, number: int, left: int) -> Row | None:
    cells, columns = "", []
    for match in _PART.finditer(text):
        cell = _cell(match[0])
        if cell is None:
            return None
        cells += cell
        columns.append(left + match.start() + 1)
    return Row(cells, number, tuple(columns)) if len(cells) > 2 else None


def _cell(part: str) -> str | None:
    """One character for one number or quoted character; None for anything else."""
    bare = part.strip("\"'`")
    if len(bare) == 1:
        return bare
    if bare == "" and part:
        return " "
    if bare.lower() in _WORDS:
        return _WORDS[bare.lower()]
    if len(bare) > 30:
        return None
    try:
        value = float(bare)
    except ValueError:
        return None
    return str(int(value)) if value in range(10) else None
