"""Readers take time in proportion to a file's length: twice the lines are at most about twice the work."""

import sys

import pytest

from solver.formats import json_text
from solver.formats.content import Content
from solver.formats.registry import read
from solver.puzzles.base import PuzzleError
from tests.robustness.hostile import LINES

FEW = 1_200
"""Lines: more than any puzzle has, so that whatever is cut off is cut off."""
MOST_TIMES = 2.6
"""Quadratic work would be four times as much."""


def work_of_reading(content: bytes) -> int:
    """How many lines of Python are run, each turn of a comprehension counting as one."""
    lines = 0

    def trace(frame, event, argument):
        nonlocal lines
        lines += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read(Content(content))
    except PuzzleError:
        pass
    finally:
        sys.settrace(before)
    return lines


@pytest.mark.parametrize("name", ["wall lines", "brace lines", "rows of nine"])
def test_twice_the_lines_are_twice_the_work(name):
    line = f"{LINES[name]}\n".encode()
    once = work_of_reading(line * FEW)
    assert once > FEW
    assert work_of_reading(line * 2 * FEW) < MOST_TIMES * once


def test_broken_json_is_not_decoded_from_each_line_to_its_end(monkeypatch):
    decoder, given = json_text._DECODER, []

    class Spy:
        def raw_decode(self, text, position):
            given.append(len(text) - position)
            return decoder.raw_decode(text, position)

        def decode(self, text):
            given.append(len(text))
            return decoder.decode(text)

    monkeypatch.setattr(json_text, "_DECODER", Spy())
    text = "{\n" * 1_000
    assert len(json_text.parse_json(text)) == 1_000
    assert sum(given) <= 2 * len(text)
