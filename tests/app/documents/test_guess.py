"""A person's own entries: what they hold, how they compare, and that documents keep them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.document import Document
from app.documents.draft import Draft
from app.documents.entry import Entry
from app.documents.guess import Guess, compare
from app.documents.ponder_file import open_ponder, read_ponder, write_ponder
from solver.puzzles.base import PuzzleError
from solver.puzzles.maze.cells import PATH
from tests.traces import SUDOKU_SOLUTION, maze_puzzle, maze_trace, sudoku_puzzle, sudoku_trace

SOLUTION = np.array(list(map(int, SUDOKU_SOLUTION))).reshape(9, 9)
FREE = [tuple(cell) for cell in np.argwhere(sudoku_puzzle().free).tolist()]


def right(*cells) -> Guess:
    return Guess.none((9, 9)).with_values({cell: int(SOLUTION[cell]) for cell in cells})


def test_an_entry_takes_pencil_marks_away_and_back():
    cell = FREE[0]
    pencilled = Guess.none((9, 9)).with_mark_turned(cell, 4).with_mark_turned(cell, 7)
    assert pencilled.marks_of(cell) == (4, 7)
    assert pencilled.with_mark_turned(cell, 4).marks_of(cell) == (7,)
    entered = pencilled.with_values({cell: 7})
    assert (entered.values[cell], entered.marks_of(cell)) == (7, ())
    assert entered.with_mark_turned(cell, 3).values[cell] == 0
    assert entered.with_values({cell: 0}).empty


def test_the_rules_judge_it():
    puzzle = sudoku_puzzle()
    assert right(*FREE).verdict(puzzle).accepted
    assert not right(*FREE[:-1]).verdict(puzzle).accepted


def test_a_comparison_tells_same_differing_and_where_the_model_is_surer():
    puzzle, shown = sudoku_puzzle(), sudoku_trace().refinements[-1]
    assert shown.accepted
    wrong = int(SOLUTION[FREE[1]]) % 9 + 1
    found = compare(right(FREE[0]).with_values({FREE[1]: wrong}), puzzle, shown)
    assert (found.same, found.differing) == ((FREE[0],), (FREE[1],))
    assert set(found.surer) == {cell for cell in FREE[2:] if shown.confidence[cell] >= 0.9}


def test_in_a_maze_only_cells_of_the_path_are_left_out():
    puzzle, shown = maze_puzzle(), maze_trace().refinements[-1]
    path = [tuple(cell) for cell in np.argwhere(shown.answer == PATH).tolist()]
    found = compare(Guess.none(puzzle.shape).with_values({path[0]: PATH}), puzzle, shown)
    assert found.same == (path[0],)
    assert set(found.surer) <= set(path[1:])


cells = st.sampled_from(FREE)


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(cells, st.integers(1, 9)), st.lists(st.tuples(cells, st.integers(1, 9))))
def test_it_is_read_back_as_it_was(entries, marks):
    guess = Guess.none((9, 9)).with_values(entries)
    for cell, digit in marks:
        guess = guess.with_mark_turned(cell, digit)
    again = Guess.from_json(guess.to_json(), sudoku_puzzle())
    assert np.array_equal(again.values, guess.values)
    assert np.array_equal(again.marks, guess.marks)


@pytest.mark.parametrize(
    "data",
    [
        {"values": [[0, 6, 3]], "marks": []},  # r1c7 is given
        {"values": [[0, 0, 10]], "marks": []},
        {"values": [[9, 0, 1]], "marks": []},
        {"values": [], "marks": [[0, 0, 1 << 10]]},
        {"values": [], "marks": [[0, 0, -2]]},
    ],
)
def test_what_no_guess_can_be_is_refused(data):
    with pytest.raises(PuzzleError):
        Guess.from_json(data, sudoku_puzzle())


def test_a_document_keeps_it_through_solving_editing_undo_and_saving(qapp, tmp_path):
    document = Document(Entry("one", sudoku_puzzle()))
    heard = []
    document.guessChanged.connect(lambda: heard.append(document.entry.guess))
    guess = right(*FREE[:3])
    document.set_guess(guess, "guess")
    document.record(sudoku_trace(), "Solve")
    assert document.entry.guess is guess
    assert document.content == sudoku_puzzle()
    assert heard == [guess]

    write_ponder(tmp_path / "own.ponder", document.entries, 0)
    entries, _ = read_ponder(tmp_path / "own.ponder")
    assert np.array_equal(entries[0].guess.values, guess.values)

    # A given typed over an entry takes its place; the others stay.
    document.edit(Draft.of(document.content, {FREE[0]: int(SOLUTION[FREE[0]])}), "type")
    assert document.entry.guess.entered.sum() == 2
    document.undo_stack.undo()
    assert document.entry.guess is guess
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.entry.guess is None


def test_a_damaged_guess_costs_nothing_else(qapp, tmp_path, monkeypatch):
    entry = Entry("one", sudoku_puzzle(), guess=right(FREE[0]))
    monkeypatch.setattr(Guess, "to_json", lambda self: {"values": [[0, 6, 3]], "marks": []})
    write_ponder(tmp_path / "own.ponder", [entry], 0)
    read = open_ponder(tmp_path / "own.ponder")
    assert read.entries[0].guess is None
    assert read.entries[0].content == sudoku_puzzle()
    assert len(read.problems) == 1
