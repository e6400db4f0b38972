"""The real lists in $PONDER_DATA: every row parses, has just the listed solution, takes the listed backtracks."""

import csv
import os
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from solver.formats.reading import read_puzzles
from solver.puzzles.sudoku.exact import search
from solver.puzzles.sudoku.puzzle import accepts
from solver.puzzles.sudoku.symmetry import puzzle_hash, solution_hash

DATA = os.environ.get("PONDER_DATA")
LISTS = sorted(Path(DATA, "sudoku").glob("*.csv")) if DATA else []

pytestmark = [pytest.mark.lists, pytest.mark.skipif(not DATA, reason="PONDER_DATA names no folder of lists")]


def test_there_are_lists():
    assert LISTS


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_each_row(path):
    text = path.read_text("utf-8")
    found = read_puzzles(text)
    rows = list(csv.DictReader(text.splitlines()))
    assert [read.error for read in found] == [None] * len(rows)
    for read, row in zip(found, rows, strict=True):
        result = search(read.puzzle.givens)
        assert result.unique
        assert "".join(map(str, result.solutions[0])) == row["solution"]
        assert result.backtracks == int(row["backtracks"])
        assert read.puzzle.format_answer(read.solution) == row["solution"]
        assert read.puzzle.check(read.solution).accepted
        assert read.puzzle.warnings() == ()
    givens, solutions = (np.array(grids) for grids in zip(*((r.puzzle.grid, r.solution) for r in found), strict=True))
    assert accepts(solutions, givens).all()


def test_the_bundled_extremes_share_no_solution_grid_with_the_lists():
    samples = resources.files("assets") / "samples"
    bundled = read_puzzles((samples / "sudoku_extreme.txt").read_text("ascii"))
    ours = [search(read.puzzle.givens, limit=1).solutions[0] for read in bundled]
    known = set(solution_hash(np.reshape(ours, (-1, 9, 9))).tolist())
    for path in LISTS:
        found = read_puzzles(path.read_text("utf-8"))
        assert known.isdisjoint(solution_hash(np.array([read.solution for read in found])).tolist())


def test_few_listed_puzzles_share_a_hash():
    found = [read for path in LISTS for read in read_puzzles(path.read_text("utf-8"))]
    hashes = puzzle_hash(np.array([read.puzzle.grid for read in found]))
    assert len(np.unique(hashes)) > 0.95 * len(found)
