"""Sudokus in JSON: boards, strings of 81, f-puzzles, SudokuPad's SCL, GNOME Sudoku's saves, Dosuku, JSON lines."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from solver.formats.content import Content
from solver.formats.format import CERTAIN, LIKELY, NO, Format
from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.sudoku_dialects.boards import boards_in
from solver.puzzles.base import Puzzle


def _values(content: Content) -> Iterator[tuple[Any, int]]:
    """Each value with its line; rows that stand one below the other are one value."""
    values = content.json
    if values and len(values) % 9 == 0 and all(_is_row(each.value) for each in values):
        for first in range(0, len(values), 9):
            yield [each.value for each in values[first : first + 9]], values[first].line
        return
    if values and len(values) % 81 == 0 and all(_is_boxed(each.value) for each in values):
        # [5] [3] [ ] …
        for first in range(0, len(values), 81):
            cells = [each.value[0] if each.value else None for each in values[first : first + 81]]
            yield cells, values[first].line
        return
    for each in values:
        yield each.value, each.line


def _is_row(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 9 and not any(isinstance(item, list | dict) for item in value)


def _is_boxed(value: Any) -> bool:
    return isinstance(value, list) and (not value or (len(value) == 1 and not isinstance(value[0], list | dict)))


def _sniff(content: Content) -> float:
    if not content.is_json:
        return NO
    for value, _ in _values(content):
        if isinstance(value, dict) and "kind" in value:
            return NO
        for found in boards_in(value):
            if found.puzzle is None:
                return LIKELY
            # A matrix of 0 and 1 is more likely a maze.
            return CERTAIN if (found.puzzle.grid > 3).any() else LIKELY
    return NO


def _read(content: Content) -> list[ReadPuzzle]:
    found = [read for value, line in _values(content) for read in boards_in(value, line)]
    return found + [ReadPuzzle(None, each.error, each.line) for each in content.json if each.error is not None]


def _write(puzzles: Sequence[Puzzle]) -> bytes:
    boards = [{"board": puzzle.grid.tolist()} for puzzle in puzzles]
    return (json.dumps(boards[0] if len(boards) == 1 else boards) + "\n").encode()


FORMAT = Format(
    key="sudoku-json",
    name="Sudoku boards in JSON",
    kind="sudoku",
    endings=(".json", ".jsonl", ".save"),
    sniff=_sniff,
    read=_read,
    write=_write,
)
