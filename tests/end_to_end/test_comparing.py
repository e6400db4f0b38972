"""Two recordings of one puzzle compared in the real window: earlier solves, files, and what cannot be compared."""

import json

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible

from app.documents.entry import Entry
from app.documents.ponder_file import write_ponder
from app.window.settings import Settings
from app.window.theme import DARK
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from solver.trace.trace_json import trace_to_json
from tests.app.windows import choose_swift, open_window
from tests.arc_tasks import arc_puzzle, arc_trace
from tests.traces import SUDOKU, hopeless_sudoku, maze_trace, sudoku_puzzle, sudoku_trace

SECONDS = 60_000
Key, Left = Qt.Key, Qt.MouseButton.LeftButton
Alt = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot, tmp_path):
    settings = Settings(tmp_path / "ponder.ini")
    settings.device = "cpu"
    window = open_window(qtbot, settings, sudoku_puzzle())
    qtbot.waitUntil(lambda: bool(window.solver.device_found), timeout=SECONDS)
    return window


def compare_with_file(qtbot, window, path):
    window.comparing.compare_file(path)
    qtbot.waitUntil(lambda: not window.threads.busy)
    return window.comparing.comparison


def write_trace(path, trace):
    path.write_text(json.dumps(trace_to_json(trace)))
    return path


def test_two_budgets_of_the_network_on_one_puzzle(qtbot, window):
    window.document.set_content(hopeless_sudoku(), "Test")
    assert not window.actions_.compare_file.isEnabled()
    choose_swift(window.settings)
    for steps in (3, 5):
        window.settings.steps, window.settings.views = steps, 1
        with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
            window.actions_.solve.trigger()
    (earlier,) = window.menus.compare.actions()
    assert earlier.text().startswith("Solve: 3 refinements, not verified · ")
    earlier.trigger()
    comparison = window.comparing.comparison
    qtbot.waitUntil(comparison.isActiveWindow)
    assert [len(side.trace) for side in (comparison.left, comparison.right)] == [5, 3]
    assert len(comparison.moments) == 5
    assert "ended here" in comparison.right.where.text()
    assert "ended here" not in comparison.left.where.text()
    qtbot.keyClick(comparison.left.board, Key.Key_Home, Alt)
    assert comparison.left.board.refinement is comparison.right.board.refinement is None
    for step in range(3):
        qtbot.mouseClick(comparison.transport.forward, Left)
        left, right = comparison.left.board.refinement, comparison.right.board.refinement
        assert left.step == right.step == step + 1
        # One network on one puzzle: the longer budget begins like the shorter.
        assert np.array_equal(left.answer, right.answer)
        assert comparison.difference.text() == "Both have the same answer here."
    window.actions_.undo.trigger()
    (later,) = window.menus.compare.actions()
    assert later.text().startswith("Solve: 5 refinements")


def test_a_recording_in_a_file_is_compared_cell_by_cell(qtbot, window, tmp_path):
    here, there = sudoku_trace(), sudoku_trace(seed=3, solved=False)
    window.document.record(here, "Solve")
    path = tmp_path / "other.ponder"
    write_ponder(path, [Entry("a", sudoku_puzzle()), Entry("b", there.puzzle, there)], 0)
    comparison = compare_with_file(qtbot, window, path)
    qtbot.waitUntil(comparison.isActiveWindow)
    assert comparison.right.title == "other.ponder"
    assert comparison.left.about.text() == "10 refinements, verified at refinement 10 · made-up 0123abcd · cpu"
    comparison.player.go_to(3)
    left, right = comparison.left.board, comparison.right.board
    expected = (here.refinements[3].answer != right.refinement.answer) & here.puzzle.free
    count = int(expected.sum())
    assert count > 0
    assert np.array_equal(left.differing, expected)
    assert np.array_equal(right.differing, expected)
    assert comparison.difference.text().startswith(f"The answers differ in {count} of {here.puzzle.free.sum()} cells")
    cell = tuple(np.argwhere(expected)[0].tolist())
    marked = left.grab().toImage()
    assert left.describe(cell).endswith(", differs")
    left.set_differing(None)
    at = left.geometry_of_cells().cell(*cell).toRect()
    assert left.grab().toImage().copy(at) != marked.copy(at)
    qtbot.mouseClick(left, Left, pos=at.center())
    assert right.selected == cell


def test_one_playhead_moves_both_and_the_curves(qtbot, window, tmp_path):
    window.document.record(sudoku_trace(), "Solve")
    comparison = compare_with_file(qtbot, window, write_trace(tmp_path / "t.json", sudoku_trace(seed=5)))
    qtbot.waitUntil(comparison.isActiveWindow)
    xs, ys = comparison.plot.left.getData()
    assert ys.tolist() == [r.mean_confidence for r in window.document.trace.film()]
    assert xs.tolist() == list(range(1, len(xs) + 1))
    qtbot.keyClick(comparison.curve, Key.Key_End)
    assert comparison.plot.right.getData()[1].tolist() == [
        float(r.violations.mean()) for r in comparison.right.trace.film()
    ]
    comparison.player.speed = 8
    qtbot.keyClick(comparison.left.board, Key.Key_Home, Alt)
    shown = []
    comparison.player.film.changed.connect(
        lambda _: shown.append((comparison.left.board.refinement, comparison.right.board.refinement))
    )
    qtbot.keyClick(comparison.left.board, Key.Key_Space)
    qtbot.waitUntil(lambda: bool(shown) and not comparison.player.playing, timeout=SECONDS)
    assert shown == [(m.left, m.right) for m in comparison.moments]
    graphics = comparison.plot._graphics
    box = graphics.getPlotItem().getViewBox()
    at = graphics.mapFromScene(box.mapViewToScene(QPointF(2.0, 0.5)))
    qtbot.mouseClick(graphics.viewport(), Left, pos=at)
    assert comparison.player.film.position == 1
    qtbot.keyClick(comparison.left.board, Key.Key_Space)
    assert comparison.player.playing
    comparison.close()
    assert window.comparing.comparison is None
    assert not comparison.player.playing


@pytest.mark.parametrize(
    ("trace", "why"),
    [
        (maze_trace(), "that one is Maze, this one is Sudoku."),
        (None, "r2c2 is 9 there and blank here."),
    ],
    ids=["kind", "cell"],
)
def test_another_puzzles_recording_is_refused_with_the_reason(qtbot, window, tmp_path, trace, why):
    window.document.record(sudoku_trace(), "Solve")
    if trace is None:
        trace = sudoku_trace()
        trace.puzzle = SudokuPuzzle(tuple(int(digit) for digit in SUDOKU[:10] + "9" + SUDOKU[11:]))
    assert compare_with_file(qtbot, window, write_trace(tmp_path / "t.json", trace)) is None
    assert window.messages.sentence.text() == f"t.json was recorded on another puzzle: {why}"


def test_a_file_without_a_recording_is_refused(qtbot, window, tmp_path):
    window.document.record(sudoku_trace(), "Solve")
    (tmp_path / "list.sdm").write_text(SUDOKU)
    assert compare_with_file(qtbot, window, tmp_path / "list.sdm") is None
    assert window.messages.sentence.text() == "list.sdm holds no recorded solve to compare with."
    assert compare_with_file(qtbot, window, tmp_path / "missing.json") is None
    assert "missing.json" in window.messages.sentence.text()


def test_two_answers_to_an_arc_task(qtbot, window, tmp_path):
    window.document.replace([Entry("arc", arc_puzzle())])
    first, second = arc_trace(), arc_trace(answers=(((2, 2, 0), (8, 1, 0)),))
    window.document.record(first, "Solve")
    comparison = compare_with_file(qtbot, window, write_trace(tmp_path / "t.json", second))
    qtbot.waitUntil(comparison.isActiveWindow)
    differing = comparison.left.board.differing
    marked = comparison.left.board.grab().toImage()
    assert differing.any()
    comparison.left.board.set_differing(None)
    assert comparison.left.board.grab().toImage() != marked


def test_screen_readers_are_told_which_board_is_which(qtbot, window, tmp_path):
    window.document.record(sudoku_trace(), "Solve")
    comparison = compare_with_file(qtbot, window, write_trace(tmp_path / "t.json", sudoku_trace(seed=5)))
    names = [
        QAccessible.queryAccessibleInterface(side.board).text(QAccessible.Text.Name)
        for side in (comparison.left, comparison.right)
    ]
    assert names == ["Board of This recording", "Board of t.json"]


def test_an_open_comparison_takes_on_another_theme_and_ends_with_the_program(qtbot, window, tmp_path):
    window.document.record(sudoku_trace(), "Solve")
    comparison = compare_with_file(qtbot, window, write_trace(tmp_path / "t.json", sudoku_trace(seed=5)))
    window.set_theme("light")
    light = comparison.plot.grab().toImage()
    window.set_theme("dark")
    qtbot.waitUntil(lambda: comparison.plot.grab().toImage() != light)
    assert comparison.plot.left.opts["pen"].color().name() == DARK.plot_mean
    window.set_theme("light")
    comparison.transport.play.click()
    window.document.settle()
    assert window.close()
    assert not comparison.player.playing
    assert window.comparing.comparison is None
