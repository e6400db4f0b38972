"""The pages of the Help menu."""

import pytest
from PySide6.QtWidgets import QTabWidget, QTextBrowser, QWidget

from app.panels.plot_parts import CURVES, curve_words
from app.window.allowing import USUAL
from app.window.help import model_cards, show_about, what_am_i_seeing
from app.window.settings import Settings
from solver.reasoning.budget import STEPS_PER_ATTEMPT
from tests.app.windows import open_window
from tests.traces import sudoku_puzzle


def test_every_tab_about_ponder_is_in_sight(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    show_about(parent)
    (tabs,) = parent.findChildren(QTabWidget)
    bar = tabs.tabBar()
    qtbot.waitUntil(bar.isVisible)
    titles = [bar.tabText(number) for number in range(bar.count())]
    assert {"Ponder", "Sudoku", "Maze", "ARC"} <= set(titles)
    for number in range(bar.count()):
        assert bar.rect().contains(bar.tabRect(number))
    tabs.window().close()


def test_cards_of_one_kind_have_names_of_their_own():
    names = [name for name, _ in model_cards()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("curve", CURVES, ids=lambda curve: curve.name)
def test_help_calls_the_curves_as_the_plot_does(curve):
    page = " ".join(what_am_i_seeing().split()).lower()
    name, short = (words.split(" ‖")[0].lower() for words in curve_words(curve.name))
    assert name in page
    assert short in page


def test_help_says_what_keep_thinking_and_more_views_do(qtbot, tmp_path):
    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())
    window.actions_.what.trigger()
    page = " ".join(window.findChildren(QTextBrowser)[-1].toPlainText().split())
    assert "Keep Thinking runs the same number of refinements again in every view." in page
    # As the solver does it, whose number may change.
    assert f"memory is cleared after every {STEPS_PER_ATTEMPT['sudoku']} refinements of a view" in page
    assert "Try More Views does the same, and then tries the same number of new views." in page
    for action in (window.actions_.keep_thinking, window.actions_.more_views):
        assert action.property(USUAL).startswith("Run the same number of refinements again")
