"""A recorded solve played back in the real window, by mouse and keyboard."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from app.settings import Settings
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
    qtbot.keyClick(window.board, Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert window.player.inner_cycles
    assert window.docks.transport.cycles.isChecked()
    assert window.step_note.isVisible()
    qtbot.keyClick(window.board, Key.Key_Home, Alt)
    answers = []
    while not window.player.at_end:
        qtbot.keyClick(window.board, Key.Key_Right, Alt)
        shown = window.board.refinement
        answers.append(shown.answer)
        assert window.step_note.text() == window.docks.transport.where.text()
        intermediate = window.player.cycle > 0
        assert ("intermediate" in window.step_note.text()) == intermediate
        assert (window.status_line.status.sentence.startswith("Intermediate")) == intermediate
        if intermediate:
            assert window.status_line.status.state != "verified"
            assert window.board.describe((0, 0)) == f"row 1, column 1: {shown.answer[0, 0]}, intermediate"
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
    assert "after cycle 2 of 3, intermediate" in window.docks.inspector.words.text()
    assert window.docks.explanation.text().startswith("The board shows a draft from within refinement 10")
    window.actions_.copy.trigger()
    drawn = window.board.grab().toImage()
    same = np.argwhere((shown.answer == trace.refinements[-1].answer) & trace.puzzle.free).tolist()
    qtbot.mouseClick(window.docks.transport.forward, Left)
    window.board.set_flashing(False)
    whole = window.board.grab().toImage()
    at = window.board.geometry_of_cells().cell(*next(c for c in same if c[0] > 2 and c[1] > 2)).toRect()
    assert drawn.copy(at) != whole.copy(at)
    assert "intermediate" not in window.docks.inspector.words.text()
