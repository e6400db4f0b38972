"""What every reader returns: one `ReadPuzzle` for each puzzle found in a text, good or bad."""

from dataclasses import dataclass

from solver.messages import Message
from solver.puzzles.base import Cell, IntGrid, Puzzle, PuzzleError

MOST_PUZZLES = 1_000_000
"""Puzzles of one file that are read."""


@dataclass(frozen=True, eq=False)
class Alternative:
    """Another sensible reading of the same content, for a person to choose."""

    puzzle: Puzzle
    why: Message
    """What is unsure and what this reading assumes: “Both openings could be the start. Swap them?”"""
    unsure: tuple[Cell, ...] = ()
    """As in `ReadPuzzle`."""


@dataclass(frozen=True, eq=False)
class ReadPuzzle:
    """One puzzle of a text, or why it could not be read: exactly one of `puzzle` and `error` is set."""

    puzzle: Puzzle | None
    error: PuzzleError | None = None
    line: int = 1
    """Where the puzzle begins in the text, counted from 1."""
    solution: IntGrid | None = None
    """[rows, columns], where the text lists one beside the puzzle; not checked against the rules."""
    alternatives: tuple[Alternative, ...] = ()
    """Other sensible readings; `puzzle` is the likeliest."""
    unsure: tuple[Cell, ...] = ()
    """Cells of a picture that a person should confirm before solving."""
    draft: IntGrid | None = None
    """[rows, columns] of what breaks a rule as it was read, beside its error, for a person to mend."""
    name: str = ""
    """What the file calls this puzzle, or the file inside an archive; empty where it has no name."""
