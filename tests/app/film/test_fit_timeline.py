"""The film of a fit: guesses on a timeline of their own, before the refinements."""

import pytest
from PySide6.QtCore import QPoint, Qt

from app.film.film import PUZZLE, Change, Film
from app.film.fit_timeline import FitTimeline
from app.film.player import Player
from app.film.transport import Transport, where_words
from tests.arc_tasks import arc_guesses, arc_puzzle, arc_trace

Key, Button = Qt.Key, Qt.MouseButton


@pytest.fixture
def player():
    return Player(Film())


@pytest.fixture
def timeline(qtbot, player):
    timeline = FitTimeline(player)
    qtbot.addWidget(timeline)
    timeline.resize(400, 60)
    return timeline


def answered():
    trace = arc_trace()
    trace.guesses = arc_guesses(trace, 4)
    return trace


def spot(timeline, index):
    return QPoint(round(timeline.x_of(index)), 20)


def test_it_is_there_only_for_a_recording_with_guesses(timeline, player):
    player.show(arc_puzzle(), arc_trace())
    assert timeline.isHidden()
    player.show(arc_puzzle(), answered())
    assert not timeline.isHidden()
    player.show(arc_puzzle())
    assert timeline.isHidden()


def test_a_click_shows_a_guess_and_the_refinements_come_back(qtbot, timeline, player):
    trace = answered()
    player.show(arc_puzzle(), trace)
    timeline.show()
    for index in (2, 0, 3):
        qtbot.mouseClick(timeline, Button.LeftButton, pos=spot(timeline, index))
        assert player.film.guess == index
        assert player.film.shown() is trace.guesses[index]
        assert player.film.current() is None
    assert timeline.accessibleDescription() == where_words(player) == "Guess after 40 steps of fitting, 0:08"
    player.go_to(1)
    assert player.film.guess is None
    assert player.film.shown() is trace.refinements[1]


def test_it_is_a_slider_for_the_keyboard(qtbot, timeline, player):
    player.show(arc_puzzle(), answered())
    timeline.show()
    qtbot.keyClick(timeline, Key.Key_Home)
    assert player.film.guess == 0
    qtbot.keyClick(timeline, Key.Key_Right)
    assert player.film.guess == 1
    qtbot.keyClick(timeline, Key.Key_Left)
    qtbot.keyClick(timeline, Key.Key_Left)
    assert player.film.guess == 0
    qtbot.keyClick(timeline, Key.Key_End)
    assert player.film.guess == 3


def test_steps_lead_from_the_guesses_to_the_puzzle_and_on(qtbot, player):
    transport = Transport(player)
    qtbot.addWidget(transport)
    player.show(arc_puzzle(), answered(), position=PUZZLE)
    qtbot.mouseClick(transport.back, Button.LeftButton)
    assert player.film.guess == 3
    player.go_to_guess(0)
    assert not transport.back.isEnabled()
    for guess, position in ((1, PUZZLE), (2, PUZZLE), (3, PUZZLE), (None, PUZZLE), (None, 0)):
        qtbot.mouseClick(transport.forward, Button.LeftButton)
        assert (player.film.guess, player.film.position) == (guess, position)


def test_playing_goes_through_the_guesses_into_the_refinements(qtbot, player):
    player.speed = 8.0
    player.show(arc_puzzle(), answered())
    seen = []
    player.film.changed.connect(lambda _: seen.append((player.film.guess, player.film.position)))
    player.go_to_guess(1)
    player.play()
    qtbot.waitUntil(lambda: not player.playing, timeout=20_000)
    assert seen[:4] == [(1, -1), (2, -1), (3, -1), (None, -1)]
    assert seen[-1] == (None, player.film.last)


def test_a_fit_is_followed_until_somebody_looks_at_an_earlier_guess(player):
    trace = arc_trace()
    made, trace.refinements = arc_guesses(trace, 4), []
    player.paced = False
    player.begin(trace)
    heard = []
    player.film.changed.connect(heard.append)
    player.film.append_guess(made[0])
    player.film.append_guess(made[1])
    assert player.film.guess == 1
    assert heard == [Change.GUESS | Change.CURSOR] * 2
    player.go_to_guess(0)
    player.film.append_guess(made[2])
    assert player.film.guess == 0
    player.go_to(PUZZLE)
    player.film.append_guess(made[3])
    assert player.film.guess is None
    player.go_last()
    assert player.film.guess == 3
    assert player.film.following


def test_marks_and_tooltips_tell_what_was_right(qtbot, timeline, player):
    trace = answered()
    player.show(arc_puzzle(), trace)
    timeline.show()
    before = timeline.grab().toImage()
    player.go_to_guess(2)
    assert timeline.grab().toImage() != before, "a playhead"
    assert trace.guesses[2].accepted
    lines = timeline.describe(2).split("\n")
    assert lines[0] == "Guess after 30 steps of fitting, 0:06"
    assert lines[2] == "50 % of the demonstrations were correct"
    assert lines[-1] == "It matches the task's known output"
    assert "known output" not in timeline.describe(0)
