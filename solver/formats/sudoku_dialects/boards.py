"""Finds the Sudokus in nested data, as JSON and the arrays of programs hold them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.sudoku_dialects.cells import BLANK, BLANKS, CELLS, GAP, bad, compact, plain, puzzle_of
from solver.formats.sudoku_dialects.solutions import without_solutions
from solver.formats.sudoku_text import read_sudokus
from solver.messages import Template
from solver.puzzles.base import PuzzleError

ROW_OF_BOARD = Template(
    "sudoku.board_row",
    "Row {row} of this board has {count} cells instead of 9.",
    "Row {row} of this board has 1 cell instead of 9.",
)
CELL_OF_BOARD = Template(
    "sudoku.board_cell", "The cell r{row}c{column} of this board holds {value}, which is not a digit."
)
ONLY_SIZE_9 = Template("sudoku.other_size", "This is a {size}×{size} Sudoku. Ponder solves 9×9 Sudokus only.")
VARIANT = Template(
    "sudoku.variant", "This Sudoku has further rules ({rules}). Ponder solves classic Sudokus only, so it was not read."
)
NO_GIVENS_MARKED = Template("sudoku.no_givens_marked", "No cell of this board is marked as given.")

LONGEST_TEXT = 400
"""Lines of a text within the data that is looked through for puzzles."""
DEEPEST = 12
"""Levels of lists and objects that are looked into."""
SIZES = (4, 6, 8, 10, 12, 15, 16, 25)
"""Sides of the other Sudokus that people have."""

_PUZZLE_NAMES = (
    *("unsolved", "puzzle", "quiz", "question", "given", "clue", "initial", "original", "start", "mission", "problem"),
    *("task", "board", "grid", "sudoku", "cells", "value", "data", "input", "matrix"),
)
"""What keys of the puzzle itself are called; of two, the earlier one counts."""
_OTHERS = re.compile(
    r"solu|solv|answer|result|complet|filled|state|current|progress|user|player|attempt|history|candidate|pencil|mark|"
    r"note|undo|snapshot|output|target|region|mask",
    re.IGNORECASE,
)
"""What keys of solutions and of a player's state are called."""
_VALUES = ("value", "val", "digit", "number", "num", "v", "n")
_GIVEN = (
    "given",
    "fixed",
    "isgiven",
    "isfixed",
    "locked",
    "readonly",
    "initial",
    "prefilled",
    "static",
    "clue",
    "original",
)
_EDITABLE = ("editable", "iseditable", "is_editable", "mutable", "changeable")
_PLACES = ("position", "pos", "coords", "coordinates", "location", "index")
_CONSTRAINTS = (
    *("killercage", "arrow", "thermometer", "palindrome", "renban", "whispers", "sandwichsum", "littlekillersum"),
    *("diagonal+", "diagonal-", "antiknight", "antiking", "nonconsecutive", "disjointgroups", "difference", "ratio"),
    *("xv", "clone", "quadruple", "betweenline", "minimum", "maximum", "odd", "even", "extraregion", "regionsumline"),
    *("lockout", "entropicline", "nabner", "zipperline", "rowindexer", "columnindexer", "boxindexer", "skyscraper"),
)
"""f-puzzles' keys of further rules."""
_NAMED_CELL = re.compile(r"[rR]([1-9])[cC]([1-9])|([A-Ia-i])([1-9])")


def boards_in(value: Any, line: int = 1, depth: int = DEEPEST) -> Iterator[ReadPuzzle]:
    """Every Sudoku in `value`, in order; solutions and states beside a puzzle are passed over."""
    if isinstance(value, str):
        cells = compact(plain(value.replace("\n", GAP) if value.count("\n") < 20 else value))
        if len(cells) == 81 and CELLS.issuperset(cells):
            yield puzzle_of(cells, line)
        elif len(value) == 81 and CELLS.issuperset(cells):
            yield puzzle_of(plain(value).replace(" ", BLANK), line)
        elif 8 <= value.count("\n") < LONGEST_TEXT:
            yield from (replace(read, line=line) for read in read_sudokus(value) if read.puzzle is not None)
    elif isinstance(value, list | tuple) and depth:
        line = getattr(value, "line", line)
        board = _board(value, line)
        if board is not None:
            yield board
        else:
            yield from _pairs(value, line, depth)
    elif isinstance(value, dict) and depth:
        yield from _in_object(value, line, depth)


def _pairs(values: Sequence[Any], line: int, depth: int) -> Iterator[ReadPuzzle]:
    """The boards among a list's items; a solved board beside a puzzle that it solves is that puzzle's solution."""
    return without_solutions(found for item in values for found in boards_in(item, line, depth - 1))


def _in_object(value: dict[Any, Any], line: int, depth: int) -> Iterator[ReadPuzzle]:
    if not value:
        return
    keys = {str(key).lower() for key in value}
    if {"train", "test"} & keys or {"input", "output"} <= keys or {"maze", "labyrinth"} & keys:
        return
    if (named := _named_cells(value)) is not None:
        yield puzzle_of(named, line)
        return
    if len(value) in (9, 81) and _counts(list(value)) and (board := _board(list(value.values()), line)) is not None:
        yield board
        return
    found = {key: list(boards_in(child, line, depth - 1)) for key, child in value.items() if not isinstance(child, str)}
    found |= {key: list(boards_in(child, line, depth - 1)) for key, child in value.items() if isinstance(child, str)}
    names = [key for key in value if found[key]]
    if not names:
        # As in most objects, of which a file may hold very many.
        return
    for name in _PUZZLE_NAMES:
        wanted = [key for key in names if name in str(key).lower()]
        wanted = [key for key in wanted if name == "unsolved" or not _OTHERS.search(str(key))]
        if wanted:
            chosen = found[wanted[0]]
            break
    else:
        chosen = [puzzle for key in names for puzzle in found[key] if not _OTHERS.search(str(key))]
    rules = _further_rules(value) if chosen else []
    if rules:
        yield bad(PuzzleError(VARIANT(rules=tuple(rules)), line=line), line)
    else:
        yield from chosen


def _counts(keys: list[Any]) -> bool:
    """Whether keys such as row1, row2, … or 0, 1, … or A, B, … count up."""
    names = [str(key) for key in keys]
    numbers = [int(found[0]) for name in names if (found := re.search(r"[0-9]{1,2}$", name))]
    return numbers in (list(range(len(keys))), list(range(1, len(keys) + 1))) or "".join(names).upper() == "ABCDEFGHI"


def _further_rules(value: Mapping[str, Any]) -> list[str]:
    rules = [key for key in _CONSTRAINTS if value.get(key)]
    cages = value.get("cages")
    if isinstance(cages, list) and any(isinstance(cage, dict) and cage.get("cells") for cage in cages):
        rules.append("cages")
    return rules + [key for key in ("arrows", "thermos", "lines") if isinstance(value.get(key), list) and value[key]]


def _board(value: Sequence[Any], line: int) -> ReadPuzzle | None:
    """The board that a list is; None if it is none."""
    is_flat = len(value) == 81 or (bool(value) and all(map(_is_placed, value)))
    if is_flat and (cells := _flat(value, line)) is not None:
        return cells
    if len(value) not in (8, 9, 10, *SIZES):
        return None
    rows = [_row(item) for item in value]
    if any(row is None for row in rows):
        return None
    lengths = [len(row) for row in rows if row is not None]
    size = len(value)
    if size != 9 and size in SIZES and lengths == [size] * size and not isinstance(value[0], str):
        numbers = {cell for row in rows if row is not None for cell in row if isinstance(cell, int) and cell > 0}
        if len(numbers) > max(2, size // 3) and max(numbers) <= size:
            return bad(PuzzleError(ONLY_SIZE_9(size=size), line=line), line)
        return None
    if lengths.count(9) < 5 or size not in (8, 9, 10):
        return None
    if _has(chain.from_iterable(row for row in rows if row is not None), dict):
        return _flat([cell for row in rows if row is not None for cell in row], line)
    return _rows(rows, line)


def _rows(rows: Sequence[Sequence[Any] | None], line: int) -> ReadPuzzle | None:
    cells = ""
    for number, row in enumerate(rows, start=1):
        assert row is not None
        if len(row) != 9:
            return bad(PuzzleError(ROW_OF_BOARD(row=number, count=len(row)), line=line), line)
        if set(map(type, row)) == {int} and min(row) >= 0 and max(row) <= 9:
            cells += "".join(map(str, row)).replace("0", BLANK)
            continue
        for column, item in enumerate(row, start=1):
            cell = _cell(item)
            if cell is None:
                fault = CELL_OF_BOARD(row=number, column=column, value=_shown(item))
                return bad(PuzzleError(fault, line=line, cells=((number - 1, column - 1),)), line)
            cells += cell
    return puzzle_of(cells, line) if len(rows) == 9 else None


def _row(value: Any) -> Sequence[Any] | None:
    """The cells of one row: a list of plain values or cell objects, or a string of them."""
    if isinstance(value, str):
        cells = compact(plain(value))
        if len(value) == 9 and CELLS.issuperset(cells):
            return plain(value).replace(" ", BLANK)
        return cells if len(cells) == 9 and CELLS.issuperset(cells) else None
    if isinstance(value, list | tuple):
        if len(value) == 1 and isinstance(value[0], list | tuple):
            value = value[0]
        return None if _has(value, list, tuple) else value
    return None


def _has(items: Iterable[Any], *kinds: type) -> bool:
    """Whether any item is of one of these types; asked once for each type, as boards have many cells."""
    return any(issubclass(each, kinds) for each in set(map(type, items)))


def _cell(value: Any) -> str | None:
    """One `plain` cell; None for what is none."""
    if value is None or value is False or value == "" or value == -1 or value != value:
        return BLANK
    if value is True:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int):
        return BLANK if value == 0 else str(value) if 0 < value <= 9 else None
    if isinstance(value, str):
        mark = plain(value).strip()
        return BLANK if mark == "" or mark in BLANKS else mark if len(mark) == 1 and mark in CELLS else None
    return None


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else repr(value)[:40]


def _flat(values: Sequence[Any], line: int) -> ReadPuzzle | None:
    """81 cells one after the other, or cell objects that say where they are."""
    if not all(isinstance(item, dict) for item in values):
        plain_cells = [None if isinstance(item, dict) else _cell(item) for item in values]
        if None in plain_cells:
            return None
        return puzzle_of("".join(cell for cell in plain_cells if cell), line)
    objects = [{str(key).lower(): each for key, each in item.items()} for item in values]
    marked = any(key in item for item in objects for key in (*_GIVEN, *_EDITABLE))
    cells = [BLANK] * 81
    given = filled = 0
    base = _first_place(objects)
    if base is None:
        return None
    for number, item in enumerate(objects):
        place = _place(item, number, base)
        value = next((item[key] for key in _VALUES if key in item), None)
        cell = _cell(value)
        if place is None or cell is None:
            return None
        filled += cell != BLANK
        if cell != BLANK and (not marked or _is_given(item)):
            cells[place] = cell
            given += 1
    if not any(key in item for item in objects for key in _VALUES):
        return None
    if filled and not given:
        return bad(PuzzleError(NO_GIVENS_MARKED(), line=line), line)
    return puzzle_of("".join(cells), line)


def _is_given(item: Mapping[str, Any]) -> bool:
    return any(item.get(key) for key in _GIVEN) or any(item.get(key) is False for key in _EDITABLE)


def _is_placed(item: Any) -> bool:
    return isinstance(item, dict) and _position({str(key).lower(): each for key, each in item.items()}) is not None


def _place(item: Mapping[str, Any], number: int, first: int) -> int | None:
    """The index of a cell object, from 0; `number` where it does not say. Rows and columns count from `first`."""
    position = _position(item)
    if position is None:
        return number if number < 81 else None
    row, column = (each - first if type(each) is int else -1 for each in position)
    return 9 * row + column if 0 <= row <= 8 and 0 <= column <= 8 else None


def _position(item: Mapping[str, Any]) -> tuple[Any, Any] | None:
    """The row and the column that a cell object gives."""
    position = next((item[key] for key in _PLACES if key in item), None)
    if isinstance(position, list | tuple) and len(position) == 2:
        return position[0], position[1]
    for row, column in (("row", "col"), ("row", "column"), ("r", "c"), ("y", "x")):
        if row in item and column in item:
            return item[row], item[column]
    return None


def _first_place(objects: Sequence[Mapping[str, Any]]) -> int | None:
    """Whether rows and columns count from 0 or from 1; None if that is not clear."""
    numbers = [each for item in objects for each in _position(item) or () if type(each) is int]
    if not numbers or min(numbers) == 0:
        return 0
    if max(numbers) == 9:
        return 1
    return 0 if len(objects) == 81 else None


def _named_cells(value: Mapping[Any, Any]) -> str | None:
    """The cells of an object with keys like `r1c1` or `A1`."""
    if not 17 <= len(value) <= 81:
        return None
    cells = [BLANK] * 81
    for key, item in value.items():
        found = _NAMED_CELL.fullmatch(str(key))
        cell = None if isinstance(item, dict | list) else _cell(item)
        if not found or cell is None:
            return None
        row = int(found[1]) - 1 if found[1] else "ABCDEFGHI".index(found[3].upper())
        cells[9 * row + int(found[2] or found[4]) - 1] = cell
    return "".join(cells)
