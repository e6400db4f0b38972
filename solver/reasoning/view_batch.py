"""The heart of a solve: several views of one puzzle as one batch, and a recorded supervision step of all of them."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from solver.messages import ExplainedError, Template
from solver.model.normalisers import NORMALISERS
from solver.model.recursive import RecursiveModel
from solver.puzzles.base import BoolGrid, IntGrid, Puzzle
from solver.puzzles.maze.cells import PATH
from solver.puzzles.vocabulary import VOCABULARIES, encode
from solver.reasoning.budget import attempt_of, restarts_at
from solver.reasoning.movement import cell_movement
from solver.reasoning.standstill import Standstill, latent_change
from solver.reasoning.views import View, embedded, initial_state, restart_rows, view_of
from solver.trace import FloatArray, HalfArray, LatentState, Refinement

NOT_FINITE = Template(
    "solve.not_finite",
    "At refinement {step} the network's numbers became too large, so it cannot answer. Choose another checkpoint.",
)


class NotFiniteError(ExplainedError):
    """A network whose state is no longer finite."""


def mean_confidence(confidence: FloatArray, weighed: BoolGrid) -> float:
    """Over the weighed cells [R, C]; 0 where there are none, for then nothing was filled in."""
    return float(confidence[weighed].mean()) if weighed.any() else 0.0


class ViewBatch:
    """Views of one shape, refined as one batch of B.

    `identifiers` say which puzzle embedding each view uses, if the network has any. With `resume`, view number i goes
    on from `places[i]` of the saved state.
    """

    def __init__(
        self,
        network: RecursiveModel,
        puzzle: Puzzle,
        views: Sequence[View],
        *,
        identifiers: Sequence[int] | None = None,
        resume: LatentState | None = None,
        places: Sequence[int] = (),
    ) -> None:
        self._network = network
        self._puzzle = puzzle
        self.views = list(views)
        self._were_path: list[BoolGrid] = [np.zeros(puzzle.shape, np.bool_) for _ in self.views]
        self.cycles = (network.config.H_cycles, network.config.L_cycles)
        """T and n in the paper."""
        self.restarts = True
        """Whether a view starts over where another of its attempts begins."""
        self.edit_answer: Callable[[Tensor], Tensor] | None = None
        """What changes y [B, S, D] each time that it was refined."""
        self.on_cycle: Callable[[Tensor, Tensor], object] = lambda _y, _z: None
        """Hears of y and z [B, S, D] after each of the T cycles."""
        device = network.H_init.device
        tokens = np.stack([view.apply(encode(puzzle)) for view in self.views])
        self._shape: tuple[int, int] = (tokens.shape[1], tokens.shape[2])
        self._standstill = Standstill(len(self.views))
        with torch.inference_mode():
            self._inputs = inputs = torch.from_numpy(tokens).flatten(1).to(device)
            self._identifiers = None if identifiers is None else torch.tensor(identifiers, device=device)
            if resume is not None:
                kind = puzzle.kind
                attempts = [attempt_of(kind, max(resume.steps[p], 1)) for p in places]
                self.views = [
                    view_of(kind, view.index, number) if number else view
                    for view, number in zip(self.views, attempts, strict=True)
                ]
            self._x, self._context = embedded(network, self.views, inputs, self._shape, self._identifiers)
            if resume is None:
                self.y, self.z = initial_state(network, self.views, inputs.shape[1])
                self.steps = [0] * len(self.views)
                self._answers = [puzzle.grid] * len(self.views)
            else:
                self.y, self.z = (torch.from_numpy(a[list(places)]).to(device) for a in (resume.y, resume.z))
                self.steps = [resume.steps[p] for p in places]
                decoded = self._decode(self.y)
                self._answers = [self._answer(decoded[i], i) if s else puzzle.grid for i, s in enumerate(self.steps)]

    @property
    def stands_still(self) -> bool:
        """Whether every view has stopped moving for good."""
        return bool(self._standstill.reached.all())

    def start_at(self, step: int, answer: IntGrid, y: Tensor) -> None:
        """Go on after refinement number `step`, whose answer was `answer` [R, C] by another network; of one view.

        `y` [1, S, D] decodes to that answer; z stays the initial one. From here on no attempt starts over.
        """
        self.steps, self._answers, self.y, self.restarts = [step], [answer], y, False

    def state(self) -> LatentState:
        """Copies of (y, z) of every view, after its last whole step."""
        y, z = (tensor.detach().float().cpu().numpy().copy() for tensor in (self.y, self.z))
        return LatentState(tuple(view.index for view in self.views), tuple(self.steps), y, z)

    def step(self, check_cancelled: Callable[[], None]) -> list[Refinement]:
        """One supervision step, T latent recursions, of all of them; leaves y and z alone if it is cancelled.

        Raises `NotFiniteError` once the network's weights, finite as they are, have driven its state beyond float32.
        """
        began = time.perf_counter()
        network, config = self._network, self._network.config
        with torch.inference_mode():
            y, z = self._restart()
            z_before = z
            inner, z_movement, y_movement = [], [], []
            answer_cycles, latent_cycles = self.cycles
            for _ in range(answer_cycles):  # T in the paper
                y_earlier, z_earlier = y, z
                for _ in range(latent_cycles):  # n in the paper
                    z = network.refine_latent(self._x, y, z, self._context)
                    check_cancelled()
                y = network.refine_answer(y, z, self._context)
                if self.edit_answer is not None:
                    y = self.edit_answer(y)
                check_cancelled()
                self.on_cycle(y, z)
                inner.append(self._decode(y))
                z_movement.append(self._movement(z, z_earlier))
                y_movement.append(self._movement(y, y_earlier))
            change = latent_change(z, z_before)
            probabilities = NORMALISERS[config.normaliser](network.logits(y)).float().cpu().numpy()
            halt, *others = torch.sigmoid(network.q_logits(y)).T.tolist()
            go_on = others[0] if others else [None] * len(halt)
            if not (bool(torch.isfinite(y).all() and torch.isfinite(z).all()) and np.isfinite(probabilities).all()):
                raise NotFiniteError(NOT_FINITE(step=max(self.steps) + 1))
            self.y, self.z = y, z
        self.steps = [steps + 1 for steps in self.steps]
        seconds = time.perf_counter() - began
        refinements = [
            replace(
                self._refinement(i, probabilities[i], [a[i] for a in inner], halt[i], float(change[i]), seconds),
                continue_probability=go_on[i],
                z_movement=self._in_frame(z_movement, i),
                y_movement=self._in_frame(y_movement, i),
            )
            for i in range(len(self.views))
        ]
        self._standstill.see(np.array([not r.changed.any() for r in refinements]), change)
        return refinements

    def _restart(self) -> tuple[Tensor, Tensor]:
        """y and z to continue from: new ones for the views whose next refinement is the first of another attempt."""
        kind = self._puzzle.kind
        rows = [i for i, steps in enumerate(self.steps) if self.restarts and restarts_at(kind, steps + 1)]
        if not rows:
            return self.y, self.z
        views = [view_of(kind, self.views[i].index, attempt_of(kind, self.steps[i] + 1)) for i in rows]
        for i, view in zip(rows, views, strict=True):
            self.views[i] = view
        state = self._x, self.y, self.z
        self._x, y, z = restart_rows(self._network, views, rows, self._inputs, self._shape, state, self._identifiers)
        self._standstill.restart(np.array(rows))
        return y, z

    def _refinement(
        self, i: int, probabilities: FloatArray, inner: list[IntGrid], halt: float, change: float, seconds: float
    ) -> Refinement:
        view = self.views[i]
        # Copied, for where a view undoes nothing it would be a window into the network's memory.
        in_frame = view.undo_probabilities(probabilities.reshape(*self._shape, -1)).copy()
        answers = np.stack([self._answer(tokens, i) for tokens in inner])
        # Read off what is shown: where two tokens are equally likely, a view would break the tie another way.
        answers[-1] = answer = VOCABULARIES[self._puzzle.kind].decode(in_frame.argmax(-1))
        verdict = self._puzzle.check(answer)
        confidence = in_frame.max(-1)
        refinement = Refinement(
            view=view.index,
            step=self.steps[i],
            probabilities=in_frame,
            answer=answer,
            inner_answers=answers,
            confidence=confidence,
            mean_confidence=mean_confidence(confidence, self._weighed(i, answer)),
            halt_probability=halt,
            latent_change=change,
            changed=answer != self._answers[i],
            violations=verdict.violations,
            accepted=verdict.accepted,
            seconds=seconds,
        )
        self._answers[i] = answer
        return refinement

    def _weighed(self, i: int, answer: IntGrid) -> BoolGrid:
        """[R, C]: the cells whose confidence counts: the free ones, of a maze those that are or were path."""
        free = self._puzzle.free
        if self._puzzle.kind != "maze":
            return free
        # Nearly all free cells of a maze were never in doubt, and would make every answer look sure.
        self._were_path[i] = (self._were_path[i] | (answer == PATH)) & free
        return self._were_path[i]

    def _movement(self, after: Tensor, before: Tensor) -> HalfArray:
        return cell_movement(after, before, self._network.board.prefix, self._inputs.shape[1])

    def _in_frame(self, movement: list[HalfArray], i: int) -> HalfArray:
        """[T, R, C] of one view, from [B, cells] of each cycle."""
        return np.stack([self.views[i].undo(cycle[i].reshape(self._shape)) for cycle in movement])

    def _decode(self, y: Tensor) -> IntGrid:
        tokens: IntGrid = self._network.logits(y).argmax(-1).cpu().numpy()
        return tokens.reshape(-1, *self._shape)

    def _answer(self, tokens: IntGrid, i: int) -> IntGrid:
        return VOCABULARIES[self._puzzle.kind].decode(self.views[i].undo_tokens(tokens))
