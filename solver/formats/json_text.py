"""JSON as people have it: one value, an array, or a value on each line, with the place of every fault."""

import json
import re
from dataclasses import dataclass
from typing import Any

from solver.puzzles.base import PuzzleError, why_not_json

LONGEST_NUMBER = 300
"""Digits. Python itself stops at 4,300."""
_SPACE = re.compile(r"[ \t\n\r\f\v\u00a0\x1e]*")
_NEXT = re.compile(r"\n[ \t]*(?=[{\[])")


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

    After a fault, reading goes on at the next line that begins a value: in JSON lines those after a broken one are
    good again. Commas between values are passed over.
    """
    found: list[JsonValue] = []
    position, counted, line = _end_of_space(text, 0), 0, 1
    while position < len(text):
        line += text.count("\n", counted, position)
        counted = position
        try:
            value, position = _DECODER.raw_decode(text, position)
            found.append(JsonValue(value, line))
        except json.JSONDecodeError as error:
            fault = PuzzleError(f"This is not JSON: {why_not_json(error)}.", line=error.lineno, column=error.colno)
            found.append(JsonValue(None, line, fault))
        except (RecursionError, ValueError):
            fault = PuzzleError("This JSON is nested too deeply to hold a puzzle.", line=line)
            found.append(JsonValue(None, line, fault))
        if found[-1].error is not None:
            following = _NEXT.search(text, position + 1)
            if following is None:
                break
            position = following.end()
            continue
        position = _end_of_space(text, position)
        if text.startswith(",", position):
            position = _end_of_space(text, position + 1)
    return found


def _end_of_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _whole(digits: str) -> int | LongNumber:
    return int(digits) if len(digits) <= LONGEST_NUMBER else LongNumber(len(digits.lstrip("-")))


_DECODER = json.JSONDecoder(parse_int=_whole)
