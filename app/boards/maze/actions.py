"""What the Edit menu offers for a maze: resize, fill, clear, invert, close the border."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from app.boards.size_dialog import SizeDialog
from solver.puzzles.maze.puzzle import FREE, LARGEST, SMALLEST, WALL

if TYPE_CHECKING:
    from app.boards.maze.board import MazeBoard

translate = QCoreApplication.translate


def maze_actions(board: "MazeBoard") -> list[QAction]:
    """New actions for `board`, which owns them."""

    def resize() -> None:
        if board.content is not None:
            dialog = SizeDialog(
                translate("maze_actions", "Resize the Maze"), board.content.shape, SMALLEST, LARGEST, board
            )
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
        action = QAction(text, board)
        action.setShortcut(shortcut)
        action.triggered.connect(lambda _=False, do=do: do())
        actions.append(action)
    return actions
