"""Branches: continue from any refinement with a cell forced, the latent kicked or reset, or other cycles."""

import math
from collections.abc import Callable, Iterator, Sequence

import torch
from torch import Tensor

from solver.cancelling import Cancelled, never
from solver.model.checkpoint import Checkpoint
from solver.model.recursive import RecursiveModel
from solver.puzzles.base import Cell, Puzzle
from solver.puzzles.vocabulary import VOCABULARIES
from solver.reasoning.view_batch import ViewBatch
from solver.reasoning.views import view_of
from solver.trace import LatentState, Refinement, ViewName
from solver.trace.branch import Branch

FORCED_LOG_ODDS = math.log(99)
"""Of a forced value, at least: the answer gives it 99 %."""
NEWTON_STEPS = 12
"""Towards that; the published decoders are linear, and need one."""


class Branched:
    """A view that is refined up to its last branch, changed at each, and refined for `steps` more, or until accepted.

    All branches are of one view, in the order of their steps. What leads up to the last is computed again and not
    yielded. Raises `ValueError` for a puzzle that the checkpoint is not made for, branches of several views, and forced
    cells and values that the puzzle has not.
    """

    def __init__(
        self,
        checkpoint: Checkpoint,
        puzzle: Puzzle,
        branches: Sequence[Branch],
        steps: int,
        *,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        if checkpoint.config.kind != puzzle.kind:
            raise ValueError(f"{checkpoint.name} answers {checkpoint.config.kind} puzzles, not {puzzle.kind}.")
        if not branches or len({branch.view for branch in branches}) > 1:
            raise ValueError("Branches must be of one view.")
        vocabulary = VOCABULARIES[puzzle.kind]
        rows, columns = puzzle.shape
        for (row, column), value in (pair for branch in branches for pair in branch.forced):
            token = value + vocabulary.offset
            if not (0 <= row < rows and 0 <= column < columns and 0 <= token < vocabulary.size):
                raise ValueError(f"There is no cell {row}, {column}, or it cannot be {value}.")
        self._network = checkpoint.network
        self._puzzle, self._steps, self._cancelled = puzzle, steps, cancelled
        self._branches = sorted(branches, key=lambda branch: branch.step)
        self._lasting: dict[Cell, int] = {}
        self._forced: dict[Cell, int] = {}
        """For the next refinement."""
        self.batch = ViewBatch(checkpoint.network, puzzle, [view_of(puzzle.kind, branches[0].view)])

    @property
    def views(self) -> tuple[ViewName, ...]:
        """Of the views up to the one that is refined, as `Trace.views` has them."""
        return tuple(view_of(self._puzzle.kind, index).name for index in range(self._branches[0].view + 1))

    def refinements(self) -> Iterator[Refinement]:
        """Those after the last branch, one by one; raises `Cancelled`."""
        last = self._branches[-1].step
        for refinement in self.every_refinement():
            if refinement.step > last:
                yield refinement

    def every_refinement(self) -> Iterator[Refinement]:
        """Those before the last branch too."""
        batch, last = self.batch, self._branches[-1].step
        for step in range(last + self._steps):
            self._forced = dict(self._lasting)
            for branch in self._branches:
                if branch.step == step:
                    self._change(branch)
            batch.edit_answer = self._edit_answer if self._forced else None
            (refinement,) = batch.step(self._check_cancelled)
            yield refinement
            if step < last:
                continue
            sure = refinement.accepted is None and refinement.halt_probability > 0.5
            if refinement.accepted or sure or batch.stands_still:
                return

    def _change(self, branch: Branch) -> None:
        batch = self.batch
        batch.cycles = (branch.H_cycles or batch.cycles[0], branch.L_cycles or batch.cycles[1])
        if branch.reset:
            batch.z = self._network.initial_state(1, self._puzzle.grid.size, batch.z.dtype)[1]
        if branch.kick:
            batch.z = kicked(batch.z, branch.kick, branch.seed)
        self._forced |= dict(branch.forced)
        if branch.for_good:
            self._lasting |= dict(branch.forced)

    def state(self) -> LatentState:
        """(y, z) after the last whole step."""
        return self.batch.state()

    def _edit_answer(self, y: Tensor) -> Tensor:
        view, vocabulary = self.batch.views[0], VOCABULARIES[self._puzzle.kind]
        for cell, value in self._forced.items():
            place = view.place(cell, self._puzzle.shape)
            y = with_token(self._network, y, place, view.seen_as(value + vocabulary.offset))
        return y

    def _check_cancelled(self) -> None:
        if self._cancelled():
            raise Cancelled


def kicked(z: Tensor, size: float, seed: int) -> Tensor:
    """z [B, S, D] with normal noise, σ a share `size` of its root mean square, drawn on the CPU for any device."""
    noise = torch.randn(z.shape, generator=torch.Generator().manual_seed(seed)).to(z.device, z.dtype)
    return z + size * z.square().mean().sqrt() * noise


def with_token(network: RecursiveModel, y: Tensor, place: int, token: int) -> Tensor:
    """y [B, S, D], moved as little as it takes for the cell at that place to be decoded as the token, 99 % sure."""
    with torch.inference_mode(False), torch.enable_grad():
        others = torch.arange(network.config.vocab_size, device=y.device) != token
        y = y.clone()
        for _ in range(NEWTON_STEPS):
            y = y.detach().requires_grad_(True)
            logits = network.logits(y)[:, place]
            log_odds = logits[:, token] - logits[:, others].logsumexp(1)
            missing = (FORCED_LOG_ODDS - log_odds).clamp(min=0)
            if not missing.any():
                break
            (gradient,) = torch.autograd.grad(log_odds.sum(), y)
            length = gradient.square().sum((1, 2)).clamp(min=1e-12)
            y = y + ((missing + 1e-3) / length)[:, None, None] * gradient
    return y.detach()
