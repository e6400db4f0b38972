"""Rows of tables as programs print them: decimals, words such as NaN for blanks, and lines of column numbers."""

import re

LONGEST = 260
"""Characters; longer lines are not searched."""
_SUSPECT = re.compile(r"[0-9]\.|\bnan\b|\bna\b|\bnone\b|\bnull\b|\bnil\b|\bblank\b|\bempty\b|-1\b|<na>", re.IGNORECASE)
_GAPS = re.compile(r"\s*[,;\t|]\s*|\s+")
_BLANK = re.compile(r"nan|na|none|null|nil|blank|empty|-1|<na>", re.IGNORECASE)
_NUMBER = re.compile(r"([0-9])(?:\.0{0,20}(?:e\+?00)?)?", re.IGNORECASE)
_NAMED = re.compile(r"\s*(\[[1-9],\])\s+")
_LABEL = re.compile(r"[0-9A-Ia-i]")
_BOLD = re.compile(r"(?<![^\s|])\*\*([1-9])\*\*(?![^\s|])")
_TAGS = re.compile(
    r"\[/?(?:code|quote|b|i|u|tt|pre|mono|font|size|color|colour|spoiler)(?:=[^\]\n]{0,60})?\]", re.IGNORECASE
)
_COLUMNS = re.compile(r"[\s,;|\"]*[A-Za-z_]{0,9}[0-9]{1,2}(?:[\s,;|\"]+[A-Za-z_]{0,9}[0-9]{1,2}){80}[\s,;|\"]*")


def plain_row(line: str) -> str:
    """A row of nine numbers, some perhaps with decimals or as words, with a dot for each blank; its label stays.

    Any other line is returned as it is.
    """
    if "**" in line and len(line) <= LONGEST:
        line = _BOLD.sub(r"\1", line)
    if "[" in line and len(line) <= LONGEST:
        line = _TAGS.sub("", line)
    if len(line) > 160 and len(line) < 2_000 and _numbers_cells(line):
        return ""
    if len(line) > LONGEST or not _SUSPECT.search(line):
        return line
    if (named := _NAMED.match(line)) and (row := plain_row(line[named.end() :])) != line[named.end() :]:
        # R's rows: [1,]
        return f"{named[1]} {row}"
    fields = _GAPS.split(line.strip())
    if fields and fields[0] == "" and len(fields) > 9:
        del fields[0]
    if fields and fields[-1] == "" and len(fields) > 9:
        del fields[-1]
    label = fields[0] if len(fields) == 10 and _LABEL.fullmatch(fields[0]) else ""
    cells = [_cell(field) for field in fields[1 if label else 0 :]]
    if len(cells) != 9 or any(cell is None for cell in cells):
        return line
    row = " ".join(cell or "." for cell in cells)
    return f"{label} {row}" if label else row


def _cell(field: str) -> str | None:
    if _BLANK.fullmatch(field):
        return "."
    if field in (".", "_"):
        return "."
    found = _NUMBER.fullmatch(field)
    return None if found is None else found[1].replace("0", ".")


def _numbers_cells(line: str) -> bool:
    """Whether a line only numbers 81 columns, from 0 or from 1."""
    if not _COLUMNS.fullmatch(line):
        return False
    numbers = [int(number) for number in re.findall(r"[0-9]+", line)]
    return numbers in (list(range(81)), list(range(1, 82)))
