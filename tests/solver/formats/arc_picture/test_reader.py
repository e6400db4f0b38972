"""A picture of an ARC grid becomes that grid, or nothing."""

from random import Random

import numpy as np
import pytest
from PIL import Image, ImageDraw

from solver.formats.arc_picture.reader import read_arc_grid
from tests.solver.formats.arc_pictures import GRID, arc_picture, pixels


@pytest.mark.parametrize("margin", [0, 37])
@pytest.mark.parametrize("line", [0, 1, 3])
@pytest.mark.parametrize("cell", [9, 20, 33.4, 61])
def test_any_cell_size_with_and_without_lines(cell, line, margin):
    reading = read_arc_grid(pixels(arc_picture(cell=cell, line=line, margin=margin)))
    assert reading is not None
    assert reading.grid == GRID
    assert reading.several_colours


@pytest.mark.parametrize("palette", [0, 1, 2])
@pytest.mark.parametrize("page", [(255, 255, 255), (240, 238, 230), (40, 42, 54)])
def test_any_palette_on_any_page(palette, page):
    picture = arc_picture(palette=palette, page=page, margin=25, line=1)
    assert read_arc_grid(pixels(picture)).grid == GRID


@pytest.mark.parametrize("look", [{"jpeg": 75}, {"scale": 1.3}, {"scale": 0.7}, {"scale": 1.5, "jpeg": 85, "line": 1}])
def test_noise_and_scaling_by_a_fraction(look):
    assert read_arc_grid(pixels(arc_picture(cell=24, margin=30, **look))).grid == GRID


def test_one_pixel_a_cell():
    assert read_arc_grid(pixels(arc_picture(cell=1))).grid == GRID


def test_random_grids_of_every_size_come_back():
    random = Random(4)
    for _ in range(25):
        rows, columns = random.randint(2, 30), random.randint(2, 30)
        grid = tuple(tuple(random.randrange(10) for _ in range(columns)) for _ in range(rows))
        picture = arc_picture(grid, random.choice((8, 13, 16.5, 22)), line=random.choice((0, 1)), margin=20)
        assert read_arc_grid(pixels(picture)).grid == grid


def test_cells_within_lines_are_counted_even_where_all_have_one_colour():
    grid = ((0,) * 7,) * 5
    reading = read_arc_grid(pixels(arc_picture(grid, line=1, margin=10)))
    assert reading.grid == grid
    assert not reading.several_colours


def test_few_colours_may_be_a_maze():
    walls = tuple(tuple(5 if row in (0, 8) or column in (0, 8) else 0 for column in range(9)) for row in range(9))
    assert not read_arc_grid(pixels(arc_picture(walls))).several_colours


def test_sizes_that_explain_a_picture_equally_well_are_not_guessed():
    """One small block on black: its cells could be of many sizes."""
    picture = Image.new("RGB", (120, 120))
    ImageDraw.Draw(picture).rectangle((24, 40, 71, 79), (0, 116, 217))
    reading = read_arc_grid(pixels(picture))
    assert reading is None or reading.grid == tuple(
        tuple(1 if 5 <= row < 10 and 3 <= column < 9 else 0 for column in range(15)) for row in range(15)
    )


@pytest.mark.parametrize(
    "picture",
    [
        Image.new("RGB", (80, 80), "black"),
        Image.new("RGB", (1, 1), "black"),
        Image.new("RGB", (300, 200), "white"),
        Image.fromarray(np.random.default_rng(0).integers(0, 256, (90, 120, 3), dtype=np.uint8)),
        Image.radial_gradient("L").convert("RGB"),
        # White is none of the ten colours: a maze in black and white.
        Image.fromarray((np.indices((21, 21)).sum(axis=0) % 2 * 255).astype(np.uint8))
        .resize((210, 210))
        .convert("RGB"),
    ],
    ids=["black", "one pixel", "white", "noise", "gradient", "black and white"],
)
def test_what_shows_no_grid_is_refused(picture):
    assert read_arc_grid(pixels(picture)) is None


def test_two_grids_are_refused():
    one = arc_picture(margin=20)
    both = Image.new("RGB", (2 * one.width, one.height), "white")
    both.paste(one, (0, 0))
    both.paste(one, (one.width, 0))
    assert read_arc_grid(pixels(both)) is None
