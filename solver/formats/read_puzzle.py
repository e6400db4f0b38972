"""What every reader returns: one `ReadPuzzle` for each puzzle found in a text, good or bad."""

from dataclasses import dataclass

from solver.puzzles.base import IntGrid, Puzzle, PuzzleError


@dataclass(frozen=True, eq=False)
class ReadPuzzle:
    """One puzzle of a text, or why it could not be read: exactly one of `puzzle` and `error` is set."""

    puzzle: Puzzle | None
    error: PuzzleError | None = None
    line: int = 1
    """Where the puzzle begins in the text, counted from 1."""
    solution: IntGrid | None = None
    """[rows, columns], where the text lists one beside the puzzle; not checked against the rules."""
