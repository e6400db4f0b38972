"""The board's context menu: what can be done with the selected cell, for those who don't know the keys."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.boards.grid_board import GridBoard
from app.boards.maze.board import MazeBoard
from app.boards.sudoku.board import SudokuBoard
from app.documents.guess import DIGITS, NOTHING
from app.window.allowing import allow
from app.words import why_not as why
from solver.puzzles.maze.cells import PATH

translate = QCoreApplication.translate


def board_menu(board: GridBoard, actions: Sequence[QAction], parent: QWidget) -> QMenu:
    """For the selected cell of `board`; `actions` are the window's own, which follow a separator."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    if isinstance(board, SudokuBoard):
        _add_digits(menu, board)
    elif isinstance(board, MazeBoard):
        _add_path(menu, board)
    menu.addActions(list(actions))
    return menu


def _add_digits(menu: QMenu, board: SudokuBoard) -> None:
    content, cell = board.content, board.selected
    can = board.editable and content is not None and cell is not None
    free = content is not None and cell is not None and bool(content.free[cell])
    title = translate("board_menu", "Your &Guess") if board.guesses else translate("board_menu", "&Given Digit")
    digits = menu.addMenu(title)
    refusal = _refusal(board) or why.given_cell()
    allow(digits.menuAction(), can and (free or not board.guesses), refusal)
    marks = menu.addMenu(translate("board_menu", "Your Pencil &Mark"))
    allow(marks.menuAction(), can and free and board.guesses, refusal if board.guesses else why.guess_first())
    pencilled = board.guess.marks_of(cell) if board.guess is not None and cell is not None else ()
    for digit in DIGITS:
        put = digits.addAction(f"&{digit}")
        put.triggered.connect(lambda _=False, digit=digit: board.put_digit(digit))
        mark = marks.addAction(f"&{digit}")
        mark.setCheckable(True)
        mark.setChecked(digit in pencilled)
        mark.triggered.connect(lambda _=False, digit=digit: board.turn_mark(digit))
    clear = menu.addAction(translate("board_menu", "&Clear This Cell"))
    allow(clear, can and (free or not board.guesses), refusal)
    clear.triggered.connect(lambda: board.put_digit(0))
    menu.addSeparator()


def _refusal(board: GridBoard) -> str:
    """Why nothing can be entered now, whatever the cell holds; "" if it can."""
    if not board.editable:
        return why.stop_first()
    return why.select_first() if board.selected is None else ""


def _add_path(menu: QMenu, board: MazeBoard) -> None:
    content, cell = board.content, board.selected
    free = content is not None and cell is not None and bool(content.free[cell])
    for words, value in (
        (translate("board_menu", "On Your &Path"), PATH),
        (translate("board_menu", "&Off Your Path"), NOTHING),
    ):
        action = menu.addAction(words)
        refusal = _refusal(board) or (why.given_cell() if board.guesses else why.own_path_first())
        allow(action, board.editable and board.guesses and free, refusal)
        action.triggered.connect(lambda _=False, value=value: board.draw_path(value))
    menu.addSeparator()
