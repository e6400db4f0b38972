"""Why this value: through real events, with the real networks."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.window.settings import Settings
from app.words.influence import influence_words, named
from solver.puzzles.maze.cells import PATH
from solver.puzzles.maze.generator import generate_mazes
from solver.puzzles.sudoku.generator import generate
from solver.trace.branch import Branch
from solver.trace.influence import Evidence, Influence
from tests.app.windows import open_window

SECONDS = 60_000


def solved(qtbot, tmp_path, puzzle):
    settings = Settings(tmp_path / "ponder.ini")
    settings.device = "cpu"
    window = open_window(qtbot, settings, puzzle)
    qtbot.waitUntil(lambda: bool(window.solver.device_found), timeout=SECONDS)
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.actions_.solve.trigger()
    qtbot.waitUntil(lambda: not window.player.playing, timeout=SECONDS)
    return window


def click_cell(window, cell):
    centre: QPointF = window.board.geometry_of_cells().cell(*cell).center()
    QTest.mouseClick(window.board, Qt.MouseButton.LeftButton, pos=centre.toPoint())


def press_why(window):
    QTest.mouseClick(window.docks.influence.button, Qt.MouseButton.LeftButton)


@pytest.fixture
def sudoku(qtbot, tmp_path):
    return solved(qtbot, tmp_path, next(generate(1, seed=1, difficulty="extreme")))


def test_its_key_asks_and_stops_asking(qtbot, sudoku):
    window, control = sudoku, sudoku.influence
    click_cell(window, tuple(map(int, np.argwhere(window.document.content.free)[0])))
    for wanted in (True, False, True):
        QTest.keyClick(window.board, Qt.Key.Key_F7)
        assert control.wanted is window.docks.influence.button.isChecked() is wanted
        assert window.actions_.why.isChecked() is wanted
    qtbot.waitUntil(lambda: control.found is not None, timeout=SECONDS)


def test_its_key_on_another_cell_asks_about_that_cell(qtbot, sudoku):
    window, control = sudoku, sudoku.influence
    first, second = (tuple(map(int, cell)) for cell in np.argwhere(window.document.content.free)[:2])
    for cell in (first, second):
        click_cell(window, cell)
        QTest.keyClick(window.board, Qt.Key.Key_F7)
        assert control.wanted
        assert window.docks.influence.button.isChecked()
        qtbot.waitUntil(lambda cell=cell: control.found is not None and control.found.cell == cell, timeout=SECONDS)
    click_cell(window, first)
    press_why(window)
    assert control.wanted
    assert window.actions_.why.isChecked()
    press_why(window)
    assert not control.wanted
    assert not window.docks.influence.button.isChecked()


def test_a_click_shows_what_a_digit_rests_on(qtbot, sudoku):
    window, control = sudoku, sudoku.influence
    cell = tuple(map(int, np.argwhere(window.document.content.free)[0]))
    assert not window.docks.influence.button.isEnabled()
    click_cell(window, cell)
    plain = window.board.grab().toImage()
    press_why(window)
    qtbot.waitUntil(lambda: control.found is not None, timeout=SECONDS)
    found = control.found
    assert found.cell == cell
    assert found.choice == window.film.shown().answer[cell]
    decided = window.film.refinements[found.decided - 1]
    assert found.probability == pytest.approx(float(decided.confidence[cell]), abs=1e-4)
    assert all(window.document.content.grid[each.cell] for each in found.evidence)
    assert window.docks.influence.words.text() == influence_words("sudoku", found).replace(" %", "\u00a0%")
    assert window.board.influence is found
    assert window.board.grab().toImage() != plain

    # Another refinement is another question; the answer to the first is kept.
    with qtbot.waitSignal(window.solver.answered, timeout=SECONDS):
        window.actions_.step_back.trigger()
        assert window.board.influence is None
    assert control.found.step == found.step - 1
    window.actions_.step_forward.trigger()
    assert control.found is found

    press_why(window)
    assert window.board.influence is None
    assert not window.docks.influence.words.isVisible()


def test_moving_on_cancels_the_question(qtbot, sudoku):
    window, control = sudoku, sudoku.influence
    first, second = (tuple(map(int, cell)) for cell in np.argwhere(window.document.content.free)[:2])
    click_cell(window, first)
    asked = []
    ask = window.solver.ask
    window.solver.ask = lambda question: (asked.append(question), ask(question))
    press_why(window)
    qtbot.waitUntil(lambda: len(asked) == 1)
    click_cell(window, second)
    assert asked[0].cancelled.is_set() or control.found is not None
    qtbot.waitUntil(lambda: control.found is not None and control.found.cell == second, timeout=SECONDS)


def test_another_checkpoint_is_not_asked(qtbot, sudoku):
    window = sudoku
    window.document.trace.checkpoint = "another one"
    click_cell(window, tuple(map(int, np.argwhere(window.document.content.free)[0])))
    press_why(window)
    qtbot.waitUntil(lambda: "another one" in window.docks.influence.words.text(), timeout=SECONDS)
    assert window.influence.found is None


def test_a_path_rests_on_walls(qtbot, tmp_path):
    window = solved(qtbot, tmp_path, next(generate_mazes(1, 3, "braided", 11, 11)))
    cell = tuple(map(int, np.argwhere(window.film.shown().answer == PATH)[2]))
    click_cell(window, cell)
    press_why(window)
    qtbot.waitUntil(lambda: window.influence.found is not None, timeout=SECONDS)
    assert window.influence.found.choice == PATH
    assert "path" in window.docks.influence.words.text()


def found_of(*evidence, decided=3, together=None):
    nothing = np.zeros((9, 9), np.float32)
    cells = tuple(each.cell for each in evidence)
    return Influence((0, 0), 0, 3, decided, 7, 0.9, nothing, evidence, cells, together)


def test_the_sentence_calls_a_reason_only_what_decides():
    evidence = (Evidence((0, 4), 0.01, 4), Evidence((3, 7), 0.4, 7), Evidence((5, 1), 0.89, 7))
    found = found_of(*evidence)
    assert [each.cell for each in named(found)] == [(0, 4), (3, 7)]
    assert influence_words("sudoku", found) == (
        "r1c1: 7 (90 %), because of r1c5. Without it, it would have said 4. r4c8 matters less: without it, still 7."
    )
    earlier = influence_words("sudoku", found_of(*evidence, decided=2))
    assert earlier.startswith("r1c1: 7 since refinement 2 (90 % then), because of r1c5. ")
    two = found_of(evidence[0], Evidence((3, 7), 0.4, 5), evidence[2])
    assert influence_words("sudoku", two) == (
        "r1c1: 7 (90 %), because of r1c5 and r4c8. Without r1c5 it would have said 4, without r4c8 5."
    )
    same = found_of(evidence[0], Evidence((3, 7), 0.4, 4), Evidence((5, 1), 0.5, 7))
    assert influence_words("sudoku", same) == (
        "r1c1: 7 (90 %), because of r1c5 and r4c8. Without any one of them it would have said 4. r6c2 matters less: "
        "without it, still 7."
    )


def test_the_sentence_never_calls_a_reason_what_can_be_missed():
    weak = (Evidence((3, 7), 0.4, 7), Evidence((5, 1), 0.7, 7))
    assert influence_words("sudoku", found_of(*weak, together=7)) == (
        "r1c1: 7 (90 %). Most influenced by r4c8 and r6c2, but without any single one of them it still says 7."
    )
    assert influence_words("sudoku", found_of(weak[0], together=7)) == (
        "r1c1: 7 (90 %). Most influenced by r4c8, but without it, it still says 7 (40 %)."
    )
    assert influence_words("sudoku", found_of(*weak, together=5)) == (
        "r1c1: 7 (90 %), because of r4c8 and r6c2 together. Without any single one of them it still says 7, without "
        "all of them 5."
    )
    none = found_of(Evidence((5, 1), 0.89, 7), Evidence((5, 2), 0.9, 7), together=7)
    assert influence_words("sudoku", none) == (
        "r1c1: 7 (90 %). None of the 2 cells that were tried decides it: without any one of them, still 7."
    )


def test_the_button_is_in_sight_at_the_usual_size(qtbot, sudoku):
    window = sudoku
    click_cell(window, tuple(map(int, np.argwhere(window.document.content.free)[0])))
    button = window.docks.influence.button
    assert not button.visibleRegion().isEmpty()
    assert button.visibleRegion().boundingRect() == button.rect()
    press_why(window)
    qtbot.waitUntil(lambda: window.influence.found is not None, timeout=SECONDS)
    words = window.docks.influence.words
    qtbot.waitUntil(lambda: words.visibleRegion().boundingRect() == words.rect())


def test_a_button_that_cannot_be_pressed_says_why(qtbot, sudoku):
    window, button = sudoku, sudoku.docks.influence.button

    def told():
        return " ".join(button.toolTip().split())

    assert not button.isEnabled()
    assert "Select a cell that the model filled in" in told()
    cell = tuple(map(int, np.argwhere(window.document.content.free)[0]))
    click_cell(window, cell)
    assert button.isEnabled()
    assert "not a proof" in told()
    step = window.film.refinements[-2].step
    for branch, words in (
        (Branch(step=1, checkpoint="another"), "Two networks made this"),
        (Branch(step=1, forced=((cell, 7),), for_good=True), "You forced this value"),
        (Branch(step=step - 1, forced=((cell, 7),)), "You forced this value"),
    ):
        window.film.trace.branches = (branch,)
        window.player.go_last()
        window.player.step_back()
        assert not button.isEnabled()
        assert words in told()
        assert words in window.docks.influence.words.text()
    window.film.trace.branches = (Branch(step=1, kick=0.5),)
    window.player.go_last()
    assert button.isEnabled()


def test_the_cell_panel_follows_whichever_was_used_last(sudoku):
    window, inspector = sudoku, sudoku.docks.inspector
    click_cell(window, (4, 4))

    def move_mouse(by=0):
        place = window.board.geometry_of_cells().cell(0, 0).center().toPoint() + QPoint(by, 0)
        point = QPointF(place)
        away, none = window.board.mapToGlobal(point), Qt.MouseButton.NoButton
        event = QMouseEvent(QEvent.Type.MouseMove, point, away, none, none, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(window.board, event)

    move_mouse()
    assert inspector.cell == (0, 0)
    QTest.keyClick(window.board, Qt.Key.Key_Down)
    assert inspector.cell == (5, 4), "the mouse has stood still"
    move_mouse(by=3)
    assert inspector.cell == (0, 0), "the mouse has moved, if only within its cell"
