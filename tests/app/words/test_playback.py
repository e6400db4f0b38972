import pytest

from app.words.playback import changes, percent, plural, token_word, value_word
from tests.traces import sudoku_trace


@pytest.mark.parametrize(
    ("chance", "words"),
    [(0, "0 %"), (0.001, "<1 %"), (0.005, "<1 %"), (0.92, "92 %"), (0.994, "99 %"), (0.9999, ">99 %"), (1, "100 %")],
)
def test_percent_is_never_surer_than_the_chance(chance, words):
    assert percent(chance) == words


@pytest.mark.parametrize(
    ("kind", "token", "word"),
    [
        ("sudoku", 0, "padding"),
        ("sudoku", 1, "blank"),
        ("sudoku", 2, "1"),
        ("sudoku", 10, "9"),
        ("maze", 1, "wall"),
        ("maze", 5, "path"),
        ("arc", 1, "end"),
        ("arc", 2, "black (0)"),
        ("arc", 11, "maroon (9)"),
    ],
)
def test_tokens_have_names(kind, token, word):
    assert token_word(kind, token) == word


def test_values_are_the_puzzles_own():
    assert [value_word("sudoku", 0), value_word("sudoku", 7), value_word("maze", 2)] == ["blank", "7", "free"]


def test_changes_say_what_was_and_what_is():
    trace = sudoku_trace()
    first, second = trace.refinements[:2]
    opening = changes(trace.puzzle, first, None)
    assert len(opening) == first.changed.sum()
    assert all((change.before, change.chance_before) == (0, None) for change in opening)
    for change in changes(trace.puzzle, second, first):
        assert change.before == first.answer[change.cell] != change.after == second.answer[change.cell]
        assert change.chance_before == first.confidence[change.cell]


def test_english_plurals():
    assert [plural("1 cell(s)", 1), plural("2 cell(s)", 2)] == ["1 cell", "2 cells"]
