"""`evaluate FILE`: how many puzzles of a list the network solves, and how fast."""

import argparse
import json
import time
from pathlib import Path

from solver.commands.adapt import add_adapting_options, seconds
from solver.commands.common import (
    BAD_INPUT,
    MOST_VIEWS,
    UsageError,
    Verbs,
    add_solving_options,
    at_most,
    budget_of,
    load_network,
    load_networks,
    positive,
    read_input,
    refuse,
)
from solver.commands.evaluate_arc import evaluate_arc
from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.reading import KINDS
from solver.model.bundled import SWIFT
from solver.reasoning.budget import Budget


def add_parser(verbs: Verbs) -> None:
    """Declare the verb and its options."""
    parser = verbs.add_parser("evaluate", help="measure a network on a list of puzzles", description=__doc__)
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help="CSV with puzzle[,solution], .npz, a folder, or any puzzle file"
    )
    add_solving_options(parser, views=1, kinds=(*KINDS, "arc"), usual=SWIFT)
    arc = parser.add_argument_group(
        "ARC",
        "With --kind arc, the base --checkpoint is adapted to each task of a folder FILE, or of ARC-AGI-1, and answers "
        "it. A published checkpoint with identifiers answers as it is, in --views of --steps each.",
    )
    arc.add_argument("--ids", type=Path, metavar="FILE", help="the tasks to measure, one id a line")
    arc.add_argument("--resume", action="store_true", help="keep what was measured of the same tasks before a break")
    add_adapting_options(arc)
    parser.add_argument(
        "--report",
        type=Path,
        metavar="PNG",
        help="measure every number of steps with every number of views, by difficulty, and the halting head's "
        "reliability: tables on standard output, charts in PNG (wants the extra `train`)",
    )
    parser.add_argument(
        "--timed",
        type=seconds,
        metavar="SECONDS",
        help="solve the puzzles one by one, each for at most this long, and print the seconds to a verified answer; on "
        "one thread unless --threads says otherwise",
    )
    parser.add_argument("--report-steps", type=positive, nargs="+", default=(16, 64, 256), metavar="N")
    parser.add_argument("--report-views", type=at_most(MOST_VIEWS), nargs="+", default=(1, 8, 32), metavar="V")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 once measured, 2 if some input was bad."""
    try:
        if args.kind == "arc":
            _print(evaluate_arc(args), as_json=args.json)
            return 0
        if args.file is None:
            raise UsageError("name a file of puzzles")
        found = read_input(args.file, args.kind)
        good = [one for one in found if one.puzzle is not None]
        kinds = {one.puzzle.kind for one in good if one.puzzle is not None}
        if len(kinds) != 1:
            raise UsageError(f"{args.file} holds {'no puzzles' if not kinds else 'puzzles of several kinds'}")
        if kinds == {"arc"}:
            raise UsageError(
                f"{args.file}: an ARC task needs a network fitted to it. `python -m solver adapt FILE` answers one "
                "task, `python -m solver evaluate --kind arc FOLDER` measures all tasks of a folder"
            )
        if args.report is not None:
            _report(args, good, kinds.pop())
            return 0 if len(good) == len(found) else BAD_INPUT
        measure = _measure if args.timed is None else _time
        measured = measure(args, good, kinds.pop())
    except UsageError as error:
        return refuse(error)
    _print(measured, as_json=args.json)
    return 0 if len(good) == len(found) else BAD_INPUT


def _print(measured: dict[str, float | None], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(measured))
        return
    for name, value in measured.items():
        print(f"{name:22}{'not known' if value is None else f'{value:.4g}'}")


def _measure(args: argparse.Namespace, found: list[ReadPuzzle], kind: str) -> dict[str, float | None]:
    from tqdm import tqdm

    from solver.reasoning.relay import first_of, solve_many_by

    networks = load_networks(args, kind)
    puzzles = [one.puzzle for one in found if one.puzzle is not None]
    began = time.perf_counter()
    with tqdm(total=len(puzzles), unit="puzzle", desc=first_of(networks).name) as bar:
        outcomes = solve_many_by(networks, puzzles, lambda puzzle: budget_of(args, puzzle), bar.update)
    passed = time.perf_counter() - began
    solutions = [one.solution for one in found]
    labelled = [(o, s) for o, s in zip(outcomes, solutions, strict=True) if s is not None]
    n = len(outcomes)
    return {
        "n": n,
        "exact": _share([bool((o.answer == s).all()) for o, s in labelled]),
        "exact_at_last_step": _share([bool((o.last_answer == s).all()) for o, s in labelled]),
        "verified": _share([o.verified for o in outcomes]),
        "mean_steps": sum(o.steps for o in outcomes) / n,
        "puzzles_per_second": n / passed,
        "peak_memory_mb": peak_memory_mb(),
    }


def _time(args: argparse.Namespace, found: list[ReadPuzzle], kind: str) -> dict[str, float | None]:
    from tqdm import tqdm

    from solver.reasoning.relay import Pair, first_of
    from solver.reasoning.timing import time_to_verified, times

    args.threads = args.threads or 1
    networks = load_networks(args, kind)
    puzzles = [one.puzzle for one in found if one.puzzle is not None]
    # The first solve of a process also pays for what it loads.
    for network in (networks.swift, networks.deep()) if isinstance(networks, Pair) else (networks,):
        time_to_verified(network, puzzles[0], Budget(1, 1))
    timed = [
        time_to_verified(networks, puzzle, budget_of(args, puzzle), limit=args.timed)
        for puzzle in tqdm(puzzles, unit="puzzle", desc=first_of(networks).name)
    ]
    found_times = times(timed)
    return {
        "n": len(timed),
        "verified": found_times.verified,
        "seconds_mean": found_times.mean,
        "seconds_median": found_times.median,
        "seconds_p90": found_times.p90,
        "seconds_mean_of_all": found_times.mean_of_all,
        "peak_memory_mb": peak_memory_mb(),
    }


def _report(args: argparse.Namespace, found: list[ReadPuzzle], kind: str) -> None:
    from importlib.util import find_spec

    from tqdm import tqdm

    from solver.commands.evaluate_report import draw_report, format_report, measure_report
    from solver.files import write_atomically

    if find_spec("matplotlib") is None:
        raise UsageError("--report draws with matplotlib, which comes with the extra `train`")
    checkpoint = load_network(args, kind)
    puzzles = [one.puzzle for one in found if one.puzzle is not None]
    total = len(puzzles) * len(set(args.report_steps))
    with tqdm(total=total, unit="puzzle", desc=checkpoint.name) as bar:
        report = measure_report(
            checkpoint, puzzles, [one.solution for one in found], args.report_steps, args.report_views, bar.update
        )
    print(json.dumps(report.to_json()) if args.json else format_report(report))
    try:
        write_atomically(args.report, draw_report(report))
    except OSError as error:
        raise UsageError(f"{args.report}: {error.strerror or error}") from None


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
