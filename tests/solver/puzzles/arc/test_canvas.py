import numpy as np
from hypothesis import given

from solver.puzzles.arc.canvas import canvas_shape, canvas_side, from_canvas, size, to_canvas
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


def zeros(rows, columns):
    return ((0,) * columns,) * rows


def test_a_network_is_given_only_the_part_of_the_canvas_that_grids_reach():
    wide = ArcTask((ArcPair(zeros(3, 12), zeros(3, 12)), ArcPair(zeros(2, 9), zeros(1, 9))), (ArcPair(zeros(3, 8)),))
    assert canvas_side(wide) == 13
    assert canvas_shape(wide) == (4, 13)
    tall = ArcTask((ArcPair(zeros(30, 5), zeros(10, 5)),), (ArcPair(zeros(30, 6)),))
    assert canvas_shape(tall) == (30, 7)


def test_where_little_is_saved_it_is_the_whole_canvas():
    task = ArcTask((ArcPair(zeros(9, 10), zeros(9, 10)),), (ArcPair(zeros(9, 10)),))
    assert canvas_shape(task) == (11, 11)


def test_where_outputs_are_taller_or_wider_than_their_inputs_it_is_the_whole_canvas():
    turned = ArcTask((ArcPair(zeros(2, 5), zeros(5, 2)),), (ArcPair(zeros(2, 9)),))
    assert canvas_shape(turned) == (10, 10), "for the test output has nine rows"


@given(tasks(largest=12))
def test_the_part_holds_every_grid(task):
    rows, columns = canvas_shape(task)
    for grid in [g for pair in task.demonstrations for g in pair] + task.test_inputs:
        assert size(grid)[0] < rows
        assert size(grid)[1] < columns
    assert max(rows, columns) == canvas_side(task)
