"""Seconds of computing to read 10,000 Sudokus in each form, and pictures of 2,000×2,000 pixels of each kind."""

import io
import json
import random
import time
from collections.abc import Iterator

import numpy as np
from PIL import Image

from solver.formats.content import Content
from solver.formats.registry import read
from solver.puzzles.maze.generator import generate_mazes
from solver.puzzles.sudoku.generator import random_solution

COUNT = 10_000
SIDE = 2_000
"""Pixels."""


def run() -> Iterator[tuple[str, str]]:
    """Name and figure, one after the other."""
    for name, content in _files().items():
        began = time.process_time()
        found = read(Content(content))
        seconds = time.process_time() - began
        assert sum(each.puzzle is not None for each in found) == COUNT, name
        yield f"read {COUNT:,} Sudokus: {name}", f"{seconds:.2f} s"
    for name, content in _pictures().items():
        began = time.process_time()
        read(Content(content))
        yield f"read a picture of {SIDE:,}×{SIDE:,}: {name}", f"{time.process_time() - began:.2f} s"


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


def _pictures() -> dict[str, bytes]:
    [maze] = generate_mazes(1, 1, "perfect", 99, 99)
    shades = {"#": (0, 0, 0), "S": (0, 160, 60), "G": (220, 40, 40)}
    cells = np.array([[shades.get(cell, (255, 255, 255)) for cell in row] for row in maze.rows], dtype=np.uint8)
    noise = np.random.default_rng(1).integers(0, 256, (SIDE, SIDE, 3), dtype=np.uint8)
    grid = np.full((SIDE, SIDE, 3), 255, dtype=np.uint8)
    for line in range(10):
        place = min(line * (SIDE // 9), SIDE - 4)
        grid[place : place + 4], grid[:, place : place + 4] = 0, 0
    return {
        "maze": _png(np.asarray(Image.fromarray(cells).resize((SIDE, SIDE), Image.Resampling.NEAREST))),
        "maze with soft edges": _png(
            np.asarray(Image.fromarray(cells).resize((SIDE, SIDE), Image.Resampling.BILINEAR))
        ),
        "an empty 9×9 grid": _png(grid),
        "noise": _png(noise),
    }


def _png(pixels: np.ndarray) -> bytes:
    written = io.BytesIO()
    Image.fromarray(pixels).save(written, "PNG", compress_level=1)
    return written.getvalue()
