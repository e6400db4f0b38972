"""`python -m solver train`: train a network from generated puzzles, resumable at any moment."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.training.config import RunConfig


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verb and its options."""
    parser = subparsers.add_parser(
        "train",
        help="train a network from generated puzzles",
        description="Train a network. A run is a folder and can be stopped and resumed at any moment; where it holds a "
        "state, training goes on from there.",
    )
    parser.add_argument("config", nargs="?", help="a configuration's name (sudoku-deep, maze-cpu, …) or a TOML file")
    parser.add_argument("--out", type=Path, metavar="DIR", help="the run's folder (default: runs/NAME)")
    parser.add_argument(
        "--from",
        dest="kept",
        type=Path,
        metavar="DIR",
        help="without a state in the run's folder, go on from this run's (default: runs/NAME)",
    )
    parser.add_argument(
        "--anneal",
        type=int,
        metavar="N",
        help="bring the rate of a copy of the run down to zero over N steps, which is what ships",
    )
    parser.add_argument("--resume", action="store_true", help="refuse to start from random weights")
    parser.add_argument("--minutes", type=_positive, metavar="M", help="stop, resumable, after this time")
    parser.add_argument(
        "--anneal-minutes",
        type=_positive,
        metavar="A",
        default=0.0,
        help="of --minutes, the last ones in which the rate goes down to zero; the state stays that of before",
    )
    parser.add_argument("--steps", type=int, metavar="N", help="optimiser steps in all")
    parser.add_argument("--threads", type=int, metavar="K", help="CPU threads for the network")
    parser.add_argument("--device", choices=("cpu", "cuda", "mps"), default="cpu")
    parser.add_argument("--init-from", type=Path, metavar="DIR", help="start from a checkpoint's or a run's weights")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="where generated puzzles are kept")
    parser.add_argument("--jobs", type=int, default=1, metavar="J", help="processes that generate puzzles")
    parser.add_argument("--prepare", action="store_true", help="only make the puzzles that the run needs, in --cache")
    parser.add_argument("--promote", action="store_true", help="replace the bundled checkpoint if the run's is better")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Train; 0 when done or stopped, 2 for anything that cannot be used."""
    # torch, numba and matplotlib are loaded only for this verb.
    from solver.model.errors import CheckpointError
    from solver.training.config import ConfigError
    from solver.training.preparing import prepare
    from solver.training.promotion import promote
    from solver.training.run import DivergedError, RunOptions, set_threads, train
    from solver.training.run_folder import RunFolder
    from solver.training.state_file import StateError
    from solver.training.sudoku_data import cache_folder

    name = args.config if args.config and not args.config.endswith(".toml") else None
    home = args.out or (Path("runs") / name if name else None)
    if home is None:
        print("Name the run's folder with --out.", file=sys.stderr)
        return 2
    if args.anneal_minutes and not (args.minutes or 0) > args.anneal_minutes:
        print("--anneal-minutes needs more --minutes than it takes.", file=sys.stderr)
        return 2
    folder = RunFolder(home)
    kept = args.kept or (Path("runs") / name if name else None)
    try:
        start = prepare(
            _read(args),
            folder,
            kept=RunFolder(kept) if kept else None,
            resume=args.resume,
            steps=args.steps,
            anneal=args.anneal,
        )
        if args.prepare:
            return _prepare(start.config, args)
        set_threads(args.threads)
        options = RunOptions(
            minutes=args.minutes,
            anneal_minutes=args.anneal_minutes,
            device=args.device,
            init_from=args.init_from,
            cache=args.cache,
            generating_processes=args.jobs,
        )
        train(start, folder, options)
        if args.promote:
            print(promote(folder, cache=args.cache or cache_folder()))
    except (CheckpointError, ConfigError, DivergedError, StateError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _prepare(config: "RunConfig", args: argparse.Namespace) -> int:
    from torch import device

    from solver.training.puzzle_data import make_source, make_validation_sets
    from solver.training.sudoku_data import cache_folder

    cache = args.cache or cache_folder()
    make_source(config, cache, device("cpu"), processes=args.jobs)
    make_validation_sets(config, cache)
    print(f"The puzzles of the run are in {cache}.")
    return 0


def _read(args: argparse.Namespace) -> "RunConfig | None":
    from solver.training.config import read_run_config

    return None if args.config is None else read_run_config(args.config)


def _positive(text: str) -> float:
    minutes = float(text)
    if not minutes > 0:
        raise argparse.ArgumentTypeError("must be positive")
    return minutes
