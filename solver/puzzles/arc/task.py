"""ARC tasks: demonstration pairs and test inputs, read from and written to the benchmark's JSON."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Self

from solver.messages import Template
from solver.puzzles.base import PuzzleError, why_not_json

COLOURS = 10
LARGEST = 30
"""Rows and columns of an ARC grid at most."""
ArcGrid = tuple[tuple[int, ...], ...]
"""Rows of colours, 0 to 9."""

NO_PAIRS = Template("arc.no_pairs", "`{part}` is empty. A task needs at least one pair there.")
NO_LIST_OF_PAIRS = Template("arc.no_list_of_pairs", "`{part}` is not a list of pairs.")
NO_PAIR = Template("arc.no_pair", "`{place}` is not an object with `input` and `output`.")
MISSING = Template("arc.missing", "`{place}` is missing.")
NO_TASK = Template("arc.no_task", "An ARC task in JSON is an object with `train` and `test`.")
NOT_UTF8 = Template("arc.not_utf8", "This is not UTF-8 text.")
NOT_JSON = Template("arc.not_json", "This is not valid JSON: {why} at column {column}.")
TOO_DEEP = Template("arc.too_deep", "This JSON is nested too deeply, or its numbers are too long, for an ARC task.")
NO_ROWS = Template("arc.no_rows", "`{place}` is not a list of rows.")
EMPTY = Template("arc.empty_part", "`{place}` is empty.")
NO_COLOURS = Template("arc.no_colours", "`{place}` is not a list of colours.")
TOO_LARGE = Template("arc.too_large", "`{place}` is larger than {largest}×{largest}, the largest ARC grid.")
UNEVEN_ROW = Template(
    "arc.uneven_row",
    "`{place}` has {count} cells, but the grid's first row has {first}.",
    "`{place}` has {count} cell, but the grid's first row has {first}.",
)
NOT_A_COLOUR = Template("arc.not_a_colour", "`{place}` is {value}. Colours are the numbers 0 to 9.")


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
                raise PuzzleError(NO_PAIRS(part=part))
            for number, pair in enumerate(pairs):
                read_grid(pair.input, f"{part}[{number}].input")
                if pair.output is not None:
                    read_grid(pair.output, f"{part}[{number}].output")
                elif part == "train":
                    raise PuzzleError(MISSING(place=f"train[{number}].output"))

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
            raise PuzzleError(NO_TASK())
        return cls(tuple(_pairs(data, "train")), tuple(_pairs(data, "test")), name)


def read_task(content: bytes, name: str = "") -> ArcTask:
    """The task in a file's content; a `PuzzleError` names the line of bad JSON, or the place of a bad value."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PuzzleError(NOT_UTF8(), line=content.count(b"\n", 0, error.start) + 1) from None
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise PuzzleError(NOT_JSON(why=why_not_json(error), column=error.colno), line=error.lineno) from None
    except (RecursionError, ValueError):
        # ValueError: a number of more digits than Python reads.
        raise PuzzleError(TOO_DEEP()) from None
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
        raise PuzzleError(NO_ROWS(place=where))
    if not value:
        raise PuzzleError(EMPTY(place=where))
    if len(value) > LARGEST:
        raise PuzzleError(TOO_LARGE(place=where, largest=LARGEST))
    rows = []
    for number, row in enumerate(value):
        place = f"{where}[{number}]"
        if not isinstance(row, list | tuple):
            raise PuzzleError(NO_COLOURS(place=place))
        if not row:
            raise PuzzleError(EMPTY(place=place))
        if len(row) > LARGEST:
            raise PuzzleError(TOO_LARGE(place=where, largest=LARGEST))
        if len(row) != len(value[0]):
            raise PuzzleError(UNEVEN_ROW(place=place, count=len(row), first=len(value[0])))
        for column, colour in enumerate(row):
            # In Python, True is an int.
            if isinstance(colour, bool) or not isinstance(colour, int) or not 0 <= colour < COLOURS:
                shown = json.dumps(colour, default=repr)
                shown = shown if len(shown) <= 20 else f"{shown[:20]}…"
                raise PuzzleError(NOT_A_COLOUR(place=f"{place}[{column}]", value=shown))
        rows.append(tuple(row))
    return tuple(rows)


def _pairs(data: dict[str, Any], part: str) -> Iterator[ArcPair]:
    if part not in data:
        raise PuzzleError(MISSING(place=part))
    if not isinstance(data[part], list):
        raise PuzzleError(NO_LIST_OF_PAIRS(part=part))
    for number, pair in enumerate(data[part]):
        place = f"{part}[{number}]"
        if not isinstance(pair, dict):
            raise PuzzleError(NO_PAIR(place=place))
        if "input" not in pair:
            raise PuzzleError(MISSING(place=f"{place}.input"))
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
