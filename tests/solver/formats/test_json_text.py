import json

import pytest

from solver.formats.content import Content
from solver.formats.json_text import MOST_FAULTS, parse_json
from solver.formats.registry import read
from solver.puzzles.base import PuzzleError

PUZZLE = "530070000600195000098000060800060003400803001700020006060000280000419005000080079"


def test_good_lines_among_very_many_broken_ones_are_read_and_the_others_counted():
    lines = ["{"] * 3_000
    lines[2_500] = json.dumps({"puzzle": PUZZLE})
    values = parse_json("\n".join(lines))
    assert [value.line for value in values if value.error is None] == [2_501]
    assert len(values) == 3_000
    assert [value.line for value in values[: MOST_FAULTS + 1]] == list(range(1, MOST_FAULTS + 2))
    found = read(Content("\n".join(lines).encode()))
    assert [each.puzzle.kind for each in found if each.puzzle is not None] == ["sudoku"]


def test_brackets_that_never_close_are_damaged_json():
    with pytest.raises(PuzzleError, match="not JSON"):
        read(Content(b"{\n" * 2_000))


def test_a_maze_of_very_many_rows_is_too_large():
    [found] = read(Content(b"#######\n" * 5_000))
    assert found.puzzle is None
    assert "5000" in str(found.error).replace(",", "")
