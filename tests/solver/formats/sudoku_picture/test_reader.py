"""Pictures of Sudokus are read as a person would, and what is hard to read is said to be."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw

from solver.formats.sudoku_picture.reader import read_sudoku
from solver.puzzles.base import PuzzleError
from solver.training.digits.screens import DARK, LIGHT
from tests.solver.formats.arc_pictures import arc_picture, pixels
from tests.solver.formats.sudoku_pictures import ENTERED, GIVENS, bundled_font, grid_of, screen

LOOKS = {
    "light": LIGHT,
    "dark": DARK,
    "small": replace(LIGHT, cell=24),
    "large": replace(DARK, cell=120),
    "with pencil marks": replace(LIGHT, marks=1.0),
    "dark with pencil marks": replace(DARK, marks=1.0, cell=40),
    "on a busy page": replace(LIGHT, clutter=True, margin=(90, 120, 220, 110), marks=0.5),
    "selected": replace(DARK, selected=(60, 90, 140), clutter=True, margin=(40, 90, 160, 90)),
    "shaded givens": replace(LIGHT, given_paper=(236, 236, 240), line=(228, 228, 228)),
    "shaded boxes": replace(LIGHT, box_paper=(232, 240, 248)),
    "scaled by a fraction": replace(LIGHT, scale=1.37, marks=0.4),
    "jpeg": replace(DARK, jpeg=75, marks=0.4),
    "thick lines": replace(LIGHT, thick_width=6, line_width=2),
    "no page around it": replace(LIGHT, margin=(0, 0, 1, 1)),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_look_is_read(look):
    reading = read_sudoku(pixels(screen(look)))
    assert reading is not None
    np.testing.assert_array_equal(reading.digits, grid_of())
    assert len(reading.unsure) <= 2
    assert reading.other is None


def test_digits_that_a_player_has_entered_are_told_by_their_colour():
    look = replace(LIGHT, entered=(30, 100, 220))
    many = "..4..89.2.7....348" + "." * 63
    reading = read_sudoku(pixels(screen(look, entered=many)))
    np.testing.assert_array_equal(reading.digits, grid_of())
    np.testing.assert_array_equal(reading.other, np.where(grid_of() > 0, grid_of(), grid_of(many)))


def test_digits_of_one_colour_are_all_givens():
    reading = read_sudoku(pixels(screen(entered=ENTERED)))
    np.testing.assert_array_equal(reading.digits, np.where(grid_of() > 0, grid_of(), grid_of(ENTERED)))
    assert reading.other is None


def test_a_digit_that_is_blotted_is_marked_unsure():
    picture = screen(replace(LIGHT, cell=60))
    draw = ImageDraw.Draw(picture)
    # Over the middle of r1c1, without touching a line.
    draw.rectangle((40, 40, 68, 58), (20, 20, 20))
    reading = read_sudoku(pixels(picture))
    assert (0, 0) in reading.unsure
    assert len(reading.unsure) <= 3


def test_cells_at_odds_with_each_other_are_marked_unsure():
    twice = "55" + GIVENS[2:]
    assert {(0, 0), (0, 1)} <= set(read_sudoku(pixels(screen(givens=twice))).unsure)


def test_a_grid_of_16_by_16_is_named():
    with pytest.raises(PuzzleError, match="9×9"):
        read_sudoku(pixels(lined(16, lambda row, column: "123456789ABCDEFG"[(5 * row + column) % 16])))


def test_a_grid_with_few_digits_is_no_sudoku():
    few = "5" + "." * 38 + "741" + "." * 38 + "3"
    with pytest.raises(PuzzleError, match="5 digits"):
        read_sudoku(pixels(screen(givens=few)))


def test_a_grid_with_a_start_and_a_goal_is_left_to_mazes():
    assert read_sudoku(pixels(lined(9, lambda row, column: {(0, 0): "S", (8, 8): "G"}.get((row, column), "")))) is None


def test_a_grid_of_letters_is_no_sudoku():
    with pytest.raises(PuzzleError, match="digit"):
        read_sudoku(pixels(lined(9, lambda row, column: "ACEFHKMNR"[(2 * row + column) % 9])))


@pytest.mark.parametrize(
    "picture",
    [
        Image.new("RGB", (400, 400), "white"),
        Image.new("RGB", (5, 5)),
        Image.fromarray(np.random.default_rng(1).integers(0, 256, (200, 220, 3), dtype=np.uint8)),
        arc_picture(((0,) * 9,) * 4 + ((3,) * 9,) * 5, 30, line=1, margin=12),
        arc_picture(tuple(tuple((row + column) % 10 for column in range(12)) for row in range(12)), 30, line=2),
    ],
    ids=["white", "tiny", "noise", "ARC grid of 9×9", "ARC grid of 12×12"],
)
def test_other_pictures_show_none(picture):
    assert read_sudoku(pixels(picture)) is None


def lined(side, sign):
    """A grid of `side` × `side` cells with one sign in each."""
    picture = Image.new("RGB", (side * 40 + 41, side * 40 + 41), "white")
    draw = ImageDraw.Draw(picture)
    for index in range(side + 1):
        at = 20 + index * 40
        draw.line((at, 20, at, 20 + side * 40), "black")
        draw.line((20, at, 20 + side * 40, at), "black")
    font = bundled_font().font_variant(size=24)
    for row in range(side):
        for column in range(side):
            draw.text((40 + column * 40, 40 + row * 40), sign(row, column), "black", font, anchor="mm")
    return picture
