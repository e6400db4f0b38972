"""Nested lists in source code and printouts."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.formats.bracketed import DEEPEST, bracketed_lists

LISTS = st.recursive(st.integers(-12, 12), lambda inner: st.lists(inner, max_size=6), max_leaves=30)


@given(LISTS, st.sampled_from([(", ", ": "), (",", ":"), (" ,  ", ":"), (",\n", ":")]))
def test_lists_of_numbers_are_read_as_json_reads_them(value, separators):
    wanted = [value] if isinstance(value, list) else []
    assert bracketed_lists(f"board = {json.dumps(value, separators=separators)}") == wanted


@pytest.mark.parametrize("text", ["[5 3 0]", "[5,3,0,]", "{ 5, 3, 0 }", "(5 3  0)", "[5\n3\n0]", "[5, 3, 0.0]"])
def test_a_row_of_digits_in_any_notation(text):
    assert bracketed_lists(text) == [[5, 3, 0]]


def test_rows_know_their_line():
    [board] = bracketed_lists("x = [\n  [1, 2],\n  [3, 4], # [9]\n  [50, 6],\n]")
    assert board == [[1, 2], [3, 4], [50, 6]]
    assert [row.line for row in board] == [2, 3, 4]


def test_rows_that_are_nested_too_deeply_are_no_arrays():
    for text, deep in (("[1, 2]", DEEPEST), ("[12, 34]", DEEPEST)):
        assert bracketed_lists("[" * (deep - 1) + text + "]" * (deep - 1)) != []
        assert bracketed_lists("[" * deep + text + "]" * deep) == []
