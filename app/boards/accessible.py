"""A board for screen readers: a list of its cells, each named by its place, value and confidence.

A list, because PySide6 has no `QAccessibleTableInterface` to derive from; rows and columns are in the names.
"""

from functools import partial

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from app.boards.grid_board import GridBoard
from solver.puzzles.base import Cell


def make_boards_accessible() -> None:
    """Have Qt ask here for what there is to know of a board; once for each program."""
    QAccessible.installFactory(_interface_of)


class AccessibleBoard(QAccessibleWidget):
    """A board, whose children are its cells in reading order."""

    def __init__(self, board: GridBoard) -> None:
        super().__init__(board, QAccessible.Role.List)
        self._board = board
        # Qt refers to cells by number and deletes none of its own accord, and Python must not do so before Qt.
        self._cells: list[AccessibleCell] = []
        board.destroyed.connect(partial(_delete, self._cells))

    def childCount(self) -> int:
        rows, columns = self._board.shape
        return rows * columns

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        while len(self._cells) <= index:
            cell = AccessibleCell(self._board, len(self._cells))
            QAccessible.registerAccessibleInterface(cell)
            self._cells.append(cell)
        return self._cells[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.index if isinstance(child, AccessibleCell) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        board = self._board
        cell = board.geometry_of_cells().cell_at(board.mapFromGlobal(QRect(x, y, 1, 1).topLeft()).toPointF())
        return None if cell is None or board.content is None else self.child(board.index_of(cell))

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        board = self._board
        if board.selected is None or not board.hasFocus():
            return None
        return self.child(board.index_of(board.selected))


class AccessibleCell(QAccessibleInterface):
    """The cell at `index` of whatever `board` shows when it is asked."""

    def __init__(self, board: GridBoard, index: int) -> None:
        super().__init__()
        self._board = board
        self.index = index

    @property
    def cell(self) -> Cell:
        """Row and column."""
        return divmod(self.index, max(self._board.shape[1], 1))

    def isValid(self) -> bool:
        rows, columns = self._board.shape
        return self.index < rows * columns

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._board)

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def rect(self) -> QRect:
        inside = self._board.geometry_of_cells().cell(*self.cell).toRect()
        return QRect(self._board.mapToGlobal(inside.topLeft()), inside.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state, board = QAccessible.State(), self._board
        # Qt's stubs leave out its fields, which are bits.
        here = self.isValid() and self.cell == board.selected
        for name, value in (
            ("focusable", True),
            ("selectable", True),
            ("selected", here),
            ("focused", here and board.hasFocus()),
            ("readOnly", not board.editable),
            ("invalid", not self.isValid()),
        ):
            setattr(state, name, int(value))
        return state

    def text(self, which: QAccessible.Text) -> str:
        return self._board.describe(self.cell) if which == QAccessible.Text.Name and self.isValid() else ""

    def setText(self, which: QAccessible.Text, text: str) -> None:
        """Nothing can be renamed."""


def _delete(cells: list[AccessibleCell]) -> None:
    for cell in cells:
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(cell))
    cells.clear()


def _interface_of(_key: str, thing: QObject) -> QAccessibleInterface | None:
    return AccessibleBoard(thing) if isinstance(thing, GridBoard) else None
