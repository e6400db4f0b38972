"""A refinement with the rules' verdict on it, where that had to wait: of an ARC task, until its vote is over."""

from dataclasses import replace
from typing import TypeVar

from solver.puzzles.base import Puzzle
from solver.trace.trace import Refinement

Recorded = TypeVar("Recorded", bound=Refinement)


def judged(refinement: Recorded, puzzle: Puzzle) -> Recorded:
    """The same refinement with what `puzzle` says of its answer."""
    verdict = puzzle.check(refinement.answer)
    return replace(refinement, accepted=verdict.accepted, violations=verdict.violations)
