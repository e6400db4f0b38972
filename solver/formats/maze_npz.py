"""Mazes in NumPy's `.npz`, as published: `inputs` [N, H, W] in the published tokens, and `labels` beside them."""

import io
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

from solver.formats.content import Content
from solver.formats.format import CERTAIN, NO, Format
from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.zip_bounds import ZipError, has_array, open_zip, read_array
from solver.formats.zip_reading import entries_of_zip
from solver.messages import Template
from solver.puzzles.base import IntGrid, PuzzleError, read_only
from solver.puzzles.maze.cells import place
from solver.puzzles.maze.puzzle import PAD, PATH, MazePuzzle

Tokens = npt.NDArray[np.generic]

LARGEST_ARRAY = 128 << 20
"""Bytes of each array, unpacked: some 12,000 mazes of 101×101 with a byte for each cell."""
MOST_MAZES = 20_000

NO_INPUTS = Template("npz.no_inputs", "This .npz file has no array “inputs”, so it holds no mazes.")
OTHER_LABELS = Template("npz.other_labels", "“labels” and “inputs” of this .npz file differ in shape.")
NOT_MAZES = Template(
    "npz.not_mazes", "“{name}” must hold whole numbers in the shape N × H × W. It holds {type} in the shape {shape}."
)
TOO_MANY = Template("npz.too_many", "This .npz file holds {count:,} mazes. At most {most:,} are read.")
EMPTY = Template("npz.empty", "Maze {number} is empty.")
WRONG_TOKEN = Template("npz.token", "{value} at {place} is none of 1 (wall), 2 (free), 3 (start) and 4 (goal).")
IN_MAZE = Template("npz.in_maze", "Maze {number}: {why}")
IN_ROW = Template("npz.in_row", "Maze {number}, row {row}: {why}")


def read_maze_npz(file: Path | BinaryIO) -> list[ReadPuzzle]:
    """Every maze of `inputs`, with its label (if there are `labels`) as the solution.

    Rows and columns of pads (0) around a maze are left out; `line` counts the mazes from 1. Raises `PuzzleError`
    where the file as a whole cannot be read, `OSError` where it cannot be opened.
    """
    inputs, labels = _arrays(file)
    return [
        _read_maze(number, maze, None if labels is None else labels[number - 1])
        for number, maze in enumerate(inputs, start=1)
    ]


def _arrays(file: Path | BinaryIO) -> tuple[Tokens, Tokens | None]:
    try:
        with open_zip(io.BytesIO(file.read_bytes()) if isinstance(file, Path) else file) as archive:
            if not has_array(archive, "inputs"):
                raise PuzzleError(NO_INPUTS())
            inputs = _tokens("inputs", read_array(archive, "inputs", LARGEST_ARRAY))
            labels = None
            if has_array(archive, "labels"):
                labels = _tokens("labels", read_array(archive, "labels", LARGEST_ARRAY))
    except ZipError as error:
        raise PuzzleError(error.message) from error
    if labels is not None and labels.shape != inputs.shape:
        raise PuzzleError(OTHER_LABELS())
    return inputs, labels


def _tokens(name: str, array: npt.NDArray[np.generic]) -> Tokens:
    if array.ndim != 3 or not np.issubdtype(array.dtype, np.integer):
        raise PuzzleError(NOT_MAZES(name=name, type=str(array.dtype), shape=str(array.shape)))
    if len(array) > MOST_MAZES:
        raise PuzzleError(TOO_MANY(count=len(array), most=MOST_MAZES))
    # Widened one by one: all at once could take eight times as much memory.
    return array


def _read_maze(number: int, tokens: Tokens, label: Tokens | None) -> ReadPuzzle:
    maze: IntGrid = tokens.astype(np.int64)
    rows = np.flatnonzero((maze != PAD).any(axis=1))
    columns = np.flatnonzero((maze != PAD).any(axis=0))
    if not rows.size:
        return ReadPuzzle(None, PuzzleError(EMPTY(number=number)), number)
    inner = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    maze = maze[inner]
    try:
        if (maze < 1).any() or (maze >= PATH).any():
            row, column = np.argwhere((maze < 1) | (maze >= PATH))[0].tolist()
            wrong = WRONG_TOKEN(value=int(maze[row, column]), place=place((row, column)))
            raise PuzzleError(wrong, cells=((row, column),))
        puzzle = MazePuzzle.from_grid(maze)
    except PuzzleError as error:
        why = IN_MAZE(number=number, why=error.why)
        if error.line is not None:
            why = IN_ROW(number=number, row=error.line, why=error.why)
        return ReadPuzzle(None, PuzzleError(why, cells=error.cells), number)
    return ReadPuzzle(puzzle, None, number, None if label is None else read_only(label[inner]))


def _sniff(content: Content) -> float:
    is_zip = content.data.startswith(b"PK")
    return CERTAIN if is_zip and any(name.endswith(".npy") for name in entries_of_zip(content)) else NO


def _read(content: Content) -> list[ReadPuzzle]:
    return read_maze_npz(io.BytesIO(content.data))


FORMAT = Format(key="maze-npz", name="mazes as NumPy arrays", kind="maze", endings=(".npz",), sniff=_sniff, read=_read)
