"""What a trace says of itself."""

from dataclasses import replace

import numpy as np

from solver.puzzles.maze.puzzle import PATH
from solver.trace import minimum_confidence, weighed_cells
from tests.arc_tasks import arc_trace
from tests.traces import maze_trace, sudoku_trace


def test_the_film_goes_over_to_the_view_that_found_the_answer() -> None:
    trace = sudoku_trace(second_view=True)
    assert trace.verified is not None
    film = trace.film()
    assert film[-1] is trace.verified
    assert [r.view for r in film] == [0] * len(trace.of_view(0)) + [trace.verified.view] * len(
        trace.of_view(trace.verified.view)
    )


def test_what_was_watched_of_an_unsolved_puzzle_stays() -> None:
    trace = sudoku_trace(second_view=True)
    found = trace.verified
    assert found is not None
    trace.refinements.remove(found)
    assert trace.verified is None
    assert {r.view for r in trace.film()} == {0, found.view}


def test_a_solve_in_one_view_is_its_own_film() -> None:
    trace = sudoku_trace()
    assert trace.film() == trace.refinements


def test_of_an_arc_task_only_what_was_voted_for_is_an_answer() -> None:
    trace = arc_trace()
    right = trace.answers[0]
    assert trace.film() == trace.refinements
    assert trace.verified is trace.best is right
    trace = arc_trace(answers=(((2, 2, 0), (8, 0, 2)), ((2, 2, 0), (8, 0, 0))))
    assert trace.verified is trace.best is trace.answers[1], "the second of two attempts may be the right one"
    trace.refinements[1] = replace(trace.refinements[1], accepted=True)
    trace.refinements[-1] = replace(trace.refinements[-1], accepted=False)
    assert trace.verified is None, "nor does the known output pick one on the way"
    assert trace.best is trace.answers[0]


def test_what_was_refined_in_one_batch_took_its_time_once():
    trace = sudoku_trace(steps=4, second_view=True)
    for number, refinement in enumerate(trace.refinements):
        trace.refinements[number] = replace(refinement, seconds=1.0 + refinement.step + 0.5 * (refinement.view > 0))
    # A third view, in one batch with the second.
    trace.refinements.append(replace(trace.refinements[-1], view=2))
    first, second = trace.of_view(0), trace.of_view(1)
    assert trace.seconds_to(first[1]) == sum(r.seconds for r in first[:2])
    assert trace.seconds_to(trace.refinements[-1]) == sum(r.seconds for r in first + second)


def test_confidence_in_a_maze_is_that_of_what_is_or_was_path() -> None:
    trace = maze_trace(steps=4, solved=False)
    cells = weighed_cells(trace.puzzle, trace.refinements)
    so_far = np.zeros(trace.puzzle.shape, bool)
    for refinement, weighed in zip(trace.refinements, cells, strict=True):
        so_far |= (refinement.answer == PATH) & trace.puzzle.free
        assert (weighed == so_far).all()
        assert minimum_confidence(refinement, weighed) == refinement.confidence[so_far].min()
    nothing = np.zeros(trace.puzzle.shape, bool)
    assert minimum_confidence(trace.refinements[0], nothing) == 0, "as the mean is before there is a path"


def test_confidence_in_a_sudoku_is_that_of_all_free_cells() -> None:
    trace = sudoku_trace(steps=2, solved=False)
    for cells in weighed_cells(trace.puzzle, trace.refinements):
        assert (cells == trace.puzzle.free).all()
