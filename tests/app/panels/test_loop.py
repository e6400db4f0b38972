"""The picture of the recursion says what is going on, in step with the film."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from app.panels.loop import LoopPanel
from app.panels.loop_drawing import lay_out
from app.words.loop import formula
from solver.trace import Anatomy, Trace
from tests.arc_tasks import arc_trace
from tests.films import show_film
from tests.traces import maze_trace, sudoku_trace


@pytest.fixture
def panel(qtbot, player):
    panel = LoopPanel(player)
    qtbot.addWidget(panel)
    panel.resize(270, 440)
    panel.show()
    return panel


def colours(panel, part):
    """The colours of one small board."""
    area = panel.layout_of(QRectF(panel.rect())).boards[part].toRect()
    image = panel.grab().toImage().copy(area)
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_before_a_solve_nothing_is_lit(panel, player):
    trace = sudoku_trace()
    player.show(trace.puzzle)
    assert panel.loop.update == ""
    assert "Press Solve" in panel.accessibleDescription()


def test_paused_it_shows_the_update_that_made_the_answer(panel, player):
    show_film(player, sudoku_trace().film())
    assert (panel.loop.update, panel.loop.phase) == ("y", None)
    assert panel.accessibleDescription() == "Rewriting the answer: y ← net(y, z)"
    assert not panel._timer.isActive()


def test_while_a_film_plays_the_memory_is_updated_n_times_and_then_the_answer(qtbot, panel, player, monkeypatch):
    trace = sudoku_trace()
    trace.anatomy = Anatomy(46_321, 6)
    player.show(trace.puzzle, trace)
    player.go_to(2)
    player.play()
    assert panel._timer.isActive()
    seen = []
    for progress in (0.0, 0.3, 0.6, 0.7, 0.99):
        monkeypatch.setattr(type(player), "progress", progress)
        seen.append((panel.loop.update, panel.loop.lap))
    assert seen == [("z", 1), ("z", 3), ("z", 6), ("y", 0), ("y", 0)]
    player.pause()
    assert not panel._timer.isActive()


def test_while_the_next_refinement_is_computed_it_thinks(panel, player):
    trace = sudoku_trace()
    player.paced = True
    player.begin(Trace(trace.puzzle, "made-up"))
    assert panel.loop.update == "z"
    player.pause()


def test_pictures_that_stay_too_short_to_see_do_not_flicker(qtbot, panel, player):
    show_film(player, sudoku_trace().film() * 20)
    player.go_to(2)
    player.play()
    qtbot.waitUntil(lambda: not panel._timer.isActive())
    assert player.playing
    assert panel.loop.phase is None
    player.pause()


@pytest.mark.parametrize("trace", [sudoku_trace(), maze_trace(), arc_trace()], ids=["sudoku", "maze", "arc"])
def test_each_board_is_painted_for_each_kind(panel, player, trace):
    player.show(trace.puzzle, trace)
    before = panel.grab().toImage()
    assert len(colours(panel, "x")) > 2
    player.go_to(-1)
    assert panel.grab().toImage() != before


def test_the_memory_is_painted_where_it_moved_and_not_where_that_is_unknown(panel, player):
    trace = sudoku_trace()
    show_film(player, trace.film(), 2)
    assert any(QColor(name).hsvSaturation() > 60 for name in colours(panel, "z"))
    player.go_to(-1)
    # Nothing but the board and its frame, which are both grey.
    assert all(QColor(name).hsvSaturation() < 30 for name in colours(panel, "z"))


def test_pointing_gives_the_papers_symbols(panel, player):
    trace = sudoku_trace()
    trace.anatomy = Anatomy(46_321, 6)
    player.show(trace.puzzle, trace)
    layout = panel.layout_of(QRectF(panel.rect()))
    assert "‖Δz‖/‖z‖" in panel.tip_at(layout.boards["z"].center())
    assert "46,321 parameters" in panel.tip_at(layout.boxes["net"].center())
    assert panel.tip_at(QPointF(0, 0)) == ""


def test_two_networks_have_a_box_and_a_formula_each(panel, player):
    trace = sudoku_trace()
    trace.anatomy = Anatomy(networks=2)
    player.show(trace.puzzle, trace)
    layout = panel.layout_of(QRectF(panel.rect()))
    assert set(layout.boxes) == {"L", "H"}
    assert not layout.boxes["L"].intersects(layout.boxes["H"])
    assert panel.accessibleDescription().endswith("y ← H(y, z)")
    assert formula("z", 2) == "z ← L(z, y + x)"
    assert not panel.grab().isNull()


@pytest.mark.parametrize("size", [(180, 150), (270, 440), (520, 200), (300, 300), (1200, 700)])
def test_nothing_overlaps_and_all_is_inside_at_any_size(size):
    area = QRectF(0, 0, *size)
    layout = lay_out(area)
    places = [*layout.boards.values(), *layout.boxes.values(), layout.caption]
    for number, place in enumerate(places):
        assert area.adjusted(-1, -1, 1, 1).contains(place), place
        assert not any(place.intersects(other) for other in places[number + 1 :])
