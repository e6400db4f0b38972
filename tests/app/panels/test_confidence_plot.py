import csv
import io
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtWidgets import QApplication, QMenu

from app.exporting.plot_image import export_plot_png, export_plot_svg
from app.panels.confidence_plot import LEAST_BROKEN, ConfidencePlot
from app.panels.plot_marks import MARKER, MOST_MARKERS
from app.window.theme import DARK, LIGHT, apply_theme
from tests.films import begin_film, show_film
from tests.traces import sudoku_puzzle, sudoku_trace


@pytest.fixture
def plot(qtbot, player):
    plot = ConfidencePlot(player)
    qtbot.addWidget(plot)
    plot.resize(700, 300)
    plot.grab()  # lays it out
    return plot


def settle(qtbot, player, plot):
    qtbot.waitUntil(lambda: len(points(plot, "mean confidence")[1]) == len(player.film.refinements))
    plot.grab()


def points(plot, name):
    x, y = plot.curves[name].getOriginalDataset()
    return ([], []) if x is None else (list(x), list(y))


def on_plot(plot, x, y=0.5):
    scene = plot._box.mapViewToScene(QPointF(x, y))
    return plot._graphics.mapFromScene(scene)


def test_curves_hold_what_the_trace_recorded(qtbot, player, plot):
    # The givens, too, may be doubted; they must not count.
    film = [replace(r, confidence=np.where(sudoku_puzzle().free, r.confidence, 0.01)) for r in sudoku_trace().film()]
    show_film(player, film)
    settle(qtbot, player, plot)
    free = sudoku_puzzle().free
    minimum = [min(float(c) for c in r.confidence[free]) for r in film]
    assert minimum != [float(r.confidence.min()) for r in film]
    most = max(np.count_nonzero(r.violations) for r in film)
    assert most >= LEAST_BROKEN
    for name, values in (
        ("minimum confidence", minimum),
        ("rule violations", [np.count_nonzero(r.violations) / most for r in film]),
        ("mean confidence", [r.mean_confidence for r in film]),
        ("halting probability", [r.halt_probability for r in film]),
        ("latent change", [r.latent_change for r in film]),
    ):
        x, y = points(plot, name)
        assert name in plot.legend
        assert x == list(range(1, len(film) + 1))
        assert np.allclose(y, values)


def test_curves_differ_by_more_than_colour(plot):
    styles = {(c.opts["pen"].style(), c.opts["symbol"]) for c in plot.curves.values()}
    assert len(styles) == 5


def test_markers_thin_out_and_violations_have_an_axis_of_their_own(qtbot, player, plot):
    show_film(player, sudoku_trace(steps=16, solved=False).film())
    settle(qtbot, player, plot)
    assert plot.curves["mean confidence"].opts["symbolSize"] == MARKER
    show_film(player, sudoku_trace(steps=127, solved=False).film())
    settle(qtbot, player, plot)
    sizes = plot.curves["mean confidence"].opts["symbolSize"]
    assert 10 <= np.count_nonzero(np.asarray(sizes) == MARKER) <= MOST_MARKERS
    cells = plot._axes["cells"]
    broken = [np.count_nonzero(r.violations) for r in player.film.refinements]
    assert cells.scale == max(*broken, LEAST_BROKEN)
    assert cells.isVisible()
    plot.legend["rule violations"].click()
    assert not cells.isVisible()


def test_many_refinements_in_one_turn_are_one_redraw(qtbot, player, plot):
    redraws = []
    plot.curves["latent change"].sigPlotChanged.connect(lambda _: redraws.append(1))
    begin_film(player, sudoku_trace(solved=False).film())
    assert redraws == []
    settle(qtbot, player, plot)
    assert len(redraws) == 1


def test_a_gap_separates_the_views(qtbot, player, plot):
    trace = sudoku_trace(second_view=True)
    player.show(trace.puzzle, trace)
    settle(qtbot, player, plot)
    connect = plot.curves["mean confidence"].opts["connect"]
    first = len(trace.of_view(0))
    assert [i for i in range(len(connect) - 1) if not connect[i]] == [first - 1]


def test_the_cursor_follows_the_player_and_moves_it(qtbot, player, plot):
    show_film(player, sudoku_trace().film(), position=2)
    settle(qtbot, player, plot)
    assert plot._cursor.value() == 3
    qtbot.mouseClick(plot._graphics.viewport(), Qt.MouseButton.LeftButton, pos=on_plot(plot, 5.2))
    assert player.film.position == 4
    qtbot.waitUntil(lambda: plot._cursor.value() == 5)
    plot._cursor.setValue(7.4)
    plot._cursor.sigDragged.emit(plot._cursor)
    assert player.film.position == 6
    assert plot._cursor.value() == 7


def test_hovering_reads_out_another_refinement(qtbot, player, plot):
    show_film(player, sudoku_trace().film(), position=8)
    settle(qtbot, player, plot)
    entry = plot.legend["latent change"]
    assert entry.words.endswith(f"{player.film.refinements[8].latent_change:.3g}")
    plot._mouse_moved(plot._box.mapViewToScene(QPointF(2.1, 0.5)))
    assert entry.words.endswith(f"{player.film.refinements[1].latent_change:.3g}")
    assert plot._where.text() == "Refinement 2"
    plot._mouse_moved(QPointF(-5, -5))
    assert plot._where.text() == "Refinement 9"


def test_at_the_puzzle_there_is_nothing_to_read_out(player, plot):
    show_film(player, sudoku_trace().film(), position=-1)
    assert plot.legend["mean confidence"].words == "Mean"


def test_a_latent_that_stands_still_has_a_place_on_the_axis(qtbot, player, plot):
    still = replace(sudoku_trace().refinements[0], latent_change=0.0)
    show_film(player, [still, still])
    settle(qtbot, player, plot)
    assert np.isfinite(plot.curves["latent change"].getData()[1]).all()


def test_dark_and_light_differ(qtbot, qapp, player, plot):
    show_film(player, sudoku_trace().film())
    settle(qtbot, player, plot)
    try:
        apply_theme(qapp, "dark")
        assert plot.curves["mean confidence"].opts["pen"].color().name() == DARK.plot_mean
        apply_theme(qapp, "light")
        assert plot.curves["mean confidence"].opts["pen"].color().name() == LIGHT.plot_mean
    finally:
        apply_theme(qapp, "system")
        qapp.setStyleSheet("")


def test_the_csv_holds_the_plotted_numbers(player, plot):
    trace = sudoku_trace(second_view=True)
    player.show(trace.puzzle, trace)
    rows = list(csv.DictReader(io.StringIO(plot.to_csv())))
    assert len(rows) == len(player.film.refinements)
    for row, refinement in zip(rows, player.film.refinements, strict=True):
        assert float(row["mean_confidence"]) == pytest.approx(refinement.mean_confidence, rel=1e-5)
        assert row["view_words"] == str(trace.views[refinement.view])
        assert int(row["changed_cells"]) == refinement.changed.sum()
    assert [row["accepted"] for row in rows].count("true") == 1


def test_a_legend_entry_switches_its_curve_by_mouse_and_by_keyboard(qtbot, player, plot):
    show_film(player, sudoku_trace().film())
    settle(qtbot, player, plot)
    plot.show()
    told = []
    plot.hiddenCurvesChanged.connect(told.append)
    entry = plot.legend["latent change"]
    qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert not plot.curves["latent change"].isVisible()
    assert not plot._axes["right"].isVisible()
    assert plot.curves["mean confidence"].isVisible()
    assert told == [("latent change",)]
    qtbot.keyClick(entry, Qt.Key.Key_Space)
    assert plot.curves["latent change"].isVisible()
    assert plot._axes["right"].isVisible()
    assert told[-1] == ()


def test_a_hidden_curve_is_not_painted(qtbot, player, plot):
    show_film(player, sudoku_trace().film())
    settle(qtbot, player, plot)
    colour = LIGHT.plot_mean

    def painted():
        image = plot._graphics.grab().toImage()
        return sum(image.pixelColor(x, y).name() == colour for x in range(image.width()) for y in range(image.height()))

    assert painted() > 0
    plot.hide_curves(["mean confidence"])
    assert painted() == 0


@pytest.mark.qt_log_ignore("This plugin does not support")  # raising and grabbing, as menus do
def test_the_context_menu_switches_curves_and_offers_exports(qtbot, player, plot):
    show_film(player, sudoku_trace().film(), position=2)
    settle(qtbot, player, plot)
    plot.show()
    wanted = []
    plot.exportWanted.connect(wanted.append)
    at = plot._graphics.viewport().mapTo(plot, on_plot(plot, 5))
    QApplication.sendEvent(
        plot._graphics.viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, on_plot(plot, 5), plot.mapToGlobal(at)),
    )
    menu = plot.findChild(QMenu)
    assert menu is not None
    actions = {action.text(): action for action in menu.actions()}
    actions["The model's own estimate"].trigger()
    assert plot.hidden_curves == ("halting probability",)
    for action in menu.actions()[-3:]:
        action.trigger()
    assert wanted == [".png", ".svg", ".csv"]
    menu.close()
    qtbot.mouseClick(plot._graphics.viewport(), Qt.MouseButton.RightButton, pos=on_plot(plot, 5))
    assert player.film.position == 2, "a right click must not move the playhead"


@pytest.mark.parametrize("width", [240, 420, 700, 1100])
def test_the_whole_legend_has_room_at_any_width(qtbot, player, plot, width):
    plot.resize(width, 300)
    plot.show()
    plot.grab()
    for entry in plot.legend.values():
        assert entry.geometry().right() < width
        others = [other for other in plot.legend.values() if other is not entry]
        assert not any(other.geometry().intersects(entry.geometry()) for other in others)


def test_its_picture_is_vectors_of_one_size_and_leaves_the_panel_as_it_was(qtbot, player, plot, tmp_path):
    show_film(player, sudoku_trace().film(), position=4)
    settle(qtbot, player, plot)
    before = plot.grab().toImage()
    picture = plot.picture()
    assert plot.size().width() == 700
    assert plot.grab().toImage() == before
    export_plot_svg(tmp_path / "plot.svg", picture, LIGHT)
    svg = (tmp_path / "plot.svg").read_text()
    assert "<image" not in svg
    assert LIGHT.plot_mean in svg
    assert 'viewBox="0 0 960 480"' in svg
    assert "matrix(0.75" not in svg, "scaled by the resolution of another device"
    plot.hide_curves(["mean confidence"])
    export_plot_svg(tmp_path / "plot.svg", plot.picture(), LIGHT)
    assert LIGHT.plot_mean not in (tmp_path / "plot.svg").read_text()
    export_plot_png(tmp_path / "plot.png", picture, LIGHT)
    image = QImage(str(tmp_path / "plot.png"))
    assert (image.width(), image.height()) == (1920, 960)
