"""What happens and the cell inspector share their side so that both can be read in the window's usual size."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from app.window.settings import Settings
from app.window.theme import apply_theme
from app.words.language import install_language
from solver.trace.influence import Evidence, Influence
from tests.app.windows import open_window
from tests.looks.states import STATES
from tests.traces import sudoku_puzzle, sudoku_trace

COMMON = ("empty", "solved", "failed", "contradictory", "unsolvable", "maze", "arc", "fitting", "voted", "solving")


@pytest.fixture
def settings(qapp, tmp_path):
    apply_theme(qapp, "light")
    return Settings(tmp_path / "ponder.ini")


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def bars(window) -> tuple[bool, bool]:
    """Whether What happens and the inspector have a scroll bar."""
    docks = window.docks
    return tuple(dock.widget().verticalScrollBar().isVisible() for dock in (docks.words, docks.cell))


@pytest.mark.parametrize("language", ["en", "de"])
def test_neither_has_a_scroll_bar_in_any_common_state(qtbot, qapp, settings, language):
    translators = install_language(qapp, language)
    try:
        window = open_window(qtbot, settings, sudoku_puzzle())
        window.resize(1240, 880)
        for name in COMMON:
            STATES[name](window)
            for cell in (None, (0, 2)):
                window.board.select(cell)
                settle()
                assert bars(window) == (False, False), (name, cell)
        window.solver.abandon()
        window.solving.stop()
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)


@pytest.mark.parametrize("size", [(800, 600), (1240, 880), (2560, 1440)])
def test_without_a_cell_the_inspector_is_never_cut(qtbot, qapp, settings, size):
    translators = install_language(qapp, "de")
    try:
        window = open_window(qtbot, settings, sudoku_puzzle())
        window.resize(800, 600)
        settle()
        window.resize(*size)
        settle()
        button = window.docks.influence.button
        assert button.visibleRegion().boundingRect() == button.rect()
        # In the smallest window, what happens keeps three lines, for which the margin below the button scrolls.
        assert size == (800, 600) or not bars(window)[1]
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)


def test_no_refinement_of_a_solve_needs_one(qtbot, settings):
    window = open_window(qtbot, settings, sudoku_puzzle())
    window.resize(1240, 880)
    window.document.record(sudoku_trace(steps=18, second_view=True), "Solve")
    window.player.go_last()
    settle()
    while window.player.film.position >= 0:
        assert bars(window) == (False, False), window.player.film.position
        window.actions_.step_back.trigger()
        settle()


def test_an_answer_why_is_seen_without_scrolling(qtbot, settings):
    window = open_window(qtbot, settings, sudoku_puzzle())
    window.resize(1240, 880)
    window.document.record(sudoku_trace(), "Solve")
    window.player.go_last()
    window.board.select((0, 2))
    settle()
    before = window.docks.words.height()
    view, asked = window.docks.influence, []
    window.solver.ask = asked.append
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(asked))
    cells = ((0, 6), (1, 3), (3, 0))
    evidence = tuple(Evidence(cell, 0.31, 4) for cell in cells)
    step = window.document.trace.refinements[-1].step
    found = Influence((0, 2), 0, step, 2, 2, 0.77, np.zeros((9, 9)), evidence, cells, 4)
    window.solver.answered.emit(asked[0], found)
    settle()
    assert view.words.text()
    assert view.button.visibleRegion().boundingRect() == view.button.rect()
    assert view.words.visibleRegion().boundingRect() == view.words.rect()
    assert bars(window)[1] is False
    assert window.docks.words.height() <= before
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    settle()
    assert window.docks.words.height() == before


def test_a_border_that_a_person_moved_stays(qtbot, settings):
    window = open_window(qtbot, settings, sudoku_puzzle())
    window.resize(1240, 880)
    window.document.record(sudoku_trace(), "Solve")
    window.player.go_last()
    settle()
    docks = window.docks
    border = QPoint(docks.cell.geometry().center().x(), docks.words.y() - 2)
    before = docks.cell.height()
    qtbot.mousePress(window, Qt.MouseButton.LeftButton, pos=border)
    for way in (20, 40, 60):
        qtbot.mouseMove(window, border + QPoint(0, way))
        settle()
    qtbot.mouseRelease(window, Qt.MouseButton.LeftButton, pos=border + QPoint(0, 60))
    settle()
    moved = docks.cell.height()
    assert moved > before + 20
    assert settings.right_side_moved
    window.board.select((0, 2))
    settle()
    assert abs(docks.cell.height() - moved) <= 2


def test_what_is_wrong_with_a_cell_is_read_whole_in_the_smallest_window(qtbot, settings):
    window = open_window(qtbot, settings, sudoku_puzzle())
    window.resize(800, 600)
    for state in ("many steps", "contradictory"):
        STATES[state](window)
        settle()
    words = window.docks.inspector.words
    assert "9 twice" in words.text()
    assert words.visibleRegion().boundingRect() == words.rect()
