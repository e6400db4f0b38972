"""The real batch window with the real network: through its buttons, and by double click."""

import csv
import json
import shutil

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog

from app.batch.result import results_csv
from app.window.settings import Settings
from solver.formats.maze_text import write_mazes
from solver.model.bundled import bundled_checkpoints
from solver.puzzles.sudoku.generator import generate
from tests.app.windows import choose_swift, open_window
from tests.arc_tasks import TASK
from tests.traces import MAZE, closed_maze, hopeless_sudoku, maze_puzzle, sudoku_puzzle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SECONDS = 60_000


@pytest.fixture
def window(qtbot, tmp_path):
    settings = Settings(tmp_path / "ponder.ini")
    settings.steps, settings.views = 16, 2
    choose_swift(settings)
    return open_window(qtbot, settings, sudoku_puzzle())


@pytest.fixture
def batch(window):
    window.actions_.solve_many.trigger()
    return window.batch


@pytest.fixture
def puzzles(tmp_path):
    path = tmp_path / "easy.sdm"
    path.write_text("".join(p.format_answer(p.grid) + "\n" for p in generate(12, 5, "easy")))
    return path


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(window, path):
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.done(0)


def ended(batch):
    return batch.run.total and batch.run.state == "idle"


def test_a_list_is_solved_sorted_opened_and_exported(qtbot, window, batch, puzzles, tmp_path):
    assert not batch.cancel.isEnabled()
    assert not batch.save.isEnabled()
    click(qtbot, batch.file)
    choose(batch, puzzles)
    qtbot.waitUntil(lambda: ended(batch), timeout=SECONDS)
    results = batch.model.results
    assert [r.number for r in results] == list(range(1, 13))
    for result in results:
        assert result.verified is True
        assert (result.steps or 0) >= 1
    qtbot.waitUntil(lambda: "12 of 12 solved." in batch.words.text())
    assert batch.bar.value() == batch.bar.maximum() == 12

    header = batch.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(8) + 10, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    seconds = [r.seconds for r in batch.model.results]
    assert seconds in (sorted(seconds), sorted(seconds, reverse=True))
    chosen = batch.model.results[3]
    at = batch.table.visualRect(batch.model.index(3, 1)).center()
    qtbot.mouseClick(batch.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(batch.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.document.content == chosen.entry.content
    assert window.document.trace is chosen.trace, "its recording comes with it"
    qtbot.waitUntil(window.isActiveWindow)
    assert window.film.refinements == chosen.trace.film()
    assert chosen.entry.label.startswith(f"easy.sdm · Puzzle {chosen.number}")

    click(qtbot, batch.save)
    table = tmp_path / "results.csv"
    choose(batch, table)
    qtbot.waitUntil(lambda: "Exported" in batch.words.text())
    rows = list(csv.DictReader(table.read_text("utf-8").splitlines()))
    assert [int(row["number"]) for row in rows] == [r.number for r in batch.model.results]
    assert {row["verified"] for row in rows} == {"true"}


def test_pause_stops_before_the_next_puzzle_and_resume_goes_on(qtbot, batch, puzzles):
    batch.solve_path(puzzles)
    qtbot.waitUntil(lambda: batch.run.done >= 1, timeout=SECONDS)
    click(qtbot, batch.pause)
    qtbot.waitUntil(lambda: batch.run.state == "paused", timeout=SECONDS)
    done = batch.run.done
    assert 1 <= done < 12
    qtbot.wait(300)
    assert batch.run.done == done
    assert "paused" in batch.words.text()
    click(qtbot, batch.pause)
    qtbot.waitUntil(lambda: ended(batch), timeout=SECONDS)
    assert [r.number for r in batch.model.results] == list(range(1, 13))


def test_cancel_is_at_once_and_keeps_what_was_found(qtbot, batch, puzzles):
    batch.solve_path(puzzles)
    qtbot.waitUntil(lambda: batch.run.done >= 2, timeout=SECONDS)
    click(qtbot, batch.cancel)
    assert batch.run.state == "idle"
    rows = len(batch.model.results)
    assert "cancelled" in batch.words.text()
    assert batch.file.isEnabled()
    qtbot.wait(300)
    assert len(batch.model.results) == rows < 12
    assert batch.save.isEnabled()
    batch.solve_path(puzzles)
    qtbot.waitUntil(lambda: len(batch.model.results) == 12, timeout=SECONDS)
    qtbot.waitUntil(lambda: ended(batch), timeout=SECONDS)
    assert [r.number for r in batch.model.results] == list(range(1, 13))


def test_what_cannot_be_solved_is_a_row_that_says_so(qtbot, window, batch, tmp_path):
    path = tmp_path / "folder"
    path.mkdir()
    puzzle = hopeless_sudoku()
    (path / "a.sdm").write_text(puzzle.format_answer(puzzle.grid) + "\n")
    (path / "b.txt").write_text("\n".join(MAZE))
    (path / "c.txt").write_bytes(b"\xff\xfe\xff")
    click(qtbot, batch.folder)
    choose(batch, path)
    qtbot.waitUntil(lambda: ended(batch), timeout=SECONDS)
    first, second = batch.model.results
    assert first.verified is False
    assert "not found" in first.verdict
    assert second.entry.content == maze_puzzle()
    assert second.verified is True
    assert batch.messages.isVisible()
    assert "c.txt" in batch.messages.sentence.text()


def test_a_file_without_puzzles_says_so_in_one_sentence(qtbot, batch, tmp_path):
    (tmp_path / "none.txt").write_text("Dear diary")
    batch.solve_path(tmp_path / "none.txt")
    qtbot.waitUntil(batch.messages.isVisible)
    assert batch.file.isEnabled()
    assert batch.run.state == "idle"


def test_the_open_puzzles_are_offered_if_there_are_several(qtbot, window, batch, puzzles):
    assert not batch.these.isEnabled()
    window.files.open(puzzles)
    qtbot.waitUntil(batch.these.isEnabled)
    click(qtbot, batch.these)
    assert batch.run.total == 12


def test_closing_the_window_ends_the_batch_and_keeps_the_table(qtbot, window, batch, puzzles):
    batch.solve_path(puzzles)
    qtbot.waitUntil(lambda: batch.run.done >= 1, timeout=SECONDS)
    qtbot.keyClick(batch, Qt.Key.Key_Escape)
    assert not batch.isVisible()
    assert batch.run.state == "idle"
    rows = len(batch.model.results)
    window.actions_.solve_many.trigger()
    assert window.batch is batch
    assert len(batch.model.results) == rows


def test_the_program_can_be_closed_during_a_batch(qtbot, window, batch, puzzles):
    batch.solve_path(puzzles)
    qtbot.waitUntil(lambda: batch.run.done >= 1, timeout=SECONDS)
    window.close()
    assert batch.run.state == "idle"


def test_the_window_goes_on_solving_beside_a_batch(qtbot, window, batch, puzzles):
    batch.solve_path(puzzles)
    qtbot.waitUntil(lambda: batch.run.done >= 1, timeout=SECONDS)
    window.actions_.solve.trigger()
    qtbot.waitUntil(lambda: window.document.trace is not None, timeout=SECONDS)
    assert window.document.trace.puzzle == sudoku_puzzle()
    qtbot.waitUntil(lambda: ended(batch), timeout=SECONDS)
    assert batch.run.verified == 12


def test_arc_tasks_are_fitted_one_after_the_other(qtbot, window, batch, tmp_path):
    window.settings.arc_seconds = 1
    path = tmp_path / "tasks.json"
    path.write_text(json.dumps({"first": TASK.to_json(), "second": TASK.to_json()}), "utf-8")
    click(qtbot, batch.file)
    choose(batch, path)
    qtbot.waitUntil(lambda: ended(batch), timeout=SECONDS)
    one, other = batch.model.results
    assert [one.entry.label, other.entry.label] == ["tasks.json · 1 · first", "tasks.json · 2 · second"]
    for result in (one, other):
        assert not result.problem
        assert result.verified is not None, "its known output was looked at, afterwards"
        assert result.view.answer in (1, 2)


def test_the_figures_are_drawn_as_it_runs_and_exported(qtbot, batch, puzzles, tmp_path):
    batch.tabs.setCurrentIndex(1)
    batch.solve_path(puzzles)
    qtbot.waitUntil(lambda: ended(batch) and len(batch.model.results) == 12, timeout=SECONDS)
    qtbot.waitUntil(lambda: any(points[-1].count == 12 for _, _, points in batch.figures.figures))
    by_name = {name: points for name, _, points in batch.figures.figures}
    assert by_name.keys() == {"steps", "views", "halting", "cells"}
    assert by_name["views"][-1].share == 1
    shares = [point.share for point in by_name["steps"]]
    assert shares == sorted(shares)
    assert sum(point.count for point in by_name["halting"]) == 12
    for suffix in ("csv", "png"):
        click(qtbot, batch.save)
        choose(batch, tmp_path / f"figures.{suffix}")
        qtbot.waitUntil((tmp_path / f"figures.{suffix}").exists)
    rows = list(csv.DictReader((tmp_path / "figures.csv").read_text("utf-8").splitlines()))
    assert {row["figure"] for row in rows} == by_name.keys()
    assert (tmp_path / "figures.png").read_bytes().startswith(b"\x89PNG")


def test_what_was_not_solved_is_a_gallery_that_opens(qtbot, window, batch, tmp_path):
    hopeless = hopeless_sudoku()
    easy = next(generate(1, 5, "easy"))
    path = tmp_path / "two.sdm"
    path.write_text("".join(p.format_answer(p.grid) + "\n" for p in (easy, hopeless)))
    batch.solve_path(path)
    qtbot.waitUntil(lambda: ended(batch) and len(batch.model.results) == 2, timeout=SECONDS)
    batch.tabs.setCurrentWidget(batch.failures)
    (failed,) = batch.failures.results
    assert failed.entry.content == hopeless
    qtbot.waitUntil(lambda: not batch.failures.item(0).icon().isNull())
    assert "(1)" in batch.tabs.tabText(2)
    at = batch.failures.visualItemRect(batch.failures.item(0)).center()
    qtbot.mouseClick(batch.failures.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(batch.failures.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.document.content == hopeless
    assert window.document.trace is failed.trace


def test_a_maze_without_a_way_is_marked_in_table_gallery_and_csv(qtbot, window, batch, tmp_path):
    path = tmp_path / "two.txt"
    path.write_text(write_mazes([maze_puzzle(), closed_maze()]))
    batch.solve_path(path)
    qtbot.waitUntil(lambda: ended(batch) and len(batch.model.results) == 2, timeout=SECONDS)
    words = "No way to the goal exists: no answer can be right."
    assert [result.verdict for result in batch.model.results] == ["✓ verified", f"○ {words}"]
    (failed,) = batch.failures.results
    assert failed.entry.content == closed_maze()
    assert batch.run.verified == 1
    rows = list(csv.DictReader(results_csv(batch.model.results).splitlines()))
    assert [(row["verified"], row["problem"]) for row in rows] == [("true", ""), ("false", words)]


def test_two_checkpoints_solve_the_same_list(qtbot, batch, puzzles, tmp_path):
    folder = tmp_path / "other"
    shutil.copytree(bundled_checkpoints()["sudoku"], folder)
    batch.second.addItem("and with other", folder)
    batch.second.setCurrentIndex(batch.second.count() - 1)
    batch.tabs.setCurrentIndex(1)
    batch.solve_path(puzzles)
    qtbot.waitUntil(lambda: ended(batch) and len(batch.model.results) == 24, timeout=SECONDS)
    names = [result.checkpoint for result in batch.model.results]
    assert len(set(names[:12])) == len(set(names[12:])) == 1
    assert names[0] != names[12]
    qtbot.waitUntil(lambda: "24 of 24" in batch.words.text())
    qtbot.waitUntil(lambda: len(batch.figures.figures) == 8)
    first, second = (
        [points for _, of, points in batch.figures.figures if of == name] for name in (names[0], names[12])
    )
    assert first == second, "the same weights under another name"


def test_recordings_are_kept_as_long_as_there_is_room(qtbot, batch, puzzles, monkeypatch):
    monkeypatch.setattr("app.batch.run.MOST_KEPT", 1)
    batch.solve_path(puzzles)
    qtbot.waitUntil(lambda: ended(batch) and len(batch.model.results) == 12, timeout=SECONDS)
    assert all(result.trace is None for result in batch.model.results)
    assert all(result.verified for result in batch.model.results)
