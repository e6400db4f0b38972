"""A picture is read as what it shows: a Sudoku, a maze or an ARC grid, and never as another of the three."""

from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from solver.formats import arc_image, maze_image, sudoku_image
from solver.formats.content import Content
from solver.formats.maze_image import write_maze_image
from solver.formats.registry import read, recognise
from solver.puzzles.base import PuzzleError
from solver.puzzles.maze.generator import generate_mazes
from solver.training.digits.screens import DARK
from tests.solver.formats.arc_pictures import arc_picture, png
from tests.solver.formats.sudoku_pictures import GIVENS, screen


def maze_png(style="perfect"):
    packed = BytesIO()
    write_maze_image(next(generate_mazes(1, 3, style, 15, 15)), packed)
    return packed.getvalue()


PICTURES = {
    "sudoku": (sudoku_image.FORMAT, png(screen())),
    "dark sudoku": (sudoku_image.FORMAT, png(screen(DARK))),
    "sudoku with few digits": (sudoku_image.FORMAT, png(screen(givens="5" + "." * 38 + "741" + "." * 38 + "3"))),
    "arc": (arc_image.FORMAT, png(arc_picture(margin=9))),
    "arc with lines": (arc_image.FORMAT, png(arc_picture(line=2))),
    "maze": (maze_image.FORMAT, maze_png()),
    "maze with rooms": (maze_image.FORMAT, maze_png("rooms")),
    "nothing": (maze_image.FORMAT, png(Image.new("RGB", (90, 90), "white"))),
}


@pytest.mark.parametrize(("form", "data"), PICTURES.values(), ids=PICTURES)
def test_each_picture_is_claimed_by_its_format(form, data):
    assert recognise(Content(data)) is form


def test_the_kind_that_is_asked_for_counts():
    with pytest.raises(PuzzleError, match="maze"):
        read(Content(PICTURES["sudoku"][1]), kind="maze")
    with pytest.raises(PuzzleError):
        read(Content(PICTURES["maze"][1]), kind="sudoku")


def test_a_screenshot_of_a_sudoku_is_read_and_unsure_cells_are_named():
    (found,) = read(Content(PICTURES["sudoku"][1]))
    assert found.puzzle.to_json()["givens"] == GIVENS.replace(".", "0")
    assert found.unsure == ()


def test_what_breaks_a_rule_is_an_error_beside_what_was_read():
    (found,) = read(Content(png(screen(givens="55" + GIVENS[2:]))))
    assert found.puzzle is None
    assert "5 twice" in str(found.error)
    assert found.draft[0, :2].tolist() == [5, 5]
    assert {(0, 0), (0, 1)} <= set(found.unsure)


def test_a_single_arc_grid_is_no_task():
    with pytest.raises(PuzzleError, match="4×6"):
        read(Content(PICTURES["arc"][1]))


SMALL = [png(screen(DARK).resize((150, 150))), png(arc_picture(cell=9)), maze_png()]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SMALL), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=8), st.floats(0, 1))
def test_no_damage_gives_anything_but_puzzles_or_a_sentence(data, changes, end):
    damaged = bytearray(data)
    for place, value in changes:
        damaged[int(place * (len(damaged) - 1))] = value
    assert_read_or_refused(bytes(damaged[: max(int(end * len(damaged)), 1)] if end < 0.5 else damaged))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_pixels_give_anything_but_puzzles_or_a_sentence(data):
    """Any picture of rectangles, which is what programs draw."""
    width, height = data.draw(st.integers(1, 220)), data.draw(st.integers(1, 220))
    picture = Image.new("RGB", (width, height), data.draw(st.sampled_from(["white", "black", "#aaaaaa", "#123456"])))
    draw = ImageDraw.Draw(picture)
    for _ in range(data.draw(st.integers(0, 12))):
        left, top = data.draw(st.integers(-5, width)), data.draw(st.integers(-5, height))
        right, bottom = left + data.draw(st.integers(0, width)), top + data.draw(st.integers(0, height))
        draw.rectangle((left, top, right, bottom), data.draw(st.sampled_from(["white", "black", "#0074d9", "#ff4136"])))
    assert_read_or_refused(png(picture))


def assert_read_or_refused(data):
    try:
        found = read(Content(data))
    except PuzzleError as error:
        said = str(error)
    else:
        said = "read"
        assert all((each.puzzle is None) != (each.error is None) for each in found)
    assert said


@pytest.mark.parametrize("name", ["sudoku", "arc"])
def test_no_maze_is_looked_for_in_a_sure_picture_of_another_kind(monkeypatch, name):
    """That takes seconds on a large picture."""

    def looked(pixels):
        raise AssertionError("a maze was looked for")

    monkeypatch.setattr(maze_image, "maze_in", looked)
    form, data = PICTURES[name]
    assert recognise(Content(data)) is form
