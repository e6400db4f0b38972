"""Demonstrations of ARC's training tasks, and generated ones, turned, mirrored and recoloured; never a test pair."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from string import digits
from types import MappingProxyType

import numpy as np
import torch
from torch import Tensor

from solver.model.config import NetworkConfig
from solver.model.recursive import RecursiveModel
from solver.model.registry import build_model
from solver.puzzles.arc.canvas import canvas_side, size
from solver.puzzles.arc.collections import ARC_AGI_1, ARC_AGI_2, SPLITS, collection_ids, collection_task
from solver.puzzles.arc.symmetry import Canonical, canonical_pair
from solver.puzzles.arc.task import COLOURS, LARGEST, ArcGrid, ArcPair, ArcTask
from solver.puzzles.base import BoolGrid, IntGrid
from solver.puzzles.vocabulary import VOCABULARIES
from solver.reasoning.arc_views import (
    IDENTIFIERS,
    SYMMETRIES,
    canvas_tokens,
    exchangeable_colours,
    present_colours,
    symmetry_views,
    view_identifier,
)
from solver.training.config import ConfigError, DataConfig
from solver.training.drawn import Drawn
from solver.training.keyed_random import keyed_uniforms
from solver.training.validation import ValidationSet

EXCHANGED_SHARE = 0.5
"""Of the demonstrations of tasks with colours that can be exchanged."""
KEPT_BACK_EVERY, KEPT_BACK_LEAST = 5, 4
"""Of every fifth task with at least four demonstrations, the last one is for validation."""
_CANVAS, _DEMONSTRATION = 1, 2
_ARC = VOCABULARIES["arc"]


@lru_cache(maxsize=2)
def training_tasks(*, further: bool = False) -> tuple[ArcTask, ...]:
    """The training tasks of ARC-AGI-1, and the `further` ones that ARC-AGI-2 adds; no test outputs; sorted by id.

    Left out is any that shares a pair with a task of either evaluation split, turned, mirrored and recoloured or not.
    """
    training: dict[str, ArcTask] = {}
    evaluation: dict[str, ArcTask] = {}
    for name in (ARC_AGI_1, ARC_AGI_2):
        for found, split in zip((training, evaluation), SPLITS, strict=True):
            if further or (name, split) != (ARC_AGI_2, SPLITS[0]):
                found |= {identifier: collection_task(identifier, name) for identifier in collection_ids(split, name)}
    pairs = {pair for task in evaluation.values() for pair in _canonical_pairs(task)}
    kept = (task for _, task in sorted(training.items()) if not pairs & _canonical_pairs(task))
    return tuple(task.without_answers() for task in kept)


def check_identifiers(config: NetworkConfig, tasks: Sequence[ArcTask]) -> None:
    """Raise `ConfigError` unless the network has an embedding for each task and kind of view."""
    needed = IDENTIFIERS * len(tasks)
    if config.num_puzzle_identifiers != needed:
        raise ConfigError(
            f"[network]: num_puzzle_identifiers must be {needed:,}, {IDENTIFIERS} for each of {len(tasks)} tasks."
        )


@dataclass(frozen=True, eq=False)
class _TaskData:
    """A task that a canvas is used for."""

    identifier: int
    """The first of its `IDENTIFIERS`."""
    demonstrations: list[tuple[ArcGrid, ArcGrid]]
    """Those to train on."""
    kept_back: tuple[ArcGrid, ArcGrid] | None
    colours: list[int]
    """Those that can be exchanged."""


class _Canvas:
    """What is drawn on one canvas: T tasks, the first of them the benchmark's own, with N pairs in all."""

    def __init__(self, side: int, tasks: Sequence[_TaskData], own: int, share: float, device: torch.device) -> None:
        self.side = side
        self._own, self._share = own, share if 0 < own < len(tasks) else float(own == 0)
        self._identifiers = torch.tensor([task.identifier for task in tasks], device=device)
        counts = torch.tensor([len(task.demonstrations) for task in tasks])
        self._counts, self._firsts = counts.to(device), (counts.cumsum(0) - counts).to(device)
        grids = [grid for task in tasks for pair in task.demonstrations for grid in pair]
        tokens = np.array([canvas_tokens(grid, side).ravel() for grid in grids], dtype=np.uint8)
        self._pairs = torch.from_numpy(tokens).view(-1, 2, side * side).to(device)
        """[N, 2, L]"""
        cells = np.arange(side * side).reshape(side, side)
        self._symmetries = torch.from_numpy(np.array([view.apply(cells).ravel() for view in symmetry_views()])).to(
            device
        )
        """[8, L]: which cell of the grid each cell of the view shows."""
        self._exchangeable = torch.zeros(len(tasks), _ARC.size, dtype=torch.bool, device=device)
        for index, task in enumerate(tasks):
            if len(task.colours) > 1:
                self._exchangeable[index, torch.tensor(task.colours) + _ARC.offset] = True

    def drawn(self, u: Tensor) -> Drawn:
        """A pair for each row of uniform numbers [n, 5 + V]."""
        generated = u[:, 0] < self._share
        tasks = len(self._identifiers)
        first, last = torch.where(generated, self._own, 0), torch.where(generated, tasks, self._own or tasks)
        task = first + (u[:, 1] * (last - first)).long()
        pair = self._firsts[task] + (u[:, 2] * self._counts[task]).long()
        symmetry = (u[:, 3] * SYMMETRIES).long()
        exchangeable = self._exchangeable[task] & (u[:, 4:5] < EXCHANGED_SHARE)
        names = _exchanged(exchangeable, u[:, 5:])
        cells = self._pairs[pair].long().gather(2, self._symmetries[symmetry][:, None].expand(-1, 2, -1))
        inputs, labels = names.gather(1, cells.flatten(1)).view_as(cells).unbind(1)
        identifiers = self._identifiers[task] + self._view_identifiers[symmetry]
        return Drawn(inputs, labels, identifiers + SYMMETRIES * exchangeable.any(1), torch.zeros_like(identifiers))

    @property
    def _view_identifiers(self) -> Tensor:
        return torch.tensor([view_identifier(view) for view in symmetry_views()], device=self._pairs.device)


def _exchanged(exchangeable: Tensor, u: Tensor) -> Tensor:
    """[n, V]: new names of the tokens; those that are exchangeable [n, V] trade theirs, as the numbers u have it."""
    beyond = exchangeable.logical_not() * 2.0
    index = torch.arange(u.shape[1], device=u.device)
    # Both list the exchangeable tokens first, in their own order and in a random one, and then the others.
    ordered = (beyond + index / len(index)).argsort(1)
    shuffled = (beyond + torch.where(exchangeable, u, index / len(index))).argsort(1)
    return torch.zeros_like(ordered).scatter(1, ordered, shuffled)


class ArcSource:
    """Draws demonstrations; a draw is a function of the seed, the canvas, the slot and its count of draws.

    All slots share one canvas, which is drawn again every `canvas_steps`, as often as there are tasks for it. Besides
    the benchmark's tasks it may be given generated ones, whose identifiers follow. A network that knows some `colours`
    alone is shown the tasks that do with as many, renamed.
    """

    parts = 1
    most_slots: int | None = None

    def __init__(
        self,
        tasks: Sequence[ArcTask],
        data: DataConfig,
        device: torch.device,
        generated: Sequence[ArcTask] = (),
        colours: str = "",
        further: Mapping[str, Sequence[tuple[ArcGrid, ArcGrid]]] = MappingProxyType({}),
    ) -> None:
        self.seed, self.canvas_steps = data.seed, data.canvas_steps
        self.sides = data.canvases
        self._starts = np.array(data.canvas_starts or [0] * len(data.canvases))
        self._slot_tokens, self._colours = data.slot_tokens, len(colours) or COLOURS
        own = _by_canvas(tasks, data.canvases, colours=colours, further=further)
        others = _by_canvas(generated, data.canvases, first=len(tasks), colours=colours)
        counts = np.array([len(own[side]) + len(others[side]) for side in self.sides])
        if not counts.sum():
            raise ConfigError("No task fits the canvases.")
        self._counts = counts
        self._canvases = {
            side: _Canvas(side, own[side] + others[side], len(own[side]), data.generated_share, device)
            for side, count in zip(self.sides, counts, strict=True)
            if count
        }
        self.at_step(0)

    def balance(self, answered: Tensor) -> None:
        """There is only one part."""

    def at_step(self, step: int) -> None:
        """Go over to the canvas of this optimiser step."""
        block = torch.tensor(step // self.canvas_steps)
        choice = keyed_uniforms(1, self.seed, _CANVAS, block).item()
        counts = np.where(self._starts <= step, self._counts, 0)
        if not counts.any():
            # No task is as small as the canvases that are drawn by now.
            counts = self._counts
        reach = (counts / counts.sum()).cumsum()
        last = int(counts.nonzero()[0][-1])
        side = self.sides[min(int(np.searchsorted(reach, choice, side="right")), last)]
        self.shape = (side, side)
        tokens = side * side * self._colours
        self.most_slots = max(1, round(self._slot_tokens / tokens)) if self._slot_tokens else None

    def draw(self, slots: Tensor, draws: Tensor) -> Drawn:
        """As many demonstrations."""
        u = keyed_uniforms(5 + _ARC.size, self.seed, _DEMONSTRATION, slots, draws)
        return self._canvases[self.shape[0]].drawn(u)


def renamed(task: ArcTask, colours: str) -> ArcTask | None:
    """The task's demonstrations with its colours renamed to the first of these, 0 to itself; None if it has more."""
    present = present_colours(task)
    if 0 not in present and "0" in colours:
        colours = colours.replace("0", "")
    if len(present) > len(colours):
        return None
    names = {old: int(new) for old, new in zip(present, colours, strict=False)}
    pairs = [
        ArcPair(*(tuple(tuple(names[cell] for cell in row) for row in grid) for grid in pair))
        for pair in task.demonstrations
    ]
    return ArcTask(tuple(pairs), (ArcPair(pairs[0].input),), task.name)


def arc_validation_sets(tasks: Sequence[ArcTask], canvases: tuple[int, ...], colours: str = "") -> list[ValidationSet]:
    """The demonstrations that are kept back from training, as they are, one set for each canvas."""
    sets = []
    for side, fitting in _by_canvas(tasks, canvases, colours=colours).items():
        kept = [task for task in fitting if task.kept_back]
        if not kept:
            continue
        grids = np.array([[canvas_tokens(grid, side).ravel() for grid in task.kept_back or ()] for task in kept])
        identifiers = np.array([task.identifier for task in kept])
        sets.append(
            ValidationSet(
                f"ARC {side}×{side}",
                grids[:, 0],
                (side, side),
                _Known({pair[0].tobytes(): pair[1] for pair in grids}),
                identifiers,
            )
        )
    return sets


def without_tasks(network: RecursiveModel) -> RecursiveModel:
    """A copy of a base network for tasks that it never saw: one embedding for each kind of view, the tasks' mean."""
    weights = {name: tensor.detach().clone() for name, tensor in network.state_dict().items()}
    embeddings = weights["puzzle_emb.weights"]
    each = 1 if network.config.num_views else IDENTIFIERS
    mean = embeddings.view(-1, each, embeddings.shape[-1]).mean(0)
    colours = network.config.colours
    if colours:
        # Which colour is which says nothing of a new task, but for the background; and a task may have any.
        told = mean.view(each, 1 + COLOURS, -1)
        told[:, 2:] = told[:, [1 + int(digit) for digit in colours if digit != "0"]].mean(1, keepdim=True)
        colours = digits
    weights["puzzle_emb.weights"] = mean
    slim = build_model(replace(network.config, num_puzzle_identifiers=IDENTIFIERS, colours=colours))
    slim.load_state_dict(weights)
    return slim


def with_tasks(weights: dict[str, Tensor], config: NetworkConfig) -> dict[str, Tensor]:
    """A base network's weights for a run on tasks: `without_tasks` undone, but that all begin with the mean."""
    embeddings = weights["puzzle_emb.weights"]
    count = config.num_puzzle_identifiers // max(1, config.num_views)
    if len(embeddings) != (1 if config.num_views else IDENTIFIERS) or count % len(embeddings):
        return weights
    return weights | {"puzzle_emb.weights": embeddings.repeat(count // len(embeddings), 1)}


def _canonical_pairs(task: ArcTask) -> set[Canonical]:
    """Of its demonstrations and its test pairs."""
    return {canonical_pair(pair.input, pair.output) for pair in (*task.train, *task.test) if pair.output is not None}


def _by_canvas(
    tasks: Sequence[ArcTask],
    canvases: tuple[int, ...],
    first: int = 0,
    colours: str = "",
    further: Mapping[str, Sequence[tuple[ArcGrid, ArcGrid]]] = MappingProxyType({}),
) -> dict[int, list[_TaskData]]:
    """The tasks that fit each canvas and no smaller one; `first` is the number of the first of them.

    Of the `further` pairs, each is on the smallest canvas that it fits, whatever the others of its task need; so a task
    may be on several.
    """
    found: dict[int, list[_TaskData]] = {side: [] for side in canvases}
    for index, given in enumerate(tasks, start=first):
        # A network that knows all colours is shown them as they are.
        task = renamed(given, colours) if 0 < len(colours) < COLOURS else given
        if task is None:
            continue
        free = exchangeable_colours(task, colours)
        more: dict[int, list[tuple[ArcGrid, ArcGrid]]] = {}
        for pair in further.get(task.name, ()):
            needed = min(LARGEST, 1 + max(side for grid in pair for side in size(grid)))
            if fitting := [side for side in canvases if side >= needed]:
                more.setdefault(fitting[0], []).append(pair)
        needed = canvas_side(task)
        side = next((side for side in canvases if side >= needed), None)
        for other, pairs in more.items():
            if other != side:
                found[other].append(_TaskData(index * IDENTIFIERS, pairs, None, free))
        if side is None:
            continue
        demonstrations = list(task.demonstrations)
        spared = not first and index % KEPT_BACK_EVERY == 0 and len(demonstrations) >= KEPT_BACK_LEAST
        kept_back = demonstrations.pop() if spared else None
        found[side].append(_TaskData(index * IDENTIFIERS, [*demonstrations, *more.get(side, ())], kept_back, free))
    return found


@dataclass(frozen=True, eq=False)
class _Known:
    """Whether answers are the outputs of kept-back inputs."""

    outputs: dict[bytes, IntGrid]

    def __call__(self, answers: IntGrid, inputs: IntGrid) -> BoolGrid:
        outputs = np.array([self.outputs[given.tobytes()] for given in inputs])
        right: BoolGrid = (answers == outputs).all(1)
        return right
