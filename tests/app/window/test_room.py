"""In a small window the panels give way to the board, and are as before once there is room again."""

import pytest
from PySide6.QtWidgets import QApplication, QTabBar

from app.documents.entry import Entry
from app.documents.samples import starting_entries
from app.window.main_window import MainWindow
from app.window.settings import Settings
from tests.app.windows import open_window
from tests.arc_tasks import arc_puzzle
from tests.traces import maze_puzzle, sudoku_puzzle


@pytest.fixture
def window(qtbot, tmp_path):
    return open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())


def resize(window, width: int, height: int) -> None:
    window.resize(width, height)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (width, height)


def sizes(window) -> tuple[int, int, int]:
    docks = window.docks
    return docks.playback.height(), docks.cell.width(), docks.loop.width()


def test_panels_give_way_to_the_board_first_and_come_back(window):
    resize(window, 1240, 880)
    before = sizes(window)
    resize(window, 800, 600)
    below, beside, _ = sizes(window)
    assert below < before[0]
    assert beside < before[1]
    assert window.docks.loop.isHidden()
    board = window.board_view
    assert board.width() > beside
    assert board.height() > below
    resize(window, 1240, 880)
    assert all(abs(now - then) <= 2 for now, then in zip(sizes(window), before, strict=True))


def test_the_list_of_puzzles_can_be_read_when_it_comes(window):
    resize(window, 800, 600)
    for size in ((1240, 880), (800, 600), (2560, 1440)):
        window.document.replace((Entry("Sudoku", sudoku_puzzle()),))
        QApplication.processEvents()
        resize(window, *size)
        window.document.replace((Entry("Sudoku", sudoku_puzzle()), Entry("Maze", maze_puzzle())))
        for _ in range(3):
            QApplication.processEvents()
        assert window.docks.puzzles.isVisible()
        assert window.docks.puzzles.width() >= min(150, size[0] * 0.15), size


def test_the_list_has_room_for_seven_puzzles(qtbot, tmp_path):
    settings = Settings(tmp_path / "other.ini")
    settings.tour_seen = True
    window = MainWindow(starting_entries(), settings)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    chooser = window.docks.chooser
    assert chooser.viewport().height() >= 7 * chooser.sizeHintForRow(0)


def test_a_sudoku_is_readable_in_the_smallest_window(window):
    resize(window, 800, 600)
    row = window.board.row
    assert len({button.mapTo(row, button.rect().center()).y() for button in (row.own, *row.digits)}) == 1
    board = window.board.geometry_of_cells().board
    assert min(board.width(), board.height()) >= 300


@pytest.mark.parametrize("puzzle", [sudoku_puzzle, maze_puzzle, arc_puzzle])
def test_each_row_of_tabs_is_there_once_from_the_first_paint_on(qtbot, tmp_path, puzzle):
    window = MainWindow(Entry("Test", puzzle(), passing=True), Settings(tmp_path / "ponder.ini"))
    qtbot.addWidget(window)
    window.show()
    # Before the event loop has run: it would remove what Qt made in vain, but only after it was seen.
    bars = [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]
    titles = [tuple(bar.tabText(index) for index in range(bar.count())) for bar in bars]
    assert sorted(titles) == [("Cell", "Legend"), ("Confidence", "Starts"), ("What happens", "Steps")]
    middle = window.centralWidget().geometry()
    assert not [bar.geometry() for bar in bars if bar.geometry().intersects(middle)]
