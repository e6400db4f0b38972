"""Running the network on one puzzle: a `Refinement` for each supervision step of each view, until the rules accept."""

import time
from collections.abc import Callable, Iterator

import numpy as np
import torch
from torch import Tensor

from solver.model.checkpoint import Checkpoint
from solver.model.network import NORMALISERS, TinyRecursiveModel
from solver.model.tokens import VOCABULARIES, encode
from solver.puzzles.base import IntGrid, Puzzle
from solver.reasoning.budget import Budget
from solver.reasoning.views import embedded, initial_state, view_of
from solver.trace import FloatArray, LatentState, Refinement


class Cancelled(Exception):
    """Raised between two evaluations of the network once `cancelled()` is true."""


CELLS_SIDE_BY_SIDE = 12 * 81
"""Cells that a processor refines side by side for little more than the time of one view."""


def views_at_once(puzzle: Puzzle, device: torch.device) -> int:
    """How many views to refine as one batch.

    A processor is busy with one view of a large grid alone: there the views come one after the other, so that one
    that succeeds spares the rest. An accelerator has room for all.
    """
    cells = CELLS_SIDE_BY_SIDE if device.type == "cpu" else 512 * CELLS_SIDE_BY_SIDE
    return max(1, cells // puzzle.grid.size)


def never() -> bool:
    """The `cancelled` of a solve that nobody can cancel."""
    return False


class Reasoning:
    """One solve: `budget.steps` refinements of the puzzle as given, then of its other views until the rules accept one.

    With `resume`, every view that was begun goes on for `budget.steps` more; after that come views not begun yet.
    Where the rules can check (Sudoku, maze) only their acceptance ends it early; the halting head ends ARC alone.

    Raises `ValueError` (one sentence) for a puzzle or latents that the checkpoint is not made for.
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
            raise ValueError(f"The checkpoint {checkpoint.name} answers {config.kind} puzzles, not {puzzle.kind}.")
        if config.seq_len is not None and config.seq_len != puzzle.grid.size:
            raise ValueError(f"The checkpoint {checkpoint.name} is for grids of {config.seq_len} cells only.")
        self._network = checkpoint.network
        self._puzzle = puzzle
        self._budget = budget
        self._cancelled = cancelled
        self._begun: list[_SideBySide] = []
        if resume is not None:
            # What a network's tokens stand for, cells or candidates, only it knows.
            wanted = tuple(checkpoint.network.initial_state(1, puzzle.grid.size)[0].shape[1:])
            if resume.y.shape[1:] != wanted:
                there, here = (f"{cells}×{width}" for cells, width in (resume.y.shape[1:], wanted))
                raise ValueError(
                    f"The checkpoint {checkpoint.name} cannot go on from latents of {there}, for its own are {here}; "
                    "it can solve the puzzle anew."
                )
            self._begin(list(resume.views), resume)
        count = max([budget.views, *(view + 1 for view in resume.views)]) if resume else budget.views
        self.views: tuple[str, ...] = tuple(view_of(puzzle.kind, i).name for i in range(count))

    def refinements(self) -> Iterator[Refinement]:
        """Compute and yield them one by one; raises `Cancelled`."""
        if self._begun:
            yield from self._run(self._begun)
        else:
            yield from self._run(self._begin([0]))
        begun = {view.index for lanes in self._begun for view in lanes.views}
        left = [i for i in range(self._budget.views) if i not in begun]
        at_once = views_at_once(self._puzzle, self._network.H_init.device)
        for start in range(0, len(left), at_once):
            if self._ended:
                return
            yield from self._run(self._begin(left[start : start + at_once]))

    def state(self) -> LatentState:
        """(y, z) of every view that was begun, after its last whole step."""
        lanes = self._begun
        return LatentState(
            views=tuple(view.index for group in lanes for view in group.views),
            steps=tuple(group.steps[i] for group in lanes for i in range(len(group.views))),
            y=np.concatenate([_copy(group.y) for group in lanes]),
            z=np.concatenate([_copy(group.z) for group in lanes]),
        )

    _ended = False

    def _begin(self, indexes: list[int], resume: LatentState | None = None) -> "list[_SideBySide]":
        """Views of one shape are refined as one batch; turned views of an oblong grid are another."""
        by_shape: dict[tuple[int, ...], list[int]] = {}
        for place, index in enumerate(indexes):
            seen = view_of(self._puzzle.kind, index).apply(self._puzzle.grid)
            by_shape.setdefault(seen.shape, []).append(place)
        groups = [
            _SideBySide(self._network, self._puzzle, [indexes[p] for p in places], places, resume)
            for places in by_shape.values()
        ]
        self._begun += groups
        return groups

    def _run(self, groups: "list[_SideBySide]") -> Iterator[Refinement]:
        for _ in range(self._budget.steps):
            # One after the other: a step that was taken is told of even if the next group's is cancelled.
            for group in groups:
                for refinement in group.step(self._check_cancelled):
                    done = refinement.accepted or (refinement.accepted is None and refinement.halt_probability > 0.5)
                    self._ended = self._ended or bool(done)
                    yield refinement
            if self._ended:
                return

    def _check_cancelled(self) -> None:
        if self._cancelled():
            raise Cancelled


class _SideBySide:
    """Views of one shape, refined as one batch of B."""

    def __init__(
        self,
        network: TinyRecursiveModel,
        puzzle: Puzzle,
        indexes: list[int],
        places: list[int],
        resume: LatentState | None,
    ) -> None:
        self._network = network
        self._puzzle = puzzle
        self.views = [view_of(puzzle.kind, index) for index in indexes]
        device = network.H_init.device
        tokens = np.stack([view.apply(encode(puzzle)) for view in self.views])
        self._shape: tuple[int, int] = (tokens.shape[1], tokens.shape[2])
        with torch.inference_mode():
            inputs = torch.from_numpy(tokens).flatten(1).to(device)
            self._x = embedded(network, self.views, inputs)
            if resume is None:
                self.y, self.z = initial_state(network, self.views, inputs.shape[1])
                self.steps = [0] * len(indexes)
                self._answers = [puzzle.grid] * len(indexes)
            else:
                self.y, self.z = (torch.from_numpy(a[places]).to(device) for a in (resume.y, resume.z))
                self.steps = [resume.steps[p] for p in places]
                decoded = self._decode(self.y)
                self._answers = [self._answer(decoded[i], i) if s else puzzle.grid for i, s in enumerate(self.steps)]

    def step(self, check_cancelled: Callable[[], None]) -> list[Refinement]:
        """One supervision step, T latent recursions, of all of them; leaves y and z alone if it is cancelled."""
        began = time.perf_counter()
        network, config = self._network, self._network.config
        with torch.inference_mode():
            y, z = self.y, self.z
            inner = []
            for _ in range(config.H_cycles):  # T in the paper
                for _ in range(config.L_cycles):  # n in the paper
                    z = network.refine_latent(self._x, y, z, self._shape)
                    check_cancelled()
                y = network.refine_answer(y, z, self._shape)
                check_cancelled()
                inner.append(self._decode(y))
            change = (z - self.z).flatten(1).norm(dim=1) / self.z.flatten(1).norm(dim=1)
            probabilities = NORMALISERS[config.normaliser](network.logits(y)).float().cpu().numpy()
            halt = torch.sigmoid(network.q_halt_logits(y)).tolist()
            self.y, self.z = y, z
        self.steps = [steps + 1 for steps in self.steps]
        seconds = time.perf_counter() - began
        return [
            self._refinement(i, probabilities[i], [a[i] for a in inner], halt[i], float(change[i]), seconds)
            for i in range(len(self.views))
        ]

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
        free = self._puzzle.free
        refinement = Refinement(
            view=view.index,
            step=self.steps[i],
            probabilities=in_frame,
            answer=answer,
            inner_answers=answers,
            confidence=confidence,
            mean_confidence=float(confidence[free].mean()) if free.any() else 1.0,
            halt_probability=halt,
            latent_change=change,
            changed=answer != self._answers[i],
            violations=verdict.violations,
            accepted=verdict.accepted,
            seconds=seconds,
        )
        self._answers[i] = answer
        return refinement

    def _decode(self, y: Tensor) -> IntGrid:
        tokens: IntGrid = self._network.logits(y).argmax(-1).cpu().numpy()
        return tokens.reshape(-1, *self._shape)

    def _answer(self, tokens: IntGrid, i: int) -> IntGrid:
        return VOCABULARIES[self._puzzle.kind].decode(self.views[i].undo_tokens(tokens))


def _copy(tensor: Tensor) -> FloatArray:
    copy: FloatArray = tensor.detach().float().cpu().numpy().copy()
    return copy
