"""Test-time adaptation: fitting a small network to one ARC task's demonstrations, turned, mirrored and recoloured.

A network can't answer a task that it was never fitted to. Fitting starts from a base network that has seen other tasks,
or from random weights, and changes all of it; test outputs are never looked at.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from solver.cancelling import Cancelled, never
from solver.learning.adamw import AdamW, Group
from solver.learning.averages import Averages
from solver.learning.losses import cell_losses, halting_losses, right_answers
from solver.learning.rates import cosine, warmed_up
from solver.learning.slots import Slots
from solver.messages import Template
from solver.model.checkpoint import Checkpoint
from solver.model.errors import CheckpointError
from solver.model.recursive import RecursiveModel
from solver.model.registry import build_model
from solver.puzzles.arc.canvas import canvas_side
from solver.puzzles.arc.task import ArcTask
from solver.reasoning.arc_views import (
    IDENTIFIERS,
    SYMMETRIES,
    canvas_tokens,
    exchange,
    exchangeable_colours,
    present_colours,
    symmetry_views,
    view_identifier,
)
from solver.reasoning.guessing import Guesses
from solver.reasoning.interrupting import interrupting
from solver.reasoning.stopping_rule import StoppingRule

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
SMOOTHING = 0.95
"""Of the figures that are shown."""
LOOKED_AT = (0, 2, 5, 7)
"""The symmetries in which the held-out demonstration is looked at: two turned, two transposed as well. All eight would
take twice the time, which fitting needs more."""
FEWEST_TO_HOLD_OUT = 3
"""Demonstrations; of fewer, none can be spared."""

NOT_A_BASE = Template(
    "adapt.not_a_base", "{name} is not a base for fitting to ARC tasks. Choose one that is, such as the bundled one."
)


@dataclass(frozen=True)
class FitProgress:
    """How far the fitting is, after one more step."""

    step: int
    loss: float
    """Cross-entropy of the cells in this step's batch."""
    right: float
    """Share of demonstrations answered wholly right, smoothed over the last steps."""
    seconds: float
    """Since the fitting began."""
    fraction: float
    """Of the time that fitting needs; it needs less than it was given if what was held out is answered early."""
    held_out: float | None = None
    """Share of the symmetries in which a demonstration never fitted to is answered wholly right, when last looked at.

    None before, or if there are too few demonstrations to hold one out.
    """


@dataclass(frozen=True, eq=False)
class Adapted:
    """A network that was fitted to one task."""

    task: ArcTask
    """Without its test outputs."""
    network: RecursiveModel
    side: int
    """Rows and columns of its canvas."""
    base: str
    """The fingerprint of the checkpoint that it started from."""
    losses: npt.NDArray[np.float32]
    """[steps]"""
    right: float
    """As in the last `FitProgress`."""
    seconds: float
    """That it took."""
    given: float
    """Seconds that it might have taken; it ended early if it took much less.

    A fit that a person stopped counts as given what it took, so that it can be gone on with.
    """
    held_out: float | None
    """As in the last `FitProgress`."""


def ignore(_: FitProgress) -> None:
    """No-op callback."""


def ignore_stopped(_: Adapted) -> None:
    """No-op callback."""


def activation_dtype(device: torch.device) -> torch.dtype:
    """What x, y, z and all activations are computed in while fitting: bfloat16 where that is faster."""
    fast = device.type == "cuda" or (device.type == "cpu" and torch.cpu._is_avx512_bf16_supported())
    return torch.bfloat16 if fast else torch.float32


def adapt(
    task: ArcTask,
    seconds: float,
    base: Checkpoint,
    *,
    earlier: Adapted | None = None,
    seed: int = 0,
    device: str = "cpu",
    most_steps: int | None = None,
    cancelled: Callable[[], bool] = never,
    enough: Callable[[], bool] = never,
    progress: Callable[[FitProgress], object] = ignore,
    guesses: Guesses | None = None,
    stopped: Callable[[Adapted], object] = ignore_stopped,
) -> Adapted:
    """Fit a network to the task's demonstrations for about `seconds` of wall-clock time, or `most_steps`.

    It starts from `base`, or from where an `earlier` fit to the same task ended. The time of the earlier fit counts; if
    that was given as long, it is returned as it is.

    `cancelled` is asked after each forward and each backward pass, raising `Cancelled`; before that, `stopped` gets
    what was fitted by then, if anything was. `enough` is asked after each step of the optimiser, ending the fit early,
    and `progress` is called. `guesses` are made on the way. Raises `CheckpointError` for a base that cannot be fitted.
    """
    check_base(base)

    def check_cancelled() -> None:
        if cancelled():
            raise Cancelled

    if earlier and (earlier.given >= seconds or enough()):
        return earlier
    began = time.perf_counter() - (earlier.seconds if earlier else 0.0)
    start = earlier.network if earlier else base.network
    fit = _Fit(task.without_answers(), start, seed, torch.device(device))
    losses: list[float] = earlier.losses.tolist() if earlier else []
    right = earlier.right if earlier else 0.0
    # What was fitted to all demonstrations before has none left that it never saw.
    stopping = StoppingRule(holds_out=earlier is None and fit.hold_one_out())
    stopping.held_out = earlier.held_out if earlier else None
    steps_before = len(losses)

    def adapted(given: float) -> Adapted:
        return Adapted(
            fit.task,
            fit.averaged_network(),
            fit.side,
            earlier.base if earlier else base.fingerprint,
            np.array(losses, np.float32),
            right,
            time.perf_counter() - began,
            given,
            stopping.held_out,
        )

    @contextmanager
    def handing_over() -> Iterator[None]:
        try:
            yield
        except Cancelled:
            if len(losses) > steps_before:
                stopped(adapted(min(time.perf_counter() - began, seconds)))
            raise

    with handing_over(), interrupting(fit.network, check_cancelled):
        while True:
            passed = (time.perf_counter() - began) / seconds
            fraction = stopping.fraction(max(passed, len(losses) / most_steps if most_steps else 0.0))
            if losses and fraction >= 1:
                return adapted(seconds)
            if stopping.is_due(fraction):
                stopping.look(fraction, fit.held_out_views(check_cancelled))
            if not stopping.holds_out:
                fit.learn_all()
            loss, right_now = fit.step(fraction, check_cancelled)
            losses.append(loss)
            right = SMOOTHING * right + (1 - SMOOTHING) * right_now
            told = FitProgress(len(losses), loss, right, time.perf_counter() - began, fraction, stopping.held_out)
            progress(told)
            if enough():
                return adapted(min(told.seconds, seconds))
            if guesses is not None and guesses.due:
                with fit.averages_in_place():
                    guesses.make(
                        fit.network,
                        check_cancelled,
                        fitted_steps=told.step,
                        fitted_seconds=told.seconds,
                        right=right,
                    )


def check_base(base: Checkpoint) -> None:
    """Raise `CheckpointError` for a network that cannot be fitted to a task."""
    config = base.config
    if config.kind != "arc" or config.mixer != "colour" or config.num_puzzle_identifiers != IDENTIFIERS:
        raise CheckpointError(NOT_A_BASE(name=base.name))


class _Fit:
    """Deep supervision with a carried state: B slots, each with one view of one demonstration, its y and z."""

    def __init__(self, task: ArcTask, start: RecursiveModel, seed: int, device: torch.device) -> None:
        self.task = task
        self.side = canvas_side(task)
        config = replace(start.config, colours="".join(map(str, present_colours(self.task))))
        network = build_model(config)
        # No weight knows a colour, so those of a network of more colours fit.
        network.load_state_dict(start.state_dict())
        self.network = network.to(device).train()
        self._dtype = activation_dtype(device)
        self._random = np.random.default_rng(seed)
        self._learned = list(range(len(task.demonstrations)))
        self._held_out: int | None = None
        self._colours = exchangeable_colours(task, network.config.colours)
        # [pairs, symmetries, 2, L]: inputs and labels.
        self._pairs = torch.from_numpy(
            np.array(
                [
                    [[view.apply(canvas_tokens(grid, self.side)).ravel() for grid in pair] for view in symmetry_views()]
                    for pair in task.demonstrations
                ]
            )
        ).to(device)
        self._symmetries = [view_identifier(view) for view in symmetry_views()]
        cells = self.side**2
        tokens = network.board.tokens(cells)
        count = max(SMALLEST_BATCH, min(LARGEST_BATCH, round(BATCH_TOKENS / tokens)))
        self._at_once = max(1, TOKENS_AT_ONCE // tokens)
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
        right = 0
        with torch.no_grad(), self._averages.in_place():
            for first in range(0, len(inputs), self._at_once):
                views = slice(first, first + self._at_once)
                x, context = self.network.embed(inputs[views], identifiers[views], self._dtype)
                y, z = self.network.initial_state(len(x), inputs.shape[1], self._dtype)
                for _ in range(self.network.config.halt_max_steps):
                    check_cancelled()
                    y, z, logits, _ = self.network(x, y, z, context)
                right += int(right_answers(logits, labels[views]).sum())
        return right / len(inputs)

    def step(self, fraction: float, check_cancelled: Callable[[], None]) -> tuple[float, float]:
        """One supervision step of every slot and one of the optimiser: the loss, and the share that is right."""
        self._refill()
        self._optimiser.zero_grad()
        slots = self._slots
        few = [slice(first, first + self._at_once) for first in range(0, len(slots.inputs), self._at_once)]
        pieces = [self._piece(some, check_cancelled) for some in few]
        self._descend(fraction)
        y, z, losses, q, right = map(torch.cat, zip(*pieces, strict=True))
        slots.advance(y, z)
        slots.halted = ((q > 0) & right) | (slots.steps >= self.network.config.halt_max_steps)
        return losses.mean().item(), right.float().mean().item()

    def _piece(self, some: slice, check_cancelled: Callable[[], None]) -> tuple[Tensor, ...]:
        """Some slots' share of the gradients; their new y and z, their losses, q, and whether they are right."""
        check_cancelled()
        network, slots = self.network, self._slots
        labels = slots.labels[some]
        drawn = self._random.random((len(labels), network.board.feature_groups)) >= FEATURE_DROPOUT
        kept = torch.from_numpy(drawn).to(labels.device, torch.float32)
        x, context = network.embed(slots.inputs[some], slots.identifiers[some], self._dtype, kept=kept)
        y, z, logits, q = network(x, slots.y[some], slots.z[some], context)
        right = right_answers(logits, labels)
        losses = cell_losses(logits, labels, None, network.config.normaliser)
        check_cancelled()
        (losses + HALTING_WEIGHT * halting_losses(q, right)).sum().div(len(slots.inputs)).backward()  # type: ignore[no-untyped-call]
        return y.detach(), z.detach(), losses.detach(), q.detach(), right

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
        drawn, identifiers = zip(*(self._draw() for _ in range(len(where))), strict=True)
        inputs, labels = torch.stack(drawn).unbind(1)
        numbers = torch.tensor(identifiers, device=where.device)
        y, z = self.network.initial_state(len(where), inputs.shape[1], self._dtype)
        self._slots.refill(where, inputs, labels, numbers, torch.zeros_like(numbers), y, z)

    def _draw(self) -> tuple[Tensor, int]:
        """Inputs and labels [2, L] of a demonstration in some view, and the view's identifier."""
        symmetry = int(self._random.integers(SYMMETRIES))
        drawn = self._pairs[self._learned[int(self._random.integers(len(self._learned)))], symmetry]
        identifier = self._symmetries[symmetry]
        if len(self._colours) > 1 and self._random.random() < EXCHANGED_SHARE:
            tokens = torch.tensor(exchange(self._colours, self._random), device=drawn.device)
            return tokens[drawn], identifier + SYMMETRIES
        return drawn, identifier
