"""The grids of a task by their places."""

from dataclasses import replace

from app.boards.arc.places import (
    Place,
    grid_at,
    place_after,
    places_of,
    with_grid,
    with_new_pair,
    without_pair,
)
from solver.puzzles.arc.task import ArcPair
from tests.arc_tasks import TASK

GRID = ((1,),)


def test_every_grid_has_a_place_and_can_be_exchanged():
    places = places_of(TASK)
    assert len(places) == len(set(places)) == 8
    for place in places:
        changed = with_grid(TASK, place, GRID)
        assert grid_at(changed, place) == GRID
        assert sum(grid_at(changed, each) != grid_at(TASK, each) for each in places) == 1
        assert place_after(TASK, changed, Place("test", 0, "input")) == place


def test_a_test_may_go_without_an_output():
    place = Place("test", 0, "output")
    assert grid_at(with_grid(TASK, place, None), place) is None


def test_pairs_come_and_go_but_one_of_each_part_stays():
    more = with_new_pair(TASK, "train")
    assert len(more.train) == 3
    assert more.train[-1].input == ((0, 0), (0, 0), (0, 0))
    assert place_after(TASK, more, Place("test", 0, "input")) == Place("train", 2, "input")
    assert without_pair(more, Place("train", 2, "output")) == TASK
    assert place_after(more, TASK, Place("train", 2, "output")) == Place("train", 1, "output")
    one = replace(TASK, train=TASK.train[:1])
    assert without_pair(one, Place("train", 0, "input")) == one
    tests = with_new_pair(TASK, "test")
    assert tests.test[-1].output is None


def test_after_another_task_nobody_goes_on_where_they_were():
    other = replace(TASK, train=TASK.train[::-1], test=TASK.test[::-1])
    assert place_after(TASK, with_new_pair(other, "train"), Place("train", 0, "input")) is None
    everything = replace(TASK, train=(ArcPair(GRID, GRID),) * 2, test=(ArcPair(GRID, GRID),) * 2)
    assert place_after(TASK, everything, Place("train", 0, "answer")) is None
