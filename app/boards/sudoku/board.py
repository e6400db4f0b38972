"""The Sudoku board: digits are typed, as givens or as the person's own guess, and cleared."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.boards.editor import Edit
from app.boards.grid_board import GridBoard
from app.boards.sudoku.digit_keys import digit_of
from app.boards.sudoku.digit_row import DigitRow
from app.boards.sudoku.editor import SudokuEditor
from app.boards.sudoku.painting import paint_sudoku
from app.documents.guess import Guess
from app.film.film import Film
from app.window.allowing import allow
from app.words.why_not import select_first, stop_first
from solver.puzzles.base import Cell

CONFIRMING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CLEARING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class SudokuBoard(GridBoard):
    """A 9×9 grid of digits.

    While the person guesses along, digits are entries of their own; with Ctrl or the pencil they are pencil marks.
    """

    paint = staticmethod(paint_sudoku)
    new_editor = SudokuEditor
    kind = "sudoku"
    opens_menu_by_mouse = True
    editor: SudokuEditor

    def __init__(self, film: Film, parent: QWidget | None = None) -> None:
        self._clicked: Cell | None = None
        super().__init__(film, parent)
        self.row = DigitRow(self)
        self.row.hide()
        self.row.digitWanted.connect(self.put)
        self.row.guessingWanted.connect(self.guessingWanted)
        self.cellSelected.connect(self._enable_row)
        self._enable_row()

    def tool_row(self) -> QWidget | None:
        return self.row

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        self._enable_row()

    def set_guessing(self, guessing: bool) -> None:
        super().set_guessing(guessing)
        self.row.show_guessing(guessing)

    @Slot()
    def _enable_row(self) -> None:
        self.row.setEnabled(self.editable)
        for mode in (self.row.own, self.row.given):
            allow(mode, self.editable, stop_first())
        for button in (*self.row.digits, self.row.clear):
            reason = select_first() if self.editable else stop_first()
            allow(button, self.editable and self.selected is not None, reason)

    @Slot(int)
    def put(self, digit: int) -> None:
        """Do with the selected cell what typing `digit` does; 0 clears."""
        if self.row.pencil.isChecked() and digit and self.guesses:
            self.turn_mark(digit)
        else:
            self.put_digit(digit)

    def put_digit(self, digit: int) -> None:
        """A digit, never a pencil mark, in the selected cell; 0 clears."""
        if self.selected is None or not self.editable:
            return
        if self.guesses and self.selected not in self.unsure:
            self._guess(self.selected, digit, pencil=False)
        else:
            self.ask_for(self.editor.type(self.selected, digit))

    def turn_mark(self, digit: int) -> None:
        """Put a pencil mark into the selected cell, or take it away."""
        if self.selected is not None and self.editable and self.guesses:
            self._guess(self.selected, digit, pencil=True)

    def _guess(self, cell: Cell, digit: int, *, pencil: bool) -> None:
        assert self.content is not None
        row, column = cell[0] + 1, cell[1] + 1
        if not self.content.free[cell]:
            self.givenTouched.emit(*cell)
            return
        guess = self.guess or Guess.none(self.content.shape)
        if not digit:
            if guess.entered[cell] or guess.marks[cell]:
                words = self.tr("clear your guess in row {row}, column {column}")
                self.ask_for_guess(guess.with_values({cell: 0}), words.format(row=row, column=column))
        elif pencil:
            words = self.tr("pencil mark {digit} in row {row}, column {column}")
            self.ask_for_guess(guess.with_mark_turned(cell, digit), words.format(digit=digit, row=row, column=column))
        elif guess.values[cell] != digit:
            words = self.tr("guess {digit} in row {row}, column {column}")
            self.ask_for_guess(guess.with_values({cell: digit}), words.format(digit=digit, row=row, column=column))

    def clear(self) -> None:
        self.ask_for(self.editor.clear())

    def press_key(self, event: QKeyEvent) -> bool:
        if self.selected is None:
            return False
        digit = 0 if event.key() in CLEARING else digit_of(event)
        if self.selected in self.unsure and self._confirms(event.key(), digit):
            self.confirmed.emit(*self.selected)
        elif digit is not None:
            self.put(digit)
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and 1 <= digit <= 9 and self.guesses:
            self.turn_mark(digit)
            return
        super().keyPressEvent(event)

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
