"""What one line of a Sudoku's text can be: a whole puzzle, a row, candidates, a rule, a comment or prose."""

import re
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from solver.formats.sudoku_dialects.cells import BLANK, BLANKS, CELLS, DIGITS, GAP, STAR, compact, plain
from solver.puzzles.sudoku.units import UNITS

LONG = 28
"""So many cells without a gap are meant as a whole puzzle rather than as one row."""

SHORT, REMEMBERED = 40, 1024
"""What a line is depends on the line alone, and many are the same: rules, blank rows. So these many, of up to so many
characters, are looked at once."""


class Kind(Enum):
    """What a line is, taken by itself."""

    BLANK = auto()
    COMMENT = auto()
    RULE = auto()
    """A border, or a line between boxes."""
    DASHES = auto()
    """Nine dashes, underlines or stars: a rule, or a row of blanks where these are blanks."""
    ROW = auto()
    """Nine cells."""
    CELLS = auto()
    """Cells and gaps only, but neither 9 nor 81 of them."""
    CANDIDATES = auto()
    """Groups of digits, some of them with several."""
    WHOLE = auto()
    """81 cells, maybe with a solution and more behind them."""
    NEAR = auto()
    """Nearly a row: it holds a character that cannot be a cell."""
    TEXT = auto()
    """Prose, a title, a note, a number."""


class Line(NamedTuple):
    """One line of a text; a tuple, for a text may have hundreds of thousands."""

    number: int
    """Counted from 1."""
    text: str
    """As it stands, without what quotes it in a mail."""
    kind: Kind
    cells: str = ""
    """The `plain` cells of a ROW, DASHES, CELLS or WHOLE; of a NEAR, the foreign characters too."""
    fields: tuple[str, ...] = ()
    """Further fields of 81 cells of a WHOLE."""
    indent: int = 0
    """Characters of the original line before `text`."""

    @property
    def is_of_grid(self) -> bool:
        """Whether it can be a part of a grid over several lines."""
        return self.kind in _OF_GRID

    @property
    def is_weak(self) -> bool:
        """Whether its few digits may as well be a number, a size, a date, a time or a rating, and no part of a grid."""
        if self.kind not in (Kind.CELLS, Kind.ROW):
            return False
        if looks_like_note(self.text) and "  " not in self.text:
            return True
        # Two spaces are blanks of a row, rather than between two numbers.
        count = len(self.cells)
        return count < 5 and len(self.text.strip()) < 2 * count and "  " not in self.text


_OF_GRID = (Kind.ROW, Kind.CELLS, Kind.CANDIDATES, Kind.NEAR, Kind.DASHES, Kind.WHOLE)
_QUOTES = re.compile(r"(?:[ \t]*>)+ ?")
_COMMENT = re.compile(r"\s*(?:#|//|%|;(?!(?:[^;]*;){7})|/\*|\*/|<!--)")
_BEHIND = re.compile(r"\s(?:#|//|%|<!--).*")
_PLAIN_LINE = re.compile(r"[0-9.]{81}")
_RUN = re.compile(r"[1-9._*-]{28,}")
_SPACED_FIELD = re.compile(r"""(["'])([1-9. ]{81})\1""")
_HODOKU = re.compile(r":[^:]*:[^:]*:([^:]*):")
_PLACED = re.compile(r"\+[1-9]")
_LINK = re.compile(r"\b(?:https?|ftp)://\S+|\bwww\.\S+", re.IGNORECASE)
_BORDER = frozenset("-_=~▬ +*.:'`^<>") | frozenset(map(chr, range(0x2500, 0x2580)))
_SPLIT = re.compile(r"[\s|│║┃¦!]+")
_NUMBERS = re.compile(
    r"[\s(\[{#<]*(?:"
    r"\d{1,2}([.,]\d+)(?:\s*/\s*\d{1,2}[.,]\d+)+|"  # Sudoku Explainer's ratings: 11.9/11.9/11.3
    r"\d{1,4}([-./])\d{1,2}\2\d{1,4}|"  # a date
    r"\d{1,2}:\d\d(?::\d\d)?|"  # a time
    r"\d{1,4}(?:\s*[x×,]\s*\d{1,4}|\s+\d{1,4})?|"  # a number, a size
    r"\d{1,6}[.,]\d{1,6}"
    r")(?:[.:)\]}>]|\s)*"
)


def looks_like_note(text: str) -> bool:
    """Whether a line is a number, a size, a date, a time or a rating: what stands about puzzles, not in them."""
    return len(text) < 60 and _is_note(text)


@lru_cache(REMEMBERED)
def _is_note(text: str) -> bool:
    return _NUMBERS.fullmatch(text) is not None


def read_line(number: int, text: str) -> Line:
    """What `text` is, looked at by itself."""
    if _PLAIN_LINE.fullmatch(text):
        return Line(number, text, Kind.WHOLE, text.replace("0", BLANK))
    if not text or text.isspace():
        return Line(number, text, Kind.BLANK)
    indent = 0
    if ">" in text and (quoted := _QUOTES.match(text)):
        indent = quoted.end()
        text = text[indent:]
        if not text.strip():
            return Line(number, text, Kind.BLANK, indent=indent)
    kind, cells, fields = (_kind_of_short if len(text) <= SHORT else _kind_of)(text)
    return Line(number, text, kind, cells, fields, indent)


def _kind_of(text: str) -> tuple[Kind, str, tuple[str, ...]]:
    nothing: tuple[str, ...] = ()
    if _COMMENT.match(text):
        return Kind.COMMENT, "", nothing
    if ("#" in text or "//" in text or "%" in text or "<!--" in text) and (behind := _BEHIND.search(text)):
        text = text[: behind.start()] if "://" not in behind.group() else text
    simple = plain(text)
    if _is_rule(simple):
        cells = compact(simple)
        dashes = len(cells) == 9 and set(cells) <= {"-", "_", "*"} and len(set(cells)) == 1
        return (Kind.DASHES, cells, nothing) if dashes else (Kind.RULE, "", nothing)
    cells = compact(simple)
    if len(cells) == 9 and CELLS.issuperset(cells) and not (len(text) > 60 and _has_space_blanks(text)):
        return Kind.ROW, cells, nothing
    groups = candidates_of(text)
    if (
        groups
        and (len(groups) == 9 or len(groups) % 81 == 0)
        and any(len(group) > 1 for group in groups)
        and not (len(text) == 81 and _has_space_blanks(text) and _is_consistent(text))
    ):
        return Kind.CANDIDATES, "", nothing
    if whole := _fields_of_81(text, simple):
        return Kind.WHOLE, whole[0], tuple(whole[1:])
    if CELLS.issuperset(cells):
        return (Kind.CELLS if cells else Kind.RULE), cells, nothing
    if (row := _row_before_note(text, simple)) is not None:
        return (Kind.WHOLE if len(row) == 81 else Kind.ROW), row, nothing
    if _is_near_row(simple, cells):
        return Kind.NEAR, cells, nothing
    return Kind.TEXT, "", nothing


_kind_of_short = lru_cache(REMEMBERED)(_kind_of)


def _is_rule(simple: str) -> bool:
    if not _BORDER.issuperset(simple):
        return False
    marks = set(compact(simple))
    # Only dots or only stars: a row of blanks, unless the line is much too long to be a row.
    return not marks <= {BLANK, STAR} or (len(compact(simple)) > 12 and simple.count(BLANK) not in (0, 81))


def candidates_of(text: str) -> list[str] | None:
    """The digits of each group that gaps and bars set apart; None if the line holds anything else.

    A group may have its digits in any order, dots in the places of missing ones, and marks around; a group with the
    marks `u` or `+` was placed by a player, so it gives no digits, as a blank does.
    """
    found = []
    for group in _SPLIT.split(text):
        if not group:
            continue
        if group.isdecimal() and group.isascii():
            digits = group
        elif set(group) <= set("0.*_-"):
            digits = "" if len(group) in (1, 9) else "?"
        else:
            digits = _digits_of_marked(group)
        if "0" in digits and len(digits) > 1:
            return None
        if len(set(digits)) != len(digits) or "?" in digits:
            return None
        found.append(digits.replace("0", ""))
    return found


_MARKED = re.compile(r"[uU+*(\[{<~!^#]{0,2}([1-9]+)[)\]}>*~!?^#a-z'\"-]{0,2}")


def _digits_of_marked(group: str) -> str:
    if len(group) == 9 and all(cell in (str(place), BLANK) for place, cell in enumerate(group, start=1)):
        return group.replace(BLANK, "")
    found = _MARKED.fullmatch(group)
    if not found:
        return "?"
    return "" if group[0] in "uU+" and len(found[1]) == 1 else found[1]


def _fields_of_81(text: str, simple: str) -> list[str]:
    """The puzzle and the further fields of 81 cells on a line; none if it has none."""
    if text.lstrip().startswith(":") and (found := _HODOKU.match(text.lstrip())):
        values = plain(_PLACED.sub(BLANK, found[1]))
        return [values] if len(values) == 81 and CELLS.issuperset(values) else []
    runs = [run for match in _RUN.finditer(simple) if len(run := _without_full_stop(text, match)) == 81]
    if runs:
        return _puzzle_first(runs)
    if spaced := _SPACED_FIELD.findall(text):
        return _puzzle_first([cells.replace(" ", BLANK) for _, cells in spaced])
    if _has_space_blanks(text):
        return [text[:81].ljust(81).replace(" ", BLANK)]
    cells = compact(simple)
    if len(cells) == 81 and CELLS.issuperset(cells):
        return [cells]
    if len(cells) == 162 and CELLS.issuperset(cells):
        return _puzzle_first([cells[:81], cells[81:]])
    return []


def _without_full_stop(text: str, run: re.Match[str]) -> str:
    """A run of cells without the sign that ends a sentence behind them, where all blanks are one other sign."""
    cells, (start, end) = run[0], run.span()
    written = text[start : end - 1]
    blanks = set(written) - set("123456789")
    if len(cells) == 82 and text[end - 1] in "?.!" and text[end - 1] not in blanks and len(blanks) == 1:
        return cells[:81]
    return cells


def _has_space_blanks(text: str) -> bool:
    """Whether spaces are the blanks of 81 cells; those at the end may have been trimmed."""
    bare = text.rstrip()
    if " " not in text or len(bare) > 81 or not set(bare) <= set("123456789 "):
        return False
    return len(text) == 81 or (len(bare) >= LONG and len(text) < 81 and "   " in bare.strip())


def _is_consistent(cells: str) -> bool:
    """Whether no digit stands twice in a unit, of 81 cells with spaces for blanks."""
    units = ([cells[place] for place in unit if cells[place] != " "] for unit in UNITS)
    return all(len(set(digits)) == len(digits) for digits in units)


def _puzzle_first(fields: list[str]) -> list[str]:
    """Whatever the columns are called: of two fields, one of which is full, the other is the puzzle."""
    if len(fields) > 1 and not set(BLANKS) & set(fields[0]):
        unsolved = next((field for field in fields[1:] if set(BLANKS) & set(field)), None)
        if unsolved is not None:
            return [unsolved, *(field for field in fields if field is not unsolved)]
    return fields


def _row_before_note(text: str, simple: str) -> str | None:
    """The 9 or 81 cells before a note, as in `53..7.... [ok]`; the note begins with a bracket or holds a letter."""
    for gap in re.finditer(r"\s+(?=\S)", text):
        cells = compact(simple[: gap.start()])
        if len(cells) > 81:
            break
        note = text[gap.end() :]
        is_note = note[0] in "([{<←" or any(c.isalpha() and c not in "xXyY" for c in note)
        if len(cells) in (9, 81) and CELLS.issuperset(cells) and is_note:
            # A label's cells, as the r5 of “r5c3 is 4”, are digits too.
            return cells if any(cell in DIGITS for cell in cells) or set(cells) == {BLANK} else None
    return None


def _is_near_row(simple: str, cells: str) -> bool:
    """Whether a line with foreign characters is meant as a row: one word of nine characters, or nearly all cells."""
    if not any(cell in DIGITS for cell in cells):
        return False
    foreign = [cell for cell in cells if cell not in CELLS]
    words = simple.split(GAP)
    one_each = all(len(word) <= 1 for word in words) or len([word for word in words if word]) in (1, 3)
    if len(cells) == 9 and one_each:
        return True
    return (7 <= len(cells) <= 12 and len(foreign) <= 2) or (60 <= len(cells) <= 100 and len(foreign) <= 4)
