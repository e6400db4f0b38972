"""What happens at the playhead, in plain words for a person who has never heard of a recursive model."""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from app.film.intermediate import Intermediate
from app.film.player import Player
from app.words.arc import explain_answer, explain_task, explain_verdict
from app.words.playback import percent, plural
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Puzzle
from solver.reasoning.budget import STEPS_PER_ATTEMPT, restarts_at
from solver.trace import Refinement


class Explanation(QLabel):
    """Explains `player`'s current refinement."""

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("Explanation"))
        player.film.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        film = self._player.film
        puzzle, current, shown = film.puzzle, film.current(), film.shown()
        if puzzle is None:
            self.setText("")
        elif current is None:
            self.setText(explain_puzzle(puzzle))
        else:
            if isinstance(shown, Intermediate):
                paragraphs = [explain_intermediate(shown)]
            else:
                paragraphs = explain(puzzle, current, film.previous(), self._player.view_words(current.view))
            # A number and its percent sign stay on one line.
            self.setText("\n\n".join(paragraphs).replace(" %", "\u00a0%"))


def explain_puzzle(puzzle: Puzzle) -> str:
    """What will happen to `puzzle`."""
    if isinstance(puzzle, ArcPuzzle):
        return explain_task(puzzle)
    translate = QCoreApplication.translate
    free = int(puzzle.free.sum())
    words = translate(
        "explanation",
        "The puzzle as it is: %n cell(s) to decide. The model will guess all of them at once, look at its guess, "
        "and improve it, again and again. Each round is one refinement.",
        "",
        free,
    )
    return plural(words, free)


def explain_intermediate(shown: Intermediate) -> str:
    """What is on the board in the place of the refinement."""
    translate = QCoreApplication.translate
    left = int((shown.answer != shown.inner_answers[-1]).sum())
    words = translate(
        "explanation",
        "The board shows a draft from within refinement {step}: its answer after cycle {cycle} of {cycles}. Of drafts "
        "only the answer is recorded, not how sure the model was, and the rules are not asked about them. ",
    ).format(step=shown.step, cycle=shown.cycle, cycles=shown.cycles)
    if not left:
        return words + translate("explanation", "It is the same answer that the refinement ends with.")
    return words + plural(translate("explanation", "%n cell(s) will still change before it is done.", "", left), left)


def explain(puzzle: Puzzle, refinement: Refinement, before: Refinement | None, view: str) -> list[str]:
    """Paragraphs about `refinement`; `before` is one step earlier in the same view, None at its first."""
    if isinstance(puzzle, ArcPuzzle):
        opening = [explain_answer(view)] if before is None else []
        told = _what_changed(refinement, before), _how_sure(puzzle, refinement), explain_verdict(refinement)
        return [*opening, *told]
    return [
        _round(puzzle, refinement, before, view),
        _what_changed(refinement, before),
        _how_sure(puzzle, refinement),
        _verdict(refinement),
    ]


def _round(puzzle: Puzzle, refinement: Refinement, before: Refinement | None, view: str) -> str:
    translate = QCoreApplication.translate
    cycles = len(refinement.inner_answers)
    opening = ""
    if before is None and refinement.view > 0:
        opening = translate(
            "explanation",
            "The model starts afresh on another view of the same puzzle ({view}); what you see is turned back to the "
            "puzzle as given. ",
        ).format(view=view)
    if restarts_at(puzzle.kind, refinement.step):
        opening = translate(
            "explanation",
            "The model forgets its notes and begins anew from other ones, for what it has not found in {steps} rounds "
            "it hardly finds later. ",
        ).format(steps=STEPS_PER_ATTEMPT[puzzle.kind])
    if cycles == 1:
        drafts = translate(
            "explanation",
            "In this round the model worked on its notes for a while and then rewrote its answer once.",
        )
    else:
        drafts = translate(
            "explanation",
            "In this round the model worked on its notes for a while, then rewrote its answer, and did both "
            "%n time(s); only the last rewrite is the refinement shown.",
            "",
            cycles,
        )
    names = translate(
        "explanation",
        " (Papers call the rounds N_sup, the rewrites in each T, and the passes over the notes before each rewrite n.)",
    )
    return opening + plural(drafts, cycles) + (names if refinement.step == 1 and refinement.view == 0 else "")


def _what_changed(refinement: Refinement, before: Refinement | None) -> str:
    translate = QCoreApplication.translate
    changed = int(refinement.changed.sum())
    if before is None:
        return plural(translate("explanation", "It filled in %n cell(s), all at once.", "", changed), changed)
    if not changed:
        return translate("explanation", "It changed nothing: this is the answer it already had.")
    return plural(translate("explanation", "It changed its mind about %n cell(s).", "", changed), changed)


def _how_sure(puzzle: Puzzle, refinement: Refinement) -> str:
    translate = QCoreApplication.translate
    words = translate(
        "explanation",
        "On average it gives its choices {mean}. Asked whether the whole answer is right, it says {halt}. Its notes "
        "changed by {change} in this round; small changes mean that it is settling.",
    ).format(
        mean=percent(refinement.mean_confidence),
        halt=percent(refinement.halt_probability),
        change=percent(refinement.latent_change),
    )
    free = puzzle.free
    if free.any():
        doubtful = int((free & (refinement.confidence < 0.5)).sum())
        if doubtful:
            more = translate("explanation", "%n cell(s) got less than an even chance.", "", doubtful)
            words += " " + plural(more, doubtful)
    return words


def _verdict(refinement: Refinement) -> str:
    translate = QCoreApplication.translate
    if refinement.accepted:
        return translate(
            "explanation", "The puzzle's own rules accept this answer. It is verified, whatever the model thinks."
        )
    if refinement.accepted is None:
        return translate("explanation", "Nothing here can check this answer; there is only the model's word for it.")
    broken = int(refinement.violations.sum())
    if broken:
        words = translate("explanation", "Rules are broken in %n cell(s), so it is not a solution yet.", "", broken)
        return plural(words, broken)
    return translate("explanation", "The rules do not accept this answer yet.")
