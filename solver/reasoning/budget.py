"""Budgets: how many steps and views a puzzle gets by default; free of torch, so that the window can ask."""

import math
from dataclasses import dataclass

from solver.puzzles.base import Puzzle

PUBLISHED_STEPS = 16
"""N_sup in the paper."""
DEFAULT_VIEWS = 8
STEPS_PER_ATTEMPT = {"sudoku": PUBLISHED_STEPS}
"""Refinements after which a view starts again from another latent.

What a Sudoku network has not found by then, it rarely finds later, though the bundled one was trained on up to 24: of
240 hard generated puzzles one view of 64 steps answers 205, nine in ten of them within 11 steps. Of the other 35, four
more views answer 21 without, 30 with it.
"""
MAZE_STEPS_PER_SIDE = 2.0
"""The bundled network spreads a wave from the goal and grows the path back, about 11 cells per step each way. All but
the longest paths of perfect mazes, 11 times the side at 41×41, are whole within two steps for each cell of the side."""


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
        return max(PUBLISHED_STEPS, math.ceil(MAZE_STEPS_PER_SIDE * max(puzzle.shape)))
    return PUBLISHED_STEPS


def default_budget(puzzle: Puzzle) -> Budget:
    """What the window and the command line use unless told otherwise."""
    return Budget(default_steps(puzzle), DEFAULT_VIEWS)
