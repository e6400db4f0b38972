"""Readers take time in proportion to a file's length: twice the lines are at most about twice the work."""

import sys

import pytest

from solver.formats.content import Content
from solver.formats.registry import read
from solver.puzzles.base import PuzzleError
from tests.robustness.hostile import LINES

FEW = 1_500
"""Lines: more than any puzzle has, so that whatever is cut off is cut off."""
MOST_TIMES = 2.6
"""Quadratic work would be four times as much."""


def calls_of_reading(content: bytes) -> int:
    """How many functions are called, Python's and C's."""
    calls = 0

    def count(frame, event, argument) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(Content(content))
    except PuzzleError:
        pass
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    "name", ["wall lines", "brace lines", "bracket lines", "zero lines", "rows of walls", "rows of nine"]
)
def test_twice_the_lines_are_twice_the_work(name):
    line = f"{LINES[name]}\n".encode()
    read_once = calls_of_reading(line * FEW)
    assert calls_of_reading(line * 2 * FEW) < MOST_TIMES * read_once
