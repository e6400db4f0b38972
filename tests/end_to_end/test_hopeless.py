"""A puzzle with no solution, or several, is said to be so before Solve, meanwhile and after it."""

import json

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from app.documents.draft import Draft
from app.documents.entry import Entry
from app.documents.ponder_file import write_ponder
from app.window.maze_dialog import MazeDialog
from app.window.settings import Settings
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from tests.app.windows import choose_swift, open_window

SECONDS = 60_000
IMPOSSIBLE = ".....5.8....6.1.43..........1.5........1.6...3.......553.....61........4........."


@pytest.fixture
def window(qtbot, tmp_path):
    settings = Settings(tmp_path / "ponder.ini")
    settings.device, settings.steps, settings.views = "cpu", 4, 1
    choose_swift(settings)
    return open_window(qtbot, settings, SudokuPuzzle.from_json({"kind": "sudoku", "givens": IMPOSSIBLE}))


def said(window) -> str:
    return window.status_line.status.sentence


def test_a_puzzle_without_a_solution_is_told_so_all_along(qtbot, window):
    qtbot.waitUntil(lambda: "no solution: no answer can be right" in said(window), timeout=SECONDS)
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.actions_.solve.trigger()
    assert window.document.trace.state is not None
    assert "no solution: no answer can be right" in said(window)
    assert "breaks rules in" in said(window)
    assert not window.actions_.keep_thinking.isEnabled()
    window.player.go_first()
    assert "no solution" in said(window)


def test_a_maze_without_a_way_is_told_so_all_along(qtbot, window, tmp_path):
    """From the generator to the exports, on request and never with a tick."""
    words = "No way to the goal exists: no answer can be right."
    window.settings.steps, window.settings.views = 0, 0
    window.menus.generate.actions()[1].menu().actions()[-1].trigger()
    (dialog,) = window.findChildren(MazeDialog)
    dialog.rows.setValue(11)
    dialog.columns.setValue(13)
    qtbot.mouseClick(dialog.no_way, Qt.MouseButton.LeftButton, pos=QPoint(8, dialog.no_way.height() // 2))
    with qtbot.waitSignal(window.document.contentChanged, timeout=SECONDS):
        dialog.accept()
    maze = window.document.content
    assert (maze.kind, maze.shape) == ("maze", (11, 13))
    assert window.document.entry.label.endswith("no way")
    qtbot.waitUntil(lambda: said(window) == words, timeout=SECONDS)

    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.actions_.solve.trigger()
    trace = window.document.trace
    assert len({refinement.view for refinement in trace}) == 1
    assert trace.verified is None
    assert trace.state is not None
    for index in range(len(trace)):
        window.player.film.go_to(index)
        assert said(window).startswith(words + " The model draws ")
        assert window.status_line.status.state != "verified"
    assert not window.actions_.keep_thinking.isEnabled()
    assert not window.actions_.more_views.isEnabled()
    assert window.actions_.solve.isEnabled()
    assert window.docks.explanation.text().startswith(words)

    for name in ("trace.json", "trace.txt"):
        with qtbot.waitSignal(window.exports.exported, timeout=SECONDS):
            window.exports.write(tmp_path / name)
    text = (tmp_path / "trace.txt").read_text("utf-8")
    assert "NOT verified (refinement" in text
    assert words in text
    recorded = json.loads((tmp_path / "trace.json").read_text("utf-8"))
    assert (recorded["verified"], recorded["no_answer"]) == (False, words)


@pytest.mark.parametrize("givens", [0, 16])
def test_one_of_several_answers_is_told_to_be_one_of_several(qtbot, window, givens):
    solution = "534678912672195348198342567859761423426853791713924856961537284287419635345286179"
    text = "".join(digit if n < givens else "." for n, digit in enumerate(solution))
    with qtbot.waitSignal(window.document.entriesChanged):
        window.files.take_text(text if givens else "0" * 81)
    words = "only 16 givens" if givens else "no givens"
    qtbot.waitUntil(lambda: words in said(window), timeout=SECONDS)
    window.settings.steps = 16
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.actions_.solve.trigger()
    if window.document.trace.verified is not None:
        assert "several solutions: this is one of them" in said(window)
    else:
        assert window.actions_.keep_thinking.isEnabled()
        assert "several solutions" in said(window)


def test_a_contradiction_that_is_opened_is_selected_and_told_beside_it(qtbot, window, tmp_path):
    grid = np.zeros((9, 9), dtype=int)
    grid[0, 3] = grid[0, 7] = 5
    write_ponder(tmp_path / "draft.ponder", [Entry("draft", Draft("sudoku", grid))], 0)
    with qtbot.waitSignal(window.document.entriesChanged, timeout=SECONDS):
        window.files.open(tmp_path / "draft.ponder")
    assert isinstance(window.document.content, Draft)
    assert window.board.selected == (0, 3)
    assert "Row 1 has 5 twice" in window.docks.inspector.words.text()
    assert "r1c4" in window.docks.inspector.heading.text()
