"""JSON as people have it: one value, an array, or a value on each line, with the place of every fault."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from solver.messages import Template
from solver.puzzles.base import PuzzleError, why_not_json

LONGEST_NUMBER = 300
"""Digits. Python itself stops at 4,300."""
MOST_FAULTS = 100
"""Broken lines whose faults are worked out; further ones are only counted, and stand as the last of these."""
_SPACE = re.compile(r"[ \t\n\r\f\v\u00a0\x1e]*")
NOT_JSON = Template("json.damaged", "This is not JSON: {why}.")
TOO_DEEP = Template("json.nested_too_deeply", "This JSON is nested too deeply to hold a puzzle.")


@dataclass(frozen=True)
class LongNumber:
    """A number with more digits than anything that Ponder reads."""

    digits: int

    def __repr__(self) -> str:
        return f"a number of {self.digits} digits"


@dataclass(frozen=True)
class JsonValue:
    """One top-level value, or why there is none."""

    value: Any
    line: int
    """Where it begins, counted from 1."""
    error: PuzzleError | None = None


def looks_like_json(text: str) -> bool:
    """Whether it begins as an object or an array does."""
    start = text[_end_of_space(text, 0) :][:1]
    return start in ("{", "[")


def parse_json(text: str) -> list[JsonValue]:
    """Each top-level value of `text`, with an error for each part that is not JSON.

    Commas between values are passed over. After a broken object, the lines that begin with another one are read by
    themselves: in JSON lines those after a broken one are good again.
    """
    found: list[JsonValue] = []
    position, counted, line = _end_of_space(text, 0), 0, 1
    while position < len(text):
        line += text.count("\n", counted, position)
        counted = position
        try:
            value, end = _DECODER.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            found.append(JsonValue(None, line, _fault(error, line)))
            if text.startswith("{", position) and (position == 0 or text[position - 1] == "\n"):
                found.extend(_parse_lines(text, position, line))
            break
        found.append(JsonValue(value, line))
        position = _end_of_space(text, end)
        if text.startswith(",", position):
            position = _end_of_space(text, position + 1)
    return found


def _parse_lines(text: str, position: int, number: int) -> Iterator[JsonValue]:
    """The objects on lines of their own after the line at `position`."""
    faults: list[JsonValue] = []
    for line in text[position:].split("\n")[1:]:
        number += 1
        if not line.startswith("{"):
            continue
        if len(faults) == MOST_FAULTS and not line.rstrip().endswith("}"):
            yield faults[-1]
            continue
        try:
            yield JsonValue(_DECODER.decode(line), number)
        except (ValueError, RecursionError) as error:
            if len(faults) < MOST_FAULTS:
                faults.append(JsonValue(None, number, _fault(error, number, first_line=number)))
            yield faults[-1]


def _fault(error: ValueError | RecursionError, line: int, *, first_line: int = 1) -> PuzzleError:
    if not isinstance(error, json.JSONDecodeError):
        return PuzzleError(TOO_DEEP(), line=line)
    return PuzzleError(NOT_JSON(why=why_not_json(error)), line=first_line + error.lineno - 1, column=error.colno)


def _end_of_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _whole(digits: str) -> int | LongNumber:
    return int(digits) if len(digits) <= LONGEST_NUMBER else LongNumber(len(digits.lstrip("-")))


_DECODER = json.JSONDecoder(parse_int=_whole)
