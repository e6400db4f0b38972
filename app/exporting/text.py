"""A puzzle, its answer and every step towards it as plain text."""

from itertools import groupby

from app.playback.words import changes, percent
from solver.puzzles.arc import write_task
from solver.puzzles.arc_puzzle import ArcPuzzle
from solver.puzzles.base import IntGrid, Puzzle
from solver.puzzles.reading import TRACE_HEADER, TRACE_PUZZLE
from solver.puzzles.sudoku_text import write_grid
from solver.trace import Refinement, Trace

MOST_CHANGES = 20
"""At one step; in a large maze there may be hundreds."""


def puzzle_text(puzzle: Puzzle) -> str:
    """The puzzle alone, as Ponder and most other programs read it."""
    if isinstance(puzzle, ArcPuzzle):
        return write_task(puzzle.task)
    return puzzle.format_answer(puzzle.grid) + "\n"


def answer_text(trace: Trace) -> str:
    """The best answer alone, "" if there is none."""
    best = trace.best
    return "" if best is None else trace.puzzle.format_answer(best.answer) + "\n"


def trace_text(trace: Trace) -> str:
    """Puzzle, answer and verdict, then each refinement of what playback shows, with what it changed."""
    puzzle, best = trace.puzzle, trace.best
    lines = [f"{TRACE_HEADER}{puzzle.kind}", f"Checkpoint: {trace.checkpoint}", f"Device: {trace.device}", ""]
    given = write_task(puzzle.task).rstrip() if isinstance(puzzle, ArcPuzzle) else drawn(puzzle, puzzle.grid)
    lines += [TRACE_PUZZLE, given, ""]
    if best is not None:
        lines += [_verdict(trace, best), drawn(puzzle, best.answer), ""]
    previous: dict[int, Refinement] = {}
    for view, stretch in groupby(trace.film(), key=lambda r: r.view):
        lines += [f"View: {trace.views[view]}", ""]
        for refinement in stretch:
            lines += [*_step(puzzle, refinement, previous.get(view)), ""]
            previous[view] = refinement
    return "\n".join(lines).rstrip("\n") + "\n"


def drawn(puzzle: Puzzle, grid: IntGrid) -> str:
    """A grid for the eye: a Sudoku with its boxes, anything else as its kind writes it."""
    return write_grid(grid) if puzzle.kind == "sudoku" else puzzle.format_answer(grid)


def _verdict(trace: Trace, best: Refinement) -> str:
    where = f"refinement {best.step}, view: {trace.views[best.view]}"
    reason = trace.puzzle.check(best.answer).reason
    if best.accepted:
        return f"Answer, verified by the rules ({where})"
    if best.accepted is None:
        return f"Answer, not checkable ({where}): {reason}"
    return f"Best answer, NOT verified ({where}): {reason}"


def _step(puzzle: Puzzle, refinement: Refinement, before: Refinement | None) -> list[str]:
    all_changes = changes(puzzle, refinement, before)
    listed = [f"  {change.words(puzzle.kind)}" for change in all_changes[:MOST_CHANGES]]
    if len(all_changes) > MOST_CHANGES:
        listed.append(f"  and {len(all_changes) - MOST_CHANGES} more cells")
    accepted = {True: "accepted by the rules", False: "not accepted by the rules", None: "not checkable"}
    return [
        f"Refinement {refinement.step}: mean confidence {percent(refinement.mean_confidence)}, "
        f"halting probability {percent(refinement.halt_probability)}, "
        f"latent change {refinement.latent_change:.3g}, {accepted[refinement.accepted]}",
        puzzle.format_answer(refinement.answer),
        *listed,
    ]
