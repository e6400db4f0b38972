"""What becomes of a recording when thinking on does not work out."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QMessageBox

from app.documents.entry import Entry
from app.documents.ponder_file import read_ponder
from app.solving.worker import Outcome
from app.window.settings import Settings
from solver.model.bundled import bundled_checkpoints
from solver.trace import LatentState, Trace
from solver.trace.trace_json import trace_to_json
from tests.app.windows import open_window
from tests.traces import maze_puzzle, sudoku_puzzle, sudoku_trace


@pytest.fixture
def window(qtbot, tmp_path):
    return open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())


def unsolved(checkpoint: str) -> Trace:
    """A recording, as a document holds it, by a network whose latents are 4 numbers wide."""
    y, z = np.zeros((2, 1, 81, 4), dtype=np.float32)
    return replace(sudoku_trace(steps=3, solved=False), checkpoint=checkpoint, state=LatentState((0,), (3,), y, z))


def test_another_checkpoint_does_not_go_on_from_these_thoughts(qtbot, window):
    trace = unsolved("older (0123456789ab)")
    window.document.record(trace, "Solve")
    window.actions_.keep_thinking.trigger()
    qtbot.waitUntil(lambda: not window.solving.running, timeout=60_000)
    said = window.messages.sentence.text()
    assert "older (0123456789ab)" in said
    assert bundled_checkpoints()["sudoku"].name in said
    assert "start over" in said
    assert window.document.trace is trace, "nothing was thought, so nothing was recorded"
    assert window.actions_.solve.isEnabled()
    assert window.player.film.refinements == trace.film()


def test_a_failure_before_the_first_new_step_leaves_the_recording_as_it_was(window):
    trace = unsolved("older (0123456789ab)")
    window.document.record(trace, "Solve")
    window.solver.solve = lambda solve: None
    window.solving.keep_thinking()
    window.solver.failed.emit("The device is gone.", "")
    assert window.document.trace is trace
    assert window.actions_.keep_thinking.isEnabled()


def test_stopping_before_the_first_new_step_is_no_undo_step(window):
    trace = unsolved("older (0123456789ab)")
    window.document.record(trace, "Solve")
    window.solver.solve = lambda solve: None
    window.solving.try_more_views()
    window.solver.cancelled.emit(Outcome("", "", "cpu", trace.views, trace.state, stopped=True))
    assert window.document.trace is trace
    assert window.document.undo_stack.count() == 1


def begin(window) -> Trace:
    """A solve under way that has found two refinements; what it found."""
    window.solver.solve = lambda solve: None
    window.actions_.solve.trigger()
    for refinement in sudoku_trace(steps=2, solved=False):
        window.solver.refined.emit(refinement)
    return window.film.trace


def test_choosing_another_puzzle_keeps_the_recording_of_the_one_before(window):
    window.document.replace([Entry("one", sudoku_puzzle()), Entry("two", maze_puzzle())])
    live = begin(window)
    window.document.choose(1)
    assert window.document.index == 1
    assert window.document.trace is None
    assert window.player.film.refinements == []
    window.document.choose(0)
    assert window.document.trace is live
    assert window.player.film.refinements == live.film()
    window.actions_.undo.trigger()
    assert window.document.trace is None


def test_a_generated_puzzle_comes_after_the_recording_in_undo(window):
    live = begin(window)
    window.document.set_content(maze_puzzle(), "Generate")
    assert window.document.trace is None
    window.actions_.undo.trigger()
    assert window.document.trace is live
    window.actions_.undo.trigger()
    assert window.document.trace is None
    assert window.document.content == sudoku_puzzle()


def test_a_recording_under_way_is_asked_about_and_saved(qtbot, window, tmp_path):
    file = tmp_path / "kept.ponder"
    window.files.save_to(file)
    qtbot.waitUntil(lambda: not window.threads.busy)
    begin(window)
    window.close()
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    box.button(QMessageBox.StandardButton.Save).click()
    qtbot.waitUntil(lambda: not window.isVisible() and not window.threads.busy)
    (entry,), _ = read_ponder(file)
    assert len(entry.trace) == 2


@pytest.mark.parametrize("state", [True, False])
def test_a_recording_from_a_json_file_can_go_on_if_the_file_holds_the_latents(qtbot, window, tmp_path, state):
    file = tmp_path / "trace.json"
    # As older versions wrote the views: in words.
    recorded = trace_to_json(unsolved("older (0123456789ab)"), state=state) | {"views": ["as given"]}
    file.write_text(json.dumps(recorded), "utf-8")
    window.files.open(file)
    qtbot.waitUntil(lambda: window.document.trace is not None and not window.threads.busy)
    assert len(window.film.refinements) == 3
    assert window.actions_.keep_thinking.isEnabled() is state
    asked = []
    window.solver.solve = asked.append
    window.solving.keep_thinking()
    assert [len(solve.resume.steps) for solve in asked] == [1] * state
