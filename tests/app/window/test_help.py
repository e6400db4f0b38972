"""The pages of the Help menu."""

import pytest
from PySide6.QtWidgets import QTabWidget, QWidget

from app.panels.plot_parts import CURVES, curve_words
from app.window.help import model_cards, show_about, what_am_i_seeing


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
