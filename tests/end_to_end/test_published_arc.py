"""A published ARC checkpoint is imported, chosen in the preferences, and answers its tasks in the window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from app.documents.entry import Entry
from app.window.preferences import Preferences
from app.window.settings import Settings
from solver.puzzles.arc.canvas import from_canvas
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcPair, ArcTask
from tests.app.windows import open_window
from tests.solver.model.published_arc import AUGMENTED, write_published

GIVEN = ((1, 2, 0), (3, 0, 4))
COPYING = ArcTask((ArcPair(((1, 5),), ((1, 5),)),), (ArcPair(GIVEN, GIVEN), ArcPair(((7, 7),))), "007bbfb7")
"""The rule is to leave everything as it is, which is all that the network can do."""
SOLVING = 100_000


@pytest.fixture
def window(qtbot, tmp_path):
    settings = Settings(tmp_path / "ponder.ini")
    settings.device, settings.arc_seconds, settings.steps = "cpu", 300, 1
    return open_window(qtbot, settings, ArcPuzzle(COPYING))


def choose_imported(qtbot, window, source):
    """Import a published checkpoint in the preferences, and choose it for ARC."""
    window.actions_.preferences.trigger()
    preferences = window.findChild(Preferences)
    page = preferences.checkpoints
    page.bring_in(source)
    qtbot.waitUntil(lambda: page._job is None, timeout=SOLVING)
    choice = page.choices["arc"]
    choice.setCurrentIndex(choice.count() - 1)
    qtbot.mouseClick(
        preferences.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton
    )


def test_it_is_imported_with_its_identifiers_and_its_augmentations_vote(qtbot, window, tmp_path):
    choose_imported(qtbot, window, write_published(tmp_path / "published"))
    heard = []
    window.solver.fitted.connect(heard.append)
    window.actions_.solve.trigger()
    qtbot.waitUntil(lambda: not window.solving.running, timeout=SOLVING)
    trace = window.document.trace
    assert trace.votes == (AUGMENTED + 1,)
    assert from_canvas(trace.answers[0].answer) == GIVEN
    assert trace.verified
    assert len(window.document.entry.others) == 1, "the other test input was answered too"
    assert heard
    assert all(fitting.voting and not fitting.losses for fitting in heard)
    qtbot.waitUntil(lambda: not window.player.playing, timeout=SOLVING)
    assert "Verified" in window.status_line.accessibleName()
    assert window.solving.stopped_fit is None


def test_its_vote_is_stopped_with_the_votes_that_are_in_or_cancelled(qtbot, window, tmp_path):
    choose_imported(qtbot, window, write_published(tmp_path / "published"))
    enabled = []

    def press(action) -> None:
        """As soon as there is news of the vote."""
        enabled.append(action.isEnabled())
        action.trigger()

    pressing = window.solver.fitted.connect(lambda _: press(window.actions_.vote_now))
    window.actions_.solve.trigger()
    qtbot.waitUntil(lambda: not window.solving.running, timeout=SOLVING)
    assert enabled[0]
    assert 1 <= window.document.trace.voters <= AUGMENTED + 1
    before = window.document.trace
    window.solver.fitted.disconnect(pressing)
    window.solver.fitted.connect(lambda _: press(window.actions_.stop))
    window.actions_.solve.trigger()
    qtbot.waitUntil(lambda: not window.solving.running, timeout=SOLVING)
    assert window.document.trace is before


def test_a_task_that_it_does_not_know_is_said_with_what_to_do(qtbot, window, tmp_path):
    choose_imported(qtbot, window, write_published(tmp_path / "published"))
    window.document.replace([Entry("mine", ArcPuzzle(replace(COPYING, name="ffffffff")))])
    with qtbot.waitSignal(window.solving.problem, timeout=SOLVING) as said:
        window.actions_.solve.trigger()
    assert "doesn't know the task ffffffff" in said.args[0]
    assert "choose the bundled network" in said.args[0]
    assert window.document.trace is None
