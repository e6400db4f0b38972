"""Steps a second of a fit to an ARC task, one thread; and those of another checkout where PONDER_BASE names it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from solver.puzzles.arc.canvas import canvas_side
from solver.puzzles.arc.collections import collection_task

TASKS = ("1caeab9d", "36d67576", "6cf79266", "83302e8f")
"""Training tasks whose canvases have sides of 11, 16, 21 and 30, with 4, 5, 6 and 7 colours."""
ROUNDS, STEPS = 2, 4
"""The checkouts take turns, so that what disturbs the machine disturbs both."""

FIT = f"""
import json, sys, time
from pathlib import Path
import torch
try:
    from solver.puzzles.arc.task import ArcTask
except ImportError:
    from solver.puzzles.arc import ArcTask
from solver.model.checkpoint import load_checkpoint
try:
    from solver.reasoning.fitting import Fit
except ImportError:
    from solver.reasoning.adapt import _Fit as Fit
torch.set_num_threads(1)
base = load_checkpoint(Path("assets/checkpoints/arc"))
fit = Fit(ArcTask.from_json(json.load(sys.stdin), "task"), base.network, 0, torch.device("cpu"))
taken, losses = [], []
for step in range(2 + {STEPS}):
    began = time.process_time()
    losses.append(fit.step(0.1, lambda: None)[0])
    taken.append(time.process_time() - began)
print(json.dumps([min(taken[2:]), losses]))
"""


def run() -> Iterator[tuple[str, str]]:
    """Name and figure, one after the other; by processor time, the fastest step of several."""
    here, older = Path(__file__).resolve().parents[2], os.environ.get("PONDER_BASE")
    for identifier in TASKS:
        task = collection_task(identifier).without_answers()
        side = canvas_side(task)
        name = f"fitting on a canvas of {side}×{side}, steps a second"
        checkouts = [here, *([Path(older)] if older else [])]
        rounds = [[_fit(checkout, json.dumps(task.to_json())) for checkout in checkouts] for _ in range(ROUNDS)]
        seconds = [min(taken for taken, _ in found) for found in zip(*rounds, strict=True)]
        figure = f"{1 / seconds[0]:.2f}"
        if older:
            apart = max(abs(a - b) / b for a, b in zip(*(losses for _, losses in rounds[0]), strict=True))
            figure += f", {1 / seconds[1]:.2f} in {Path(older).name}: {seconds[1] / seconds[0]:.2f} times as many"
            figure += f" (losses at most {apart:.1%} apart)"
        yield name, figure


def _fit(checkout: Path, task: str) -> tuple[float, list[float]]:
    """Seconds of the fastest step, and the losses."""
    command = [sys.executable, "-c", FIT]
    done = subprocess.run(command, input=task, cwd=checkout, capture_output=True, text=True, check=True)
    seconds, losses = json.loads(done.stdout)
    return seconds, losses
