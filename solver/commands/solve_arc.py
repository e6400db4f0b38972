"""ARC tasks answered by a published checkpoint that was imported with the identifiers of those very tasks."""

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

from solver.commands.answers import answers_to_json, print_answers, two_answers
from solver.commands.common import UsageError, load_network
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcTask
from solver.reasoning.vote_trace import trace_of
from solver.trace.trace_json import trace_to_json

if TYPE_CHECKING:
    from solver.model.checkpoint import Checkpoint
    from solver.reasoning.vote import Candidate


def solve_arc(
    args: argparse.Namespace, index: int, puzzle: ArcPuzzle, checkpoint: "Checkpoint | None"
) -> "tuple[bool, Checkpoint]":
    """Answer all test inputs, print them, and tell whether each is known to be right, within two attempts.

    The network is `checkpoint`, if it was loaded before. Raises `UsageError`, `OSError` for the trace's file.
    """
    task = puzzle.task
    if not has_identifiers(args.checkpoint):
        raise UsageError(
            "an ARC task is answered by a network fitted to it: `python -m solver adapt FILE`; or name a published "
            "checkpoint with --checkpoint that was imported with the task's identifiers"
        )
    if args.trace and len(task.test) > 1:
        raise UsageError(f"--trace records one test input, and {task.name or args.file} holds {len(task.test)}")
    checkpoint = checkpoint or load_network(args, puzzle.kind)
    began = time.perf_counter()
    candidates, views = vote_with_progress(args, task, checkpoint, args.views or args.default_views)
    seconds = time.perf_counter() - began
    right = all(pair.output in two_answers(found) for pair, found in zip(task.test, candidates, strict=True))
    if args.json:
        row = {"index": index, "kind": puzzle.kind, "verified": right, **answers_to_json(task, candidates)}
        print(json.dumps({**row, "views": views, "seconds": seconds}), flush=True)
    else:
        print_answers(task, candidates)
    if args.trace:
        if not candidates[0]:
            raise UsageError("no view answered with a grid, so there is nothing to record")
        trace = trace_of(puzzle, candidates[0], checkpoint.label, str(checkpoint.device))
        args.trace.write_text(json.dumps(trace_to_json(trace)), "utf-8")
    return right, checkpoint


def has_identifiers(folder: Path | None) -> bool:
    """Whether a checkpoint was imported with the identifiers of some tasks."""
    from solver.model.bundled import IDENTIFIERS_FILE

    return folder is not None and (folder / IDENTIFIERS_FILE).is_file()


def vote_with_progress(
    args: argparse.Namespace, task: ArcTask, checkpoint: "Checkpoint", most_views: int | None
) -> "tuple[list[list[Candidate]], int]":
    """What the network's views answer to each test input, and how many views voted; with a progress bar.

    Raises `UsageError` for a task that the checkpoint does not know.
    """
    from tqdm import tqdm

    from solver.model.errors import CheckpointError
    from solver.reasoning.published_arc import identified, known_augmentations, vote_as_published

    try:
        known = known_augmentations(args.checkpoint, checkpoint.config, identified(args.checkpoint, task))[:most_views]
    except CheckpointError as error:
        raise UsageError(str(error)) from None
    candidates = []
    with tqdm(total=len(task.test), desc=task.name, bar_format="{desc}: {percentage:3.0f}%|{bar}| {elapsed}") as bar:
        for test in range(len(task.test)):

            def tell(fraction: float, test: int = test) -> None:
                bar.update(test + fraction - bar.n)

            candidates.append(
                vote_as_published(checkpoint.network, known, task, test, steps=args.steps or 0, progress=tell)
            )
    return candidates, len(known)
