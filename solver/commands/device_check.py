"""`device-check`: whether a device computes what the CPU does, and how fast; takes about a minute and needs no window.

It ends with 0 if every check passed, and with 1 if any failed. No network is changed or kept.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from solver.commands.adapt import seconds
from solver.commands.common import MOST_THREADS, UsageError, Verbs, at_most, positive, ready_device, refuse

if TYPE_CHECKING:
    from solver.model.checkpoint import Checkpoint
    from solver.puzzles.base import Puzzle

TOLERANCE = 1e-3
"""By which a logit may differ from the CPU's."""
STEPS = 4
"""Refinements that are compared: rounding errors grow with each."""
FIT_SECONDS, BATCH = 20.0, 16
SAMPLES = {"sudoku": "sudoku_easy.sdk", "maze": "maze_perfect_21.txt", "arc": "arc_plus.json"}
"""What each kind's networks are asked; the ARC task ships with a network fitted to it."""
LEAST_SOLVED = 0.95
"""Share of the batch, which is of easy puzzles."""


@dataclass(frozen=True)
class Row:
    """One check."""

    check: str
    passed: bool
    found: str


def add_parser(verbs: Verbs) -> None:
    """Declare the verb and its options."""
    parser = verbs.add_parser("device-check", help="compare a device with the CPU, and time it", description=__doc__)
    parser.add_argument("--device", default="auto", choices=("auto", "cpu", "cuda", "mps"))
    parser.add_argument(
        "--seconds", type=seconds, default=FIT_SECONDS, metavar="S", help="of the fit to an ARC task (default: 20)"
    )
    parser.add_argument(
        "--batch", type=positive, default=BATCH, metavar="N", help=f"Sudokus in the batch (default: {BATCH})"
    )
    parser.add_argument(
        "--threads", type=at_most(MOST_THREADS), metavar="N", help="CPU threads (default: all cores but one)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON, one check a line")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 if every check passed, 1 if one failed, 2 if there is no such device."""
    import torch

    try:
        device = ready_device(args)
    except UsageError as error:
        return refuse(error)
    named = torch.cuda.get_device_name() if device == "cuda" else device.upper()
    if not args.json:
        print(f"{named}, PyTorch {torch.__version__}, {torch.get_num_threads()} CPU threads", flush=True)
    began, passed = time.perf_counter(), True
    for check, look in _checks(device, args.seconds, args.batch):
        try:
            row = Row(check, *look())
        # Whatever a device does wrong, the other checks are still worth making.
        except Exception as error:
            row = Row(check, False, f"{type(error).__name__}: {error}".splitlines()[0])
        passed &= row.passed
        print(json.dumps(asdict(row)) if args.json else _as_text(row), flush=True)
    if not args.json:
        verdict = "All checks passed" if passed else "Some checks failed"
        print(f"{verdict} in {time.perf_counter() - began:.0f} s.")
    return 0 if passed else 1


def _as_text(row: Row) -> str:
    return f"{row.check:<32} {'ok' if row.passed else 'FAILED':<7} {row.found}"


Look = Callable[[], tuple[bool, str]]
"""Makes one check: whether it passed, and what was found."""


def _checks(device: str, fit_seconds: float, batch: int) -> Iterator[tuple[str, Look]]:
    from solver.model.bundled import bundled_networks

    networks = bundled_networks()
    for folders in networks.values():
        for folder in folders:
            yield f"Logits of {folder.name}", partial(compare_logits, folder, device)
    for kind in networks:
        yield f"{SAMPLES[kind]} solved", partial(answer_task if kind == "arc" else solve_sample, kind, device)
    yield f"Fit to an ARC task, {fit_seconds:g} s", partial(fit, fit_seconds, device)
    yield f"Batch of {batch} Sudokus", partial(solve_batch, batch, device)


def load(folder: Path, device: str) -> "Checkpoint":
    """A bundled checkpoint on a device."""
    from solver.model.checkpoint import load_checkpoint

    return load_checkpoint(folder, device)


def sample(kind: str) -> "Puzzle":
    """The sample puzzle of that kind."""
    from solver.formats.files import read_puzzle_file
    from solver.model.bundled import samples_folder

    file = samples_folder() / SAMPLES[kind]
    [read] = read_puzzle_file(file.read_bytes(), file.name, kind=kind)
    if read.puzzle is None:
        raise ValueError(f"The sample {file.name} cannot be read.")
    return read.puzzle


def compare_logits(folder: Path, device: str) -> tuple[bool, str]:
    """The largest difference between the device's logits and the CPU's, over some refinements of a sample."""
    import torch

    from solver.puzzles.vocabulary import encode

    tokens = None
    found = []
    for where in ("cpu", device):
        checkpoint = load(folder, where)
        network = checkpoint.network
        tokens = encode(sample(checkpoint.config.kind)) if tokens is None else tokens
        rows, columns = tokens.shape
        inputs = torch.from_numpy(tokens).flatten()[None].to(where)
        steps = []
        with torch.inference_mode():
            x, context = network.embed(inputs, shape=(rows, columns))
            y, z = network.initial_state(1, rows * columns)
            for _ in range(STEPS):
                y, z, logits, q = network(x, y, z, context)
                steps.append(torch.cat((logits.flatten(), q.flatten())).float().cpu())
        found.append(torch.stack(steps))
    expected, given = found
    if not torch.isfinite(given).all():
        return False, "some are not finite"
    largest = float((given - expected).abs().max())
    return largest <= TOLERANCE, f"differ by at most {largest:.1e} in {STEPS} refinements"


def solve_sample(kind: str, device: str) -> tuple[bool, str]:
    """Solve the sample as the window does."""
    from solver.model.bundled import bundled_checkpoints
    from solver.reasoning.budget import default_budget
    from solver.reasoning.refine import Reasoning

    puzzle = sample(kind)
    reasoning = Reasoning(load(bundled_checkpoints()[kind], device), puzzle, default_budget(puzzle))
    began = time.perf_counter()
    refinements = list(reasoning.refinements())
    took = time.perf_counter() - began
    accepted = any(refinement.accepted for refinement in refinements)
    return accepted, f"{len(refinements)} refinements in {took:.2f} s"


def answer_task(kind: str, device: str) -> tuple[bool, str]:
    """Answer the ARC sample with the network that ships fitted to it: its views vote."""
    from solver.model.bundled import bundled_adapted_folder
    from solver.puzzles.arc.puzzle import ArcPuzzle
    from solver.reasoning import answer_task as answering
    from solver.reasoning.adapted_cache import AdaptedCache

    puzzle = sample(kind)
    assert isinstance(puzzle, ArcPuzzle)
    with tempfile.TemporaryDirectory(prefix="ponder-device-check-") as folder:
        cache = AdaptedCache(Path(folder), bundled=bundled_adapted_folder())
        began = time.perf_counter()
        # Should the fitted network be gone, a fit of the whole time would only hide it.
        answered = answering.answer_task(puzzle.task, 30.0, device=device, cache=cache, enough=lambda: True)
        took = time.perf_counter() - began
    best = answered.candidates[0][:1]
    votes = f"{best[0].votes} of {best[0].voters} votes" if best else "no answer"
    return bool(best) and best[0].grid == puzzle.known_output, f"{votes} in {took:.2f} s"


def fit(fit_seconds: float, device: str) -> tuple[bool, str]:
    """Fit the base to the ARC sample: the loss falls, and how many steps a second it takes."""
    import numpy as np

    from solver.model.bundled import bundled_checkpoints
    from solver.puzzles.arc.puzzle import ArcPuzzle
    from solver.reasoning.adapt import adapt

    puzzle = sample("arc")
    assert isinstance(puzzle, ArcPuzzle)
    began = time.perf_counter()
    # Twice as much time is given, so that an answer that is found early does not end it.
    adapted = adapt(
        puzzle.task,
        2 * fit_seconds,
        load(bundled_checkpoints()["arc"], device),
        device=device,
        enough=lambda: time.perf_counter() - began >= fit_seconds,
    )
    took = time.perf_counter() - began
    losses, part = adapted.losses, max(1, len(adapted.losses) // 4)
    before, after = float(losses[:part].mean()), float(losses[-part:].mean())
    falls = bool(np.isfinite(losses).all()) and (len(losses) < 8 or after < before)
    rows, columns = adapted.part
    return falls, f"{len(losses) / took:.1f} steps/s at {rows}×{columns}, loss {before:.3f} → {after:.3f}"


def solve_batch(count: int, device: str) -> tuple[bool, str]:
    """Solve the sample in `count` disguises at once."""
    import random

    from solver.model.bundled import bundled_checkpoints
    from solver.puzzles.sudoku.puzzle import SudokuPuzzle
    from solver.puzzles.sudoku.symmetry import random_symmetry
    from solver.reasoning.batch import solve_many
    from solver.reasoning.budget import PUBLISHED_STEPS, Budget

    drawn = random.Random(0)
    grid = sample("sudoku").grid
    disguised = [random_symmetry(drawn).apply(grid) for _ in range(count)]
    puzzles = [SudokuPuzzle(tuple(one.ravel().tolist())) for one in disguised]
    checkpoint = load(bundled_checkpoints()["sudoku"], device)
    began = time.perf_counter()
    outcomes = solve_many(checkpoint, puzzles, lambda _: Budget(PUBLISHED_STEPS, 1))
    took = time.perf_counter() - began
    solved = sum(outcome.verified for outcome in outcomes)
    return solved >= LEAST_SOLVED * count, f"{count / took:.1f} puzzles/s, {solved} of {count} solved"
