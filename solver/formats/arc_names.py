"""The other names that data sets give to the parts of an ARC task, and the other ways in which they write its grids."""

import re
from typing import Any

_TRAIN = ("train", "training", "examples", "demonstrations", "fewshots", "train_pairs", "train_examples", "pairs")
_TEST = ("test", "testing", "tests", "question", "questions", "query", "test_pairs", "test_examples")
_INPUT, _OUTPUT = ("input", "in", "inp", "x"), ("output", "out", "target", "label", "y")
_ROW = re.compile(r"[0-9](?:[ ,]*[0-9])*")
_UNKNOWN: tuple[Any, ...] = (None, "", [], [[]], "?", "unknown")


def named_parts(data: Any) -> dict[str, Any] | None:
    """`data` with its pairs under `train` and `test`; None if it does not hold both under names of such parts."""
    if not isinstance(data, dict):
        return None
    lower = {str(key).lower(): value for key, value in data.items()}
    columns = _from_columns(lower)
    if columns is not None:
        return {**data, **columns}
    train = next((lower[name] for name in _TRAIN if _are_pairs(lower.get(name))), None)
    test = next((lower[name] for name in _TEST if _are_pairs(lower.get(name)) or is_grid(lower.get(name))), None)
    if test is None:
        test = next((lower[name] for name in ("test_input", "test_inputs") if name in lower), None)
        test = [test] if is_grid(test) else test
        if not (isinstance(test, list) and test and all(map(is_grid, test))):
            return None
    return None if train is None else {**data, "train": train, "test": test}


def _from_columns(lower: dict[str, Any]) -> dict[str, Any] | None:
    """Pairs of lists such as `train_inputs` and `train_outputs`."""
    found = {}
    for part in ("train", "test"):
        inputs = lower.get(f"{part}_inputs", lower.get(f"{part}_input"))
        outputs = lower.get(f"{part}_outputs", lower.get(f"{part}_output"))
        if is_grid(inputs):
            inputs, outputs = [inputs], [outputs]
        if not isinstance(inputs, list) or not inputs or not all(map(is_grid, inputs)):
            return None
        if not isinstance(outputs, list) or len(outputs) != len(inputs):
            if part == "train":
                return None
            outputs = [None] * len(inputs)
        found[part] = [{"input": into, "output": out} for into, out in zip(inputs, outputs, strict=True)]
    return found


def _are_pairs(value: Any) -> bool:
    items = [value] if isinstance(value, dict) else value
    return isinstance(items, list) and bool(items) and all(_is_pair(item) for item in items)


def _is_pair(item: Any) -> bool:
    if isinstance(item, dict):
        return any(is_grid(usual_grid(value)) for key, value in item.items() if str(key).lower() in _INPUT)
    return isinstance(item, list) and len(item) == 2 and all(map(is_grid, item))


def is_grid(item: Any) -> bool:
    """Whether it is a list of rows."""
    return isinstance(item, list) and bool(item) and all(isinstance(row, list) and _is_flat(row) for row in item)


def _is_flat(row: list[Any]) -> bool:
    return bool(row) and not any(isinstance(cell, list | dict) for cell in row)


def usual_pair(pair: Any, *, test: bool) -> Any:
    """A pair as the benchmark writes it: `input` and `output`, grids as lists; of a test, no unknown output."""
    if isinstance(pair, list) and len(pair) == 2 and all(map(is_grid, pair)):
        return {"input": pair[0], "output": pair[1]}
    if test and is_grid(pair):
        return {"input": pair}
    if not isinstance(pair, dict):
        return pair
    lower = {str(key).lower(): key for key in pair}
    usual = dict(pair)
    for names in (_INPUT, _OUTPUT):
        found = next((lower[name] for name in names if name in lower), None)
        if found is None:
            continue
        value = usual.pop(found)
        if not (test and names is _OUTPUT and value in _UNKNOWN):
            usual[names[0]] = usual_grid(value)
    return usual


def usual_grid(value: Any) -> Any:
    """A grid that is written as text, or as a text for each row, as a list of rows; anything else as it is."""
    rows = re.split(r"[\n|/]", value.strip()) if isinstance(value, str) and re.search(r"[\n|/]", value) else value
    if not isinstance(rows, list) or not rows or not all(isinstance(row, str) for row in rows):
        return value
    rows = [row.strip() for row in rows]
    if not all(map(_ROW.fullmatch, rows)):
        return value
    return [[int(cell) for cell in row if cell.isdigit()] for row in rows]
