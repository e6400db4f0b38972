"""The scrolling view around a board, which makes the board larger than itself when zoomed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.boards.grid_board import GridBoard


class BoardScroll(QScrollArea):
    """Holds one board; at zoom 1 the whole board is in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_board(self, board: GridBoard) -> None:
        """Show `board` instead of the one before, which is deleted."""
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()
        board.zoomChanged.connect(self._fit)
        board.cellSelected.connect(self._follow)
        self.setWidget(board)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _follow(self) -> None:
        """Keep a cell chosen by keyboard in view."""
        board = self.widget()
        if isinstance(board, GridBoard) and board.selected is not None and board.zoom > 1.0:
            cell = board.geometry_of_cells().cell(*board.selected)
            side = round(cell.width())
            self.ensureVisible(round(cell.center().x()), round(cell.center().y()), side, side)

    def _fit(self) -> None:
        board = self.widget()
        if isinstance(board, GridBoard):
            size = self.viewport().size()
            if board.zoom > 1.0:
                board.setMinimumSize(size * board.zoom)
            else:
                board.setMinimumSize(board.minimumSizeHint())
