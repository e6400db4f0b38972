"""Finds the ARC tasks in JSON's data: alone, under their ids, in arrays, as bare pairs, within wrappers."""

from collections.abc import Iterator
from typing import Any

from solver.formats.read_puzzle import ReadPuzzle
from solver.messages import Template
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcTask
from solver.puzzles.base import PuzzleError

NAMED = Template("arc.named", "{name}: {why}")
ONE_PAIR = Template(
    "arc.one_pair", "This holds a single pair. A task needs at least one to learn from and one to answer."
)

DEEPEST = 5
"""Levels of wrappers around tasks."""
_NAMES = ("id", "task_id", "taskid", "name", "key", "uid", "puzzle_id")


def is_task(data: Any) -> bool:
    """Whether it is meant as one task: an object with pairs under `train` or `test`, or a task's pairs alone."""
    return _has_parts(data) or _bare_pairs(data) is not None


def tasks_in(data: Any, line: int, name: str = "", depth: int = DEEPEST) -> Iterator[ReadPuzzle]:
    """Every task, good or bad, under its own name or the key that it stands under."""
    if is_task(data):
        yield _one(data, line, _name(data) or name)
    elif isinstance(data, dict) and depth:
        for key, value in data.items():
            yield from tasks_in(
                value, line, "" if isinstance(value, list) and not _bare_pairs(value) else str(key), depth - 1
            )
    elif isinstance(data, list) and depth:
        for value in data:
            yield from tasks_in(value, line, "", depth - 1)


def _one(data: Any, line: int, name: str) -> ReadPuzzle:
    try:
        return ReadPuzzle(ArcPuzzle(ArcTask.from_json(_usual(data), name)), None, line, name=name)
    except PuzzleError as error:
        why = NAMED(name=name, why=error.why) if name else error.why
        return ReadPuzzle(None, PuzzleError(why, line=line), line)


def _has_parts(data: Any) -> bool:
    """Whether its `train` or `test` holds pairs; with objects of tasks there, it is a collection."""
    if not isinstance(data, dict) or "kind" in data or not {"train", "test"} & data.keys():
        return False
    parts = [data[part] for part in ("train", "test") if part in data]
    return not any(_is_collection(part) for part in parts)


def _is_collection(part: Any) -> bool:
    items = list(part.values()) if isinstance(part, dict) else part if isinstance(part, list) else []
    return bool(items) and any(isinstance(item, dict) and {"train", "test"} & item.keys() for item in items)


def _bare_pairs(data: Any) -> list[Any] | None:
    """The pairs of a task without train and test: an array of them, or under `examples` or `pairs`."""
    if isinstance(data, dict):
        data = next((data[key] for key in ("examples", "pairs") if key in data), None)
    if isinstance(data, list) and data and all(map(_is_pair, data)):
        return data
    return None


def _is_pair(item: Any) -> bool:
    if isinstance(item, dict):
        return "input" in item and "output" in item
    return isinstance(item, list) and len(item) == 2 and all(map(_is_grid, item))


def _is_grid(item: Any) -> bool:
    return isinstance(item, list) and bool(item) and all(isinstance(row, list) and _is_flat(row) for row in item)


def _is_flat(row: list[Any]) -> bool:
    return bool(row) and not any(isinstance(cell, list | dict) for cell in row)


def _usual(data: Any) -> dict[str, Any]:
    """The task as the benchmark writes it."""
    pairs = _bare_pairs(data) if not _has_parts(data) else None
    if pairs is not None:
        if len(pairs) == 1:
            raise PuzzleError(ONE_PAIR())
        return {"train": list(map(_pair, pairs[:-1])), "test": [_pair(pairs[-1])]}
    usual = dict(data)
    for part in ("train", "test"):
        value = data.get(part)
        if isinstance(value, dict) and isinstance(value.get("input"), list) and isinstance(value.get("output"), list):
            # Columns instead of rows, as data frames are written.
            columns = zip(value["input"], value["output"], strict=False)
            value = [{"input": into, "output": out} for into, out in columns]
        if isinstance(value, list):
            usual[part] = [_pair(each, bare=part == "test") for each in value]
    return usual


def _pair(pair: Any, *, bare: bool = False) -> Any:
    if isinstance(pair, list) and len(pair) == 2 and all(map(_is_grid, pair)):
        return {"input": pair[0], "output": pair[1]}
    return {"input": pair} if bare and _is_grid(pair) else pair


def _name(data: Any) -> str:
    if not isinstance(data, dict):
        return ""
    lower = {str(key).lower(): value for key, value in data.items()}
    found = next((lower[key] for key in _NAMES if isinstance(lower.get(key), str | int) and lower[key] != ""), "")
    return str(found)
