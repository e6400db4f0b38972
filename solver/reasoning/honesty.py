"""How honest `influence` is: do choices change more often without the cells it names than without others?"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from solver.cancelling import never
from solver.model.checkpoint import Checkpoint
from solver.puzzles.base import Cell
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from solver.puzzles.sudoku.units import UNITS
from solver.reasoning.budget import Budget, attempt_of
from solver.reasoning.influence import choice_without, influence
from solver.reasoning.refine import Reasoning
from solver.reasoning.views import view_of

TAKEN = 3
"""Givens that are taken away together."""


@dataclass(frozen=True)
class Honesty:
    """What became of the choices in `puzzles` cells, one in each puzzle."""

    puzzles: int
    changed_by_named: int
    """Choices that change without the three givens that `influence` names first."""
    changed_by_others: int
    """Choices that change without three other givens of the same units."""

    @property
    def ratio(self) -> float:
        """How many times as often the choice changes; infinite if it never does without the others."""
        if self.changed_by_others:
            return self.changed_by_named / self.changed_by_others
        return float("inf") if self.changed_by_named else 0.0


def measure_honesty(
    checkpoint: Checkpoint,
    puzzles: Iterable[SudokuPuzzle],
    *,
    steps: int,
    seed: int = 0,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[], object] = lambda: None,
) -> Honesty:
    """In each puzzle, ask about one free cell after the last refinement of at most `steps`, drawn by the seed.

    Both are taken away where `influence` asks: in the refinement in which the cell took its value.

    The others are drawn from the givens in the named ones' units; a puzzle in which those are fewer than three is left
    out. `progress` is called after each puzzle.
    """
    random = np.random.default_rng(seed)
    count = named_changed = others_changed = 0
    for puzzle in puzzles:
        reasoning = Reasoning(checkpoint, puzzle, Budget(steps, 1), cancelled=cancelled)
        step = len(list(reasoning.refinements()))
        free = np.argwhere(puzzle.free)
        row, column = free[random.integers(len(free))]
        cell = int(row), int(column)
        view = view_of(puzzle.kind, 0, attempt_of(puzzle.kind, step))
        found = influence(checkpoint.network, puzzle, cell, step, view=view, cancelled=cancelled)
        named = list(found.named)
        others = _others(puzzle, named)
        progress()
        if len(named) < TAKEN or len(others) < TAKEN:
            continue
        drawn = [others[i] for i in random.permutation(len(others))[:TAKEN]]
        after = choice_without(checkpoint.network, puzzle, cell, step, [named, drawn], view=view, cancelled=cancelled)
        count += 1
        named_changed += after[0] != found.choice
        others_changed += after[1] != found.choice
    return Honesty(count, named_changed, others_changed)


def _others(puzzle: SudokuPuzzle, named: list[Cell]) -> list[Cell]:
    """The givens that share a unit with one of `named` and are none of them."""
    indices = {9 * row + column for row, column in named}
    near = {index for unit in UNITS if indices & set(unit) for index in unit} - indices
    return [divmod(index, 9) for index in sorted(near) if puzzle.grid[divmod(index, 9)]]
