"""Choosing and importing checkpoints in the real preferences, with the real worker."""

import shutil
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QTabWidget, QTextBrowser

from app.documents.entry import Entry
from app.solving.worker import Import
from app.window.checkpoints import imported_home, kept_checkpoints
from app.window.preferences import Preferences
from app.window.settings import Settings
from solver.caches import adapted_folder
from solver.model import importing
from solver.model.bundled import bundled_checkpoints, bundled_networks
from solver.model.checkpoint import load_checkpoint, save_checkpoint
from solver.reasoning.adapted_cache import file_name
from tests.app.windows import open_window
from tests.arc_tasks import arc_puzzle
from tests.solver.model.networks import random_network
from tests.solver.model.published_cases import write_case
from tests.traces import maze_puzzle, sudoku_puzzle

SECONDS = 60_000


@pytest.fixture
def window(qtbot, tmp_path):
    return open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())


@pytest.fixture
def own(tmp_path):
    """A copy of the bundled Sudoku network under another name."""
    shutil.copytree(bundled_checkpoints()["sudoku"], tmp_path / "mine")
    return tmp_path / "mine"


@pytest.fixture
def published(tmp_path):
    """A network for mazes in the published layout."""
    return write_case(tmp_path, "maze_att") / "step_100"


def open_page(window):
    window.actions_.preferences.trigger()
    dialog = window.findChild(Preferences)
    dialog.tabs.setCurrentWidget(dialog.checkpoints)
    return dialog, dialog.checkpoints


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def bring_in(qtbot, page, file):
    click(qtbot, page.bring)
    dialog = page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.done(0)


def imported(qtbot, page, file):
    bring_in(qtbot, page, file)
    qtbot.waitUntil(lambda: page.bring.isEnabled(), timeout=SECONDS)


def solve(qtbot, window):
    window.actions_.solve.trigger()
    qtbot.waitUntil(lambda: not window.solving.running, timeout=SECONDS)


def test_an_imported_checkpoint_is_chosen_solves_and_is_recorded(qtbot, window, own):
    dialog, page = open_page(window)
    # Beside each there is the choice to leave it to Ponder.
    assert page.choices["sudoku"].count() == len(bundled_networks()["sudoku"]) + 1
    imported(qtbot, page, own / "model.safetensors")
    assert page.choices["sudoku"].currentText() == "mine"
    assert "46321" in page.news.text().replace(",", "")
    assert "another kind" not in page.news.text()
    dialog.accept()
    solve(qtbot, window)
    assert window.document.trace.verified
    assert window.document.trace.checkpoint.startswith("mine (")
    _, page = open_page(window)
    assert page.choices["sudoku"].currentText() == "mine"
    page.choices["sudoku"].setCurrentIndex(0)
    page.window().accept()
    solve(qtbot, window)
    assert window.document.trace.checkpoint.startswith(bundled_checkpoints()["sudoku"].name + " (")


def test_every_bundled_network_can_be_chosen_and_the_trace_names_it(qtbot, window):
    dialog, page = open_page(window)
    deep = next(folder for folder in bundled_networks()["sudoku"] if folder.name == "sudoku-deep")
    page.choices["sudoku"].setCurrentText(f"Deep: {deep.name} (comes with Ponder)")
    assert page.choices["sudoku"].currentData() == deep
    dialog.accept()
    solve(qtbot, window)
    assert window.document.trace.verified
    assert window.document.trace.checkpoint.startswith(f"{deep.name} (")


def test_a_choice_that_is_not_accepted_does_not_count(qtbot, window, own):
    dialog, page = open_page(window)
    imported(qtbot, page, own)
    dialog.reject()
    assert window.settings.checkpoint("sudoku") is None
    assert [kept.name for kept in kept_checkpoints(imported_home()) if not kept.bundled] == ["mine"]


def test_one_for_another_kind_is_imported_with_a_warning(qtbot, window, published):
    dialog, page = open_page(window)
    imported(qtbot, page, published)
    assert "another kind (Sudoku)" in page.news.text()
    assert page.choices["sudoku"].currentIndex() == 0
    assert page.choices["maze"].currentText() == "maze_att step_100"
    dialog.accept()
    solve(qtbot, window)
    assert window.document.trace.checkpoint.startswith(bundled_checkpoints()["sudoku"].name)


def test_the_cards_of_both_networks_are_shown_where_both_are_used(qtbot, window):
    _, page = open_page(window)
    assert page.choices["sudoku"].currentData() is None
    click(qtbot, page.cards["sudoku"])
    card = next(d for d in page.findChildren(QDialog) if d.isVisible())
    tabs = card.findChild(QTabWidget)
    assert [tabs.tabText(index) for index in range(tabs.count())] == ["Swift: sudoku", "Deep: sudoku-deep"]
    said = [tabs.widget(index).toPlainText() for index in range(tabs.count())]
    assert said[0] != said[1]
    assert "129,313" in said[1]
    card.reject()


def test_the_card_of_what_is_chosen_is_shown(qtbot, window, published):
    _, page = open_page(window)
    imported(qtbot, page, published)
    for index, words in ((0, "59,329"), (1, "imported from step_100")):
        page.choices["maze"].setCurrentIndex(index)
        click(qtbot, page.cards["maze"])
        card = next(d for d in page.findChildren(QDialog) if d.isVisible())
        assert words in card.findChild(QTextBrowser).toPlainText()
        card.reject()
        qtbot.waitUntil(lambda: not page.findChildren(QDialog))


def test_a_bad_file_is_told_and_nothing_is_lost(qtbot, window, published, tmp_path):
    bad = tmp_path / "step_1"
    bad.write_bytes(b"no checkpoint")
    shutil.copy(published.with_name("all_config.yaml"), tmp_path)
    _, page = open_page(window)
    imported(qtbot, page, bad)
    assert page.messages.sentence.text() == "step_1 is damaged, or holds more than tensors."
    assert list(imported_home().iterdir()) == []
    assert page.choices["maze"].count() == 1
    solve_after = window.document.content
    page.window().reject()
    assert window.document.content is solve_after


@pytest.fixture
def held(monkeypatch):
    """Holds each import, which is all but whole, from `begun` until `go_on`."""
    begun, go_on = threading.Event(), threading.Event()
    settle = importing._settle

    def wait_and_settle(*arguments):
        begun.set()
        assert go_on.wait(10)
        return settle(*arguments)

    monkeypatch.setattr(importing, "_settle", wait_and_settle)
    return begun, go_on


def let_the_import_end(qtbot, window, go_on):
    """The worker is asked for something else behind it, so that the import has ended for sure."""
    go_on.set()
    with qtbot.waitSignal(window.solver.warmed, timeout=SECONDS):
        window.solver.warm("cpu", None)


def test_an_import_is_cancelled_at_once(qtbot, window, own, held):
    begun, go_on = held
    _, page = open_page(window)
    bring_in(qtbot, page, own)
    qtbot.waitUntil(begun.is_set, timeout=SECONDS)
    assert page.cancel.isVisible()
    click(qtbot, page.cancel)
    assert page.bring.isEnabled()
    assert not page.bar.isVisible()
    assert "cancelled" in page.news.text()
    let_the_import_end(qtbot, window, go_on)
    assert list(imported_home().iterdir()) == []
    # Beside each there is the choice to leave it to Ponder.
    assert page.choices["sudoku"].count() == len(bundled_networks()["sudoku"]) + 1


def test_cancelled_too_late_it_stays_and_is_told(qtbot, window, own, monkeypatch):
    settle = Import.settle
    whole = threading.Event()
    monkeypatch.setattr(Import, "settle", lambda job: (settle(job), whole.set())[0])
    _, page = open_page(window)
    bring_in(qtbot, page, own)
    assert whole.wait(60)
    click(qtbot, page.cancel)
    qtbot.waitUntil(lambda: page.bring.isEnabled(), timeout=SECONDS)
    assert "mine was imported" in page.news.text()
    assert page.choices["sudoku"].currentText() == "mine"


def test_closing_the_preferences_ends_the_import(qtbot, window, own, held):
    begun, go_on = held
    dialog, page = open_page(window)
    bring_in(qtbot, page, own)
    qtbot.waitUntil(begun.is_set, timeout=SECONDS)
    dialog.reject()
    let_the_import_end(qtbot, window, go_on)
    assert list(imported_home().iterdir()) == []


def test_a_chosen_checkpoint_that_is_gone_is_told_and_not_replaced(qtbot, window, own):
    window.settings.set_checkpoint("sudoku", own)
    shutil.rmtree(own)
    solve(qtbot, window)
    assert "no longer there" in window.messages.sentence.text()
    assert window.document.trace is None
    _, page = open_page(window)
    assert "no longer there" in page.choices["sudoku"].currentText()


def test_a_checkpoint_of_another_kind_never_answers(qtbot, window):
    window.settings.set_checkpoint("sudoku", bundled_checkpoints()["maze"])
    solve(qtbot, window)
    assert "maze solves mazes only" in window.messages.sentence.text()
    assert window.document.trace is None


def test_an_arc_task_is_fitted_to_from_the_chosen_checkpoint_and_no_other(qtbot, window, tmp_path):
    settings = window.settings
    settings.arc_seconds = 1
    window.document.replace([Entry("recolour", arc_puzzle())])
    home = tmp_path / "base"
    config = load_checkpoint(bundled_checkpoints()["arc"]).config
    save_checkpoint(random_network(config, seed=7), home, "")
    settings.set_checkpoint("arc", home)
    solve(qtbot, window)
    (file,) = adapted_folder().iterdir()
    assert file.name == file_name(arc_puzzle().task, load_checkpoint(home).fingerprint)
    save_checkpoint(random_network(replace(config, num_puzzle_identifiers=2 * config.num_views)), home, "")
    solve(qtbot, window)
    assert "base is not a base for fitting" in window.messages.sentence.text()
    settings.set_checkpoint("arc", bundled_checkpoints()["sudoku"])
    solve(qtbot, window)
    assert "sudoku is not a base for fitting" in window.messages.sentence.text()
    shutil.rmtree(home)
    settings.set_checkpoint("arc", home)
    solve(qtbot, window)
    assert "base is no longer there" in window.messages.sentence.text()
    assert [each.name for each in adapted_folder().iterdir()] == [file.name]


def test_solve_many_goes_by_the_choice(qtbot, tmp_path, own):
    settings = Settings(tmp_path / "ponder.ini")
    settings.set_checkpoint("sudoku", own)
    (own / "model.safetensors").write_bytes(b"")
    window = open_window(qtbot, settings, maze_puzzle())
    path = tmp_path / "list.sdm"
    path.write_text("".join(sudoku_puzzle().format_answer(sudoku_puzzle().grid) + "\n" for _ in range(2)))
    window.actions_.solve_many.trigger()
    window.batch.solve_path(path)
    qtbot.waitUntil(lambda: window.batch.run.total and window.batch.run.state == "idle", timeout=SECONDS)
    assert ["model.safetensors is damaged" in each.problem for each in window.batch.model.results] == [True, True]
