"""Every reader of mazes at the smallest, the largest and the most oblong ones."""

import io
import json

import numpy as np
import pytest

from solver.formats.content import Content
from solver.formats.maze_image import write_maze_image
from solver.formats.maze_text import write_mazes
from solver.formats.registry import read
from solver.puzzles.maze.generator import generate_mazes
from solver.puzzles.maze.puzzle import MazePuzzle


def as_text(maze: MazePuzzle) -> bytes:
    return write_mazes([maze]).encode()


def as_json(maze: MazePuzzle) -> bytes:
    return json.dumps({"maze": list(maze.rows)}).encode()


def as_npz(maze: MazePuzzle) -> bytes:
    file = io.BytesIO()
    np.savez_compressed(file, inputs=maze.grid[None].astype(np.uint8))
    return file.getvalue()


def as_picture(maze: MazePuzzle) -> bytes:
    file = io.BytesIO()
    write_maze_image(maze, file, block=9)
    return file.getvalue()


@pytest.mark.parametrize("written", [as_text, as_json, as_npz, as_picture])
@pytest.mark.parametrize("shape", [(5, 5), (5, 101), (101, 5), (100, 99), (101, 101)], ids=str)
@pytest.mark.parametrize("style", ["braided", "rooms"])
def test_every_size_is_read_as_it_was_written(style, shape, written):
    [maze] = generate_mazes(1, 2, style, *shape)
    [found] = read(Content(written(maze)))
    assert found.error is None
    assert found.puzzle == maze
