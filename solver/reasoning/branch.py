"""Touching the thinking: go on from any refinement with a cell forced, the latent kicked or reset, or other cycles."""

import math
from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from solver.cancelling import Cancelled, never
from solver.model.checkpoint import Checkpoint
from solver.model.recursive import RecursiveModel
from solver.model.tokens import VOCABULARIES
from solver.puzzles.base import Puzzle
from solver.reasoning.view_batch import ViewBatch
from solver.reasoning.views import View, view_of
from solver.trace import LatentState, Refinement
from solver.trace.branch import Branch

FORCED_LOG_ODDS = math.log(99)
"""Of a forced value, at least: the answer gives it 99 %."""
NEWTON_STEPS = 12
"""Towards that; the published decoders are linear, and need one."""


class Branched:
    """A view that is refined up to `branch.step`, changed, and refined for `steps` more, or until the rules accept.

    Refinements that lead up to the branch are computed again and not yielded. Raises `ValueError` for a puzzle that the
    checkpoint is not made for, and for forced cells and values that the puzzle has not.
    """

    def __init__(
        self,
        checkpoint: Checkpoint,
        puzzle: Puzzle,
        branch: Branch,
        steps: int,
        *,
        view: View | None = None,
        identifier: int | None = None,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        if checkpoint.config.kind != puzzle.kind:
            raise ValueError(f"{checkpoint.name} answers {checkpoint.config.kind} puzzles, not {puzzle.kind}.")
        vocabulary = VOCABULARIES[puzzle.kind]
        rows, columns = puzzle.shape
        for (row, column), value in branch.forced:
            token = value + vocabulary.offset
            if not (0 <= row < rows and 0 <= column < columns and 0 <= token < vocabulary.size):
                raise ValueError(f"There is no cell {row}, {column}, or it cannot be {value}.")
        self._network = checkpoint.network
        self._puzzle, self._branch, self._steps, self._cancelled = puzzle, branch, steps, cancelled
        view = view or view_of(puzzle.kind, branch.view)
        identifiers = None if identifier is None else [identifier]
        self._batch = ViewBatch(checkpoint.network, puzzle, [view], identifiers=identifiers)

    def refinements(self) -> Iterator[Refinement]:
        """Those after the branch, one by one; raises `Cancelled`."""
        branch, batch = self._branch, self._batch
        for _ in range(branch.step):
            batch.step(self._check_cancelled)
        batch.cycles = (branch.H_cycles or batch.cycles[0], branch.L_cycles or batch.cycles[1])
        if branch.reset:
            batch.z = self._network.initial_state(1, self._puzzle.grid.size, batch.z.dtype)[1]
        if branch.kick:
            batch.z = kicked(batch.z, branch.kick, branch.seed)
        batch.edit_answer = self._forced if branch.forced else None
        for taken in range(self._steps):
            if taken and not branch.for_good:
                batch.edit_answer = None
            (refinement,) = batch.step(self._check_cancelled)
            yield refinement
            sure = refinement.accepted is None and refinement.halt_probability > 0.5
            if refinement.accepted or sure or batch.stands_still:
                return

    def state(self) -> LatentState:
        """(y, z) after the last whole step."""
        return self._batch.state()

    def _forced(self, y: Tensor) -> Tensor:
        view, vocabulary = self._batch.views[0], VOCABULARIES[self._puzzle.kind]
        for cell, value in self._branch.forced:
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
