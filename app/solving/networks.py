"""Which network a solve begins with, which takes over, and which one is asked about a recording; free of torch."""

from dataclasses import replace
from pathlib import Path

from app.solving.worker import Solve
from app.window.checkpoints import imported_home, kept_checkpoints
from solver.model.bundled import bundled_pair
from solver.trace import NetworkName, Trace


def successor(kind: str, chosen: Path | None) -> Path | None:
    """The folder of the network that takes over hard puzzles of `kind`; None where the settings chose one network."""
    pair = bundled_pair(kind) if chosen is None else None
    return None if pair is None else pair[1]


def network_for(kind: str, chosen: Path | None, recorded: NetworkName) -> Path | None:
    """The folder of the checkpoint that made a recording: by its name, else the `chosen` one.

    Its fingerprint is compared once it is loaded.
    """
    name = name_in(recorded)
    folders = [kept.folder for kept in kept_checkpoints(imported_home()) if kept.kind == kind]
    found = (folder for folder in ([chosen] if chosen is not None else []) + folders if folder.name == name)
    return next(found, chosen)


def name_in(recorded: NetworkName) -> str:
    """The folder's name in what a recording calls its checkpoint; empty for a network fitted to a task."""
    return recorded.rpartition(" (")[0] if isinstance(recorded, str) else ""


def own_views(trace: Trace) -> int:
    """How many views the network that thought last had."""
    return len(trace.views) - (0 if trace.hand_over is None else trace.hand_over.view)


def going_on(usual: Solve, trace: Trace) -> Solve:
    """The `usual` solve, made to go on from the end of `trace` by the network that thought last."""
    kind, chosen = trace.puzzle.kind, usual.folder
    resumed = replace(usual, resume=trace.state, resumes=trace.networks[-1], recorded=trace)
    if trace.hand_over is None:
        # Who chose another network since then is told that it cannot go on.
        return resumed
    return replace(
        resumed,
        folder=network_for(kind, chosen, trace.checkpoint),
        successor=network_for(kind, chosen, trace.hand_over.checkpoint),
        hand_over=trace.hand_over,
    )
