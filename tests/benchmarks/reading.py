"""Seconds to read 10,000 Sudokus in each form, and pictures of 2,000×2,000 pixels of each kind."""

import io
import json
import random
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import numpy as np
from PIL import Image

from solver.formats.content import Content
from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.registry import read
from solver.puzzles.base import PuzzleError
from solver.puzzles.maze.generator import generate_mazes
from solver.puzzles.sudoku.generator import random_solution
from solver.training.digits.screens import LIGHT
from tests.solver.formats.arc_pictures import arc_picture
from tests.solver.formats.sudoku_pictures import screen

COUNT = 10_000
SIDE = 2_000
"""Pixels."""


def run() -> Iterator[tuple[str, str]]:
    """Name and figure, one after the other."""
    for name, content in _files().items():
        found, figure = _timed(content)
        assert sum(each.puzzle is not None for each in found) == COUNT, name
        yield f"read {COUNT:,} Sudokus: {name}", figure
    for (kind, name), content in _pictures().items():
        found, figure = _timed(content)
        assert [each.puzzle and each.puzzle.kind for each in found] == ([kind] if kind else []), name
        yield f"read a picture of {SIDE:,}×{SIDE:,}: {name}", figure


def _timed(content: bytes) -> tuple[list[ReadPuzzle], str]:
    """The puzzles in a file, none where it is refused, and how long that took."""
    clock, work = time.perf_counter(), time.process_time()
    found: list[ReadPuzzle] = []
    with suppress(PuzzleError):
        found = read(Content(content))
    return found, f"{time.process_time() - work:.2f} s of computing in {time.perf_counter() - clock:.2f} s"


def _files() -> dict[str, bytes]:
    chance = random.Random(1)
    solutions = [random_solution(chance) for _ in range(20)]
    puzzles, solved = [], []
    for _ in range(COUNT):
        solution = list(map(int, chance.choice(solutions)))
        # Other digits, so that no puzzle shows another one again.
        digits = [0, *chance.sample(range(1, 10), 9)]
        cells = [digits[cell] for cell in solution]
        solved.append("".join(map(str, cells)))
        blank = set(chance.sample(range(81), 55))
        puzzles.append("".join("0" if index in blank else str(cell) for index, cell in enumerate(cells)))
    grids = ["\n".join(text[row : row + 9] for row in range(0, 81, 9)) for text in puzzles]
    boards = [[list(map(int, text[row : row + 9])) for row in range(0, 81, 9)] for text in puzzles]
    rows = [f"{number},{text},{whole},3.5" for number, (text, whole) in enumerate(zip(puzzles, solved, strict=True))]
    return {
        name: text.encode()
        for name, text in {
            "one a line": "\n".join(puzzles),
            "CSV with solutions": "\n".join(["id,puzzle,solution,difficulty", *rows]),
            "grids of nine rows": "\n\n".join(grids),
            "grids with titles": "\n".join(f"Grid {number}\n{grid}" for number, grid in enumerate(grids)),
            "grids in boxes": "\n\n".join(map(_boxed, puzzles)),
            "rows with commas": "\n\n".join("\n".join(",".join(row) for row in grid.split()) for grid in grids),
            "JSON lines": "\n".join(json.dumps({"puzzle": text}) for text in puzzles),
            "JSON boards": json.dumps(boards),
            "Python": f"boards = {boards!r}".replace("], [", "],\n["),
        }.items()
    }


def _boxed(text: str) -> str:
    rule = "+-------+-------+-------+"
    rows = [text[row : row + 9].replace("0", ".") for row in range(0, 81, 9)]
    lines = ["| " + " | ".join(" ".join(row[box : box + 3]) for box in (0, 3, 6)) + " |" for row in rows]
    return "\n".join([rule, *lines[:3], rule, *lines[3:6], rule, *lines[6:], rule])


def _pictures() -> dict[tuple[str, str], bytes]:
    """Files by the kind of puzzle in them, none where it is refused (an ARC grid is no whole task), and by a name."""
    [maze] = generate_mazes(1, 1, "perfect", 99, 99)
    shades = {"#": (0, 0, 0), "S": (0, 160, 60), "G": (220, 40, 40)}
    cells = np.array([[shades.get(cell, (255, 255, 255)) for cell in row] for row in maze.rows], dtype=np.uint8)
    noise = np.random.default_rng(1).integers(0, 256, (SIDE, SIDE, 3), dtype=np.uint8)
    ruled = np.full((SIDE, SIDE, 3), 255, dtype=np.uint8)
    for line in range(10):
        place = min(line * (SIDE // 9), SIDE - 4)
        ruled[place : place + 4], ruled[:, place : place + 4] = 0, 0
    chance = random.Random(1)
    tokens = tuple(tuple(chance.randrange(10) for _ in range(20)) for _ in range(20))
    nearest, soft = Image.Resampling.NEAREST, Image.Resampling.BILINEAR
    blocks = Image.fromarray(cells)
    return {
        ("sudoku", "Sudoku"): _png(_large(screen(replace(LIGHT, cell=200)), soft)),
        ("sudoku", "Sudoku with pencil marks"): _png(_large(screen(replace(LIGHT, cell=200, marks=0.5)), soft)),
        ("maze", "maze"): _png(_large(blocks, nearest)),
        ("maze", "maze with soft edges"): _png(_large(blocks, soft)),
        ("", "ARC grid"): _png(_large(arc_picture(tokens, 100), nearest)),
        ("", "an empty 9×9 grid"): _png(ruled),
        ("", "noise"): _png(noise),
    }


def _large(picture: Image.Image, how: Image.Resampling) -> np.ndarray:
    return np.asarray(picture.convert("RGB").resize((SIDE, SIDE), how))


def _png(pixels: np.ndarray) -> bytes:
    written = io.BytesIO()
    Image.fromarray(pixels).save(written, "PNG", compress_level=1)
    return written.getvalue()
