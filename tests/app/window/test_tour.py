"""The tour in the real window, with the real network."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.window.settings import Settings
from app.window.tour import most_doubting
from tests.app.windows import open_window
from tests.traces import sudoku_puzzle

Key = Qt.Key
SECONDS = 60_000
RISING, FALLING = (0.1, 0.2, 0.4, 0.9), (0.5, 0.2, 0.9, 0.8)


@pytest.fixture
def window(qtbot, tmp_path):
    settings = Settings(tmp_path / "ponder.ini")
    settings.device = "cpu"
    window = open_window(qtbot, settings, sudoku_puzzle())
    qtbot.waitUntil(lambda: bool(window.solver.device_found), timeout=SECONDS)
    window.activateWindow()
    return window


def test_a_tour_goes_by_keyboard_from_the_first_guess_to_the_verdict(qtbot, window):
    assert not window.settings.tour_seen
    window.actions_.tour.trigger()
    tour = window.tour
    assert tour.isVisible()
    assert window.document.entry.label == "Sudoku tricky"
    qtbot.waitUntil(tour.hasFocus)
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        qtbot.keyClick(tour, Key.Key_Right)
    seen = []
    for _ in range(len(tour.stops) - 1):
        seen.append((tour.title.text(), window.film.position))
        assert tour.words.text() in tour.accessibleName()
        qtbot.keyClick(tour, Key.Key_Return)
    last = window.film.last
    sure = [refinement.mean_confidence for refinement in window.film.refinements]
    doubting = seen[3][1]
    assert sure[doubting] < sure[doubting - 1], "what the card says is to be seen"
    assert seen[:6] == [
        ("The first guess", 0),
        ("Noticing", 1),
        ("The loop", 2),
        ("Doubting", doubting),
        ("Verified", last),
        ("Two networks", last),
    ]
    assert not tour.isVisible()
    assert window.settings.tour_seen
    assert window.status_line.status.state == "verified"


def test_a_second_tour_shows_the_solve_of_the_first(qtbot, window):
    window.start_tour()
    window.tour.go_on()
    qtbot.waitUntil(lambda: not window.solving.running and window.document.trace is not None, timeout=SECONDS)
    window.tour.end()
    solved, listed = window.document.trace, len(window.document.entries)
    window.start_tour()
    qtbot.keyClick(window.tour, Key.Key_Return)
    assert window.document.trace is solved
    assert len(window.document.entries) == listed
    window.tour.end()
    # One that was not verified would not show what the tour tells.
    window.settings.steps, window.settings.views = 1, 1
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.actions_.solve.trigger()
    window.player.skip()
    assert window.document.trace.verified is None
    window.settings.steps = window.settings.views = 0
    window.start_tour()
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        qtbot.keyClick(window.tour, Key.Key_Return)
    assert window.document.trace.verified is not None
    assert len(window.document.entries) == listed
    window.tour.end()


def test_it_goes_back_and_escape_ends_it(qtbot, window):
    window.start_tour()
    tour = window.tour
    assert not tour.back.isEnabled()
    tour.go_on()
    qtbot.keyClick(tour, Key.Key_Left)
    assert tour.at == 0
    qtbot.waitUntil(lambda: not window.solving.running, timeout=SECONDS)
    tour.setFocus()
    qtbot.keyClick(tour, Key.Key_Escape)
    assert not tour.isVisible()
    assert not tour._spotlight.isVisible()
    assert window.settings.tour_seen


def test_what_is_told_about_has_a_frame_that_follows_it(qtbot, window):
    window.start_tour()
    frame = window.tour._spotlight
    target = window.tour.stops[0].target()
    for _ in range(2):
        at = target.mapTo(window, target.rect().center())
        qtbot.waitUntil(lambda at=at: frame.geometry().center() == at)
        window.resize(window.width() + 60, window.height() + 40)
        qtbot.waitUntil(lambda at=at: target.mapTo(window, target.rect().center()) != at)
    window.tour.end()


def test_it_takes_about_a_minute_to_read(window):
    window.start_tour()
    words = sum(len(f"{stop.title} {stop.words}".split()) for stop in window.tour.stops)
    assert 100 <= words <= 260, "people read about 200 words a minute"
    window.tour.end()


def test_the_buttons_stay_under_the_mouse(qtbot, window):
    window.start_tour()
    tour = window.tour
    qtbot.waitUntil(lambda: tour.words.height() >= tour.words.heightForWidth(tour.words.width()) > 0)
    qtbot.waitUntil(lambda: tour.height() >= tour.layout().totalHeightForWidth(tour.width()))
    qtbot.waitUntil(lambda: not window.solving.running, timeout=SECONDS)
    place = None
    for _ in tour.stops[1:]:
        QTest.qWait(20)
        places = [button.geometry() for button in (tour.skip, tour.back, tour.next)]
        assert place in (None, places)
        place = places
        QTest.mouseClick(tour.next, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not window.solving.running, timeout=SECONDS)
    QTest.qWait(20)
    assert [button.geometry() for button in (tour.skip, tour.back, tour.next)] == place
    tour.end()


def test_without_a_fall_the_last_refinement_but_one_is_shown():
    rising, falling = ([SimpleNamespace(mean_confidence=sure) for sure in values] for values in (RISING, FALLING))
    assert most_doubting(SimpleNamespace(refinements=rising, last=3)) == 2
    assert most_doubting(SimpleNamespace(refinements=falling, last=3)) == 1
    assert most_doubting(SimpleNamespace(refinements=rising[:1], last=0)) == 0
