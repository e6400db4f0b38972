"""Mazes as text: `#` wall, space or `.` free, `S`, `G` (and `o` for a path), or Ponder's JSON."""

import json
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from solver.formats.content import Content
from solver.formats.format import LIKELY, NO, Format
from solver.formats.read_puzzle import ReadPuzzle
from solver.puzzles.base import IntGrid, Puzzle, PuzzleError, read_only, why_not_json
from solver.puzzles.maze.puzzle import CHARACTERS, PATH, MazePuzzle

LETTERS = frozenset("# .SGo")


def looks_like_maze(text: str) -> bool:
    """Whether most lines are made of maze characters, and one has more than free cells; or the JSON says so."""
    if text.lstrip("\ufeff \n\r\t")[:1] in ("{", "["):
        return '"maze"' in text and '"rows"' in text
    lines = [line for line in text.removeprefix("\ufeff").splitlines() if line.strip()]
    alike = [line for line in lines if sum(character in LETTERS for character in line) >= 0.8 * len(line)]
    return len(alike) > len(lines) / 2 and any(set(line) & set("#SG") for line in alike)


def read_mazes(text: str) -> list[ReadPuzzle]:
    """Every maze of `text`, good or bad, in order; never empty, for a text without any is an error itself.

    An empty line ends a maze, and so does one of spaces of another length than the row above it: a row of free
    cells between open borders is better written with dots. Rows must be equally long; spaces after the last
    characters are forgiven where the rows are equally long without them. Path cells `o` are read as free ones and,
    with them, the solution they show.
    """
    text = text.removeprefix("\ufeff")
    if text.lstrip()[:1] in ("{", "["):
        found = list(_read_json(text))
    else:
        found = [_read_maze(line, rows) for line, rows in _blocks(text.splitlines())]
    return found or [ReadPuzzle(None, PuzzleError("There is no maze in this text.", line=1))]


def write_mazes(puzzles: Iterable[MazePuzzle], answers: Sequence[IntGrid] | None = None) -> str:
    """`read_mazes` reads this back: rows of `# SGo`, with an empty line between mazes.

    Free cells are dots in a maze with a free cell at the end of a row, where an editor might trim a space.
    `answers`, if given, holds a [R, C] grid for each maze.
    """
    texts = []
    for index, puzzle in enumerate(puzzles):
        text = "\n".join(puzzle.rows) if answers is None else puzzle.format_answer(answers[index])
        trimmable = any(row[-1] == " " for row in puzzle.rows)
        texts.append((text.replace(" ", ".") if trimmable else text) + "\n")
    return "\n".join(texts)


def write_json(puzzle: MazePuzzle) -> str:
    """One maze as Ponder JSON."""
    return json.dumps(puzzle.to_json(), indent=1) + "\n"


def _blocks(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """The number of the first line, and the rows, of each maze."""
    rows: list[str] = []
    number = 0
    for number, line in enumerate(lines, start=1):
        if line.strip() or (rows and len(line) == len(rows[-1])):
            rows.append(line)
        elif rows:
            yield number - len(rows), rows
            rows = []
    if rows:
        yield number - len(rows) + 1, rows


def _read_maze(line: int, rows: list[str]) -> ReadPuzzle:
    trimmed = [row.rstrip(" ") for row in rows]
    if len({len(row) for row in rows}) > 1 and len({len(row) for row in trimmed}) == 1:
        rows = trimmed
    cells = [row.replace(".", " ") for row in rows]
    try:
        puzzle = MazePuzzle(tuple(row.replace("o", " ") for row in cells))
    except PuzzleError as error:
        within = 1 if error.line is None else error.line
        return ReadPuzzle(None, PuzzleError(error.why, line=line + within - 1, cells=error.cells), line)
    shown = np.array([[CHARACTERS.index(character) for character in row] for row in cells])
    return ReadPuzzle(puzzle, None, line, read_only(shown) if (shown == PATH).any() else None)


def _read_json(text: str) -> Iterator[ReadPuzzle]:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        yield ReadPuzzle(None, PuzzleError(f"This is not JSON: {why_not_json(error)}.", line=error.lineno))
        return
    except RecursionError:
        yield ReadPuzzle(None, PuzzleError("This JSON is nested too deeply to be a maze."))
        return
    for item in data if isinstance(data, list) else [data]:
        try:
            yield ReadPuzzle(MazePuzzle.from_json(item if isinstance(item, dict) else {}))
        except PuzzleError as error:
            yield ReadPuzzle(None, error)


def _sniff(content: Content) -> float:
    return LIKELY if content.text is not None and not content.json and looks_like_maze(content.text) else NO


def _read(content: Content) -> list[ReadPuzzle]:
    return read_mazes(content.text or "")


def _write(puzzles: Sequence[Puzzle]) -> bytes:
    return write_mazes([puzzle for puzzle in puzzles if isinstance(puzzle, MazePuzzle)]).encode()


FORMAT = Format(
    key="maze-text", name="maze as text", kind="maze", endings=(".txt",), sniff=_sniff, read=_read, write=_write
)
