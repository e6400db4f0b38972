"""What several verbs share: their options, reading puzzle files, loading the checkpoint, complaining."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from solver.formats.files import read_content, read_puzzle_file, read_standard_input
from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.reading import KINDS
from solver.messages import Message, Template
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Cell, Puzzle, PuzzleError
from solver.reasoning.budget import Budget, default_steps, default_views

if TYPE_CHECKING:
    from solver.model.checkpoint import Checkpoint
    from solver.reasoning.relay import Pair

Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
BAD_INPUT = 2
HARD_TO_READ = Template(
    "picture.hard_to_read", "These cells were hard to read: {cells}. Compare them with the picture."
)
CONFIRM = Template(
    "picture.confirm",
    "These cells were hard to read: {cells}. Convert the picture to text, correct it, and use that.",
)
STANDARD_INPUT = "-"
AUTO = "auto"
"""The checkpoint of who leaves it to Ponder."""
MOST = 1_000_000
"""The largest count that an option takes; more steps or views would never finish."""
MOST_VIEWS = 4_096
MOST_THREADS = 1_024


class UsageError(Exception):
    """The command cannot be carried out; the message is one sentence."""


def complain(why: str) -> None:
    """One line on standard error, as every verb writes them."""
    print(f"ponder: {why}", file=sys.stderr)


def add_solving_options(
    parser: argparse.ArgumentParser, *, views: int, kinds: Iterable[str] = KINDS, usual: str = AUTO
) -> None:
    """`--kind --checkpoint --device --steps --views --json`; `usual` is the checkpoint of who names none."""
    parser.add_argument("--kind", choices=sorted(kinds), help="the puzzle kind (default: recognised from the content)")
    parser.add_argument(
        "--checkpoint",
        type=Path,
        metavar="DIR",
        help="a checkpoint folder, the name of a bundled one, such as sudoku-deep, or of Sudoku's two: swift, deep, or "
        f"auto, by which the swift one begins and the deep one takes over (default: {usual})",
    )
    parser.add_argument("--device", default="auto", choices=("auto", "cpu", "cuda", "mps"))
    parser.add_argument(
        "--steps", type=positive, metavar="N", help="refinements in each view (default: 16, more for large mazes)"
    )
    parser.add_argument(
        "--views",
        type=at_most(MOST_VIEWS),
        metavar="V",
        help=f"views tried in all; 1 is the puzzle as given (default: {views})",
    )
    parser.set_defaults(default_views=views, usual_checkpoint=usual)
    parser.add_argument(
        "--threads", type=at_most(MOST_THREADS), metavar="N", help="CPU threads (default: all cores but one)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")


def positive(text: str) -> int:
    """A whole number from 1 to `MOST`, for argparse."""
    if not text.strip().isdecimal() or not (len(text) <= 18 and 1 <= int(text) <= MOST):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a whole number from 1 to {MOST:,}")
    return int(text)


def at_most(most: int) -> Callable[[str], int]:
    """A whole number from 1 to `most`, for argparse."""

    def number(text: str) -> int:
        value = positive(text)
        if value > most:
            raise argparse.ArgumentTypeError(f"{text!r} is more than {most:,}")
        return value

    return number


def read_input(name: str, kind: str | None, *, doubtful: bool = False) -> list[ReadPuzzle]:
    """Every puzzle in a file, every file of a folder, or standard input (`-`).

    Complains (`ponder: FILE:LINE: why`) of each that could not be read, and returns it among the others; raises
    `UsageError` where there is nothing else. A puzzle whose picture was hard to read counts as one that could not,
    unless `doubtful` ones are wanted too; then it is warned of.
    """
    file = Path(name)
    found = []
    try:
        files = [file]
        if is_folder := name != STANDARD_INPUT and file.is_dir():
            files = sorted(f for f in file.iterdir() if f.is_file() and not f.name.startswith("."))
        for f in files:
            try:
                content = read_standard_input() if name == STANDARD_INPUT else read_content(f)
                read = read_puzzle_file(content, f.name, kind=kind)
            except PuzzleError as error:
                if not is_folder:
                    raise UsageError(f"{_place(name, error)}: {error.why}") from None
                read = [ReadPuzzle(None, error)]
            read = [each if doubtful else _only_sure(each) for each in read]
            for one in read:
                for doubt in _doubts(one):
                    complain(f"{f}: {doubt}")
                if one.error is not None:
                    complain(f"{_place(f, one.error, one.line)}: {one.error.why}")
            found += [_named(one, f) for one in read]
    except OSError as error:
        raise UsageError(f"{error.filename or name}: {error.strerror or error}") from None
    return found


def _only_sure(read: ReadPuzzle) -> ReadPuzzle:
    """As it is, or an error where somebody has to look at the picture before an answer means anything."""
    if read.puzzle is None or not read.unsure:
        return read
    return ReadPuzzle(None, PuzzleError(CONFIRM(cells=_listed(read.unsure)), cells=read.unsure), read.line)


def _doubts(read: ReadPuzzle) -> Iterator[Message]:
    if read.puzzle is not None and read.unsure:
        yield HARD_TO_READ(cells=_listed(read.unsure))
    for other in read.alternatives:
        yield other.why


def _listed(cells: Iterable[Cell]) -> str:
    return ", ".join(f"r{row + 1}c{column + 1}" for row, column in cells)


def _place(file: Path | str, error: PuzzleError, line: int | None = None) -> str:
    """`FILE:LINE:COLUMN`, as far as it is known."""
    place = error.place or (str(line) if line is not None else "")
    return f"{file}:{place}" if place else str(file)


def _named(read: ReadPuzzle, file: Path) -> ReadPuzzle:
    """An ARC task without a name is named after its file, as the benchmark's tasks are."""
    puzzle = read.puzzle
    if not isinstance(puzzle, ArcPuzzle) or puzzle.task.name:
        return read
    name = read.name or ("" if file == Path(STANDARD_INPUT) else file.stem)
    return replace(read, puzzle=replace(puzzle, task=replace(puzzle.task, name=name)))


def load_networks(args: argparse.Namespace, kind: str) -> "Checkpoint | Pair":
    """The checkpoint that the options ask for, or the bundled pair of that kind; raises `UsageError`."""
    from solver.model.bundled import bundled_pair
    from solver.reasoning.relay import Pair

    pair = bundled_pair(kind) if _asks_for_pair(args) else None
    if pair is None:
        return load_network(args, kind)
    swift, deep = pair
    return Pair(_load(args, swift, kind), cache(lambda: _load(args, deep, kind)))


def _asks_for_pair(args: argparse.Namespace) -> bool:
    named = args.checkpoint or Path(args.usual_checkpoint)
    # A folder of that name is meant, where there is one.
    return str(named) == AUTO and not (args.checkpoint and named.exists())


def load_network(args: argparse.Namespace, kind: str) -> "Checkpoint":
    """The checkpoint that the options ask for, or the bundled one of that kind; raises `UsageError`."""
    from solver.model.bundled import bundled_checkpoints, find_checkpoint

    bundled = bundled_checkpoints().get(kind)
    folder = bundled if args.checkpoint is None or _asks_for_pair(args) else find_checkpoint(args.checkpoint, kind)
    if folder is None and kind == "arc":
        raise UsageError("an ARC task is answered by a network fitted to it: `python -m solver adapt FILE`")
    if folder is None:
        raise UsageError(f"Ponder ships no checkpoint for {kind} puzzles; name one with --checkpoint")
    return _load(args, folder, kind)


def _load(args: argparse.Namespace, folder: Path, kind: str) -> "Checkpoint":
    from solver.model.checkpoint import load_checkpoint
    from solver.model.errors import CheckpointError

    try:
        checkpoint = load_checkpoint(folder, ready_device(args))
    except CheckpointError as error:
        raise UsageError(str(error)) from None
    if checkpoint.config.kind != kind:
        raise UsageError(f"{folder} is a checkpoint for {checkpoint.config.kind} puzzles, not {kind}")
    return checkpoint


def ready_device(args: argparse.Namespace) -> str:
    """Set the CPU threads that the options ask for, and return the device's name; raises `UsageError`."""
    from solver.model.device import DeviceError, choose_device, set_threads

    set_threads(args.threads or 0)
    try:
        return choose_device(args.device).name
    except DeviceError as error:
        raise UsageError(str(error)) from None


def budget_of(args: argparse.Namespace, puzzle: Puzzle) -> Budget:
    """The budget that the options ask for."""
    return Budget(args.steps or default_steps(puzzle), args.views or default_views(puzzle, args.default_views))


def refuse(error: UsageError) -> int:
    """Say why, and give the exit code for bad input."""
    complain(str(error))
    return BAD_INPUT
