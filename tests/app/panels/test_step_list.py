import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.documents.draft import Draft
from app.panels.step_list import StepList
from app.panels.step_model import MOST_CHANGES, CellRole
from tests.films import begin_film, show_film
from tests.traces import maze_trace, sudoku_puzzle, sudoku_trace


@pytest.fixture
def steps(qtbot, player):
    steps = StepList(player)
    qtbot.addWidget(steps)
    steps.resize(320, 400)
    return steps


def words(model, parent=None):
    parent = parent or QModelIndex()
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def test_the_model_keeps_qts_rules_while_it_grows(player, steps):
    tester = QAbstractItemModelTester(steps.model(), QAbstractItemModelTester.FailureReportingMode.Warning)
    trace = sudoku_trace()
    begin_film(player, trace)
    show_film(player, [])
    del tester


def test_without_a_puzzle_it_is_empty(player, steps):
    assert steps.model().rowCount() == 0
    player.show(Draft.of(sudoku_puzzle(), {(0, 0): 9}))
    assert steps.model().rowCount() == 0
    player.show(sudoku_puzzle())
    assert words(steps.model()) == ["The puzzle"]


def test_a_step_tells_each_change(player, steps):
    trace = sudoku_trace()
    player.show(trace.puzzle, trace)
    titles = words(steps.model())
    assert titles[0] == "The puzzle"
    assert titles[-1] == f"{len(trace)}: 1 cell changed"
    before, after = trace.refinements[-2:]
    ((row, column),) = zip(*after.changed.nonzero(), strict=True)
    change, why = words(steps.model(), steps.model().index_of(player.film.last))
    assert change.startswith(f"r{row + 1}c{column + 1}: {before.answer[row, column]} → {after.answer[row, column]}, ")
    assert why.startswith("↳ ")


def test_many_changes_are_counted(player, steps):
    trace = maze_trace()
    player.show(trace.puzzle, trace)
    count = int(trace.refinements[0].changed.sum())
    assert count > MOST_CHANGES
    listed = words(steps.model(), steps.model().index_of(0))
    assert listed[0] == f"The {MOST_CHANGES} most confident of {count}: {count} → path"
    assert len(listed) == MOST_CHANGES + 1


def test_it_follows_the_playhead(player, steps):
    trace = sudoku_trace()
    player.show(trace.puzzle, trace)
    player.go_to(2)
    assert steps.currentIndex() == steps.model().index_of(2)


def test_a_click_goes_there_and_a_change_names_its_cell(qtbot, player, steps):
    trace = sudoku_trace()
    player.show(trace.puzzle, trace)
    model = steps.model()
    steps.scrollToTop()
    qtbot.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=steps.visualRect(model.index_of(1)).center())
    assert player.film.position == 1
    steps.expand(model.index_of(4))
    change = model.index(1, 0, model.index_of(4))
    with qtbot.waitSignal(steps.cellChosen) as chosen:
        steps.setCurrentIndex(change)
    assert player.film.position == 4
    assert tuple(chosen.args) == change.data(CellRole)
    assert steps.currentIndex() == change


def test_screen_readers_hear_the_verdict(player, steps):
    trace = sudoku_trace()
    player.show(trace.puzzle, trace)
    index = steps.model().index_of(player.film.last)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("accepted by the rules")
    assert not steps.grab().isNull()
