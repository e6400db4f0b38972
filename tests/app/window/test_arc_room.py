"""An ARC task, being fitted to, stopped or answered, leaves the window as small as a small screen needs it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from app.arc.fitting import Fitting, StoppedFit
from app.documents.entry import Entry
from app.window.settings import Settings
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcPair, ArcTask
from tests.app.windows import open_window
from tests.arc_tasks import TASK, arc_guesses, arc_puzzle, arc_trace

OTHER = ArcTask((TASK.test[0],), (ArcPair(((1,),), ((2, 2),)),), "other")


@pytest.fixture
def letters(qapp):
    """Sets the letters' size, a share of the usual one."""
    before = qapp.font()

    def grow(share: float) -> None:
        font = QFont(before)
        font.setPointSizeF(before.pointSizeF() * share)
        qapp.setFont(font)

    yield grow
    qapp.setFont(before)


@pytest.mark.parametrize(("share", "width", "height"), [(1.0, 800, 600), (2.0, 1366, 768)])
def test_it_fits_a_small_screen_in_every_state(qtbot, tmp_path, letters, share, width, height):
    letters(share)
    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), arc_puzzle())
    window.resize(width, height)
    panel, trace = window.adapting, arc_trace()
    trace.guesses = arc_guesses(trace, 20)
    states = {
        "new": lambda: None,
        "fitting": lambda: (
            panel.begin(),
            panel.show_fitting(Fitting(2, (2.0, 1.5), 0.5, 0.25, 90.0, held_out=0.5)),
            panel.show_stopped(None, votable=True),
        ),
        "stopped": lambda: (panel.end(), panel.show_stopped(StoppedFit(TASK, 312, 42.0), votable=True)),
        "answered": lambda: window.document.record(trace, "Solve"),
        "a guess": lambda: window.player.go_to_guess(3),
    }
    for name, enter in states.items():
        enter()
        qtbot.wait(50)
        least = window.minimumSizeHint()
        assert (least.width() <= width, least.height() <= height) == (True, True), f"{name}: {least}"
        assert (window.width(), window.height()) == (width, height), name
        assert window.board.width() >= 150, name


def test_the_task_s_id_is_in_the_title_and_heads_the_panel(qtbot, tmp_path):
    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), arc_puzzle())
    assert window.windowTitle() == "recolour[*] – Ponder"
    assert window.docks.adapting.windowTitle() == "Fitting and Vote · recolour"
    window.document.edit(ArcPuzzle(TASK.without_answers()), "Forget")
    file = tmp_path / "mine.ponder"
    window.files.save_to(file)
    qtbot.waitUntil(lambda: not window.document.modified)
    assert window.windowTitle() == "recolour – mine.ponder[*] – Ponder"


def test_the_known_output_is_hidden_until_it_is_asked_for_or_answered(qtbot, tmp_path):
    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), arc_puzzle())
    board = window.board
    assert board.hides_output
    assert board.sheet().output.geometry.rows == 2, "nor does its size show"
    before = board.grab().toImage()
    spot = board.sheet().output.geometry.board.center().toPoint()
    qtbot.mouseClick(board, Qt.MouseButton.LeftButton, pos=spot)
    assert not board.hides_output
    assert board.grab().toImage() != before
    assert board.grid == TASK.test[0].output
    window.document.edit(ArcPuzzle(TASK.without_answers()), "Forget")
    window.document.undo_stack.undo()
    assert not board.hides_output, "who has seen it goes on seeing it"

    window.document.replace([Entry("other", ArcPuzzle(OTHER))])
    assert board.hides_output
    next(action for action in board.edit_actions() if "Sho&w" in action.text()).trigger()
    assert not board.hides_output


def test_the_known_output_stands_beside_the_answer(qtbot, tmp_path):
    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), arc_puzzle())
    trace = arc_trace()
    trace.guesses = arc_guesses(trace)
    window.document.record(trace, "Solve")
    sheet = window.board.sheet()
    assert sheet.known is not None
    assert sheet.known.geometry.board.left() > sheet.output.geometry.board.right()
    assert sheet.known.geometry.columns == 3
    assert sheet.known_label.left() >= sheet.output_label.right()
    window.document.undo_stack.undo()
    assert window.board.hides_output, "the answer is no longer there"
    assert window.board.sheet().known is None
