"""Answering an ARC task with a published network that was trained on it: the views that it was trained with vote.

As the published evaluation does: each augmentation has a puzzle embedding of its own; the grid is turned, mirrored and
recoloured before it is put on a canvas of 30×30, and what the network answers is read off and turned back.
"""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from solver.cancelling import Cancelled, never
from solver.messages import Template
from solver.model.bundled import IDENTIFIERS_FILE
from solver.model.config import NetworkConfig
from solver.model.errors import CheckpointError
from solver.model.identifiers import Augmentation, augmentations, known_tasks, read_identifiers
from solver.model.recursive import RecursiveModel
from solver.puzzles.arc.benchmark_id import benchmark_id
from solver.puzzles.arc.canvas import END, NOTHING, from_canvas, to_canvas
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import LARGEST, ArcGrid, ArcTask
from solver.puzzles.base import IntGrid
from solver.puzzles.vocabulary import VOCABULARIES
from solver.reasoning.interrupting import interrupting
from solver.reasoning.view_batch import ViewBatch
from solver.reasoning.views import View
from solver.reasoning.vote import Candidate
from solver.trace import HalfArray, Refinement, ViewName

SIDE_BY_SIDE = 8
"""Views in one batch; on a CPU one alone, which takes as long for each and can be cancelled soon."""
SYMMETRIES = ((0, False), (1, False), (2, False), (3, False), (3, True), (1, True), (0, True), (2, True))
"""Quarter turns after mirroring over the diagonal, or not, of the published symmetries 0 to 7."""
_ARC = VOCABULARIES["arc"]
_NOTHING, _END = NOTHING + _ARC.offset, END + _ARC.offset

OTHER_COUNT = Template(
    "published_arc.other_count", "{file} has {given} identifiers, but the network has {wanted}. Import it again."
)
UNKNOWN_TASK = Template(
    "published_arc.unknown_task",
    "This network doesn't know the task {task}; it knows, among others, {known}. Import it with this task, or choose "
    "the bundled network.",
)
UNNAMED_TASK = Template(
    "published_arc.unnamed_task",
    "This task has no id by which the network could know it. Open it from a file that is named after its id.",
)


@dataclass(frozen=True)
class GridView(View):
    """A view of the grid itself: it lies in the upper left corner of the canvas, however it was turned."""

    @classmethod
    def of(cls, index: int, known: Augmentation) -> "GridView":
        """View number `index`, which is what the network knows under `known.row`."""
        turns, transposed = SYMMETRIES[known.symmetry]
        tokens = (_NOTHING, _END, *(colour + _ARC.offset for colour in known.colours))
        renamed = None if tokens == tuple(range(_ARC.size)) else tokens
        return cls(index, turns, transposed, renamed)

    def apply(self, tokens: IntGrid) -> IntGrid:
        """[30, 30] → [30, 30]"""
        return _on_canvas(super().apply(_read_off(tokens)))

    def undo_tokens(self, tokens: IntGrid) -> IntGrid:
        """[30, 30] → [30, 30]"""
        return _on_canvas(super().undo_tokens(_read_off(tokens)))

    def undo_probabilities(self, probabilities: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """[30, 30, V] → [30, 30, V]; what lies beyond the grid that was read off is taken as certain."""
        rows, columns = _read_off(probabilities.argmax(-1)).shape
        inside = super().undo_probabilities(probabilities[:rows, :columns])
        canvas = np.zeros((LARGEST, LARGEST, _ARC.size), dtype=np.float32)
        np.put_along_axis(canvas, _on_canvas(inside.argmax(-1))[..., None], 1.0, axis=-1)
        canvas[: inside.shape[0], : inside.shape[1]] = inside
        return canvas


def _read_off(tokens: IntGrid) -> IntGrid:
    """The tokens of the grid on a canvas; [0, 0] if there is none."""
    grid = from_canvas(tokens - _ARC.offset)
    return np.array(grid, dtype=np.int64) + _ARC.offset if grid else np.zeros((0, 0), dtype=np.int64)


def _on_canvas(tokens: IntGrid) -> IntGrid:
    if not tokens.size:
        return np.full((LARGEST, LARGEST), _NOTHING, dtype=np.int64)
    return _ARC.encode(to_canvas(tuple(map(tuple, (tokens - _ARC.offset).tolist())), LARGEST))


@dataclass(frozen=True)
class _OnWholeCanvas(ArcPuzzle):
    """A test input as the published networks read it."""

    @cached_property
    def side(self) -> int:
        """Always 30."""
        return LARGEST


@dataclass
class _Tally:
    halts: list[float] = field(default_factory=list)
    surest: float = -1.0
    view: ViewName = field(default_factory=ViewName)
    film: list[Refinement] = field(default_factory=list)


def known_augmentations(folder: Path, config: NetworkConfig, task: str) -> list[Augmentation]:
    """How the checkpoint in `folder` knows the task of that id; raises `CheckpointError` if it doesn't."""
    names = read_identifiers(folder / IDENTIFIERS_FILE)
    if len(names) != config.num_puzzle_identifiers:
        raise CheckpointError(
            OTHER_COUNT(file=IDENTIFIERS_FILE, given=len(names), wanted=config.num_puzzle_identifiers)
        )
    found = augmentations(names, task, IDENTIFIERS_FILE)
    if not task:
        raise CheckpointError(UNNAMED_TASK())
    if not found:
        raise CheckpointError(UNKNOWN_TASK(task=task, known=tuple(known_tasks(names)[:3])))
    return found


def identified(folder: Path, task: ArcTask) -> str:
    """The id by which the checkpoint in `folder` may know a task: its own, or that of the benchmarks' task like it."""
    if task.name and task.name in known_tasks(read_identifiers(folder / IDENTIFIERS_FILE)):
        return task.name
    return benchmark_id(task) or task.name


def vote_as_published(
    network: RecursiveModel,
    known: Sequence[Augmentation],
    task: ArcTask,
    test: int,
    *,
    steps: int = 0,
    seconds: float = math.inf,
    cancelled: Callable[[], bool] = never,
    enough: Callable[[], bool] = never,
    progress: Callable[[float], object] = float,
) -> list[Candidate]:
    """What the views answer to test input number `test` after `steps` refinements (0: N_sup), best first.

    By votes, then by the mean halting probability; empty if no answer was a grid. Views are left out once `seconds` are
    over or there is `enough`, but for the first. `cancelled` is asked during each evaluation of the network, raising
    `Cancelled`; `progress` gets the fraction done.
    """

    def check_cancelled() -> None:
        if cancelled():
            raise Cancelled

    steps = steps or network.config.halt_max_steps
    puzzle = _OnWholeCanvas(task.without_answers(), test)
    judge = ArcPuzzle(task, test)
    views = [GridView.of(index, one) for index, one in enumerate(known)]
    tallies: dict[ArcGrid, _Tally] = {}
    at_once = 1 if network.H_init.device.type == "cpu" else SIDE_BY_SIDE
    began, asked = time.perf_counter(), 0
    for start in range(0, len(views), at_once):
        if start and (enough() or time.perf_counter() - began > seconds):
            break
        batch = views[start : start + at_once]
        asked += len(batch)
        identifiers = [one.row for one in known[start : start + at_once]]
        lanes = ViewBatch(network, puzzle, batch, identifiers=identifiers)
        films: list[list[Refinement]] = [[] for _ in batch]
        for step in range(1, steps + 1):
            with interrupting(network, check_cancelled):
                refinements = lanes.step(check_cancelled)
            for film, refinement in zip(films, refinements, strict=True):
                film.append(refinement)
            progress((start + len(batch) * step / steps) / len(views))
        for view, film in zip(batch, films, strict=True):
            if grid := from_canvas(film[-1].answer):
                _count(tallies.setdefault(grid, _Tally()), view.name, film)
    found = [
        Candidate(
            grid,
            len(tally.halts),
            asked,
            float(np.mean(tally.halts)),
            tally.view,
            tuple(_on_the_tasks_canvas(refinement, judge) for refinement in tally.film),
        )
        for grid, tally in tallies.items()
    ]
    return sorted(found, key=lambda candidate: (candidate.votes, candidate.halt_probability), reverse=True)


def _count(tally: _Tally, view: ViewName, film: list[Refinement]) -> None:
    halt = film[-1].halt_probability
    tally.halts.append(halt)
    if halt > tally.surest:
        tally.surest, tally.view, tally.film = halt, view, film


def _on_the_tasks_canvas(refinement: Refinement, judge: ArcPuzzle) -> Refinement:
    """Judged, and cropped to the canvas on which Ponder shows the task; an answer that is larger than that is cut."""
    side = judge.side
    verdict = judge.check(refinement.answer)
    told = refinement.confidence[refinement.answer >= 0]
    return replace(
        refinement,
        probabilities=refinement.probabilities[:side, :side].copy(),
        answer=refinement.answer[:side, :side].copy(),
        inner_answers=refinement.inner_answers[:, :side, :side].copy(),
        confidence=refinement.confidence[:side, :side].copy(),
        mean_confidence=float(told.mean()) if told.size else 0.0,
        changed=refinement.changed[:side, :side].copy(),
        violations=verdict.violations[:side, :side].copy(),
        accepted=verdict.accepted,
        z_movement=_cut(refinement.z_movement, side),
        y_movement=_cut(refinement.y_movement, side),
    )


def _cut(movement: HalfArray | None, side: int) -> HalfArray | None:
    return None if movement is None else movement[:, :side, :side].copy()
