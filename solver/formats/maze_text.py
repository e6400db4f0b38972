"""Mazes as text, in any of the dialects of `solver.formats.maze_dialects`; written as rows of `# SGo`."""

from collections.abc import Iterable, Sequence

from solver.formats.content import Content
from solver.formats.format import LIKELY, NO, Format
from solver.formats.maze_dialects.code import mazes_in_code
from solver.formats.maze_dialects.matrices import line_of_code
from solver.formats.maze_dialects.reading import holds_maze, mazes_of
from solver.formats.read_puzzle import ReadPuzzle
from solver.messages import Template
from solver.puzzles.base import IntGrid, Puzzle, PuzzleError
from solver.puzzles.maze.puzzle import MazePuzzle

CODE = Template(
    "maze.program_code",
    "This looks like program code that builds a matrix. Run it, and open the matrix that it prints.",
)
NONE = Template("maze.none_in_text", "There is no maze in this text.")

_LOOKED_AT = 4_000
"""Lines that the sniffer looks at."""


def read_mazes(text: str) -> list[ReadPuzzle]:
    """Every maze of `text`, good or bad, in order; never empty, for a text without any is an error itself.

    An empty line ends a maze, and so does one of spaces of another length than the row above it: a row of free
    cells between open borders is better written with dots. A path that is shown is read as free cells and, with
    them, as the solution.
    """
    if (line := line_of_code(text)) and not holds_maze(text):
        return [ReadPuzzle(None, PuzzleError(CODE(), line=line))]
    found = mazes_of(text)
    if not any(read.puzzle is not None for read in found) and (arrays := mazes_in_code(text)):
        return arrays
    return found or [ReadPuzzle(None, PuzzleError(NONE(), line=1))]


def write_mazes(puzzles: Iterable[MazePuzzle], answers: Sequence[IntGrid] | None = None) -> str:
    """`read_mazes` reads this back: rows of `# SGo`, with an empty line between mazes.

    Free cells are dots in a maze with a free cell at the border, where a space would look like a margin.
    `answers`, if given, holds a [R, C] grid for each maze.
    """
    texts = []
    for index, puzzle in enumerate(puzzles):
        text = "\n".join(puzzle.rows) if answers is None else puzzle.format_answer(answers[index])
        rows = puzzle.rows
        open_border = " " in rows[0] + rows[-1] or any(" " in row[0] + row[-1] for row in rows)
        texts.append((text.replace(" ", ".") if open_border else text) + "\n")
    return "\n".join(texts)


def _sniff(content: Content) -> float:
    if content.text is None or any(value.error is None for value in content.json):
        return NO
    start = "\n".join(content.lines[:_LOOKED_AT])
    return LIKELY if holds_maze(start) or line_of_code(content.text) or mazes_in_code(content.text) else NO


def _read(content: Content) -> list[ReadPuzzle]:
    return read_mazes(content.text or "")


def _write(puzzles: Sequence[Puzzle]) -> bytes:
    return write_mazes([puzzle for puzzle in puzzles if isinstance(puzzle, MazePuzzle)]).encode()


FORMAT = Format(
    key="maze-text",
    name="maze as text",
    kind="maze",
    endings=(".txt",),
    usual=True,
    sniff=_sniff,
    read=_read,
    write=_write,
)
