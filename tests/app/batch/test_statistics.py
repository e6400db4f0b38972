"""The figures of a batch, from recordings whose outcome is known."""

import csv

import numpy as np
import pytest

from app.batch.statistics import (
    Measured,
    accuracy_by_steps,
    accuracy_by_views,
    calibration_of_cells,
    calibration_of_halting,
    figures_csv,
    measured,
)
from tests.arc_tasks import arc_trace
from tests.traces import sudoku_trace

NONE = np.zeros((2, 10), np.int64)


def of(views, step, first=None, halting=()):
    return Measured(None if views is None else (views, step), first, tuple(halting), NONE)


def test_a_solved_recording():
    trace = sudoku_trace(steps=4, solved=True)
    found = measured(trace)
    last = trace.refinements[-1]
    assert found.view_and_step == (1, last.step)
    assert found.first_view_step == last.step
    assert found.halting == ((last.halt_probability, True),)
    free = trace.puzzle.free
    assert found.cells[1].sum() == free.sum()
    assert (found.cells[0] == found.cells[1]).all(), "all cells of an accepted answer are right"


def test_an_unsolved_recording_says_nothing_of_cells():
    found = measured(sudoku_trace(steps=3, solved=False))
    assert found.view_and_step is None
    assert found.first_view_step is None
    assert not found.cells.any()


def test_arc_is_not_measured():
    assert measured(arc_trace()) is None


def test_accuracy_counts_all_puzzles():
    measures = [of(1, 2, 2), of(3, 5), of(None, 0), of(1, 4, 4)]
    assert [p.share for p in accuracy_by_steps(measures, 4)] == [0, 0.25, 0.25, 0.5]
    assert [p.share for p in accuracy_by_views(measures, 3)] == [0.5, 0.5, 0.75]
    assert {p.count for p in accuracy_by_views(measures, 3)} == {4}
    assert accuracy_by_steps([], 4) == []


def test_calibration_bins_what_was_said():
    measures = [of(1, 1, 1, [(0.91, True), (0.99, False)]), of(None, 0, None, [(0.12, False), (1.0, True)])]
    low, high = calibration_of_halting(measures)
    assert (low.x, low.share, low.count) == (pytest.approx(0.12), 0, 1)
    assert (high.share, high.count) == (pytest.approx(2 / 3), 3)
    cells = np.zeros((2, 10), np.int64)
    cells[:, 9] = 3, 4
    (point,) = calibration_of_cells([Measured(None, None, (), cells)])
    assert (point.x, point.share, point.count) == (0.95, 0.75, 4)
    assert calibration_of_cells([]) == calibration_of_halting([]) == []


def test_csv_has_a_line_for_each_point():
    points = accuracy_by_views([of(1, 2, 2)], 2)
    rows = list(csv.DictReader(figures_csv([("views", "small", points)]).splitlines()))
    assert [(row["figure"], row["checkpoint"], row["x"], row["share"]) for row in rows] == [
        ("views", "small", "1", "1"),
        ("views", "small", "2", "1"),
    ]
