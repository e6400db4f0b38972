"""Deep supervision with a carried state (paper, Sections 4.1 to 4.6): one optimiser step for each supervision step."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor, nn

from solver.learning.averages import Averages
from solver.learning.losses import cell_losses, cell_weights, continue_losses, halting_losses, right_answers
from solver.learning.slots import Slots
from solver.model.config import NetworkConfig
from solver.model.context import Shape
from solver.model.layers import Linear
from solver.model.recursive import RecursiveModel
from solver.model.registry import build_model
from solver.training.compiling import compile_network
from solver.training.config import CycleStage, RunConfig
from solver.training.drawn import Source
from solver.training.keyed_random import keyed_normals, keyed_uniforms
from solver.training.optimising import make_optimiser, scheduled_rate
from solver.training.processes import Processes
from solver.training.wave import WAYS, Wave, fastest_wave, favoured_labels, steps_needed

WALL = 1
"""The maze's wall token."""
METRICS = ("cells", "halting", "wave", "right", "halted", "halted_right", "halted_steps")
_NOISE, _EXPLORATION, _FEATURES, _LATE = 1, 2, 3, 4


class SupervisionStep(nn.Module):
    """Embedding, deep recursion and auxiliary head in one module, as DistributedDataParallel wants them."""

    def __init__(self, network: RecursiveModel, *, wave: bool) -> None:
        super().__init__()
        self.network = network
        self.wave_head = Linear(network.config.hidden_size, WAYS) if wave else None

    def forward(
        self, inputs: Tensor, identifiers: Tensor, y: Tensor, z: Tensor, shape: Shape, kept: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor | None]:
        """New y and z, logits, q [B, 1 or 2], and logits of the ways to the goal [B, L, WAYS] if there is a head."""
        x, context = self.network.embed(inputs, identifiers, y.dtype, shape=shape, kept=kept)
        y, z = self.network.deep_recursion(x, y, z, context)
        ways = None if self.wave_head is None else self.wave_head(y)
        return y, z, self.network.logits(y), self.network.q_logits(y), ways


class Trainer:
    """Network, EMA, optimiser and slots of one process of a run; `step` is all that training is."""

    def __init__(self, config: RunConfig, source: Source, processes: Processes) -> None:
        torch.manual_seed(config.training.seed)
        self.config = config
        self.recipe = config.training
        self.source = source
        self.processes = processes
        self.device = processes.device
        self.dtype = getattr(torch, self.recipe.dtype)
        self.steps_done = 0
        self.rate_share = 1.0
        """Of the scheduled rate: less while a run is annealed by the clock."""
        self.network = build_model(config.network).to(self.device)
        if self.recipe.compile:
            compile_network(self.network)
        supervise = SupervisionStep(self.network, wave=self.recipe.wave_weight > 0).to(self.device)
        self.wave_head = supervise.wave_head
        self.supervise = processes.distributed(supervise)
        self.parameters: list[Tensor] = list(self.network.parameters())
        self.averages = Averages(self.parameters, self.recipe.ema)
        self.optimiser = make_optimiser(supervise, config)
        source.at_step(0)
        self.slots = self._empty_slots()
        own = len(range(self.recipe.batch_size)[processes.own(self.recipe.batch_size)])
        self._draws = torch.zeros(own, dtype=torch.long, device=self.device)
        self.metrics = torch.zeros(len(METRICS), device=self.device)
        self.metric_steps = 0
        self.halted_of_part = torch.zeros(2, source.parts, device=self.device)
        """Puzzles that were given up on or answered, and those answered rightly, since the metrics were taken."""
        self.answered = torch.zeros(source.parts)
        """The share of each part's puzzles that is answered, lately."""

    def step(self) -> None:
        """One supervision step of every slot, and one optimiser step."""
        self._enter_stage()
        self._refill()
        slots, network = self.slots, self.network
        if self.recipe.path_noise:
            slots.z = self._with_noise(slots.z)
        y, z, logits, q, ways = self.supervise(
            slots.inputs, slots.identifiers, slots.y, slots.z, self.source.shape, self._kept_features()
        )
        if self.recipe.any_path:
            slots.labels = favoured_labels(slots.inputs, logits, self.source.shape)
        right = right_answers(logits, slots.labels)
        weights = cell_weights(slots.inputs, WALL, self.recipe.wall_weight) if network.config.kind == "maze" else None
        wave = torch.zeros((), device=self.device)
        if ways is not None and self.wave is not None:
            speed, most = self.recipe.wave_speed, fastest_wave(network.config)
            wave = self.wave.losses(ways, slots, speed=speed, most=most, any_path=self.recipe.any_path).mean()
            ripe = self.wave.ripe(slots, speed)
            weights = ripe if weights is None else weights * ripe
        cells = cell_losses(logits, slots.labels, weights, network.config.normaliser).mean()
        halting = halting_losses(q[:, 0], right).mean()
        if self.recipe.halting == "act":
            last = slots.steps + 1 >= network.config.halt_max_steps
            halting = halting + continue_losses(q[:, 1], self._next_q(y, z), last).mean()
        self._descend(cells + self.recipe.q_weight * halting + self.recipe.wave_weight * wave)
        slots.advance(y, z)
        slots.halted = self._halts(q.detach())
        self.steps_done += 1
        self._measure(cells.detach(), halting.detach(), wave.detach(), right)

    def take_metrics(self) -> dict[str, float]:
        """Means over the steps, and over all processes' slots, since this was last called."""
        sums = self.processes.summed(self.metrics).tolist()
        steps, slots = self.metric_steps * self.processes.count, self.metric_steps * self.recipe.batch_size
        self.metrics.zero_()
        self.metric_steps = 0
        named = dict(zip(METRICS, sums, strict=True))
        halted = max(named["halted"], 1.0)
        self._count_answered()
        return {
            "loss": named["cells"] / steps,
            "halting_loss": named["halting"] / steps,
            "wave_loss": named["wave"] / steps,
            "right": named["right"] / slots,
            "right_when_halted": named["halted_right"] / halted,
            "steps_when_halted": named["halted_steps"] / halted,
            **{f"answered_{part}": float(share) for part, share in enumerate(self.answered)},
        }

    def is_finite(self) -> bool:
        """Whether no weight, and no average of one, is NaN or infinite."""
        tensors = [*self.parameters, *self.averages.values]
        return all(bool(torch.isfinite(tensor).all()) for tensor in tensors)

    @contextmanager
    def averaged_weights(self) -> Iterator[RecursiveModel]:
        """The network with its EMA weights in place of the trained ones, for as long as the context lasts."""
        network_config = self.network.config
        with self.averages.in_place():
            self.network.config = self.config.network
            yield self.network
        self.network.config = network_config

    def state(self) -> dict[str, Any]:
        """All that the run goes on from but its slots, which are refilled; tensors and plain data only."""
        return {
            "step": self.steps_done,
            "network": self.network.state_dict(),
            "ema": dict(zip(_names(self.network), self.averages.values, strict=True)),
            "optimiser": self.optimiser.state(),
            "wave_head": None if self.wave_head is None else self.wave_head.state_dict(),
            "draws": self.processes.gathered(self._all_draws()),
            "answered": self.answered,
        }

    def load_state(self, state: dict[str, Any]) -> None:
        """Go on from where `state` was taken, with new puzzles in the slots, on as many processes as there are now."""
        self.start_from(state["network"], state["ema"], state["optimiser"], state["wave_head"])
        self.steps_done = state["step"]
        self.source.at_step(self.steps_done)
        if state["answered"].shape == self.answered.shape:
            self.answered = state["answered"].float()
            self.source.balance(self.answered)
        self.slots = self._empty_slots()
        # Draws are numbered, so that a slot never sees the same puzzle twice.
        own = self.processes.own(self.recipe.batch_size)
        drawn = state["draws"].to(self.device)
        same = len(drawn) == self.recipe.batch_size
        self._draws = drawn[own].clone() if same else torch.full_like(self._draws, int(drawn.max()))
        self.slots.draws = self._draws[: len(self.slots.draws)].clone()

    def start_from(
        self,
        weights: dict[str, Tensor],
        ema: dict[str, Tensor] | None = None,
        optimiser: dict[str, Any] | None = None,
        wave_head: dict[str, Tensor] | None = None,
    ) -> None:
        """Take over weights, and what else is known; raises `RuntimeError` if they do not fit.

        The optimiser's state is for the weights that it was of: it is left where one run has an auxiliary head and the
        other has none.
        """
        self.network.load_state_dict(weights)
        source = ema or weights
        self.averages.set([source[name].to(self.device, torch.float32) for name in _names(self.network)])
        if self.wave_head is not None and wave_head is not None:
            self.wave_head.load_state_dict(wave_head)
        if optimiser and (self.wave_head is None) == (wave_head is None):
            self.optimiser.load_state(optimiser)

    def _enter_stage(self) -> None:
        before = tuple(self.source.shape)
        self.source.at_step(self.steps_done)
        if tuple(self.source.shape) != before:
            self._draws = self._all_draws()
            self.slots = self._empty_slots()
            self.slots.draws = self._draws[: len(self.slots.draws)].clone()
        self.network.config = self._network_config()

    def _network_config(self) -> NetworkConfig:
        base = self.config.network
        now: CycleStage | None = None
        for stage in self.recipe.cycles:
            if stage.from_step <= self.steps_done:
                now = stage
        return base if now is None else replace(base, H_cycles=now.H_cycles, L_cycles=now.L_cycles)

    def _all_draws(self) -> Tensor:
        """How often each of this process's slots has drawn, also those that are not in use for now."""
        return torch.cat((self.slots.draws, self._draws[len(self.slots.draws) :]))

    def _empty_slots(self) -> Slots:
        index = torch.arange(self.recipe.batch_size, device=self.device)[self.processes.own(self.recipe.batch_size)]
        if self.source.most_slots is not None:
            index = index[: max(1, self.source.most_slots // self.processes.count)]
        cells = math.prod(self.source.shape)
        slots = Slots.empty(index, cells, *self.network.initial_state(len(index), cells, self.dtype))
        self.wave = None if self.wave_head is None else Wave(slots, self.source.shape)
        return slots

    def _refill(self) -> None:
        slots = self.slots
        where = slots.halted.nonzero()[:, 0]
        if not len(where):
            return
        index, draws = slots.index[where], slots.draws[where]
        inputs, labels, identifiers, parts = self.source.draw(index, draws)
        y, z = self.network.initial_state(len(where), inputs.shape[1], self.dtype)
        if self.recipe.latent_noise:
            noise = keyed_normals(z[0].numel(), self.recipe.seed, _NOISE, index, draws).view(z.shape)
            z = z + (self.recipe.latent_noise * noise).to(z.dtype)
        slots.refill(where, inputs, labels, identifiers, parts, y, z)
        if self.wave is not None:
            self.wave.refill(where, inputs)

    def _with_noise(self, z: Tensor) -> Tensor:
        noisy = torch.rand(len(z), 1, 1, device=z.device) < 0.5
        return z + (self.recipe.path_noise * noisy).to(z.dtype) * torch.randn_like(z)

    def _count_answered(self) -> None:
        """Follow the share of each part's puzzles that is answered, and draw the parts accordingly."""
        halted, right = self.processes.summed(self.halted_of_part).cpu()
        share = torch.where(halted > 0, right / halted.clamp(min=1), self.answered)
        self.answered = torch.lerp(self.answered, share, 0.5)
        self.halted_of_part.zero_()
        self.source.balance(self.answered)

    @torch.no_grad()
    def _next_q(self, y: Tensor, z: Tensor) -> Tensor:
        """[B, 2]: q after one more supervision step."""
        slots = self.slots
        x, context = self.network.embed(
            slots.inputs, slots.identifiers, self.dtype, shape=self.source.shape, kept=self._kept_features()
        )
        y, _ = self.network.deep_recursion(x, y, z, context)
        return self.network.q_logits(y)

    def _kept_features(self) -> Tensor | None:
        """[B, feature groups], zeros for what a slot's grid is shown without in this step."""
        if not self.recipe.feature_dropout:
            return None
        slots = self.slots
        u = keyed_uniforms(
            self.network.board.feature_groups, self.recipe.seed, _FEATURES, slots.index, slots.draws, slots.steps
        )
        return (u >= self.recipe.feature_dropout).float()

    def _descend(self, loss: Tensor) -> None:
        self.optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.parameters, self.recipe.clip)
        self.optimiser.step(self.rate_share * scheduled_rate(self.steps_done, self.config))
        self.averages.update(self.steps_done + 1)

    def _halts(self, q: Tensor) -> Tensor:
        slots, most = self.slots, torch.full_like(self.slots.steps, self.config.network.halt_max_steps)
        u = keyed_uniforms(2, self.recipe.seed, _EXPLORATION, slots.index, slots.draws, slots.steps)
        explored = u[:, 0] < self.recipe.exploration
        least = torch.where(explored, 2 + (u[:, 1] * (most - 1)).long(), 0)
        if self.recipe.late_share:
            patient = keyed_uniforms(1, self.recipe.seed, _LATE, slots.index, slots.draws)[:, 0]
            most = torch.where(patient < self.recipe.late_share, self.recipe.late_steps, most)
        late = slots.steps >= most
        if self.wave_head is not None:
            needed = steps_needed(slots.labels, self.recipe.wave_speed) + self.recipe.spare_steps
            late |= ~explored & (slots.steps >= needed)
        sure = q[:, 0] > (q[:, 1] if self.recipe.halting == "act" else 0)
        return (sure & (slots.steps >= least)) | late

    def _measure(self, cells: Tensor, halting: Tensor, wave: Tensor, right: Tensor) -> None:
        halted = self.slots.halted
        # As if all slots were in use, so that steps on a large canvas count as much as others.
        share = len(self._draws) / len(halted)
        counted = (right.sum(), halted.sum(), (halted & right).sum(), (self.slots.steps * halted).sum())
        self.metrics += torch.stack((cells, halting, wave, *(share * count for count in counted)))
        self.metric_steps += 1
        # Without picking the slots that halted, for which a GPU would have to be waited for.
        for count, chosen in zip(self.halted_of_part, (halted, halted & right), strict=True):
            count.index_add_(0, self.slots.parts, chosen.float())


def _names(network: nn.Module) -> list[str]:
    return [name for name, _ in network.named_parameters()]
