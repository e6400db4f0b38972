"""The fitted network and the view behind a recording of an ARC task, found again so that more can be asked."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from solver.cancelling import Cancelled, never
from solver.messages import ExplainedError, Template
from solver.model.checkpoint import Checkpoint
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcTask
from solver.reasoning.adapt import Adapted
from solver.reasoning.adapted_cache import AdaptedCache
from solver.reasoning.arc_views import view_identifier, voting_views
from solver.reasoning.view_batch import ViewBatch
from solver.reasoning.views import View
from solver.reasoning.vote import ROUNDS
from solver.trace import Refinement, ViewName

CLOSE = 1e-2
"""How far probabilities may differ from the recorded ones: a batch of another size rounds otherwise."""
NO_FIT = Template(
    "recorded_view.no_fit", "The network that was fitted to this task is not kept here any more. Press Solve first."
)
OTHER_FIT = Template(
    "recorded_view.other_fit", "The network fitted to this task is not the one of this recording. Press Solve first."
)


def kept_fit(task: ArcTask, base: Checkpoint, cache: AdaptedCache) -> Adapted:
    """The network that was fitted to `task` from `base`; raises `ExplainedError` if it isn't kept."""
    adapted = cache.load(task, base.fingerprint, base.device.type)
    if adapted is None:
        raise ExplainedError(NO_FIT())
    return adapted


def recorded_view(
    adapted: Adapted,
    puzzle: ArcPuzzle,
    name: ViewName,
    first: Refinement,
    *,
    cancelled: Callable[[], bool] = never,
) -> View:
    """The voting view called `name` whose first refinement was `first`.

    Views that exchange colours in other ways have the same name, so each is asked again. Raises `ExplainedError` if
    none answers as recorded, and `Cancelled`.
    """

    def check_cancelled() -> None:
        if cancelled():
            raise Cancelled

    blind = ArcPuzzle(adapted.task, puzzle.test)
    for view in voting_views(adapted.task, ROUNDS, adapted.network.config.colours, adapted.part):
        if view.name != replace(name, answer=0):
            continue
        batch = ViewBatch(adapted.network, blind, [view], identifiers=[view_identifier(view)])
        (again,) = batch.step(check_cancelled)
        if float(np.abs(again.probabilities - first.probabilities).max()) < CLOSE:
            return view
    raise ExplainedError(OTHER_FIT())
