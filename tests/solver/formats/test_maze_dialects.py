import json
import re

import pytest

from solver.formats.content import Content
from solver.formats.registry import read
from solver.puzzles.base import PuzzleError
from solver.puzzles.maze.generator import generate_mazes
from solver.puzzles.maze.puzzle import PATH, MazePuzzle, canonical_label
from tests.solver.formats.maze_drawings import opened

MAZE = next(generate_mazes(1, 8, "perfect", 9, 13))
OPEN = opened(MAZE)
PLAIN = [row.replace("S", " ").replace("G", " ") for row in OPEN.rows]


def lined(maze, corner="+", line="---", bar="|", marks=True):
    """R×C cells between lines, three characters wide."""
    text = []
    for r, row in enumerate(maze.rows):
        out = ""
        for c, cell in enumerate(row):
            wall = cell == "#"
            letter = cell if marks and cell in "SG" else " "
            if r % 2 == 0:
                out += corner if c % 2 == 0 else line if wall else f" {letter} "
            else:
                out += (bar if wall else letter) if c % 2 == 0 else f" {letter} "
        text.append(out.rstrip())
    return "\n".join(text)


def boxed(maze):
    """As `lined`, in box drawing characters."""
    signs = " ╷╴┐╶┌─┬╵│┘┤└├┴┼"
    text = []
    for r, row in enumerate(maze.rows):
        out = ""
        for c, cell in enumerate(row):
            if cell != "#":
                out += cell if c % 2 == 0 else f" {cell} "
                continue
            around = [(r - 1, c), (r, c + 1), (r, c - 1), (r + 1, c)]
            up, right, left, down = (
                0 <= y < maze.shape[0] and 0 <= x < maze.shape[1] and maze.rows[y][x] == "#" for y, x in around
            )
            sign = signs[8 * up + 4 * right + 2 * left + down]
            out += sign if c % 2 == 0 else sign * 3
        text.append(out)
    return "\n".join(text)


def swapped_in(rows, signs):
    return "\n".join("".join(signs.get(cell, cell) for cell in row) for row in rows)


BLOCKS = {
    "plain": "\n".join(MAZE.rows),
    "dots": swapped_in(MAZE.rows, {" ": "."}),
    "full blocks": swapped_in(MAZE.rows, {"#": "█"}),
    "squares": swapped_in(MAZE.rows, {"#": "⬛", " ": "⬜", "S": "🟩", "G": "🟥"}),
    "small letters": swapped_in(MAZE.rows, {"S": "s", "G": "e"}),
    "A to B": swapped_in(MAZE.rows, {"S": "A", "G": "B"}),
    "at to dollar": swapped_in(MAZE.rows, {"S": "@", "G": "$"}),
    "digits as marks": swapped_in(MAZE.rows, {"S": "1", "G": "2"}),
    "walls of X": swapped_in(MAZE.rows, {"#": "X", " ": "."}),
    "ones": swapped_in(MAZE.rows, {"#": "1", " ": "0"}),
    "zeros": swapped_in(MAZE.rows, {"#": "0", " ": "1"}),
    "matrix": "\n".join(" ".join(row) for row in swapped_in(MAZE.rows, {"#": "1", " ": "0"}).split("\n")),
    "marks 2 and 3": swapped_in(MAZE.rows, {"#": "1", " ": "0", "S": "2", "G": "3"}),
    "commas": "\n".join(
        ",".join(row) for row in swapped_in(MAZE.rows, {"#": "1", " ": "0", "S": "2", "G": "3"}).split()
    ),
    "double width": "\n".join("".join(2 * cell for cell in row) for row in MAZE.rows),
    "spaced": "\n".join(" ".join(row) for row in MAZE.rows),
    "indented": "\n".join("    " + row for row in MAZE.rows),
    "quoted": "\n".join("> " + row for row in MAZE.rows),
    "fence": "```text\n" + "\n".join(MAZE.rows) + "\n```",
    "title": "Maze no. 7\n\n" + "\n".join(MAZE.rows) + "\nS = start, G = goal\n",
    "size above": "9 13\n" + "\n".join(MAZE.rows),
    "comment": "# made by hand\n" + "\n".join(MAZE.rows),
    "no-break spaces": swapped_in(MAZE.rows, {" ": "\u00a0"}),
    "strings": "maze = [\n" + "\n".join(f'    "{row}",' for row in MAZE.rows) + "\n]",
    "python": "maze = " + repr([[{"#": 1, " ": 0, "S": 2, "G": 3}[cell] for cell in row] for row in MAZE.rows]),
    "legend": "P = start\nQ = exit\n\n" + swapped_in(MAZE.rows, {"S": "P", "G": "Q"}),
    "margin of dots": "\n".join(
        ["." * 15, *(f".{row}." for row in swapped_in(MAZE.rows, {" ": "."}).split()), "." * 15]
    ),
    "frame": "\n".join(["+" + "-" * 13 + "+", *(f"|{row}|" for row in MAZE.rows), "+" + "-" * 13 + "+"]),
    "lines": lined(MAZE),
    "posts of o": lined(MAZE, "o"),
    "box drawing": boxed(MAZE),
    "json rows": json.dumps(MAZE.rows),
    "json words": json.dumps([[{"#": "wall", " ": "path", "S": "start", "G": "end"}[c] for c in r] for r in MAZE.rows]),
    "json places": json.dumps(
        {
            "maze": [[int(cell == "#") for cell in row] for row in MAZE.rows],
            "start": list(MAZE.start),
            "destination": list(MAZE.goal),
        }
    ),
    "json cells": json.dumps([[{"wall": c == "#", "start": c == "S", "end": c == "G"} for c in r] for r in MAZE.rows]),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_every_dialect_is_the_same_maze(name):
    assert [each.puzzle for each in read(Content.of_text(BLOCKS[name]))] == [MAZE]


OPENINGS = {
    "blocks": "\n".join(PLAIN),
    "trimmed": "\n".join(row.rstrip() for row in PLAIN),
    "ones": "\n".join(PLAIN).replace("#", "1").replace(" ", "0"),
    "lines": lined(OPEN, marks=False),
    "box drawing": boxed(MazePuzzle(OPEN.rows)).replace("S", " ").replace("G", " "),
    "twice as wide": "\n".join("".join(2 * cell for cell in row) for row in PLAIN),
}


@pytest.mark.parametrize("name", OPENINGS)
def test_openings_are_start_and_goal_and_can_be_swapped(name):
    [found] = read(Content.of_text(OPENINGS[name]))
    assert found.puzzle == OPEN
    [other] = found.alternatives
    assert (other.puzzle.start, other.puzzle.goal) == (OPEN.goal, OPEN.start)


def test_a_path_is_free_and_the_second_printing_no_second_maze():
    label = canonical_label(MAZE)
    solved = [
        "".join("*" if label[r, c] == PATH else cell for c, cell in enumerate(row)) for r, row in enumerate(MAZE.rows)
    ]
    [alone] = read(Content.of_text("\n".join(solved)))
    [both] = read(Content.of_text("\n".join([*MAZE.rows, "", *solved])))
    for found in (alone, both):
        assert found.puzzle == MAZE
        assert found.solution.tolist() == label.tolist()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("\n".join(PLAIN).replace(PLAIN[0], "#" * 13), "one opening"),
        ("\n".join(MAZE.rows).replace("G", " "), "a start but no goal"),
        ("\n".join(MAZE.rows).replace("S", " "), "a goal but no start"),
        ("#######\n#S   ?#\n#######\n#    G#\n#######", "“\\?” means nothing"),
        ("####\n#S #\n# G#\n####", "at least 5"),
        ("#######\n#S   #\n### # #\n#     #\n#    G#\n#######", "Line 2: This row has 6 cells"),
        ("#######\n#S   #\n### #\n#     #\n#    G#\n#######", "Line 2: This row has 6 cells"),
        ("#######\n#S    #\n### #\n#     #\n#    G#\n#######", None),
    ],
)
def test_what_is_wrong_is_said(text, why):
    try:
        found = read(Content.of_text(text))
    except PuzzleError as error:
        found, said = [], str(error)
    else:
        said = " ".join(str(each.error) for each in found if each.error is not None)
    if why is None:
        # A row that is too short ends in a free cell, as if an editor had trimmed it.
        assert found[0].puzzle is not None
    else:
        assert re.search(why, said)


@pytest.mark.parametrize(
    "text",
    [
        "maze:\n" + "\n".join(f'  - "{row}"' for row in MAZE.rows),
        "const maze = `\n" + "\n".join(MAZE.rows) + "\n`;\n",
        "const char *maze[] = {\n" + "\n".join(f'  "{row}",' for row in MAZE.rows) + "\n  NULL\n};\n",
        "\n".join(f"{number} {row}" for number, row in enumerate(MAZE.rows)),
        "\n".join(f"{number:>2}: {row}" for number, row in enumerate(MAZE.rows, 1)),
        "  0123456789012\n" + "\n".join(f"{number} {row}" for number, row in enumerate(MAZE.rows)),
        "type octile\nheight 9\nwidth 13\nmap\n"
        + "\n".join(row.replace("#", "@").replace(" ", ".") for row in MAZE.rows),
    ],
    ids=["YAML", "template literal", "C strings", "row numbers", "from 1", "column numbers", "header"],
)
def test_what_programs_print_around_a_maze_is_passed_over(text):
    [found] = read(Content.of_text(text))
    assert found.error is None
    assert found.puzzle == MAZE
