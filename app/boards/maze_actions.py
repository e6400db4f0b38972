"""What the Edit menu offers for a maze: resize, fill, clear, invert, close the border."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QSpinBox, QWidget

from solver.puzzles.base import Cell
from solver.puzzles.maze import FREE, LARGEST, SMALLEST, WALL

if TYPE_CHECKING:
    from app.boards.maze_board import MazeBoard


def _tr(text: str) -> str:
    return QCoreApplication.translate("maze_actions", text)


def maze_actions(board: "MazeBoard") -> list[QAction]:
    """New actions for `board`, which owns them."""

    def resize() -> None:
        if board.content is not None:
            dialog = SizeDialog(board.content.shape, board)
            dialog.accepted.connect(lambda: board.resize_maze(*dialog.chosen))
            dialog.open()

    actions = []
    for text, shortcut, do in (
        (_tr("&Resize…"), "Ctrl+R", resize),
        (_tr("Fill with &Walls"), "Ctrl+Shift+W", lambda: board.fill(WALL)),
        (_tr("Clear All Wa&lls"), "", lambda: board.fill(FREE)),
        (_tr("&Invert"), "Ctrl+I", board.invert),
        (_tr("Close the &Border"), "Ctrl+B", board.enclose),
    ):
        action = QAction(text, board)
        action.setShortcut(shortcut)
        action.triggered.connect(lambda _=False, do=do: do())
        actions.append(action)
    return actions


class SizeDialog(QDialog):
    """Asks how many rows and columns a maze shall have."""

    def __init__(self, shape: Cell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_tr("Resize the Maze"))
        self.rows, self.columns = QSpinBox(self), QSpinBox(self)
        form = QFormLayout(self)
        for words, box, count in ((_tr("&Rows"), self.rows, shape[0]), (_tr("&Columns"), self.columns, shape[1])):
            box.setRange(SMALLEST, LARGEST)
            box.setValue(count)
            form.addRow(words, box)
        button = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(button.Ok | button.Cancel, parent=self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
        self.finished.connect(self.deleteLater)

    @property
    def chosen(self) -> Cell:
        """Rows and columns."""
        return self.rows.value(), self.columns.value()
