"""Ponder's own JSON: a puzzle of any kind under `kind`, alone, in an array, or one a line; documents and traces too."""

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from solver.formats.content import Content
from solver.formats.format import CERTAIN, LIKELY, NO, Format
from solver.formats.read_puzzle import ReadPuzzle
from solver.messages import Template
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcTask
from solver.puzzles.base import Puzzle, PuzzleError
from solver.puzzles.maze.puzzle import MazePuzzle
from solver.puzzles.sudoku.puzzle import SudokuPuzzle

_KINDS: dict[str, type[Puzzle]] = {each.kind: each for each in (SudokuPuzzle, MazePuzzle, ArcPuzzle)}
_LOOKED_AT = 1000
"""Values that the sniffer looks at."""

NO_PUZZLE = Template("ponder_json.no_puzzle", "This JSON describes no puzzle.")
UNKNOWN_KIND = Template("ponder_json.kind", "{kind} is not a kind of puzzle that Ponder knows. It knows {known:and}.")


def puzzle_from_json(data: Any) -> Puzzle:
    """The puzzle that a `Puzzle.to_json` described, alone or under the key `puzzle` as in documents and traces.

    Of an ARC task as the benchmark writes it, the first test input. Raises `PuzzleError` for anything else.
    """
    if isinstance(data, dict) and isinstance(data.get("puzzle"), dict):
        data = data["puzzle"]
    if isinstance(data, dict) and "kind" not in data and not data.keys().isdisjoint(("train", "test")):
        return ArcPuzzle(ArcTask.from_json(data, str(data.get("name", ""))))
    if not isinstance(data, dict) or "kind" not in data:
        raise PuzzleError(NO_PUZZLE())
    kind = data["kind"]
    if not isinstance(kind, str) or kind not in _KINDS:
        shown = json.dumps(kind, default=repr)[:40]
        raise PuzzleError(UNKNOWN_KIND(kind=shown, known=tuple(_KINDS)))
    return _KINDS[kind].from_json(data)


def _items(content: Content) -> Iterator[Any]:
    for value in content.json:
        yield from value.value if isinstance(value.value, list) else [value.value]


def _sniff(content: Content) -> float:
    sure = NO
    for item in islice(_items(content), _LOOKED_AT):
        if isinstance(item, dict) and isinstance(item.get("puzzle"), dict):
            item = item["puzzle"]
        if isinstance(item, dict) and "kind" in item:
            known = isinstance(item["kind"], str) and item["kind"] in _KINDS
            sure = max(sure, CERTAIN if known else LIKELY)
    return sure


def _read(content: Content) -> list[ReadPuzzle]:
    found: list[ReadPuzzle] = []
    for value in content.json:
        if value.error is not None:
            found.append(ReadPuzzle(None, value.error, value.line))
            continue
        items = value.value if isinstance(value.value, list) else [value.value]
        found.extend(_one(item, value.line) for item in items)
    return found


def _one(data: Any, line: int) -> ReadPuzzle:
    try:
        return ReadPuzzle(puzzle_from_json(data), None, line)
    except PuzzleError as error:
        return ReadPuzzle(None, PuzzleError(error.why, line=line, cells=error.cells), line)


def _write(puzzles: Sequence[Puzzle]) -> bytes:
    written = [puzzle.to_json() for puzzle in puzzles]
    return (json.dumps(written[0] if len(written) == 1 else written, indent=1) + "\n").encode()


FORMAT = Format(
    key="json",
    name="Ponder JSON",
    kind=None,
    endings=(".json",),
    sniff=_sniff,
    read=_read,
    write=_write,
    writes=tuple(_KINDS),
)
