"""`evaluate FILE`: how many puzzles of a list the network solves, and how fast."""

import argparse
import json
import time

from solver.commands.common import (
    BAD_INPUT,
    UsageError,
    Verbs,
    add_solving_options,
    budget_of,
    load_network,
    read_input,
    refuse,
)
from solver.puzzles.read_puzzle import ReadPuzzle


def add_parser(verbs: Verbs) -> None:
    """Declare the verb and its options."""
    parser = verbs.add_parser("evaluate", help="measure a network on a list of puzzles", description=__doc__)
    parser.add_argument("file", metavar="FILE", help="CSV with puzzle[,solution], .npz, a folder, or any puzzle file")
    add_solving_options(parser, views=1)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 once measured, 2 if some input was bad."""
    try:
        found = read_input(args.file, args.kind)
        good = [one for one in found if one.puzzle is not None]
        kinds = {one.puzzle.kind for one in good if one.puzzle is not None}
        if len(kinds) != 1:
            raise UsageError(f"{args.file} holds {'no puzzles' if not kinds else 'puzzles of several kinds'}")
        measured = _measure(args, good, kinds.pop())
    except UsageError as error:
        return refuse(error)
    if args.json:
        print(json.dumps(measured))
    else:
        for name, value in measured.items():
            print(f"{name:22}{'not known' if value is None else f'{value:.4g}'}")
    return 0 if len(good) == len(found) else BAD_INPUT


def _measure(args: argparse.Namespace, found: list[ReadPuzzle], kind: str) -> dict[str, float | None]:
    from tqdm import tqdm

    from solver.reasoning.batch import solve_many

    checkpoint = load_network(args, kind)
    puzzles = [one.puzzle for one in found if one.puzzle is not None]
    began = time.perf_counter()
    with tqdm(total=len(puzzles), unit="puzzle", desc=checkpoint.name) as bar:
        outcomes = solve_many(checkpoint, puzzles, lambda puzzle: budget_of(args, puzzle), bar.update)
    seconds = time.perf_counter() - began
    solutions = [one.solution for one in found]
    labelled = [(o, s) for o, s in zip(outcomes, solutions, strict=True) if s is not None]
    n = len(outcomes)
    return {
        "n": n,
        "exact": _share([bool((o.answer == s).all()) for o, s in labelled]),
        "exact_at_last_step": _share([bool((o.last_answer == s).all()) for o, s in labelled]),
        "verified": _share([o.verified for o in outcomes]),
        "mean_steps": sum(o.steps for o in outcomes) / n,
        "puzzles_per_second": n / seconds,
        "peak_memory_mb": peak_memory_mb(),
    }


def _share(of: list[bool]) -> float | None:
    return sum(of) / len(of) if of else None


def peak_memory_mb() -> float | None:
    """The most memory this process ever held, in MB; None where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    import sys

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(peak / (1e6 if sys.platform == "darwin" else 1e3))
