"""Sudokus printed as tables: row and column labels, list marks, empty fields and decimals are taken off."""

import re

from solver.formats.sudoku_dialects.cells import CELLS, compact, plain
from solver.formats.sudoku_dialects.numbers import plain_row

LONGEST = 100
"""Characters of a line of a table; longer lines are not searched."""
_LABELLED = re.compile(
    r"(?P<label>\s*(?:\[(?P<r>[1-9]),\]|(?:(?:row|line|zeile|r)[ ]?)?"
    r"(?P<one>[0-9A-Ia-i])\b[.:)]?(?:[ ]?=)?|(?P<dash>-))(?:[\s,;|:]+))\S",
    re.IGNORECASE,
)
_LABELS = ("012345678", "123456789", "ABCDEFGHI", "abcdefghi", "---------")
_HEADER = re.compile(r"[\s,;|]*(?:\[,)?[Cc]?[0-9A-Ia-i]\]?(?:[\s,;|]*(?:\[,)?[Cc]?[0-9A-Ia-i]\]?){8}[\s,;|]*")
_DECIMALS = re.compile(r"\s*(?:[0-9]\.0*|[0-9]?)(?:[,;\t](?:[0-9]\.0*|[0-9]?)){8}\s*")
_FIELDS = re.compile(r"\s*\|(?:\s*[0-9.]?\s*\|){9}\s*")
_LABELLED_FIELDS = re.compile(r"\s*\|\s*(?P<label>\*{0,2}[1-9A-Ia-i]\*{0,2})\s*(?P<fields>\|(?:\s*[0-9.]?\s*\|){9})\s*")
_RULE = re.compile(r"[\s|+:=-]*[-=+][\s|+:=-]*")


def without_labels(lines: list[str]) -> list[str]:
    """`lines`, where nine of them are rows of a table, with only their cells left, each at its place."""
    lines = [_plain_decimals(plain_row(line)) for line in lines]
    lines = _without_header(_markdown(_wiki(lines)))
    starts = [index for index, line in enumerate(lines) if len(line) < LONGEST and _LABELLED.match(line)]
    at = 0
    while at + 9 <= len(starts):
        rows = starts[at : at + 9]
        if _are_rows([lines[row] for row in rows]) and all(
            index in rows or not lines[index].strip() or _is_rule(lines[index]) for index in range(rows[0], rows[-1])
        ):
            for row in rows:
                found = _LABELLED.match(lines[row])
                end = found.end("label") if found else 0
                lines[row] = " " * end + lines[row][end:]
            for above in range(rows[0] - 1, max(-1, rows[0] - 3), -1):
                if _is_header(lines[above]):
                    lines[above] = ""
            at += 9
        else:
            at += 1
    return lines


def _are_rows(texts: list[str]) -> bool:
    """Whether nine labelled lines are labelled in order, and hold nine cells each without the labels."""
    labels = ""
    for text in texts:
        found = _LABELLED.match(text)
        if found is None:
            return False
        cells = compact(plain(text[found.end("label") :]))
        if len(cells) != 9 or not CELLS.issuperset(cells):
            return False
        labels += found["r"] or found["one"] or found["dash"]
    return labels in _LABELS


def _is_rule(line: str) -> bool:
    return len(line) <= LONGEST and _RULE.fullmatch(line) is not None


def _is_header(line: str) -> bool:
    if len(line) > LONGEST or not _HEADER.fullmatch(line):
        return False
    return "".join(re.findall(r"[0-9]|(?<![A-Za-z])[A-Ia-i](?![0-9])", line)) in _LABELS


def _without_header(lines: list[str]) -> list[str]:
    """Without the numbers or letters of the columns right above or below nine rows, and nothing else beside them."""
    rows = [index for index, line in enumerate(lines) if len(line) < LONGEST and _is_row(line)]
    if len(rows) != 10 and not any(map(_is_header, lines[:3])):
        return lines
    changed = list(lines)
    for index in (rows[:1] + rows[-1:]) if len(rows) == 10 and rows[-1] - rows[0] == 9 else []:
        if _is_header(lines[index]):
            changed[index] = ""
            break
    return changed


def _is_row(line: str) -> bool:
    cells = compact(plain(line))
    return len(cells) == 9 and CELLS.issuperset(cells)


def _wiki(lines: list[str]) -> list[str]:
    """A wiki's tables as rows between bars: `| 5 || 3 || …`, with `|-` between them."""
    if not any(line.startswith("{|") for line in lines[:20]):
        return lines
    return [
        ""
        if line.startswith(("|-", "|}", "{|"))
        else "|" + line[1:].replace("||", "|") + " |"
        if line.count("||") == 8
        else line
        for line in lines
    ]


def _plain_decimals(line: str) -> str:
    """A row of a table of decimals, as programs write where numbers are missing: `5.0,3.0,,,7.0,,,,`."""
    if ".0" not in line or len(line) > LONGEST or not _DECIMALS.fullmatch(line):
        return line
    return ",".join(re.sub(r"\.0*$", "", field.strip()) or "." for field in re.split("[,;\t]", line))


def _markdown(lines: list[str]) -> list[str]:
    """Rows of nine fields between bars with dots in the empty ones, without the heading of such a table."""
    labelled = {
        index: found
        for index, line in enumerate(lines)
        if len(line) <= LONGEST and line.count("|") == 11 and (found := _LABELLED_FIELDS.fullmatch(line))
    }
    if len(labelled) == 9 and "".join(found["label"].strip("*") for found in labelled.values()) in _LABELS:
        above = min(labelled) - 2
        lines = [
            labelled[index]["fields"] if index in labelled else "" if index in (above, above + 1) else line
            for index, line in enumerate(lines)
        ]
    rows = [
        index
        for index, line in enumerate(lines)
        if len(line) <= LONGEST and line.count("|") == 10 and _FIELDS.fullmatch(line)
    ]
    if len(rows) < 9:
        return lines
    changed = list(lines)
    for row in rows:
        fields = (field.strip() or "." for field in lines[row].strip().strip("|").split("|"))
        changed[row] = "|" + "|".join(fields) + "|"
    for first, last in ((place, place + 9) for place in range(len(rows) - 9)):
        # Ten rows, a rule below the first: a heading.
        heading = rows[first] + 1
        if rows[last] - rows[first] == 10 and heading not in rows and _is_rule(lines[heading]):
            changed[rows[first]] = changed[heading] = ""
    return changed
