"""Mazes as pictures: read whatever draws them, written as one block of pixels for each cell."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from weakref import WeakKeyDictionary

import numpy as np
from PIL import Image

from solver.formats.content import Content
from solver.formats.format import LIKELY, NO, Format
from solver.formats.maze_ends import SWAP
from solver.formats.maze_picture.choosing import Choice
from solver.formats.maze_picture.reading import maze_in
from solver.formats.picture import ENDINGS, Picture, is_picture
from solver.formats.picture_kinds import certainty
from solver.formats.read_puzzle import Alternative, ReadPuzzle
from solver.messages import Template
from solver.puzzles.base import IntGrid, Puzzle, PuzzleError
from solver.puzzles.maze.puzzle import FREE, GOAL, PATH, START, WALL, MazePuzzle

NO_PICTURE = Template("maze.no_picture", "Ponder can't read this picture. Save it as PNG or JPEG.")
OTHER_WALLS = Template(
    "maze.other_walls", "It is not clear whether the dark or the light parts are walls. Read the other ones as walls?"
)
READ = 0.8
"""Of a picture in which there is a clear maze: less than of a Sudoku with its digits."""
COLOURS = {
    WALL: (0, 0, 0),
    FREE: (255, 255, 255),
    START: (0, 160, 60),
    GOAL: (220, 40, 40),
    PATH: (150, 200, 255),
}
"""What `write_maze_image` paints; the path's is light, so that it reads back as free."""


def write_maze_image(
    puzzle: MazePuzzle, file: Path | BinaryIO, *, block: int = 16, answer: IntGrid | None = None
) -> None:
    """Write a PNG with `block` × `block` pixels a cell, and `answer`'s path in light blue."""
    grid = puzzle.grid if answer is None else np.where((answer == PATH) & puzzle.free, PATH, puzzle.grid)
    palette = np.zeros((6, 3), dtype=np.uint8)
    for token, colour in COLOURS.items():
        palette[token] = colour
    pixels = palette[grid].repeat(block, axis=0).repeat(block, axis=1)
    Image.fromarray(pixels).save(file, format="PNG")


_known: WeakKeyDictionary[Picture, Choice | PuzzleError] = WeakKeyDictionary()


def _maze_in(picture: Picture) -> Choice | PuzzleError:
    """The maze in `picture`, or why there is none; worked out once."""
    if picture not in _known:
        try:
            _known[picture] = maze_in(picture.pixels)
        except PuzzleError as error:
            _known[picture] = error
    return _known[picture]


def _sniff(content: Content) -> float:
    if not is_picture(content.data):
        return NO
    try:
        picture = content.picture
    except PuzzleError:
        return LIKELY
    if max(certainty(content, "sudoku"), certainty(content, "arc")) > READ:
        # Another kind for sure: looking for a maze as well takes seconds on a large picture.
        return LIKELY
    return READ if picture is not None and isinstance(_maze_in(picture), Choice) else LIKELY


def _read(content: Content) -> list[ReadPuzzle]:
    picture = content.picture
    if picture is None:
        raise PuzzleError(NO_PICTURE())
    found = _maze_in(picture)
    if isinstance(found, PuzzleError):
        raise found
    others = [] if found.other is None else [Alternative(found.other, OTHER_WALLS())]
    if found.finished.swappable:
        others.append(Alternative(found.finished.swapped, SWAP()))
    return [ReadPuzzle(found.finished.puzzle, alternatives=tuple(others))]


def _write(puzzles: Sequence[Puzzle]) -> bytes:
    (puzzle,) = puzzles
    assert isinstance(puzzle, MazePuzzle)
    file = BytesIO()
    write_maze_image(puzzle, file)
    return file.getvalue()


FORMAT = Format(
    key="maze-image",
    name="picture of a maze",
    kind="maze",
    endings=ENDINGS,
    sniff=_sniff,
    read=_read,
    write=_write,
    single=True,
)
