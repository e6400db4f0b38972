"""The Sudoku board: digits are typed, and cleared."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.boards.editor import Edit
from app.boards.grid_board import GridBoard
from app.boards.sudoku.editor import SudokuEditor
from app.boards.sudoku.painting import paint_sudoku
from app.film.film import Film
from solver.puzzles.base import Cell

CONFIRMING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CLEARING = (Qt.Key.Key_0, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class SudokuBoard(GridBoard):
    """A 9×9 grid of digits."""

    paint = staticmethod(paint_sudoku)
    new_editor = SudokuEditor
    kind = "sudoku"
    editor: SudokuEditor

    def __init__(self, film: Film, parent: QWidget | None = None) -> None:
        self._clicked: Cell | None = None
        super().__init__(film, parent)

    def clear(self) -> None:
        self.ask_for(self.editor.clear())

    def press_key(self, event: QKeyEvent) -> bool:
        if self.selected is None:
            return False
        if self.selected in self.unsure and self._confirms(event.key()):
            self.confirmed.emit(*self.selected)
        elif Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self.ask_for(self.editor.type(self.selected, event.key() - Qt.Key.Key_0))
        elif event.key() in CLEARING:
            self.ask_for(self.editor.type(self.selected, 0))
        else:
            return False
        return True

    def press_cell(self, cell: Cell, event: QMouseEvent) -> None:
        # The first click selects, so that nothing is confirmed unseen.
        if cell in self.unsure and cell == self._clicked:
            self.confirmed.emit(*cell)
        self._clicked = cell

    def _confirms(self, key: int) -> bool:
        """Whether `key` says that the selected cell is as it was read."""
        assert self.content is not None
        assert self.selected is not None
        digit = int(self.content.grid[self.selected])
        return key in CONFIRMING or (key == Qt.Key.Key_0 + digit if digit else key in CLEARING)

    def words_of(self, edit: Edit) -> str:
        words = {
            "clear": self.tr("clear the grid"),
            "clear cell": self.tr("clear row {row}, column {column}"),
            "type": self.tr("type {digit} in row {row}, column {column}"),
        }
        return words[edit.deed].format(**edit.values)

    def describe_value(self, cell: Cell) -> str:
        assert self.content is not None
        given = int(self.content.grid[cell])
        if given:
            return self.tr("{digit}, given").format(digit=given)
        if self.refinement is None:
            return self.tr("empty")
        words = self.tr("{digit}, predicted, {percent} percent").format(
            digit=int(self.refinement.answer[cell]) or self.tr("blank"),
            percent=round(float(self.refinement.confidence[cell]) * 100),
        )
        if self.refinement.violations[cell]:
            words += self.tr(", breaks a rule")
        return words
