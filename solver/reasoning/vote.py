"""Answering an ARC task's test inputs with a network fitted to it: refine many views, undo each, and let them vote."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

import numpy as np

from solver.cancelling import Cancelled, never
from solver.puzzles.arc.canvas import from_canvas
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcGrid
from solver.reasoning.adapt import Adapted
from solver.reasoning.arc_views import SYMMETRIES, sideways, view_identifier, voting_views
from solver.reasoning.fitting import BATCH_TOKENS
from solver.reasoning.interrupting import interrupting
from solver.reasoning.side_by_side import SideBySide
from solver.reasoning.view_batch import ViewBatch
from solver.reasoning.views import View
from solver.trace import Refinement, ViewName

STEPS = 4
"""Refinements of each view, as many as fitting uses at most."""
OVERTIME = 1.5
"""Of the time that a vote is given, it may take this much for the eight symmetries: on large grids there are fewer."""
ROUNDS = 3
"""How often the eight symmetries are repeated, each time with other colours."""


@dataclass(frozen=True)
class Candidate:
    """One answer that some views gave."""

    grid: ArcGrid
    votes: int
    """Views that gave it in more refinements than any other answer."""
    voters: int
    """All the views, those that vote for no readable answer too."""
    halt_probability: float
    """Mean over the refinements that gave it: how sure the network was of it."""
    view: ViewName
    """The view that was surest of it."""
    refinements: tuple[Refinement, ...] = field(compare=False)
    """That view's, up to the last one that gave it; on the task's canvas, in the task's own frame."""

    @property
    def share(self) -> float:
        """Of the voters."""
        return self.votes / self.voters


@dataclass
class _Tally:
    votes: int = 0
    halts: list[float] = field(default_factory=list)
    """Of each refinement that gave it."""
    surest: tuple[bool, float] = (False, -1.0)
    view: ViewName = field(default_factory=ViewName)
    film: tuple[Refinement, ...] = ()


class _Tallies(defaultdict[ArcGrid, _Tally]):
    """What was counted for each answer."""

    def __init__(self) -> None:
        super().__init__(_Tally)

    def count(self, view: ViewName, film: list[Refinement]) -> None:
        """The vote of a view, and what else it answered on the way."""
        grids = [from_canvas(refinement.answer) for refinement in film]
        ends = {grid: number for number, grid in enumerate(grids, start=1)}
        # The last refinements often leave a right answer again, and the halting probability hardly tells which.
        confidence: dict[ArcGrid, float] = {}
        for grid, refinement in zip(grids, film, strict=True):
            confidence[grid] = max(confidence.get(grid, 0.0), refinement.mean_confidence)
        chosen = max(ends, key=lambda grid: (grids.count(grid), confidence[grid]))
        for grid, refinement in zip(grids, film, strict=True):
            if not grid:
                continue
            tally, surest = self[grid], (grid == chosen, refinement.halt_probability)
            tally.halts.append(refinement.halt_probability)
            if surest > tally.surest:
                tally.surest, tally.view, tally.film = surest, view, tuple(film[: ends[grid]])
        if chosen:
            self[chosen].votes += 1

    def candidates(self, voters: int) -> list[Candidate]:
        """Best first."""
        found = [Candidate(grid, t.votes, voters, float(np.mean(t.halts)), t.view, t.film) for grid, t in self.items()]
        return sorted(found, key=lambda c: (c.votes, len(self[c.grid].halts), c.halt_probability), reverse=True)


def vote(
    adapted: Adapted,
    test: int,
    seconds: float,
    *,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[float], object] = float,
) -> list[Candidate]:
    """What the views answer to test input number `test`, best first; empty if no answer was a grid at all.

    Each view votes for the answer that most of its refinements gave. Answers are sorted by votes, then by how many
    refinements gave them, then by the mean halting probability. The views with exchanged colours are left out once
    `seconds` are over, and all others a little later. `cancelled` is asked during each evaluation of the network,
    raising `Cancelled`; `progress` gets the fraction done.
    """

    def check_cancelled() -> None:
        if cancelled():
            raise Cancelled

    began = time.perf_counter()
    network, puzzle, tallies = adapted.network, ArcPuzzle(adapted.task, test), _Tallies()
    views = voting_views(adapted.task, ROUNDS, network.config.colours, adapted.part)
    rows, columns = adapted.part
    asked = 0
    with SideBySide(network.H_init.device) as threads, interrupting(network, check_cancelled):
        at_once = BATCH_TOKENS // network.board.tokens(rows * columns)
        size = max(1, min(at_once, -(-len(views) // threads.count)))
        batches = _batches(views, size, of_two_shapes=rows != columns)
        while some := list(islice(batches, threads.count)):
            passed = time.perf_counter() - began
            if asked and passed > seconds * (1.0 if asked >= SYMMETRIES else OVERTIME):
                break
            lanes = [ViewBatch(network, puzzle, b, identifiers=[view_identifier(view) for view in b]) for b in some]
            shown = [view for batch in some for view in batch]
            films: list[list[Refinement]] = [[] for _ in shown]
            for step in range(1, STEPS + 1):
                found = threads.run(lambda batch: batch.step(check_cancelled), lanes)
                for film, refinement in zip(films, chain.from_iterable(found), strict=True):
                    film.append(refinement)
                progress((asked + len(shown) * step / STEPS) / len(views))
            asked += len(shown)
            for view, film in zip(shown, films, strict=True):
                tallies.count(view.name, film)
    return tallies.candidates(asked)


def _batches(views: list[View], size: int, *, of_two_shapes: bool) -> Iterator[list[View]]:
    """At most `size` views at once, and only of one shape; the symmetries come before those with other colours."""
    groups = [views]
    if of_two_shapes:
        groups = [
            [view for view in some if sideways(view) == turned]
            for some in (views[:SYMMETRIES], views[SYMMETRIES:])
            for turned in (False, True)
        ]
    for group in groups:
        for start in range(0, len(group), size):
            yield group[start : start + size]
