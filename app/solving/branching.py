"""What the network is asked for a branch of a recording."""

from dataclasses import replace
from pathlib import Path

from app.solving.networks import network_for
from app.solving.worker import Solve
from app.window.checkpoints import imported_home, kept_checkpoints
from solver.reasoning.budget import Budget
from solver.trace import Trace
from solver.trace.branch import Branch

LEAST_STEPS = 8
"""Refinements of a branch that leaves near the end of the usual budget."""


class UnknownCheckpoint(LookupError):
    """A branch is to be continued by a checkpoint that is not on this computer; its words are the name."""


def branch_solve(usual: Solve, trace: Trace, branch: Branch) -> tuple[Solve, Trace]:
    """Make a branch of `trace` out of the `usual` solve of its puzzle; also what is recorded of it before it starts.

    Raises `UnknownCheckpoint`.
    """
    # Changes that came later, or in another view, are not on the way to it.
    on_the_way = [each for each in trace.branches if (each.view, each.step <= branch.step) == (branch.view, True)]
    branches = (*on_the_way, branch)
    steps = max(usual.budget.steps - branch.step, LEAST_STEPS)
    kept = [r for r in trace.of_view(branch.view) if r.step <= branch.step]
    made_by = trace.made_by(branch.view)
    solve = replace(
        usual,
        budget=Budget(steps, 1),
        folder=network_for(trace.puzzle.kind, usual.folder, made_by),
        branches=branches,
        resumes="" if branch.checkpoint else made_by,
        recorded=trace,
    )
    other = next((each for each in reversed(branches) if each.checkpoint), None)
    if other is not None:
        folder = _folder_called(other.checkpoint, trace.puzzle.kind)
        answer = kept[other.step - 1].answer if other.step else trace.puzzle.grid
        solve = replace(solve, folder=folder, takes_over=(other.step, answer))
    return solve, replace(trace, refinements=kept, state=None, branches=branches, votes=(), voters=0)


def _folder_called(name: str, kind: str) -> Path:
    for each in kept_checkpoints(imported_home()):
        if each.kind == kind and each.folder.name == name:
            return each.folder
    raise UnknownCheckpoint(name)
