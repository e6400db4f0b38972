"""Finds the ARC tasks in JSON's data: alone, under their ids, in arrays, as bare pairs, within wrappers."""

from collections.abc import Iterator
from typing import Any

from solver.formats.arc_names import is_grid, named_parts, usual_pair
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
    return _has_parts(data) or named_parts(data) is not None or _bare_pairs(data) is not None


def tasks_in(data: Any, line: int, name: str = "", depth: int = DEEPEST) -> Iterator[ReadPuzzle]:
    """Every task, good or bad, under its own name or the key that it stands under."""
    if is_task(data):
        yield _one(data, line, _name(data) or name)
    elif isinstance(data, dict) and (tasks := _with_solutions(data)) is not None:
        yield from tasks_in(tasks, line, name, depth)
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


def _with_solutions(data: dict[str, Any]) -> dict[str, Any] | None:
    """The tasks under `challenges`, with the outputs that stand under `solutions`; None if it is not both."""
    tasks, solutions = data.get("challenges"), data.get("solutions")
    if not isinstance(tasks, dict) or not isinstance(solutions, dict):
        return None
    found = {}
    for name, task in tasks.items():
        tests, outputs = task.get("test") if isinstance(task, dict) else None, solutions.get(name)
        if isinstance(tests, list) and isinstance(outputs, list) and len(tests) == len(outputs):
            joined = [
                {"output": output, **test} if isinstance(test, dict) else test
                for test, output in zip(tests, outputs, strict=True)
            ]
            task = {**task, "test": joined}
        found[name] = task
    return found


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
    return isinstance(item, list) and len(item) == 2 and all(map(is_grid, item))


def _usual(data: Any) -> dict[str, Any]:
    """The task as the benchmark writes it."""
    named = named_parts(data)
    pairs = _bare_pairs(data) if named is None and not _has_parts(data) else None
    if pairs is not None:
        if len(pairs) == 1:
            raise PuzzleError(ONE_PAIR())
        last = usual_pair(pairs[-1], test=True)
        return {"train": [usual_pair(pair, test=False) for pair in pairs[:-1]], "test": [last]}
    usual = dict(data if named is None else named)
    for part in ("train", "test"):
        value = usual.get(part)
        if part == "test" and is_grid(value):
            value = [{"input": value}]
        elif isinstance(value, dict) and is_grid(value.get("input")):
            value = [value]
        elif isinstance(value, dict) and isinstance(value.get("input"), list) and isinstance(value.get("output"), list):
            # Columns instead of rows, as data frames are written.
            columns = zip(value["input"], value["output"], strict=False)
            value = [{"input": into, "output": out} for into, out in columns]
        if isinstance(value, list):
            usual[part] = [usual_pair(each, test=part == "test") for each in value]
    return usual


def _name(data: Any) -> str:
    if not isinstance(data, dict):
        return ""
    lower = {str(key).lower(): value for key, value in data.items()}
    found = next((lower[key] for key in _NAMES if isinstance(lower.get(key), str | int) and lower[key] != ""), "")
    return str(found)
