"""`influence FILE --cell R C`: what the choice in a cell rests on; `--honesty` measures how far that holds."""

import argparse
import json
from collections.abc import Iterator

from solver.commands.common import (
    BAD_INPUT,
    UsageError,
    Verbs,
    add_solving_options,
    budget_of,
    load_network,
    positive,
    read_input,
    refuse,
)
from solver.model.bundled import SWIFT
from solver.puzzles.base import Puzzle
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from solver.reasoning.budget import attempt_of


def add_parser(verbs: Verbs) -> None:
    """Declare the verb and its options."""
    parser = verbs.add_parser("influence", help="what the choice in a cell rests on", description=__doc__)
    parser.add_argument("file", metavar="FILE|-", help="Sudokus or mazes in any format Ponder reads")
    add_solving_options(parser, views=1, usual=SWIFT)
    parser.add_argument(
        "--cell", type=positive, nargs=2, metavar=("R", "C"), help="row and column, from 1 (default: every free cell)"
    )
    parser.add_argument("--honesty", action="store_true", help="measure on the Sudokus of the file how far it holds")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0, or 2 if some input was bad."""
    try:
        found = read_input(args.file, args.kind)
        puzzles = [one.puzzle for one in found if one.puzzle is not None]
        if args.honesty:
            _honesty(args, puzzles)
        else:
            for index, puzzle in enumerate(puzzles):
                _explain(args, index, puzzle)
    except UsageError as error:
        return refuse(error)
    return BAD_INPUT if len(puzzles) < len(found) else 0


def _explain(args: argparse.Namespace, index: int, puzzle: Puzzle) -> None:
    from solver.reasoning.influence import influence
    from solver.reasoning.refine import Reasoning
    from solver.reasoning.views import view_of

    if puzzle.kind == "arc":
        raise UsageError("influence reads Sudokus and mazes; an ARC task needs a network fitted to it")
    checkpoint = load_network(args, puzzle.kind)
    step = len(list(Reasoning(checkpoint, puzzle, budget_of(args, puzzle)).refinements()))
    view = view_of(puzzle.kind, 0, attempt_of(puzzle.kind, step))
    for row, column in _cells(args, puzzle):
        found = influence(checkpoint.network, puzzle, (row, column), step, view=view)
        result = {
            "index": index,
            "cell": [row + 1, column + 1],
            "step": step,
            "decided": found.decided,
            "choice": found.choice,
            "probability": round(found.probability, 4),
            "without": [
                {
                    "cell": [each.cell[0] + 1, each.cell[1] + 1],
                    "choice": each.choice,
                    "probability": round(each.probability, 4),
                }
                for each in found.evidence
            ],
        }
        if args.json:
            print(json.dumps(result), flush=True)
        else:
            rests = ", ".join(f"r{e.cell[0] + 1}c{e.cell[1] + 1} (else {e.choice})" for e in found.decisive)
            if not rests and found.without_named not in (None, found.choice):
                cells = ", ".join(f"r{row + 1}c{column + 1}" for row, column in found.named)
                rests = f"{cells} together (else {found.without_named})"
            since = f"r{row + 1}c{column + 1} = {found.choice} since refinement {found.decided}"
            print(f"{since}: rests on {rests or 'no single cell'}", flush=True)


def _cells(args: argparse.Namespace, puzzle: Puzzle) -> Iterator[tuple[int, int]]:
    rows, columns = puzzle.shape
    if args.cell is None:
        yield from ((row, column) for row in range(rows) for column in range(columns) if puzzle.free[row, column])
        return
    row, column = args.cell
    if row > rows or column > columns:
        raise UsageError(f"r{row}c{column} is outside the grid of {rows} rows and {columns} columns")
    yield row - 1, column - 1


def _honesty(args: argparse.Namespace, puzzles: list[Puzzle]) -> None:
    from tqdm import tqdm

    from solver.reasoning.budget import PUBLISHED_STEPS
    from solver.reasoning.honesty import TAKEN, measure_honesty

    sudokus = [puzzle for puzzle in puzzles if isinstance(puzzle, SudokuPuzzle)]
    if not sudokus:
        raise UsageError("--honesty is measured on Sudokus, and there is none in the file")
    checkpoint = load_network(args, "sudoku")
    with tqdm(total=len(sudokus), desc="honesty", unit="puzzle", disable=None) as bar:
        found = measure_honesty(checkpoint, sudokus, steps=args.steps or PUBLISHED_STEPS, progress=bar.update)
    if args.json:
        result = {
            "puzzles": found.puzzles,
            "taken": TAKEN,
            "changed_by_named": found.changed_by_named,
            "changed_by_others": found.changed_by_others,
            "ratio": found.ratio if found.changed_by_others else None,
        }
        print(json.dumps(result))
    else:
        print(
            f"{found.puzzles} cells, one per puzzle: without the {TAKEN} givens named first, {found.changed_by_named} "
            f"choices change; without {TAKEN} others of the same units, {found.changed_by_others}"
        )
