import pytest
from PySide6.QtCore import QTimer

from app.film.pace import DWELL_MS
from solver.trace import Trace
from tests.films import begin_film, show_film
from tests.traces import sudoku_trace


@pytest.fixture
def trace():
    return sudoku_trace(steps=6)


def visited(player):
    positions = []
    player.film.changed.connect(lambda _: positions.append(player.film.position))
    return positions


def test_an_empty_film_shows_the_puzzle_and_does_not_play(player):
    player.play()
    player.step_forward()
    player.go_last()
    film = player.film
    assert (film.position, player.playing, film.current(), film.previous()) == (-1, False, None, None)


def test_the_playhead_rides_on_a_running_solve(player, trace):
    begin_film(player)
    positions = visited(player)
    for refinement in trace:
        player.append(refinement)
    assert positions == list(range(len(trace)))
    assert player.film.current() is trace.refinements[-1]
    assert player.film.previous() is trace.refinements[-2]


def test_a_person_takes_the_playhead_and_gives_it_back(player, trace):
    begin_film(player, trace.refinements[:2])
    player.step_back()
    player.append(trace.refinements[2])
    assert (player.film.position, player.film.following) == (0, False)
    player.go_last()
    player.append(trace.refinements[3])
    assert (player.film.position, player.film.following) == (3, True)


def test_positions_stop_at_the_ends(player, trace):
    show_film(player, trace.film())
    player.go_to(999)
    assert player.film.position == len(trace) - 1
    player.go_to(-999)
    assert player.film.position == -1
    player.step_back()
    assert player.film.position == -1


def test_playing_shows_every_refinement_once_and_stops(qtbot, player, trace):
    show_film(player, trace.film())
    player.speed = 8
    positions = visited(player)
    with qtbot.waitSignal(player.playingChanged, check_params_cb=lambda playing: not playing):
        player.play()
        qtbot.waitUntil(lambda: not player.playing)
    assert positions == [-1, *range(len(trace))]


def test_looping_starts_over(qtbot, player, trace):
    show_film(player, trace.film()[:2], position=0)
    player.speed, player.loop = 8, True
    positions = visited(player)
    player.play()
    qtbot.waitUntil(lambda: len(positions) >= 4)
    assert positions[:4] == [1, -1, 0, 1]
    assert player.playing


def test_playing_into_the_end_of_a_growing_film_follows_it(qtbot, player, trace):
    begin_film(player, trace.refinements[:2])
    player.go_to(0)
    player.speed = 8
    player.play()
    qtbot.waitUntil(lambda: player.film.at_end)
    qtbot.waitUntil(lambda: player.film.following)
    player.append(trace.refinements[2])
    assert player.film.position == 2


def test_a_timer_exists_only_while_playing(player, trace):
    show_film(player, trace.film())
    assert player.findChildren(QTimer) == []
    player.play()
    assert [timer.interval() for timer in player.findChildren(QTimer)] == [DWELL_MS]
    player.speed = 2
    assert player.findChildren(QTimer)[0].interval() == DWELL_MS // 2
    player.toggle()
    assert not player.playing


def test_moving_by_hand_pauses(player, trace):
    show_film(player, trace.film())
    player.play()
    player.step_forward()
    assert not player.playing


@pytest.mark.parametrize("speed", [0, 0.1, 9, float("nan")])
def test_impossible_speeds_are_refused(player, speed):
    with pytest.raises(ValueError, match="speed"):
        player.speed = speed


def test_what_came_before_is_of_the_same_view(player):
    trace = sudoku_trace(steps=6, second_view=True)
    show_film(player, trace.film())
    first_of_second = next(i for i, r in enumerate(player.film.refinements) if r.view == 1)
    assert player.film.before(first_of_second) is None
    assert player.film.before(first_of_second + 1) is player.film.refinements[first_of_second]


def places(player):
    seen = []
    player.film.changed.connect(lambda _: seen.append((player.film.position, player.film.cycle)))
    return seen


def test_steps_go_through_the_inner_cycles_on_demand(player, trace):
    show_film(player, trace.film()[:2], position=-1)
    player.inner_cycles = True
    seen = places(player)
    for _ in range(7):
        player.step_forward()
    there = [(0, 1), (0, 2), (0, 0), (1, 1), (1, 2), (1, 0)]
    assert seen == there
    assert player.film.at_end
    seen.clear()
    for _ in range(7):
        player.step_back()
    assert seen == [*reversed(there[:-1]), (-1, 0)]


def test_what_is_shown_within_a_refinement_is_what_was_recorded_there(player, trace):
    show_film(player, trace.film(), position=1)
    player.inner_cycles = True
    player.step_forward()
    assert (player.film.current(), player.film.shown().cycle) == (player.film.refinements[2], 1)
    assert (player.film.shown().answer == player.film.refinements[2].inner_answers[0]).all()
    assert player.film.shown() is player.film.shown()
    player.inner_cycles = False
    assert (player.film.cycle, player.film.shown()) == (0, player.film.refinements[2])


def test_a_running_solve_does_not_take_the_playhead_from_within_a_refinement(player, trace):
    player.inner_cycles = True
    begin_film(player, trace.film()[:3])
    player.step_back()
    assert (player.film.position, player.film.cycle, player.film.following) == (2, 2, False)
    player.append(trace.refinements[3])
    assert (player.film.position, player.film.cycle) == (2, 2)


def test_playing_goes_through_the_inner_cycles_too(qtbot, player, trace):
    show_film(player, trace.film()[:2], position=0)
    player.inner_cycles, player.speed = True, 8
    seen = places(player)
    player.play()
    qtbot.waitUntil(lambda: not player.playing)
    assert seen == [(1, 1), (1, 2), (1, 0)]


def test_cycles_that_are_not_shown_cannot_be_gone_to(player, trace):
    show_film(player, trace.film())
    player.go_to(1, 2)
    assert (player.film.position, player.film.cycle) == (1, 0)
    player.inner_cycles = True
    player.go_to(1, 9)
    assert (player.film.position, player.film.cycle) == (1, 0)


def test_a_part_is_played_to_its_end_and_a_person_may_take_over(qtbot, player, trace):
    show_film(player, trace.film())
    player.speed = 8
    positions = visited(player)
    with qtbot.waitSignal(player.playingChanged, check_params_cb=lambda playing: not playing):
        player.play_part(-1, 2)
    assert positions == [-1, 0, 1, 2]
    assert (player.film.current(), player.film.following) == (trace.refinements[2], False)
    player.play_part(-1, 2)
    player.step_forward()
    assert not player.playing
    with qtbot.waitSignal(player.playingChanged, check_params_cb=lambda playing: not playing):
        player.play()
    assert (player.film.position, player.film.following) == (len(trace) - 1, True), "the part is forgotten"
    with qtbot.waitSignal(player.playingChanged, check_params_cb=lambda playing: not playing):
        player.play_part(2, len(trace) - 1)
    assert player.film.following, "a part may end where the film does"


@pytest.mark.parametrize("position", [2, -1])
def test_a_part_of_one_refinement_is_shown_and_nothing_plays_past_it(player, trace, position):
    show_film(player, trace.film(), 0)
    player.play_part(position % len(trace), position % len(trace))
    assert not player.playing
    assert player.film.current() is trace.film()[position]


@pytest.fixture
def paced(player):
    """A player that shows a solve at a pace that can be read, and quickly enough for a test."""
    player.paced = True
    player.speed = 8
    return player


def watched(player):
    seen = []
    player.film.changed.connect(lambda _: seen.append((player.film.position, player.film.cycle)))
    return seen


def test_a_solve_that_ends_at_once_is_still_watched_with_its_first_cycles(qtbot, paced, trace):
    live = Trace(trace.puzzle, "made-up")
    paced.begin(live, 16)
    seen = watched(paced)
    for refinement in trace:
        paced.append(refinement)
    assert seen == [(0, 1)], "the first is shown at once"
    paced.show(trace.puzzle, live)
    assert paced.watching
    assert paced.film.waiting
    qtbot.waitUntil(lambda: not paced.playing)
    places = list(dict.fromkeys(seen))
    assert places == [(0, 1), (0, 2), (0, 0), (1, 1), (1, 2), (1, 0), *((p, 0) for p in range(2, len(trace)))]
    assert (paced.film.at_end, paced.film.following, paced.watching) == (True, True, False)


def test_a_slow_solve_is_waited_for(qtbot, paced, trace):
    live = Trace(trace.puzzle, "made-up")
    paced.begin(live)
    paced.append(trace.refinements[0])
    qtbot.waitUntil(lambda: (paced.film.position, paced.film.cycle) == (0, 0))
    qtbot.waitUntil(lambda: paced._idle)
    assert paced.watching
    paced.append(trace.refinements[1])
    assert (paced.film.position, paced.film.cycle) == (1, 1)
    qtbot.waitUntil(lambda: paced._idle)
    paced.show(trace.puzzle, live)
    assert not paced.playing


def test_pausing_keeps_the_rest_for_later_and_skipping_shows_the_end(qtbot, paced, trace):
    live = Trace(trace.puzzle, "made-up")
    paced.begin(live)
    for refinement in trace:
        paced.append(refinement)
    paced.show(trace.puzzle, live)
    paced.toggle()
    assert (paced.playing, paced.film.waiting) == (False, len(trace) - 1)
    paced.toggle()
    qtbot.waitUntil(lambda: paced.film.position == 1)
    paced.skip()
    assert (paced.playing, paced.film.waiting, paced.film.current()) == (False, 0, trace.verified)


def test_a_step_forward_shows_what_waits(paced, trace):
    live = Trace(trace.puzzle, "made-up")
    paced.begin(live)
    for refinement in trace.refinements[:3]:
        paced.append(refinement)
    paced.pause()
    assert (paced.film.position, paced.film.cycle) == (0, 1)
    paced.step_forward()
    assert (paced.film.position, paced.film.cycle, paced.film.waiting) == (0, 0, 2)
    paced.step_forward()
    assert (paced.film.position, paced.film.cycle, paced.film.waiting) == (1, 0, 1)


def test_skipping_goes_along_with_what_is_still_to_come(qtbot, paced, trace):
    paced.begin(Trace(trace.puzzle, "made-up"))
    for refinement in trace.refinements[:3]:
        paced.append(refinement)
    paced.skip()
    assert (paced.film.position, paced.film.waiting) == (2, 0)
    paced.append(trace.refinements[3])
    assert paced.film.current() is trace.refinements[3]
