"""The demonstrations of ARC-AGI-1's training tasks, turned, mirrored and recoloured; never a test pair of any task."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

from solver.model.config import NetworkConfig
from solver.model.network import TinyRecursiveModel
from solver.model.tokens import VOCABULARIES
from solver.puzzles.arc import COLOURS, ArcGrid, ArcTask
from solver.puzzles.arc_canvas import canvas_side
from solver.puzzles.arc_collections import SPLITS, collection_ids, collection_task
from solver.puzzles.arc_symmetry import Canonical, canonical_pair
from solver.puzzles.base import BoolGrid, IntGrid
from solver.reasoning.arc_views import (
    IDENTIFIERS,
    SYMMETRIES,
    canvas_tokens,
    exchangeable_colours,
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
"""The last demonstration of every so many tasks with at least so many is for validation."""
_CANVAS, _DEMONSTRATION = 1, 2
_ARC = VOCABULARIES["arc"]


@lru_cache(maxsize=1)
def training_tasks() -> tuple[ArcTask, ...]:
    """ARC-AGI-1's training tasks without their test outputs, in the order of their ids.

    Left out is any that shares a pair with a task of the evaluation split, turned, mirrored and recoloured or not: two
    do, one of them with every pair.
    """
    splits = [[collection_task(identifier) for identifier in collection_ids(split)] for split in SPLITS]
    evaluation = {pair for task in splits[1] for pair in _canonical_pairs(task)}
    return tuple(task.without_answers() for task in splits[0] if not evaluation & _canonical_pairs(task))


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


class ArcSource:
    """Draws demonstrations; a draw is a function of the seed, the canvas, the slot and its count of draws.

    All slots share one canvas, which is drawn anew every `canvas_steps`, as often as there are tasks for it.
    """

    def __init__(self, tasks: Sequence[ArcTask], data: DataConfig, device: torch.device) -> None:
        self.seed, self.canvas_steps, self.device = data.seed, data.canvas_steps, device
        self.sides = data.canvases
        self.by_canvas = _by_canvas(tasks, data.canvases)
        counts = np.array([len(self.by_canvas[side]) for side in self.sides])
        if not counts.sum():
            raise ConfigError("No task fits the canvases.")
        self._reach = (counts / counts.sum()).cumsum()
        self._views = symmetry_views()
        self.at_step(0)

    def at_step(self, step: int) -> None:
        """Go over to the canvas of this optimiser step."""
        block = torch.tensor(step // self.canvas_steps)
        choice = keyed_uniforms(1, self.seed, _CANVAS, block).item()
        side = self.sides[min(int(np.searchsorted(self._reach, choice, side="right")), len(self.sides) - 1)]
        self.shape = (side, side)

    def draw(self, slots: Tensor, draws: Tensor) -> Drawn:
        """As many demonstrations."""
        side = self.shape[0]
        tasks = self.by_canvas[side]
        u = keyed_uniforms(4 + COLOURS, self.seed, _DEMONSTRATION, slots.cpu(), draws.cpu()).double().numpy()
        pairs = np.zeros((len(u), 2, side * side), dtype=np.int64)
        identifiers = np.zeros(len(u), dtype=np.int64)
        for n, numbers in enumerate(u):
            task = tasks[int(numbers[0] * len(tasks))]
            pair = task.demonstrations[int(numbers[1] * len(task.demonstrations))]
            view = self._views[int(numbers[2] * SYMMETRIES)]
            names = np.arange(_ARC.size)
            identifiers[n] = task.identifier + view_identifier(view)
            if len(task.colours) > 1 and numbers[3] < EXCHANGED_SHARE:
                tokens = np.array(task.colours) + _ARC.offset
                names[tokens] = tokens[numbers[4 : 4 + len(tokens)].argsort()]
                identifiers[n] += SYMMETRIES
            pairs[n] = [names[view.apply(canvas_tokens(grid, side))].ravel() for grid in pair]
        inputs, labels, told = (torch.from_numpy(a).to(self.device) for a in (pairs[:, 0], pairs[:, 1], identifiers))
        return Drawn(inputs, labels, told)


def arc_validation_sets(tasks: Sequence[ArcTask], canvases: tuple[int, ...]) -> list[ValidationSet]:
    """The demonstrations that are kept back from training, as they are, one set for each canvas."""
    sets = []
    for side, fitting in _by_canvas(tasks, canvases).items():
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


def without_tasks(network: TinyRecursiveModel) -> TinyRecursiveModel:
    """A copy of a base network for tasks that it never saw: one embedding for each kind of view, the tasks' mean."""
    weights = {name: tensor.detach().clone() for name, tensor in network.state_dict().items()}
    embeddings = weights["puzzle_emb.weights"]
    weights["puzzle_emb.weights"] = embeddings.view(-1, IDENTIFIERS, embeddings.shape[-1]).mean(0)
    slim = TinyRecursiveModel(replace(network.config, num_puzzle_identifiers=IDENTIFIERS))
    slim.load_state_dict(weights)
    return slim


def _canonical_pairs(task: ArcTask) -> set[Canonical]:
    """Of its demonstrations and its test pairs."""
    return {canonical_pair(pair.input, pair.output) for pair in (*task.train, *task.test) if pair.output is not None}


def _by_canvas(tasks: Sequence[ArcTask], canvases: tuple[int, ...]) -> dict[int, list[_TaskData]]:
    """The tasks that fit each canvas and no smaller one."""
    found: dict[int, list[_TaskData]] = {side: [] for side in canvases}
    for index, task in enumerate(tasks):
        needed = canvas_side(task)
        side = next((side for side in canvases if side >= needed), None)
        if side is None:
            continue
        demonstrations = list(task.demonstrations)
        spared = index % KEPT_BACK_EVERY == 0 and len(demonstrations) >= KEPT_BACK_LEAST
        kept_back = demonstrations.pop() if spared else None
        found[side].append(_TaskData(index * IDENTIFIERS, demonstrations, kept_back, exchangeable_colours(task)))
    return found


@dataclass(frozen=True, eq=False)
class _Known:
    """Whether answers are the outputs of kept-back inputs."""

    outputs: dict[bytes, IntGrid]

    def __call__(self, answers: IntGrid, inputs: IntGrid) -> BoolGrid:
        outputs = np.array([self.outputs[given.tobytes()] for given in inputs])
        right: BoolGrid = (answers == outputs).all(1)
        return right
