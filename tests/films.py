"""Films for tests of what shows them."""

from collections.abc import Sequence

from app.boards.grid_board import GridBoard
from app.film.player import Player
from solver.puzzles.base import Puzzle
from solver.trace import Refinement, Trace
from tests.traces import sudoku_puzzle


def show_film(
    player: Player, refinements: Sequence[Refinement], position: int | None = None, puzzle: Puzzle | None = None
) -> None:
    """Show these refinements of `puzzle`, by default of the Sudoku that the made-up traces are of."""
    puzzle = puzzle or player.film.puzzle or sudoku_puzzle()
    player.show(
        puzzle, Trace(puzzle, "made-up", refinements=list(refinements)), refinements=refinements, position=position
    )


def begin_film(player: Player, refinements: Sequence[Refinement] = (), expected: int = 0) -> None:
    """Watch a solve that has found these so far, as fast as it computes."""
    player.paced = False
    puzzle = player.film.puzzle or sudoku_puzzle()
    player.begin(Trace(puzzle, "made-up"), expected)
    for refinement in refinements:
        player.append(refinement)


def show_refinement(board: GridBoard, refinement: Refinement | None) -> None:
    """Show this over the board's content, or nothing."""
    board.film.show(board.film.content, refinements=[] if refinement is None else [refinement])
