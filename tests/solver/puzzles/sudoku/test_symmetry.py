"""Symmetries keep a Sudoku a Sudoku; hashes and canonical forms do not see them."""

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
    canonical_puzzle,
    canonical_solution,
    puzzle_hash,
    random_symmetry,
    solution_hash,
)

_RNG = random.Random(20)
SOLUTIONS = np.array([random_solution(_RNG) for _ in range(30)]).reshape(-1, 9, 9)
PUZZLES = np.array([minimise(grid.reshape(-1).tolist(), _RNG) for grid in SOLUTIONS[:8]]).reshape(-1, 9, 9)
PATTERN = np.array([[(3 * (row % 3) + row // 3 + column) % 9 + 1 for column in range(9)] for row in range(9)])
"""A grid with hundreds of symmetries onto itself."""

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


@given(symmetries)
@settings(deadline=None, max_examples=25)
def test_canonical_forms_do_not_change(symmetry):
    for puzzle, solution in zip(PUZZLES[:3], SOLUTIONS[:3], strict=True):
        np.testing.assert_array_equal(canonical_solution(symmetry.apply(solution)), canonical_solution(solution))
        np.testing.assert_array_equal(
            canonical_puzzle(symmetry.apply(puzzle), symmetry.apply(solution)), canonical_puzzle(puzzle, solution)
        )


@given(symmetries)
@settings(deadline=None, max_examples=10)
def test_canonical_forms_of_a_grid_symmetric_to_itself(symmetry):
    puzzle = np.where(np.random.default_rng(0).random((9, 9)) < 0.4, PATTERN, 0)
    np.testing.assert_array_equal(canonical_solution(symmetry.apply(PATTERN)), canonical_solution(PATTERN))
    np.testing.assert_array_equal(
        canonical_puzzle(symmetry.apply(puzzle), symmetry.apply(PATTERN)), canonical_puzzle(puzzle, PATTERN)
    )


def test_canonical_forms_are_symmetric_versions():
    for puzzle, solution in zip(PUZZLES[:3], SOLUTIONS[:3], strict=True):
        canonical = canonical_solution(solution)
        assert accepts(canonical[None], np.zeros((1, 9, 9), dtype=np.int64))[0]
        assert canonical[0].tolist() == list(range(1, 10))
        assert solution_hash(canonical[None]) == solution_hash(solution[None])
        form = canonical_puzzle(puzzle, solution)
        assert puzzle_hash(form[None]) == puzzle_hash(puzzle[None])
        assert accepts(canonical[None], form[None])[0]


def test_no_symmetric_version_reads_before_the_canonical_one():
    canonical = canonical_solution(SOLUTIONS[0]).tolist()
    rng = random.Random(6)
    for _ in range(300):
        turned = random_symmetry(rng).apply(SOLUTIONS[0])
        relabelled = np.argsort(turned[0])[turned - 1] + 1
        assert canonical <= relabelled.tolist()


def test_different_puzzles_are_told_apart():
    assert len(set(solution_hash(SOLUTIONS).tolist())) == len(SOLUTIONS)
    assert len({canonical_solution(grid).tobytes() for grid in SOLUTIONS}) == len(SOLUTIONS)
    assert len(set(puzzle_hash(PUZZLES).tolist())) == len(PUZZLES)


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
