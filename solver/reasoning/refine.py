"""Running the network on one puzzle: a `Refinement` for each supervision step of each view, until the rules accept."""

from collections.abc import Callable, Iterator

import numpy as np
import torch

from solver.cancelling import Cancelled, never
from solver.messages import ExplainedError, Template
from solver.model.checkpoint import Checkpoint
from solver.puzzles.base import Puzzle
from solver.puzzles.kinds import puzzles_of
from solver.reasoning.budget import Budget
from solver.reasoning.view_batch import ViewBatch
from solver.reasoning.views import view_of
from solver.trace import LatentState, Refinement, ViewName

CELLS_SIDE_BY_SIDE = 12 * 81
"""Cells that a processor refines side by side for little more than the time of one view."""

OTHER_KIND = Template("refine.other_kind", "The checkpoint {name} solves {puzzles} only.")
ARC = Template(
    "refine.arc", "ARC tasks are solved by fitting a network to them, or by a published checkpoint with identifiers."
)
OTHER_SIZE = Template("refine.other_size", "The checkpoint {name} is for grids of {cells} cells only.")
OTHER_LATENTS = Template(
    "refine.other_latents",
    "The checkpoint {name} cannot continue this recording: its latents are {given}, not {wanted}. It can solve the "
    "puzzle from the start.",
)


def views_at_once(puzzle: Puzzle, device: torch.device) -> int:
    """How many views to refine as one batch.

    A processor is busy with one view of a large grid alone: there the views come one after the other, so that one
    that succeeds spares the rest. An accelerator has room for all.
    """
    cells = CELLS_SIDE_BY_SIDE if device.type == "cpu" else 512 * CELLS_SIDE_BY_SIDE
    return max(1, cells // puzzle.grid.size)


class Reasoning:
    """One solve: `budget.steps` refinements of the puzzle as given, then of its other views until the rules accept one.

    With `resume`, every view in it gets `budget.steps` more refinements; then come views that have not started yet.
    It ends as soon as the rules accept an answer, and a view that stands still makes way for the next. ARC tasks, whose
    rule is not known, are answered by a vote instead: see `solver.reasoning.vote`.

    Raises `ExplainedError` for a puzzle or latents that the checkpoint is not made for, and for ARC.
    """

    def __init__(
        self,
        checkpoint: Checkpoint,
        puzzle: Puzzle,
        budget: Budget,
        *,
        resume: LatentState | None = None,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        config = checkpoint.config
        if config.kind != puzzle.kind:
            raise ExplainedError(OTHER_KIND(name=checkpoint.name, puzzles=puzzles_of(config.kind)))
        if puzzle.kind == "arc":
            raise ExplainedError(ARC())
        if config.seq_len is not None and config.seq_len != puzzle.grid.size:
            raise ExplainedError(OTHER_SIZE(name=checkpoint.name, cells=config.seq_len))
        self._network = checkpoint.network
        self._puzzle = puzzle
        self._budget = budget
        self._cancelled = cancelled
        self._started: list[ViewBatch] = []
        if resume is not None:
            wanted = (checkpoint.network.board.tokens(puzzle.grid.size), config.hidden_size)
            if resume.y.shape[1:] != wanted:
                there, here = (f"{cells}×{width}" for cells, width in (resume.y.shape[1:], wanted))
                raise ExplainedError(OTHER_LATENTS(name=checkpoint.name, given=there, wanted=here))
            self._begin(list(resume.views), resume)
        count = max([budget.views, *(view + 1 for view in resume.views)]) if resume else budget.views
        self.views: tuple[ViewName, ...] = tuple(view_of(puzzle.kind, i).name for i in range(count))

    def refinements(self) -> Iterator[Refinement]:
        """Compute and yield them one by one; raises `Cancelled`."""
        if self._started:
            yield from self._run(self._started)
        else:
            yield from self._run(self._begin([0]))
        started = {view.index for lanes in self._started for view in lanes.views}
        left = [i for i in range(self._budget.views) if i not in started]
        at_once = views_at_once(self._puzzle, self._network.H_init.device)
        for start in range(0, len(left), at_once):
            if self._ended:
                return
            yield from self._run(self._begin(left[start : start + at_once]))

    @property
    def started(self) -> bool:
        """Whether any view has started, so that there is a state."""
        return bool(self._started)

    def state(self) -> LatentState:
        """(y, z) of every view that has started, after its last whole step."""
        states = [group.state() for group in self._started]
        return LatentState(
            views=tuple(view for state in states for view in state.views),
            steps=tuple(steps for state in states for steps in state.steps),
            y=np.concatenate([state.y for state in states]),
            z=np.concatenate([state.z for state in states]),
        )

    _ended = False

    def _begin(self, indexes: list[int], resume: LatentState | None = None) -> "list[ViewBatch]":
        """Views of one shape are refined as one batch; turned views of an oblong grid are another."""
        by_shape: dict[tuple[int, ...], list[int]] = {}
        for place, index in enumerate(indexes):
            seen = view_of(self._puzzle.kind, index).apply(self._puzzle.grid)
            by_shape.setdefault(seen.shape, []).append(place)
        groups = [
            ViewBatch(
                self._network,
                self._puzzle,
                [view_of(self._puzzle.kind, indexes[p]) for p in places],
                resume=resume,
                places=places,
            )
            for places in by_shape.values()
        ]
        self._started += groups
        return groups

    def _run(self, groups: "list[ViewBatch]") -> Iterator[Refinement]:
        for _ in range(self._budget.steps):
            # One after the other: a finished step is yielded even if the next group's is cancelled.
            for group in groups:
                if group.stands_still:
                    continue
                for refinement in group.step(self._check_cancelled):
                    self._ended = self._ended or bool(refinement.accepted)
                    yield refinement
            if self._ended or all(group.stands_still for group in groups):
                return

    def _check_cancelled(self) -> None:
        if self._cancelled():
            raise Cancelled
