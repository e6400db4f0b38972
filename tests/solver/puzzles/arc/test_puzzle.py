import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.puzzles.arc.canvas import to_canvas
from solver.puzzles.arc.puzzle import DIFFERS, EMPTY, OTHER_SIZE, ArcPuzzle
from solver.puzzles.arc.task import ArcPair, ArcTask
from solver.puzzles.base import PuzzleError
from tests.solver.puzzles.arc_tasks import grids, tasks

TASK = ArcTask((ArcPair(((1, 2),), ((2, 1),)),), (ArcPair(((3, 4),), ((4, 3),)), ArcPair(((5, 6),))), "swap")


@given(tasks(largest=6), st.data())
def test_json_is_read_back(task, data):
    puzzle = ArcPuzzle(task, data.draw(st.integers(0, len(task.test) - 1)))
    assert ArcPuzzle.from_json(json.loads(json.dumps(puzzle.to_json()))) == puzzle
    assert puzzle.grid.shape == puzzle.free.shape == (puzzle.side, puzzle.side)


@pytest.mark.parametrize(
    "wrong", [{"kind": "maze"}, {"test": 2}, {"test": -1}, {"test": True}, {"task": None}, {"name": 3}]
)
def test_other_json_is_refused(wrong):
    with pytest.raises(PuzzleError):
        ArcPuzzle.from_json({**ArcPuzzle(TASK).to_json(), **wrong})


@given(tasks(largest=5), grids(largest=5))
def test_only_the_output_that_the_task_holds_is_accepted(task, given_grid):
    puzzle = ArcPuzzle(task)
    verdict = puzzle.check(to_canvas(given_grid, max(puzzle.side, 6)))
    known = task.test[0].output
    assert verdict.accepted is (None if known is None else given_grid == known)
    assert verdict.violations.any() == (verdict.accepted is False)


def test_a_wrong_answer_is_told_by_size_or_by_cells():
    first, second = ArcPuzzle(TASK), ArcPuzzle(TASK, 1)
    assert first.check(to_canvas(((4, 4),), 3)).reason == DIFFERS(count=1)
    tall = first.check(to_canvas(((4,), (3,)), 3))
    assert tall.reason == OTHER_SIZE(rows=1, columns=2, given_rows=2, given_columns=1)
    assert first.check(np.full((3, 3), -1)).reason == EMPTY(rows=1, columns=2)
    assert second.check(to_canvas(((6, 5),), 3)).accepted is None
    assert first.format_answer(to_canvas(((4, 3), (0, 1)), 3)) == "43\n01"
    assert first.warnings()
