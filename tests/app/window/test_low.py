"""In a low window the panels below the board are tabs of one place; each has its own again once there is room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.documents.entry import Entry
from app.window.docks import in_front
from app.window.settings import Settings
from app.window.theme import apply_font_scale
from tests.app.windows import open_window
from tests.arc_tasks import arc_puzzle
from tests.looks.states import solved
from tests.traces import sudoku_puzzle

LEAST_CURVES = 3.5
"""Heights of a line that the curves of a plot need to be told from one another."""


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "ponder.ini")


def settle():
    for _ in range(4):
        QApplication.processEvents()


def resize(window, width, height):
    window.resize(width, height)
    settle()


def beside(window):
    docks = window.docks
    return docks.plot not in window.tabifiedDockWidgets(docks.playback)


def curves(window):
    return window.docks.confidence._box.height() / window.fontMetrics().height()


def test_panels_below_are_gathered_in_a_low_window_and_spread_in_a_high_one(qtbot, settings):
    window = open_window(qtbot, settings, sudoku_puzzle())
    docks = window.docks
    resize(window, 1240, 880)
    assert beside(window)
    assert docks.plot.titleBarWidget() is None
    resize(window, 800, 600)
    assert not beside(window)
    assert in_front(docks.playback), "it is in front"
    assert docks.plot.titleBarWidget() is not None, "its tab names it"
    resize(window, 1240, 880)
    assert beside(window)
    assert docks.plot.titleBarWidget() is None
    assert docks.fan in window.tabifiedDockWidgets(docks.plot)
    assert docks.playback.isVisible()
    assert docks.plot.width() > docks.playback.width()


def test_playback_shows_all_of_its_controls_in_the_smallest_window(qtbot, settings):
    window = open_window(qtbot, settings, sudoku_puzzle())
    solved(window)
    resize(window, 800, 600)
    transport = window.docks.transport
    for widget in (transport.first, transport.last, transport.cycles, window.docks.timeline, transport.where):
        assert widget.visibleRegion().boundingRect() == widget.rect(), widget


@pytest.mark.parametrize(("text", "size"), [(100, (800, 600)), (200, (1240, 880)), (200, (1366, 768))])
def test_the_plot_is_no_strip(qtbot, qapp, settings, text, size):
    apply_font_scale(qapp, text)
    try:
        window = open_window(qtbot, settings, sudoku_puzzle())
        solved(window)
        resize(window, *size)
        window.docks.plot.raise_()
        settle()
        assert (window.width(), window.height()) == size
        assert curves(window) >= LEAST_CURVES
    finally:
        apply_font_scale(qapp, 100)


def test_another_start_in_a_high_window_spreads_what_a_low_one_gathered(qtbot, settings):
    window = open_window(qtbot, settings, sudoku_puzzle())
    resize(window, 800, 600)
    assert not beside(window)
    window.close()
    again = open_window(qtbot, settings, sudoku_puzzle())
    assert not beside(again)
    resize(again, 1240, 880)
    assert beside(again)


def test_a_panel_that_a_person_moved_stays_where_it_is(qtbot, settings):
    window = open_window(qtbot, settings, sudoku_puzzle())
    resize(window, 1240, 880)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, window.docks.plot)
    settle()
    for size in ((800, 600), (1240, 880)):
        resize(window, *size)
        assert window.dockWidgetArea(window.docks.plot) == Qt.DockWidgetArea.RightDockWidgetArea


def test_fitting_comes_to_the_front_with_a_task_and_playback_when_it_goes(qtbot, settings):
    window = open_window(qtbot, settings, sudoku_puzzle())
    docks = window.docks
    resize(window, 800, 600)
    document = window.document
    before = document.content
    document.replace((Entry("Task", arc_puzzle()),))
    settle()
    assert in_front(docks.adapting)
    document.replace((Entry("Sudoku", before),))
    settle()
    assert docks.adapting.isHidden()
    assert in_front(docks.playback)
