"""Sudokus of Simon Tatham's puzzle collection: game numbers such as 3x3:5a7…, and its saved games."""

import re

from solver.formats.content import Content
from solver.formats.format import CERTAIN, NO, Format
from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.sudoku_dialects.boards import ONLY_SIZE_9, VARIANT
from solver.formats.sudoku_dialects.cells import BLANK, puzzle_of
from solver.messages import Template
from solver.puzzles.base import PuzzleError

NOT_SOLO = Template("sudoku.tatham_other", "This is a saved game of Simon Tatham's {game}, not of Solo, his Sudoku.")
DAMAGED = Template("sudoku.tatham_damaged", "This game describes {count} cells instead of 81.")

_ID = re.compile(r"\s*(?P<params>[0-9]{1,2}(?:x[0-9]{1,2}|j)[a-z0-9]*):(?P<cells>[0-9a-z_]{9,400})(?P<more>,\S*)?\s*")
_SAVED = re.compile(r"(?P<name>[A-Z]+) *:[0-9]+:(?P<value>.*)")
_TOKEN = re.compile(r"[0-9]+|[a-z]|_")


def _saved(content: Content) -> dict[str, str] | None:
    """The entries of a saved game, the first of each name; None if it is none."""
    if content.text is None or not content.text.startswith("SAVEFILE:"):
        return None
    entries: dict[str, str] = {}
    for line in content.lines:
        if found := _SAVED.match(line):
            entries.setdefault(found["name"], found["value"])
    return entries


def _sniff(content: Content) -> float:
    if _saved(content) is not None:
        return CERTAIN
    text = content.text
    return CERTAIN if text is not None and len(text) < 1_000 and _ID.fullmatch(text) else NO


def _read(content: Content) -> list[ReadPuzzle]:
    saved = _saved(content)
    if saved is None:
        number = _ID.fullmatch(content.text or "")
        assert number is not None, "the sniffer found it"
        params, cells = number["params"], number["cells"]
        more = number["more"]
    else:
        if saved.get("GAME") != "Solo":
            raise PuzzleError(NOT_SOLO(game=saved.get("GAME", "puzzles")), line=1)
        params, cells, comma, rest = saved.get("PARAMS", ""), *saved.get("DESC", "").partition(",")
        more = comma + rest
    return [_puzzle(params, cells, more)]


def _puzzle(params: str, cells: str, more: str | None) -> ReadPuzzle:
    size = re.match(r"([0-9]+)(?:x([0-9]+))?", params)
    side = int(size[1]) * int(size[2] or 1) if size else 0
    if side != 9:
        raise PuzzleError(ONLY_SIZE_9(size=side), line=1)
    if more or re.search(r"[jxk]", params[3:]) or not params.startswith("3x3"):
        raise PuzzleError(VARIANT(rules=params), line=1)
    found = ""
    for token in _TOKEN.findall(cells):
        # A letter is a run of blanks; an underline parts two digits side by side.
        found += BLANK * (ord(token) - ord("a") + 1) if token.isalpha() else "" if token == "_" else token
    if len(found) != 81 or "0" in found:
        raise PuzzleError(DAMAGED(count=len(found)), line=1)
    return puzzle_of(found, 1)


FORMAT = Format(
    key="sudoku-tatham",
    name="Simon Tatham's Solo",
    kind="sudoku",
    endings=(".sav", ".txt"),
    sniff=_sniff,
    read=_read,
)
