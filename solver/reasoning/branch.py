"""Branches: continue from any refinement with a cell forced, the latent kicked or reset, other cycles or networks."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from solver.cancelling import Cancelled, never
from solver.model.checkpoint import Checkpoint
from solver.model.recursive import RecursiveModel
from solver.puzzles.base import Cell, IntGrid, Puzzle
from solver.puzzles.vocabulary import VOCABULARIES
from solver.reasoning.view_batch import ViewBatch
from solver.reasoning.views import View, view_of
from solver.trace import LatentState, Refinement
from solver.trace.branch import Branch

FORCED_LOG_ODDS = math.log(99)
"""Of a forced value, at least: the answer gives it 99 %."""
NEWTON_STEPS = 12
"""Towards that; the published decoders are linear, and need one."""


class Changes:
    """What `branches`, in the order of their steps, do to the refinements that follow them."""

    def __init__(self, network: RecursiveModel, branches: Sequence[Branch], cells: int) -> None:
        """`cells` is how many the puzzle has."""
        self._network, self._cells = network, cells
        self._branches = branches
        self._lasting: dict[Cell, int] = {}
        self.cycles = (network.config.H_cycles, network.config.L_cycles)
        """T and n of the next refinement."""
        self.forced: dict[Cell, int] = {}
        """What the next refinement is made to answer, as the puzzle's own values."""

    def pass_by(self, step: int) -> None:
        """Start after refinement number `step`: of what came before, only what was forced for good counts."""
        for branch in self._branches:
            if branch.step < step and branch.for_good:
                self._lasting |= dict(branch.forced)

    def before(self, step: int, z: Tensor) -> Tensor:
        """z [1, S, D] from which to go on after refinement number `step`; each step is asked for once, in order."""
        self.forced = dict(self._lasting)
        for branch in self._branches:
            if branch.step != step:
                continue
            self.cycles = (branch.H_cycles or self.cycles[0], branch.L_cycles or self.cycles[1])
            if branch.reset:
                z = self._network.initial_state(1, self._cells, z.dtype)[1]
            if branch.kick:
                z = kicked(z, branch.kick, branch.seed)
            self.forced |= dict(branch.forced)
            if branch.for_good:
                self._lasting |= dict(branch.forced)
        return z


class Branched:
    """A view that is refined up to its last branch, changed at each, and refined for `steps` more, or until accepted.

    All branches are of one view, in the order of their steps. What leads up to the last is computed again and not
    yielded; but where another network takes over, it begins with `takes_over`, the number of a refinement and its
    answer. `identifier` is the view's puzzle embedding, if it has one. Raises `ValueError` for branches of several
    views, and forced cells and values that the puzzle has not.
    """

    def __init__(
        self,
        network: RecursiveModel,
        puzzle: Puzzle,
        branches: Sequence[Branch],
        steps: int,
        *,
        view: View,
        identifier: int | None = None,
        takes_over: tuple[int, IntGrid] | None = None,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        if not branches or len({branch.view for branch in branches}) > 1:
            raise ValueError("Branches must be of one view.")
        vocabulary = VOCABULARIES[puzzle.kind]
        rows, columns = puzzle.shape
        for (row, column), value in (pair for branch in branches for pair in branch.forced):
            token = value + vocabulary.offset
            if not (0 <= row < rows and 0 <= column < columns and 0 <= token < vocabulary.size):
                raise ValueError(f"There is no cell {row}, {column}, or it cannot be {value}.")
        self._network = network
        self._puzzle, self._steps, self._cancelled = puzzle, steps, cancelled
        self._branches = sorted(branches, key=lambda branch: branch.step)
        self._changes = Changes(network, self._branches, puzzle.grid.size)
        identifiers = None if identifier is None else [identifier]
        self.batch = ViewBatch(network, puzzle, [view], identifiers=identifiers)
        self._first = 0
        if takes_over is not None:
            self._first, answer = takes_over
            self.batch.start_at(self._first, answer, self._decoding_to(answer))
            self._changes.pass_by(self._first)

    def _decoding_to(self, answer: IntGrid) -> Tensor:
        """y [1, S, D]: the initial one, moved until it decodes to `answer` in every cell."""
        y = self.batch.y
        for row, column in np.ndindex(answer.shape):
            self._check_cancelled()
            y = self._with_value(y, (row, column), int(answer[row, column]))
        return y

    def refinements(self) -> Iterator[Refinement]:
        """Those after the last branch, one by one; raises `Cancelled`."""
        last = self._branches[-1].step
        for refinement in self.every_refinement():
            if refinement.step > last:
                yield refinement

    def every_refinement(self) -> Iterator[Refinement]:
        """Those before the last branch too."""
        batch, last = self.batch, self._branches[-1].step
        for step in range(self._first, last + self._steps):
            batch.z = self._changes.before(step, batch.z)
            batch.cycles = self._changes.cycles
            batch.edit_answer = self._edit_answer if self._changes.forced else None
            (refinement,) = batch.step(self._check_cancelled)
            # A network that took over numbers its views from 0 again.
            yield replace(refinement, view=self._branches[0].view)
            if step < last:
                continue
            # The views of an ARC task vote with all of their refinements, however sure they are.
            sure = refinement.accepted is None and self._puzzle.kind != "arc" and refinement.halt_probability > 0.5
            if refinement.accepted or sure or batch.stands_still:
                return

    def state(self) -> LatentState:
        """(y, z) after the last whole step."""
        return replace(self.batch.state(), views=(self._branches[0].view,))

    def _edit_answer(self, y: Tensor) -> Tensor:
        for cell, value in self._changes.forced.items():
            y = self._with_value(y, cell, value)
        return y

    def _with_value(self, y: Tensor, cell: Cell, value: int) -> Tensor:
        return with_value(self._network, y, self.batch.views[0], self._puzzle, cell, value)

    def _check_cancelled(self) -> None:
        if self._cancelled():
            raise Cancelled


def branched_from(
    checkpoint: Checkpoint,
    puzzle: Puzzle,
    branches: Sequence[Branch],
    steps: int,
    *,
    own_view: int | None = None,
    takes_over: tuple[int, IntGrid] | None = None,
    cancelled: Callable[[], bool] = never,
) -> Branched:
    """As `Branched`, of a Sudoku or maze; `own_view` is what the network calls the view, if not as the branches do.

    Raises `ValueError` for a puzzle that the checkpoint is not made for.
    """
    if checkpoint.config.kind != puzzle.kind:
        raise ValueError(f"{checkpoint.name} answers {checkpoint.config.kind} puzzles, not {puzzle.kind}.")
    if not branches:
        raise ValueError("There is no branch.")
    view = view_of(puzzle.kind, branches[0].view if own_view is None else own_view)
    return Branched(checkpoint.network, puzzle, branches, steps, view=view, takes_over=takes_over, cancelled=cancelled)


def kicked(z: Tensor, size: float, seed: int) -> Tensor:
    """z [B, S, D] with normal noise, σ a share `size` of its root mean square, drawn on the CPU for any device."""
    noise = torch.randn(z.shape, generator=torch.Generator().manual_seed(seed)).to(z.device, z.dtype)
    return z + size * z.square().mean().sqrt() * noise


def with_value(network: RecursiveModel, y: Tensor, view: View, puzzle: Puzzle, cell: Cell, value: int) -> Tensor:
    """y [B, S, D] of a view, moved until it decodes to the puzzle's own `value` in `cell`; see `with_token`."""
    token = view.seen_as(value + VOCABULARIES[puzzle.kind].offset)
    return with_token(network, y, view.place(cell, puzzle.shape), token)


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
