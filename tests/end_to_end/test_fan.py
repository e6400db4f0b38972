"""Many starts of one puzzle in the real window, by the real network."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.documents.entry import Entry
from app.documents.ponder_file import read_ponder, write_ponder
from app.documents.starts import MOST_FILMED
from app.window.settings import Settings
from app.words.networks import DEEP, SWIFT, role_of
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from tests.app.windows import choose_swift, open_window
from tests.traces import hopeless_sudoku, puzzle_for_both, sudoku_puzzle

SECONDS = 120_000


@pytest.fixture
def window(qtbot, tmp_path):
    settings = Settings(tmp_path / "ponder.ini")
    settings.device = "cpu"
    window = open_window(qtbot, settings, sudoku_puzzle())
    qtbot.waitUntil(lambda: bool(window.solver.device_found), timeout=SECONDS)
    return window


def click_entry(chooser, index):
    rows = chooser.model()
    row = next(row for row in range(rows.rowCount()) if rows.number(rows.index(row, 0)) == index)
    QTest.mouseClick(chooser.viewport(), Qt.MouseButton.LeftButton, pos=chooser.visualRect(rows.index(row, 0)).center())


def test_starts_are_tried_compared_and_shown(qtbot, window):
    panel = window.docks.fan_panel
    with qtbot.waitSignal(window.solver.answered, timeout=SECONDS):
        window.actions_.try_starts.trigger()
        assert panel.bar.isVisible()
        assert not panel.ask.isEnabled()
    lines = window.fan.lines
    assert len(lines) == 16
    assert panel.words.text().startswith("16 lines: ")
    assert window.document.trace is None, "nothing is recorded before a line is chosen"
    chart = panel.chart.chart()
    index = 5
    at = chart.points(panel.chart.drawn()[index])[-1].toPoint()
    index = panel.chart._at(at.toPointF())
    qtbot.mouseClick(panel.chart, Qt.MouseButton.LeftButton, pos=at)
    assert window.film.refinements == lines[index].refinements
    assert window.document.trace.refinements is lines[index].refinements
    assert window.board.refinement is lines[index].refinements[-1]
    assert len(window.fan.lines) == 16, "its view is a line already"
    panel.chart.setFocus()
    panel.chart.point_at(None)
    for _ in range(2):
        qtbot.keyClick(panel.chart, Qt.Key.Key_Down)
    assert panel.words.text().startswith("start 2: ")
    qtbot.keyClick(panel.chart, Qt.Key.Key_Return)
    assert window.film.refinements == lines[1].refinements
    window.actions_.undo.trigger()
    window.actions_.undo.trigger()
    assert window.document.trace is None


def test_lines_keep_their_places_while_the_film_of_a_start_is_shown(qtbot, window):
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.actions_.solve.trigger()
    window.film.reveal(window.film.waiting)
    solved = window.document.trace
    with qtbot.waitSignal(window.solver.answered, timeout=SECONDS):
        window.actions_.try_starts.trigger()
    panel, lines = window.docks.fan_panel, list(window.fan.lines)
    assert len(lines) > 16
    at = panel.chart.chart().points(panel.chart.drawn()[-1])[-1].toPoint()
    index = panel.chart._at(at.toPointF())
    qtbot.mouseClick(panel.chart, Qt.MouseButton.LeftButton, pos=at)
    assert window.film.refinements == lines[index].refinements
    assert list(window.fan.lines) == lines
    assert panel.words.text().startswith(f"{lines[index].name}: ")
    # A start is never made again, so nothing may be said or done as if it were.
    assert not window.actions_.branch.isEnabled()
    assert window.influence.other_start
    assert "random start" in window.docks.influence.button.toolTip()
    panel.chart.setFocus()
    panel.chart.point_at(None)
    qtbot.keyClick(panel.chart, Qt.Key.Key_Down)
    qtbot.keyClick(panel.chart, Qt.Key.Key_Return)
    assert window.document.trace is solved
    assert window.film.refinements == lines[0].refinements


def click_line(qtbot, panel, index):
    """Click the last point of a line, and return the line that is under it."""
    at = panel.chart.chart().points(panel.chart.drawn()[index])[-1].toPoint()
    qtbot.mouseClick(panel.chart, Qt.MouseButton.LeftButton, pos=at)
    return panel.chart._at(at.toPointF())


def in_list(window):
    rows = window.docks.chooser.model()
    return rows.data(rows.index(0, 0))


def test_the_tick_in_the_list_stays_while_another_start_is_watched(qtbot, window):
    window.document.set_content(puzzle_for_both(), "Test")
    window.settings.views = 8
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.actions_.solve.trigger()
    window.film.reveal(window.film.waiting)
    solved = window.document.trace
    assert in_list(window) == "✓ Test"
    # Fewer than it needs.
    window.settings.steps = 2
    with qtbot.waitSignal(window.solver.answered, timeout=SECONDS):
        window.actions_.try_starts.trigger()
    panel = window.docks.fan_panel
    index = click_line(qtbot, panel, len(window.fan.lines) - 1)
    assert window.document.trace is not solved
    assert window.document.trace.verified is None
    assert window.fan.lines[index].start is not None
    assert in_list(window) == "✓ Test"
    assert window.document.entry.solve is solved


def test_starts_are_of_the_network_that_the_solve_ended_with(qtbot, window):
    def networks():
        with qtbot.waitSignal(window.solver.answered, timeout=SECONDS):
            window.actions_.try_starts.trigger()
        return role_of(window.document.entry.starts.checkpoint), window.docks.fan_panel.words.text()

    window.document.set_content(puzzle_for_both(), "Test")
    window.settings.steps = 2
    role, words = networks()
    assert role == SWIFT
    assert words.endswith("Starts by: swift network. Click one to see its film.")
    window.settings.steps = 0
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.actions_.solve.trigger()
    window.film.reveal(window.film.waiting)
    window.settings.steps = 2
    role, words = networks()
    assert role == DEEP
    assert "Starts by: deep network" in words


@pytest.mark.parametrize("films", [True, False], ids=["with films", "too large for films"])
def test_starts_come_back_with_the_document(qtbot, window, tmp_path, monkeypatch, films):
    if not films:
        monkeypatch.setattr("app.documents.starts.MOST_FILMED", 1)
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.actions_.solve.trigger()
    window.film.reveal(window.film.waiting)
    solved = window.document.trace
    with qtbot.waitSignal(window.solver.answered, timeout=SECONDS):
        window.actions_.try_starts.trigger()
    panel = window.docks.fan_panel
    lines = [(line.name, len(line.moves), line.ending) for line in window.fan.lines]
    # What was solved is not lost while a start is looked at.
    click_line(qtbot, panel, len(lines) - 1)
    assert window.document.trace is not solved
    write_ponder(tmp_path / "a.ponder", window.document.entries, 0)
    entries, _ = read_ponder(tmp_path / "a.ponder")
    assert entries[0].trace.checkpoint == solved.checkpoint
    assert len(entries[0].trace) == len(solved)
    window.document.settle()
    window.document.replace(entries)
    assert [(line.name, len(line.moves), line.ending) for line in window.fan.lines] == lines
    assert panel.chart.drawn()[-1].moves == pytest.approx(list(window.fan.lines[-1].moves))
    index = click_line(qtbot, panel, len(lines) - 1)
    line = window.fan.lines[index]
    if films:
        assert window.film.refinements == line.refinements
        assert window.document.trace.checkpoint == solved.checkpoint
    else:
        assert line.refinements == []
        assert "too large for the document" in window.messages.sentence.text()
    assert in_list(window).startswith("✓ ")


def test_a_sudokus_starts_are_small_enough_to_be_kept_with_their_films():
    assert MOST_FILMED > 16 * 16 * 81


def test_cancelling_keeps_what_was_found(qtbot, window):
    window.document.set_content(hopeless_sudoku(), "Test")
    window.actions_.try_starts.trigger()
    qtbot.waitUntil(lambda: bool(window.fan.lines), timeout=SECONDS)
    qtbot.mouseClick(window.docks.fan_panel.stop, Qt.MouseButton.LeftButton)
    assert not window.fan.asking
    found = len(window.fan.lines)
    assert found
    assert window.actions_.try_starts.isEnabled()
    lines = list(window.fan.lines)
    window.document.set_content(sudoku_puzzle(), "Test")
    assert list(window.fan.lines) == []
    window.actions_.undo.trigger()
    assert list(window.fan.lines) == lines


def test_starts_are_still_there_after_another_puzzle(qtbot, window):
    window.document.add(Entry("Other", hopeless_sudoku()), "Test", keep_samples=True)
    window.document.choose(0)
    with qtbot.waitSignal(window.solver.answered, timeout=SECONDS):
        window.actions_.try_starts.trigger()
    lines = list(window.fan.lines)
    assert len(lines) == 16
    chooser = window.docks.chooser
    click_entry(chooser, 1)
    assert window.document.index == 1
    assert list(window.fan.lines) == []
    click_entry(chooser, 0)
    assert list(window.fan.lines) == lines
    words = window.docks.fan_panel.words.text()
    assert words.startswith("16 lines: ")

    # A start that is shown is recorded with the name of the network that made it.
    window.fan.show(lines[2])
    assert window.document.trace.checkpoint


def test_a_failed_solve_shows_its_closest_answer_and_what_to_do_next(qtbot, window, monkeypatch):
    # As if nobody knew that there is nothing to find.
    monkeypatch.setattr(SudokuPuzzle, "warnings", lambda _: ())
    choose_swift(window.settings)
    window.settings.steps, window.settings.views = 6, 2
    window.document.set_content(hopeless_sudoku(), "Test")
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.actions_.solve.trigger()
    trace = window.document.trace
    shown = window.board.refinement
    assert shown is trace.closest
    assert shown.violations.sum() == min(r.violations.sum() for r in trace)
    said = window.status_line.status.sentence
    assert said.startswith("Not solved in 2 views with 2 starts. The closest answer, shown here, breaks rules in ")
    assert "try 16 starts" in said
    assert {line.view for line in window.fan.lines} == {0, 1}
