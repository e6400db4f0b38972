"""In a narrow window with large text all panels stand in one column, until there is room for their usual places."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from app.window.docks import in_front
from app.window.settings import Settings
from app.window.theme import apply_font_scale
from tests.app.windows import open_window
from tests.looks.states import arc, fitting, maze, solved, stopped, voted
from tests.traces import sudoku_puzzle

Area = Qt.DockWidgetArea
SMALL = (800, 600)
LEAST_BOARD = 240
LEAST_LINES = 5
"""Of *What happens* that are to be seen."""


@pytest.fixture(params=[150, 200])
def window(request, qtbot, qapp, tmp_path):
    apply_font_scale(qapp, request.param)
    yield open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())
    apply_font_scale(qapp, 100)


def settle():
    for _ in range(6):
        QApplication.processEvents()


def resize(window, size):
    window.resize(*size)
    settle()


def test_large_text_leaves_room_for_the_board_and_for_words(window):
    for state in (solved, maze, arc):
        state(window)
        resize(window, SMALL)
        assert (window.width(), window.height()) == SMALL, state
        view = window.board_view
        assert min(view.width(), view.height()) >= LEAST_BOARD, state
        assert not view.verticalScrollBar().isVisible(), state
        words = window.docks.words.widget()
        assert in_front(window.docks.words), state
        assert words.viewport().height() // window.fontMetrics().lineSpacing() >= LEAST_LINES, state


def test_panels_return_to_their_places(window):
    docks = window.docks
    roomy = (2200, 1300)
    resize(window, roomy)
    solved(window)
    settle()
    places = [window.dockWidgetArea(dock) for dock in docks.all]
    before = docks.playback.height(), docks.words.width(), docks.puzzles.width()
    resize(window, SMALL)
    assert {window.dockWidgetArea(dock) for dock in docks.all} == {Area.RightDockWidgetArea}
    resize(window, roomy)
    assert [window.dockWidgetArea(dock) for dock in docks.all] == places
    after = docks.playback.height(), docks.words.width(), docks.puzzles.width()
    assert all(abs(now - then) <= 2 for now, then in zip(after, before, strict=True))
    assert docks.loop.isVisible()


def test_a_start_in_a_narrow_window_remembers_the_usual_places(qtbot, window):
    resize(window, SMALL)
    window.close()
    again = open_window(qtbot, window.settings, sudoku_puzzle())
    assert again.width() <= SMALL[0]
    assert again.dockWidgetArea(again.docks.playback) == Area.RightDockWidgetArea
    resize(again, (2200, 1300))
    assert again.dockWidgetArea(again.docks.playback) == Area.BottomDockWidgetArea


@pytest.mark.parametrize("state", [fitting, stopped, voted])
def test_the_panel_of_the_fit_folds_instead_of_scrolling(window, state):
    resize(window, SMALL)
    arc(window)
    settle()
    state(window)
    window.docks.adapting.raise_()
    settle()
    area = window.docks.adapting.widget()
    assert isinstance(area, QScrollArea)
    assert in_front(window.docks.adapting)
    assert not area.verticalScrollBar().isVisible()
    assert not area.horizontalScrollBar().isVisible()


def test_the_tour_floats_beside_what_it_is_about(qtbot, window):
    resize(window, SMALL)
    board = window.board_view.height()
    window.tour.start()
    settle()
    assert window.board_view.height() == board
    card = window.tour.geometry()
    assert window.rect().contains(card)
    for number, stop in enumerate(window.tour.stops[:1]):
        assert window.tour.at == number
        target = stop.target()
        spot = target.mapTo(window, target.rect().center())
        assert not card.contains(spot), stop.title
    resize(window, (2200, 1300))
    assert window.column.indexOf(window.tour) == 0
    window.tour.end()
