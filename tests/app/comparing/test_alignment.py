import numpy as np

from app.comparing.alignment import align, first_difference
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from tests.traces import SUDOKU, sudoku_puzzle, sudoku_trace


def test_refinements_meet_by_their_steps_and_the_shorter_film_waits_at_its_end():
    left, right = sudoku_trace(solved=False, steps=5).film(), sudoku_trace(seed=1, solved=False, steps=3).film()
    moments = align(left, right)
    assert [m.left for m in moments] == left
    assert [m.right for m in moments] == [*right, right[-1], right[-1]]
    assert [m.right_goes_on for m in moments] == [True] * 3 + [False] * 2
    assert all(m.left_goes_on and m.leading is m.left for m in moments)
    turned = align(right, left)
    assert [m.leading for m in turned] == [*right, *left[3:]]


def test_another_view_begins_beside_another_view():
    left = sudoku_trace(steps=4, second_view=True).film()
    right = sudoku_trace(steps=7, seed=1, second_view=True, solved=False).film()
    moments = align(left, right)
    assert len(moments) == 7 + 3
    starts = [m for m in moments if m.left_goes_on and m.left.view == 1 and m.left.step == 1]
    assert [(m.right.view, m.right.step) for m in starts] == [(1, 1)]
    alone = align(left, [r for r in right if r.view == 0])
    assert alone[-1].right is right[6]
    assert not alone[-1].right_goes_on


def test_only_free_cells_can_differ():
    puzzle = sudoku_puzzle()
    one, other = sudoku_trace(steps=4).film()[0], sudoku_trace(steps=4, seed=1).film()[0]
    (moment,) = align([one], [other])
    differing = moment.differing(puzzle)
    assert differing.any()
    assert np.array_equal(differing, (one.answer != other.answer) & puzzle.free)


def test_where_puzzles_differ():
    other = SudokuPuzzle(tuple(int(d) for d in SUDOKU[:10] + "9" + SUDOKU[11:]))
    assert first_difference(sudoku_puzzle(), other) == (1, 1)
    assert first_difference(sudoku_puzzle(), sudoku_puzzle()) is None
