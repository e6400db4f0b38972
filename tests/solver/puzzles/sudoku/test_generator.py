"""Generated Sudokus: unique, of the difficulty asked for, the same for the same seed; and the bundled samples."""

import random
from importlib import resources
from itertools import islice

import numpy as np
import pytest

from solver.formats.reading import read_puzzles
from solver.formats.sudoku_text import read_sudokus
from solver.puzzles.sudoku.exact import DIFFICULTIES, rate, search
from solver.puzzles.sudoku.generator import generate, minimise, neighbour, random_solution, vicinity_search
from solver.puzzles.sudoku.puzzle import accepts
from solver.puzzles.sudoku.symmetry import puzzle_hash, solution_hash

COUNTS = {"easy": 6, "medium": 4, "hard": 2, "expert": 1, "extreme": 6}
SAMPLES = resources.files("assets") / "samples"


@pytest.fixture(scope="module")
def extremes() -> list:
    return [read.puzzle for read in read_sudokus((SAMPLES / "sudoku_extreme.txt").read_text("ascii"))]


@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_generated_puzzles_are_unique_and_of_their_difficulty(difficulty):
    count = COUNTS[difficulty]
    puzzles = list(generate(count, 1, difficulty))
    assert len(set(puzzles)) == count
    for puzzle in puzzles:
        assert puzzle.warnings() == ()
        assert rate(puzzle.givens).difficulty == difficulty
    assert next(generate(1, 1, difficulty)) == puzzles[0]


@pytest.mark.parametrize("difficulty", ["easy", "medium", "extreme"])
def test_another_seed_gives_other_puzzles(difficulty):
    assert set(generate(3, 1, difficulty)).isdisjoint(generate(3, 2, difficulty))


def test_puzzles_come_one_by_one():
    endless = generate(10**9, 3, "easy")
    assert len(list(islice(endless, 2))) == 2
    assert list(generate(0, 3, "easy")) == []


def test_an_unknown_difficulty_is_refused_at_once():
    with pytest.raises(ValueError, match="easy, medium, hard, expert, extreme"):
        generate(1, 0, "impossible")


def test_easy_puzzles_have_givens_to_spare():
    for puzzle in generate(5, 4, "easy"):
        assert 81 - puzzle.givens.count(0) >= 30
        assert minimise(puzzle.givens, random.Random(0)).count(0) > puzzle.givens.count(0)


def test_minimal_puzzles_need_each_given():
    rng = random.Random(5)
    cells = minimise(random_solution(rng), rng)
    for cell in (cell for cell in range(81) if cells[cell]):
        assert len(search([*cells[:cell], 0, *cells[cell + 1 :]]).solutions) == 2


def test_random_solutions_are_full_grids():
    rng = random.Random(6)
    grids = np.array([random_solution(rng) for _ in range(20)]).reshape(-1, 9, 9)
    assert accepts(grids, np.zeros_like(grids)).all()
    assert len(set(solution_hash(grids).tolist())) == 20


def test_neighbours_are_minimal_puzzles_of_the_same_solution():
    rng = random.Random(7)
    solution = random_solution(rng)
    cells = minimise(solution, rng)
    for _ in range(5):
        near = neighbour(cells, solution, rng)
        assert search(near).solutions == (tuple(solution),)
        assert minimise(near, rng) == near


def test_vicinity_search_climbs_or_tells_that_it_did_not():
    rng = random.Random(8)
    cells = minimise(random_solution(rng), rng)
    before = search(cells).backtracks
    harder = vicinity_search(cells, rng, before + 2, patience=60)
    assert harder is not None
    assert search(harder).backtracks >= before + 2
    assert search(harder).solutions == search(cells).solutions
    assert vicinity_search(cells, rng, 10**6, patience=2) is None


def test_bundled_extremes_are_what_they_claim(extremes):
    assert len(extremes) >= 200
    grids = np.array([puzzle.grid for puzzle in extremes])
    assert len(set(puzzle_hash(grids).tolist())) == len(extremes)
    solutions = []
    for puzzle in extremes[::8]:
        found = search(puzzle.givens)
        assert found.unique
        assert found.backtracks >= 200
        solutions.append(found.solutions[0])
    _, times = np.unique(solution_hash(np.reshape(solutions, (-1, 9, 9))), return_counts=True)
    assert times.max() <= 2


def test_generated_extremes_are_bundled_ones_in_a_new_guise(extremes):
    known = set(puzzle_hash(np.array([puzzle.grid for puzzle in extremes])).tolist())
    for puzzle in generate(4, 9, "extreme"):
        assert puzzle not in extremes
        assert puzzle_hash(puzzle.grid[None]).tolist()[0] in known


@pytest.mark.parametrize(
    ("name", "difficulty", "count"),
    [
        ("sudoku_easy.sdk", "easy", 1),
        ("sudoku_medium.ss", "medium", 1),
        ("sudoku_hard.sdm", "hard", 20),
        ("sudoku_expert.csv", "expert", 10),
    ],
)
def test_bundled_samples(name, difficulty, count):
    found = read_puzzles((SAMPLES / name).read_text("utf-8"))
    assert [read.error for read in found] == [None] * count
    for read in found:
        assert rate(read.puzzle.givens).difficulty == difficulty
        assert read.puzzle.warnings() == ()
        if read.solution is not None:
            assert read.puzzle.check(read.solution).accepted
