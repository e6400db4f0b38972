"""Start and goal that the words beside a maze give by their row and column: “start: (1, 1)”, “end = row 9, col 9”."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from solver.formats.maze_ends import Sketch
from solver.messages import Message, Template
from solver.puzzles.base import Cell, PuzzleError

ELSEWHERE = Template(
    "maze.places_elsewhere",
    "The start or goal given beside this maze is not a free cell. Mark the start with S and the goal with G.",
)
AS_ROWS = Template(
    "maze.places_as_rows",
    "Start and goal are given as numbers. Read them as row and column, counted from {first}, instead?",
)
AS_COLUMNS = Template(
    "maze.places_as_columns",
    "Start and goal are given as numbers. Read them as column and row, counted from {first}, instead?",
)

_PAIR = (
    r"[(\[{<]?\s{0,3}(?P<{0}a>(?:(?:row|r|y|col(?:umn)?|c|x)\s{{0,3}}[:=]?\s{{0,3}})?\d{{1,3}})\s{{0,3}}[,;\s]\s{{0,3}}"
    r"(?P<{0}b>(?:(?:row|r|y|col(?:umn)?|c|x)\s{{0,3}}[:=]?\s{{0,3}})?\d{{1,3}})\s{{0,3}}[)\]}}>]?(?!\d|\s?,\s?\d|\.\d)"
)
_NOUN = r"(?:[_\s]?(?:pos(?:ition)?|point|cell|at))?"
_START = r"\b(?:start(?:ing)?|entrance|entry|source|origin|begin)" + _NOUN
_GOAL = r"\b(?:goal|end(?:ing)?|exit|finish|target|dest(?:ination)?)" + _NOUN
_IS = r"[\"'*]{0,2}\s{0,3}(?:[:=]|->|is|at)?\s{0,3}"


def _pair(name: str) -> str:
    return _PAIR.replace("{0}", name).replace("{{", "{").replace("}}", "}")


_FIRST = re.compile(_START + _IS + _pair("s"), re.IGNORECASE)
_SECOND = re.compile(_GOAL + _IS + _pair("g"), re.IGNORECASE)
_BOTH = re.compile(
    _START + r"\s{0,3},\s{0,3}" + _GOAL + r"\s{0,3}=\s{0,3}" + _pair("s") + r"\s{0,3},\s{0,3}" + _pair("g"),
    re.IGNORECASE,
)
_LONGEST = 200


@dataclass(frozen=True)
class Places:
    """Two numbers each, and what they count."""

    start: Cell
    goal: Cell
    columns_first: bool | None
    """None if nothing says it."""


def is_place(text: str) -> bool:
    """Whether a line gives the place of a start or a goal."""
    return (
        len(text) < _LONGEST
        and text.lower() != text.upper()
        and any(form.search(text) for form in (_FIRST, _SECOND, _BOTH))
    )


def places_in(texts: Sequence[str]) -> Places | None:
    """The start and the goal that these lines give; None unless they give exactly one of each."""
    starts, goals = [], []
    for text in texts:
        if len(text) >= _LONGEST:
            continue
        if both := _BOTH.search(text):
            starts.append((both["sa"], both["sb"]))
            goals.append((both["ga"], both["gb"]))
            continue
        starts += [(found["sa"], found["sb"]) for found in _FIRST.finditer(text)]
        goals += [(found["ga"], found["gb"]) for found in _SECOND.finditer(text)]
    if len(starts) != 1 or len(goals) != 1:
        return None
    names = {re.sub(r"[\d\s:=]", "", pair[0]).lower()[:1] for pair in (starts[0], goals[0])}
    columns_first = (
        None if names == {""} else names <= {"c", "x"} if names <= {"c", "x"} or names <= {"r", "y"} else None
    )
    numbers = [tuple(int(re.sub(r"\D", "", part)) for part in pair) for pair in (starts[0], goals[0])]
    (a, b), (c, d) = numbers
    return Places((a, b), (c, d), columns_first)


def placed(sketch: Sketch, places: Places) -> list[tuple[Sketch, Message]]:
    """The sketch with start and goal set, in each way that puts both on free cells, with the words that offer it.

    The usual way is first: row and column, counted from 0. Raises `PuzzleError` if there is none.
    """
    found: list[tuple[Sketch, Message]] = []
    for first in (0, 1):
        for swapped in (False, True) if places.columns_first is None else (places.columns_first,):
            cells = [
                (b - first, a - first) if swapped else (a - first, b - first) for a, b in (places.start, places.goal)
            ]
            if cells[0] == cells[1] or not all(_is_free(sketch, cell) for cell in cells):
                continue
            if all((cells[0], cells[1]) != (each.starts[0], each.goals[0]) for each, _ in found):
                ends = replace(sketch, starts=[cells[0]], goals=[cells[1]], ends=[])
                found.append((ends, (AS_COLUMNS if swapped else AS_ROWS)(first=first)))
    if not found:
        raise PuzzleError(ELSEWHERE())
    return found


def _is_free(sketch: Sketch, cell: Cell) -> bool:
    rows, columns = sketch.walls.shape
    return 0 <= cell[0] < rows and 0 <= cell[1] < columns and not sketch.walls[cell]
