"""A fan: the puzzle as given, refined from many random starts, several at a time in one batch."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from solver.cancelling import Cancelled, never
from solver.model.checkpoint import Checkpoint
from solver.puzzles.base import Puzzle
from solver.reasoning.refine import views_at_once
from solver.reasoning.view_batch import ViewBatch
from solver.reasoning.views import EMBEDDING_NOISE, LATENT_NOISE, View
from solver.trace import Refinement
from solver.trace.fan import ending

FEWEST_AT_ONCE = 4
"""Even of large grids: a batch of a few starts costs little more than one."""


def start_view(kind: str, number: int) -> View:
    """Start 0 is the puzzle as given from the usual latents; each other one has noise of its own."""
    if number == 0:
        return View(0)
    return View(0, latent_noise=LATENT_NOISE[kind], embedding_noise=EMBEDDING_NOISE[kind], attempt=number)


def fan(
    checkpoint: Checkpoint,
    puzzle: Puzzle,
    starts: int,
    steps: int,
    *,
    cancelled: Callable[[], bool] = never,
) -> Iterator[tuple[int, Refinement]]:
    """The number of a start and its next refinement, until each has ended or taken `steps`; raises `Cancelled`.

    `steps` must not reach past a view's first attempt, since each start is one attempt.
    """

    def check_cancelled() -> None:
        if cancelled():
            raise Cancelled

    at_once = max(FEWEST_AT_ONCE, views_at_once(puzzle, checkpoint.device))
    for first in range(0, starts, at_once):
        numbers = range(first, min(first + at_once, starts))
        batch = ViewBatch(checkpoint.network, puzzle, [start_view(puzzle.kind, number) for number in numbers])
        films: dict[int, list[Refinement]] = {number: [] for number in numbers}
        for _ in range(steps):
            for number, refinement in zip(numbers, batch.step(check_cancelled), strict=True):
                if ending(films[number]) == "moving":
                    films[number].append(replace(refinement, view=0))
                    yield number, films[number][-1]
            if all(ending(film) != "moving" for film in films.values()):
                break
