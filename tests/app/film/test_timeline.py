from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from app.film.timeline import Timeline
from app.window.theme import LIGHT
from tests.films import begin_film, show_film
from tests.traces import sudoku_trace


@pytest.fixture
def timeline(qtbot, player):
    timeline = Timeline(player)
    qtbot.addWidget(timeline)
    timeline.resize(700, 120)
    return timeline


def at(timeline, position):
    return QPoint(round(timeline.x_of(position)), 60)


@pytest.mark.parametrize("second_view", [False, True])
def test_each_mark_is_where_a_click_finds_it(timeline, player, second_view):
    show_film(player, sudoku_trace(second_view=second_view).film())
    positions = range(-1, len(player.film.refinements))
    assert [timeline.position_at(timeline.x_of(p)) for p in positions] == list(positions)
    assert timeline.x_of(player.film.last) < timeline.width()


def test_click_and_drag_scrub(qtbot, timeline, player):
    show_film(player, sudoku_trace().film())
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=at(timeline, 2))
    assert player.film.position == 2
    qtbot.mouseMove(timeline, at(timeline, 5))
    assert player.film.position == 5
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=at(timeline, 5))
    qtbot.mouseMove(timeline, at(timeline, 1))
    assert player.film.position == 5


def test_keys(qtbot, timeline, player):
    show_film(player, sudoku_trace().film(), position=3)
    for key, position in (
        (Qt.Key.Key_Right, 4),
        (Qt.Key.Key_Left, 3),
        (Qt.Key.Key_Home, -1),
        (Qt.Key.Key_PageUp, 3),
        (Qt.Key.Key_End, player.film.last),
    ):
        qtbot.keyClick(timeline, key)
        assert player.film.position == position
    assert player.film.following
    qtbot.keyClick(timeline, Qt.Key.Key_Space)
    assert player.playing


def test_end_takes_up_following_again(qtbot, timeline, player):
    film = sudoku_trace().film()
    begin_film(player, film[:3])
    player.film.following = False
    qtbot.keyClick(timeline, Qt.Key.Key_End)
    player.append(film[3])
    assert player.film.position == 3


def test_screen_readers_hear_a_slider_with_words(timeline, player):
    show_film(player, sudoku_trace().film(), position=1)
    accessible = QAccessible.queryAccessibleInterface(timeline)
    assert accessible.role() == QAccessible.Role.Slider
    assert accessible.text(QAccessible.Text.Name) == "Timeline"
    words = accessible.text(QAccessible.Text.Description)
    assert words == f"Refinement 2 of {len(player.film.refinements)} · the puzzle as given"
    assert (timeline.minimum(), timeline.maximum(), timeline.value()) == (-1, player.film.last, 1)
    timeline.setValue(4)  # as assistive tools do
    assert player.film.position == 4


def test_only_the_verified_mark_is_painted_as_such(timeline, player):
    def verified_columns():
        image = timeline.grab().toImage()
        return {
            x
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).name() == LIGHT.verified
        }

    show_film(player, sudoku_trace(solved=False).film())
    assert verified_columns() == set()
    show_film(player, sudoku_trace().film())
    columns = verified_columns()
    assert columns
    assert {timeline.position_at(x) for x in columns} == {player.film.last}


def test_marks_stay_where_they_are_while_a_solve_runs(timeline, player):
    film = sudoku_trace(solved=False).film()
    begin_film(player, film[:1], len(film))
    before = timeline.x_of(0)
    for refinement in film[1:]:
        player.append(refinement)
    assert timeline.x_of(0) == before


def test_what_a_mark_says(timeline, player):
    show_film(player, sudoku_trace().film())
    words = timeline.describe(player.film.last)
    assert "1 cell changed" in words
    assert "The rules accept" in words
    assert "draft" not in words
    assert timeline.describe(player.film.last, 1).startswith("Refinement 10, draft after cycle 1 of 3\n")


def test_a_mark_of_hrm_says_both_of_its_q(timeline, player):
    film = sudoku_trace().film()
    show_film(player, [*film[:-1], replace(film[-1], halt_probability=0.75, continue_probability=0.25)])
    assert "Would stop here: 75 %, would go on: 25 %" in timeline.describe(player.film.last)
    assert "would go on" not in timeline.describe(0)


def test_inner_cycles_have_marks_of_their_own_on_demand(qtbot, timeline, player):
    show_film(player, sudoku_trace().film())
    plain = timeline.grab().toImage()
    between = QPoint(round(timeline.x_of(2) * 0.6 + timeline.x_of(3) * 0.4), 60)
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=between)
    assert (player.film.position, player.film.cycle) == (2, 0)
    player.inner_cycles = True
    assert timeline.grab().toImage() != plain
    places = [(p, c) for p in range(player.film.last + 1) for c in (1, 2, 0)]
    xs = [timeline.x_of(*place) for place in places]
    assert xs == sorted(xs)
    assert [timeline.place_at(x) for x in xs] == places
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(round(timeline.x_of(3, 1)), 60))
    assert (player.film.position, player.film.cycle) == (3, 1)


def test_arrows_go_through_the_inner_cycles_and_pages_do_not(qtbot, timeline, player):
    show_film(player, sudoku_trace().film(), position=3)
    player.inner_cycles = True
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_PageUp):
        qtbot.keyClick(timeline, key)
        seen.append((player.film.position, player.film.cycle))
    assert seen == [(4, 1), (4, 2), (4, 0), (4, 2), (8, 0)]
    assert timeline.value() == 8


def test_screen_readers_hear_that_an_answer_is_intermediate(timeline, player):
    show_film(player, sudoku_trace().film())
    player.inner_cycles = True
    player.step_back()
    assert "draft after cycle 2 of 3" in timeline.accessibleDescription()


@pytest.mark.parametrize("count", [0, 1, 300])
def test_any_length_paints(timeline, player, count):
    show_film(player, (sudoku_trace(solved=False).film() * 20)[:count])
    assert not timeline.grab().isNull()
