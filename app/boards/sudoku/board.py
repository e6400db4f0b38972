"""The Sudoku board: digits are typed, and cleared."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.boards.editor import Edit
from app.boards.grid_board import GridBoard
from app.boards.sudoku.digit_keys import digit_of
from app.boards.sudoku.editor import SudokuEditor
from app.boards.sudoku.painting import paint_sudoku
from app.film.film import Film
from solver.puzzles.base import Cell

CONFIRMING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CLEARING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


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
        digit = 0 if event.key() in CLEARING else digit_of(event)
        if self.selected in self.unsure and self._confirms(event.key(), digit):
            self.confirmed.emit(*self.selected)
        elif digit is not None:
            self.ask_for(self.editor.type(self.selected, digit))
        else:
            return False
        return True

    def press_cell(self, cell: Cell, event: QMouseEvent) -> None:
        # The first click selects, so that nothing is confirmed unseen.
        if cell in self.unsure and cell == self._clicked:
            self.confirmed.emit(*cell)
        self._clicked = cell

    def _confirms(self, key: int, typed: int | None) -> bool:
        """Whether `key` says that the selected cell is as it was read."""
        assert self.content is not None
        assert self.selected is not None
        return key in CONFIRMING or typed == int(self.content.grid[self.selected])

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
