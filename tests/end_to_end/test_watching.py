"""A solve watched as a film in the real window, by the real network, with real events."""

import pytest
from PySide6.QtCore import Qt

from app.documents.samples import FIRST, sample_entry, starting_entries
from app.film.intermediate import Intermediate
from app.window.settings import Settings
from tests.app.windows import open_window

SECONDS = 60_000
Key = Qt.Key


@pytest.fixture
def window(qtbot, tmp_path):
    settings = Settings(tmp_path / "ponder.ini")
    settings.device = "cpu"
    window = open_window(qtbot, settings, sample_entry(FIRST).content, paced=True)
    qtbot.waitUntil(lambda: bool(window.solver.device_found), timeout=SECONDS)
    window.activateWindow()
    window.board.setFocus()
    return window


def solve(qtbot, window):
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.actions_.solve.trigger()


def test_the_film_goes_on_after_the_answer_was_computed_and_tells_the_verdict_at_its_end(qtbot, window):
    shown = []
    window.film.changed.connect(lambda _: shown.append(window.board.refinement))
    solve(qtbot, window)
    trace = window.document.trace
    assert trace.verified is not None
    assert window.player.watching
    assert window.film.waiting
    assert window.status_line.status.state == "thinking" or isinstance(window.film.shown(), Intermediate)
    assert window.docks.steps.model().rowCount() <= len(trace), "the list must not give the end away"
    window.player.speed = 8
    qtbot.waitUntil(lambda: not window.player.playing, timeout=SECONDS)
    assert [r for r in dict.fromkeys(shown) if r in trace.refinements] == trace.film()
    drafts = [r.step for r in dict.fromkeys(shown) if isinstance(r, Intermediate)]
    assert drafts == [step for step in (1, 2) for _ in range(len(trace.refinements[0].inner_answers) - 1)]
    said = window.status_line.status
    assert said.state == "verified"
    assert said.sentence.startswith(f"Solved at refinement {trace.verified.step}, computed in ")
    assert " parameters · CPU." in said.sentence


def test_space_pauses_and_escape_skips_to_the_answer(qtbot, window):
    solve(qtbot, window)
    qtbot.keyClick(window.board, Key.Key_Space)
    assert not window.player.playing
    assert window.film.waiting
    qtbot.keyClick(window.board, Key.Key_Space)
    assert window.player.watching
    assert window.actions_.skip.isEnabled()
    qtbot.keyClick(window.board, Key.Key_Escape)
    assert window.film.current() is window.document.trace.verified
    assert not window.player.playing
    assert not window.actions_.skip.isEnabled()


def test_end_skips_too_and_undo_in_the_middle_leaves_the_puzzle(qtbot, window):
    solve(qtbot, window)
    qtbot.keyClick(window.board, Key.Key_End)
    assert window.film.at_end
    assert window.status_line.status.state == "verified"
    solve(qtbot, window)
    assert window.player.watching
    window.actions_.undo.trigger()
    assert not window.player.watching
    assert window.document.trace is window.film.trace


def test_a_preference_shows_refinements_as_fast_as_they_are_computed(qtbot, window):
    window.actions_.preferences.trigger()
    (dialog,) = [child for child in window.children() if child.isWidgetType() and child.isWindow()]
    dialog.unpaced.click()
    dialog.accept()
    assert not window.settings.paced
    solve(qtbot, window)
    assert window.film.current() is window.document.trace.verified
    assert not window.player.playing


def test_after_new_a_sample_of_each_kind_is_still_listed(qtbot, window):
    window.document.replace(starting_entries())
    for _ in range(2):
        window.actions_.new_maze.trigger()
    kinds = [entry.content.kind for entry in window.document.entries]
    assert kinds == ["sudoku", "maze", "arc", "maze"], "an empty puzzle gives way to the next"
    assert window.document.index == 3
    assert window.docks.puzzles.isVisible()
