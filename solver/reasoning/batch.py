"""Solving many puzzles in batches, without recording how: for evaluation and validation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import torch

from solver.model.checkpoint import Checkpoint
from solver.puzzles.base import BoolGrid, IntGrid, Puzzle
from solver.puzzles.sudoku.puzzle import accepts
from solver.puzzles.vocabulary import VOCABULARIES, encode
from solver.reasoning.budget import Budget, attempt_of, restarts_at
from solver.reasoning.standstill import Standstill, latent_change
from solver.reasoning.views import View, embedded, initial_state, restart_rows, view_of

LARGEST_BATCH_TOKENS = 64 * 81
"""Of the network, in one batch: larger ones fall out of the processor's caches, and take longer for each puzzle."""


@dataclass(frozen=True, eq=False)
class Outcome:
    """What became of one puzzle."""

    answer: IntGrid
    """[R, C]: the first answer that the rules accept, else the last one of the puzzle as given."""
    last_answer: IntGrid
    """[R, C]: the answer to the puzzle as given after all its steps, as published figures use it. It is of the last
    attempt, unless an answer was accepted: then no other attempt follows."""
    verified: bool
    view: int
    """The view that `answer` is of."""
    steps: int
    """Steps that view took to `answer`."""
    halt_probability: float
    """sigmoid(q) at `answer`."""
    last_halt_probability: float
    """sigmoid(q) at `last_answer`."""
    last_accepted: bool
    """Whether the rules accept `last_answer`."""


def solve_many(
    checkpoint: Checkpoint,
    puzzles: Sequence[Puzzle],
    budgets: Callable[[Puzzle], Budget],
    progress: Callable[[int], object] = int,
) -> list[Outcome]:
    """Solve each puzzle within its budget; `progress` gets how many more are done.

    The puzzle as given runs all its steps, so that `last_answer` is what stopping late would have given; further
    views stop as soon as the rules accept, as in the window.
    """
    outcomes: dict[int, Outcome] = {}
    groups: dict[tuple[tuple[int, int], Budget], list[int]] = {}
    for index, puzzle in enumerate(puzzles):
        groups.setdefault((puzzle.shape, budgets(puzzle)), []).append(index)
    for (shape, budget), indexes in groups.items():
        # A token is a cell to most networks, and a candidate to some.
        tokens = checkpoint.network.board.tokens(shape[0] * shape[1])
        size = max(1, LARGEST_BATCH_TOKENS // tokens)
        for start in range(0, len(indexes), size):
            batch = indexes[start : start + size]
            found = _run(checkpoint, [puzzles[i] for i in batch], view_of(checkpoint.config.kind, 0), budget.steps)
            outcomes.update(zip(batch, found, strict=True))
            for index in range(1, budget.views):
                left = [i for i in batch if not outcomes[i].verified]
                if not left:
                    break
                view = view_of(checkpoint.config.kind, index)
                again = _run(checkpoint, [puzzles[i] for i in left], view, budget.steps, stop=True)
                for i, outcome in zip(left, again, strict=True):
                    if outcome.verified:
                        outcomes[i] = _with_last(outcome, outcomes[i])
            progress(len(batch))
    return [outcomes[i] for i in range(len(puzzles))]


@torch.inference_mode()
def _run(
    checkpoint: Checkpoint, puzzles: Sequence[Puzzle], view: View, steps: int, *, stop: bool = False
) -> list[Outcome]:
    """One view of puzzles of one shape; with `stop`, those accepted or standing still leave the batch."""
    network = checkpoint.network
    tokens = np.stack([view.apply(encode(p)) for p in puzzles])
    shape = (tokens.shape[1], tokens.shape[2])
    inputs = torch.from_numpy(tokens).flatten(1).to(checkpoint.device)
    x, context = embedded(network, [view] * len(puzzles), inputs, shape)
    y, z = initial_state(network, [view] * len(puzzles), shape[0] * shape[1])
    found: dict[int, Outcome] = {}
    last: dict[int, Outcome] = {}
    running: IntGrid = np.arange(len(puzzles))
    standstill = Standstill(len(puzzles))
    decoded: IntGrid = np.zeros((len(puzzles), *shape), dtype=np.int64)
    kind = checkpoint.config.kind
    for step in range(1, steps + 1):
        # An accepted one continues only to complete the batch; alone, it would have ended.
        unsolved = [place for place, index in enumerate(running.tolist()) if index not in found]
        if restarts_at(kind, step) and unsolved:
            views = [view_of(kind, view.index, attempt_of(kind, step))] * len(unsolved)
            x, y, z = restart_rows(network, views, unsolved, inputs[running.tolist()], shape, (x, y, z))
            standstill.restart(np.array(unsolved))
        z_before, decoded_before = z, decoded
        y, z, logits, q = network(x, y, z, context)
        decoded = logits.argmax(-1).cpu().numpy().reshape(-1, *shape)
        answers = [VOCABULARIES[puzzles[0].kind].decode(view.undo_tokens(d)) for d in decoded]
        halt = torch.sigmoid(q).tolist()
        accepted = accepted_by_rules([puzzles[i] for i in running.tolist()], answers)
        standstill.see((decoded == decoded_before).all((1, 2)), latent_change(z, z_before))
        leaves = (accepted | standstill.reached) if stop else np.full(len(running), step == steps)
        for place, (index, answer, sure, right) in enumerate(
            zip(running.tolist(), answers, halt, accepted, strict=True)
        ):
            outcome = Outcome(answer, answer, bool(right), view.index, step, sure, sure, bool(right))
            if right:
                found.setdefault(index, outcome)
            if leaves[place] or step == steps:
                last[index] = outcome
        keep = np.flatnonzero(~leaves)
        if not len(keep):
            break
        if len(keep) < len(running):
            rows = torch.from_numpy(keep).to(x.device)
            running, decoded, x, y, z = running[keep], decoded[keep], x[rows], y[rows], z[rows]
            context = context.rows(rows)
            standstill.keep(keep)
    return [_with_last(found.get(index, outcome), outcome) for index, outcome in sorted(last.items())]


def _with_last(outcome: Outcome, last: Outcome) -> Outcome:
    return replace(
        outcome,
        last_answer=last.last_answer,
        last_halt_probability=last.last_halt_probability,
        last_accepted=last.last_accepted,
    )


def accepted_by_rules(puzzles: Sequence[Puzzle], answers: Sequence[IntGrid]) -> npt.NDArray[np.bool_]:
    """[B], true where the rules accept; for a kind whose rules cannot tell, false."""
    if puzzles[0].kind == "sudoku":
        accepted: BoolGrid = accepts(np.stack(answers), np.stack([p.grid for p in puzzles]))
        return accepted
    return np.array([bool(p.check(a).accepted) for p, a in zip(puzzles, answers, strict=True)])
