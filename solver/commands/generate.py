"""`generate KIND`: seeded puzzles with exactly one solution, or mazes in a chosen style."""

import argparse
import sys

from solver.commands.common import UsageError, Verbs, positive, refuse
from solver.formats.maze_text import write_mazes
from solver.formats.sudoku_dialects.write import write_line
from solver.puzzles.maze.generator import STYLES, generate_mazes
from solver.puzzles.sudoku.exact import DIFFICULTIES
from solver.puzzles.sudoku.generator import generate as generate_sudokus


def add_parser(verbs: Verbs) -> None:
    """Declare the verb and its options."""
    parser = verbs.add_parser("generate", help="make new puzzles", description=__doc__)
    kinds = parser.add_subparsers(title="kinds", required=True)
    sudoku = kinds.add_parser("sudoku", help="one line of 81 characters each")
    sudoku.add_argument("--difficulty", choices=DIFFICULTIES, default="hard")
    sudoku.set_defaults(run=_sudokus)
    maze = kinds.add_parser("maze", help="ASCII, a blank line between two")
    maze.add_argument("--style", choices=tuple(STYLES), default="perfect")
    maze.add_argument("--size", type=_size, default=(21, 21), metavar="N|RxC", help="rows and columns, 5 to 101")
    maze.add_argument("--no-way", action="store_true", help="wall up every way to the goal: no answer can be right")
    maze.set_defaults(run=_mazes)
    for kind in (sudoku, maze):
        kind.add_argument("--count", type=positive, default=1)
        kind.add_argument("--seed", type=int, default=0, help="the same seed gives the same puzzles")


def _sudokus(args: argparse.Namespace) -> int:
    for puzzle in generate_sudokus(args.count, args.seed, args.difficulty):
        print(write_line(puzzle.grid), flush=True)
    return 0


def _mazes(args: argparse.Namespace) -> int:
    rows, columns = args.size
    try:
        mazes = generate_mazes(args.count, args.seed, args.style, rows, columns, no_way=args.no_way)
        sys.stdout.write(write_mazes(mazes))
    except ValueError as error:
        return refuse(UsageError(str(error)))
    return 0


def _size(text: str) -> tuple[int, int]:
    rows, _, columns = text.lower().replace("×", "x").partition("x")
    try:
        return int(rows), int(columns or rows)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a size; write 21 or 21x31") from None
