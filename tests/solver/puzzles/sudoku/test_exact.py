"""The exact search: solutions, uniqueness, backtracks, ratings."""

import random

import numpy as np
import pytest

from solver.puzzles.sudoku.exact import DIFFICULTIES, LEAST_BACKTRACKS, rate, rate_backtracks, search
from solver.puzzles.sudoku.generator import minimise, random_solution
from solver.puzzles.sudoku.puzzle import accepts
from solver.puzzles.sudoku.units import PEERS, UNITS

DIGITS = frozenset(range(1, 10))


def plain_search(cells: list[int]) -> tuple[int, int]:
    """Solutions (up to two) and backtracks by the same rules of choice, written cell by cell with sets."""

    def propagate(grid):
        while True:
            options = {c: DIGITS - {grid[p] for p in PEERS[c]} for c in range(81) if not grid[c]}
            if not all(options.values()):
                return None
            for unit in UNITS:
                if not {grid[c] for c in unit}.union(*(options.get(c, ()) for c in unit)) >= DIGITS:
                    return None
            naked = ((c, min(digits)) for c, digits in options.items() if len(digits) == 1)
            hidden = (
                (places[0], digit)
                for unit in UNITS
                for digit in DIGITS
                if len(places := [c for c in unit if digit in options.get(c, ())]) == 1
            )
            single = next(naked, None) or next(hidden, None)
            if single is None:
                return options
            grid[single[0]] = single[1]

    def explore(grid):
        options = propagate(grid)
        if options is None:
            return 0, 0
        if not options:
            return 1, 0
        cell = min(options, key=lambda c: (len(options[c]), c))
        solutions = backtracks = 0
        for digit in sorted(options[cell]):
            more, deeper = explore([*grid[:cell], digit, *grid[cell + 1 :]])
            solutions += more
            backtracks += 1 + deeper
            if solutions >= 2:
                break
        return solutions, backtracks

    return explore(list(cells))


@pytest.mark.parametrize("seed", range(6))
def test_backtracks_are_those_of_a_plain_search(seed):
    rng = random.Random(seed)
    cells = minimise(random_solution(rng), rng)
    found = search(cells)
    assert plain_search(cells) == (1, found.backtracks)
    assert found.unique


def test_plain_search_agrees_where_there_is_something_to_search():
    rng = random.Random(5)
    drawn = (minimise(random_solution(rng), rng) for _ in range(50))
    cells = next(cells for cells in drawn if search(cells).backtracks >= 10)
    assert plain_search(cells) == (1, search(cells).backtracks)


def test_solutions_obey_the_rules():
    rng = random.Random(1)
    for _ in range(10):
        solution = random_solution(rng)
        cells = minimise(solution, rng)
        assert search(cells).solutions == (tuple(solution),)
        assert accepts(np.reshape(solution, (1, 9, 9)), np.reshape(cells, (1, 9, 9)))[0]


def test_dropping_a_needed_given_leaves_two_solutions():
    rng = random.Random(2)
    cells = minimise(random_solution(rng), rng)
    cells[next(cell for cell in range(81) if cells[cell])] = 0
    found = search(cells)
    assert len(found.solutions) == 2
    assert found.solutions[0] != found.solutions[1]
    assert not found.unique
    for solution in found.solutions:
        assert accepts(np.reshape(solution, (1, 9, 9)), np.reshape(cells, (1, 9, 9)))[0]


def test_counting_an_empty_grid_stops_at_the_limit():
    assert len(search([0] * 81).solutions) == 2
    assert len(search([0] * 81, limit=1).solutions) == 1
    assert len(set(search([0] * 81, limit=50).solutions)) == 50


def test_conflicting_givens_have_no_solution():
    assert search([7, 7] + [0] * 79) == search([7, 0, 7] + [0] * 78)
    assert search([7, 7] + [0] * 79).solutions == ()


def test_giving_up_is_told():
    found = search([0] * 81, limit=1_000_000, give_up=500)
    assert not found.complete
    assert not found.unique
    assert found.backtracks == 500


def test_random_order_varies_the_solution_but_not_the_verdict():
    solutions = {search([0] * 81, limit=1, rng=random.Random(seed)).solutions[0] for seed in range(5)}
    assert len(solutions) == 5
    rng = random.Random(8)
    cells = minimise(random_solution(rng), rng)
    assert {search(cells, rng=random.Random(seed)).solutions for seed in range(5)} == {search(cells).solutions}


@pytest.mark.parametrize(
    ("backtracks", "difficulty"),
    [(0, "easy"), (1, "medium"), (9, "medium"), (10, "hard"), (50, "expert"), (199, "expert"), (200, "extreme")],
)
def test_thresholds(backtracks, difficulty):
    rating = rate_backtracks(backtracks)
    assert (rating.backtracks, rating.difficulty) == (backtracks, difficulty)


def test_rate_counts_the_backtracks_of_proving_uniqueness():
    rng = random.Random(4)
    cells = minimise(random_solution(rng), rng)
    assert rate(cells).backtracks == search(cells, limit=2).backtracks
    assert list(LEAST_BACKTRACKS) == list(DIFFICULTIES)
