"""What the Edit menu offers for a maze: resize, fill, clear, invert, close the border."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.boards.size_dialog import SizeDialog
from solver.puzzles.base import Cell
from solver.puzzles.maze.puzzle import FREE, LARGEST, SMALLEST, WALL

translate = QCoreApplication.translate


class EditableMaze(Protocol):
    """What the actions do things to; see `MazeBoard`."""

    @property
    def shape(self) -> Cell: ...

    def resize_maze(self, rows: int, columns: int) -> None: ...

    def fill(self, token: int) -> None: ...

    def invert(self) -> None: ...

    def enclose(self) -> None: ...


def maze_actions(board: EditableMaze, owner: QWidget) -> list[QAction]:
    """New actions of `owner` that change `board`."""

    def resize() -> None:
        if board.shape != (0, 0):
            dialog = SizeDialog(translate("maze_actions", "Resize the Maze"), board.shape, SMALLEST, LARGEST, owner)
            dialog.accepted.connect(lambda: board.resize_maze(*dialog.chosen))
            dialog.open()

    actions = []
    for text, shortcut, do in (
        (translate("maze_actions", "Resi&ze…"), "Ctrl+R", resize),
        (translate("maze_actions", "Fill with &Walls"), "Ctrl+Shift+W", lambda: board.fill(WALL)),
        (translate("maze_actions", "Clear &All Walls"), "", lambda: board.fill(FREE)),
        (translate("maze_actions", "&Invert"), "Ctrl+I", board.invert),
        (translate("maze_actions", "Close the &Border"), "Ctrl+B", board.enclose),
    ):
        action = QAction(text, owner)
        action.setShortcut(shortcut)
        action.triggered.connect(lambda _=False, do=do: do())
        actions.append(action)
    return actions
