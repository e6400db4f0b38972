"""The real window, the real network, real events."""

import json

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication, QImage

from app.film.film import Change
from app.window.settings import Settings
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from solver.trace.trace_json import trace_from_json
from tests.app.windows import choose_swift, open_window
from tests.traces import hopeless_sudoku, sudoku_puzzle

SEVENTEEN = "020000800040100000000760000500030400000009200001000000300000016000200000000000030"
INKALA = "800000000003600000070090200050007000000045700000100030001000068008500010090000400"
HOPELESS = "".join(map(str, hopeless_sudoku().givens))
"""However good the network is, a solve of it goes on until it is stopped."""
"""Too hard for a small network as given."""
SECONDS = 60_000


@pytest.fixture
def settings(tmp_path):
    settings = Settings(tmp_path / "ponder.ini")
    settings.device = "cpu"
    choose_swift(settings)
    return settings


@pytest.fixture
def window(qtbot, settings):
    window = open_window(qtbot, settings, sudoku_puzzle())
    qtbot.waitUntil(lambda: bool(window.solver.device_found), timeout=SECONDS)
    return window


def paste(qtbot, window, text):
    QGuiApplication.clipboard().setText(text)
    with qtbot.waitSignal(window.document.contentChanged):
        window.actions_.paste.trigger()


def colors(image: QImage) -> int:
    return len({image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)})


def test_paste_solve_step_back_undo_and_export(qtbot, window, tmp_path):
    paste(qtbot, window, SEVENTEEN)
    before = window.board.grab().toImage()
    shown = []
    window.film.changed.connect(
        lambda change: shown.append(window.board.refinement) if change & Change.REFINEMENT else None
    )
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.actions_.solve.trigger()
        assert window.actions_.stop.isEnabled()
        assert not window.actions_.solve.isEnabled()

    trace = window.document.trace
    found = trace.verified
    assert found is not None
    assert window.document.content.check(found.answer).accepted
    assert window.board.refinement is found
    assert np.array_equal(
        found.answer[~window.document.content.free], window.document.content.grid[~window.document.content.free]
    )
    assert window.status_line.status.state == "verified"
    assert [r.step for r in trace.of_view(0)] == list(range(1, len(trace.of_view(0)) + 1))
    assert len(shown) == len(trace.film()) == len(window.player.film.refinements)
    assert window.board.grab().toImage() != before
    assert trace.state.steps[0] == len(trace.of_view(0))

    curves = window.docks.plot.widget().curves
    assert len(curves) == 5
    for curve in curves.values():
        qtbot.waitUntil(lambda curve=curve: np.shape(curve.getData()[0]) == (len(trace.film()),))

    solved = window.board.grab().toImage()
    window.actions_.step_back.trigger()
    assert window.board.refinement is trace.film()[-2]
    assert window.status_line.status.state != "verified"
    assert window.board.grab().toImage() != solved
    window.actions_.go_last.trigger()

    window.actions_.undo.trigger()
    assert window.document.trace is None
    assert window.board.refinement is None
    window.actions_.redo.trigger()
    assert window.board.refinement is found

    picture, text, recorded = (tmp_path / name for name in ("board.png", "answer.txt", "trace.json"))
    for path in (picture, text, recorded):
        with qtbot.waitSignal(window.exports.exported, timeout=SECONDS):
            window.exports.write(path)
    assert colors(QImage(str(picture))) > 10
    digits = "".join(map(str, found.answer.ravel()))
    assert digits in text.read_text() or all(digits[i : i + 3] in text.read_text() for i in range(0, 81, 3))
    again = trace_from_json(json.loads(recorded.read_text()))
    assert np.array_equal(again.verified.answer, found.answer)
    assert not window.messages.isVisible()


def test_stop_keeps_what_was_found_and_thinking_goes_on_after_reopening(qtbot, window, settings, tmp_path, monkeypatch):
    # As if nobody knew that there is nothing to find: Keep Thinking would not be offered.
    monkeypatch.setattr(SudokuPuzzle, "warnings", lambda _: ())
    settings.steps, settings.views = 400, 1
    paste(qtbot, window, HOPELESS)
    window.actions_.solve.trigger()
    qtbot.waitUntil(lambda: len(window.player.film.refinements) >= 3, timeout=SECONDS)
    with qtbot.waitSignal(window.solver.cancelled, timeout=SECONDS):
        window.actions_.stop.trigger()
    steps = len(window.document.trace)
    assert 3 <= steps < 400
    assert window.document.trace.verified is None
    assert window.status_line.status.state in ("confident", "unsure")
    assert window.actions_.keep_thinking.isEnabled()

    file = tmp_path / "unfinished.ponder"
    window.files.save_to(file)
    qtbot.waitUntil(lambda: not window.threads.busy)
    window.actions_.close_puzzle.trigger()
    paste(qtbot, window, SEVENTEEN)
    with qtbot.waitSignal(window.document.entriesChanged):
        window.files.open(file)
    settings.steps = 2
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.actions_.keep_thinking.trigger()
    trace = window.document.trace
    assert [r.step for r in trace.of_view(0)] == list(range(1, steps + 3))
    assert trace.state.steps == (steps + 2,)
    window.actions_.undo.trigger()
    assert len(window.document.trace) == steps


def test_other_views_are_tried_and_the_finder_is_named(qtbot, window, settings):
    settings.steps, settings.views = 16, 1
    paste(qtbot, window, INKALA)
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.actions_.solve.trigger()
    if window.document.trace.verified is None:
        with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
            window.actions_.more_views.trigger()
        views = {r.view for r in window.document.trace}
        assert views == {0, 1}
        assert len(window.document.trace.views) == 2


def test_editing_is_barred_while_thinking_and_allowed_after(qtbot, window, settings):
    settings.steps, settings.views = 400, 1
    paste(qtbot, window, HOPELESS)
    window.actions_.solve.trigger()
    qtbot.waitUntil(lambda: bool(window.player.film.refinements), timeout=SECONDS)
    assert not window.board.editable
    assert not window.actions_.undo.isEnabled()
    with qtbot.waitSignal(window.solver.cancelled, timeout=SECONDS):
        window.actions_.stop.trigger()
    qtbot.waitUntil(lambda: window.board.editable)


def test_pasting_another_puzzle_ends_the_solve_and_undo_brings_its_recording_back(qtbot, window, settings):
    settings.steps, settings.views = 400, 1
    paste(qtbot, window, HOPELESS)
    window.actions_.solve.trigger()
    qtbot.waitUntil(lambda: bool(window.player.film.refinements), timeout=SECONDS)
    paste(qtbot, window, SEVENTEEN)
    assert not window.solving.running
    assert window.document.trace is None
    window.actions_.undo.trigger()
    assert len(window.document.trace) >= 1
    assert window.player.film.refinements == window.document.trace.film()
    window.actions_.redo.trigger()
    settings.steps, settings.views = 0, 0
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.actions_.solve.trigger()
    assert window.document.trace.puzzle == window.document.content
    assert window.document.trace.verified is not None


def test_closing_in_the_middle_of_a_solve_ends_cleanly(qtbot, window, settings):
    settings.steps, settings.views = 400, 1
    paste(qtbot, window, HOPELESS)
    window.actions_.solve.trigger()
    qtbot.waitUntil(lambda: bool(window.player.film.refinements), timeout=SECONDS)
    window.document.settle()
    assert window.close()
    assert not window.isVisible()


def test_closing_while_the_model_loads_ends_cleanly(qtbot, settings):
    window = open_window(qtbot, settings, sudoku_puzzle())
    window.actions_.solve.trigger()
    assert window.close()
