"""Paragraphs that explain a puzzle, a draft or a refinement to a person who has never heard of a recursive model."""

from PySide6.QtCore import QCoreApplication

from app.film.intermediate import Intermediate
from app.words.arc import explain_answer, explain_task, explain_verdict
from app.words.messages import worded
from app.words.playback import percent, plural
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Puzzle
from solver.puzzles.maze.cells import PATH
from solver.reasoning.budget import STEPS_PER_ATTEMPT, restarts_at
from solver.trace import Refinement

translate = QCoreApplication.translate
LARGE_CHANGE, SMALL_CHANGE = 0.5, 0.1
"""Latent changes from which the working memory changed a lot, and up to which it barely changed."""


def draws_no_path(puzzle: Puzzle, refinement: Refinement) -> bool:
    """Whether it is of a maze, and the model has not drawn a single cell of a path yet."""
    return puzzle.kind == "maze" and not refinement.accepted and not (refinement.answer == PATH).any()


def explain_puzzle(puzzle: Puzzle) -> str:
    """What will happen to `puzzle`."""
    if isinstance(puzzle, ArcPuzzle):
        return explain_task(puzzle)
    free = int(puzzle.free.sum())
    words = translate(
        "explanation",
        "The model has %n cell(s) to decide. It guesses all of them at once, then looks at its guess and improves it, "
        "again and again. Each round is one refinement.",
        "",
        free,
    )
    return plural(words, free)


def explain_papers() -> str:
    """The papers' names for the rounds, for readers who know them."""
    return translate(
        "explanation",
        "In the papers, the rounds are the N_sup supervision steps. In each, the answer is rewritten T times, and the "
        "working memory is updated n times before each rewrite.",
    )


def explain_intermediate(shown: Intermediate) -> str:
    """What the board shows instead of the refinement."""
    left = int((shown.answer != shown.inner_answers[-1]).sum())
    words = translate(
        "explanation",
        "This is a draft from refinement {step}: its answer after cycle {cycle} of {cycles}. Drafts have no confidence "
        "values and aren't checked. ",
    ).format(step=shown.step, cycle=shown.cycle, cycles=shown.cycles)
    if not left:
        return words + translate("explanation", "The refinement ends with the same answer.")
    return words + plural(translate("explanation", "%n cell(s) will still change before it ends.", "", left), left)


def explain(
    puzzle: Puzzle, refinement: Refinement, before: Refinement | None, view: str, *, handed_over: bool = False
) -> list[str]:
    """Paragraphs about `refinement`; `before` is one step earlier in the same view, None at its first.

    `handed_over` says that another network took the puzzle over in this view.
    """
    if isinstance(puzzle, ArcPuzzle):
        opening = [explain_answer(view)] if before is None else []
        return [
            explain_verdict(refinement),
            _what_changed(puzzle, refinement, before),
            _how_sure(puzzle, refinement),
            *opening,
        ]
    pathless = draws_no_path(puzzle, refinement) and puzzle.no_answer is None
    return [
        *([_no_path()] if pathless else [_verdict(puzzle, refinement), _what_changed(puzzle, refinement, before)]),
        _how_sure(puzzle, refinement),
        _round(puzzle, refinement, before, view, handed_over=handed_over),
    ]


def _round(puzzle: Puzzle, refinement: Refinement, before: Refinement | None, view: str, *, handed_over: bool) -> str:
    # What is special about a round is said instead of what every round does: the panel has room for one of them.
    if restarts_at(puzzle.kind, refinement.step):
        words = translate(
            "explanation", "Restart: after {steps} rounds without success, the model clears its memory and tries again."
        )
        return words.format(steps=STEPS_PER_ATTEMPT[puzzle.kind])
    if before is None and handed_over:
        return translate(
            "explanation",
            "The swift network did not solve it in its first rounds, so the deep network takes over. It starts again "
            "from the puzzle.",
        )
    if before is None and refinement.view > 0:
        words = translate(
            "explanation",
            "The model starts over with another view of this puzzle: {view}. The board shows its answer turned back.",
        )
        return words.format(view=view)
    cycles = len(refinement.inner_answers)
    if cycles == 1:
        return translate(
            "explanation", "In this round the model updated its working memory, and then rewrote its answer."
        )
    drafts = translate(
        "explanation",
        "In this round the model updated its working memory and then rewrote its answer, %n time(s) in all. The "
        "last rewrite is the refinement shown.",
        "",
        cycles,
    )
    return plural(drafts, cycles)


def _what_changed(puzzle: Puzzle, refinement: Refinement, before: Refinement | None) -> str:
    changed = int(refinement.changed.sum())
    if before is not None:
        if not changed:
            return translate("explanation", "It changed nothing: this is the answer it already had.")
        return plural(translate("explanation", "It changed its mind about %n cell(s).", "", changed), changed)
    if puzzle.kind != "maze":
        return plural(translate("explanation", "It filled in %n cell(s) at once.", "", changed), changed)
    return plural(translate("explanation", "It drew a path of %n cell(s) at once.", "", changed), changed)


def _no_path() -> str:
    return translate(
        "explanation",
        "No path yet. Purple shows where the working memory has just moved: often a wave runs through the corridors "
        "before the path appears.",
    )


def _how_sure(puzzle: Puzzle, refinement: Refinement) -> str:
    if puzzle.kind == "maze":
        said = translate(
            "explanation",
            "Average confidence on the path: {mean}. Its estimate that the whole path is correct: {halt}. ",
        )
    else:
        said = translate(
            "explanation",
            "Average confidence per cell: {mean}. Its estimate that the whole grid is correct: {halt}. ",
        )
    if draws_no_path(puzzle, refinement):
        said = translate("explanation", "Its estimate that the whole path is correct: {halt}. ")
    words = said.format(mean=percent(refinement.mean_confidence), halt=percent(refinement.halt_probability))
    free = puzzle.free
    doubtful = int((free & (refinement.confidence < 0.5)).sum())
    if doubtful:
        words += plural(translate("explanation", "Below 50 % confidence: %n cell(s). ", "", doubtful), doubtful)
    return words + _memory(refinement.latent_change)


def _memory(change: float) -> str:
    if change >= LARGE_CHANGE:
        return translate("explanation", "Its working memory changed a lot: it is far from settled.")
    if change > SMALL_CHANGE:
        return translate("explanation", "Its working memory changed by {change}: it has not settled yet.").format(
            change=percent(change)
        )
    return translate("explanation", "Its working memory barely changed: it is settling.")


def _verdict(puzzle: Puzzle, refinement: Refinement) -> str:
    if puzzle.no_answer is not None:
        return worded(puzzle.no_answer)
    if refinement.accepted:
        return translate("explanation", "Verified: the puzzle's own rules accept this answer.")
    if refinement.accepted is None:
        return translate("explanation", "This answer can't be checked. There is only the model's own estimate.")
    broken = int(refinement.violations.sum())
    if broken:
        return plural(translate("explanation", "Not solved yet: rules are broken in %n cell(s).", "", broken), broken)
    return translate("explanation", "Not solved yet: the rules don't accept this answer.")
