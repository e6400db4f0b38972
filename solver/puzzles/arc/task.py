"""ARC tasks: demonstration pairs and test inputs, read from and written to the benchmark's JSON."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Self

from solver.puzzles.base import PuzzleError, why_not_json

COLOURS = 10
LARGEST = 30
"""Rows and columns of an ARC grid at most."""
ArcGrid = tuple[tuple[int, ...], ...]
"""Rows of colours, 0 to 9."""


@dataclass(frozen=True)
class ArcPair:
    """What goes in and what should come out."""

    input: ArcGrid
    output: ArcGrid | None = None
    """None where it is for the solver to find."""


@dataclass(frozen=True)
class ArcTask:
    """A few demonstrations of one rule, and test inputs to apply it to.

    Raises `PuzzleError` for anything else; it names the place, as in `train[2].output[3]`, counted from 0.
    """

    train: tuple[ArcPair, ...]
    test: tuple[ArcPair, ...]
    name: str = ""
    """The benchmark's id where it has one; no part of the JSON."""

    def __post_init__(self) -> None:
        for part, pairs in (("train", self.train), ("test", self.test)):
            if not pairs:
                raise PuzzleError(f"`{part}` is empty; a task needs at least one pair there.")
            for number, pair in enumerate(pairs):
                read_grid(pair.input, f"{part}[{number}].input")
                if pair.output is not None:
                    read_grid(pair.output, f"{part}[{number}].output")
                elif part == "train":
                    raise PuzzleError(f"`train[{number}].output` is missing; a demonstration needs both grids.")

    @property
    def demonstrations(self) -> list[tuple[ArcGrid, ArcGrid]]:
        """Input and output of each training pair."""
        return [(pair.input, pair.output) for pair in self.train if pair.output is not None]

    @property
    def test_inputs(self) -> list[ArcGrid]:
        """What is to be answered."""
        return [pair.input for pair in self.test]

    def without_answers(self) -> Self:
        """The task as a solver may see it: no test outputs."""
        return replace(self, test=tuple(ArcPair(pair.input) for pair in self.test))

    def to_json(self) -> dict[str, Any]:
        """The benchmark's `{"train": [{"input": …, "output": …}, …], "test": …}`; unknown test outputs are left out."""
        return {part: [_pair_to_json(pair) for pair in getattr(self, part)] for part in ("train", "test")}

    @classmethod
    def from_json(cls, data: Any, name: str = "") -> Self:
        """The task that the benchmark's JSON describes; keys it does not know are ignored."""
        if not isinstance(data, dict):
            raise PuzzleError("An ARC task in JSON is an object with `train` and `test`.")
        return cls(tuple(_pairs(data, "train")), tuple(_pairs(data, "test")), name)


def read_task(content: bytes, name: str = "") -> ArcTask:
    """The task in a file's content; a `PuzzleError` names the line of bad JSON, or the place of a bad value."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PuzzleError("This is not UTF-8 text.", line=content.count(b"\n", 0, error.start) + 1) from None
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        why = f"This is not JSON: {why_not_json(error)} at column {error.colno}."
        raise PuzzleError(why, line=error.lineno) from None
    except (RecursionError, ValueError):
        # ValueError: a number of more digits than Python reads.
        raise PuzzleError("This JSON is nested too deeply, or its numbers are too long, to be an ARC task.") from None
    return ArcTask.from_json(data, name)


def write_task(task: ArcTask) -> str:
    """`read_task` reads this back: the benchmark's JSON, one row of a grid a line."""
    parts = []
    for part, pairs in task.to_json().items():
        written = ",\n".join(f"  {{{_pair_as_text(pair)}}}" for pair in pairs)
        parts.append(f' "{part}": [\n{written}\n ]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def read_grid(value: Any, where: str) -> ArcGrid:
    """Rows of colours from lists or tuples; raises `PuzzleError` that names the place, below `where`."""
    if not isinstance(value, list | tuple):
        raise PuzzleError(f"`{where}` is not a list of rows.")
    if not value:
        raise PuzzleError(f"`{where}` has no rows.")
    if len(value) > LARGEST:
        raise PuzzleError(f"`{where}` has {len(value)} rows; an ARC grid has at most {LARGEST}.")
    rows = []
    for number, row in enumerate(value):
        place = f"{where}[{number}]"
        if not isinstance(row, list | tuple):
            raise PuzzleError(f"`{place}` is not a list of colours.")
        if not row:
            raise PuzzleError(f"`{place}` has no cells.")
        if len(row) > LARGEST:
            raise PuzzleError(f"`{place}` has {len(row)} cells; an ARC grid has at most {LARGEST} columns.")
        if len(row) != len(value[0]):
            held = "1 cell" if len(row) == 1 else f"{len(row)} cells"
            raise PuzzleError(f"`{place}` has {held}, but the grid's first row has {len(value[0])}.")
        for column, colour in enumerate(row):
            # In Python, True is an int.
            if isinstance(colour, bool) or not isinstance(colour, int) or not 0 <= colour < COLOURS:
                shown = json.dumps(colour, default=repr)
                shown = shown if len(shown) <= 20 else f"{shown[:20]}…"
                raise PuzzleError(f"`{place}[{column}]` is {shown}, which is no colour; colours are 0 to 9.")
        rows.append(tuple(row))
    return tuple(rows)


def _pairs(data: dict[str, Any], part: str) -> Iterator[ArcPair]:
    if part not in data:
        raise PuzzleError(f"The key `{part}` is missing.")
    if not isinstance(data[part], list):
        raise PuzzleError(f"`{part}` is not a list of pairs.")
    for number, pair in enumerate(data[part]):
        place = f"{part}[{number}]"
        if not isinstance(pair, dict):
            raise PuzzleError(f"`{place}` is not an object with `input` and `output`.")
        if "input" not in pair:
            raise PuzzleError(f"`{place}.input` is missing.")
        output = pair.get("output")
        yield ArcPair(
            read_grid(pair["input"], f"{place}.input"),
            None if output is None else read_grid(output, f"{place}.output"),
        )


def _pair_to_json(pair: ArcPair) -> dict[str, list[list[int]]]:
    known = {"input": pair.input} if pair.output is None else {"input": pair.input, "output": pair.output}
    return {key: [list(row) for row in grid] for key, grid in known.items()}


def _pair_as_text(pair: dict[str, list[list[int]]]) -> str:
    rows = {key: ",\n    ".join(map(json.dumps, grid)) for key, grid in pair.items()}
    return ",\n   ".join(f'"{key}": [{text}]' for key, text in rows.items())
