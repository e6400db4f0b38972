"""Mazes with a character for each cell: which of them are walls, the border says."""

from collections import Counter
from collections.abc import Mapping

import numpy as np

from solver.formats.maze_dialects import words
from solver.formats.maze_dialects.glyphs import FREE, PAIRS, PATHS, WALLS
from solver.formats.maze_dialects.rows import Row
from solver.formats.maze_ends import Sketch, border
from solver.messages import Template
from solver.puzzles.base import PuzzleError

STRANGE = Template(
    "maze.strange_character",
    "“{character}” means nothing in this maze. Use “{wall}” for a wall, a space or . for a free cell, S for the start "
    "and G for the goal.",
)
NO_WALLS = Template(
    "maze.no_walls",
    "It is not clear which character is the wall of this maze. Write walls as # and free cells as spaces or dots.",
)
ZERO_OR_ONE = Template(
    "maze.zero_or_one",
    "It is not clear whether 0 or 1 is the wall of this maze. Add a line such as “1 = wall”.",
)
_LINES = "+-|=_"
"""Walls drawn with several characters, each of them a cell."""


def read_blocks(rows: list[Row], said: Mapping[str, str]) -> Sketch:
    """The walls and marks of equally long rows; `said` is what a legend says of single characters.

    Raises `PuzzleError` for a character that means nothing, or if nothing says which characters are walls.
    """
    rows, walls = _unframed(rows, said)
    grid = np.array([list(row.cells) for row in rows])
    counts = Counter(grid.ravel().tolist())
    starts, goals = _marks(counts, walls, said)
    sketch = Sketch(np.isin(grid, list(walls)))
    free = {character for character, role in said.items() if role == words.FREE} | set(FREE)
    free |= {"0", "1"} if walls & {"0", "1"} and not {"0", "1"} & (starts | goals) else set()
    if walls & set("xX"):
        free |= set("oO0")
    paths = {character for character, role in said.items() if role == words.PATH} | set(PATHS)
    if starts and goals and len(walls) == 1:
        free |= _only_other(counts, walls, free | starts | goals)
    ends = _others(counts, walls | free | paths | starts | goals) if not starts and not goals else set()
    for row_index, row in enumerate(rows):
        for column, character in enumerate(row.cells):
            cell = (row_index, column)
            if character in walls:
                continue
            if character in starts:
                sketch.starts.append(cell)
            elif character in goals:
                sketch.goals.append(cell)
            elif character in free:
                continue
            elif character in ends:
                sketch.ends.append(cell)
            elif character in paths:
                sketch.path.append(cell)
            else:
                wall = min(walls or "#", key=lambda one: (one not in WALLS, one))
                raise PuzzleError(
                    STRANGE(character=character, wall=wall), line=row.number, column=row.columns[column], cells=(cell,)
                )
    return sketch


def wall_characters(rows: list[Row], said: Mapping[str, str]) -> set[str]:
    """The characters that are walls: those that are said to be, else what the border is made of, else #.

    There are none in an open field. Raises `PuzzleError` if nothing tells.
    """
    counts = Counter(character for row in rows for character in row.cells)
    named = {character for character, role in said.items() if role == words.WALL and counts[character] > 1}
    if named:
        return named
    shape = (len(rows), len(rows[0]))
    ring = Counter(rows[row].cells[column] for row, column in border(shape))
    around = sum(ring.values())
    usual, number = ring.most_common(1)[0]
    if usual in "01" and counts["0"] and counts["1"]:
        if number < 0.7 * (ring["0"] + ring["1"]):
            raise PuzzleError(ZERO_OR_ONE())
        return {usual}
    if usual == "1" and number > 0.5 * around and (counts[" "] or counts["."]):
        return {"1"}
    lines = sum(ring[character] for character in _LINES)
    if lines > 0.8 * around and ring["-"] and ring["|"]:
        return set(_LINES)
    sure = next((wall for wall in WALLS if counts[wall] > 1), None)
    # A path or free cells may make up most of an open border.
    enough = 0.9 if usual in FREE or (sure and usual in PATHS) else 0.5
    margin = sure and usual in FREE and not _is_dug(rows, usual)
    if usual != " " and number > enough * around and not usual.isdigit() and len(counts) > 1 and not margin:
        return {usual}
    if sure:
        return {sure}
    if set(counts) <= {*FREE, *PATHS, *"SsGgEe"}:
        return set()
    for wall in "xXwW":
        if counts[wall] > 0.1 * sum(counts.values()):
            return {wall}
    if usual not in FREE and number > 0.35 * around and not usual.isdigit():
        return {usual}
    raise PuzzleError(NO_WALLS())


def _is_dug(rows: list[Row], wall: str) -> bool:
    """Whether the passages from S are nearly all that is not `wall`, which makes up the whole border.

    So a free character is the wall where a maze is printed light on dark; around an open field it is free.
    """
    grid = np.array([list(row.cells) for row in rows])
    free = grid != wall
    start = np.argwhere(np.isin(grid, ["S", "s", "A"]))
    if wall == " " or len(start) != 1 or any(free[cell] for cell in border(free.shape)):
        return False
    row, column = map(int, start[0])
    while min(free.shape) > 2 and not any(free[cell] for cell in border(free.shape)):
        free, row, column = free[1:-1, 1:-1], row - 1, column - 1
    ring = border(free.shape)
    if sum(not free[cell] for cell in ring) <= (0 if (row, column) in ring else 2):
        # What is within closes up but for its two openings, so this is a margin around it.
        return False
    free = grid != wall
    row, column = map(int, start[0])
    seen, waiting = {(row, column)}, [(row, column)]
    while waiting:
        row, column = waiting.pop()
        for cell in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
            if free[cell] and cell not in seen:
                seen.add(cell)
                waiting.append(cell)
    return len(seen) > 0.9 * int(free.sum())


def _only_other(counts: Counter[str], walls: set[str], known: set[str]) -> set[str]:
    """The one character that stands often, where no usual free one stands at all: it must be the floor."""
    often = {one for one, number in counts.items() if one not in known | walls and one not in PATHS and number > 2}
    usual = any(counts[one] for one in (*FREE, *PATHS) if one not in walls)
    return often if len(often) == 1 and not usual else set()


def _unframed(rows: list[Row], said: Mapping[str, str]) -> tuple[list[Row], set[str]]:
    """Without a frame of lines around walls that are made of something else."""
    walls = wall_characters(rows, said)
    while min(len(rows), len(rows[0])) > 6 and (walls == set(_LINES) or _is_box(walls)):
        inner = [row.between(1, len(row) - 1) for row in rows[1:-1]]
        while (
            inner and all(row.cells.startswith(" ") and row.cells.endswith(" ") for row in inner) and len(inner[0]) > 6
        ):
            inner = [row.between(1, len(row) - 1) for row in inner]
        try:
            within = wall_characters(inner, said)
        except PuzzleError:
            break
        if within & (set(_LINES) | walls) or not within & set(WALLS):
            break
        rows, walls = inner, within
    return rows, walls


def _is_box(walls: set[str]) -> bool:
    return all("\u2500" <= wall <= "\u257f" for wall in walls)


def _marks(counts: Counter[str], walls: set[str], said: Mapping[str, str]) -> tuple[set[str], set[str]]:
    """The characters of the start and of the goal."""
    starts = {character for character, role in said.items() if role == words.START and counts[character] == 1} - walls
    goals = {character for character, role in said.items() if role == words.GOAL and counts[character] == 1} - walls
    if starts and goals:
        return starts, goals
    known = [character for character in counts if character not in walls and character not in " "]
    # Letters that are often there are paths or visited cells, unless they are the usual letters of an end.
    for first, second in PAIRS:
        those = {character for character in known if character in first}
        these = {character for character in known if character in second and character not in those}
        plain = first.startswith("S")
        if plain and any(character in "GgEe" for character in these):
            these &= set("GgEe")
        elif any(counts[character] > 1 for character in those | these):
            continue
        if those and these:
            return those, these
    letters = {character for character in known if character in "Ss"}, {c for c in known if c in "GgEe"}
    return letters if letters[0] or letters[1] else (starts, goals)


def _others(counts: Counter[str], known: set[str]) -> set[str]:
    """Two marks that stand once each, or one that stands twice, and mean nothing else."""
    strange = [character for character in counts if character not in known and not character.isspace()]
    if [counts[character] for character in strange] in ([1, 1], [2]) and not any(one.isalnum() for one in strange):
        return set(strange)
    return set()
