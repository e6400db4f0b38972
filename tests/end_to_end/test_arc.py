"""A person paints an ARC task in the real window, has a network fitted to it, steps back, saves and exports."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog

from app.arc.browser import ArcBrowser
from app.boards.arc.board import ArcBoard
from app.boards.arc.places import Place
from app.documents.entry import Entry
from app.documents.generating import blank
from app.documents.ponder_file import read_ponder
from app.documents.samples import FITTED, sample_entry
from app.exporting.exports import puzzle_formats
from app.window.main_window import MainWindow
from app.window.settings import Settings
from app.words.arc import minutes
from solver.caches import adapted_folder
from solver.puzzles.arc.canvas import from_canvas
from solver.puzzles.arc.task import read_task
from tests.arc_tasks import TASK, arc_puzzle

Key, Button = Qt.Key, Qt.MouseButton
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SOLVING = 100_000
PAIRS = (((0, 0), (1, 1)), ((0, 2), (2, 0)), ((1, 0), (1, 2)))
"""Where something blue is painted in each input; the outputs have it in red."""


@pytest.fixture
def window(qtbot, tmp_path):
    settings = Settings(tmp_path / "ponder.ini")
    settings.device, settings.arc_seconds = "cpu", 1
    settings.paced = False
    window = MainWindow(Entry("Untitled", blank("arc")), settings)
    window.player.speed = 8.0
    window.resize(1240, 880)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window._closing = True
    window.close()
    window.deleteLater()


def point(board, place, cell) -> QPoint:
    sheet = board.sheet()
    placed = next(p for p in (sheet.input, sheet.output) if p.place == place)
    return placed.geometry.cell(*cell).center().toPoint()


def show(qtbot, board, place):
    framed = next(f for f in board.sheet().strip if place in (f.input.place, f.output.place))
    placed = framed.input if framed.input.place == place else framed.output
    qtbot.mouseClick(board, Button.LeftButton, pos=placed.geometry.board.center().toPoint())


def paint(qtbot, board, place, cells, colour):
    show(qtbot, board, place)
    qtbot.mouseClick(board.tool_row().swatches[colour], Button.LeftButton)
    for cell in cells:
        qtbot.mouseClick(board, Button.LeftButton, pos=point(board, place, cell))


def solve(qtbot, window):
    window.actions_.solve.trigger()
    qtbot.waitUntil(lambda: not window.solving.running, timeout=SOLVING)
    # How the best answer came about is played at once, as other puzzles' refinements are seen as they come.
    assert window.player.playing
    assert window.player.film.position < len(window.player.film.refinements) - 1
    qtbot.waitUntil(lambda: not window.player.playing, timeout=SOLVING)


def said(window) -> str:
    return window.status_line.accessibleName()


def test_paint_fit_step_save_reopen_and_export(qtbot, window, tmp_path):
    board = window.board
    assert isinstance(board, ArcBoard)
    window.actions_.new_arc.trigger()
    next(action for action in board.edit_actions() if "Demonstration" in action.text()).trigger()
    for number, cells in enumerate(PAIRS):
        paint(qtbot, board, Place("train", number, "input"), cells, 1)
        paint(qtbot, board, Place("train", number, "output"), cells, 2)
    test = Place("test", 0, "input")
    paint(qtbot, board, test, [(2, 2)], 1)
    task = window.document.content.task
    assert [pair.output for pair in task.train][1] == ((0, 0, 2), (0, 0, 0), (2, 0, 0))
    assert task.test[0].input == ((0, 0, 0), (0, 0, 0), (0, 0, 1))

    qtbot.waitUntil(lambda: window.adapting.loss is not None, timeout=SOLVING)
    heard = []
    window.solver.fitted.connect(heard.append)
    solve(qtbot, window)
    trace = window.document.trace
    assert heard
    assert window.adapting.loss.losses == pytest.approx([max(x, 1e-5) for each in heard for x in each.losses])
    assert 1 <= len(trace.votes) <= 2
    assert trace.verified is None, "nobody has said what is right"
    assert "Not checkable" in said(window)
    assert board.active == test.beside("answer")
    assert window.player.film.current() is trace.answers[0]
    assert window.adapting.answers.buttons[0].isChecked()

    window.actions_.step_back.trigger()
    assert board.refinement is trace.refinements[window.player.film.position]
    assert "on the way to answer 1" in said(window)
    window.player.go_first()
    assert board.refinement is None
    qtbot.mouseClick(window.adapting.answers.buttons[0], Button.LeftButton)
    assert board.refinement is trace.answers[0]
    qtbot.mouseClick(board, Button.LeftButton, pos=point(board, board.active, (0, 1)))
    assert "row 1, column 2" in window.docks.inspector.heading.text()
    qtbot.keyClick(board, Key.Key_Escape)
    window.copy()

    file = tmp_path / "painted.ponder"
    window.files.save_to(file)
    qtbot.waitUntil(lambda: not window.document.modified)
    for suffix in (".png", ".svg", ".txt", ".json", ".gif", ".pdf", ".csv"):
        with qtbot.waitSignal(window.exports.exported, timeout=20_000):
            window.exports.write(tmp_path / f"exported{suffix}")
    assert not QImage(str(tmp_path / "exported.png")).isNull()
    with qtbot.waitSignal(window.exports.exported, timeout=20_000):
        window.exports.write(tmp_path / "task.json", puzzle_formats("arc")[:1])
    assert read_task((tmp_path / "task.json").read_bytes()) == task
    entries, _ = read_ponder(file)
    entry = next(each for each in entries if each.content == trace.puzzle)
    assert entry.trace.votes == trace.votes
    window.files.open(tmp_path / "exported.json")
    qtbot.waitUntil(lambda: window.document.path is None and window.document.trace is not trace)
    assert window.document.content.task == task
    assert from_canvas(window.document.trace.answers[0].answer) == from_canvas(trace.answers[0].answer)
    window.files.open(tmp_path / "exported.txt")
    qtbot.waitUntil(lambda: window.document.trace is None)
    assert window.document.content.task == replace(task, name="exported")


def test_a_solve_answers_every_test_input_and_checks_those_that_it_can(qtbot, window):
    window.document.replace([Entry("recolour", arc_puzzle())])
    solve(qtbot, window)
    first = window.document.trace
    assert first.answers[0].accepted is not None
    show(qtbot, window.board, Place("test", 1, "input"))
    assert window.document.content.test == 1
    second = window.document.trace
    assert second.puzzle == arc_puzzle(1)
    assert second.answers[0].accepted is None
    assert window.player.film.refinements == second.film()
    window.actions_.undo.trigger()
    assert window.document.trace is None
    window.actions_.redo.trigger()
    assert window.document.trace is first
    losses = list(window.adapting.loss.losses)
    heard = []
    window.solver.fitted.connect(heard.append)
    solve(qtbot, window)
    assert [each.found for each in heard if each.losses] == ["kept"], "it was fitted to this task before"
    assert window.adapting.loss.losses[: len(losses)] == losses, "and the curve of that fit is shown"
    assert "Fitted to this task earlier, in 0:0" in window.adapting.figures.text()
    heard.clear()
    qtbot.mouseClick(window.adapting.again, Button.LeftButton)
    assert not window.adapting.again.isVisible()
    qtbot.waitUntil(lambda: not window.solving.running, timeout=SOLVING)
    assert not any(each.found for each in heard)
    assert window.adapting.loss.losses
    assert not window.adapting.again.isVisible()
    assert window.document.undo_stack.undoText() == "Fit again"


def test_the_sample_that_ships_fitted_is_answered_at_once_and_says_so(qtbot, window):
    window.document.replace([sample_entry(FITTED[0])])
    qtbot.waitUntil(lambda: window.adapting.loss is not None, timeout=SOLVING)
    heard = []
    window.solver.fitted.connect(heard.append)
    solve(qtbot, window)
    assert [each.found for each in heard if each.losses] == ["bundled"]
    assert window.document.trace.verified is window.player.film.current()
    assert "Verified" in said(window)
    shown = f"Comes with Ponder, fitted in {minutes(heard[0].found_seconds)}"
    assert window.adapting.figures.text() == shown
    assert window.adapting.loss.isVisible()
    assert len(window.adapting.loss.losses) == heard[0].step
    assert window.adapting.again.isVisible()
    assert not adapted_folder().exists()
    window.document.replace([Entry("recolour", arc_puzzle())])
    assert not window.adapting.again.isVisible(), "nothing is known of this task"


@pytest.fixture
def guessing_often(monkeypatch):
    """Every second, though the fit may take ten minutes."""
    monkeypatch.setattr("solver.reasoning.guessing.INTERVAL", 0.5)
    monkeypatch.setattr("solver.reasoning.guessing.MOST", 600)


def fit_until_guessed(qtbot, window):
    """Press Solve, and see the second guess come."""
    window.settings.arc_seconds = 600
    window.document.replace([Entry("recolour", arc_puzzle())])
    window.actions_.solve.trigger()
    qtbot.waitUntil(lambda: len(window.film.guesses) > 1, timeout=SOLVING)
    assert "Fitting: " in window.adapting.bar.text()


def test_the_known_output_is_hidden_wherever_no_answer_is_shown(qtbot, window):
    window.document.replace([sample_entry("arc_plus.json")])
    board = window.board
    assert board.hides_output
    qtbot.waitUntil(lambda: window.adapting.loss is not None, timeout=SOLVING)
    solve(qtbot, window)
    qtbot.waitUntil(lambda: window.board.refinement is not None and bool(window.film.trace.votes))
    assert not board.hides_output
    area = window.docks.adapting.widget()
    QApplication.processEvents()
    assert not area.verticalScrollBar().isVisible(), "the panel of the fit is whole in the usual size"
    qtbot.mouseClick(window.docks.transport.first, Qt.MouseButton.LeftButton)
    assert window.film.position < 0
    assert board.hides_output
    board.show_output()
    assert not board.hides_output


def test_guesses_are_watched_while_the_network_is_fitted_and_stop_keeps_the_fit(qtbot, window, guessing_often):
    fit_until_guessed(qtbot, window)
    assert window.board.active == Place("test", 0, "answer")
    assert window.board.refinement is window.film.guesses[-1]
    assert window.docks.fit_timeline.isVisible()
    assert window.adapting.vote_now.isVisible()
    assert not window.actions_.solve.isEnabled()
    window.actions_.stop.trigger()
    assert window.actions_.stop.text() == "Stopping…"
    assert not window.actions_.stop.isEnabled()
    assert window.adapting.bar.text() == "Stopping…"
    qtbot.waitUntil(lambda: not window.solving.running, timeout=20_000)
    assert window.document.trace is None
    assert window.document.undo_stack.count() == 0
    assert not window.adapting.bar.isVisible()
    guesses = list(window.film.guesses)
    assert window.film.shown() is guesses[-1], "what was watched stays in view"
    stopped = window.solving.stopped_fit
    assert f"Fitting stopped after {stopped.step} steps" in window.adapting.figures.text()

    heard = []
    window.solver.fitted.connect(heard.append)
    qtbot.mouseClick(window.adapting.go_on, Button.LeftButton)
    qtbot.waitUntil(lambda: len(window.film.guesses) > len(guesses), timeout=SOLVING)
    assert heard[0].found == "kept"
    assert heard[0].step >= stopped.step
    assert window.film.guesses[: len(guesses)] == guesses, "the film goes on too"
    window.actions_.stop.trigger()
    qtbot.waitUntil(lambda: not window.solving.running, timeout=20_000)
    qtbot.mouseClick(window.adapting.vote_now, Button.LeftButton)
    qtbot.waitUntil(lambda: not window.solving.running, timeout=SOLVING)
    assert window.document.trace.votes
    kept = window.document.trace.guesses
    assert [guess.fitted_steps for guess in kept[: len(guesses)]] == [guess.fitted_steps for guess in guesses]
    assert all(guess.accepted is not None for guess in kept), "now they may be judged"


def test_stop_and_vote_now_answers_with_what_was_fitted_and_its_film_is_saved(qtbot, window, guessing_often, tmp_path):
    fit_until_guessed(qtbot, window)
    qtbot.mouseClick(window.adapting.vote_now, Button.LeftButton)
    assert not window.actions_.vote_now.isEnabled()
    qtbot.waitUntil(lambda: not window.solving.running, timeout=SOLVING)
    trace = window.document.trace
    assert trace.votes
    assert len(trace.guesses) >= 2
    assert window.adapting.go_on.isVisible(), "there was time left"
    assert not window.adapting.vote_now.isVisible()
    other = next(each for each in window.document.entry.others if each.puzzle.test == 1)
    assert len(other.guesses) == len(trace.guesses)

    file = tmp_path / "watched.ponder"
    window.files.save_to(file)
    qtbot.waitUntil(lambda: not window.document.modified)
    entries, _ = read_ponder(file)
    kept = next(t for entry in entries for t in entry.traces if t.puzzle == trace.puzzle)
    assert [g.fitted_steps for g in kept.guesses] == [g.fitted_steps for g in trace.guesses]
    qtbot.mouseClick(
        window.docks.fit_timeline, Button.LeftButton, pos=QPoint(round(window.docks.fit_timeline.x_of(0)), 20)
    )
    assert window.board.refinement is trace.guesses[0]
    assert "Guess while fitting" in said(window)


def test_a_benchmark_task_is_browsed_for_and_opened(qtbot, window):
    window.actions_.browse_arc.trigger()
    browser = window.findChild(ArcBrowser)
    assert isinstance(browser, QDialog)
    qtbot.waitUntil(lambda: browser.filtered.rowCount() > 400, timeout=SOLVING)
    qtbot.keyClicks(browser.search, "a85d4709")
    qtbot.keyClick(browser.search, Key.Key_Return)
    qtbot.waitUntil(lambda: window.document.content.task.name == "a85d4709")
    assert window.board.content is window.document.content


def test_bad_json_says_where_and_leaves_the_task_as_it_was(qtbot, window, tmp_path):
    task = TASK.to_json()
    task["train"][1]["output"][2][0] = 12
    (tmp_path / "bad.json").write_text(json.dumps(task), "utf-8")
    before = window.document.content
    with qtbot.waitSignal(
        window.files.problem, timeout=SOLVING, check_params_cb=lambda why, *_: "`train[1].output[2][0]` is 12" in why
    ):
        window.files.open(tmp_path / "bad.json")
    assert window.document.content is before
