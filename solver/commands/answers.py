"""The answers to an ARC task's test inputs, printed or as JSON: the benchmark's two attempts at each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from solver.puzzles.arc.task import ArcGrid, ArcTask
from solver.reasoning.vote_trace import ATTEMPTS

if TYPE_CHECKING:
    from solver.reasoning.vote import Candidate


def print_answers(task: ArcTask, candidates: Sequence[Sequence["Candidate"]]) -> None:
    """Each test input's attempts, with their share of the vote and what checking came to."""
    for test, found in enumerate(candidates):
        for place, candidate in enumerate(found[:ATTEMPTS], start=1):
            known = task.test[test].output
            said = "not checkable" if known is None else "verified" if candidate.grid == known else "wrong"
            print(f"# test input {test + 1}, answer {place}: {candidate.share:.0%} of the vote, {said}")
            print("\n".join("".join(map(str, row)) for row in candidate.grid))
        if not found:
            print(f"# test input {test + 1}: the network answered with no grid at all")


def two_answers(found: Sequence["Candidate"]) -> list[ArcGrid]:
    """The benchmark's two attempts: one twice where the views were of one mind, empty where no answer was a grid."""
    grids = [candidate.grid for candidate in found[:ATTEMPTS]]
    return (grids + grids[:1] * ATTEMPTS + [()] * ATTEMPTS)[:ATTEMPTS]


def answers_to_json(task: ArcTask, candidates: Sequence[Sequence["Candidate"]]) -> dict[str, Any]:
    """`answer`: two grids for each test input; what stands behind them, and whether they are right if that is known."""
    return {
        "task": task.name,
        "answer": [two_answers(found) for found in candidates],
        "share": [_padded([c.share for c in found]) for found in candidates],
        "halt_probability": [_padded([c.halt_probability for c in found]) for found in candidates],
        "correct": [
            None if pair.output is None else [grid == pair.output for grid in two_answers(found)]
            for pair, found in zip(task.test, candidates, strict=True)
        ],
    }


def _padded(values: list[float]) -> list[float]:
    """Of the two answers; an answer that repeats the first adds nothing."""
    return (values + [0.0] * ATTEMPTS)[:ATTEMPTS]
