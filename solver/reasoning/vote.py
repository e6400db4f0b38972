"""Answering an ARC task's test inputs with a network fitted to it: refine many views, undo each, and let them vote."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np

from solver.cancelling import Cancelled, never
from solver.puzzles.arc.canvas import from_canvas
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcGrid
from solver.reasoning.adapt import Adapted
from solver.reasoning.arc_views import SYMMETRIES, sideways, view_identifier, voting_views
from solver.reasoning.fitting import BATCH_TOKENS
from solver.reasoning.interrupting import interrupting
from solver.reasoning.view_batch import ViewBatch
from solver.reasoning.views import View
from solver.trace import Refinement, ViewName

STEPS = 6
"""Refinements of each view; fitting uses four."""
OVERTIME = 1.5
"""Of the time that a vote is given, it may take this much for the eight symmetries: on large grids there are fewer."""
ROUNDS = 3
"""How often the eight symmetries are repeated, each time with other colours."""


@dataclass(frozen=True)
class Candidate:
    """One answer that some views gave."""

    grid: ArcGrid
    votes: int
    """Views whose last refinement it was."""
    voters: int
    """All the views, those without a readable answer too."""
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
    earlier: int = 0
    halts: list[float] = field(default_factory=list)
    surest: tuple[bool, float] = (False, -1.0)
    view: ViewName = field(default_factory=ViewName)
    film: list[Refinement] = field(default_factory=list)


def vote(
    adapted: Adapted,
    test: int,
    seconds: float,
    *,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[float], object] = float,
) -> list[Candidate]:
    """What the views answer to test input number `test`, best first; empty if no answer was a grid at all.

    By votes, then by how often an earlier refinement was it, then by the mean halting probability. The views with
    exchanged colours are left out once `seconds` are over, and all others a little later. `cancelled` is asked during
    each evaluation of the network, raising `Cancelled`; `progress` gets the fraction done.
    """

    def check_cancelled() -> None:
        if cancelled():
            raise Cancelled

    began = time.perf_counter()
    tallies: dict[ArcGrid, _Tally] = {}
    views = voting_views(adapted.task, ROUNDS, adapted.network.config.colours, adapted.part)
    puzzle = ArcPuzzle(adapted.task, test)
    rows, columns = adapted.part
    size = max(1, BATCH_TOKENS // adapted.network.board.tokens(rows * columns))
    asked = 0
    for batch in _batches(views, size, of_two_shapes=rows != columns):
        passed = time.perf_counter() - began
        if asked and passed > seconds * (1.0 if asked >= SYMMETRIES else OVERTIME):
            break
        lanes = ViewBatch(adapted.network, puzzle, batch, identifiers=[view_identifier(view) for view in batch])
        films: list[list[Refinement]] = [[] for _ in batch]
        for step in range(1, STEPS + 1):
            with interrupting(adapted.network, check_cancelled):
                refinements = lanes.step(check_cancelled)
            for view, film, refinement in zip(batch, films, refinements, strict=True):
                film.append(refinement)
                grid = from_canvas(refinement.answer)
                if grid:
                    _count(tallies.setdefault(grid, _Tally()), view.name, film)
            progress((asked + len(batch) * step / STEPS) / len(views))
        asked += len(batch)
    found = [
        Candidate(grid, t.votes, asked, float(np.mean(t.halts)), t.view, tuple(t.film)) for grid, t in tallies.items()
    ]
    return sorted(found, key=lambda c: (c.votes, tallies[c.grid].earlier, c.halt_probability), reverse=True)


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


def _count(tally: _Tally, view: ViewName, film: list[Refinement]) -> None:
    """The last of a view's refinements so far speaks for the grid of `tally`."""
    halt, is_last = film[-1].halt_probability, len(film) == STEPS
    tally.votes += is_last
    tally.earlier += not is_last
    tally.halts.append(halt)
    if (is_last, halt) > tally.surest:
        tally.surest, tally.view, tally.film = (is_last, halt), view, film.copy()
