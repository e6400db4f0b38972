"""Answering an ARC task's test inputs with a network fitted to it: refine many views, undo each, and let them vote."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
import torch

from solver.model.tokens import VOCABULARIES
from solver.puzzles.arc import ArcGrid
from solver.puzzles.arc_canvas import from_canvas
from solver.reasoning.adapt import Adapted
from solver.reasoning.arc_views import canvas_tokens, view_identifier, voting_views
from solver.reasoning.refine import Cancelled, never
from solver.reasoning.views import View

STEPS = 6
"""Refinements of each view; fitting goes on to four."""
ROUNDS = 3
"""Times that the eight symmetries are gone through again, each with other colours."""


@dataclass(frozen=True)
class Candidate:
    """One answer that some views gave."""

    grid: ArcGrid
    votes: int
    """Views whose last refinement it was."""
    share: float
    """Of all the views, those without a readable answer too."""
    halt_probability: float
    """Mean over the refinements that gave it: how sure the network was of it."""


@dataclass
class _Tally:
    votes: int = 0
    earlier: int = 0
    halts: list[float] = field(default_factory=list)


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
    exchanged colours are left out once `seconds` are over. `cancelled` is asked after each refinement, raising
    `Cancelled`; `progress` is told the fraction done.
    """
    began = time.perf_counter()
    tallies: dict[ArcGrid, _Tally] = {}
    views = voting_views(adapted.task, ROUNDS)
    size = max(1, min(len(views), 4_000 // adapted.side**2))
    asked = 0
    for start in range(0, len(views), size):
        batch = views[start : start + size]
        if start >= 8 and time.perf_counter() - began > seconds:
            break
        for step, answers in _refine(adapted, test, batch):
            for grid, halt in answers:
                if grid:
                    tally = tallies.setdefault(grid, _Tally())
                    tally.votes += step == STEPS
                    tally.earlier += step < STEPS
                    tally.halts.append(halt)
            if cancelled():
                raise Cancelled
            progress((start + len(batch) * step / STEPS) / len(views))
        asked += len(batch)
    found = [
        Candidate(grid, tally.votes, tally.votes / asked, float(np.mean(tally.halts)))
        for grid, tally in tallies.items()
    ]
    return sorted(found, key=lambda c: (c.votes, tallies[c.grid].earlier, c.halt_probability), reverse=True)


def _refine(adapted: Adapted, test: int, views: list[View]) -> Iterator[tuple[int, list[tuple[ArcGrid, float]]]]:
    """After each step, counted from 1, each view's answer in the task's own frame and its halting probability."""
    network, side = adapted.network, adapted.side
    device = network.H_init.device
    tokens = canvas_tokens(adapted.task.test_inputs[test], side)
    inputs = torch.from_numpy(np.stack([view.apply(tokens).ravel() for view in views])).to(device)
    identifiers = torch.tensor([view_identifier(view) for view in views], device=device)
    with torch.inference_mode():
        x = network.embed(inputs, identifiers)
        y, z = network.initial_state(len(views), side * side)
    for step in range(1, STEPS + 1):
        with torch.inference_mode():
            y, z, logits, q = network(x, y, z, (side, side))
            answered = logits.argmax(-1).cpu().numpy().reshape(-1, side, side)
            halts = torch.sigmoid(q).tolist()
        decoded = [
            from_canvas(VOCABULARIES["arc"].decode(view.undo_tokens(canvas)))
            for view, canvas in zip(views, answered, strict=True)
        ]
        yield step, list(zip(decoded, halts, strict=True))
