"""Less usual ways to lay out a Sudoku over several lines, each recognised from all of its lines together."""

import re
from collections.abc import Callable, Sequence

from solver.formats.sudoku_dialects.cells import BARS, BLANK, BLANKS, CELLS, DIGITS, compact, plain
from solver.formats.sudoku_dialects.lines import Kind, Line

_LABEL = re.compile(r"\s*(?:row\s*|r\s*)?([1-9A-Ia-i])\s*(?:[:)\]|│║=]|\.(?=\s))?\s*(?=\S)", re.IGNORECASE)
_ROW_END = re.compile(r"(?<=[\])}])\s*[,;]\s*$")
_TO_ONE_BAR = str.maketrans(BARS, "|" * len(BARS))
_POSITIONS = {3: (0, 1, 2), 5: (0, 2, 4), 7: (1, 3, 5), 9: (1, 4, 7), 11: (1, 5, 9)}
"""Where three cells stand between two bars, by the characters there."""
_SPACES = dict.fromkeys((0xA0, 0x202F, 0x2007, 0x3000), " ")


def large_candidates(rows: Sequence[Line]) -> str | None:
    """The givens of 729 characters: for each cell nine places, each with its digit or a blank.

    They are one line, or a line for each row or cell; or 27 × 27, where a cell's places are a square of 3 × 3.
    """
    text = "".join(line.cells for line in rows)
    if len(text) != 729:
        return None
    if in_places(text):
        return "".join(_only(text[first : first + 9]) for first in range(0, 729, 9))
    lines = [text[first : first + 27] for first in range(0, 729, 27)]
    square = [
        "".join(lines[3 * row + i][3 * column : 3 * column + 3] for i in range(3))
        for row in range(9)
        for column in range(9)
    ]
    if all(mark in BLANKS or mark == str(place + 1) for cell in square for place, mark in enumerate(cell)):
        return "".join(map(_only, square))
    return None


def in_places(marks: str) -> bool:
    """Whether each digit of a cell's nine places stands in its own."""
    return all(mark in BLANKS or mark == str(place % 9 + 1) for place, mark in enumerate(marks))


def _only(candidates: str) -> str:
    digits = [mark for mark in candidates if mark in DIGITS]
    return digits[0] if len(digits) == 1 else BLANK


def labelled_rows(rows: Sequence[Line]) -> str | None:
    """The cells of nine rows whose labels count from 1 to 9 or from A to I; labels of the columns are left out."""
    if not 9 <= len(rows) <= 10:
        return None
    labelled = [found for line in rows if (found := _LABEL.match(line.text)) and _cells_after(line, found)]
    if len(labelled) != 9:
        return None
    labels = "".join(found[1] for found in labelled).upper()
    if labels not in (DIGITS, "ABCDEFGHI"):
        return None
    # Without marks behind the labels, they must be what the rows have too many of.
    lines = [line for line in rows if (found := _LABEL.match(line.text)) and _cells_after(line, found)]
    if all(line.kind is Kind.ROW for line in lines):
        return None
    others = [line for line in rows if line not in lines]
    if any(compact(plain(line.text)) not in (DIGITS, "ABCDEFGHI", "abcdefghi") for line in others):
        return None
    return "".join(_cells_after(line, found) for line, found in zip(lines, labelled, strict=True))


def _cells_after(line: Line, label: re.Match[str]) -> str:
    cells = compact(plain(line.text[label.end() :]))
    return cells if len(cells) == 9 and CELLS.issuperset(cells) else ""


def spaced_rows(group: Sequence[Line]) -> str | None:
    """The cells of nine rows where nothing but a place stands for a blank: between delimiters, bars, or as a space."""
    lines = [_in_ascii(line.text) for line in group if line.kind is not Kind.RULE and line.kind is not Kind.COMMENT]
    for split in (_between_tabs, _between_commas, _between_bars, _between_three_bars):
        filled = [line for line in lines if line.strip()]
        if len(filled) == 9 and (cells := _all_rows(filled, split)):
            return cells
    return _by_column(lines)


def _in_ascii(text: str) -> str:
    """With digits and spaces of every script as ASCII's."""
    if text.isascii():
        return text
    digits = (mark if mark in DIGITS else character for mark, character in zip(plain(text), text, strict=True))
    return "".join(digits).translate(_SPACES)


def _all_rows(lines: Sequence[str], split: Callable[[str], list[str] | None]) -> str | None:
    rows = []
    for line in lines:
        fields = split(line)
        if fields is None or len(fields) > 9:
            return None
        rows.append([plain(field).strip() or BLANK for field in fields])
    if max(map(len, rows)) != 9 or not all(len(cell) == 1 and cell in CELLS for row in rows for cell in row):
        return None
    return "".join("".join(row).ljust(9, BLANK) for row in rows)


def _between_tabs(line: str) -> list[str] | None:
    """Empty fields at a row's end may have been trimmed."""
    fields = line.split("\t")
    return fields[:9] if len(fields) > 1 and not any(fields[9:]) else None


def _between_commas(line: str) -> list[str] | None:
    # Behind a bracket, a comma ends the row and is no empty field.
    line = _ROW_END.sub("", line)
    for delimiter in (",", ";"):
        fields = line.strip().split(delimiter)
        if len(fields) == 10 and not fields[9].strip():
            del fields[9]
        if len(fields) == 9:
            return fields
    return None


def _between_bars(line: str) -> list[str] | None:
    bare = line.translate(_TO_ONE_BAR).strip()
    if bare.count("|") < 8:
        return None
    if bare.count("|") == 10:
        bare = bare[1:-1] if bare[0] == bare[-1] == "|" else ""
    fields = bare.split("|")
    return fields if len(fields) == 9 else None


def _between_three_bars(line: str) -> list[str] | None:
    bare = line.translate(_TO_ONE_BAR)
    if bare.strip()[:1] == "|" and bare.count("|") >= 3:
        bare = bare.strip()[1:]
    parts = bare.split("|")
    if len(parts) == 4 and not parts[3].strip():
        del parts[3]
    if len(parts) != 3:
        return None
    # A trimmed part is as wide as the one beside it.
    width = len(parts[1])
    cells: list[str] = []
    for part in parts:
        part = part.ljust(width) if part is parts[2] else part
        places = _POSITIONS.get(len(part))
        if places is None or len(part) != width:
            return None
        if any(mark != " " and place not in places for place, mark in enumerate(part)):
            return None
        cells += [part[place] for place in places]
    return cells


def _by_column(lines: Sequence[str]) -> str | None:
    """Rows of nine characters, or of nine with a space between two; spaces at a row's end may have been trimmed."""
    while len(lines) > 9 and not lines[-1].strip():
        lines = lines[:-1]
    while len(lines) > 9 and not lines[0].strip():
        lines = lines[1:]
    # A last row of nine blanks may have been trimmed away.
    if len(lines) != 9 or not all(set(line) <= set(DIGITS + " ") for line in lines):
        return None
    bare = [line.rstrip() for line in lines]
    longest = max(map(len, bare))
    if any(" " in line.strip() for line in bare) and longest <= 9 and max(map(len, lines)) == 9:
        return "".join(line.ljust(9)[:9] for line in bare).replace(" ", BLANK)
    places = {place for line in bare for place, mark in enumerate(line) if mark != " "}
    if max(map(len, lines)) in (17, 18) and places and not any(place % 2 for place in places) and 0 in places:
        return "".join(line.ljust(17)[:17:2] for line in bare).replace(" ", BLANK)
    return None
