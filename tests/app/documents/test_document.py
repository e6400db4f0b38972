import gc
import weakref
from pathlib import Path

import numpy as np
import pytest

from app.documents.document import MOST_STEPS, Document
from app.documents.draft import Draft
from app.documents.entry import Entry, Sheet
from tests.arc_tasks import arc_puzzle, arc_trace
from tests.traces import maze_puzzle, sudoku_puzzle, sudoku_trace


@pytest.fixture
def document(qapp):
    return Document(Entry("one", sudoku_puzzle()))


def test_an_edit_can_be_undone(document):
    puzzle = document.content
    document.edit(Draft.of(puzzle, {(0, 0): 4}), "type 4")
    assert document.content.kind == "sudoku"
    assert not isinstance(document.content, Draft)
    assert document.content.grid[0, 0] == 4
    assert document.modified
    assert document.worth_asking
    document.undo_stack.undo()
    assert document.content is puzzle
    assert not document.modified


def test_a_broken_grid_is_kept_as_a_draft(document):
    document.edit(Draft.of(document.content, {(0, 0): 9}), "type 9")
    assert isinstance(document.content, Draft)
    assert (0, 0) in document.content.problem.cells
    document.edit(Draft.of(document.content, {(0, 0): 0}), "clear")
    assert not isinstance(document.content, Draft)


def test_a_solve_is_undone_and_redone(document, qtbot):
    trace = sudoku_trace()
    document.record(trace, "Solve")
    assert document.trace is trace
    assert document.undo_stack.undoText() == "Solve"
    assert not document.worth_asking, "a solve can be had again"
    with qtbot.waitSignal(document.traceChanged):
        document.undo_stack.undo()
    assert document.trace is None
    document.undo_stack.redo()
    assert document.trace is trace


def test_only_the_latest_changes_are_kept(document):
    first = sudoku_trace()
    gone = weakref.ref(first)
    document.record(first, "Solve")
    del first
    for _ in range(MOST_STEPS + 1):
        document.record(sudoku_trace(), "Solve")
    gc.collect()
    assert gone() is None, "what no undo brings back takes no memory"
    for _ in range(MOST_STEPS):
        document.undo_stack.undo()
    assert document.trace is not None, "what is further back stays as it was"
    assert not document.undo_stack.canUndo()


def test_editing_lets_go_of_the_trace_and_undo_brings_it_back(document):
    trace = sudoku_trace()
    document.record(trace, "Solve")
    document.edit(Draft.of(document.content, {(0, 0): 4}), "type 4")
    assert document.trace is None
    document.undo_stack.undo()
    assert document.trace is trace


def test_undo_goes_back_to_the_puzzle_that_was_changed(document, qtbot):
    document.replace([Entry("one", sudoku_puzzle()), Entry("two", maze_puzzle())])
    document.edit(Draft.of(document.content, {(0, 0): 4}), "type 4")
    document.choose(1)
    assert document.content.kind == "maze"
    with qtbot.waitSignal(document.contentChanged):
        document.undo_stack.undo()
    assert document.index == 0
    assert document.content.grid[0, 0] == 0


def test_a_save_counts_for_the_step_that_was_written(document):
    document.edit(Draft.of(document.content, {(0, 0): 4}), "type 4")
    entries = list(document.entries)
    document.edit(Draft.of(document.content, {(0, 1): 6}), "type 6")
    document.saved(document.sheet, Path("x.ponder"), entries)
    assert document.modified, "a change was made while the file was being written"
    document.saved(document.sheet, Path("x.ponder"), list(document.entries))
    assert not document.modified
    assert document.name == "x.ponder"


def test_a_save_does_not_count_for_as_many_other_changes(document):
    document.edit(Draft.of(document.content, {(0, 0): 4}), "type 4")
    entries = list(document.entries)
    document.undo_stack.undo()
    document.edit(Draft.of(document.content, {(0, 0): 6}), "type 6")
    document.saved(document.sheet, Path("x.ponder"), entries)
    assert document.modified


def test_a_document_opened_during_a_save_does_not_get_the_file_of_the_one_before(document):
    sheet, entries = document.sheet, list(document.entries)
    document.open([Entry("two", maze_puzzle())], "Open", Sheet(source=Path("y.sdm")))
    document.saved(sheet, Path("x.ponder"), entries)
    assert document.path is None, "the next Save would overwrite the other document"


def test_draft_survives_json():
    draft = Draft("sudoku", np.full((9, 9), 5))
    again = Draft.from_json(draft.to_json())
    assert np.array_equal(again.grid, draft.grid)
    assert again.problem is not None


def test_each_test_input_of_an_arc_task_keeps_its_own_recording():
    document = Document(Entry("arc", arc_puzzle()))
    first, second = arc_trace(), arc_trace(arc_puzzle(1), (((0, 8), (2, 2)),))
    document.record(first, "Solve", (second,))
    document.settle()
    document.choose_test(1)
    assert document.content == arc_puzzle(1)
    assert document.trace is second
    assert not document.modified
    document.choose_test(0)
    assert document.trace is first
    document.undo_stack.undo()
    assert document.trace is None
    document.choose_test(1)
    assert document.trace is None, "the other recording was undone too"


def test_earlier_traces_are_those_of_this_puzzle_that_undo_knows(document):
    opened, first, second = sudoku_trace(steps=3), sudoku_trace(steps=4), sudoku_trace(steps=5)
    document.replace([Entry("a", opened.puzzle, opened)])
    assert document.earlier_traces() == []
    document.record(first, "Solve")
    assert document.earlier_traces() == [("Opened", opened)]
    document.record(second, "Keep thinking")
    assert document.earlier_traces() == [("Solve", first), ("Opened", opened)]
    document.undo_stack.undo()
    assert document.earlier_traces() == [("Keep thinking", second), ("Opened", opened)]
    document.set_content(maze_puzzle(), "Paste")
    assert document.earlier_traces() == []


def opened(document, name: str, *entries: Entry, own: bool = False) -> Sheet:
    path = Path(name).absolute()
    sheet = Sheet(path if own else None, None, path, entries)
    document.open(entries, "Open", sheet)
    return sheet


def labels(document) -> list[str]:
    return [entry.label for entry in document.entries]


def test_what_is_opened_comes_to_what_is_open_and_undo_closes_it(document):
    document.record(sudoku_trace(), "Solve")
    opened(document, "many.sdm", Entry("Puzzle 1", sudoku_puzzle()), Entry("Puzzle 2", maze_puzzle()))
    assert labels(document) == ["one", "Puzzle 1", "Puzzle 2"]
    assert document.index == 1
    assert document.name == "many.sdm"
    document.undo_stack.undo()
    assert labels(document) == ["one"]
    assert document.trace is not None
    document.undo_stack.redo()
    assert labels(document) == ["one", "Puzzle 1", "Puzzle 2"]


def test_puzzles_that_nobody_would_miss_make_room_until_they_are_touched():
    document = Document([Entry("a", sudoku_puzzle(), passing=True), Entry("b", maze_puzzle(), passing=True)])
    document.record(sudoku_trace(), "Solve")
    opened(document, "many.sdm", Entry("Puzzle 1", sudoku_puzzle()))
    assert labels(document) == ["a", "Puzzle 1"]


def test_a_pasted_puzzle_takes_the_place_of_an_untouched_one_or_comes_to_the_others(document):
    document.add(Entry("New", maze_puzzle(), passing=True), "New")
    assert labels(document) == ["one", "New"]
    opened(document, "many.sdm", Entry("Puzzle 1", sudoku_puzzle()))
    assert labels(document) == ["one", "Puzzle 1"]
    document.add(Entry("Pasted", sudoku_puzzle(), by_hand=True), "Paste")
    document.add(Entry("Pasted", maze_puzzle(), by_hand=True), "Paste")
    assert labels(document) == ["one", "Pasted", "Pasted 2", "Puzzle 1"], "beside those that are in no file either"
    assert document.name == "Pasted 2", "not the name of the file that was shown before"
    assert document.path is None


def test_each_file_is_saved_and_changed_for_itself(document):
    first = opened(document, "a.ponder", Entry("a", sudoku_puzzle()), own=True)
    second = opened(document, "b.ponder", Entry("b", sudoku_puzzle()), own=True)
    document.edit(Draft.of(document.content, {(0, 0): 4}), "type 4")
    assert document.is_modified(second)
    assert not document.is_modified(first)
    document.choose(document.entries.index(document.entries_of(first)[0]))
    assert not document.modified
    assert document.path.name == "a.ponder"
    document.saved(second, second.path, document.entries_of(second))
    assert not document.worth_asking


def test_a_file_over_which_another_was_saved_asks_for_another_name(document):
    first = opened(document, "a.ponder", Entry("a", sudoku_puzzle()), own=True)
    second = opened(document, "b.ponder", Entry("b", maze_puzzle()), own=True)
    document.saved(second, first.path, document.entries_of(second))
    assert first.path is None
    assert document.is_modified(first)


def test_closing_is_undone_and_the_last_one_leaves_an_empty_puzzle(document):
    document.record(sudoku_trace(), "Solve")
    opened(document, "a.ponder", Entry("a", sudoku_puzzle()), Entry("b", maze_puzzle()), own=True)
    document.close([2], "Close")
    assert labels(document) == ["one", "a"]
    assert document.modified, "the file still holds two"
    document.undo_stack.undo()
    assert not document.modified
    document.close([0, 1, 2], "Close")
    assert labels(document) == ["Untitled"]
    assert not document.content.grid.any()
    document.undo_stack.undo()
    assert labels(document) == ["one", "a", "b"]
    assert document.entries[0].trace is not None


def test_closing_another_puzzle_leaves_the_shown_one_alone(document, qtbot):
    opened(document, "a.sdm", Entry("a", sudoku_puzzle()))
    with qtbot.assertNotEmitted(document.contentChanged), qtbot.assertNotEmitted(document.leaving):
        document.close([0], "Close")
    assert (document.index, document.entry.label) == (0, "a")


def test_what_is_worth_a_question(document, monkeypatch):
    now = [100.0]
    monkeypatch.setattr("app.documents.document.time.monotonic", lambda: now[0])
    document.working_since = 100.0
    now[0] += 1
    assert not document.worth_asking, "the solve has just started"
    document.record(sudoku_trace(), "Solve")
    assert not document.worth_asking, "a solve of a second can be had again"
    document.working_since = now[0]
    now[0] += 30
    assert document.worth_asking, "while it works"
    document.record(sudoku_trace(), "Keep thinking")
    assert document.worth_asking
    document.undo_stack.undo()
    assert not document.worth_asking
    document.add(Entry("Pasted", maze_puzzle(), by_hand=True), "Paste")
    assert document.worth_asking
    document.settle()
    assert not document.worth_asking
