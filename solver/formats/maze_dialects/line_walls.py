"""Mazes whose walls are lines between posts: `+--+`, `o---o` and box drawings become rows of walls and passages."""

from itertools import pairwise
from math import gcd

import numpy as np

from solver.formats.maze_dialects.blocks import STRANGE
from solver.formats.maze_dialects.glyphs import PATHS, arms
from solver.formats.maze_dialects.rows import Row
from solver.formats.maze_ends import Sketch
from solver.puzzles.base import BoolGrid, PuzzleError

POSTS = "+oO*.'•·:,"
_SPACE = " .·"
_STARTS, _GOALS, _EITHER = "Ss", "GgEeFf", {"A": "B", "@": "$", "1": "2"}


def posts_apart(rows: list[Row]) -> tuple[int, int] | None:
    """How many lines and columns lie from post to post; None if these rows are not walls between posts."""
    lines = [row.cells for row in rows]
    if any(arms(character) and character not in "+-|=_" for line in lines for character in line):
        return _apart_in_boxes(lines)
    for post in POSTS:
        if (found := _apart(lines, post)) is not None:
            return found
    return None


def read_lines(rows: list[Row], apart: tuple[int, int]) -> Sketch:
    """Walls and marks of R×C cells between posts, as (2R+1)×(2C+1) cells in which posts are wall.

    Raises `PuzzleError` for a character that means nothing.
    """
    down, across = apart
    height, width = -(-(len(rows) - 1) // down), -(-(len(rows[0]) - 1) // across)
    rows = [row.between(0, width * across + 1) for row in rows]
    rows += [Row(" " * (width * across + 1), rows[-1].number, (1,) * (width * across + 1))] * (
        height * down + 1 - len(rows)
    )
    walls: BoolGrid = np.zeros((2 * height + 1, 2 * width + 1), dtype=bool)
    walls[::2, ::2] = True
    sketch = Sketch(walls)
    for r in range(height + 1):
        for c in range(width + 1):
            if c < width:
                walls[2 * r, 2 * c + 1] = _line(rows, [(r * down, c * across + n) for n in range(across + 1)], "lr")
            if r < height:
                walls[2 * r + 1, 2 * c] = _line(rows, [(r * down + n, c * across) for n in range(down + 1)], "ud")
    for r in range(2 * height + 1):
        for c in range(2 * width + 1):
            if not walls[r, c]:
                _look_into(sketch, rows, (r, c), apart)
    return sketch


def _line(rows: list[Row], places: list[tuple[int, int]], sides: str) -> bool:
    """Whether a wall runs from the first of these characters to the last, which are posts."""
    characters = [rows[row].cells[column] for row, column in places]
    if len(places) == 2:
        # Posts side by side, with nothing between them but their own lines.
        backward, forward = sides[0], sides[1]
        return forward in arms(characters[0]) and backward in arms(characters[1])
    inner = characters[1:-1]
    drawn = sum(set(sides) <= set(arms(character)) for character in inner)
    return drawn > len(inner) / 2 or drawn == len(inner)


def _look_into(sketch: Sketch, rows: list[Row], cell: tuple[int, int], apart: tuple[int, int]) -> None:
    """Note what stands in a passage or a gap: a mark, a path, or nothing."""
    (r, c), (down, across) = cell, apart
    lines = range(r // 2 * down + r % 2, r // 2 * down + (down if r % 2 else 1))
    columns = range(c // 2 * across + c % 2, c // 2 * across + (across if c % 2 else 1))
    seen = ""
    for line in lines:
        for column in columns:
            character = rows[line].cells[column]
            if character in _SPACE or (character in "-_|=" and r % 2 == c % 2):
                continue
            if character in _STARTS or character in _EITHER:
                kind = sketch.starts
            elif character in _GOALS or character in _EITHER.values():
                kind = sketch.goals
            elif character in PATHS or "\u2500" <= character <= "\u257f":
                kind = sketch.path
            elif character == "\t":
                continue
            else:
                raise PuzzleError(
                    STRANGE(character=character, wall="|"),
                    line=rows[line].number,
                    column=rows[line].columns[column],
                    cells=(cell,),
                )
            if cell not in kind and not (kind is sketch.path and seen):
                kind.append(cell)
            seen += character


def _apart(lines: list[str], post: str) -> tuple[int, int] | None:
    """By the posts and bars of `+--+` and `o--o`."""
    posted = [n for n, line in enumerate(lines) if _is_posted(line, post)]
    rows = [n for n, line in enumerate(lines) if _is_posted(line, post) or (set(line) <= {" ", post} and post in line)]
    if len(posted) < 2 or len(rows) < 3 or posted[0] != 0:
        return None
    columns = {n for index in rows for n, character in enumerate(lines[index]) if character == post}
    bars = {n for index, line in enumerate(lines) if index not in rows for n, sign in enumerate(line) if sign in "|¦!"}
    across = gcd(*columns, *bars)
    down = gcd(*(b - a for a, b in pairwise(rows)))
    if across < 2 or down < 2 or min(columns) != 0:
        return None
    return down, across


def _is_posted(line: str, post: str) -> bool:
    """Whether a line is walls and gaps between posts."""
    ends = line.strip()
    return (
        ends.count(post) >= 2
        and not {*"-=_─"}.isdisjoint(ends)
        and set(ends) <= {post, "-", "=", "_", " "} | set("SsGgEeABx*.·")
    )


def _apart_in_boxes(lines: list[str]) -> tuple[int, int] | None:
    """By the corners and crossings of a box drawing."""
    rows, columns = set(), set()
    for r, line in enumerate(lines):
        for c, character in enumerate(line):
            sides = arms(character)
            if set(sides) & set("lr"):
                rows.add(r)
            if set(sides) & set("ud"):
                columns.add(c)
    if len(rows) < 3 or len(columns) < 3 or 0 not in rows or 0 not in columns:
        return None
    return gcd(*rows), gcd(*columns)
