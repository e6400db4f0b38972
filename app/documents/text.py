"""Puzzles and answers as text, for the clipboard."""

from app.documents.draft import Content, Draft
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import write_task
from solver.puzzles.base import IntGrid
from solver.puzzles.maze.puzzle import rows_of_grid
from solver.trace import Refinement


def content_text(content: Content, refinement: Refinement | None) -> str:
    """The answer under the playhead if there is one, else the puzzle, in a form that Ponder reads again."""
    if refinement is not None and not isinstance(content, Draft):
        return content.format_answer(refinement.answer)
    if isinstance(content, ArcPuzzle):
        return write_task(content.task)
    return _grid_text(content.kind, content.grid)


def _grid_text(kind: str, grid: IntGrid) -> str:
    if kind == "maze":
        return "\n".join(rows_of_grid(grid))
    return "".join(str(value) if value else "." for value in grid.ravel())
