"""The panel of a fit and a vote."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.arc.fitting import Fitting, StoppedFit
from app.arc.panel import AdaptingPanel
from app.film.film import Film
from solver.puzzles.arc.puzzle import ArcPuzzle
from tests.arc_tasks import TASK, arc_puzzle, arc_trace


@pytest.fixture
def panel(qtbot):
    film = Film()
    film.show(arc_puzzle())
    panel = AdaptingPanel(film, 120)
    qtbot.addWidget(panel)
    panel.resize(460, 200)
    panel.show()
    return panel


def show(panel, trace):
    panel.film.show(trace.puzzle, trace)


def test_words_then_progress_and_a_curve_then_the_answers(qtbot, panel):
    assert panel.words.isVisible()
    assert "can only answer a task that it was fitted to" in panel.words.text()
    panel.begin()
    panel.show_fitting(Fitting(2, (2.0, 1.5), 0.5, 0.25, 90.0))
    panel.build_plot()
    assert "held out" not in panel.figures.text()
    panel.show_fitting(Fitting(4, (1.0, 0.5), 0.9, 0.5, 60.0, held_out=0.25))
    assert panel.bar.value() == 500
    assert panel.bar.text() == "Fitting: 50 %, about 1:00 left"
    assert panel.loss.losses == [2.0, 1.5, 1.0, 0.5], "nor is what came before the curve lost"
    qtbot.waitUntil(lambda: panel.loss.curve.getData()[0] is not None)
    qtbot.waitUntil(lambda: panel.loss.curve.getData()[0].tolist() == [1, 2, 3, 4])
    assert panel.loss.isVisible()
    assert not panel.words.isVisible()
    assert "90 % of the demonstrations" in panel.figures.text()
    assert "held out: 25 %" in panel.figures.text()
    assert not panel.time.isVisible()
    panel.end()
    show(panel, arc_trace())
    one, other = panel.answers.buttons
    assert one.accessibleName() == "Answer 1: 20 of 32 votes, 62 %, verified"
    assert other.accessibleName() == "Answer 2: 7 of 32 votes, 22 %, differs"
    with qtbot.waitSignal(panel.answers.chosen) as chosen:
        qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert chosen.args == [1]
    assert one.isChecked(), "the film shows the answer with most votes"
    panel.film.go_to(panel.film.last)
    assert other.isChecked()
    assert not panel.bar.isVisible()
    panel.show_fitting(Fitting(1, (1.0,), 0.5, 0.5, 60.0))
    panel.film.show(arc_puzzle())
    assert panel.loss.losses
    panel.film.show(ArcPuzzle(replace(TASK, train=TASK.train[:1])))
    assert panel.loss.losses == [], "the curve is not of another task"


def test_a_fit_from_before_shows_its_curve_and_can_be_made_again(qtbot, panel):
    panel.build_plot()
    assert not panel.again.isVisible()
    panel.begin()
    panel.show_fitting(Fitting(2, (2.0, 1.5), 0.5, 0.85, 9.0, True, found="bundled", found_seconds=102.0))
    panel.show_fitting(Fitting(2, (), 0.5, 0.9, 6.0, True))
    assert panel.loss.losses == [2.0, 1.5]
    assert panel.loss.isVisible()
    assert panel.figures.text() == "Comes with Ponder, fitted in 1:42"
    assert panel.bar.text() == "Views vote: 90 %, about 0:06 left"
    assert not panel.again.isVisible()
    panel.end()
    with qtbot.waitSignal(panel.fitAgain):
        qtbot.mouseClick(panel.again, Qt.MouseButton.LeftButton)
    panel.begin()
    assert panel.figures.text() == ""
    assert panel.loss.losses == []
    panel.show_fitting(Fitting(1, (1.0,), 0.5, 0.1, 9.0, found="kept", found_seconds=25.0))
    assert panel.figures.text() == "Fitted to this task earlier, in 0:25"
    panel.show_fitting(Fitting(2, (0.5,), 0.5, 0.2, 9.0))
    assert panel.figures.text().startswith("2 steps"), "a longer budget goes on from there"
    panel.end()
    panel.film.show(ArcPuzzle(replace(TASK, train=TASK.train[:1])))
    assert not panel.again.isVisible()


def test_a_fit_is_stopped_to_vote_and_gone_on_with(qtbot, panel):
    panel.begin()
    assert not panel.vote_now.isVisible()
    panel.show_fitting(Fitting(2, (2.0, 1.5), 0.5, 0.25, 90.0))
    panel.show_stopped(None, votable=True)
    assert panel.vote_now.text() == "Stop and &Vote Now"
    with qtbot.waitSignal(panel.voteNow):
        qtbot.mouseClick(panel.vote_now, Qt.MouseButton.LeftButton)
    panel.stopping()
    assert not panel.vote_now.isVisible()
    panel.end()
    stopped = StoppedFit(TASK, 312, 42.0)
    panel.show_stopped(stopped, votable=True)
    assert panel.figures.text() == "Fitting stopped after 312 steps, 0:42. Solve continues from there."
    assert panel.vote_now.text() == "&Vote Now"
    with qtbot.waitSignal(panel.goOn):
        qtbot.mouseClick(panel.go_on, Qt.MouseButton.LeftButton)
    panel.show_stopped(replace(stopped, voted=True), votable=False)
    assert panel.go_on.isVisible()
    assert not panel.vote_now.isVisible()
    panel.begin()
    assert not panel.go_on.isVisible()
    assert panel.figures.text() == ""


def test_the_time_is_chosen(qtbot, panel):
    panel.time.setFocus()
    with qtbot.waitSignal(panel.secondsChanged) as changed:
        qtbot.keyClick(panel.time, Qt.Key.Key_Down)
        panel.time.activated.emit(panel.time.currentIndex())
    assert changed.args == [600]
    assert AdaptingPanel(Film(), 7).time.currentText() == "0:07"


def test_answers_look_different(panel):
    show(panel, arc_trace())
    pictures = [button.grab().toImage() for button in panel.answers.buttons]
    assert pictures[0] != pictures[1]
    show(panel, arc_trace(answers=(((2, 2, 0), (8, 0, 0)),)))
    assert [button.isVisible() for button in panel.answers.buttons] == [True, False]
    panel.film.show(arc_puzzle())
    assert not panel.answers.isVisible()
