from dataclasses import replace

import numpy as np
import pytest

from app.documents.draft import Draft
from app.film.film import PUZZLE, Change, Film
from solver.trace import Trace
from tests.arc_tasks import arc_trace
from tests.traces import maze_puzzle, sudoku_puzzle, sudoku_trace


@pytest.fixture
def film(qapp):
    return Film()


@pytest.fixture
def trace():
    return sudoku_trace(steps=6)


def heard(film):
    changes = []
    film.changed.connect(changes.append)
    return changes


def test_another_puzzle_and_its_recording_are_one_change(film, trace):
    changes = heard(film)
    film.show(trace.puzzle, trace)
    assert changes == [Change.CONTENT | Change.RECORDING | Change.CURSOR]
    assert film.refinements == trace.refinements
    assert film.current() is trace.verified
    film.show(trace.puzzle, trace)
    assert len(changes) == 1, "nothing has changed"


def test_a_draft_is_content_but_no_puzzle(film):
    draft = Draft.of(sudoku_puzzle(), {(0, 0): 9})
    film.show(draft)
    assert film.content is draft
    assert film.puzzle is None
    assert film.position == PUZZLE


def test_each_refinement_of_a_solve_is_one_change(film, trace):
    film.show(trace.puzzle)
    live = Trace(trace.puzzle, "made-up")
    film.start(live, expected=16)
    assert (film.live, film.room) == (True, 16)
    changes = heard(film)
    for refinement in trace:
        film.append(refinement)
    assert changes == [Change.REFINEMENT | Change.CURSOR] * len(trace)
    assert live.refinements == film.refinements == trace.refinements
    film.show(trace.puzzle, live)
    assert changes[-1] == Change.STATE
    assert (film.live, film.room) == (False, len(trace))


def test_what_waits_is_recorded_but_not_to_be_seen(film, trace):
    live = Trace(trace.puzzle, "made-up")
    film.start(live)
    changes = heard(film)
    for refinement in trace:
        film.append(refinement, hold=True)
    assert changes == []
    assert (len(live), film.refinements, film.waiting) == (len(trace), [], len(trace))
    film.reveal(2)
    assert (film.position, film.waiting) == (1, len(trace) - 2)
    film.show(trace.puzzle, live, hold=True)
    assert (film.position, film.waiting, film.live) == (1, len(trace) - 2, False)
    film.show(trace.puzzle, live)
    assert (film.position, film.waiting) == (len(trace) - 1, 0)


def test_of_views_side_by_side_the_first_is_watched_and_the_one_that_found_the_answer_stays(film):
    trace = sudoku_trace(steps=4, second_view=True)
    third = [replace(r, view=2) for r in trace.of_view(1)]
    second = [replace(r, accepted=False) for r in trace.of_view(1)]
    live = Trace(trace.puzzle, "made-up", views=(*trace.views, trace.views[1]))
    film.start(live)
    for refinement in (*trace.of_view(0), *(r for pair in zip(second, third, strict=True) for r in pair)):
        film.append(refinement)
    assert {r.view for r in film.refinements} == {0, 1}
    film.show(trace.puzzle, live)
    assert {r.view for r in film.refinements} == {0, 2}
    assert film.current() is live.verified


def test_someone_who_looks_at_a_refinement_goes_on_looking_at_it(film, trace):
    longer = Trace(trace.puzzle, "made-up", refinements=list(trace.refinements))
    film.show(trace.puzzle, trace)
    film.go_to(2)
    film.following = False
    film.show(trace.puzzle, longer)
    assert film.current() is trace.refinements[2]
    film.following = True
    film.show(trace.puzzle, trace)
    assert film.position == film.last


def test_an_answer_within_a_refinement_is_what_was_recorded_there(film, trace):
    film.show(trace.puzzle, trace, position=2)
    changes = heard(film)
    film.go_to(2, 1)
    assert changes == [Change.CURSOR]
    assert np.array_equal(film.shown().answer, trace.refinements[2].inner_answers[0])
    assert film.shown() is film.shown()
    film.go_to(2, 1)
    assert len(changes) == 1
    film.go_to(3, 99)
    assert (film.position, film.cycle) == (3, 0)


def test_inner_cycles_that_are_hidden_take_the_cursor_out_of_them(film, trace):
    film.show(trace.puzzle, trace)
    film.inner_cycles = True
    film.go_to(1, 1)
    changes = heard(film)
    film.inner_cycles = False
    assert changes == [Change.CYCLES | Change.CURSOR]
    assert film.shown() is trace.refinements[1]


def test_of_an_arc_task_the_answer_with_most_votes_is_shown(film):
    trace = arc_trace()
    film.show(trace.puzzle, trace)
    assert film.current() is trace.best
    assert film.position < film.last


def test_another_puzzle_leaves_nothing_of_the_one_before(film, trace):
    film.show(trace.puzzle, trace)
    film.show(maze_puzzle())
    assert (film.refinements, film.current(), film.trace, film.position) == ([], None, None, PUZZLE)
