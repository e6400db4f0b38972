from pathlib import Path

import numpy as np
import pytest

from app.documents.document import Document, Entry
from app.documents.draft import Draft
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
    written, entries = document.entries, list(document.entries)
    document.edit(Draft.of(document.content, {(0, 1): 6}), "type 6")
    document.saved(Path("x.ponder"), written, entries)
    assert document.modified, "a change was made while the file was being written"
    document.saved(Path("x.ponder"), document.entries, list(document.entries))
    assert not document.modified
    assert document.name == "x.ponder"


def test_a_save_does_not_count_for_as_many_other_changes(document):
    document.edit(Draft.of(document.content, {(0, 0): 4}), "type 4")
    written, entries = document.entries, list(document.entries)
    document.undo_stack.undo()
    document.edit(Draft.of(document.content, {(0, 0): 6}), "type 6")
    document.saved(Path("x.ponder"), written, entries)
    assert document.modified


def test_a_document_opened_during_a_save_does_not_get_the_file_of_the_one_before(document):
    written, entries = document.entries, list(document.entries)
    document.replace([Entry("two", maze_puzzle())])
    document.saved(Path("x.ponder"), written, entries)
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
    document.undo_stack.setClean()
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
