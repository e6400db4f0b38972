"""What a kind of puzzle is called in a message."""

from solver.messages import Message, Template

_PUZZLES = {
    "sudoku": Template("kind.sudoku", "Sudokus"),
    "maze": Template("kind.maze", "mazes"),
    "arc": Template("kind.arc", "ARC tasks"),
}


def puzzles_of(kind: str) -> Message | str:
    """As “mazes”; a kind that Ponder does not know keeps its own name."""
    return _PUZZLES[kind]() if kind in _PUZZLES else kind
