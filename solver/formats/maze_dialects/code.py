"""Mazes as programs write them: nested lists, lists of strings, and the matrices of R, MATLAB, Julia and MiniZinc."""

import re
from typing import Any

from solver.formats.bracketed import bracketed_lists
from solver.formats.maze_json import read_maze_json
from solver.formats.read_puzzle import ReadPuzzle
from solver.puzzles.maze.cells import LARGEST, SMALLEST

_FLAT = re.compile(r"\[([^\[\]{}()]*)\]")
_OF_R = re.compile(r"\bmatrix\s*\(\s*c\s*\(([^()]*)\)([^()]*)\)")
_SIDE = re.compile(r"\bn(row|col)\s*=\s*(\d{1,3})")
_CELL = re.compile(r"\d{1,9}|[A-Za-z#.]|[\"'](.)[\"']")
_MOST = 20 * LARGEST * LARGEST
"""Characters of a text that is searched."""


def mazes_in_code(text: str) -> list[ReadPuzzle]:
    """Every valid maze among the arrays of a program's text; none if there is none, or if one is no maze."""
    if len(text) > _MOST or not any(bracket in text for bracket in "[({"):
        return []
    for matrices in (_of_r(text), _of_rows(text), bracketed_lists(text)):
        found = [read for matrix in matrices for read in read_maze_json(matrix, getattr(matrix, "line", 1))]
        if found and all(read.puzzle is not None for read in found):
            return found
    return []


def _of_r(text: str) -> list[Any]:
    """R's matrices: by column, unless they say otherwise."""
    found = []
    for match in _OF_R.finditer(text):
        cells, sides = _cells(match[1]), {side: int(number) for side, number in _SIDE.findall(match[2])}
        side = next(iter(sides.values()), 0)
        if not side or len(cells) % side or "row" not in sides:
            continue
        rows, columns = sides["row"], len(cells) // sides["row"]
        if re.search(r"byrow\s*=\s*T", match[2]):
            found.append([cells[row * columns : (row + 1) * columns] for row in range(rows)])
        else:
            found.append([cells[row::rows] for row in range(rows)])
    return found


def _of_rows(text: str) -> list[Any]:
    """Matrices with rows that semicolons, bars or only the ends of lines part."""
    found = []
    for match in _FLAT.finditer(text):
        for sign in (";", "|", "\n"):
            rows = [cells for part in match[1].split(sign) if (cells := _cells(part))]
            if len(rows) >= SMALLEST and len(set(map(len, rows))) == 1 and len(rows[0]) >= SMALLEST:
                found.append(rows)
                break
    return found


def _cells(text: str) -> list[int | str]:
    return [int(cell[0]) if cell[0].isdigit() else cell[1] or cell[0] for cell in _CELL.finditer(text)]
