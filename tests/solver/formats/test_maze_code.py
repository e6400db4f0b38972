"""Mazes as the arrays and strings of programs, as JSON of other programs, and with start and goal named by numbers."""

import json

import pytest

from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.reading import read_puzzles

ROWS = (
    "#######",
    "#S  # #",
    "### # #",
    "#   # #",
    "# ### #",
    "#    G#",
    "#######",
)
OPEN = tuple(row.replace("S", " ").replace("G", " ") for row in ROWS)
SIGNS = {"#": "1", " ": "0", "S": "2", "G": "3"}
NUMBERS = [[SIGNS[cell] for cell in row] for row in ROWS]
FREE = [[SIGNS[cell] for cell in row] for row in OPEN]
TEXT, OPEN_TEXT = "\n".join(ROWS), "\n".join(OPEN)


def _nested(rows, opening="[", closing="]", gap=", ") -> str:
    return opening + gap.join(f"{opening}{gap.join(row)}{closing}" for row in rows) + closing


def _one(text: str) -> ReadPuzzle:
    (found,) = read_puzzles(text)
    assert found.error is None, str(found.error)
    return found


QUOTED = [[f"'{cell}'" for cell in row] for row in ROWS]
MARKED = [[SIGNS[cell] if cell in "# " else cell for cell in row] for row in ROWS]
CODE = {
    "python": f"maze = {_nested(NUMBERS)}\n",
    "python with letters": "maze = " + _nested([[f"'{c}'" if c in "SG" else c for c in row] for row in MARKED]),
    "python characters": f"maze = {_nested(QUOTED)}\n",
    "c": f"char maze[7][7] = {_nested(QUOTED, '{', '}')};\n",
    "numpy": f"array({_nested(QUOTED)}, dtype='<U1')",
    "string over several lines": f'maze = """\n{TEXT}\n"""\n',
    "string from the first line": f'MAZE = """{TEXT}"""\nprint(solve(MAZE))\n',
    "indented string": 'maze = """\n' + "\n".join(f"    {row}" for row in ROWS) + '\n    """\n',
    "template": f"const maze = `\n{TEXT}\n`;\n",
    "raw string": f'let maze = r#"\n{TEXT}\n"#;\n',
    "julia": "m = [" + "\n     ".join(" ".join(row) for row in NUMBERS) + "]\n",
    "matlab": "M = [" + "; ".join(" ".join(row) for row in NUMBERS) + "];\n",
    "minizinc": "maze = [|" + "\n|".join(",".join(row) for row in NUMBERS) + "|];\n",
    "r": "m <- matrix(c(\n" + ",\n".join(", ".join(row) for row in NUMBERS) + "), nrow = 7, byrow = TRUE)\n",
    "r by column": "m <- matrix(c(" + ", ".join(c for row in zip(*NUMBERS, strict=True) for c in row) + "), nrow=7)",
    "lisp": "'(" + " ".join(f"({' '.join(row)})" for row in NUMBERS) + ")",
    "csv with letters": "\n".join(",".join(row) for row in MARKED),
    "columns and rows numbered": ",0,1,2,3,4,5,6\n" + "\n".join(f"{n},{','.join(r)}" for n, r in enumerate(MARKED)),
    "other marks": "\n".join(" ".join(row) for row in NUMBERS).replace("2", "8").replace("3", "9"),
    "latex": f"\\begin{{verbatim}}\n{TEXT}\n\\end{{verbatim}}\n",
    "colours of a terminal": TEXT.replace("S", "\x1b[32mS\x1b[0m"),
    "free cells of another character": TEXT.replace(" ", "_"),
    "light on dark": TEXT.replace("#", "⬜").replace(" ", "⬛"),
    "posts of stars": "*--*--*--*\n|S    |  |\n*--*  *  *\n|     |  |\n*  *--*  *\n|      G |\n*--*--*--*",
    "json text": json.dumps({"map": TEXT}),
    "json levels": json.dumps({"levels": [{"layout": list(ROWS)}]}),
    "json flat": json.dumps({"width": 7, "height": 7, "data": [int(cell) for row in NUMBERS for cell in row]}),
}


@pytest.mark.parametrize("text", CODE.values(), ids=CODE.keys())
def test_how_programs_write_mazes(text):
    assert _one(text).puzzle.rows == ROWS


@pytest.mark.parametrize(
    "words",
    [
        "start: (1, 1)\ngoal: (5, 5)",
        "Start: row 1, col 1\nEnd: row 5, col 5",
        "Entrance: [1, 1]\nExit: [5, 5]",
        "# start 1 1\n# goal 5 5",
        "start, end = (1, 1), (5, 5)",
    ],
)
def test_start_and_goal_by_numbers(words):
    for text in (f"{words}\n\n{OPEN_TEXT}", f"{OPEN_TEXT}\n{words}", f"maze = {_nested(FREE)}\n{words}"):
        found = _one(text)
        assert found.puzzle.rows == ROWS
        assert not found.alternatives


def test_places_that_may_count_otherwise_are_offered():
    rows = ("#######", "#     #", "#     #", "#     #", "#     #", "#     #", "#######")
    found = _one("start: 1, 2\nend: 5, 4\n" + "\n".join(rows))
    assert found.puzzle.start == (1, 2)
    assert {each.puzzle.start for each in found.alternatives} == {(2, 1), (0, 1), (1, 0)} - {(0, 1), (1, 0)}
    named = _one("start: x=1, y=2\nend: x=5, y=4\n" + "\n".join(rows))
    assert (named.puzzle.start, named.puzzle.goal) == ((2, 1), (4, 5))
    assert not named.alternatives


def test_places_on_walls_are_refused():
    (found,) = read_puzzles(f"start: 0, 0\nend: 6, 6\n{OPEN_TEXT}")
    assert found.puzzle is None


def test_a_start_on_a_wall_is_refused():
    (found,) = read_puzzles(json.dumps({"maze": [list(map(int, row)) for row in FREE], "start": [0, 0], "end": [5, 5]}))
    assert found.puzzle is None
    assert "is a wall" in str(found.error)


def test_the_place_of_a_cell_between_walls_counts_cells():
    sides = [{"N": r == 0, "S": r == 2, "W": c == 0, "E": c == 2} for r in range(3) for c in range(3)]
    cells = [[{"walls": sides[3 * r + c]} for c in range(3)] for r in range(3)]
    found = _one(json.dumps({"cells": cells, "start": {"x": 0, "y": 0}, "end": {"x": 2, "y": 2}}))
    assert (found.puzzle.start, found.puzzle.goal) == ((1, 1), (5, 5))


def test_a_second_printing_with_the_way_is_no_second_maze():
    shown = TEXT.replace("S  #", "S..#")
    assert _one(f"{TEXT}\n\n{shown}").puzzle.rows == ROWS


def test_half_a_wide_cell_that_is_missing_in_a_row_is_no_opening():
    rows = [row.replace("#", "🧱").replace(" ", "  ").replace("G", "G ") for row in ROWS]
    (found,) = read_puzzles("\n".join(rows))
    assert found.puzzle is None
    assert found.error.line == 2


def test_an_open_field_keeps_its_free_border():
    rows = ("⬜⬜⬜⬜⬜⬜", "⬜S⬛⬜⬛⬜", "⬜⬜⬛⬜⬛⬜", "⬜⬛⬛⬜G⬜", "⬜⬜⬛⬜⬛⬜", "⬜⬜⬜⬜⬜⬜")
    assert _one("\n".join(rows)).puzzle.rows[1] == " S# # "


def test_rules_between_mazes_are_no_rows():
    assert [read.error for read in read_puzzles(f"{TEXT}\n---\n{TEXT.replace('S ', ' S')}\n")] == [None, None]
