"""Pictures on the command line: read, warned of, and not solved unless they were read for certain."""

import json
from dataclasses import replace

import pytest
from PIL import ImageDraw

from solver.__main__ import main
from solver.training.digits.screens import LIGHT
from tests.solver.formats.arc_pictures import arc_picture
from tests.solver.formats.sudoku_pictures import GIVENS, screen


@pytest.fixture
def blotted(tmp_path):
    """r1c1 is hard to read."""
    picture = screen(replace(LIGHT, cell=60))
    ImageDraw.Draw(picture).rectangle((40, 40, 68, 58), (20, 20, 20))
    picture.save(tmp_path / "blotted.png")
    return str(tmp_path / "blotted.png")


def test_a_screenshot_is_converted(tmp_path, capsys):
    file = tmp_path / "screen.jpg"
    screen().save(file, quality=90)
    assert main(["convert", "--json", str(file)]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out) == {"kind": "sudoku", "givens": GIVENS.replace(".", "0")}
    assert said.err == ""


def test_convert_warns_of_cells_that_were_hard_to_read(blotted, capsys):
    assert main(["convert", blotted]) == 0
    said = capsys.readouterr()
    assert said.err == f"ponder: {blotted}: These cells were hard to read: r1c1. Compare them with the picture.\n"
    assert said.out


def test_solve_refuses_what_was_hard_to_read(blotted, capsys):
    assert main(["solve", blotted]) == 2
    said = capsys.readouterr()
    assert "r1c1" in said.err
    assert said.out == ""


def test_a_single_arc_grid_is_refused_in_a_sentence(tmp_path, capsys):
    file = tmp_path / "grid.png"
    arc_picture(margin=8).save(file)
    assert main(["convert", str(file)]) == 2
    assert "4×6" in capsys.readouterr().err
