"""`solve FILE|-`: solve each puzzle of a file, and print the answers, or what was found instead."""

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

from solver.commands.common import (
    BAD_INPUT,
    UsageError,
    Verbs,
    add_solving_options,
    budget_of,
    complain,
    load_networks,
    read_input,
    refuse,
)
from solver.commands.solve_arc import solve_arc
from solver.files import write_text
from solver.messages import ExplainedError, Message
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Puzzle
from solver.puzzles.hopeless import hopeless
from solver.reasoning.budget import DEFAULT_VIEWS
from solver.trace import Trace
from solver.trace.trace_json import trace_to_json

if TYPE_CHECKING:
    from solver.model.checkpoint import Checkpoint
    from solver.reasoning.relay import Pair


def add_parser(verbs: Verbs) -> None:
    """Declare the verb and its options."""
    parser = verbs.add_parser("solve", help="solve puzzles", description=__doc__)
    parser.add_argument("file", metavar="FILE|-", help="puzzles in any format Ponder reads; - is standard input")
    add_solving_options(parser, views=DEFAULT_VIEWS)
    parser.add_argument("--trace", type=Path, metavar="OUT.json", help="write what was recorded (of one puzzle)")
    parser.add_argument(
        "--latents", type=Path, metavar="OUT.npz", help="write y and z after each cycle (of one Sudoku or maze)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 if the rules accept every answer, 1 if not, 2 if some input was bad."""
    try:
        found = read_input(args.file, args.kind)
        good = [(index, one.puzzle) for index, one in enumerate(found) if one.puzzle is not None]
        for option, path in (("--trace", args.trace), ("--latents", args.latents)):
            if path and len(good) > 1:
                raise UsageError(f"{option} records one puzzle, and {args.file} holds {len(good)}")
        writing = args.file
        networks: dict[str, Checkpoint | Pair] = {}
        fitted: Checkpoint | None = None
        """What answers ARC tasks."""
        all_verified = True
        for index, puzzle in good:
            if isinstance(puzzle, ArcPuzzle):
                right, fitted = solve_arc(args, index, puzzle, fitted)
                all_verified &= right
                continue
            if puzzle.kind not in networks:
                networks[puzzle.kind] = load_networks(args, puzzle.kind)
            warnings = puzzle.warnings()
            for warning in warnings:
                complain(f"{args.file}: {warning}")
            trace, seconds = _solve(args, puzzle, networks[puzzle.kind])
            all_verified &= trace.verified is not None
            _print(trace, index, seconds, hopeless(warnings), as_json=args.json)
            if args.trace:
                writing = args.trace
                write_text(args.trace, json.dumps(trace_to_json(trace, state=True)))
            if args.latents:
                from solver.reasoning.latents import latents, write_latents

                writing = args.latents
                write_latents(args.latents, latents(_last_of(networks[puzzle.kind], trace), trace))
    except UsageError as error:
        return refuse(error)
    except ExplainedError as error:
        complain(f"{args.file}: {error}")
        return BAD_INPUT
    except OSError as error:
        complain(f"{writing}: {error.strerror or error}")
        return BAD_INPUT
    if len(good) < len(found):
        return BAD_INPUT
    return 0 if all_verified else 1


def _solve(args: argparse.Namespace, puzzle: Puzzle, networks: "Checkpoint | Pair") -> tuple[Trace, float]:
    from solver.reasoning.relay import Relay, first_of, reasoning_of

    began = time.perf_counter()
    try:
        reasoning = reasoning_of(networks, puzzle, budget_of(args, puzzle))
    except ValueError as error:
        raise UsageError(str(error)) from None
    first = first_of(networks)
    trace = Trace(puzzle, first.label, str(first.device), anatomy=first.anatomy)
    trace.refinements.extend(reasoning.refinements())
    seconds = time.perf_counter() - began
    trace.views, trace.state = reasoning.views, reasoning.state()
    trace.hand_over = reasoning.hand_over if isinstance(reasoning, Relay) else None
    return trace, seconds


def _last_of(networks: "Checkpoint | Pair", trace: Trace) -> "Checkpoint":
    """The network that thought last."""
    from solver.reasoning.relay import Pair

    if not isinstance(networks, Pair):
        return networks
    return networks.swift if trace.hand_over is None else networks.deep()


def _print(trace: Trace, index: int, seconds: float, no_answer: Message | None, *, as_json: bool) -> None:
    best = trace.best
    assert best is not None, "a budget has at least one step"
    answer = trace.puzzle.format_answer(best.answer)
    if not as_json:
        sure = f"the model is {best.halt_probability:.0%} sure"
        if no_answer is not None:
            sure += "; no answer can be right"
        said = "verified" if best.accepted else f"not verified ({sure})"
        print(
            f"{answer}\n# {index + 1}: {said}, refinement {best.step}, view {best.view + 1}: {trace.views[best.view]}"
        )
        return
    row = {
        "index": index,
        "kind": trace.puzzle.kind,
        "verified": bool(best.accepted),
        "no_answer": None if no_answer is None else str(no_answer),
        "network": str(trace.made_by(best.view)),
        "answer": answer,
        "steps": best.step,
        "total_steps": len(trace),
        "views": len({r.view for r in trace}),
        "halt_probability": best.halt_probability,
        "seconds": seconds,
    }
    print(json.dumps(row), flush=True)
