"""What a cell's choice rests on: the given cells without which the network would have chosen otherwise.

The question is put to the refinement in which the cell took its present value: from the state that the network had
before it, a gradient says which given cells matter most, and then that one refinement is computed again without them.
What a person changed on the way, in branches, is changed again.
That is the network's own dependence, not a proof: a choice may be forced by cells that the network did not use, and
what it took from earlier refinements is in its state.
"""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor

from solver.cancelling import Cancelled, never
from solver.model.context import Context
from solver.model.normalisers import NORMALISERS
from solver.model.recursive import RecursiveModel
from solver.puzzles.base import Cell, Puzzle
from solver.puzzles.vocabulary import VOCABULARIES
from solver.reasoning.branch import Changes, with_value
from solver.reasoning.budget import attempt_of
from solver.reasoning.removal import removable_cells, tokens_without
from solver.reasoning.views import View, embedded, initial_state
from solver.trace import FloatArray
from solver.trace.branch import Branch
from solver.trace.influence import Evidence, Influence

ASKED = {"sudoku": 12, "maze": 24, "arc": 16}
"""Given cells that the network is asked again without; `NEAREST` of them are those that lie nearest, since removing a
wall can open a way that no gradient sees, and the others those that the gradient ranks highest."""
NEAREST = {"sudoku": 0, "maze": 12, "arc": 4}
TOGETHER = 3
"""Cells that are named; where none of them decides alone, they are chosen to matter together."""
PARTNERS = 7
"""Cells among which each further one of those is looked for."""
VARIANTS_AT_ONCE = 64
"""Puzzles, each without one cell, that are embedded as one batch."""


def influence(
    network: RecursiveModel,
    puzzle: Puzzle,
    cell: Cell,
    step: int,
    *,
    view: View,
    branches: Sequence[Branch] = (),
    identifier: int | None = None,
    cancelled: Callable[[], bool] = never,
) -> Influence:
    """What the choice in `cell` after refinement number `step` (counted from 1) of a view rests on.

    `view` is that of the attempt to which the step belongs, `branches` are those of it, by the same network, and
    `identifier` is its puzzle embedding, if it has one.

    `cancelled` is asked after each evaluation of the network, raising `Cancelled`. Raises `ValueError` for a cell
    outside the grid, a step below 1, and a branch by another network.
    """
    rows, columns = puzzle.shape
    if not (0 <= cell[0] < rows and 0 <= cell[1] < columns) or step < 1:
        raise ValueError(f"There is no cell {cell} or no refinement {step}.")
    if any(branch.checkpoint for branch in branches):
        raise ValueError("Another network made a part of this recording.")
    question = _Question(network, puzzle, cell, step, view, identifier, cancelled, branches)
    choice = question.choice
    heat = question.heat(choice)
    candidates = _candidates(puzzle, cell, heat)
    before, *after = question.ask([(), *((c,) for c in candidates)])
    evidence = [
        Evidence(c, float(probabilities[choice]), question.value(int(probabilities.argmax())))
        for c, probabilities in zip(candidates, after, strict=True)
    ]
    evidence.sort(key=lambda each: each.probability)
    value = question.value(choice)
    named, without_named = tuple(each.cell for each in evidence[:TOGETHER]), None
    if evidence and all(each.choice == value for each in evidence):
        named, probabilities = _together(question, choice, [each.cell for each in evidence[: PARTNERS + 1]])
        without_named = question.value(int(probabilities.argmax()))
    return Influence(
        cell=cell,
        view=view.index,
        step=step,
        decided=question.decided,
        choice=value,
        probability=float(before[choice]),
        heat=heat,
        evidence=tuple(evidence),
        named=named,
        without_named=without_named,
    )


def _together(question: "_Question", choice: int, cells: list[Cell]) -> tuple[tuple[Cell, ...], FloatArray]:
    """Up to three of `cells`, the first among them, and the probabilities without all of these.

    Each further one is that which costs the choice most beside those before it: in a puzzle with more givens than it
    needs, two that say the same can each be missed, but not both.
    """
    named, probabilities = cells[:1], question.ask([tuple(cells[:1])])[0]
    while len(named) < min(TOGETHER, len(cells)):
        others = [cell for cell in cells if cell not in named]
        found = question.ask([(*named, other) for other in others])
        best = min(range(len(others)), key=lambda i: float(found[i][choice]))
        named, probabilities = [*named, others[best]], found[best]
    return tuple(named), probabilities


def _candidates(puzzle: Puzzle, cell: Cell, heat: FloatArray) -> list[Cell]:
    """The cells to ask without, the most promising first."""
    removable = [each for each in removable_cells(puzzle) if each != cell]
    near = sorted(removable, key=lambda c: abs(c[0] - cell[0]) + abs(c[1] - cell[1]))[: NEAREST[puzzle.kind]]
    hot = sorted(removable, key=lambda c: -heat[c])
    asked = ASKED[puzzle.kind]
    return list(dict.fromkeys([*hot[: asked - len(near)], *near, *hot]))[:asked]


def choice_without(
    network: RecursiveModel,
    puzzle: Puzzle,
    cell: Cell,
    step: int,
    removed: Sequence[Sequence[Cell]],
    *,
    view: View,
    identifier: int | None = None,
    cancelled: Callable[[], bool] = never,
) -> list[int]:
    """What the network chooses in `cell` without each of these groups of given cells, as the puzzle's own values."""
    question = _Question(network, puzzle, cell, step, view, identifier, cancelled)
    return [question.value(int(found.argmax())) for found in question.ask([tuple(group) for group in removed])]


class _Question:
    """One cell at one refinement of one view, about which the network is asked with given cells removed."""

    def __init__(
        self,
        network: RecursiveModel,
        puzzle: Puzzle,
        cell: Cell,
        step: int,
        view: View,
        identifier: int | None,
        cancelled: Callable[[], bool],
        branches: Sequence[Branch] = (),
    ) -> None:
        self._network, self._puzzle, self._cancelled = network, puzzle, cancelled
        self._view, self._identifier = view, identifier
        self._place = view.place(cell, puzzle.shape)
        rows, columns = view.apply(puzzle.grid).shape
        self._shape = (rows, columns)
        # A view that restarted has forgotten what came before.
        steps = sum(attempt_of(puzzle.kind, number) == view.attempt for number in range(1, step + 1))
        self._cycles = (network.config.H_cycles, network.config.L_cycles)
        """T and n in the paper, of the refinement that is asked."""
        self._forced: dict[Cell, int] = {}
        """What that refinement is made to answer."""
        self.choice, back = self._find_decision(step - steps, step, branches)
        """The token that the cell has after `step`."""
        self.decided = step - back
        """The refinement from which on it has had that token."""

    def _find_decision(self, first: int, last: int, branches: Sequence[Branch]) -> tuple[int, int]:
        """The cell's token after refinement number `last`, and how many before it had left it as it was.

        The attempt starts after refinement number `first`.
        """
        choice, back, size = -1, 0, self._shape[0] * self._shape[1]
        changes = Changes(self._network, sorted(branches, key=lambda branch: branch.step), size)
        with torch.inference_mode():
            x, context = self._embedded([()])
            y, z = start = initial_state(self._network, [self._view], size)
            for number in range(last):
                z = changes.before(number, z)
                if number < first or (number == first and first):
                    # It starts over after that, whatever was done to its memory.
                    y, z = start
                if number < first:
                    continue
                before, cycles, forced = (y, z), changes.cycles, changes.forced
                y, z = self._step(x, y, z, context, cycles, forced)
                token = int(self._own_tokens(self._probabilities(y)[0]).argmax())
                back = back + 1 if token == choice else 0
                if not back:
                    choice, self._before, self._cycles, self._forced = token, before, cycles, forced
        return choice, back

    def _probabilities(self, y: Tensor) -> FloatArray:
        """[B, tokens of the view] of the cell."""
        logits = self._network.logits(y)[:, self._place]
        found: FloatArray = NORMALISERS[self._network.config.normaliser](logits).float().cpu().numpy()
        return found

    def value(self, token: int) -> int:
        """The puzzle's own value of a token."""
        return int(VOCABULARIES[self._puzzle.kind].decode(np.array(token)))

    def ask(self, removed: Sequence[tuple[Cell, ...]]) -> list[FloatArray]:
        """[tokens of the puzzle]: the cell's probabilities without each group of cells."""
        found: list[FloatArray] = []
        for start in range(0, len(removed), VARIANTS_AT_ONCE):
            group = removed[start : start + VARIANTS_AT_ONCE]
            with torch.inference_mode():
                x, context = self._embedded(group)
                y, z = (state.expand(len(group), -1, -1) for state in self._before)
                y, _ = self._step(x, y, z, context, self._cycles, self._forced)
                probabilities = self._probabilities(y)
            found += [self._own_tokens(row) for row in probabilities]
        return found

    def heat(self, choice: int) -> FloatArray:
        """[rows, columns]: by how much the choice's log-odds fall without each cell, to first order."""
        puzzle = self._puzzle
        x, context = self._embedded([()])
        x = x.detach().clone().requires_grad_(True)
        with torch.enable_grad():
            # Copies, since what was computed in inference mode can't be part of a gradient.
            y, z = (state.clone() for state in self._before)
            # Without what was forced, for that would cut the gradient off; it only says which cells to try.
            y, _ = self._step(x, y, z, context, self._cycles, {})
            logits = self._network.logits(y)[0, self._place]
            seen_as = self._view.seen_as(choice)
            others = torch.arange(len(logits), device=logits.device) != seen_as
            # Probabilities near 1 have hardly a gradient left; log-odds have one.
            (gradient,) = torch.autograd.grad(logits[seen_as] - logits[others].logsumexp(0), x)
        heat = np.zeros(puzzle.shape, np.float32)
        cells = removable_cells(puzzle)
        with torch.no_grad():
            for start in range(0, len(cells), VARIANTS_AT_ONCE):
                some = cells[start : start + VARIANTS_AT_ONCE]
                without, _ = self._embedded([(each,) for each in some])
                falls = ((x - without) * gradient).sum((1, 2)).float().cpu().numpy()
                for each, fall in zip(some, falls, strict=True):
                    heat[each] = fall
        return heat

    def _embedded(self, removed: Sequence[tuple[Cell, ...]]) -> tuple[Tensor, Context]:
        tokens = [self._view.apply(tokens_without(self._puzzle, cells)) for cells in removed]
        device = self._network.H_init.device
        inputs = torch.from_numpy(np.stack(tokens)).flatten(1).to(device)
        identifiers = None if self._identifier is None else torch.full((len(removed),), self._identifier, device=device)
        return embedded(self._network, [self._view] * len(removed), inputs, self._shape, identifiers)

    def _step(
        self, x: Tensor, y: Tensor, z: Tensor, context: Context, cycles: tuple[int, int], forced: dict[Cell, int]
    ) -> tuple[Tensor, Tensor]:
        """One supervision step, with gradient through all of it unless something is forced."""
        network = self._network
        for _ in range(cycles[0]):  # T in the paper
            for _ in range(cycles[1]):  # n in the paper
                z = network.refine_latent(x, y, z, context)
                self._check_cancelled()
            y = network.refine_answer(y, z, context)
            for cell, value in forced.items():
                y = with_value(network, y, self._view, self._puzzle, cell, value)
            self._check_cancelled()
        return y, z

    def _own_tokens(self, probabilities: FloatArray) -> FloatArray:
        """[tokens] under the names of the view → under the puzzle's own."""
        return probabilities if self._view.tokens is None else probabilities[list(self._view.tokens)]

    def _check_cancelled(self) -> None:
        if self._cancelled():
            raise Cancelled
