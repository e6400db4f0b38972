import csv
import io
import random

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.batch.result import COLUMNS, failure_of, result_of, results_csv
from app.batch.result_model import ResultModel
from app.documents.entry import Entry
from solver.trace import ViewName
from tests.traces import sudoku_puzzle, sudoku_trace

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def results():
    solved = result_of(1, Entry("b", sudoku_puzzle()), sudoku_trace(second_view=True), 0.5)
    unsolved = result_of(2, Entry("a", sudoku_puzzle()), sudoku_trace(solved=False), 2.0)
    failed = failure_of(3, Entry("c", sudoku_puzzle()), "No model, sorry.", 0.1)
    return [solved, unsolved, failed]


def numbers(model):
    return [int(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def model(qapp):
    model = ResultModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def test_a_result_tells_of_the_best_refinement():
    trace = sudoku_trace(second_view=True)
    solved, unsolved, failed = results()
    assert solved.verified is True
    assert solved.view == ViewName(relabelled=True)
    assert solved.steps == trace.verified.step
    assert solved.mean_confidence == trace.verified.mean_confidence
    assert solved.answer == trace.puzzle.format_answer(trace.verified.answer)
    assert unsolved.verified is False
    assert unsolved.halt_probability == max(r.halt_probability for r in sudoku_trace(solved=False))
    assert failed.verdict == "No model, sorry."


def test_columns_sort_by_value_and_not_by_word(model):
    for result in results():
        model.add(result)
    assert numbers(model) == [1, 2, 3]
    for column, order, expected in ((1, UP, [2, 1, 3]), (8, UP, [3, 1, 2]), (8, DOWN, [2, 1, 3]), (4, UP, [3, 1, 2])):
        model.sort(column, order)
        assert numbers(model) == expected


@pytest.mark.parametrize("column", range(9))
@pytest.mark.parametrize("order", [UP, DOWN])
def test_rows_that_come_later_are_put_in_their_places(model, column, order):
    trace = sudoku_trace(steps=2)
    many = [result_of(n, Entry(f"{n % 7}", sudoku_puzzle()), trace, n % 5) for n in range(1, 60)]
    random.Random(0).shuffle(many)
    many[20:20] = results()[2:]
    model.sort(column, order)
    for result in many:
        model.add(result)
    came = list(model.results)
    model.sort(column, order)
    assert came == model.results
    assert len(came) == 60


def test_the_selected_row_stays_selected_when_the_order_changes(model):
    for result in results():
        model.add(result)
    kept = QPersistentModelIndex(model.index(1, 0))
    model.sort(8, DOWN)
    assert kept.row() == 0
    assert kept.data() == "2"


def test_the_csv_holds_every_row_as_it_is_shown():
    rows = list(csv.DictReader(io.StringIO(results_csv(results()))))
    assert tuple(rows[0]) == COLUMNS
    assert [row["verified"] for row in rows] == ["true", "false", ""]
    assert [row["problem"] for row in rows] == ["", "", "No model, sorry."]
    assert float(rows[0]["mean_confidence"]) == pytest.approx(results()[0].mean_confidence, rel=1e-5)
    assert len(rows[0]["answer"].strip()) == 81
    assert rows[2]["answer"] == rows[2]["steps"] == ""
