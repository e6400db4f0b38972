"""Which board belongs to which kind of puzzle."""

from PySide6.QtWidgets import QWidget

from app.boards.arc.board import ArcBoard
from app.boards.grid_board import GridBoard
from app.boards.maze.board import MazeBoard
from app.boards.painting import Paint
from app.boards.sudoku.board import SudokuBoard
from app.film.film import Film

BOARDS: dict[str, type[GridBoard]] = {"sudoku": SudokuBoard, "maze": MazeBoard, "arc": ArcBoard}


def new_board(kind: str, film: Film, parent: QWidget | None = None) -> GridBoard:
    """A board that shows `film`, whose puzzles are of `kind`."""
    return BOARDS[kind](film, parent)


def paint_of(kind: str) -> Paint:
    """How puzzles of `kind` are painted, without a widget."""
    return BOARDS[kind].paint
