"""y and z of a recorded solve, after each cycle of each refinement, computed again and written as NumPy's `.npz`.

They are not kept in recordings, which they would make many times as large.
"""

import io
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from torch import Tensor

from solver.cancelling import Cancelled, never
from solver.files import write_bytes
from solver.messages import ExplainedError, Template
from solver.model.checkpoint import Checkpoint
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.reasoning.branch import branched_from
from solver.reasoning.view_batch import ViewBatch
from solver.reasoning.views import view_of
from solver.trace import FloatArray, Trace

MOST_BYTES = 1 << 30
"""Of all y and z together."""

TWO_NETWORKS = Template(
    "latents.two_networks",
    "Two networks made this recording, so its latents cannot be computed again. Export "
    "those of the solve it branched from.",
)
TOO_MANY = Template(
    "latents.too_many",
    "The latents of this recording take {size} MB, and at most {most} MB are written. Solve with fewer views or steps.",
)
OTHER_NETWORK = Template(
    "latents.other_network", "Recorded with {recorded}. Choose that checkpoint to write its latents."
)
NOT_ARC = Template("latents.not_arc", "The latents of an ARC task's votes cannot be computed again.")


def latents(
    checkpoint: Checkpoint,
    trace: Trace,
    *,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[float], object] = float,
) -> dict[str, FloatArray]:
    """`y` and `z` [K, T, S, D] of the trace's K refinements, T the most cycles that any has, NaN where one has fewer.

    Beside them `view` and `step` [K], `H_cycles` [K], and `about` (JSON: puzzle, checkpoint). S counts the network's
    tokens in the frame of the view, D is the hidden size. Where a network took over, they are those of the refinements
    that `checkpoint` made, for latents of two networks have two sizes.

    Raises `ExplainedError` for another checkpoint than the recording's, ARC tasks and what would be larger than
    `MOST_BYTES`, and `Cancelled`.
    """
    if isinstance(trace.puzzle, ArcPuzzle):
        raise ExplainedError(NOT_ARC())
    recorded = [r for r in trace.refinements if trace.made_by(r.view) == checkpoint.label]
    if not recorded:
        raise ExplainedError(OTHER_NETWORK(recorded=str(trace.networks[-1])))
    network = checkpoint.network
    cycles = np.array([len(r.inner_answers) for r in recorded])
    tokens, size = network.board.tokens(trace.puzzle.grid.size), checkpoint.config.hidden_size
    shape = (len(recorded), int(cycles.max(initial=1)), tokens, size)
    needed = 2 * 4 * int(np.prod(shape, dtype=np.int64))
    if needed > MOST_BYTES:
        raise ExplainedError(TOO_MANY(size=needed // 10**6, most=MOST_BYTES // 10**6))
    y, z = (np.full(shape, np.nan, np.float32) for _ in range(2))
    places = {(r.view, r.step): index for index, r in enumerate(recorded)}
    done = 0

    for view in dict.fromkeys(r.view for r in recorded):
        batch, take_step = _batch_of(checkpoint, trace, view, cancelled)
        for step in range(1, max(r.step for r in recorded if r.view == view) + 1):
            seen: list[tuple[Tensor, Tensor]] = []
            batch.on_cycle = partial(_keep, seen)
            take_step()
            index = places.get((view, step))
            if index is None:
                continue
            for cycle, (answer, latent) in enumerate(seen):
                y[index, cycle], z[index, cycle] = answer[0].float().cpu(), latent[0].float().cpu()
            done += 1
            progress(done / len(recorded))
    about = {
        "puzzle": trace.puzzle.to_json(),
        "checkpoint": checkpoint.label,
        "view_names": [*map(str, trace.views)],
    }
    return {
        "y": y,
        "z": z,
        "view": np.array([r.view for r in recorded]),
        "step": np.array([r.step for r in recorded]),
        "H_cycles": cycles,
        "about": np.array(json.dumps(about)),
    }


def _keep(seen: list[tuple[Tensor, Tensor]], y: Tensor, z: Tensor) -> None:
    seen.append((y, z))


def _batch_of(
    checkpoint: Checkpoint, trace: Trace, view: int, cancelled: Callable[[], bool]
) -> tuple[ViewBatch, Callable[[], object]]:
    """What refines that view as it was refined, and how to take its next step."""

    def check_cancelled() -> None:
        if cancelled():
            raise Cancelled

    if not trace.branches:
        batch = ViewBatch(checkpoint.network, trace.puzzle, [view_of(trace.puzzle.kind, trace.own_view(view))])
        return batch, lambda: batch.step(check_cancelled)
    if any(branch.checkpoint for branch in trace.branches):
        raise ExplainedError(TWO_NETWORKS())
    own_view = trace.own_view(trace.branches[0].view)
    branched = branched_from(
        checkpoint, trace.puzzle, trace.branches, len(trace), own_view=own_view, cancelled=cancelled
    )
    every = branched.every_refinement()
    return branched.batch, lambda: next(every)


def write_latents(path: Path, arrays: dict[str, FloatArray]) -> None:
    """Write what `latents` returned, compressed, so that the path holds the old file or the whole new one."""
    content = io.BytesIO()
    np.savez_compressed(content, **arrays)  # type: ignore[arg-type]
    write_bytes(path, content.getvalue())
