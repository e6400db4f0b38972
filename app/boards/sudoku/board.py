"""The Sudoku board: digits are typed, and cleared."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.boards.grid_board import GridBoard
from app.boards.sudoku.painting import paint_sudoku
from solver.puzzles.base import Cell

CLEARING = (Qt.Key.Key_0, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class SudokuBoard(GridBoard):
    """A 9×9 grid of digits."""

    paint = staticmethod(paint_sudoku)

    def clear(self) -> None:
        self.edit({(row, column): 0 for row in range(9) for column in range(9)}, self.tr("clear the grid"))

    def press_key(self, event: QKeyEvent) -> bool:
        if self.selected is None:
            return False
        row, column = self.selected
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            digit = event.key() - Qt.Key.Key_0
            what = self.tr("type {digit} in row {row}, column {column}")
            self.edit({self.selected: digit}, what.format(digit=digit, row=row + 1, column=column + 1))
            return True
        if event.key() in CLEARING:
            what = self.tr("clear row {row}, column {column}").format(row=row + 1, column=column + 1)
            self.edit({self.selected: 0}, what)
            return True
        return False

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
