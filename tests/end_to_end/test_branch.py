"""Branches in the real window: change something at a refinement, watch it go on, undo, save and open again."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.documents.ponder_file import read_ponder, write_ponder
from app.documents.samples import sample_entry
from app.exporting.text import trace_text
from app.solving.branch_dialog import BranchDialog
from app.window.settings import Settings
from solver.puzzles.maze.cells import FREE, PATH
from solver.puzzles.maze.generator import generate_mazes
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from solver.trace.branch import Branch
from tests.app.windows import choose_swift, open_window
from tests.end_to_end.test_influence import click_cell, press_why
from tests.traces import hopeless_sudoku, sudoku_puzzle, sudoku_trace

SECONDS = 60_000


def solved(qtbot, tmp_path, puzzle, steps):
    settings = Settings(tmp_path / "ponder.ini")
    settings.device, settings.steps, settings.views = "cpu", steps, 1
    choose_swift(settings)
    window = open_window(qtbot, settings, puzzle)
    qtbot.waitUntil(lambda: bool(window.solver.device_found) and window.comparing.ready, timeout=SECONDS)
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.actions_.solve.trigger()
    return window


def dialog_of(qtbot, window) -> BranchDialog:
    assert window.actions_.branch.isEnabled()
    window.actions_.branch.trigger()
    dialog = window.findChild(BranchDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def go(qtbot, window, dialog):
    with qtbot.waitSignal(window.solving.branched, timeout=SECONDS):
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)


def test_a_digit_is_forced_for_good_beside_the_first_film(qtbot, tmp_path):
    window = solved(qtbot, tmp_path, hopeless_sudoku(), steps=4)
    origin = window.document.trace
    cell = tuple(map(int, np.argwhere(window.document.content.free)[0]))
    window.film.go_to(1)
    click_cell(window, cell)
    other = int(origin.refinements[1].answer[cell]) % 9 + 1
    dialog = dialog_of(qtbot, window)
    QTest.keyClicks(dialog.force, str(other))
    box = dialog.for_good
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    asked = dialog.branch
    assert (asked.forced, asked.for_good) == (((cell, other),), True)
    go(qtbot, window, dialog)

    trace = window.document.trace
    assert trace is not origin
    assert [r.step for r in trace][:2] == [1, 2]
    assert trace.refinements[:2] == origin.refinements[:2], "what was there before is the same"
    assert all(r.answer[cell] == other for r in trace.refinements[2:])
    assert trace.branches == (asked,)
    assert trace.verified is None
    comparison = window.comparing.comparison
    assert (comparison.left.trace, comparison.right.trace) == (trace, origin)
    assert f"forced to {other}" in trace_text(trace)
    # What was done is told in full, on boards of one size, and where playback stands.
    about = comparison.left.about
    qtbot.waitUntil(lambda: about.height() >= about.heightForWidth(about.width()) > 0)
    assert " views" not in about.text()
    assert comparison.left.board.size() == comparison.right.board.size()
    window.film.go_to(1)
    assert "branch" not in window.docks.transport.where.text()
    window.film.go_to(2)
    assert window.docks.transport.where.text().endswith(" · the puzzle as given · after a branch at refinement 2")
    assert not window.actions_.keep_thinking.isEnabled()

    # Saved and opened again, it is the same; undo takes it away, redo brings it back.
    write_ponder(tmp_path / "branch.ponder", window.document.entries, 0)
    entries, _ = read_ponder(tmp_path / "branch.ponder")
    assert entries[0].trace.branches == trace.branches
    window.actions_.undo.trigger()
    assert window.document.trace is origin
    window.actions_.redo.trigger()
    assert window.document.trace is trace


def test_what_is_advised_after_a_failed_branch_can_be_done(qtbot, tmp_path, monkeypatch):
    # As if nobody knew that there is nothing to find.
    monkeypatch.setattr(SudokuPuzzle, "warnings", lambda _: ())
    window = solved(qtbot, tmp_path, hopeless_sudoku(), steps=2)
    do, origin = window.actions_, window.document.trace
    assert "Keep thinking" in window.status_line.status.sentence
    assert do.keep_thinking.isEnabled()
    dialog = dialog_of(qtbot, window)
    dialog.kick.setValue(2.0)
    go(qtbot, window, dialog)
    trace = window.document.trace
    window.film.go_to(trace.refinements.index(trace.closest))
    said = window.status_line.status.sentence
    assert said.startswith("Not solved in 1 view with 1 start. ")
    assert said.endswith("Undo the branch, branch elsewhere, or try 16 starts.")
    assert all(action.isEnabled() for action in (do.undo, do.branch, do.try_starts))
    # While starts are tried, and once the branch is undone, other things can be.
    do.try_starts.trigger()
    assert window.status_line.status.sentence.endswith("Undo the branch, or branch elsewhere.")
    window.fan.cancel()
    if window.document.entry.starts is not None:
        # Keeping the earlier ones is a separate undo step.
        do.undo.trigger()
    do.undo.trigger()
    window.film.go_to(origin.refinements.index(origin.closest))
    assert window.status_line.status.sentence.endswith("Keep thinking, try more views, or try 16 starts.")


def test_a_branch_of_a_branch_keeps_the_first_change(qtbot, tmp_path):
    window = solved(qtbot, tmp_path, hopeless_sudoku(), steps=3)
    window.film.go_to(0)
    dialog = dialog_of(qtbot, window)
    dialog.kick.setValue(2.0)
    dialog.seed.setValue(7)
    go(qtbot, window, dialog)
    first = window.document.trace
    window.film.go_to(2)
    dialog = dialog_of(qtbot, window)
    dialog.H_cycles.setValue(4)
    go(qtbot, window, dialog)
    second = window.document.trace
    assert [(b.step, b.kick, b.H_cycles) for b in second.branches] == [(1, 2.0, None), (3, 0.0, 4)]
    assert second.refinements[:3] == first.refinements[:3]
    assert len(second.refinements[3].inner_answers) == 4


def test_a_maze_cell_is_forced_from_the_start(qtbot, tmp_path):
    window = solved(qtbot, tmp_path, next(generate_mazes(1, 3, "perfect", 11, 11)), steps=30)
    answer = window.film.shown().answer
    cell = tuple(map(int, np.argwhere(answer == FREE)[0]))
    click_cell(window, cell)
    window.film.go_to(-1)
    dialog = dialog_of(qtbot, window)
    dialog.force.setCurrentIndex(dialog.force.findData(PATH))
    go(qtbot, window, dialog)
    trace = window.document.trace
    assert trace.refinements[0].answer[cell] == PATH
    assert trace.branches[0].step == 0


def test_another_checkpoint_goes_on_from_the_answer(qtbot, tmp_path):
    window = solved(qtbot, tmp_path, hopeless_sudoku(), steps=3)
    origin = window.document.trace
    window.film.go_to(1)
    dialog = dialog_of(qtbot, window)
    assert dialog.network.findData("sudoku-deep") > 0
    QTest.keyClicks(dialog.network, "sudoku-deep")
    assert dialog.branch.checkpoint == "sudoku-deep"
    assert not dialog.reset.isEnabled()
    go(qtbot, window, dialog)
    trace = window.document.trace
    assert trace.refinements[:2] == origin.refinements[:2]
    assert trace.checkpoint.startswith("sudoku-deep ")
    assert trace.refinements[2].step == 3
    assert "continued by sudoku-deep" in trace_text(trace)

    # A branch of that is the deep network's again, from the answer that it took over.
    window.film.go_to(3)
    dialog = dialog_of(qtbot, window)
    dialog.kick.setValue(0.5)
    go(qtbot, window, dialog)
    again = window.document.trace
    assert [branch.checkpoint for branch in again.branches] == ["sudoku-deep", ""]
    assert again.refinements[:4] == trace.refinements[:4]

    # What two networks have made can't be asked why; what leads up to it can.
    click_cell(window, tuple(map(int, np.argwhere(window.document.content.free)[0])))
    window.film.go_to(3)
    assert not window.influence.possible
    window.film.go_to(1)
    assert window.influence.possible


def test_a_checkpoint_that_is_gone_is_named(qtbot, tmp_path):
    window = solved(qtbot, tmp_path, hopeless_sudoku(), steps=2)
    window.solving.branch(Branch(step=1, checkpoint="a lost one"))
    assert "a lost one is not on this computer" in window.messages.sentence.text()
    assert not window.solving.running


def test_a_colour_of_an_arc_answer_is_forced_and_asked_about(qtbot, tmp_path):
    settings = Settings(tmp_path / "ponder.ini")
    settings.device = "cpu"
    window = open_window(qtbot, settings, sample_entry("arc_plus.json").content)
    qtbot.waitUntil(lambda: bool(window.solver.device_found) and window.comparing.ready, timeout=SECONDS)
    assert not window.actions_.branch.isEnabled()
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.actions_.solve.trigger()
    origin = window.document.trace
    window.player.pause()
    view = origin.refinements[0].view
    window.film.go_to(2)
    shown = window.film.shown()
    assert (shown.view, shown.step) == (view, 3)
    cell = tuple(map(int, np.argwhere(shown.answer > 0)[0]))
    window.board.show_cell(cell)

    QTest.mouseClick(window.docks.influence.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.influence.found is not None or bool(window.influence.problem), timeout=SECONDS)
    assert window.influence.problem == ""
    found = window.influence.found
    assert (found.choice, found.cell) == (int(shown.answer[cell]), cell)
    given = window.document.content.grid
    assert found.evidence
    assert all(given[each.cell] > 0 for each in found.evidence), "cells of the test input"
    words = window.docks.influence.words.text()
    assert "of the test input" in words or "no one cell decides it" in words

    dialog = dialog_of(qtbot, window)
    offered = [dialog.force.itemData(i) for i in range(1, dialog.force.count())]
    other = next(colour for colour in offered if colour not in (0, int(shown.answer[cell])))
    dialog.force.setCurrentIndex(dialog.force.findData(other))
    dialog.for_good.setChecked(True)
    go(qtbot, window, dialog)
    trace = window.document.trace
    assert trace.branches[0].step == 3
    assert trace.refinements[:3] == origin.of_view(view)[:3]
    assert all(r.answer[cell] == other for r in trace.refinements[3:])
    assert len(trace.refinements) > 3
    write_ponder(tmp_path / "branch.ponder", window.document.entries, 0)
    entries, _ = read_ponder(tmp_path / "branch.ponder")
    assert entries[0].trace.branches == trace.branches
    window.actions_.undo.trigger()
    assert window.document.trace is origin


def test_a_branch_can_be_stopped(qtbot, tmp_path):
    window = solved(qtbot, tmp_path, hopeless_sudoku(), steps=2)
    window.settings.steps = 2000
    dialog = dialog_of(qtbot, window)
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.film.trace) > 3, timeout=SECONDS)
    window.actions_.stop.trigger()
    qtbot.waitUntil(lambda: not window.solving.running, timeout=SECONDS)
    assert window.document.trace.branches


def test_another_checkpoint_does_not_go_on(qtbot, tmp_path):
    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())
    trace = sudoku_trace(steps=3, solved=False)
    trace.checkpoint = "another one"
    window.document.record(trace, "Solve")
    dialog = dialog_of(qtbot, window)
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "another one" in window.messages.sentence.text(), timeout=SECONDS)
    assert window.document.trace is trace


def test_nothing_can_branch_before_a_solve(qtbot, tmp_path):
    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())
    assert not window.actions_.branch.isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape])
def test_the_dialog_can_be_left(qtbot, tmp_path, key):
    window = solved(qtbot, tmp_path, hopeless_sudoku(), steps=2)
    origin = window.document.trace
    dialog = dialog_of(qtbot, window)
    QTest.keyClick(dialog, key)
    QApplication.processEvents()
    assert not window.solving.running
    assert window.document.trace is origin


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_the_fields_of_the_dialog_are_of_one_height(qtbot, tmp_path, theme):
    window = solved(qtbot, tmp_path, hopeless_sudoku(), steps=1)
    window.set_theme(theme)
    dialog = dialog_of(qtbot, window)
    fields = (dialog.force, dialog.kick, dialog.seed, dialog.H_cycles, dialog.L_cycles, dialog.network)
    (height,) = {field.height() for field in fields}
    assert height >= 1.7 * dialog.fontMetrics().height()
    assert not dialog.seed.isEnabled()
    dialog.kick.setValue(0.5)
    assert dialog.seed.isEnabled()
    dialog.reject()
    window.set_theme("light")


def test_what_came_of_a_branch_is_asked_why(qtbot, tmp_path):
    window = solved(qtbot, tmp_path, hopeless_sudoku(), steps=3)
    free = [tuple(map(int, cell)) for cell in np.argwhere(window.document.content.free)]
    forced, asked = free[0], free[20]
    window.film.go_to(0)
    click_cell(window, forced)
    dialog = dialog_of(qtbot, window)
    QTest.keyClicks(dialog.force, "9")
    dialog.kick.setValue(1.5)
    dialog.H_cycles.setValue(3)
    go(qtbot, window, dialog)
    trace = window.document.trace
    window.film.go_to(trace.refinements.index(trace.of_view(0)[2]))
    click_cell(window, asked)
    assert window.influence.possible
    press_why(window)
    qtbot.waitUntil(lambda: window.influence.found is not None or bool(window.influence.problem), timeout=SECONDS)
    assert not window.influence.problem
    found = window.influence.found
    decided = trace.of_view(0)[found.decided - 1]
    assert found.choice == decided.answer[asked] == window.film.shown().answer[asked]
    # It was asked with the same change: without it, the chance would be another.
    assert found.probability == pytest.approx(float(decided.confidence[asked]), abs=1e-4)
