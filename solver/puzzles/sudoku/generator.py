"""Seeded generators of Sudokus with one solution, from easy to extreme, in plain Python."""

import random
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import resources

import numpy as np

from solver.puzzles.sudoku.exact import DIFFICULTIES, LEAST_BACKTRACKS, rate_backtracks, search
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from solver.puzzles.sudoku.symmetry import random_symmetry

Cells = list[int]
"""81 digits, row by row, 0 blank."""


def generate(count: int, seed: int, difficulty: str) -> Iterator[SudokuPuzzle]:
    """`count` puzzles that `rate` calls `difficulty`, the same ones for the same seed.

    Easy ones have more givens than they need; medium and hard ones are minimal, drawn uniformly; extreme ones are
    bundled, turned and relabelled for each seed; expert ones are found by vicinity search near those.
    """
    if difficulty not in DIFFICULTIES:
        raise ValueError(f"{difficulty!r} is not a difficulty; there are {', '.join(DIFFICULTIES)}.")
    return _generate(count, random.Random(f"{difficulty} {seed}"), difficulty)


def _generate(count: int, rng: random.Random, difficulty: str) -> Iterator[SudokuPuzzle]:
    if difficulty == "extreme":
        source = _extreme(rng)
    else:
        source = _repeated({"easy": _easy, "expert": _expert}.get(difficulty, _minimal), rng)
    produced = 0
    while produced < count:
        cells = next(source)
        if _difficulty(cells) == difficulty:
            produced += 1
            yield SudokuPuzzle(tuple(cells))


def random_solution(rng: random.Random) -> Cells:
    """A full grid; every one is possible, though not equally likely."""
    while True:
        first_row = rng.sample(range(1, 10), 9)
        if solutions := search(first_row + [0] * 72, limit=1, rng=rng).solutions:
            return list(solutions[0])


def minimise(cells: Sequence[int], rng: random.Random) -> Cells:
    """Take givens away in random order, until each that is left is needed for the only solution."""
    minimal = list(cells)
    for cell in rng.sample(range(81), 81):
        if digit := minimal[cell]:
            minimal[cell] = 0
            if not search(minimal).unique:
                minimal[cell] = digit
    return minimal


def neighbour(cells: Sequence[int], solution: Sequence[int], rng: random.Random) -> Cells:
    """A minimal puzzle of the same solution, near this one: one or two givens dropped, others added where needed."""
    near = list(cells)
    for cell in rng.sample([cell for cell in range(81) if near[cell]], rng.choice((1, 2))):
        near[cell] = 0
    while not (found := search(near)).unique:
        astray = [cell for cell in range(81) if any(other[cell] != solution[cell] for other in found.solutions)]
        # A search that gave up early may know no second solution; any given helps it then.
        cell = rng.choice(astray or [cell for cell in range(81) if not near[cell]])
        near[cell] = solution[cell]
    return minimise(near, rng)


def vicinity_search(cells: Sequence[int], rng: random.Random, least_backtracks: int, patience: int) -> Cells | None:
    """Climb from a puzzle over neighbours that are not easier, until one takes at least that many backtracks.

    None if the first `patience` neighbours were not enough, as some solution grids hold no hard puzzle nearby.
    """
    found = search(cells)
    solution, backtracks = found.solutions[0], found.backtracks
    hardest = list(cells)
    for _ in range(patience):
        if backtracks >= least_backtracks:
            return hardest
        near = neighbour(hardest, solution, rng)
        if (harder := search(near).backtracks) >= backtracks:
            hardest, backtracks = near, harder
    return None


def _repeated(draw: Callable[[random.Random], Cells], rng: random.Random) -> Iterator[Cells]:
    while True:
        yield draw(rng)


def _minimal(rng: random.Random) -> Cells:
    return minimise(random_solution(rng), rng)


def _easy(rng: random.Random) -> Cells:
    solution = random_solution(rng)
    cells = minimise(solution, rng)
    enough = rng.randint(30, 38)
    for cell in rng.sample(range(81), 81):
        if 81 - cells.count(0) >= enough and _difficulty(cells) == "easy":
            break
        cells[cell] = solution[cell]
    return cells


def _expert(rng: random.Random) -> Cells:
    # From a random puzzle the climb takes seconds; near a bundled one a few steps do, or another start.
    while True:
        start = _new_guise(rng.choice(_bundled_extremes()), rng)
        near = neighbour(start, search(start).solutions[0], rng)
        if cells := vicinity_search(near, rng, LEAST_BACKTRACKS["expert"], patience=3):
            return cells


def _extreme(rng: random.Random) -> Iterator[Cells]:
    while True:
        for puzzle in rng.sample(_bundled_extremes(), len(_bundled_extremes())):
            # The search's order follows the looks, so not every guise is as hard for it.
            for _ in range(8):
                cells = _new_guise(puzzle, rng)
                if _difficulty(cells) == "extreme":
                    yield cells
                    break


def _new_guise(puzzle: Sequence[int], rng: random.Random) -> Cells:
    cells: Cells = random_symmetry(rng).apply(np.reshape(puzzle, (9, 9))).reshape(-1).tolist()
    return cells


@cache
def _bundled_extremes() -> tuple[tuple[int, ...], ...]:
    text = resources.files("assets").joinpath("samples/sudoku_extreme.txt").read_text("ascii")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(tuple(map(int, line.replace(".", "0"))) for line in lines)


def _difficulty(cells: Sequence[int]) -> str:
    return rate_backtracks(search(cells).backtracks).difficulty
