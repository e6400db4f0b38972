"""`evaluate --kind arc`: the share of ARC tasks that are answered, within one attempt and within two."""

import argparse
import hashlib
import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from solver.caches import evaluations_folder
from solver.commands.adapt import answer_with_progress, located
from solver.commands.answers import two_answers
from solver.commands.common import UsageError, load_network
from solver.commands.solve_arc import has_identifiers, vote_with_progress
from solver.files import FileError, read_limited
from solver.formats.arc_folder import read_task_folder
from solver.puzzles.arc.canvas import size
from solver.puzzles.arc.collections import collection_task, read_ids
from solver.puzzles.arc.task import ArcTask
from solver.puzzles.base import PuzzleError
from solver.version import __version__

if TYPE_CHECKING:
    from solver.model.checkpoint import Checkpoint

LARGEST_IDS = 16 << 20
"""Bytes."""
SIDES = (1, 10), (11, 20), (21, 30)
"""Of the largest grid: tasks are reported by it, since larger ones get fewer steps in the same time."""


@dataclass(frozen=True)
class TaskOutcome:
    """One task: right where every one of its test inputs was answered right."""

    task: str
    first_right: bool
    either_right: bool
    seconds: float


def evaluate_arc(args: argparse.Namespace) -> dict[str, float | None]:
    """`n, pass_at_1, pass_at_2, seconds_per_task`, and n and pass_at_2 by the largest side of a task's grids.

    Raises `UsageError` for what can't be measured.
    """
    if not has_identifiers(args.checkpoint) and (args.steps or args.views):
        raise UsageError(
            "--steps and --views are for published ARC checkpoints; a network that is adapted gets --budget seconds"
        )
    tasks = _tasks(args)
    network = _network(args)
    partial = _partial_file(args, tasks, network)
    outcomes = _read_outcomes(partial) if args.resume else {}
    partial.parent.mkdir(parents=True, exist_ok=True)
    with partial.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(asdict(outcome)) + "\n" for outcome in outcomes.values())
        file.flush()
        for task in tasks:
            if task.name in outcomes:
                continue
            began = time.perf_counter()
            if has_identifiers(args.checkpoint):
                answers, _ = vote_with_progress(args, task, network, args.views)
            else:
                answers = answer_with_progress(task, args, base=args.checkpoint).candidates
            seconds = time.perf_counter() - began
            found = zip(task.test, answers, strict=True)
            hits = [[grid == pair.output for grid in two_answers(candidates)] for pair, candidates in found]
            outcome = TaskOutcome(task.name, all(h[0] for h in hits), all(map(any, hits)), seconds)
            outcomes[task.name] = outcome
            # A line at a time: what was measured is there to resume from, whatever happens next.
            file.write(json.dumps(asdict(outcome)) + "\n")
            file.flush()
    measured = [outcomes[task.name] for task in tasks]
    partial.unlink()
    n = len(measured)
    row: dict[str, float | None] = {
        "n": n,
        "pass_at_1": sum(o.first_right for o in measured) / n,
        "pass_at_2": sum(o.either_right for o in measured) / n,
        "seconds_per_task": sum(o.seconds for o in measured) / n,
    }
    for smallest, largest in SIDES:
        of_size = [outcomes[task.name] for task in tasks if smallest <= largest_side(task) <= largest]
        if of_size:
            row[f"n_{smallest}_to_{largest}"] = len(of_size)
            row[f"pass_at_2_{smallest}_to_{largest}"] = sum(o.either_right for o in of_size) / len(of_size)
    return row


def largest_side(task: ArcTask) -> int:
    """Rows or columns of the largest grid in it, test outputs too."""
    grids = [grid for pair in (*task.train, *task.test) for grid in (pair.input, pair.output) if grid is not None]
    return max(side for grid in grids for side in size(grid))


def _tasks(args: argparse.Namespace) -> list[ArcTask]:
    """The tasks that the ids name, of a folder if there is one and else of ARC-AGI-1; or all of the folder."""
    ids = None
    try:
        if args.ids is not None:
            ids = read_ids(read_limited(args.ids, LARGEST_IDS).decode("utf-8-sig").splitlines())
    except PuzzleError as error:
        raise UsageError(f"{args.ids}:{error.line}: {error.why}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{args.ids}: this is not text") from None
    except FileError as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        raise UsageError(f"{args.ids}: {error.strerror or error}") from None
    if args.file is None:
        if ids is None:
            raise UsageError("name the tasks with --ids FILE, or a folder of them")
        try:
            tasks = [collection_task(identifier) for identifier in ids]
        except PuzzleError as error:
            raise UsageError(error.why) from None
    else:
        tasks = _folder_tasks(Path(args.file), ids)
    for task in tasks:
        if any(pair.output is None for pair in task.test):
            raise UsageError(f"{task.name} has a test input without its output, so that no answer can be judged")
    return tasks


def _folder_tasks(folder: Path, ids: list[str] | None) -> list[ArcTask]:
    found: dict[str, ArcTask] = {}
    try:
        for file, task in read_task_folder(folder):
            if ids is not None and file.stem not in ids:
                continue
            if isinstance(task, PuzzleError):
                raise UsageError(located(file, task))
            found[task.name] = task
    except OSError as error:
        raise UsageError(f"{folder}: {error.strerror or error}") from None
    for identifier in ids or []:
        if identifier not in found:
            raise UsageError(f"{folder} has no {identifier}.json")
    if not found:
        raise UsageError(f"{folder} holds no tasks")
    return [found[identifier] for identifier in ids or found]


def _network(args: argparse.Namespace) -> "Checkpoint":
    """What answers, or is adapted; raises `UsageError` for a checkpoint that can do neither."""
    from solver.model.errors import CheckpointError
    from solver.reasoning.adapt import check_base

    checkpoint = load_network(args, "arc")
    try:
        if not has_identifiers(args.checkpoint):
            check_base(checkpoint)
    except CheckpointError as error:
        raise UsageError(str(error)) from None
    return checkpoint


def _partial_file(args: argparse.Namespace, tasks: list[ArcTask], network: "Checkpoint") -> Path:
    """Where what is measured is kept until all is: one file for these tasks, measured in this way."""
    how = [args.budget, args.seed, args.steps, args.views]
    what = [__version__, network.fingerprint, *how, [(task.name, task.to_json()) for task in tasks]]
    name = hashlib.sha256(json.dumps(what).encode()).hexdigest()[:16]
    return evaluations_folder() / f"{name}.jsonl"


def _read_outcomes(file: Path) -> dict[str, TaskOutcome]:
    """What was measured before; a line that was cut off is measured again."""
    found: dict[str, TaskOutcome] = {}
    if file.is_file():
        for line in file.read_text("utf-8").splitlines():
            try:
                outcome = TaskOutcome(**json.loads(line))
            except (TypeError, ValueError):
                break
            found[outcome.task] = outcome
    return found
