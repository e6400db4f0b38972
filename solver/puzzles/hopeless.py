"""Which of a puzzle's warnings says that no answer can be right."""

from collections.abc import Iterable

from solver.messages import Message
from solver.puzzles.maze.check import NO_WAY
from solver.puzzles.sudoku.puzzle import NO_SOLUTION

_HOPELESS = {NO_SOLUTION(), NO_WAY()}


def hopeless(warnings: Iterable[Message]) -> Message | None:
    """The warning that no answer can be right; None if there is none."""
    return next((warning for warning in warnings if warning in _HOPELESS), None)
