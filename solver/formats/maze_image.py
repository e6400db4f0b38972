"""Mazes as black-and-white images: one pixel or one block a cell, green the start and red the goal."""

import warnings
from collections.abc import Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
from PIL import Image, UnidentifiedImageError

from solver.formats.content import Content
from solver.formats.format import LIKELY, NO, Format
from solver.formats.picture import is_picture
from solver.formats.read_puzzle import ReadPuzzle
from solver.puzzles.base import BoolGrid, Cell, IntGrid, Puzzle, PuzzleError
from solver.puzzles.maze.puzzle import FREE, GOAL, PATH, SMALLEST, START, WALL, MazePuzzle

LARGEST = 50
"""Rows and columns of blocks."""
LARGEST_IMAGE = 4000
"""Pixels on a side."""
COLOURS = {
    WALL: (0, 0, 0),
    FREE: (255, 255, 255),
    START: (0, 160, 60),
    GOAL: (220, 40, 40),
    PATH: (150, 200, 255),
}
"""What `write_maze_image` paints; the path's is light, so that it reads back as free."""


def read_maze_image(file: Path | BinaryIO) -> MazePuzzle:
    """The maze of a PNG or BMP image.

    Dark is wall, light or transparent is free. A block of pixels may stand for a cell: its size is the largest that
    divides the image into blocks of one colour. Without green and red, the border's two openings are start and goal,
    the upper (else the left) one first; a light margin around the whole is left out where it has to be.

    Raises `PuzzleError` for anything that is no such image or shows no valid maze, `OSError` if it cannot be opened.
    """
    tokens = _classify(_pixels(file))
    cells = _cells(tokens)
    if not np.isin(cells, (START, GOAL)).any():
        cells = _without_margin(cells)
        start, goal = _openings(cells == WALL)
        cells[start], cells[goal] = START, GOAL
    return MazePuzzle.from_grid(cells)


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


def _pixels(file: Path | BinaryIO) -> npt.NDArray[np.int64]:
    """[H, W, 3] of 0–255, on white where transparent."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image: Image.Image = Image.open(file, formats=("PNG", "BMP"))
        with image:
            if max(image.size) > LARGEST_IMAGE:
                raise PuzzleError(f"This image is {image.width}×{image.height} pixels; at most 4000×4000 are read.")
            if image.mode.startswith("I"):
                image = Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
            layers = image.convert("RGBA")
    except UnidentifiedImageError as error:
        raise PuzzleError("This is neither a PNG nor a BMP image.") from error
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise PuzzleError("This image is far too large for a maze; at most 4000×4000 pixels are read.") from error
    except (PuzzleError, FileNotFoundError, PermissionError, IsADirectoryError):
        raise
    except (OSError, SyntaxError, ValueError) as error:
        raise PuzzleError("This image is damaged and cannot be read.") from error
    paper = Image.new("RGBA", layers.size, (255, 255, 255, 255))
    return np.asarray(Image.alpha_composite(paper, layers).convert("RGB")).astype(np.int64)


def _classify(pixels: npt.NDArray[np.int64]) -> IntGrid:
    """[H, W] of WALL, FREE, START and GOAL."""
    red, green, blue = np.moveaxis(pixels, 2, 0)
    light = 299 * red + 587 * green + 114 * blue >= 128_000
    tokens = np.where(light, FREE, WALL)
    # A clear majority of one channel: dark green text or a pink path is neither start nor goal.
    tokens[(green > 96) & (green > red + 64) & (green > blue + 64)] = START
    tokens[(red > 96) & (red > green + 64) & (red > blue + 64)] = GOAL
    return tokens


def _cells(tokens: IntGrid) -> IntGrid:
    """[R, C]: a token for each block, of the largest size that works; `PuzzleError` where none does."""
    if (tokens == FREE).all():
        raise PuzzleError("This image is blank.")
    candidates = []
    for image in (tokens, _without_margin(tokens)):
        # A start or goal may be a dot within its block, so walls alone are looked at after all four colours.
        for layout in (image, np.where(image == WALL, WALL, FREE)):
            size = _block_size(layout)
            height, width = image.shape[0] // size, image.shape[1] // size
            if min(height, width) >= SMALLEST and max(height, width) <= LARGEST:
                blocks = image.reshape(height, size, width, size).transpose(0, 2, 1, 3)
                candidates.append(_most_telling(blocks.reshape(height, width, -1)))
    if not candidates:
        height, width = tokens.shape
        raise PuzzleError(
            f"This image of {width}×{height} pixels does not divide into 5×5 to 50×50 equal blocks; "
            "its walls must keep to a grid of whole pixels, without grey edges."
        )
    single = (c for c in candidates if (c == START).sum() <= 1 and (c == GOAL).sum() <= 1)
    return next(single, candidates[0])


def _without_margin(tokens: IntGrid) -> IntGrid:
    ink = tokens != FREE
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    return tokens[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _block_size(layout: IntGrid) -> int:
    """The greatest common divisor of the image's sides and of every place where a colour begins."""
    down = np.flatnonzero((layout[1:] != layout[:-1]).any(axis=1)) + 1
    right = np.flatnonzero((layout[:, 1:] != layout[:, :-1]).any(axis=0)) + 1
    return int(np.gcd.reduce(np.concatenate((down, right, layout.shape))))


def _most_telling(blocks: IntGrid) -> IntGrid:
    """[R, C] from [R, C, pixels]: start or goal where any pixel says so, else what the block is."""
    cells: IntGrid = blocks[..., 0].copy()
    cells[(blocks == WALL).any(axis=2)] = WALL
    cells[(blocks == FREE).any(axis=2)] = FREE
    for token in (START, GOAL):
        cells[(blocks == token).any(axis=2)] = token
    return cells


def _openings(walls: BoolGrid) -> tuple[Cell, Cell]:
    """The middle cells of the border's two openings; `PuzzleError` unless there are two."""
    last_row, last_column = walls.shape[0] - 1, walls.shape[1] - 1
    ring: list[Cell] = [(0, column) for column in range(last_column)]
    ring += [(row, last_column) for row in range(last_row)]
    ring += [(last_row, column) for column in range(last_column, 0, -1)]
    ring += [(row, 0) for row in range(last_row, 0, -1)]
    # Begin on a wall, so that no opening is cut in two by where the ring begins.
    first = next((index for index, cell in enumerate(ring) if walls[cell]), 0)
    runs = groupby(ring[first:] + ring[:first], key=lambda cell: bool(walls[cell]))
    openings = [cells[len(cells) // 2] for walled, run in runs if not walled and (cells := list(run))]
    if len(openings) != 2:
        count = {0: "no openings", 1: "only one opening"}.get(len(openings), f"{len(openings)} openings")
        raise PuzzleError(
            f"This image has no green start and no red goal, and its border has {count} instead of two.",
            cells=tuple(openings),
        )
    start, goal = sorted(openings)
    return start, goal


def _sniff(content: Content) -> float:
    return LIKELY if is_picture(content.data) else NO


def _read(content: Content) -> list[ReadPuzzle]:
    return [ReadPuzzle(read_maze_image(BytesIO(content.data)))]


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
    endings=(".png", ".bmp"),
    sniff=_sniff,
    read=_read,
    write=_write,
    single=True,
)
