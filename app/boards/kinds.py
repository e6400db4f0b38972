"""Which board belongs to which kind of puzzle; each kind is imported when it is first shown or painted."""

from PySide6.QtWidgets import QWidget

from app.boards.grid_board import GridBoard
from app.boards.painting import Paint
from app.film.film import Film


def _sudoku() -> type[GridBoard]:
    from app.boards.sudoku.board import SudokuBoard

    return SudokuBoard


def _maze() -> type[GridBoard]:
    from app.boards.maze.board import MazeBoard

    return MazeBoard


def _arc() -> type[GridBoard]:
    from app.boards.arc.board import ArcBoard

    return ArcBoard


BOARDS = {"sudoku": _sudoku, "maze": _maze, "arc": _arc}
"""What imports the board of a kind."""


def new_board(kind: str, film: Film, parent: QWidget | None = None) -> GridBoard:
    """A board that shows `film`, whose puzzles are of `kind`."""
    return BOARDS[kind]()(film, parent)


def paint_of(kind: str) -> Paint:
    """How puzzles of `kind` are painted, without a widget."""
    return BOARDS[kind]().paint
