"""A puzzle, its answer and every step towards it as plain text, in the language of the window."""

from itertools import groupby

from PySide6.QtCore import QCoreApplication

from app.boards.cells import cells_where
from app.documents.guess import Guess
from app.words.branch import branch_words
from app.words.guess import guess_words
from app.words.messages import worded
from app.words.networks import networks_words
from app.words.numbers import significant
from app.words.playback import cell_word, changes, percent, plural
from solver.formats.reading import TRACE_HEADER, TRACE_SECTION
from solver.formats.sudoku_dialects.write import write_grid
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import write_task
from solver.puzzles.base import IntGrid, Puzzle
from solver.trace import Refinement, Trace

translate = QCoreApplication.translate

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


def trace_text(trace: Trace, guess: Guess | None = None) -> str:
    """Puzzle, answer, verdict and the person's guess, then each refinement of what playback shows, and its changes."""
    puzzle, best = trace.puzzle, trace.best
    lines = [
        f"{TRACE_HEADER}{puzzle.kind}",
        translate("text", "Checkpoint: {name}").format(name=networks_words(trace)),
        translate("text", "Device: {name}").format(name=trace.device),
        *(
            translate("text", "Branch: {what}").format(what=branch_words(puzzle.kind, branch))
            for branch in trace.branches
        ),
        "",
    ]
    given = write_task(puzzle.task).rstrip() if isinstance(puzzle, ArcPuzzle) else drawn(puzzle, puzzle.grid)
    lines += [_heading(translate("text", "Puzzle")), given, ""]
    if best is not None:
        lines += [_heading(_verdict(trace, best)), drawn(puzzle, best.answer), ""]
    if guess is not None and guess.values.shape == puzzle.shape:
        lines += [*_guess_lines(puzzle, guess, best), ""]
    previous: dict[int, Refinement] = {}
    for view, stretch in groupby(trace.film(), key=lambda r: r.view):
        lines += [_heading(translate("text", "View: {view}").format(view=worded(trace.views[view].message))), ""]
        for refinement in stretch:
            lines += [*_step(puzzle, refinement, previous.get(view)), ""]
            previous[view] = refinement
    return "\n".join(lines).rstrip("\n") + "\n"


def guess_text(puzzle: Puzzle, guess: Guess) -> str:
    """The puzzle and the person's own guess, without a solve."""
    lines = [f"{TRACE_HEADER}{puzzle.kind}", "", _heading(translate("text", "Puzzle")), drawn(puzzle, puzzle.grid), ""]
    return "\n".join([*lines, *_guess_lines(puzzle, guess, None)]) + "\n"


def _guess_lines(puzzle: Puzzle, guess: Guess, best: Refinement | None) -> list[str]:
    """The person's own answer, their pencil marks, and how it compares with `best`."""
    lines = [_heading(translate("text", "Your guess")), drawn(puzzle, guess.answer(puzzle))]
    pencilled = [
        f"{cell_word(cell)}: {' '.join(map(str, guess.marks_of(cell)))}" for cell in cells_where(guess.marks != 0)
    ]
    if pencilled:
        lines.append(translate("text", "Pencil marks: {marks}").format(marks=", ".join(pencilled)))
    return [*lines, guess_words(guess, puzzle, best)]


def _heading(words: str) -> str:
    return f"{TRACE_SECTION}{words} =="


def drawn(puzzle: Puzzle, grid: IntGrid) -> str:
    """A grid for the eye: a Sudoku with its boxes, anything else as its kind writes it."""
    return write_grid(grid) if puzzle.kind == "sudoku" else puzzle.format_answer(grid)


def _verdict(trace: Trace, best: Refinement) -> str:
    if best.accepted:
        words = translate("text", "Answer, verified by the rules (refinement {step}, view: {view})")
    elif best.accepted is None:
        words = translate("text", "Answer, not checkable (refinement {step}, view: {view}): {reason}")
    else:
        words = translate("text", "Best answer, NOT verified (refinement {step}, view: {view}): {reason}")
    reason = worded(trace.puzzle.check(best.answer).reason)
    return words.format(step=best.step, view=worded(trace.views[best.view].message), reason=reason)


def _step(puzzle: Puzzle, refinement: Refinement, before: Refinement | None) -> list[str]:
    all_changes = changes(puzzle, refinement, before)
    listed = [f"  {change.words(puzzle.kind)}" for change in all_changes[:MOST_CHANGES]]
    more = len(all_changes) - MOST_CHANGES
    if more > 0:
        listed.append(plural(translate("text", "  and %n more cell(s)", "", more), more))
    accepted = {
        True: translate("text", "accepted by the rules"),
        False: translate("text", "not accepted by the rules"),
        None: translate("text", "not checkable"),
    }
    words = translate(
        "text",
        "Refinement {step}: mean confidence {mean}, halting probability {halting}, latent change {change}, {verdict}",
    )
    return [
        words.format(
            step=refinement.step,
            mean=percent(refinement.mean_confidence),
            halting=percent(refinement.halt_probability),
            change=significant(refinement.latent_change, 3),
            verdict=accepted[refinement.accepted],
        ),
        puzzle.format_answer(refinement.answer),
        *listed,
    ]
