import contextlib
import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from solver.formats.content import Content
from solver.formats.maze_image import FORMAT, write_maze_image
from solver.puzzles.base import PuzzleError
from solver.puzzles.maze.generator import STYLES, generate_mazes
from solver.puzzles.maze.puzzle import MazePuzzle, canonical_label

ROWS = ("#######", "#S#   #", "# # # #", "# # # #", "#   #G#", "#######")
COLOURS = {"#": (0, 0, 0), " ": (255, 255, 255), "S": (0, 255, 0), "G": (255, 0, 0)}


def read_maze_image(file):
    [read] = FORMAT.read(Content(file.getvalue()))
    return read.puzzle


def image(rows, block=1, *, format="PNG", margin=0):
    pixels = np.array([[COLOURS[character] for character in row] for row in rows], dtype=np.uint8)
    pixels = pixels.repeat(block, axis=0).repeat(block, axis=1)
    pixels = np.pad(pixels, ((margin, margin), (margin, margin), (0, 0)), constant_values=255)
    return as_file(Image.fromarray(pixels), format)


def as_file(picture, format="PNG"):
    file = io.BytesIO()
    picture.save(file, format=format)
    file.seek(0)
    return file


@pytest.mark.parametrize("format", ["PNG", "BMP"])
@pytest.mark.parametrize("block", [1, 2, 7, 32])
def test_block_size_is_found(block, format):
    assert read_maze_image(image(ROWS, block, format=format)) == MazePuzzle(ROWS)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("block", [1, 5])
def test_what_is_written_is_read_back(style, block):
    maze = next(generate_mazes(1, 3, style, 12, 15))
    for answer in (None, canonical_label(maze)):
        file = io.BytesIO()
        write_maze_image(maze, file, block=block, answer=answer)
        file.seek(0)
        assert read_maze_image(file) == maze


def test_written_to_a_path(tmp_path):
    write_maze_image(MazePuzzle(ROWS), tmp_path / "maze.png")
    assert read_maze_image(io.BytesIO((tmp_path / "maze.png").read_bytes())) == MazePuzzle(ROWS)


OPEN = ("# #####", "# #   #", "# # # #", "# # # #", "#   #  ", "#######")


@pytest.mark.parametrize("margin", [0, 3, 10])
def test_border_openings_are_start_and_goal(margin):
    maze = read_maze_image(image(OPEN, 10, margin=margin))
    assert maze.start == (0, 1)
    assert maze.goal == (4, 6)
    assert maze.shape == (6, 7)


def test_opening_over_the_corner_where_the_walk_round_begins():
    maze = read_maze_image(image(("  #####", "  #   #", *OPEN[2:]), 4))
    assert maze.start == (0, 0)
    assert maze.goal == (4, 6)


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (("#######", *OPEN[1:]), "has one opening"),
        (("# # ###", *OPEN[1:]), "3 openings"),
        (("#######", *OPEN[1:4], "#   # #", "#######"), "no opening either"),
    ],
)
def test_other_than_two_openings_is_refused(rows, count):
    with pytest.raises(PuzzleError, match=count):
        read_maze_image(image(rows, 6))


def test_start_without_goal_is_refused():
    with pytest.raises(PuzzleError, match="no goal"):
        read_maze_image(image([row.replace("G", " ") for row in ROWS], 6))


def test_coloured_dots_within_their_blocks():
    plain = [row.replace("S", " ").replace("G", " ") for row in ROWS]
    picture = Image.open(image(plain, 8))
    picture.paste((30, 200, 30), (8 + 2, 8 + 2, 8 + 6, 8 + 6))
    picture.paste((200, 30, 30), (5 * 8 + 2, 4 * 8 + 2, 5 * 8 + 6, 4 * 8 + 6))
    assert read_maze_image(as_file(picture)) == MazePuzzle(ROWS)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "I;16"])
def test_every_kind_of_pixel(mode):
    grey = Image.open(image(OPEN, 4)).convert("L")
    if mode == "RGBA":
        picture = Image.merge("RGBA", [Image.new("L", grey.size)] * 3 + [grey.point(lambda value: 255 - value)])
    elif mode == "I;16":
        picture = Image.fromarray(np.asarray(grey).astype(np.uint16) * 257)
    else:
        picture = grey.convert(mode)
    assert read_maze_image(as_file(picture)).rows[1] == "# #   #"


def test_unusable_pictures_say_why():
    with pytest.raises(PuzzleError, match="damaged"):
        read_maze_image(io.BytesIO(b"GIF89a and so on"))
    with pytest.raises(PuzzleError, match="blank"):
        read_maze_image(as_file(Image.new("RGB", (20, 20), "white")))
    whole = image(ROWS, 8).getvalue()
    with pytest.raises(PuzzleError, match="damaged"):
        read_maze_image(io.BytesIO(whole[: len(whole) // 2]))
    noise = np.random.default_rng(0).integers(0, 2, (300, 300), dtype=np.uint8) * 255
    with pytest.raises(PuzzleError, match=r"square grid|300"):
        read_maze_image(as_file(Image.fromarray(noise)))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(["PNG", "BMP", "GIF", "JPEG", "WEBP", "TIFF"]), st.integers(0, 1 << 20), st.integers(0, 255))
def test_any_damage_is_a_plain_error(format, where, byte):
    data = bytearray(image(ROWS, 4, format=format).getvalue())
    data[where % len(data)] = byte
    with contextlib.suppress(PuzzleError):
        read_maze_image(io.BytesIO(bytes(data)))
