"""Measures the reader on drawn pictures of Sudokus, in fonts that the network was not trained on.

`python -m solver.training.digits.evaluate FONTS --pictures 200` prints tables by font and by size.
"""

import argparse
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image, ImageFont

from solver.formats.sudoku_picture.reader import SudokuReading, read_sudoku
from solver.puzzles.base import PuzzleError
from solver.puzzles.sudoku.generator import generate
from solver.training.digits.fonts import families, usable_fonts
from solver.training.digits.screens import draw_screen, random_look

SIZES = (24.0, 40.0, 64.0)
"""Pixels of a cell, before the whole picture is scaled."""


@dataclass(frozen=True)
class Case:
    """One drawn picture."""

    family: str
    font: Path
    size: float
    dark: bool
    marks: bool
    seed: int


@dataclass(frozen=True)
class Outcome:
    """How it was read."""

    case: Case
    digits: int
    """Drawn."""
    right: int
    """Of them."""
    wrong_cells: int
    """Of all 81; 81 where nothing was read."""
    unmarked: int
    """Wrong cells that are not among the unsure ones."""
    unsure: int


def cases(fonts: Path, count: int, seed: int = 0) -> list[Case]:
    """`count` cases, spread evenly over families, sizes, themes, and with and without marks."""
    groups = list(families(usable_fonts(fonts)))
    random = Random(17 + seed)
    found = []
    for number in range(count):
        family, files = groups[number % len(groups)]
        turn = number // len(groups)
        dark, marks = bool((turn // 3 + number) % 2), turn % 2 == 0
        found.append(Case(family, random.choice(files), SIZES[turn % 3], dark, marks, seed + number))
    return found


def attempt(case: Case, folder: Path | None = None) -> Outcome:
    """Draw the case and read it; a picture that is read wrongly is kept in `folder`."""
    random = Random(case.seed)
    puzzle = next(generate(1, case.seed, ("easy", "medium")[case.seed % 2]))
    givens = "".join(map(str, puzzle.givens))
    look = random_look(random, dark=case.dark, cell=case.size, marks=case.marks)
    picture = draw_screen(givens, ImageFont.truetype(case.font, 20), look, marks_seed=case.seed)
    reading = _read(picture)
    drawn = np.array(puzzle.givens).reshape(9, 9)
    wrong = np.ones((9, 9), dtype=np.bool_) if reading is None else reading.digits != drawn
    unsure = () if reading is None else reading.unsure
    marked = np.zeros((9, 9), dtype=np.bool_)
    for cell in unsure:
        marked[cell] = True
    if wrong.any() and folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        picture.save(folder / f"{case.seed}.png")
    return Outcome(
        case,
        int((drawn > 0).sum()),
        int(((drawn > 0) & ~wrong).sum()),
        int(wrong.sum()),
        int((wrong & ~marked).sum()),
        len(unsure),
    )


def report(outcomes: list[Outcome]) -> str:
    """Markdown tables of the outcomes, by family and by size, theme and marks."""
    lines = [_table("font", lambda each: each.case.family, outcomes)]
    lines.append(_table("cell", lambda each: f"{each.case.size:g} px", outcomes))
    lines.append(_table("theme", lambda each: "dark" if each.case.dark else "light", outcomes))
    lines.append(_table("pencil marks", lambda each: "with" if each.case.marks else "without", outcomes))
    wrong = [each for each in outcomes if each.wrong_cells]
    lines.append(
        f"Wrong grids with every wrong cell marked unsure: {sum(not each.unmarked for each in wrong)} of {len(wrong)}. "
        f"Cells marked unsure in grids read right: {sum(each.unsure for each in outcomes if not each.wrong_cells)} "
        f"in {len(outcomes) - len(wrong)} grids.\n"
    )
    return "\n".join(lines)


def _table(name: str, key, outcomes: list[Outcome]) -> str:  # type: ignore[no-untyped-def]
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for each in outcomes:
        groups[key(each)].append(each)
    rows = [f"| {name} | pictures | digits right | grids right |", "| --- | ---: | ---: | ---: |"]
    for label, part in [*sorted(groups.items()), ("all", outcomes)]:
        digits = 100 * sum(each.right for each in part) / sum(each.digits for each in part)
        grids = 100 * sum(not each.wrong_cells for each in part) / len(part)
        rows.append(f"| {label} | {len(part)} | {digits:.2f} % | {grids:.1f} % |")
    return "\n".join(rows) + "\n"


def _read(picture: Image.Image) -> SudokuReading | None:
    try:
        return read_sudoku(np.asarray(picture))
    except PuzzleError:
        return None


def main(arguments: list[str]) -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(prog="python -m solver.training.digits.evaluate", description=__doc__)
    parser.add_argument("fonts", type=Path, help="a folder with fonts that were not trained on")
    parser.add_argument("--pictures", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0, help="pictures are numbered from here")
    parser.add_argument("--keep", type=Path, help="keep pictures that are read wrongly in this folder")
    options = parser.parse_args(arguments)
    outcomes = [attempt(case, options.keep) for case in cases(options.fonts, options.pictures, options.seed)]
    print(report(outcomes))
    for each in outcomes:
        if each.wrong_cells:
            print(each, file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
