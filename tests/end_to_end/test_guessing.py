"""Guess along in the real window: typing, pencil, mouse, menu, comparison, undo, saving and export."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.documents.draft import Draft
from app.documents.samples import FIRST, sample_entry
from app.panels.guess_note import GuessNote
from app.window.main_window import MainWindow
from app.window.settings import Settings
from solver.formats.reading import read_puzzles
from solver.puzzles.maze.cells import PATH
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from tests.app.windows import leave_nothing_to_save, open_window
from tests.end_to_end.test_influence import click_cell
from tests.traces import MAZE_SOLUTION, SUDOKU_SOLUTION, maze_puzzle, maze_trace, sudoku_puzzle, sudoku_trace

SECONDS = 60_000


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "ponder.ini")


@pytest.fixture
def window(qtbot, settings):
    return open_window(qtbot, settings, sudoku_puzzle(), guessing=True)


def note(window) -> str:
    """What is said of the person's entries; nothing while there are none."""
    found = window.findChild(GuessNote)
    said = found.text().replace("\u00a0", " ") if found.isVisible() else ""
    return "" if said.startswith("Try it yourself") else said


def press_digit(window, digit):
    QTest.mouseClick(window.board.row.digits[digit - 1], Qt.MouseButton.LeftButton)


def test_the_first_digit_does_not_move_the_board(qtbot, window):
    assert window.findChild(GuessNote).text().startswith("Try it yourself: type digits over the puzzle")
    QApplication.processEvents()
    place = window.board.mapTo(window, window.board.geometry_of_cells().board.topLeft().toPoint())
    side = window.board.geometry_of_cells().side
    click_cell(window, (0, 0))
    QTest.keyClick(window.board, Qt.Key.Key_4)
    for _ in range(3):
        QApplication.processEvents()
    assert note(window).startswith("Your guess: 1 digit")
    assert window.board.mapTo(window, window.board.geometry_of_cells().board.topLeft().toPoint()) == place
    assert window.board.geometry_of_cells().side == side
    # Who changes the puzzle itself is not told about guesses.
    window.actions_.undo.trigger()
    window.actions_.guess.trigger()
    assert not window.findChild(GuessNote).isVisible()


def test_typed_digits_are_entries_and_the_puzzle_stays(qtbot, window):
    puzzle = window.document.content
    assert note(window) == ""
    click_cell(window, (0, 0))
    QTest.keyClick(window.board, Qt.Key.Key_4)
    click_cell(window, (0, 1))
    QTest.keyClick(window.board, Qt.Key.Key_9)
    guess = window.document.entry.guess
    assert (guess.values[0, 0], guess.values[0, 1]) == (4, 9)
    assert window.document.content is puzzle
    assert note(window) == "Your guess: 2 digits, 51 cells still open."
    assert window.document.undo_stack.undoText() == "guess 9 in row 1, column 2"
    assert "your own guess: 4" in window.board.describe((0, 0))

    # A given is not touched, and the window says what to do.
    click_cell(window, (0, 6))
    QTest.keyClick(window.board, Qt.Key.Key_1)
    assert window.document.content is puzzle
    assert "r1c7 is given by the puzzle" in window.messages.sentence.text()

    click_cell(window, (0, 1))
    QTest.keyClick(window.board, Qt.Key.Key_Backspace)
    assert window.document.entry.guess.values[0, 1] == 0
    window.actions_.undo.trigger()
    assert window.document.entry.guess.values[0, 1] == 9
    window.actions_.clear_guess.trigger()
    assert window.document.entry.guess is None
    assert note(window) == ""


def test_clear_takes_what_typing_changes(window):
    puzzle = window.document.content
    click_cell(window, (0, 0))
    QTest.keyClick(window.board, Qt.Key.Key_4)
    QTest.keyClick(window, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert window.document.entry.guess is None
    assert window.document.content is puzzle
    window.actions_.undo.trigger()
    assert window.document.entry.guess.values[0, 0] == 4
    window.actions_.clear.trigger()

    # There is nothing left to clear, so the puzzle stays, and the window says what to do.
    window.actions_.clear.trigger()
    assert window.document.content is puzzle
    assert "choose Givens" in window.statusBar().currentMessage()
    window.guessing.choose(False)
    window.actions_.clear.trigger()
    assert not window.document.content.grid.any()


def test_digits_and_pencil_on_screen(window):
    click_cell(window, (0, 0))
    press_digit(window, 4)
    assert window.document.entry.guess.values[0, 0] == 4
    QTest.mouseClick(window.board.row.pencil, Qt.MouseButton.LeftButton)
    click_cell(window, (0, 1))
    press_digit(window, 6)
    press_digit(window, 2)
    assert window.document.entry.guess.marks_of((0, 1)) == (2, 6)
    QTest.mouseClick(window.board.row.pencil, Qt.MouseButton.LeftButton)
    QTest.keyClick(window.board, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.document.entry.guess.marks_of((0, 1)) == (6,)
    QTest.mouseClick(window.board.row.clear, Qt.MouseButton.LeftButton)
    assert window.document.entry.guess.marks_of((0, 1)) == ()


def test_the_mode_is_changed_above_the_board_by_key_and_menu(window):
    QTest.mouseClick(window.board.row.given, Qt.MouseButton.LeftButton)
    assert not window.actions_.guess.isChecked()
    assert "givens" in window.statusBar().currentMessage()
    click_cell(window, (0, 0))
    QTest.keyClick(window.board, Qt.Key.Key_4)
    assert window.document.content.grid[0, 0] == 4
    assert window.document.entry.guess is None
    window.actions_.guess.trigger()
    assert window.board.row.own.isChecked()


def test_an_opened_puzzle_is_guessed_at_and_an_empty_one_gets_givens(qtbot, settings):
    window = MainWindow(sample_entry(FIRST), settings)
    qtbot.addWidget(window, before_close_func=leave_nothing_to_save)
    with qtbot.waitSignal(window.painted):
        window.show()
    assert window.actions_.guess.isChecked()
    window.actions_.new_sudoku.trigger()
    qtbot.waitUntil(lambda: not window.document.content.grid.any(), timeout=SECONDS)
    assert not window.actions_.guess.isChecked()
    click_cell(window, (0, 0))
    for key, cell in ((Qt.Key.Key_4, (0, 0)), (Qt.Key.Key_5, (0, 1))):
        click_cell(window, cell)
        QTest.keyClick(window.board, key)
    assert window.document.content.grid[0, :2].tolist() == [4, 5]
    # A draft is mended, whatever the mode is.
    QTest.keyClick(window.board, Qt.Key.Key_4)
    assert isinstance(window.document.content, Draft)
    window.guessing.choose(True)
    QTest.keyClick(window.board, Qt.Key.Key_5)
    assert isinstance(window.document.content, SudokuPuzzle)
    assert window.document.content.grid[0, 1] == 5


def test_it_is_compared_with_each_refinement(window):
    solution = np.array(list(map(int, SUDOKU_SOLUTION))).reshape(9, 9)
    window.document.record(sudoku_trace(), "Solve")
    window.actions_.go_first.trigger()
    for cell, digit in (((0, 0), solution[0, 0]), ((0, 1), solution[0, 1] % 9 + 1)):
        click_cell(window, cell)
        QTest.keyClick(window.board, Qt.Key(Qt.Key.Key_0 + int(digit)))
    assert window.film.position == -1, "an entry leaves the film where it is"
    alone = window.board.grab().toImage()
    window.film.go_to(window.film.last)
    assert note(window).startswith("Of your 2 digits, refinement ")
    assert "agrees with 1. It differs in r1c2. It is at least 90 % sure of " in note(window)
    assert window.board.grab().toImage() != alone
    window.document.set_guess(
        window.document.entry.guess.with_values(
            {tuple(c): int(solution[tuple(c)]) for c in np.argwhere(window.document.content.free)}
        ),
        "all",
    )
    window.film.go_to(-1)
    assert note(window) == "Your own answer is right: the rules accept it."


def test_a_path_of_ones_own_is_dragged_through_a_maze(qtbot, settings):
    window = open_window(qtbot, settings, maze_puzzle(), guessing=True)
    board, maze = window.board, window.document.content

    def at(cell) -> QPoint:
        return board.geometry_of_cells().cell(*cell).center().toPoint()

    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=at((1, 2)))
    QTest.mouseMove(board, at((1, 3)))
    QTest.mouseMove(board, at((3, 3)))
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=at((3, 3)))
    guess = window.document.entry.guess
    assert [tuple(c) for c in np.argwhere(guess.values == PATH).tolist()] == [(1, 2), (1, 3), (2, 3), (3, 3)]
    assert window.document.content is maze
    assert note(window).startswith("Your path: 4 cells. The path ends ")

    # Erased with the right button, given up with Escape, and by key.
    QTest.mousePress(board, Qt.MouseButton.RightButton, pos=at((3, 3)))
    QTest.mouseRelease(board, Qt.MouseButton.RightButton, pos=at((3, 3)))
    assert window.document.entry.guess.values[3, 3] == 0
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=at((3, 3)))
    QTest.keyClick(board, Qt.Key.Key_Escape)
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=at((3, 3)))
    assert window.document.entry.guess.values[3, 3] == 0
    board.select((3, 3))
    QTest.keyClick(board, Qt.Key.Key_Return)
    assert window.document.entry.guess.values[3, 3] == PATH

    solution = {(r, c): PATH for r, row in enumerate(MAZE_SOLUTION) for c, sign in enumerate(row) if sign == "o"}
    window.document.set_guess(guess.with_values(solution), "all")
    assert note(window) == "Your own answer is right: the rules accept it."
    window.document.record(maze_trace(), "Solve")
    assert note(window).startswith(f"Of the {len(solution)} cells of your path, refinement ")


def test_the_context_menu_enters_digits(window, monkeypatch):
    # Offscreen, no menu can be on the screen.
    opened = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, where: opened.append(menu))
    click_cell(window, (0, 0))
    where = window.board.geometry_of_cells().cell(0, 0).center().toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, window.board.mapToGlobal(where))
    QApplication.sendEvent(window.board, event)
    (menu,) = opened
    digits, marks, clear = menu.actions()[:3]
    words = [action.text() for action in menu.actions()]
    assert {window.actions_.why.text(), window.actions_.branch.text()} <= set(words)
    digits.menu().actions()[6].trigger()
    assert window.document.entry.guess.values[0, 0] == 7
    clear.trigger()
    assert window.document.entry.guess is None
    marks.menu().actions()[2].trigger()
    assert window.document.entry.guess.marks_of((0, 0)) == (3,)


def test_it_is_exported(qtbot, window, tmp_path):
    window.document.record(sudoku_trace(steps=3), "Solve")
    plain: dict[str, bytes] = {}
    for own in (False, True):
        if own:
            click_cell(window, (0, 0))
            QTest.keyClick(window.board, Qt.Key.Key_3)
            QTest.keyClick(window.board, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
        for suffix in (".png", ".gif", ".webp", ".txt"):
            path = tmp_path / f"{own}{suffix}"
            with qtbot.waitSignal(window.exports.exported, timeout=SECONDS):
                window.exports.write(path)
            if own:
                assert path.read_bytes() != plain[suffix]
            else:
                plain[suffix] = path.read_bytes()
    assert not QImage(str(tmp_path / "True.png")).isNull()
    text = (tmp_path / "True.txt").read_text()
    assert "== Your guess ==" in text
    assert "r1c1: 7" in text
    assert read_puzzles(text)[0].puzzle == sudoku_puzzle()
