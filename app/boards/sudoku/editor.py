"""What a person can do to a Sudoku: type and clear digits. No Qt."""

from app.boards.editor import Edit, Editor
from solver.puzzles.base import Cell


class SudokuEditor(Editor):
    """A 9×9 grid of digits; 0 is an empty cell."""

    def type(self, cell: Cell, digit: int) -> Edit | None:
        """Put `digit` into `cell`; 0 clears it."""
        row, column = cell
        return self.changed(
            {cell: digit}, "type" if digit else "clear cell", digit=digit, row=row + 1, column=column + 1
        )

    def clear(self) -> Edit | None:
        """An empty grid."""
        return self.changed({(row, column): 0 for row in range(9) for column in range(9)}, "clear")
