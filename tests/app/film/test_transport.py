import pytest
from PySide6.QtCore import Qt

from app.film.transport import Transport
from tests.films import begin_film, show_film
from tests.traces import sudoku_trace


@pytest.fixture
def transport(qtbot, player):
    transport = Transport(player)
    qtbot.addWidget(transport)
    return transport


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_to_press_without_a_film(transport):
    buttons = (transport.first, transport.back, transport.play, transport.forward, transport.last)
    assert not any(button.isEnabled() for button in buttons)
    assert transport.where.text() == "The puzzle"


def test_buttons_move_the_playhead(qtbot, player, transport):
    film = sudoku_trace().film()
    show_film(player, film)
    assert transport.where.text() == f"Refinement {len(film)} of {len(film)} · the puzzle as given"
    assert not transport.forward.isEnabled()
    press(qtbot, transport.back)
    assert player.film.position == len(film) - 2
    press(qtbot, transport.first)
    assert player.film.position == -1
    assert not transport.back.isEnabled()
    press(qtbot, transport.forward)
    assert transport.where.text() == f"Refinement 1 of {len(film)} · the puzzle as given"
    press(qtbot, transport.last)
    assert player.film.position == len(film) - 1


def test_play_becomes_pause(qtbot, player, transport):
    show_film(player, sudoku_trace().film(), position=0)
    assert transport.play.accessibleName() == "Play"
    press(qtbot, transport.play)
    assert (player.playing, transport.play.accessibleName()) == (True, "Pause")
    press(qtbot, transport.play)
    assert (player.playing, transport.play.accessibleName()) == (False, "Play")


def test_speed_loop_and_cycles_go_both_ways(qtbot, player, transport):
    assert [transport.speed.itemText(i) for i in range(transport.speed.count())] == [
        "0.25×", "0.5×", "1×", "2×", "4×", "8×",
    ]  # fmt: skip
    player.speed = 4
    assert transport.speed.currentText() == "4×"
    qtbot.keyClick(transport.speed, Qt.Key.Key_Up)
    assert player.speed == 2
    press(qtbot, transport.loop)
    assert player.loop
    player.loop = False
    assert not transport.loop.isChecked()
    press(qtbot, transport.cycles)
    assert player.inner_cycles


def test_a_running_solve_tells_how_far_it_may_go(player, transport):
    begin_film(player, sudoku_trace().refinements[:1], 16)
    assert transport.where.text() == "Refinement 1 of 16 · the puzzle as given"


def test_another_view_counts_its_own_steps(player, transport):
    trace = sudoku_trace(second_view=True)
    player.show(trace.puzzle, trace)
    steps = len(trace.of_view(1))
    assert transport.where.text() == f"Refinement {steps} of {steps} · view 2: disguised puzzle (relabelled)"


def test_steps_are_called_cycles_while_inner_cycles_are_shown(qtbot, player, transport):
    show_film(player, sudoku_trace().film())
    press(qtbot, transport.cycles)
    assert transport.back.accessibleName() == "One cycle back"
    press(qtbot, transport.back)
    assert transport.where.text() == "Refinement 10 of 10, draft after cycle 2 of 3 · the puzzle as given"
    press(qtbot, transport.forward)
    assert not transport.forward.isEnabled()
    press(qtbot, transport.cycles)
    assert transport.back.accessibleName() == "One refinement back"
