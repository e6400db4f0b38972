"""ARC tasks in JSON: as the benchmark and its contests write them, and as other data sets do."""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from solver.formats.arc_data import is_task, tasks_in
from solver.formats.content import Content
from solver.formats.format import CERTAIN, LIKELY, NO, Format
from solver.formats.read_puzzle import ReadPuzzle
from solver.messages import Template
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import write_task
from solver.puzzles.base import Puzzle, PuzzleError

ANSWERS = Template(
    "arc.answers",
    "This holds {what} of ARC tasks, but not the tasks themselves. Open the file with the challenges instead.",
)
HISTORY = Template(
    "arc.history", "This is a history of ARC-Interactive. It has no `train` and `test`, so it is not a task."
)

_ID = re.compile("[0-9a-f]{8}")
_LOOKED_AT = 20
"""Values of an object or an array that the sniffer looks at."""


def _sniff(content: Content) -> float:
    if not content.is_json:
        return NO
    for value in content.json[:_LOOKED_AT]:
        if any(map(is_task, likely(value.value))):
            return CERTAIN
        if _other(value.value):
            return LIKELY
    return NO


def likely(data: Any, depth: int = 4) -> Iterator[Any]:
    """The places in `data` where tasks stand, if it holds any."""
    yield data
    if depth and isinstance(data, dict | list):
        for item in islice(data.values() if isinstance(data, dict) else data, _LOOKED_AT):
            if isinstance(item, dict | list):
                yield from likely(item, depth - 1)


def _other(data: Any) -> PuzzleError | None:
    """The error for what belongs to ARC but holds no tasks: solutions, a contest's answers, a history."""
    if isinstance(data, list) and data:
        data = data[0]
    if not isinstance(data, dict) or not data:
        return None
    if "ARC-Interactive" in str(data.get("fileType", "")):
        return PuzzleError(HISTORY(), line=1)
    values = list(islice(data.values(), _LOOKED_AT))
    if "attempt_1" in data or all(_is_attempt(value) for value in values):
        return PuzzleError(ANSWERS(what="a contest's answers (a submission)"), line=1)
    has_ids = all(_ID.fullmatch(str(key)) for key in data)
    if all(_is_grids(value) and (has_ids or _depth(value) > 2) for value in values):
        return PuzzleError(ANSWERS(what="the solutions"), line=1)
    return None


def _is_attempt(value: Any) -> bool:
    first = value[0] if isinstance(value, list) and value else value
    return isinstance(first, dict) and any(str(key).startswith("attempt") for key in first)


def _is_grids(value: Any) -> bool:
    """Whether it is a list of grids, or one grid."""
    return _depth(value) in (2, 3)


def _depth(value: Any) -> int:
    """Lists within one another before a number; 0 for anything else."""
    for depth in range(4):
        if type(value) is int:
            return depth
        if not isinstance(value, list) or not value:
            break
        value = value[0]
    return 0


def _read(content: Content) -> list[ReadPuzzle]:
    found: list[ReadPuzzle] = []
    for value in content.json:
        if value.error is not None:
            found.append(ReadPuzzle(None, value.error, value.line))
        else:
            found.extend(tasks_in(value.value, value.line))
    if not found:
        other = next((error for value in content.json if (error := _other(value.value))), None)
        assert other is not None, "the sniffer found tasks or this"
        raise other
    return found


def _write(puzzles: Sequence[Puzzle]) -> bytes:
    tasks = [puzzle.task for puzzle in puzzles if isinstance(puzzle, ArcPuzzle)]
    if len(tasks) == 1:
        return write_task(tasks[0]).encode()
    names = [task.name for task in tasks]
    if len(set(names)) == len(names) and all(names):
        return (json.dumps({task.name: task.to_json() for task in tasks}) + "\n").encode()
    return (json.dumps([{"name": task.name, **task.to_json()} for task in tasks]) + "\n").encode()


FORMAT = Format(
    key="arc",
    name="ARC tasks",
    kind="arc",
    endings=(".json", ".jsonl"),
    usual=True,
    sniff=_sniff,
    read=_read,
    write=_write,
)
