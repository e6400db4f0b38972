"""Symmetries keep a Sudoku a Sudoku, and hashes do not see them."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.puzzles.sudoku.exact import search
from solver.puzzles.sudoku.generator import minimise, neighbour, random_solution
from solver.puzzles.sudoku.puzzle import accepts
from solver.puzzles.sudoku.symmetry import (
    Symmetry,
    puzzle_hash,
    random_symmetry,
    solution_hash,
)

_RNG = random.Random(20)
SOLUTIONS = np.array([random_solution(_RNG) for _ in range(30)]).reshape(-1, 9, 9)
PUZZLES = np.array([minimise(grid.reshape(-1).tolist(), _RNG) for grid in SOLUTIONS[:8]]).reshape(-1, 9, 9)

symmetries = st.integers(0, 2**32).map(lambda seed: random_symmetry(random.Random(seed)))


@given(symmetries)
@settings(deadline=None, max_examples=40)
def test_solutions_stay_solutions_and_can_be_turned_back(symmetry):
    turned = symmetry.apply(SOLUTIONS)
    assert accepts(turned, np.zeros_like(turned)).all()
    np.testing.assert_array_equal(symmetry.undo(turned), SOLUTIONS)


@given(symmetries)
@settings(deadline=None, max_examples=40)
def test_puzzles_keep_their_blanks_and_their_one_solution(symmetry):
    puzzle, solution = symmetry.apply(PUZZLES[0]), symmetry.apply(SOLUTIONS[0])
    assert (puzzle == 0).sum() == (PUZZLES[0] == 0).sum()
    assert search(puzzle.reshape(-1).tolist()).solutions == (tuple(solution.reshape(-1).tolist()),)


def test_apply_transposes_then_reorders_then_relabels():
    identity = tuple(range(9))
    grid = np.zeros((9, 9), dtype=np.int64)
    grid[0, 5] = 4
    symmetry = Symmetry(True, rows=(*range(3, 9), *range(3)), columns=identity, digits=(0, *range(9, 0, -1)))
    expected = np.zeros((9, 9), dtype=np.int64)
    expected[2, 0] = 6
    np.testing.assert_array_equal(symmetry.apply(grid), expected)


def test_random_symmetries_differ_and_repeat_with_the_seed():
    drawn = [random_symmetry(random.Random(seed)) for seed in range(50)]
    assert len(set(drawn)) == 50
    assert {symmetry.transpose for symmetry in drawn} == {False, True}
    assert drawn[7] == random_symmetry(random.Random(7))


@given(symmetries)
@settings(deadline=None, max_examples=40)
def test_hashes_do_not_change(symmetry):
    np.testing.assert_array_equal(puzzle_hash(symmetry.apply(PUZZLES)), puzzle_hash(PUZZLES))
    np.testing.assert_array_equal(solution_hash(symmetry.apply(SOLUTIONS)), solution_hash(SOLUTIONS))


def test_one_given_less_changes_the_puzzle_hash():
    fewer = np.repeat(PUZZLES[:1], 10, axis=0)
    for grid, cell in zip(fewer, np.argwhere(PUZZLES[0])[:10], strict=True):
        grid[tuple(cell)] = 0
    assert len({*puzzle_hash(fewer).tolist(), *puzzle_hash(PUZZLES[:1]).tolist()}) == 11


def test_neighbours_share_the_solution_hash_only():
    near = neighbour(PUZZLES[1].reshape(-1).tolist(), SOLUTIONS[1].reshape(-1).tolist(), random.Random(4))
    grid = np.reshape(near, (1, 9, 9))
    assert not np.array_equal(grid[0], PUZZLES[1])
    found = np.reshape(search(near).solutions, (1, 9, 9))
    assert solution_hash(found) == solution_hash(SOLUTIONS[1:2])
    assert puzzle_hash(grid) != puzzle_hash(PUZZLES[1:2])


@pytest.mark.parametrize("batch", [0, 1, 5])
def test_hashes_come_one_for_each_grid(batch):
    assert puzzle_hash(PUZZLES[:batch]).shape == (batch,)
    assert solution_hash(SOLUTIONS[:batch]).tolist() == solution_hash(SOLUTIONS).tolist()[:batch]
