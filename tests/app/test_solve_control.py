"""What becomes of a recording when thinking on does not work out."""

from dataclasses import replace

import numpy as np
import pytest

from app.settings import Settings
from app.solving import Outcome
from solver.model.bundled import bundled_checkpoints
from solver.trace import LatentState, Trace
from tests.app.windows import open_window
from tests.traces import sudoku_puzzle, sudoku_trace


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
    assert "anew" in said
    assert window.document.trace is trace, "nothing was thought, so nothing was recorded"
    assert window.actions_.solve.isEnabled()
    assert window.player.film == trace.film()


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
