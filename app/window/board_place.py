"""The place of the board in the window: a board of the shown puzzle's kind, connected to the panels around it."""

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QWidget

from app.boards.kinds import new_board
from app.window.looks import Looks
from app.window.parts import WindowParts


class BoardPlace(QObject):
    """Replaces the board only when a puzzle of another kind is shown."""

    def __init__(self, window: WindowParts, looks: Looks) -> None:
        super().__init__(window)
        self._window = window
        self._looks = looks
        self._kind = ""
        self._tool_row: QWidget | None = None

    def show_kind(self, kind: str) -> bool:
        """Show a board for puzzles of `kind`; tells whether it is a new one."""
        if kind == self._kind:
            return False
        window = self._window
        board = new_board(kind, window.film)
        self._kind = kind
        self._looks.dress(board)
        board.edited.connect(window.document.edit)
        window.reading.attend(board)
        window.guessing.attend(board)
        board.menuWanted.connect(self._show_menu)
        board.cellHovered.connect(window.docks.inspector.hover_cell)
        board.cellSelected.connect(window.docks.inspector.set_cell)
        board.cellSelected.connect(window.influence.set_cell)
        board.testWanted.connect(self._choose_test)
        if self._tool_row is not None:
            # At once: it must not be pressed once its board is gone.
            self._tool_row.hide()
            self._tool_row.deleteLater()
        self._tool_row = board.tool_row()
        if self._tool_row is not None:
            window.column.insertWidget(1, self._tool_row)
            self._tool_row.show()
        window.board_view.set_board(board)
        window.menus.show_board_edits(board.edit_actions())
        board.setFocus()
        return True

    @Slot(QPoint)
    def _show_menu(self, where: QPoint) -> None:
        # Now, for it knows the boards of all kinds, and the first window needs one alone.
        from app.window.board_menu import board_menu

        window, do = self._window, self._window.actions_
        menu = board_menu(window.board, (do.why, do.branch, do.guess, do.pencil_marks, do.undo), window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    @Slot(int)
    def _choose_test(self, number: int) -> None:
        # A solve under way is of all test inputs; what it finds is to be seen beside the one that was shown.
        if not self._window.solving.running:
            self._window.document.choose_test(number)
