"""`solve` for an ARC task: with a published checkpoint that was imported with the identifiers of that very task."""

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

from solver.commands.answers import answers_to_json, print_answers, two_answers
from solver.commands.common import UsageError, load_network
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.reasoning.vote_trace import trace_of
from solver.trace.trace_json import trace_to_json

if TYPE_CHECKING:
    from solver.model.checkpoint import Checkpoint


def solve_arc(
    args: argparse.Namespace, index: int, puzzle: ArcPuzzle, checkpoint: "Checkpoint | None"
) -> "tuple[bool, Checkpoint]":
    """Answer all test inputs, print them, and tell whether each is known to be right, within two attempts.

    The network is `checkpoint`, if it was loaded before. Raises `UsageError`, `OSError` for the trace's file.
    """
    from tqdm import tqdm

    from solver.model.errors import CheckpointError
    from solver.model.identifiers import IDENTIFIERS_FILE
    from solver.reasoning.published_arc import known_augmentations, vote_as_published

    task, folder = puzzle.task, args.checkpoint
    if folder is None or not (Path(folder) / IDENTIFIERS_FILE).is_file():
        raise UsageError(
            "an ARC task is answered by a network fitted to it: `python -m solver adapt FILE`; or name a published "
            "checkpoint with --checkpoint that was imported with the task's identifiers"
        )
    if args.trace and len(task.test) > 1:
        raise UsageError(f"--trace records one test input, and {task.name or args.file} holds {len(task.test)}")
    checkpoint = checkpoint or load_network(args, puzzle.kind)
    try:
        known = known_augmentations(folder, checkpoint.config, task.name)[: args.views]
    except CheckpointError as error:
        raise UsageError(str(error)) from None
    began = time.perf_counter()
    candidates = []
    with tqdm(total=len(task.test), desc=task.name, bar_format="{desc}: {percentage:3.0f}%|{bar}| {elapsed}") as bar:
        for test in range(len(task.test)):

            def tell(fraction: float, test: int = test) -> None:
                bar.update(test + fraction - bar.n)

            candidates.append(
                vote_as_published(checkpoint.network, known, task, test, steps=args.steps or 0, progress=tell)
            )
    seconds = time.perf_counter() - began
    right = all(pair.output in two_answers(found) for pair, found in zip(task.test, candidates, strict=True))
    if args.json:
        row = {"index": index, "kind": puzzle.kind, "verified": right, **answers_to_json(task, candidates)}
        print(json.dumps({**row, "views": len(known), "seconds": seconds}), flush=True)
    else:
        print_answers(task, candidates)
    if args.trace:
        if not candidates[0]:
            raise UsageError("no view answered with a grid, so there is nothing to record")
        trace = trace_of(puzzle, candidates[0], checkpoint.label, str(checkpoint.device))
        args.trace.write_text(json.dumps(trace_to_json(trace)), "utf-8")
    return right, checkpoint
