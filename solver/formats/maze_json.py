"""Mazes as JSON of other programs: matrices, rows of text, and cells that say whether they are wall."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from solver.formats.content import Content
from solver.formats.format import CERTAIN, LIKELY, NO, Format
from solver.formats.json_text import LongNumber
from solver.formats.maze_dialects import words
from solver.formats.maze_dialects.blocks import read_blocks
from solver.formats.maze_dialects.rows import Row
from solver.formats.maze_ends import SWAP, Sketch, finished, without_margin
from solver.formats.read_puzzle import Alternative, ReadPuzzle
from solver.messages import Template
from solver.puzzles.base import Cell, PuzzleError
from solver.puzzles.maze.cells import SMALLEST
from solver.puzzles.maze.puzzle import UNEVEN_ROW

NO_CELL = Template(
    "maze.json_cell",
    "{value} in row {row}, column {column} of this maze's JSON is not a cell. Use 1 for a wall and 0 for a free cell.",
)
NO_PLACE = Template(
    "maze.json_place", "`{name}` of this maze's JSON is not a cell of it: {value}. Give row and column, counted from 0."
)
ON_WALL = Template(
    "maze.json_place_on_wall",
    "`{name}` of this maze's JSON is a wall: {value}. Give row and column of a free cell, counted from 0.",
)
HELP = Template("maze.json_help", "Add “start” and “goal” with row and column, counted from 0.")
_MATRIX = ("maze", "grid", "board", "map", "layout", "matrix", "walls", "cells", "field", "tiles", "level", "data")
_START = ("start", "startPoint", "entrance", "source", "origin", "begin", "from", "S")
_GOAL = ("destination", "goal", "end", "endPoint", "target", "finish", "exit", "to", "G")
_WIDTHS = ("width", "cols", "columns", "w", "ncols", "num_cols")
DEEPEST = 6
"""Levels of objects and lists around a maze."""
_SIDES = (("top", "north", "N", "up"), ("bottom", "south", "S", "down"), ("left", "west", "W"), ("right", "east", "E"))
_WORDS = {"wall": "#", "path": " ", "empty": " ", "free": " ", "open": " ", "floor": " ", "passage": " "}
_WORDS |= {"start": "S", "entrance": "S", "goal": "G", "end": "G", "exit": "G", "finish": "G", "target": "G"}


def read_maze_json(value: Any, line: int = 1) -> list[ReadPuzzle]:
    """Every maze of one JSON value, good and bad; none if nothing in it looks like a maze."""
    return [_read(maze, matrix, line) for maze, matrix in _mazes(value)]


def _mazes(value: Any, depth: int = DEEPEST) -> Iterator[tuple[dict[str, Any], list[Any]]]:
    """Objects that hold a maze, and the matrix of each."""
    if isinstance(value, dict):
        for name in _MATRIX if not value.keys().isdisjoint(_MATRIX) else ():
            matrix = _matrix(value, value.get(name))
            if isinstance(matrix, list) and (name == "maze" or _is_matrix(matrix)):
                yield {**value, "maze": None} if name == "maze" else value, matrix
                return
        if depth and value.keys().isdisjoint(("train", "test", "kind", "solution")):
            for item in value.values():
                if isinstance(item, dict) or (isinstance(item, list) and not _is_matrix(item)):
                    yield from _mazes(item, depth - 1)
    elif isinstance(value, list) and _is_matrix(value):
        yield {}, value
    elif isinstance(value, list) and depth:
        for item in value:
            if isinstance(item, dict | list):
                yield from _mazes(item, depth - 1)
            elif isinstance(item, str) and isinstance(rows := _matrix({}, item), list) and _is_matrix(rows):
                yield {}, rows


def _matrix(maze: dict[str, Any], value: Any) -> Any:
    """`value` as rows, where it is a text of several lines, or all cells one after the other beside a width."""
    if isinstance(value, str) and value.count("\n") >= SMALLEST - 1:
        return [row.rstrip("\r") for row in value.strip("\r\n").split("\n")]
    if not isinstance(value, list) or any(isinstance(item, list | str) for item in value):
        return value
    width = next((maze[name] for name in _WIDTHS if type(maze.get(name)) is int), 0)
    if width >= 2 and len(value) % width == 0:
        return [value[start : start + width] for start in range(0, len(value), width)]
    return value


def _is_matrix(rows: list[Any]) -> bool:
    """Whether these are rows of a maze's cells: numbers to 3, characters, or objects; a Sudoku's digits are not."""
    if len(rows) < 2 or any(isinstance(row, str) and "\n" in row for row in rows):
        return False
    if all(isinstance(row, str) for row in rows):
        cells = list("".join(rows))
        if len(set(map(len, rows))) > 1 or len(rows[0]) < 3:
            return False
    elif all(isinstance(row, list) and row for row in rows):
        cells = [cell for row in rows for cell in row]
    else:
        return False
    if all(isinstance(cell, dict) for cell in cells):
        return any("wall" in cell or "isWall" in cell or _has_sides(cell) for cell in cells)
    if not all(
        isinstance(cell, int) or (isinstance(cell, str) and (len(cell) == 1 or cell in _WORDS)) for cell in cells
    ):
        return False
    texts = [str(int(cell)) if isinstance(cell, bool) else str(cell) for cell in cells]
    high = [text for text in texts if text.isdigit() and text not in "0123"]
    return len(high) <= 2 and len(set(texts)) > 1 and len(set(texts)) <= 12


def _is_cell(cell: Any) -> bool:
    return isinstance(cell, int) or (isinstance(cell, str) and (len(cell) == 1 or cell in _WORDS))


def _has_sides(cell: Any) -> bool:
    sides = cell.get("walls", cell) if isinstance(cell, dict) else {}
    return isinstance(sides, dict) and all(any(name in sides for name in names) for names in _SIDES)


def _read(maze: dict[str, Any], matrix: list[Any], line: int) -> ReadPuzzle:
    try:
        sketch = _sketch(maze, matrix)
        for names, cells in ((_START, sketch.starts), (_GOAL, sketch.goals)):
            for name in names:
                if name in maze:
                    cells[:] = [_end(name, maze[name], sketch, matrix)]
                    break
        found = finished(without_margin(sketch), HELP())
    except PuzzleError as error:
        return ReadPuzzle(None, PuzzleError(error.why, line=line, cells=error.cells), line)
    others = (Alternative(found.swapped, SWAP()),) if found.swappable else ()
    return ReadPuzzle(found.puzzle, None, line, alternatives=others)


def _sketch(maze: dict[str, Any], matrix: list[Any]) -> Sketch:
    rows = [list(row) if isinstance(row, str | list) else [row] for row in matrix]
    usual = max(map(len, rows), key=list(map(len, rows)).count, default=0)
    for row in rows:
        if len(row) != usual:
            raise PuzzleError(UNEVEN_ROW(count=len(row), usual=usual))
    if rows and usual and all(_has_sides(cell) for row in rows for cell in row):
        return _of_sides(rows)
    cells = [
        Row("".join(_character(cell, r, c) for c, cell in enumerate(row)), r + 1, tuple(range(1, usual + 1)))
        for r, row in enumerate(rows)
    ]
    if not usual:
        return Sketch(np.zeros((len(rows), 0), dtype=bool))
    # Where the name says that it is a maze, and ends are given by their places, 1 is the wall.
    said = {"1": words.WALL, "0": words.FREE} if "maze" in maze or "walls" in maze else {}
    if not any("1" in row.cells for row in cells):
        said = {}
    return read_blocks(cells, said)


def _character(cell: Any, row: int, column: int) -> str:
    if isinstance(cell, dict):
        wall = cell.get("wall", cell.get("isWall"))
        if any(cell.get(name) is True for name in (*_START, "isStart")):
            return "S"
        if any(cell.get(name) is True for name in (*_GOAL, "isEnd", "isGoal")):
            return "G"
        if isinstance(wall, bool | int):
            return "#" if wall else " "
    elif isinstance(cell, bool | int) and 0 <= cell <= 9:
        return str(int(cell))
    elif isinstance(cell, str):
        if cell.lower() in _WORDS:
            return _WORDS[cell.lower()]
        if len(cell) <= 1:
            return cell or " "
    shown = repr(cell) if isinstance(cell, LongNumber) else str(cell)
    raise PuzzleError(NO_CELL(value=shown, row=row + 1, column=column + 1))


def _end(name: str, value: Any, sketch: Sketch, matrix: list[Any]) -> Cell:
    """The cell of the sketch that a start or a goal is; where cells say which sides are walled, it has two for each."""
    if sketch.walls.shape[0] != 2 * len(matrix) + 1:
        place = _place(name, value, sketch.walls.shape)
        if sketch.walls[place]:
            raise PuzzleError(ON_WALL(name=name, value=str(value)), cells=(place,))
        return place
    row, column = _place(name, value, (len(matrix), len(matrix[0])))
    return 2 * row + 1, 2 * column + 1


def _place(name: str, value: Any, shape: tuple[int, ...]) -> Cell:
    """A cell as [row, column], or as an object of row and column, or of x and y."""
    if isinstance(value, dict):
        for first, second in (("row", "col"), ("row", "column"), ("r", "c"), ("y", "x")):
            if first in value and second in value:
                value = [value[first], value[second]]
                break
    if isinstance(value, list) and len(value) == 2 and all(type(part) is int for part in value):
        row, column = value
        if 0 <= row < shape[0] and 0 <= column < shape[1]:
            return row, column
    raise PuzzleError(NO_PLACE(name=name, value=str(value)))


def _of_sides(rows: list[list[Any]]) -> Sketch:
    """R×C cells that each say which of their sides are walled, as (2R+1)×(2C+1) cells."""
    height, width = len(rows), len(rows[0])
    walls = np.zeros((2 * height + 1, 2 * width + 1), dtype=bool)
    walls[::2, ::2] = True
    sketch = Sketch(walls)
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            sides = cell.get("walls", cell)
            for names, (down, right) in zip(_SIDES, ((-1, 0), (1, 0), (0, -1), (0, 1)), strict=True):
                if any(sides.get(name) for name in names):
                    walls[2 * r + 1 + down, 2 * c + 1 + right] = True
            if any(cell.get(name) is True for name in (*_START[:-1], "isStart")):
                sketch.starts.append((2 * r + 1, 2 * c + 1))
            if any(cell.get(name) is True for name in (*_GOAL[:-1], "isEnd", "isGoal")):
                sketch.goals.append((2 * r + 1, 2 * c + 1))
    return sketch


def _sniff(content: Content) -> float:
    for value in content.json:
        if value.error is None and any(True for _ in _mazes(value.value)):
            return CERTAIN if isinstance(value.value, dict) and "maze" in value.value else LIKELY - 0.05
    return NO


def _read_content(content: Content) -> list[ReadPuzzle]:
    found: list[ReadPuzzle] = []
    for value in content.json:
        if value.error is not None:
            found.append(ReadPuzzle(None, value.error, value.line))
        else:
            found += read_maze_json(value.value, value.line)
    return found


FORMAT = Format(
    key="maze-json",
    name="maze as JSON of other programs",
    kind="maze",
    endings=(".json",),
    sniff=_sniff,
    read=_read_content,
)
