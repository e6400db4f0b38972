# ruff: noqa: E501 (the samples are tables: a line each)
"""Sudokus as other programs, forums, sheets and sources write them: each is read exactly, or refused as what it is."""

import json

import pytest

from solver.formats.content import Content
from solver.formats.registry import read
from solver.puzzles.base import PuzzleError

# Made for these tests; it has one solution.
LINE = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"
OTHER = "..3.2.6..9..3.5..1..18.64....81.29..7.......8..67.82....26.95..8..2.3..9..5.1.3.."
SOLUTION = "534678912672195348198342567859761423426853791713924856961537284287419635345286179"
ROWS = [LINE[start : start + 9] for start in range(0, 81, 9)]
ZEROS = [row.replace(".", "0") for row in ROWS]
DIGITS = [list(map(int, row)) for row in ZEROS]


def givens(text: str | bytes) -> list[str]:
    """Every puzzle that is read, as 81 characters; raises for what cannot be."""
    content = Content(text) if isinstance(text, bytes) else Content.of_text(text)
    found = read(content)
    assert all(each.error is None for each in found), [str(each.error) for each in found if each.error]
    return ["".join(map(str, each.puzzle.givens)).replace("0", ".") for each in found]


def rows(change=lambda row: row, between="\n", lines=ROWS) -> str:
    return between.join(change(row) for row in lines)


def boxed(row: str, bar: str = "|", gap: str = " ") -> str:
    return f" {bar} ".join(gap.join(row[start : start + 3]) for start in (0, 3, 6))


def grid(between_bands: str, change=boxed, lines=ROWS) -> str:
    bands = ["\n".join(change(row) for row in lines[start : start + 3]) for start in (0, 3, 6)]
    return f"\n{between_bands}\n".join(bands)


def script(zero: str) -> dict[int, str]:
    return {ord(str(digit)): chr(ord(zero) + digit) for digit in range(10)}


def candidates(cell: str, empty: str = "123456789") -> str:
    return empty if cell == "." else cell


BLANKS = {
    **{f"blank {blank!r}": rows(lambda row, blank=blank: row.replace(".", blank)) for blank in "0xX*_-?·•□⬜☐–—"},
    **{f"blank {b!r} in a line": LINE.replace(".", b) for b in "0xX*_-?·□"},
    **{f"blank {b!r} spaced": rows(lambda row, b=b: " ".join(row.replace(".", b))) for b in "0xX*_-?·□–"},
    **{
        f"blank {b!r} in boxes": grid("------+-------+------", lambda r, b=b: boxed(r.replace(".", b)))
        for b in "0X*_?·-"
    },
    "no-break spaces": rows(lambda row: row.replace(".", "\u00a0")),
    "spaces in boxes": grid("---+---+---", lambda row: boxed(row.replace(".", " "), gap="").replace(" | ", "|")),
    "spaced cells with spaces as blanks": grid(
        "+-------+-------+-------+", lambda row: "| " + boxed(row.replace(".", " ")) + " |"
    ),
    "ideographic spaces": rows(lambda row: row.translate(script("０")).replace(".", "\u3000")),
}
SCRIPTS = {
    "full-width": rows(lambda row: row.translate(script("０")).replace(".", "．")),
    "Arabic-Indic": rows(lambda row: row.translate(script("٠"))),
    "Arabic-Indic zeros": rows(lambda row: row.translate(script("٠")), lines=ZEROS),
    "Persian": rows(lambda row: row.translate(script("۰"))),
    "Devanagari": rows(lambda row: row.translate(script("०"))),
    "Bengali line": LINE.translate(script("০")),
    "keycaps": rows(lambda row: "".join("⬜" if c == "." else c + "\ufe0f\u20e3" for c in row)),
    "mathematical digits": rows(lambda row: row.translate(script("𝟎"))),
}
SEPARATORS = {
    **{
        f"{s!r} between cells": rows(lambda row, s=s: s.join(row))
        for s in (",", ";", "|", "/", "\t", ", ", " | ", "  ")
    },
    **{f"{s!r} between rows": rows(between=s) for s in (";", ",", "/", "|", " ", "\t", " / ", "\n\n", ";\n", ",\n")},
    **{f"{s!r} between boxes": rows(lambda row, s=s: s.join((row[:3], row[3:6], row[6:]))) for s in "|/;, \t"},
    **{f"rule of {r!r}": grid(r * 11) for r in "-–—_=+─═━"},
    "mixed rule": grid("------+-------+------"),
    "rule of nine dashes": grid("---------"),
    "rule of nine underlines": grid("_" * 9, lambda row: row),
    "box drawing": "┏━━━┯━━━┯━━━┓\n"
    + grid("┠───┼───┼───┨", lambda row: "┃" + "│".join((row[:3], row[3:6], row[6:])) + "┃")
    + "\n┗━━━┷━━━┷━━━┛",
    "double box drawing": "╔═══╦═══╦═══╗\n"
    + grid("╠═══╬═══╬═══╣", lambda row: "║" + "║".join((row[:3], row[3:6], row[6:])) + "║")
    + "\n╚═══╩═══╩═══╝",
    "each cell boxed": "┌"
    + "─┬" * 8
    + "─┐\n"
    + f"\n├{'─┼' * 8}─┤\n".join("│" + "│".join(row.replace(".", " ")) + "│" for row in ROWS)
    + "\n└"
    + "─┴" * 8
    + "─┘",
    "quotes and commas": rows(lambda row: ", ".join(f'"{cell}"' for cell in row) + ","),
    "empty CSV fields": rows(lambda row: ",".join(row.replace(".", " ")).replace(" ", "")),
    "empty semicolon fields": rows(lambda row: ";".join(row.replace(".", " ")).replace(" ", "")),
    "empty tab fields": rows(lambda row: "\t".join(row.replace(".", " ")).replace(" ", "")),
    "empty tab fields, trimmed": rows(lambda row: "\t".join(row.replace(".", " ")).replace(" ", "").rstrip("\t")),
    "quoted CSV fields": rows(lambda row: ",".join(f'"{cell.strip()}"' for cell in row.replace(".", " "))),
    "Markdown": "| "
    + " | ".join(ROWS[0].replace(".", " "))
    + " |\n"
    + "|---" * 9
    + "|\n"
    + rows(lambda row: "| " + " | ".join(row.replace(".", " ")) + " |", lines=ROWS[1:]),
    "Markdown with an empty heading": "|"
    + "   |" * 9
    + "\n"
    + "|---" * 9
    + "|\n"
    + rows(lambda row: "| " + " | ".join(row) + " |"),
    "two spaces between boxes": rows(lambda row: "  ".join((row[:3], row[3:6], row[6:]))),
    "bands apart": "\n\n".join(rows(lines=ROWS[start : start + 3]) for start in (0, 3, 6)),
}
AROUND = {
    "title": "Sudoku of the day\n\n" + rows(),
    "title and number": "Puzzle 17\n" + rows(),
    "title with brackets": "[Easy #12]\n" + rows(),
    "number above": "1\n" + rows(),
    "numbered": "1.\n" + rows(),
    "hash number": "#17\n" + rows(),
    "date above": "2024-03-05\n" + rows(),
    "date with dots": "05.03.2024\n" + rows(),
    "size": "9\n" + rows(lambda row: " ".join(row), lines=ZEROS),
    "size twice": "9 9\n" + rows(lambda row: " ".join(row), lines=ZEROS),
    "size as 9x9": "9x9\n" + rows(),
    "sentence with digits": "I got stuck after 12 steps, at r5c5 = 4 or 7.\n\n" + rows() + "\n\nAny hints? Thanks, 4x4",
    "rating behind": rows() + "\nSE 7.2",
    "rating alone behind": grid("------+-------+------") + "\n7.1/1.2/1.2",
    "numbers behind": rows() + "\n30 givens",
    "note behind a row": rows() + " <- last row",
    "note in brackets": rows() + " [hard]",
    "hash comments behind rows": "\n".join(f"{row}  # {number}" for number, row in enumerate(ROWS, 1)),
    "slash comments behind rows": "\n".join(f"{row} // row {number}" for number, row in enumerate(ROWS, 1)),
    "comments between rows": "\n".join(f"# row {number}\n{row}" for number, row in enumerate(ROWS, 1)),
    "percent comment": "% generated\n" + rows(),
    "semicolon comment": "; made by hand\n" + LINE,
    "slash comment": "// made by hand\n" + LINE,
    "mail quotes": rows(lambda row: "> " + row),
    "mail quotes twice": rows(lambda row: "> > " + row),
    "quoted boxes": "> Hi,\n>\n"
    + "\n".join("> " + line for line in grid("------+-------+------").split("\n"))
    + "\n>\n> Bye",
    "signature": rows() + "\n\n-- \nSomebody\nsomebody@example.org\n",
    "labels": "\n".join(f"{number}: {row}" for number, row in enumerate(ROWS, 1)),
    "labels with bars": "\n".join(f"{number} | {boxed(row)}" for number, row in enumerate(ROWS, 1)),
    "letters as labels": "\n".join(f"{letter} {row}" for letter, row in zip("ABCDEFGHI", ROWS, strict=True)),
    "labels of rows and columns": "  123456789\n"
    + "\n".join(f"{n} {row}" for n, row in zip("ABCDEFGHI", ROWS, strict=True)),
    "code fence": "```\n" + rows() + "\n```",
    "code fence with a language": "Look:\n```text\n" + grid("------+-------+------") + "\n```\nDone.",
    "indented": rows(lambda row: "    " + row),
    "indented by tabs": rows(lambda row: "\t" + row),
    "trailing spaces": rows(lambda row: row + "   "),
    "solution behind": rows() + "\n\n" + rows(lines=[SOLUTION[i : i + 9] for i in range(0, 81, 9)]),
    "solution under a title": "Puzzle\n"
    + rows()
    + "\nSolution\n"
    + rows(lines=[SOLUTION[i : i + 9] for i in range(0, 81, 9)]),
    "solution as a line": LINE + "\n" + SOLUTION,
    "line and grid": LINE + "\n\n" + grid("------+-------+------"),
    "grid and line": grid("------+-------+------") + "\n\n" + LINE,
    "grid and candidates": rows() + "\n\n" + rows(lambda row: " ".join(map(candidates, row))),
    "sections": "[Puzzle]\n" + rows() + "\n[State]\n" + rows() + "\n[PencilMarks]\n,,12\n",
    "Subject and headers": "Subject: Sudoku 5\nDate: 3 May\n\n" + rows(),
}
FIELDS = {
    "puzzle, solution": f"{LINE},{SOLUTION}",
    "solution, puzzle": f"solution,puzzle\n{SOLUTION},{LINE}",
    "id, puzzle, rating": f"17,{LINE},3.5",
    "tabs": f"17\t{LINE}\t{SOLUTION}\teasy",
    "semicolons": f"{LINE};SE=1.2;X;easy",
    "colons": f"{LINE}:1:{SOLUTION}",
    "numbered": f"1. {LINE}",
    "numbered with a bracket": f"1) {LINE}",
    "named": f"Easy Monster: {LINE}",
    "bullet": f"* {LINE}",
    "dash bullet": f"- {LINE}",
    "quoted": f'"{LINE}"',
    "quoted, with a comma": f'"{LINE}",',
    "assigned": f'puzzle = "{LINE}"',
    "header of any name": f"the_board,the_end,n\n{LINE},{SOLUTION},3",
    "bank": f"0000183b305c {LINE}  1.2",
    "HoDoKu": f":0000:x:{LINE}:::",
    "HoDoKu with placed digits": f":0110:38:{LINE.replace('..7', '+4.7', 1)}:138 238:338:r1c5:",
    "taxonomy": f"{LINE}  # 12 FNBP C30.m/S1.2",
    "spaces as blanks in quotes": f'name,"{LINE.replace(".", " ")}",3',
    "81 numbers": ",".join(LINE.replace(".", "0")),
    "81 numbers and as many of the solution": ",".join(LINE.replace(".", "0") + SOLUTION),
    "spaced line and a note": " ".join(LINE) + " # easy",
    "link": f"https://www.sudokuwiki.org/sudoku.htm?bd={LINE.replace('.', '0')}",
    "link with a fragment": f"http://example.org/play/#{LINE}",
    "link in a sentence": f"See https://example.org/?p={LINE.replace('.', '0')}&x=1 for more.",
    "link above the grid": f"https://example.org/?p={LINE.replace('.', '0')}\n\n{rows()}",
    "Markdown link": f"[solve it](https://example.org/?puzzle={LINE})",
}
CANDIDATES = {
    "candidates": rows(lambda row: " ".join(map(candidates, row))),
    "candidates in boxes": grid("---+---+---", lambda row: boxed("".join(row)).replace(".", "1289")),
    "unsorted": rows(lambda row: " ".join(candidates(cell, "4172") for cell in row)),
    "with dots": rows(lambda row: " ".join(candidates(cell, "1.3......") for cell in row)),
    "dots for all": rows(
        lambda row: " ".join("." * (int(c) - 1) + c + "." * (9 - int(c)) if c != "." else "12.45678." for c in row)
    ),
    "729": "".join("." * (int(c) - 1) + c + "." * (9 - int(c)) if c != "." else "12.45678." for c in LINE),
    "729 with zeros": "".join("0" * (int(c) - 1) + c + "0" * (9 - int(c)) if c != "." else "120456780" for c in LINE),
    "729 in nine lines": rows(
        lambda row: "".join("." * (int(c) - 1) + c + "." * (9 - int(c)) if c != "." else "12.45678." for c in row)
    ),
    "digits of a player": rows(
        lambda row: " ".join(candidates(c, "u4") if i % 2 else candidates(c, "247") for i, c in enumerate(row))
    ),
    "marked": rows(
        lambda row: " ".join(candidates(c, "247*") if i % 2 else candidates(c, "247") for i, c in enumerate(row))
    ),
    "title and rating around": "Stuck here\n\n"
    + grid("---", lambda row: " ".join(map(candidates, row)))
    + "\n\nER=7.2",
}
CODE = {
    "Python": f"grid = {DIGITS}",
    "Python over lines": "board = [\n" + ",\n".join(f"    {row}" for row in DIGITS) + ",\n]\n",
    "Python strings": f"board = {[list(row) for row in ROWS]}",
    "Python rows as strings": f"board = {ROWS}",
    "Python with None": f"board = {[[digit or None for digit in row] for row in DIGITS]}",
    "Python with comments": "import numpy as np\n\ngrid = [\n"
    + "".join(f"  {row},  # row {n}\n" for n, row in enumerate(DIGITS))
    + "]",
    "tuples": f"grid = {tuple(map(tuple, DIGITS))}",
    "flat": f"cells = {[digit for row in DIGITS for digit in row]}",
    "a string": f"puzzle = '{LINE}'",
    "NumPy": "[" + "\n ".join("[" + " ".join(map(str, row)) + "]" for row in DIGITS) + "]",
    "NumPy's repr": "array([" + ",\n       ".join(map(str, DIGITS)) + "])",
    "NumPy's repr with a type": "array([" + ",\n       ".join(map(str, DIGITS)) + "], dtype=int8)",
    "C": "int grid[9][9] = {\n" + ",\n".join("  {" + ", ".join(map(str, row)) + "}" for row in DIGITS) + "\n};\n",
    "C on one line": "int g[N][N]={" + ",".join("{" + ",".join(map(str, row)) + "}" for row in DIGITS) + "};",
    "Java": "int[][] board = new int[][] {" + ", ".join("{" + ", ".join(map(str, row)) + "}" for row in DIGITS) + "};",
    "Java's chars": "char[][] b = {"
    + ", ".join("{" + ", ".join(f"'{cell}'" for cell in row) + "}" for row in ROWS)
    + "};",
    "Rust": "let board = vec![" + ", ".join("vec![" + ", ".join(map(str, row)) + "]" for row in DIGITS) + "];",
    "Go": "var b = [9][9]int{" + ", ".join("{" + ", ".join(map(str, row)) + "}" for row in DIGITS) + "}",
    "MATLAB": "A = [" + "; ".join(" ".join(map(str, row)) for row in DIGITS) + "];",
    "MATLAB over lines": "A = [\n" + "\n".join(" ".join(map(str, row)) for row in DIGITS) + "\n];",
    "Lua": "local b = {\n" + ",\n".join("{" + ",".join(map(str, row)) + "}" for row in DIGITS) + "\n}",
    "LeetCode": json.dumps([list(row) for row in ROWS]),
    "LeetCode's form": 'board = \n[["' + '"]\n,["'.join('","'.join(row) for row in ROWS) + '"]]',
    "rows in brackets": "\n".join(map(str, DIGITS)),
    "JavaScript": "const sudoku = [" + ", ".join(f'"{row}"' for row in ROWS) + "];",
    "Haskell": 'grid = ["' + '",\n  "'.join(ROWS) + '"]',
}
DATA = {
    "rows of numbers": json.dumps(DIGITS),
    "rows of strings": json.dumps(ROWS),
    "null for blanks": json.dumps([[digit or None for digit in row] for row in DIGITS]),
    "empty strings for blanks": json.dumps([[cell.strip(".") for cell in row] for row in ROWS]),
    "81 numbers": json.dumps([digit for row in DIGITS for digit in row]),
    "a string": json.dumps(LINE),
    "in a list": json.dumps([LINE]),
    "puzzle": json.dumps({"puzzle": LINE}),
    "puzzle and solution": json.dumps({"solution": SOLUTION, "puzzle": LINE, "id": 5}),
    "quizzes": json.dumps({"quizzes": [LINE], "solutions": [SOLUTION]}),
    "board and solved": json.dumps(
        {"board": DIGITS, "solved_board": [[int(c) for c in SOLUTION[i : i + 9]] for i in range(0, 81, 9)]}
    ),
    "Dosuku": json.dumps(
        {"newboard": {"grids": [{"value": DIGITS, "solution": [[1] * 9] * 9, "difficulty": "Hard"}], "results": 1}}
    ),
    "nested": json.dumps({"data": {"game": {"level": 3, "mission": LINE, "answer": SOLUTION}}}),
    "f-puzzles": json.dumps(
        {"size": 9, "title": "x", "grid": [[{"value": d, "given": True} if d else {} for d in row] for row in DIGITS]}
    ),
    "f-puzzles with a player's digits": json.dumps(
        {
            "size": 9,
            "grid": [
                [{"value": d, "given": True} if d else {"value": 1} if c == 3 else {} for c, d in enumerate(row)]
                for row in DIGITS
            ],
        }
    ),
    "SCL": json.dumps(
        {
            "cellSize": 50,
            "metadata": {"title": "x"},
            "cells": [[{"value": d} if d else {} for d in row] for row in DIGITS],
            "regions": [],
        }
    ),
    "GNOME": json.dumps(
        {
            "difficulty_category": "easy",
            "cells": [
                {"position": [r, c], "value": d, "fixed": True, "earmarks": []}
                for r, row in enumerate(DIGITS)
                for c, d in enumerate(row)
                if d
            ]
            + [{"position": [0, 2], "value": 4, "fixed": False, "earmarks": []}],
        }
    ),
    "81 objects": json.dumps([{"val": d or None} for row in DIGITS for d in row]),
    "objects with places": json.dumps(
        [{"row": r, "col": c, "value": d} for r, row in enumerate(DIGITS) for c, d in enumerate(row) if d]
    ),
    "names of cells": json.dumps(
        {f"r{r + 1}c{c + 1}": d for r, row in enumerate(DIGITS) for c, d in enumerate(row) if d}
    ),
    "letters of rows": json.dumps({f"{'ABCDEFGHI'[r]}{c + 1}": row[c] for r, row in enumerate(ROWS) for c in range(9)}),
    "JSON lines": json.dumps({"puzzle": LINE, "rating": 3}) + "\n",
    "Python's dictionary": str({"puzzle": LINE, "solution": SOLUTION}),
    "fenced": "Here:\n\n```json\n" + json.dumps({"board": DIGITS}) + "\n```\n",
    "with comments": "// easy\n" + json.dumps({"board": DIGITS}),
    "trailing comma": json.dumps(DIGITS)[:-1] + ",]",
}
MARKUP = {
    "OpenSudoku 1": f'<?xml version="1.0"?><opensudoku><name>x</name><game data="{LINE.replace(".", "0")}" /></opensudoku>',
    "OpenSudoku 2, version 1": '<opensudoku version="2"><folder name="x"><game state="1" data="version: 1&#10;'
    + "".join(f"{c}|-|0|" if c != "." else "0|1,2,|1|" for c in LINE)
    + '"/></folder></opensudoku>',
    "OpenSudoku 2, version 2": '<opensudoku version="2"><folder name="x"><game state="1" data="version: 2&#10;'
    + "".join(f"{c}|0|0|" if c != "." else "4|12||1|" if i % 7 == 0 else "0|0|1|" for i, c in enumerate(LINE))
    + '"/></folder></opensudoku>',
    "OpenSudoku 2, version 3": '<opensudoku version="3"><folder name="x"><game state="1" data="version: 3&#10;'
    + "".join(f"{c}|0|0|0|" if c != "." else "0|12|3|1|" for c in LINE)
    + '"/></folder></opensudoku>',
    "KSudoku": '<!DOCTYPE ksudoku>\n<ksudoku><game><puzzle><graph specific-type="Plain" order="9" type="sudoku"/><values>'
    + LINE.replace(".", "_").translate({ord(str(d)): chr(ord("a") + d) for d in range(1, 10)})
    + "</values></puzzle></game></ksudoku>",
    "cells as elements": "<Sudoku>"
    + "".join(
        f"<Cell><x>{i % 9}</x><y>{i // 9}</y><value>{c}</value><origin>User</origin></Cell>"
        for i, c in enumerate(LINE)
        if c != "."
    )
    + "</Sudoku>",
    "81 in an element": f"<puzzles><puzzle level='1'>{LINE}</puzzle><solution>{SOLUTION}</solution></puzzles>",
    "HTML table": "<table>"
    + "".join("<tr>" + "".join(f"<td>{c.strip('.')}</td>" for c in row) + "</tr>" for row in ROWS)
    + "</table>",
    "HTML page": "<!DOCTYPE html>\n<html><body><h1>Sudoku 5</h1><table>"
    + "".join("<tr>" + "".join(f"<td>{c if c != '.' else '&nbsp;'}</td>" for c in row) + "</tr>" for row in ROWS)
    + "</table></body></html>",
    "HTML inputs": "<table>"
    + "".join("<tr>" + "".join(f'<td><input value="{c.strip(".")}"></td>' for c in row) + "</tr>" for row in ROWS)
    + "</table>",
    "HTML pre": "<html><body><p>Hi</p><pre>\n" + rows() + "\n</pre></body></html>",
    "LaTeX package": "\\begin{sudoku}\n"
    + rows(lambda row: "|" + "|".join(row.replace(".", " ")) + "|.")
    + "\n\\end{sudoku}",
    "LaTeX table": "\\begin{tabular}{|c|c|c|c|c|c|c|c|c|}\\hline\n"
    + " \\\\ \\hline\n".join(" & ".join(row.replace(".", " ")) for row in ROWS)
    + " \\\\ \\hline\n\\end{tabular}",
    "LaTeX document": "\\documentclass{article}\n\\begin{document}\n\\begin{array}{ccc|ccc|ccc}\n"
    + " \\\\\n".join(" & ".join(f"\\mathbf{{{c}}}" if c != "." else "" for c in row) for row in ROWS)
    + "\n\\end{array}\n\\end{document}",
}
ENCODINGS = {
    "UTF-16 with a mark": rows().encode("utf-16"),
    "UTF-16, big end first": b"\xfe\xff" + rows().encode("utf-16-be"),
    "UTF-16 without a mark": rows().encode("utf-16-le"),
    "UTF-32 with a mark": rows().encode("utf-32"),
    "UTF-32 without a mark": rows().encode("utf-32-le"),
    "a mark": b"\xef\xbb\xbf" + rows().encode(),
    "CRLF": rows(between="\r\n").encode(),
    "CR": rows(between="\r").encode(),
    "Ctrl+Z": rows().encode() + b"\r\n\x1a",
    "NULs at the end": rows().encode() + b"\0" * 400,
    "Latin-1 in a comment": "# für Anfänger\n".encode("latin-1") + rows().encode(),
    "a bad byte in a title": b"caf\x81\xff\n" + rows().encode(),
    "zero-width spaces": rows(lambda row: "\u200b" + row + "\u200d").encode(),
    "direction marks": rows(lambda row: "\u202a" + row + "\u202c").encode(),
    "no-break spaces": rows(lambda row: "\u00a0".join(row)).encode(),
}
ALL = {
    f"{group}: {name}": text
    for group, texts in {
        "blank": BLANKS,
        "script": SCRIPTS,
        "separator": SEPARATORS,
        "around": AROUND,
        "field": FIELDS,
        "candidates": CANDIDATES,
        "code": CODE,
        "data": DATA,
        "markup": MARKUP,
        "encoding": ENCODINGS,
    }.items()
    for name, text in texts.items()
}


@pytest.mark.parametrize("text", ALL.values(), ids=ALL.keys())
def test_one_puzzle_is_read_exactly(text):
    assert givens(text) == [LINE]


SEVERAL = {
    "lines": f"{LINE}\n{OTHER}\n",
    "the same line twice": f"{LINE}\n{LINE}\n",
    "lines with solutions below": f"{LINE}\n{SOLUTION}\n{OTHER}\n",
    "titled grids": "Grid 01\n" + rows() + "\nGrid 02\n" + rows(lines=[OTHER[i : i + 9] for i in range(0, 81, 9)]),
    "numbered grids": "1\n" + rows() + "\n2\n" + rows(lines=[OTHER[i : i + 9] for i in range(0, 81, 9)]),
    "grids apart": rows() + "\n\n" + rows(lines=[OTHER[i : i + 9] for i in range(0, 81, 9)]),
    "grids at once": rows() + "\n" + rows(lines=[OTHER[i : i + 9] for i in range(0, 81, 9)]),
    "grids with blanks as spaces": rows(lambda r: r.replace(".", " "))
    + "\n\n"
    + rows(lambda r: r.replace(".", " "), lines=[OTHER[i : i + 9] for i in range(0, 81, 9)]),
    "solutions under titles": "Puzzle 1\n"
    + rows()
    + "\nSolution 1\n"
    + rows(lines=[SOLUTION[i : i + 9] for i in range(0, 81, 9)])
    + "\nPuzzle 2\n"
    + rows(lines=[OTHER[i : i + 9] for i in range(0, 81, 9)]),
    "candidate grids": "\n\n".join(
        rows(lambda row: " ".join(map(candidates, row)), lines=[line[i : i + 9] for i in range(0, 81, 9)])
        for line in (LINE, OTHER)
    ),
    "CSV": f"id,puzzle,solution\n1,{LINE},{SOLUTION}\n2,{OTHER},\n",
    "JSON lines": json.dumps({"puzzle": LINE}) + "\n" + json.dumps({"puzzle": OTHER}) + "\n",
    "JSON by difficulty": json.dumps({"easy": [LINE], "hard": [OTHER]}),
    "a list of boards": json.dumps(
        [DIGITS, [[int(c) for c in OTHER[i : i + 9].replace(".", "0")] for i in range(0, 81, 9)]]
    ),
    "Python's list of strings": str([LINE, OTHER]),
    "OpenSudoku": f'<opensudoku><game data="{LINE}"/><game data="{OTHER}"/></opensudoku>',
    "C arrays": "\n".join(
        f"int g{n}[81] = {{{','.join(line.replace('.', '0'))}}};" for n, line in enumerate((LINE, OTHER))
    ),
}


@pytest.mark.parametrize("text", SEVERAL.values(), ids=SEVERAL.keys())
def test_several_puzzles_are_read_in_order_and_nothing_between(text):
    found = givens(text)
    assert found[0] == LINE
    assert found[1:] in ([OTHER], [LINE])


REFUSED = {
    "4×4": ("1..4\n..1.\n.3..\n2..1", "4×4"),
    "6×6": ("1.3..6\n...1..\n2.....\n.....5\n..4...\n6..2.1", "6×6"),
    "8×8": ("\n".join("1.3..68." if n % 2 else ".5.7..2." for n in range(8)), "8×8"),
    "12×12": ("\n".join("1.3..A8.B..C" if n % 2 else ".5.7..2.A..9" for n in range(12)), "12×12"),
    "16×16 with letters": ("\n".join("1.3..68.AB..CD.G" for _ in range(16)), "16×16"),
    "16×16 with numbers": (
        "\n".join(" ".join(str((n * 3 + m) % 16 + 1) for m in range(16)) for n in range(16)),
        "16×16",
    ),
    "16×16 in a line": ("1.3..68.AB..CD.G" * 16, "16×16"),
    "4×4 in JSON": (json.dumps({"board": [[1, 0, 0, 4], [0, 0, 1, 0], [0, 3, 0, 0], [2, 0, 0, 1]]}), "4×4"),
    "KSudoku 16×16": (
        '<ksudoku><game><puzzle><graph order="16"/><values>_</values></puzzle></game></ksudoku>',
        "16×16",
    ),
    "conflicting givens": ("5" + LINE[1:8] + "5" + LINE[9:], "twice"),
    "eight rows": (rows(lines=ROWS[:8]), "8 rows"),
    "ten rows": (rows(lines=[*ROWS, ROWS[0]]), "row 10"),
    "a short row": (rows(lines=[*ROWS[:4], ROWS[4][:8], *ROWS[5:]]), "8 cells"),
    "a long row": (rows(lines=[*ROWS[:4], ROWS[4] + ".", *ROWS[5:]]), "10 cells"),
    "80 cells": (LINE[:-1], "80"),
    "82 cells": (LINE + ".", "82"),
    "a letter": (rows(lines=[*ROWS[:4], "4..k.3..1", *ROWS[5:]]), "“k”"),
    "a letter in a line": (LINE[:40] + "k" + LINE[41:], "“k”"),
    "the letter O": (rows(lambda row: row.replace(".", "O")), "“O”"),
    "a board with a short row": (json.dumps({"board": [*DIGITS[:4], DIGITS[4][:8], *DIGITS[5:]]}), "8 cells"),
    "a board with a ten": (json.dumps({"board": [[10, *DIGITS[0][1:]], *DIGITS[1:]]}), "10"),
    "a variant": (
        json.dumps(
            {
                "size": 9,
                "killercage": [{"cells": ["R1C1"]}],
                "grid": [[{"value": d, "given": True} if d else {} for d in row] for row in DIGITS],
            }
        ),
        "killercage",
    ),
    "no digit given": (json.dumps([[{"value": d, "given": False} for d in row] for row in DIGITS]), "given"),
    "OpenSudoku cut off": (
        '<opensudoku version="2"><game data="version: 2&#10;3|0|1|5|0|0|"/></opensudoku>',
        "OpenSudoku",
    ),
    "damaged XML": ("<opensudoku><game data=", "XML"),
    "entities": ('<!DOCTYPE x [<!ENTITY a "b">]><opensudoku>&a;</opensudoku>', "XML"),
    "HTML without a table": ("<!DOCTYPE html><html><body>Sudoku</body></html>", "HTML"),
    "LaTeX without a table": ("\\documentclass{article}\\begin{document}x\\end{document}", "LaTeX"),
    "a link": ("https://f-puzzles.com/?load=N4IgzglgXgpiBcBOANCA5gJwgEwQbT2AF9ljSSzKLryBdZQm", "link"),
    "SVG": ("<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>", "SVG"),
    "XML of another program": ("<root><a>1</a></root>", "XML"),
    "a PDF": ("%PDF-1.7\n1 0 obj", "PDF"),
    "prose": ("Dear all,\nthe 3 puzzles of 2024 are in the 12th folder.\n", "no puzzle"),
    "numbers": ("1\n2\n3\n4\n5\n6\n7\n", "no puzzle"),
    "a phone list": ("Ann 555-123-4567\nBob 555-765-4321\n", "no puzzle"),
    "a hash": ("d41d8cd98f00b204e9800998ecf8427e  file\n" * 3, "no puzzle"),
    "nothing": ("", "empty"),
    "blanks": (" \n\t\n", "empty"),
    "null": ("null", "empty"),
    "a number": ("17", "no puzzle"),
    "damaged JSON": ('{"board": [[5, 3', "JSON"),
    "deep JSON": ("[" * 100_000, "nested"),
}


@pytest.mark.parametrize(("text", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_sudoku_is_one_error_that_names_it(text, words):
    try:
        found = read(Content.of_text(text))
    except PuzzleError as error:
        errors = [error]
    else:
        assert [each.puzzle for each in found] == [None]
        errors = [found[0].error]
    assert words in str(errors[0])


@pytest.mark.parametrize("bad", [LINE[:-1], LINE[:40] + "k" + LINE[41:], "5" + LINE[1:8] + "5" + LINE[9:]])
def test_good_puzzles_beside_bad_ones_are_kept(bad):
    found = read(Content.of_text(f"{LINE}\n{bad}\n{OTHER}\n"))
    assert [each.puzzle is not None for each in found] == [True, False, True]
    assert found[1].error.line == 2


def test_errors_name_line_and_column():
    (found,) = read(Content.of_text(rows(lines=[*ROWS[:4], "4..k.3..1", *ROWS[5:]])))
    assert (found.error.line, found.error.column) == (5, 4)
    (found,) = read(Content.of_text("> " + rows(between="\n> ", lines=[*ROWS[:4], "4..k.3..1", *ROWS[5:]])))
    assert (found.error.line, found.error.column) == (5, 6)


def test_many_errors_are_counted():
    found = read(Content.of_text(f"{LINE[:-1]}\n" * 10_000))
    assert len(found) == 10
    assert "9,990 more" in str(found[-1].error)


def fields(row: str) -> list[str]:
    return [cell.replace(".", "") for cell in row]


PRINTED = {
    "pandas": "   0  1  2  3  4  5  6  7  8\n" + "\n".join(f"{n}  " + "  ".join(row) for n, row in enumerate(ZEROS)),
    "R": "     [,1] [,2] [,3] [,4] [,5] [,6] [,7] [,8] [,9]\n"
    + "\n".join(f"[{n},]" + "".join(f"{cell:>5}" for cell in row) for n, row in enumerate(ZEROS, 1)),
    "CSV with an index": ",0,1,2,3,4,5,6,7,8\n" + "\n".join(f"{n}," + ",".join(row) for n, row in enumerate(ZEROS)),
    "CSV of decimals": "\n".join(",".join(cell and f"{cell}.0" for cell in fields(row)) for row in ROWS),
    "labels and rules": "    A B C   D E F   G H I\n"
    + "\n".join(
        f"{n}   {' '.join(row[:3])} | {' '.join(row[3:6])} | {' '.join(row[6:])}"
        + ("\n    ------+-------+------" if n in (3, 6) else "")
        for n, row in enumerate(ROWS, 1)
    ),
    "letters for rows": "  1 2 3 4 5 6 7 8 9\n"
    + "\n".join(f"{'ABCDEFGHI'[n]} {' '.join(row)}" for n, row in enumerate(ROWS)),
    "YAML": "puzzle:\n" + "\n".join(f'  - "{row}"' for row in ZEROS),
    "Markdown": "| | | | | | | | | |\n|-|-|-|-|-|-|-|-|-|\n"
    + "\n".join("| " + " | ".join(cell or " " for cell in fields(row)) + " |" for row in ROWS),
    "Markdown with numbers": "| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 |\n|:-:|:-:|:-:|:-:|:-:|:-:|:-:|:-:|:-:|\n"
    + "\n".join("| " + " | ".join(cell or " " for cell in fields(row)) + " |" for row in ROWS),
}


@pytest.mark.parametrize("text", PRINTED.values(), ids=PRINTED.keys())
def test_tables_are_read_without_their_labels(text):
    assert givens(text) == [LINE]
    second = text.replace("puzzle:", "another:")
    assert givens(f"{text}\n\n{second}\n") in ([LINE], [LINE, LINE])


def test_a_bad_cell_of_a_table_is_still_named():
    lines = PRINTED["letters for rows"].replace("4 . . 8", "4 . k 8").split("\n")
    errors = [each.error for each in read(Content.of_text("\n".join(lines))) if each.error is not None]
    assert errors


def test_first_cells_in_order_are_no_labels():
    """The first column of this Sudoku counts from 1 to 9."""
    lines = [
        "1...2....",
        "2........",
        "3....8...",
        "4........",
        "5..9.....",
        "6........",
        "7...6....",
        "8........",
        "9......3.",
    ]
    assert givens("\n".join(" ".join(line) for line in lines)) == ["".join(lines)]
