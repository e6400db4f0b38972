"""`convert FILE…`: read puzzles in any format, and write them in another, or as JSON."""

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from solver.commands.common import BAD_INPUT, UsageError, Verbs, complain, read_input, refuse
from solver.formats.format import Format
from solver.formats.registry import FORMATS, format_of_key, write, writers
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Puzzle, PuzzleError
from solver.puzzles.maze.puzzle import MazePuzzle
from solver.puzzles.sudoku.puzzle import SudokuPuzzle


def add_parser(verbs: Verbs) -> None:
    """Declare the verb and its options."""
    formats = [form for form in FORMATS if form.write is not None]
    listed = "\n".join(f"  {form.key:14} {form.name}" for form in formats)
    parser = verbs.add_parser(
        "convert",
        help="read puzzles in any format and write them in another",
        description=__doc__,
        epilog=f"formats for --to:\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file, a folder of files, or - for standard input")
    parser.add_argument("--kind", choices=("sudoku", "maze", "arc"), help="read puzzles of this kind only")
    parser.add_argument(
        "--to",
        choices=[form.key for form in formats],
        metavar="FORMAT",
        help="what to write (default: the kind's usual text)",
    )
    parser.add_argument("--no-way", action="store_true", help="convert mazes whose goal cannot be reached, too")
    parser.add_argument("--json", action="store_true", help="print a JSON object for each puzzle, one a line")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help="write to this file (default: standard output)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 if everything was read and written, 2 if some input was bad."""
    puzzles: list[Puzzle] = []
    all_read = True
    for name in args.files:
        try:
            found = read_input(name, args.kind, doubtful=True)
        except UsageError as error:
            all_read = False
            refuse(error)
            continue
        all_read &= all(each.error is None for each in found)
        for each in found:
            if each.puzzle is None:
                continue
            if each.puzzle.no_answer is not None and not args.no_way:
                all_read = False
                place = name if each.line is None else f"{name}:{each.line}"
                complain(f"{place}: {each.puzzle.no_answer} Add --no-way to convert it all the same.")
                continue
            puzzles.append(each.puzzle)
    try:
        written = _as_json(puzzles) if args.json else _in_format(puzzles, args.to and format_of_key(args.to))
    except PuzzleError as error:
        return refuse(UsageError(error.why))
    if args.output is None:
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()
    else:
        try:
            args.output.write_bytes(written)
        except OSError as error:
            return refuse(UsageError(f"{args.output}: {error.strerror or error}"))
    return 0 if all_read else BAD_INPUT


def _in_format(puzzles: list[Puzzle], form: Format | None) -> bytes:
    if not puzzles:
        return b""
    if form is None:
        kinds = {puzzle.kind for puzzle in puzzles}
        form = writers(kinds.pop())[0] if len(kinds) == 1 else format_of_key("json")
        if form.single and len(puzzles) > 1:
            form = format_of_key("json")
    return write(form, puzzles)


def _as_json(puzzles: list[Puzzle]) -> bytes:
    return "".join(json.dumps(_summary(puzzle), ensure_ascii=False) + "\n" for puzzle in puzzles).encode()


def _summary(puzzle: Puzzle) -> dict[str, Any]:
    """What `--json` prints: the givens, the rows, or an ARC task's size and SHA-256."""
    if isinstance(puzzle, SudokuPuzzle):
        return puzzle.to_json()
    if isinstance(puzzle, MazePuzzle):
        return puzzle.to_json()
    assert isinstance(puzzle, ArcPuzzle)
    task = puzzle.task
    exact = json.dumps(task.to_json(), sort_keys=True, separators=(",", ":"))
    return {
        "kind": puzzle.kind,
        "id": task.name or None,
        "train": len(task.train),
        "test": len(task.test),
        "sha": hashlib.sha256(exact.encode()).hexdigest(),
    }
