"""Budgets: how many steps and views a puzzle gets by default; free of torch, so that the window can ask."""

import math
from dataclasses import dataclass

from solver.puzzles.base import Puzzle

PUBLISHED_STEPS = 16
"""N_sup in the paper."""
DEFAULT_VIEWS = 8
HAND_OVER_AFTER = 8
"""Refinements of the puzzle by the swift network before the deep one takes over."""
STEPS_PER_ATTEMPT = {"sudoku": PUBLISHED_STEPS}
"""Refinements after which a view starts again from another latent.

What a Sudoku network has not found by then, it rarely finds later, though the bundled one was trained on up to 24: of
240 hard generated puzzles one view of 64 steps answers 205, nine in ten of them within 11 steps. Of the other 35, four
more views answer 21 without, 30 with it.
"""
MAZE_STEPS_PER_SIDE = 2.0
"""The bundled network spreads a wave from the goal and grows the path back, about 13 cells per step each way, so a path
of m moves takes m / 6.5 steps. Paths are rarely longer than 13 times the side up to 41×41."""
CELLS_PER_MAZE_STEP = 20
"""The paths of large perfect mazes grow faster than the side: up to 0.29 moves for each cell from 41×41 on, 0.23 at
101×101. With a step for each 20 cells even the longest are whole, by the same speed."""


@dataclass(frozen=True)
class Budget:
    """At most `steps` refinements in each of at most `views` views of the puzzle."""

    steps: int
    views: int

    def __post_init__(self) -> None:
        if self.steps < 1 or self.views < 1:
            raise ValueError("steps and views must be at least 1")


def attempt_of(kind: str, step: int) -> int:
    """The attempt of a view, counted from 0, to which refinement number `step`, counted from 1, belongs."""
    return (step - 1) // STEPS_PER_ATTEMPT[kind] if kind in STEPS_PER_ATTEMPT else 0


def restarts_at(kind: str, step: int) -> bool:
    """Whether refinement number `step` of a view is the first of another attempt."""
    return step > 1 and attempt_of(kind, step) > attempt_of(kind, step - 1)


def default_steps(puzzle: Puzzle) -> int:
    """The published 16, or more where the grid is so large that the network needs them."""
    if puzzle.kind == "maze":
        rows, columns = puzzle.shape
        by_size = max(MAZE_STEPS_PER_SIDE * max(rows, columns), rows * columns / CELLS_PER_MAZE_STEP)
        return max(PUBLISHED_STEPS, math.ceil(by_size))
    return PUBLISHED_STEPS


def default_budget(puzzle: Puzzle) -> Budget:
    """What the window and the command line use unless told otherwise."""
    return Budget(default_steps(puzzle), default_views(puzzle, DEFAULT_VIEWS))


def default_views(puzzle: Puzzle, usual: int) -> int:
    """As many as `usual`, but one where no answer can be right: other views are there to find one that is."""
    return usual if puzzle.no_answer is None else 1
