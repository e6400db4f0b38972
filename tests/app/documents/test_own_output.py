"""A person's own outputs for an ARC task: their first size, how they compare, and that documents keep them."""

from dataclasses import replace

import numpy as np
import pytest

from app.documents.document import Document
from app.documents.entry import Entry
from app.documents.own_output import OwnOutputs, cells_differing, differing, first_output
from app.documents.ponder_file import open_ponder, read_ponder, write_ponder
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcPair, ArcTask
from solver.puzzles.base import PuzzleError
from tests.arc_tasks import TASK, arc_puzzle
from tests.traces import sudoku_puzzle

OWN = ((2, 2), (8, 0), (1, 1))


def own(test: int = 0) -> OwnOutputs:
    return OwnOutputs.none(TASK).with_output(test, OWN)


def test_it_starts_as_large_as_the_demonstrations_tell():
    assert first_output(TASK, 0) == ((0, 0, 0), (0, 0, 0)), "outputs are as large as their inputs"
    cut = ArcTask((ArcPair(((1, 2), (3, 4)), ((1,),)), ArcPair(((5, 6, 7),), ((5,),))), TASK.test)
    assert first_output(cut, 0) == ((0,),), "outputs are always 1×1"
    mixed = ArcTask((ArcPair(((1, 2),), ((1,),)), ArcPair(((5, 6, 7),), ((5, 6),))), TASK.test)
    assert first_output(mixed, 1) == ((0, 0), (0, 0)), "else as large as the test input"
    other = replace(TASK, test=(replace(TASK.test[0], output=((1,),)),))
    assert first_output(other, 0) == first_output(TASK, 0), "the known output is not looked at"


def test_cells_differ_by_colour_and_where_the_other_has_none():
    assert cells_differing(OWN, OWN) == ()
    assert cells_differing(OWN, ((2, 3), (8, 0), (1, 1))) == ((0, 1),)
    assert cells_differing(OWN, ((2, 2, 9), (8, 0, 9))) == ((2, 0), (2, 1))
    assert differing(OWN, ()).all(), "no answer agrees with nothing"


def test_an_output_stays_with_its_test_input():
    puzzle, outputs = arc_puzzle(), own(1)
    without_first = ArcPuzzle(replace(TASK, test=TASK.test[1:]))
    assert outputs.kept_for(puzzle, without_first).grids == (OWN,)
    assert own(0).kept_for(puzzle, without_first) is None
    more = ArcPuzzle(replace(TASK, test=(*TASK.test, ArcPair(((1,),)))))
    assert outputs.kept_for(puzzle, more).grids == (None, OWN, None)
    assert outputs.kept_for(puzzle, sudoku_puzzle()) is None


def test_a_document_keeps_it_through_edits_and_undo(qtbot):
    document = Document(Entry("a", arc_puzzle()))
    heard = []
    document.guessChanged.connect(lambda: heard.append(document.entry.outputs))
    document.set_guess(own(), "paint")
    assert document.content == arc_puzzle()
    train = (replace(TASK.train[0], output=((1,),)), *TASK.train[1:])
    document.edit(ArcPuzzle(replace(TASK, train=train)), "edit")
    assert document.entry.outputs == own()
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.entry.outputs is None
    document.undo_stack.redo()
    assert heard == [own(), None, own()]
    document.set_guess(own().with_output(0, None), "clear")
    assert document.entry.outputs is None


def test_a_file_keeps_it_and_damage_costs_only_it(tmp_path, monkeypatch):
    file = tmp_path / "a.ponder"
    entry = Entry("a", arc_puzzle(), by_hand=True, outputs=own(1))
    write_ponder(file, [entry], 0)
    (back,), _ = read_ponder(file)
    assert back.outputs == own(1)
    assert np.array_equal(back.content.grid, entry.content.grid)
    assert not entry.same_as(replace(entry, outputs=own(0)))

    for damaged in ([], [None], [None, [[11]]], [None, [[1], [1, 2]]], "no", [None, [[]]]):
        with pytest.raises(PuzzleError):
            OwnOutputs.from_json(damaged, arc_puzzle())
    monkeypatch.setattr(OwnOutputs, "to_json", lambda _: [None])
    write_ponder(file, [entry], 0)
    read = open_ponder(file)
    assert read.entries[0].content == entry.content
    assert read.entries[0].outputs is None
    assert len(read.problems) == 1
