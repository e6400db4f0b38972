"""Sudokus as programs, tables and web pages write them, with their solutions beside them, and as lists of givens."""

import json

import pytest

from solver.formats.content import Content
from solver.formats.registry import read
from solver.puzzles.base import PuzzleError
from solver.puzzles.sudoku.exact import search
from solver.puzzles.sudoku.generator import generate

PUZZLE = next(iter(generate(1, 5, "easy")))
GIVENS = "".join(str(digit) if digit else "." for digit in PUZZLE.givens)
FULL = "".join(map(str, search(PUZZLE.givens).solutions[0]))
ROWS = [GIVENS[start : start + 9] for start in range(0, 81, 9)]
SOLVED = [FULL[start : start + 9] for start in range(0, 81, 9)]
ZEROS = [row.replace(".", "0") for row in ROWS]
LIST = "[" + ",\n".join(f"[{', '.join(row)}]" for row in ZEROS) + "]"
SOLVED_LIST = "[" + ",\n".join(f"[{', '.join(row)}]" for row in SOLVED) + "]"
PLACES = [(index // 9, index % 9, digit) for index, digit in enumerate(GIVENS) if digit != "."]


def _words(row: str, blank: str, gap: str = " ") -> str:
    return gap.join(blank if cell == "." else cell for cell in row)


def _table(rows: list[str], cell: str = "{}") -> str:
    body = "".join(
        "<tr>" + "".join(f"<td>{cell.format('' if c == '.' else c)}</td>" for c in row) + "</tr>" for row in rows
    )
    return f"<table>{body}</table>"


def _tatham() -> str:
    text, run = "", 0
    for cell in GIVENS:
        if cell == ".":
            run += 1
            continue
        text += (chr(96 + run) if run else "_" if text else "") + cell
        run = 0
    return text + (chr(96 + run) if run else "")


BOX_TABLE = (
    "<table>"
    + "".join(
        "<tr>"
        + "".join("<td>" + _table([row[c : c + 3] for row in ROWS[r : r + 3]]) + "</td>" for c in (0, 3, 6))
        + "</tr>"
        for r in (0, 3, 6)
    )
    + "</table>"
)

PROGRAMS = {
    "go": "b := [][]int{\n" + "".join(f"  []int{{{', '.join(row)}}},\n" for row in ZEROS) + "}",
    "vba": "b = Array( _\n" + ", _\n".join(f"  Array({', '.join(row)})" for row in ZEROS) + ")",
    "perl": "my @b = (\n" + "".join(f"  [qw({' '.join(row)})],\n" for row in ZEROS) + ");",
    "lisp": "(setq b #2A((" + ")\n (".join(" ".join(row) for row in ZEROS) + ")))",
    "nothing between commas": "{{" + "},\n {".join(_words(row, "", ",") for row in ROWS) + "}}",
    "pandas": "     "
    + "    ".join("012345678")
    + "\n"
    + "\n".join(f"{n}  {_words(r, 'NaN', '  ')}" for n, r in enumerate(ROWS)),
    "r with NA": "      "
    + " ".join(f"[,{n}]" for n in range(1, 10))
    + "\n"
    + "\n".join(f" [{n},] {_words(r, 'NA', '  ')}" for n, r in enumerate(ROWS, start=1)),
    "savetxt": "\n".join(" ".join(f"{int(cell):.18e}" for cell in row) for row in ZEROS),
    "minus ones": "\n".join(_words(row, "-1", ",") for row in ROWS),
    "words": "\n".join(_words(row, "None") for row in ROWS),
    "header of columns": "0,1,2,3,4,5,6,7,8\n" + "\n".join(",".join(row) for row in ZEROS),
    "81 columns": ",".join(map(str, range(81))) + "\n" + ",".join("".join(ZEROS)),
    "rows with names": "\n".join(f"Row {n}: {' '.join(row)}" for n, row in enumerate(ROWS, start=1)),
    "markdown with labels": "|   | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 |\n"
    + "|---" * 10
    + "|\n"
    + "\n".join(f"| {'ABCDEFGHI'[n]} | {_words(r, ' ', ' | ')} |" for n, r in enumerate(ROWS)),
    "wiki": '{| class="wikitable"\n' + "\n".join(f"|-\n| {_words(row, ' ', ' || ')}" for row in ROWS) + "\n|}",
    "bold": "\n".join(" ".join(f"**{c}**" if c != "." else c for c in row) for row in ROWS),
    "forum": "[quote=me]Try this\n[code]" + "\n".join(ROWS) + "[/code][/quote]\nThanks",
    "boxed cells": "\n".join(" ".join(f"[{' ' if c == '.' else c}]" for c in row) for row in ROWS),
    "terminal colours": "\n".join(" ".join(f"\x1b[1m{c}\x1b[0m" for c in row) for row in ROWS),
    "sentence": f"Can you solve {GIVENS}? The answer is {FULL}.",
    "log": f"10:00 puzzle={GIVENS}\n10:01 solution={FULL}\n",
    "json lines in text": json.dumps({"puzzle": "\n".join(ROWS), "solution": "\n".join(SOLVED)}),
    "chat": json.dumps([{"content": "Solve:\n" + "\n".join(ROWS)}, {"content": "Done:\n" + "\n".join(SOLVED)}]),
    "json rows by name": json.dumps({f"row{n}": [int(c) for c in row] for n, row in enumerate(ZEROS, start=1)}),
    "json cells from 1": json.dumps([{"row": r + 1, "col": c + 1, "value": int(d)} for r, c, d in PLACES]),
    "xml rows": "<sudoku>" + "".join(f"<row>{row}</row>" for row in ROWS) + "</sudoku>",
    "xml cells": "<puzzle>"
    + "".join(f'<cell row="{r + 1}" col="{c + 1}" value="{d}"/>' for r, c, d in PLACES)
    + "</puzzle>",
    "plist": f"<plist><dict><key>p</key><string>{GIVENS}</string><key>s</key><string>{FULL}</string></dict></plist>",
    "html and solution": f"<html><body>{_table(ROWS)}<p>Solution</p>{_table(SOLVED)}</body></html>",
    "html boxes": BOX_TABLE,
    "html list": f"<table><tr><th>no.</th></tr><tr><td>1</td><td>{GIVENS}</td><td>{FULL}</td></tr></table>",
    "latex blocks": "\\begin{sudoku-block}\n"
    + "\n".join(f"|{_words(row, ' ', '|')}|." for row in ROWS)
    + "\n\\end{sudoku-block}",
    "latex drawing": "\n".join("\\setrow " + " ".join(f"{{{' ' if c == '.' else c}}}" for c in row) for row in ROWS)
    + "\n",
    "facts": "% givens\n" + "\n".join(f"cell({r + 1},{c + 1},{d})." for r, c, d in PLACES),
    "facts from 0": " ".join(f"given({r},{c},{d})." for r, c, d in PLACES),
    "facts with the digit first": " ".join(f"given({d},{r + 1},{c + 1})." for r, c, d in PLACES),
    "named cells": ", ".join(f"r{r + 1}c{c + 1}={d}" for r, c, d in PLACES),
    "cells of a sheet": "\n".join(f"{'ABCDEFGHI'[r]}{c + 1}: {d}" for r, c, d in PLACES),
    "table of givens": "row,col,value\n" + "\n".join(f"{r + 1},{c + 1},{d}" for r, c, d in PLACES),
    "tatham": f"3x3:{_tatham()}",
    "tatham's save": f"SAVEFILE:41:A Puzzle Collection\nGAME    :4:Solo\nPARAMS  :3:3x3\nDESC    :9:{_tatham()}\n",
    "side by side": "\n".join(f"{row}   {full}" for row, full in zip(ROWS, SOLVED, strict=True)),
    "solution first": "solution = " + SOLVED_LIST + "\n\npuzzle = " + LIST,
    "solution first as text": "Solution:\n" + "\n".join(SOLVED) + "\n\nPuzzle:\n" + "\n".join(ROWS),
    "state behind": "\n".join(ROWS) + "\n\n" + "\n".join([SOLVED[0], *ROWS[1:]]),
}


def _found(text: str) -> list[str]:
    found = read(Content.of_text(text))
    assert [str(each.error) for each in found if each.error is not None] == []
    return ["".join(map(str, each.puzzle.givens)).replace("0", ".") for each in found]


@pytest.mark.parametrize("text", PROGRAMS.values(), ids=PROGRAMS.keys())
def test_one_puzzle_however_it_is_written(text):
    assert _found(text) == [GIVENS]


@pytest.mark.parametrize("row", [0, 4, 8])
def test_a_list_that_lacks_a_cell_is_not_filled_up(row):
    rows = [f"  [{', '.join(cells[: 8 if number == row else 9])}]" for number, cells in enumerate(ZEROS)]
    for text in ("board = [\n" + ",\n".join(rows) + "\n]", "[\n" + ",\n".join(rows) + ",\n]"):
        try:
            found = read(Content.of_text(text))
        except PuzzleError:
            continue
        assert all(each.puzzle is None for each in found)


def test_two_puzzles_side_by_side_are_two():
    other = next(iter(generate(1, 9, "easy")))
    rows = ["".join(map(str, row)) for row in other.grid.tolist()]
    text = "\n".join(f"{one}   {two}" for one, two in zip(ROWS, rows, strict=True))
    assert _found(text) == [GIVENS, "".join(rows).replace("0", ".")]


def test_givens_that_may_count_from_0_or_1_are_refused():
    inner = [(r, c, d) for r, c, d in PLACES if 0 < r < 8 and 0 < c < 8]
    assert len(inner) >= 17
    with pytest.raises(PuzzleError, match="from 0 or from 1"):
        read(Content.of_text(" ".join(f"cell({r},{c},{d})." for r, c, d in inner)))


def test_a_cell_that_is_given_twice_is_named():
    row, column, digit = PLACES[0]
    text = " ".join(f"cell({r + 1},{c + 1},{d})." for r, c, d in PLACES)
    with pytest.raises(PuzzleError, match=f"r{row + 1}c{column + 1}"):
        read(Content.of_text(f"{text} cell({row + 1},{column + 1},{int(digit) % 9 + 1})."))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2x3:a1b2c3d4e5f", "6×6"),
        ("3x3x:a1b2c3d4e5f", "3x3x"),
        (f"3x3:{_tatham()}5", "82 cells"),
        ("SAVEFILE:41:x\nGAME    :3:Net\nDESC    :1:a\n", "Net"),
    ],
)
def test_other_games_of_the_collection_are_named(text, why):
    with pytest.raises(PuzzleError, match=why):
        read(Content.of_text(text))
