"""Files are told apart by content, and a kind that was asked for is kept to."""

import io

import numpy as np
import pytest

from solver.formats.files import read_puzzle_file
from solver.formats.maze_image import write_maze_image
from solver.puzzles.base import PuzzleError
from solver.puzzles.maze.generator import generate_mazes


def _archive() -> bytes:
    content = io.BytesIO()
    np.savez(content, inputs=np.stack([m.grid for m in generate_mazes(1, 1, "perfect", 7, 7)]))
    return content.getvalue()


def _image() -> bytes:
    content = io.BytesIO()
    write_maze_image(next(generate_mazes(1, 1, "perfect", 7, 7)), content)
    return content.getvalue()


@pytest.mark.parametrize("content", [_archive, _image])
def test_mazes_are_not_read_where_sudokus_were_asked_for(content) -> None:
    assert len(read_puzzle_file(content(), "mazes", kind="maze")) == 1
    assert len(read_puzzle_file(content(), "mazes")) == 1
    with pytest.raises(PuzzleError, match="can only be read as mazes, not as Sudokus"):
        read_puzzle_file(content(), "mazes", kind="sudoku")


def test_bytes_that_are_neither_are_refused() -> None:
    with pytest.raises(PuzzleError, match="neither text nor"):
        read_puzzle_file(b"1\n2\n\x00\x01\xff", "list.txt")
