"""Pictures pasted or dropped into the window; it asks about cells that were hard to read before it solves."""

import time
from dataclasses import replace

import numpy as np
import pytest
from PIL import ImageDraw
from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage

from app.documents.generating import blank
from app.documents.incoming import Incoming
from app.window.settings import Settings
from solver.cancelling import Cancelled
from solver.formats.maze_image import write_maze_image
from solver.training.digits.screens import LIGHT
from tests.app.windows import open_window
from tests.solver.formats.arc_pictures import GRID, arc_picture, png
from tests.solver.formats.sudoku_pictures import GIVENS, grid_of, screen
from tests.traces import maze_puzzle, sudoku_puzzle


@pytest.fixture
def window(qtbot, tmp_path):
    return open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())


def paste(qtbot, window, picture):
    data = QMimeData()
    data.setData("image/png", QByteArray(png(picture)))
    QGuiApplication.clipboard().setMimeData(data)
    window.actions_.paste.trigger()
    qtbot.waitUntil(lambda: not window.threads.busy, timeout=60_000)


def drop(qtbot, window, data):
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(50, 50), copy, data, left, none))
    qtbot.waitUntil(lambda: not window.threads.busy, timeout=60_000)


def blotted():
    """r1c1 cannot be read for certain; the two digits of r1c2 and r1c5 can."""
    picture = screen(replace(LIGHT, cell=60))
    ImageDraw.Draw(picture).rectangle((40, 40, 68, 58), (20, 20, 20))
    return picture


def choice(window, words):
    (button,) = [button for button in window.messages.choices if button.text() == words]
    button.click()


def test_a_pasted_screenshot_becomes_the_puzzle(qtbot, window):
    paste(qtbot, window, screen())
    np.testing.assert_array_equal(window.document.content.grid, grid_of())
    assert not window.document.entry.unsure
    window.actions_.undo.trigger()
    assert window.document.content == sudoku_puzzle()


def test_a_dropped_file_and_a_dropped_image_are_read(qtbot, window, tmp_path):
    file = tmp_path / "no ending"
    file.write_bytes(png(screen()))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop(qtbot, window, data)
    np.testing.assert_array_equal(window.document.content.grid, grid_of())
    data = QMimeData()
    data.setImageData(QImage.fromData(png(screen(givens=GIVENS[::-1]))))
    drop(qtbot, window, data)
    np.testing.assert_array_equal(window.document.content.grid, grid_of(GIVENS[::-1]))


def test_a_solve_waits_until_hard_cells_are_confirmed(qtbot, window):
    paste(qtbot, window, blotted())
    assert window.document.entry.unsure == {(0, 0)}
    assert window.board.unsure == {(0, 0)}
    assert "r1c1" in window.messages.sentence.text()
    assert "hard to read" in window.board.describe((0, 0))
    window.actions_.solve.trigger()
    assert not window.solving.running
    assert "before solving" in window.messages.sentence.text()
    choice(window, "Go to the first")
    assert window.board.selected == (0, 0)
    qtbot.keyClick(window.board, Qt.Key.Key_5)
    assert not window.document.entry.unsure
    assert not window.messages.isVisible()
    np.testing.assert_array_equal(window.document.content.grid, grid_of())
    window.actions_.solve.trigger()
    assert window.solving.running
    window.actions_.stop.trigger()
    qtbot.waitUntil(lambda: not window.solving.running)


def test_enter_a_second_click_or_the_same_key_confirms(qtbot, window):
    paste(qtbot, window, blotted())
    digit = int(window.document.content.grid[0, 0])
    window.board.select((0, 0))
    qtbot.keyClick(window.board, Qt.Key.Key_Return)
    assert not window.document.entry.unsure
    window.actions_.undo.trigger()
    assert window.board.unsure == {(0, 0)}
    qtbot.keyClick(window.board, Qt.Key.Key_0 + digit)
    assert not window.document.entry.unsure
    window.actions_.undo.trigger()
    window.board.select(None)
    place = window.board.geometry_of_cells().cell(0, 0).center().toPoint()
    qtbot.mouseClick(window.board, Qt.MouseButton.LeftButton, pos=place)
    assert window.document.entry.unsure == {(0, 0)}
    qtbot.mouseClick(window.board, Qt.MouseButton.LeftButton, pos=place)
    assert not window.document.entry.unsure


def test_they_are_right_solves_at_once(qtbot, window):
    paste(qtbot, window, blotted())
    window.actions_.solve.trigger()
    choice(window, "They are right, solve")
    assert window.solving.running
    window.actions_.stop.trigger()
    qtbot.waitUntil(lambda: not window.solving.running)


def test_unsure_cells_are_saved_with_the_document(qtbot, window, tmp_path):
    paste(qtbot, window, blotted())
    window.files.save_to(tmp_path / "a.ponder")
    qtbot.waitUntil(lambda: not window.threads.busy, timeout=60_000)
    window.reading._confirm_all()
    window.actions_.close_puzzle.trigger()
    window.files.open(tmp_path / "a.ponder")
    qtbot.waitUntil(lambda: not window.threads.busy, timeout=60_000)
    assert window.document.entry.unsure == {(0, 0)}


def test_a_picture_that_breaks_a_rule_opens_to_be_mended(qtbot, window):
    paste(qtbot, window, screen(givens="55" + GIVENS[2:]))
    assert {(0, 0), (0, 1)} <= window.document.entry.unsure
    assert window.document.content.problem is not None


def test_two_colours_are_read_in_two_ways(qtbot, window):
    many = "..4..89.2.7....348" + "." * 63
    paste(qtbot, window, screen(replace(LIGHT, entered=(30, 100, 220)), entered=many))
    np.testing.assert_array_equal(window.document.content.grid, grid_of())
    assert "two colours" in window.messages.sentence.text()
    choice(window, "Read it that way")
    assert window.document.content.grid[0, 2] == 4


@pytest.mark.parametrize("grid", [GRID, ((0, 3, 3), (3, 0, 0), (0, 3, 0))], ids=["colours", "two colours"])
def test_a_picture_of_a_grid_goes_into_the_active_grid_of_a_task(qtbot, tmp_path, grid):
    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), blank("arc"))
    paste(qtbot, window, arc_picture(grid, margin=15))
    assert window.document.content.task.test[0].input == grid
    assert window.board.editor.active.side == "input"


def test_a_picture_of_a_grid_starts_a_task_where_none_is_open(qtbot, window):
    paste(qtbot, window, arc_picture(margin=15))
    assert window.document.content == sudoku_puzzle()
    choice(window, "New task")
    assert window.document.content.task.test[0].input == GRID


def test_a_picture_of_a_maze_becomes_the_maze(qtbot, window, tmp_path):
    write_maze_image(maze_puzzle(), tmp_path / "maze.png")
    window.files.open(tmp_path / "maze.png")
    qtbot.waitUntil(lambda: not window.threads.busy, timeout=60_000)
    assert window.document.content == maze_puzzle()


def test_a_maze_that_could_be_a_grid_is_asked_about(qtbot, window):
    """Walls of one of the ten colours on black, with two openings."""
    walls = tuple(tuple(int(row in (0, 6) or column in (0, 6)) for column in range(7)) for row in range(7))
    grid = tuple(
        tuple(0 if (row, column) in ((0, 3), (6, 3)) else walls[row][column] for column in range(7)) for row in range(7)
    )
    paste(qtbot, window, arc_picture(grid))
    assert window.document.content.kind == "maze"
    choice(window, "Start a task with it")
    window.document.settle()
    assert window.document.content.task.test[0].input == grid


def test_a_link_is_explained(window):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/sudoku.png")])
    QGuiApplication.clipboard().setMimeData(data)
    window.actions_.paste.trigger()
    assert "Ponder works offline" in window.messages.sentence.text()


def test_reading_a_picture_can_be_cancelled(qtbot, window, monkeypatch):
    window.files._slow.setInterval(0)
    begun = []

    def slow(found, name, arc, cancelled):
        begun.append(True)
        while not cancelled():
            time.sleep(0.005)
        raise Cancelled

    monkeypatch.setattr("app.documents.opening.read_parts", slow)
    window.files.take(Incoming(parts=(png(screen()),)))
    qtbot.waitUntil(lambda: bool(begun) and window.messages.isVisible())
    window.files.cancel_reading()
    qtbot.waitUntil(lambda: not window.threads.busy, timeout=60_000)
    assert window.document.content == sudoku_puzzle()
    assert not window.messages.isVisible()
