import numpy as np
from hypothesis import given

from solver.puzzles.arc.canvas import canvas_side, from_canvas, size, to_canvas
from solver.puzzles.arc.task import ArcPair, ArcTask
from solver.puzzles.vocabulary import VOCABULARIES
from tests.solver.puzzles.arc_tasks import grids, tasks


@given(grids())
def test_a_grid_keeps_its_size_on_any_canvas_that_holds_it(grid):
    for side in {max(size(grid)), min(30, max(size(grid)) + 1), 30}:
        assert from_canvas(to_canvas(grid, side)) == grid


@given(grids(largest=29))
def test_tokens_are_the_published_ones(grid):
    tokens = VOCABULARIES["arc"].encode(to_canvas(grid, 30))
    rows, columns = size(grid)
    assert (tokens[:rows, :columns] == np.array(grid) + 2).all()
    assert tokens[rows, :columns].tolist() == [1] * columns
    assert tokens[:rows, columns].tolist() == [1] * rows
    assert (tokens == 1).sum() == rows + columns
    assert (tokens == 0).sum() == 900 - rows * columns - rows - columns
    assert (VOCABULARIES["arc"].decode(tokens) == to_canvas(grid, 30)).all()


def test_a_broken_answer_is_read_as_its_largest_rectangle():
    canvas = np.array([[1, 2, 3, -1], [4, 5, -1, -2], [6, -2, -1, -2], [-1, -1, -1, 7]])
    assert from_canvas(canvas) == ((1, 2), (4, 5))
    assert from_canvas(np.full((4, 4), -1)) == ()


@given(tasks(largest=12))
def test_the_canvas_does_not_depend_on_test_outputs(task):
    side = canvas_side(task)
    assert side == canvas_side(task.without_answers())
    for grid in [g for pair in task.demonstrations for g in pair] + task.test_inputs:
        assert max(size(grid)) < side


def test_the_canvas_has_room_for_outputs_that_grow_with_their_inputs():
    def square(side):
        return ((0,) * side,) * side

    growing = ArcTask((ArcPair(square(2), square(6)), ArcPair(square(3), square(9))), (ArcPair(square(5)),))
    assert canvas_side(growing) == 16
    assert canvas_side(ArcTask(growing.train, (ArcPair(square(11)),))) == 30, "no ARC grid is larger"
