"""Puzzles from text that was pasted or is at hand as a string; files go through `solver.formats.files`."""

from solver.formats.content import Content
from solver.formats.ponder_json import puzzle_from_json
from solver.formats.ponder_trace_text import HEADER as TRACE_HEADER
from solver.formats.ponder_trace_text import SECTION as TRACE_SECTION
from solver.formats.read_puzzle import ReadPuzzle
from solver.puzzles.base import Puzzle, PuzzleError
from solver.puzzles.maze.puzzle import MazePuzzle
from solver.puzzles.sudoku.puzzle import SudokuPuzzle

__all__ = ["KINDS", "TRACE_HEADER", "TRACE_SECTION", "ReadPuzzle", "puzzle_from_json", "read_puzzles"]

KINDS: dict[str, type[Puzzle]] = {"sudoku": SudokuPuzzle, "maze": MazePuzzle}
"""Those that a bundled network answers without being fitted first."""


def read_puzzles(text: str, *, kind: str | None = None) -> list[ReadPuzzle]:
    """Every puzzle in `text`, in order, bad ones with their error; never empty.

    With `kind` (one of `KINDS`), whatever is of another kind is an error.
    """
    if kind is not None and kind not in KINDS:
        raise ValueError(f"{kind!r} is not a kind of puzzle; there are {', '.join(KINDS)}.")
    try:
        # Only now: all readers together would delay the first window.
        from solver.formats.registry import read

        return read(Content.of_text(text), kind=kind)
    except PuzzleError as error:
        return [ReadPuzzle(None, error, error.line or 1)]
