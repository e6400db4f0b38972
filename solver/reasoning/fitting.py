"""A fit of a network to one ARC task, step by step: slots with views of demonstrations, gradients, held-out looks."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor, nn

from solver.learning.adamw import AdamW, Group
from solver.learning.averages import Averages
from solver.learning.losses import cell_losses, halting_losses, right_answers
from solver.learning.rates import cosine, warmed_up
from solver.learning.slots import Slots
from solver.model.recursive import RecursiveModel
from solver.model.registry import build_model
from solver.puzzles.arc.canvas import Shape, canvas_shape, canvas_side
from solver.puzzles.arc.task import ArcTask
from solver.reasoning.arc_views import (
    SYMMETRIES,
    canvas_tokens,
    exchange,
    exchangeable_colours,
    present_colours,
    sideways,
    symmetry_views,
    view_identifier,
)
from solver.reasoning.side_by_side import SideBySide

BATCH_TOKENS, LARGEST_BATCH, SMALLEST_BATCH = 10_000, 16, 2
"""The batch has about so many tokens, in slots between these numbers."""
TOKENS_AT_ONCE = 14_000
"""No more go through the network together, so that a cancelled fit ends within a second."""
RATE, WARM_UP, FINAL_RATE, WEIGHT_DECAY, CLIP = 3e-3, 20, 0.02, 0.05, 1.0
QUICK = 10.0
"""How much faster than the rest the embeddings of views learn, which start at zero."""
EMA = 0.97
HALTING_WEIGHT = 0.5
FEATURE_DROPOUT = 0.4
"""How often a group of the grid's features is withheld, so that the network can't recognise a demonstration by them."""
EXCHANGED_SHARE = 0.5
"""Of the demonstrations drawn, if the task has colours that can be exchanged."""
LOOKED_AT = (0, 2, 5, 7)
"""The symmetries in which the held-out demonstration is looked at: two turned, two transposed as well. All eight would
take twice the time, which fitting needs more."""
FEWEST_TO_HOLD_OUT = 3
"""Demonstrations; of fewer, none can be spared."""


def activation_dtype(device: torch.device) -> torch.dtype:
    """What x, y, z and all activations are computed in while fitting: bfloat16 where that is faster."""
    fast = device.type == "cuda" or (device.type == "cpu" and torch.cpu._is_avx512_bf16_supported())
    return torch.bfloat16 if fast else torch.float32


class Fit:
    """Deep supervision with a carried state: B slots, each with one view of one demonstration, its y and z.

    The threads of `side_by_side` share the slots.
    """

    def __init__(
        self,
        task: ArcTask,
        start: RecursiveModel,
        seed: int,
        device: torch.device,
        side_by_side: SideBySide | None = None,
        part: Shape | None = None,
    ) -> None:
        self.task = task
        self.part = part = part or canvas_shape(task)
        config = replace(start.config, colours="".join(map(str, present_colours(self.task))))
        network = build_model(config)
        # No weight knows a colour, so those of a network of more colours fit.
        network.load_state_dict(start.state_dict())
        self.network = network.to(device).train()
        self._dtype = activation_dtype(device)
        self._random = np.random.default_rng(seed)
        self._threads = side_by_side or SideBySide(device)
        self._learned = list(range(len(task.demonstrations)))
        self._held_out: int | None = None
        self._colours = exchangeable_colours(task, network.config.colours)
        views, side = symmetry_views(part), canvas_side(task)
        # [pairs, symmetries, 2, L]: inputs and labels.
        self._pairs = torch.from_numpy(
            np.array(
                [
                    [[view.apply(canvas_tokens(grid, side)).ravel() for grid in pair] for view in views]
                    for pair in task.demonstrations
                ]
            )
        ).to(device)
        self._symmetries = [view_identifier(view) for view in views]
        cells = part[0] * part[1]
        tokens = network.board.tokens(cells)
        count = max(SMALLEST_BATCH, min(LARGEST_BATCH, round(BATCH_TOKENS / tokens)))
        self._shapes = [part]
        """Of the grids. Those of two shapes can't be computed together, so each shape has half of the slots."""
        self._of_shape = [list(range(SYMMETRIES))]
        """The symmetries with each shape."""
        if part[0] != part[1]:
            self._shapes = [part, part[::-1]]
            turned = [sideways(view) for view in views]
            self._of_shape = [[i for i in range(SYMMETRIES) if turned[i] == way] for way in (False, True)]
            count += count % 2
        self._at_once = max(1, TOKENS_AT_ONCE // tokens)
        self._threads.limit(count)
        index = torch.arange(count, device=device)
        self._slots = Slots.empty(index, cells, *self.network.initial_state(count, cells, self._dtype))
        self._parameters: list[Tensor] = list(self.network.parameters())
        self._averages = Averages(self._parameters, EMA)
        self._optimiser = AdamW(self._groups(), betas=(0.9, 0.95))
        self._done = 0

    def hold_one_out(self) -> bool:
        """Learn from all demonstrations but one, drawn at random; False if there are too few."""
        if len(self._learned) < FEWEST_TO_HOLD_OUT:
            return False
        self._held_out = self._learned.pop(int(self._random.integers(len(self._learned))))
        return True

    def learn_all(self) -> None:
        """Learn from what was held out as well."""
        if self._held_out is not None:
            self._learned.append(self._held_out)
            self._held_out = None

    def held_out_views(self, check_cancelled: Callable[[], None]) -> float:
        """Share of four symmetries in which the averaged weights answer what is held out wholly right."""
        looked_at = list(LOOKED_AT)
        inputs, labels = self._pairs[self._held_out, looked_at].unbind(1)
        identifiers = torch.tensor([self._symmetries[view] for view in looked_at], device=inputs.device)

        def right_in(views: slice) -> int:
            with torch.no_grad():
                x, context = self.network.embed(inputs[views], identifiers[views], self._dtype, shape=self.part)
                y, z = self.network.initial_state(len(x), inputs.shape[1], self._dtype)
                for _ in range(self.network.config.halt_max_steps):
                    check_cancelled()
                    y, z, logits, _ = self.network(x, y, z, context)
                return int(right_answers(logits, labels[views]).sum())

        with self._averages.in_place():
            # None of these symmetries is sideways.
            return sum(self._threads.run(right_in, self._parts(0, len(inputs)))) / len(inputs)

    def _parts(self, first: int, end: int, shapes: int = 1) -> list[slice]:
        """Grids `first` to `end`, of one of so many shapes, in parts: enough for all threads, and none too large."""
        count = end - first
        number = min(count, max(-(-self._threads.count // shapes), -(-count // self._at_once)))
        return [slice(*ends) for ends in pairwise(first + count * part // number for part in range(number + 1))]

    def step(self, fraction: float, check_cancelled: Callable[[], None]) -> tuple[float, float]:
        """One supervision step of every slot and one of the optimiser: the loss, and the share that is right."""
        self._refill()
        slots, groups = self._slots, self.network.board.feature_groups
        drawn = self._random.random((len(slots.inputs), groups)) >= FEATURE_DROPOUT
        kept = torch.from_numpy(drawn).to(slots.inputs.device, torch.float32)
        each = len(slots.inputs) // len(self._shapes)
        parts = [
            (shape, some)
            for i, shape in enumerate(self._shapes)
            for some in self._parts(i * each, (i + 1) * each, len(self._shapes))
        ]
        gradients, found = zip(*self._threads.run(partial(self._part, kept, check_cancelled), parts), strict=True)
        for parameter, *of_parts in zip(self._parameters, *gradients, strict=True):
            parameter.grad = sum(of_parts[1:], of_parts[0])
        self._descend(fraction)
        y, z, losses, q, right = map(torch.cat, zip(*found, strict=True))
        slots.advance(y, z)
        slots.halted = ((q > 0) & right) | (slots.steps >= self.network.config.halt_max_steps)
        return losses.mean().item(), right.float().mean().item()

    def _part(
        self, kept: Tensor, check_cancelled: Callable[[], None], shaped: tuple[Shape, slice]
    ) -> tuple[tuple[Tensor, ...], tuple[Tensor, ...]]:
        """Some slots of one shape: their share of the gradients; new y and z, losses, q, and whether they are right."""
        check_cancelled()
        network, slots, (shape, some) = self.network, self._slots, shaped
        labels = slots.labels[some]
        inputs, identifiers = slots.inputs[some], slots.identifiers[some]
        x, context = network.embed(inputs, identifiers, self._dtype, shape=shape, kept=kept[some])
        y, z, logits, q = network(x, slots.y[some], slots.z[some], context)
        right = right_answers(logits, labels)
        losses = cell_losses(logits, labels, None, network.config.normaliser)
        check_cancelled()
        loss = (losses + HALTING_WEIGHT * halting_losses(q, right)).sum().div(len(slots.inputs))
        gradients = torch.autograd.grad(loss, self._parameters)
        return gradients, (y.detach(), z.detach(), losses.detach(), q.detach(), right)

    def averages_in_place(self) -> AbstractContextManager[None]:
        """The averages of the weights in the network's place, for as long as the context lasts."""
        return self._averages.in_place()

    def averaged_network(self) -> RecursiveModel:
        """The network with the averages of its weights."""
        self._averages.put()
        return self.network.eval().requires_grad_(False)

    def _groups(self) -> list[Group]:
        """Only matrices decay; embeddings learn faster."""
        named = list(self.network.named_parameters())
        quick = {"puzzle_emb.weights"}
        return [
            Group([p for name, p in named if name in quick], 0.0, QUICK),
            Group([p for name, p in named if name not in quick and p.ndim > 1], WEIGHT_DECAY),
            Group([p for name, p in named if name not in quick and p.ndim <= 1], 0.0),
        ]

    def _descend(self, fraction: float) -> None:
        nn.utils.clip_grad_norm_(self._parameters, CLIP)
        self._optimiser.step(RATE * warmed_up(self._done, WARM_UP) * cosine(fraction, FINAL_RATE))
        self._done += 1
        self._averages.update()

    def _refill(self) -> None:
        where = self._slots.halted.nonzero()[:, 0]
        if not len(where):
            return
        each = len(self._slots.halted) // len(self._shapes)
        drawn, identifiers = zip(*(self._draw(self._of_shape[slot // each]) for slot in where.tolist()), strict=True)
        inputs, labels = torch.stack(drawn).unbind(1)
        numbers = torch.tensor(identifiers, device=where.device)
        y, z = self.network.initial_state(len(where), inputs.shape[1], self._dtype)
        self._slots.refill(where, inputs, labels, numbers, torch.zeros_like(numbers), y, z)

    def _draw(self, symmetries: list[int]) -> tuple[Tensor, int]:
        """Inputs and labels [2, L] of a demonstration in a view with one of these, and the view's identifier."""
        symmetry = symmetries[int(self._random.integers(len(symmetries)))]
        drawn = self._pairs[self._learned[int(self._random.integers(len(self._learned)))], symmetry]
        identifier = self._symmetries[symmetry]
        if len(self._colours) > 1 and self._random.random() < EXCHANGED_SHARE:
            tokens = torch.tensor(exchange(self._colours, self._random), device=drawn.device)
            return tokens[drawn], identifier + SYMMETRIES
        return drawn, identifier
