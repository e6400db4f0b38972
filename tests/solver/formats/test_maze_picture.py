import io
import math

import pytest
from PIL import Image, ImageDraw

from solver.formats.content import Content
from solver.formats.registry import read
from solver.puzzles.base import PuzzleError
from solver.puzzles.maze.generator import generate_mazes
from solver.puzzles.maze.puzzle import MazePuzzle
from tests.solver.formats.maze_drawings import STYLES, Style, drawn, opened


@pytest.mark.parametrize("style", STYLES, ids=[style.name for style in STYLES])
@pytest.mark.parametrize(("kind", "rows", "columns"), [("perfect", 13, 21), ("braided", 19, 17)])
def test_every_style_is_read_exactly(style, kind, rows, columns):
    for maze in generate_mazes(1, rows, kind, rows, columns):
        shown = opened(maze) if style.mark == "none" else maze
        [found] = read(Content(drawn(shown, style)))
        assert found.puzzle == shown
        assert bool(found.alternatives) == (style.mark == "none")


def test_the_largest_maze_is_read_and_a_larger_one_is_named():
    [maze] = generate_mazes(1, 3, "perfect", 101, 101)
    [found] = read(Content(drawn(maze, Style("thin", pitch=12, wall=2, mark="fill"))))
    assert found.puzzle == maze
    blocks = [[(row % 2 and column % 2) for column in range(203)] for row in range(203)]
    image = Image.new("1", (203, 203))
    image.putdata([255 * bool(cell) for row in blocks for cell in row])
    with pytest.raises(PuzzleError, match="203×203"):
        read(Content(as_file(image)))


def test_a_margin_is_no_way_round_outside():
    maze = MazePuzzle(("#######", "S     #", "##### #", "#     #", "# #####", "G     #", "#######"))
    for margin in (0, 8, 16, 30):
        [found] = read(Content(drawn(maze, Style("blocks", wall=8, mark="fill", margin=margin))))
        assert found.puzzle == maze


def test_no_way_is_refused_and_not_read_the_other_way_round():
    rows = ("#########", "#S      #", "#########", "#      G#", "#########")
    image = Image.new("RGB", (90, 50), "black")
    pen = ImageDraw.Draw(image)
    colours = {" ": "white", "S": (0, 200, 0), "G": (220, 0, 0)}
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if cell in colours:
                pen.rectangle((10 * c, 10 * r, 10 * c + 9, 10 * r + 9), fill=colours[cell])
    with pytest.raises(PuzzleError, match="cannot be reached"):
        read(Content(as_file(image)))


def test_walls_that_are_no_grid_are_refused():
    image = Image.new("RGB", (400, 400), "white")
    pen = ImageDraw.Draw(image)
    for ring in range(20, 190, 20):
        for part in range(12):
            if (part + ring // 20) % 4:
                pen.arc(
                    (200 - ring, 200 - ring, 200 + ring, 200 + ring), 30 * part, 30 * part + 30, fill="black", width=2
                )
                x, y = math.cos(part * math.pi / 6), math.sin(part * math.pi / 6)
                pen.line((200 + ring * x, 200 + ring * y, 200 + (ring + 20) * x, 200 + (ring + 20) * y), "black", 2)
    with pytest.raises(PuzzleError, match="square grid"):
        read(Content(as_file(image)))


def as_file(image):
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()
