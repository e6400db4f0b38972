"""What a vote on an ARC task's test input came to, as a recording; free of torch."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.trace import NetworkName, Trace

if TYPE_CHECKING:
    from solver.reasoning.vote import Candidate

ATTEMPTS = 2
"""Answers to a test input that count, as in the benchmark."""


def trace_of(puzzle: ArcPuzzle, candidates: Sequence["Candidate"], network: NetworkName, device: str) -> Trace:
    """The two answers with most votes, each a view of the recording."""
    best = candidates[:ATTEMPTS]
    views = tuple(replace(c.view, answer=number) for number, c in enumerate(best, start=1))
    trace = Trace(puzzle, network, device, views)
    trace.refinements = [replace(r, view=view) for view, c in enumerate(best) for r in c.refinements]
    trace.votes = tuple(candidate.votes for candidate in best)
    trace.voters = best[0].voters
    return trace
