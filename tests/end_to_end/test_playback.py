"""A recorded solve played back in the real window, by mouse and keyboard."""

import re

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from app.window.settings import Settings
from app.words.playback import percent
from solver.trace import ViewName
from tests.app.windows import open_window
from tests.traces import sudoku_puzzle, sudoku_trace

SECONDS = 60_000
Key, Left = Qt.Key, Qt.MouseButton.LeftButton
Alt = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot, tmp_path):
    settings = Settings(tmp_path / "ponder.ini")
    settings.device = "cpu"
    window = open_window(qtbot, settings, sudoku_puzzle())
    window.activateWindow()
    return window


@pytest.fixture
def trace(window):
    trace = sudoku_trace()
    window.document.record(trace, "Solve")
    return trace


def centre(window, cell) -> QPoint:
    return window.board.geometry_of_cells().cell(*cell).center().toPoint()


def test_the_networks_inner_cycles_are_stepped_through_and_labelled(qtbot, window):
    qtbot.waitUntil(lambda: bool(window.solver.device_found), timeout=SECONDS)
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.actions_.solve.trigger()
    trace = window.document.trace
    assert not window.step_note.isVisible()
    qtbot.keyClick(window.board, Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert window.player.inner_cycles
    assert window.docks.transport.cycles.isChecked()
    assert window.step_note.isVisible()
    qtbot.keyClick(window.board, Key.Key_Home, Alt)
    answers = []
    while not window.player.film.at_end:
        qtbot.keyClick(window.board, Key.Key_Right, Alt)
        shown = window.board.refinement
        answers.append(shown.answer)
        assert window.docks.transport.where.text() == f"{window.step_note.text()} · the puzzle as given"
        intermediate = window.player.film.cycle > 0
        assert ("draft" in window.step_note.text()) == intermediate
        assert (window.status_line.status.sentence.startswith("Draft")) == intermediate
        if intermediate:
            assert window.status_line.status.state != "verified"
            assert window.board.describe((0, 0)) == f"row 1, column 1: {shown.answer[0, 0]}, draft"
    recorded = [answer for refinement in trace for answer in refinement.inner_answers]
    assert len(recorded) == 2 * len(trace)
    assert all(np.array_equal(*pair) for pair in zip(answers, recorded, strict=True))
    assert window.status_line.status.state == "verified"


def test_an_intermediate_answer_looks_and_reads_otherwise(qtbot, window, trace):
    qtbot.mouseClick(window.docks.transport.cycles, Left)
    qtbot.mouseClick(window.docks.transport.back, Left)
    shown = window.board.refinement
    assert np.array_equal(shown.answer, trace.refinements[-1].inner_answers[-2])
    window.board.select((0, 0))
    assert "in the draft after cycle 2 of 3" in window.docks.inspector.words.text()
    assert window.docks.explanation.text().startswith("This is a draft from refinement 10")
    window.actions_.copy.trigger()
    drawn = window.board.grab().toImage()
    same = np.argwhere((shown.answer == trace.refinements[-1].answer) & trace.puzzle.free).tolist()
    qtbot.mouseClick(window.docks.transport.forward, Left)
    window.board.set_flashing(False)
    whole = window.board.grab().toImage()
    at = window.board.geometry_of_cells().cell(*next(c for c in same if c[0] > 2 and c[1] > 2)).toRect()
    assert drawn.copy(at) != whole.copy(at)
    assert "draft" not in window.docks.inspector.words.text()


def test_play_and_pause_by_keyboard_at_the_chosen_speed(qtbot, window, trace):
    docks, player = window.docks, window.player
    qtbot.keyClick(window.board, Key.Key_Home, Alt)
    assert window.board.refinement is None
    shown = []
    player.film.changed.connect(lambda _: shown.append(window.board.refinement))
    qtbot.keyClick(window.board, Key.Key_Space)
    assert player.playing
    assert docks.transport.play.accessibleName() == "Pause"
    qtbot.waitUntil(lambda: len(shown) >= 1)
    qtbot.keyClick(window.board, Key.Key_Space)
    assert not player.playing
    qtbot.keyClick(docks.transport.speed, Key.Key_End)
    assert player.speed == 8
    assert window.settings.speed == 8
    shown.clear()
    qtbot.keyClick(window.board, Key.Key_Home, Alt)
    qtbot.mouseClick(docks.transport.play, Left)
    qtbot.waitUntil(lambda: not player.playing, timeout=SECONDS)
    assert [r for r in shown if r is not None] == trace.refinements
    qtbot.keyClick(docks.transport.speed, Key.Key_Home)
    assert player.speed == 0.25


def test_a_loop_starts_over_until_it_is_paused(qtbot, window, trace):
    player = window.player
    qtbot.mouseClick(window.docks.transport.loop, Left)
    player.speed = 8
    starts = []
    player.film.changed.connect(lambda _: starts.append(-1) if player.film.position == -1 else None)
    qtbot.mouseClick(window.docks.transport.play, Left)
    qtbot.waitUntil(lambda: len(starts) >= 2, timeout=SECONDS)
    assert player.playing
    qtbot.mouseClick(window.docks.transport.play, Left)
    assert not player.playing


def test_the_playhead_is_stepped_dragged_and_sent_to_the_ends(qtbot, window, trace):
    docks, player = window.docks, window.player
    timeline = docks.timeline
    qtbot.keyClick(timeline, Key.Key_Home)
    assert player.film.position == -1
    qtbot.keyClick(timeline, Key.Key_End)
    assert player.film.position == player.film.last
    qtbot.mouseClick(docks.transport.back, Left)
    qtbot.keyClick(window.board, Key.Key_Left, Alt)
    assert player.film.position == player.film.last - 2
    qtbot.mouseClick(docks.transport.forward, Left)
    assert player.film.position == player.film.last - 1
    qtbot.mouseClick(docks.transport.first, Left)
    assert player.film.position == -1
    qtbot.keyClick(window.board, Key.Key_End, Alt)
    assert player.film.position == player.film.last
    qtbot.mousePress(timeline, Left, pos=QPoint(round(timeline.x_of(4)), 50))
    qtbot.mouseMove(timeline, QPoint(round(timeline.x_of(1)), 50))
    qtbot.mouseRelease(timeline, Left, pos=QPoint(round(timeline.x_of(1)), 50))
    assert window.board.refinement is trace.refinements[1]


def test_changed_cells_light_up_and_go_out(qtbot, window, trace):
    qtbot.keyClick(window.board, Key.Key_Left, Alt)
    changed = window.board.refinement.changed & trace.puzzle.free
    assert changed.any()
    assert np.array_equal(window.board.flash.cells, changed)
    lit = window.board.grab().toImage()
    qtbot.waitUntil(lambda: window.board.flash.cells is None)
    dark = window.board.grab().toImage()
    for cell in np.argwhere(trace.puzzle.free).tolist():
        at = window.board.geometry_of_cells().cell(*cell).toRect().adjusted(3, 3, -3, -3)
        assert (lit.copy(at) != dark.copy(at)) == changed[tuple(cell)]


def test_the_list_of_steps_tells_each_change_and_goes_there(qtbot, window, trace):
    steps = window.docks.steps
    dock = steps.parentWidget()
    dock.raise_()
    qtbot.waitUntil(steps.isVisible)
    model = steps.model()
    position = next(p for p, r in enumerate(trace.refinements) if 1 < r.changed.sum() < 10)
    at = model.index_of(position)
    steps.scrollTo(at)
    qtbot.mouseClick(steps.viewport(), Left, pos=steps.visualRect(at).center())
    assert window.board.refinement is trace.refinements[position]
    steps.expand(at)
    change = model.index(0, 0, at)
    assert re.fullmatch(r"r\dc\d: \d → \d, [<>]?\d+ % → [<>]?\d+ %", change.data())
    qtbot.keyClick(window.board, Key.Key_End, Alt)
    steps.scrollTo(change)
    qtbot.mouseClick(steps.viewport(), Left, pos=steps.visualRect(change).center())
    assert window.board.refinement is trace.refinements[position]
    row, column = window.board.selected
    assert change.data().startswith(f"r{row + 1}c{column + 1}:")


def test_the_inspector_shows_the_hovered_cells_whole_distribution_and_history(qtbot, window, trace):
    docks, board = window.docks, window.board
    qtbot.mouseClick(board, Left, pos=centre(window, (0, 1)))
    qtbot.mouseMove(board, centre(window, (0, 0)))
    inspector = docks.inspector
    assert inspector.heading.text().startswith("r1c1")
    assert inspector.distribution.tokens == list(range(2, 11))
    best = trace.refinements[-1]
    first = inspector.distribution.accessibleDescription().split(", ")[0]
    assert first == f"{best.answer[0, 0]} {percent(float(best.confidence[0, 0]))}"
    view = inspector.distribution
    middle = view._history_cell(2).center().x()
    qtbot.mouseClick(view, Left, pos=QPoint(round(middle), 60))
    assert board.refinement is trace.refinements[2]
    qtbot.mouseMove(board, QPoint(1, 1))
    assert inspector.heading.text().startswith("r1c2")


def test_view_names_are_never_cut(qtbot, window):
    trace = sudoku_trace(second_view=True)
    trace.views = (ViewName(), ViewName(True, True, 1, new_start=True, perturbed=True))
    window.document.record(trace, "Solve")
    where = window.docks.transport.where
    assert str(trace.views[1]) in where.text()
    qtbot.waitUntil(lambda: where.height() >= where.heightForWidth(where.width()))
    steps = window.docks.steps.model()
    assert steps.index_of(window.player.film.last).data().startswith(f"{trace.refinements[-1].step} (view 2): ")
