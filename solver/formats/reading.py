"""Reads puzzles of any kind from text or JSON; which kind it is, the content tells."""

import json
from collections.abc import Callable
from typing import Any

from solver.formats.maze_text import looks_like_maze, read_mazes
from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.sudoku_text import read_sudokus
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcTask
from solver.puzzles.base import Puzzle, PuzzleError, why_not_json
from solver.puzzles.maze.puzzle import MazePuzzle
from solver.puzzles.sudoku.puzzle import SudokuPuzzle

__all__ = ["KINDS", "ReadPuzzle", "puzzle_from_json", "read_puzzles"]

KINDS: dict[str, type[Puzzle]] = {"sudoku": SudokuPuzzle, "maze": MazePuzzle}
"""Those with a text format of their own."""
_IN_JSON: dict[str, type[Puzzle]] = {**KINDS, ArcPuzzle.kind: ArcPuzzle}

_READERS: dict[str, Callable[[str], list[ReadPuzzle]]] = {"sudoku": read_sudokus, "maze": read_mazes}

TRACE_HEADER = "Ponder · "
"""How a trace written as text begins; the kind follows."""
TRACE_SECTION = "== "
"""How each heading in it begins, whatever language it is in; the first stands above the puzzle."""


def read_puzzles(text: str, *, kind: str | None = None) -> list[ReadPuzzle]:
    """Every puzzle in `text`, in order, bad ones with their error; never empty.

    With `kind` (one of `KINDS`), whatever is of another kind is an error.
    """
    if kind is not None and kind not in KINDS:
        raise ValueError(f"{kind!r} is not a kind of puzzle; there are {', '.join(KINDS)}.")
    text = text.removeprefix("\ufeff")
    if _looks_like_json(text):
        return _read_json(text, kind)
    if text.startswith(TRACE_HEADER):
        text = _puzzle_of_trace(text)
        if _looks_like_json(text):
            return _read_json(text, kind)
    return _READERS[kind or ("maze" if looks_like_maze(text) else "sudoku")](text)


def puzzle_from_json(data: Any) -> Puzzle:
    """The puzzle that a `Puzzle.to_json` described, alone or under the key `puzzle` as in documents and traces.

    Of an ARC task as the benchmark writes it, the first test input. Raises `PuzzleError` for anything else.
    """
    if isinstance(data, dict) and isinstance(data.get("puzzle"), dict):
        data = data["puzzle"]
    if isinstance(data, dict) and "kind" not in data and not data.keys().isdisjoint(("train", "test")):
        return ArcPuzzle(ArcTask.from_json(data, str(data.get("name", ""))))
    if not isinstance(data, dict) or "kind" not in data:
        raise PuzzleError("This JSON describes no puzzle: it has no `kind`.")
    kind = data["kind"]
    if not isinstance(kind, str) or kind not in _IN_JSON:
        raise PuzzleError(f"{kind!r} is not a kind of puzzle; there are {', '.join(_IN_JSON)}.")
    return _IN_JSON[kind].from_json(data)


def _looks_like_json(text: str) -> bool:
    start = text.lstrip()
    return start.startswith("{") or (start.startswith("[") and start[1:].lstrip()[:1] in ("{", "]"))


def _puzzle_of_trace(text: str) -> str:
    """`text` with every line emptied that is not of the puzzle, so that lines keep their numbers."""
    lines = text.splitlines()
    headings = [number for number, line in enumerate(lines) if line.startswith(TRACE_SECTION)]
    first, end, *_ = [*headings, len(lines), len(lines)]
    start = min(first + 1, len(lines))
    return "\n" * start + "\n".join(lines[start:end]).rstrip("\n") + "\n"


def _read_json(text: str, kind: str | None) -> list[ReadPuzzle]:
    """JSON objects one after the other, or in an array."""
    decoder = json.JSONDecoder()
    found: list[ReadPuzzle] = []
    position, counted, line = _skip_spaces(text, 0), 0, 1
    while position < len(text):
        line += text.count("\n", counted, position)
        counted = position
        try:
            data, end = decoder.raw_decode(text, position)
        except (json.JSONDecodeError, RecursionError) as error:
            where = error.lineno if isinstance(error, json.JSONDecodeError) else line
            why = why_not_json(error) if isinstance(error, json.JSONDecodeError) else "it is nested too deeply"
            found.append(ReadPuzzle(None, PuzzleError(f"This is not JSON: {why}.", line=where), line))
            # In JSON lines, those after a broken one are good again.
            if (position := text.find("\n{", position) + 1) == 0:
                break
            continue
        items = data if isinstance(data, list) else _named_tasks(data) or [data]
        found.extend(_from_json(item, kind, line) for item in items)
        position = _skip_spaces(text, end)
    if not found:
        return [ReadPuzzle(None, PuzzleError("There is no puzzle in this text.", line=1), 1)]
    return found


def _named_tasks(data: Any) -> list[dict[str, Any]]:
    """The ARC tasks of one object that has them under their ids, as for the benchmark's contests; [] for another."""
    if not isinstance(data, dict) or not all(isinstance(each, dict) and "train" in each for each in data.values()):
        return []
    return [{**task, "name": name} for name, task in data.items()]


def _skip_spaces(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _from_json(data: Any, kind: str | None, line: int) -> ReadPuzzle:
    try:
        puzzle = puzzle_from_json(data)
        if kind is not None and puzzle.kind != kind:
            raise PuzzleError(f"This puzzle is of the kind {puzzle.kind!r}, not {kind!r}.")
    except PuzzleError as error:
        return ReadPuzzle(None, PuzzleError(error.why, line=line, cells=error.cells), line)
    return ReadPuzzle(puzzle, None, line)
