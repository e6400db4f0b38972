"""ARC tasks as the benchmark writes them: one task, or many under their ids, in an array, or one a line."""

from collections.abc import Iterator, Sequence
from typing import Any

from solver.formats.content import Content
from solver.formats.format import CERTAIN, NO, Format
from solver.formats.read_puzzle import ReadPuzzle
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcTask, write_task
from solver.puzzles.base import Puzzle, PuzzleError


def _is_task(data: Any) -> bool:
    return isinstance(data, dict) and "kind" not in data and not data.keys().isdisjoint(("train", "test"))


def _sniff(content: Content) -> float:
    for value in content.json:
        data = value.value
        tasks = data if isinstance(data, list) else [data, *(data.values() if isinstance(data, dict) else ())]
        if any(map(_is_task, tasks)):
            return CERTAIN
    return NO


def _read(content: Content) -> list[ReadPuzzle]:
    found: list[ReadPuzzle] = []
    for value in content.json:
        if value.error is not None:
            found.append(ReadPuzzle(None, value.error, value.line))
        else:
            found.extend(_one(data, name, value.line) for name, data in _tasks(value.value))
    return found


def _tasks(data: Any) -> Iterator[tuple[str, Any]]:
    """Each task with its name."""
    if isinstance(data, list):
        for each in data:
            yield from _tasks(each)
    elif isinstance(data, dict) and not _is_task(data):
        yield from data.items()
    else:
        yield str(data.get("name", data.get("id", ""))) if isinstance(data, dict) else "", data


def _one(data: Any, name: str, line: int) -> ReadPuzzle:
    try:
        return ReadPuzzle(ArcPuzzle(ArcTask.from_json(data, name)), None, line, name=name)
    except PuzzleError as error:
        return ReadPuzzle(None, PuzzleError(f"{name}: {error.why}" if name else error.why, line=line), line)


def _write(puzzles: Sequence[Puzzle]) -> bytes:
    (puzzle,) = puzzles
    assert isinstance(puzzle, ArcPuzzle)
    return write_task(puzzle.task).encode()


FORMAT = Format(
    key="arc", name="ARC task", kind="arc", endings=(".json",), sniff=_sniff, read=_read, write=_write, single=True
)
