"""The line that tells what is *verified* (the rules accept it) from what the model is merely *confident* of."""

import math
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.arc.fitting import Fitting
from app.documents.draft import Content, Draft
from app.film.intermediate import Intermediate
from app.window.theme import current_palette
from app.words.advice import Offered, advice_words
from app.words.arc import arc_status
from app.words.explanation import draws_no_path
from app.words.messages import worded
from app.words.networks import role_words, thinking_words
from app.words.numbers import number
from app.words.plain import PlainLabel, tip
from app.words.playback import cell_word, percent, plural
from solver.messages import Message
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Puzzle
from solver.puzzles.hopeless import hopeless
from solver.puzzles.maze.cells import PATH
from solver.puzzles.sudoku.puzzle import SEVERAL_SOLUTIONS
from solver.reasoning.budget import attempt_of
from solver.trace import Refinement, Trace

NOTHING = Offered()
State = Literal["idle", "invalid", "thinking", "verified", "confident", "unsure"]
COLORS: dict[State, str] = {
    "idle": "muted",
    "invalid": "failure",
    "thinking": "accent",
    "verified": "verified",
    "confident": "confident",
    "unsure": "muted",
}


@dataclass(frozen=True)
class Status:
    """What to say, and what kind of news it is."""

    state: State
    sentence: str


def status_of(
    content: Content,
    trace: Trace | None,
    shown: Refinement | None,
    *,
    running: bool = False,
    loading: bool = False,
    fitting: Fitting | None = None,
    warnings: tuple[Message, ...] = (),
    offered: Offered = NOTHING,
) -> Status:
    """What there is to say while `shown` is under the playhead; `trace` is None before any solve.

    `loading` tells that a solve still waits for its model, `fitting` how far that of an ARC task is, and `offered` what
    a person could try next.
    """

    translate = QCoreApplication.translate

    if isinstance(content, Draft):
        why = content.problem
        return Status("invalid", worded(why.why) if why else "")
    if isinstance(shown, Intermediate):
        words = translate(
            "status", "Draft from refinement {step}, after cycle {cycle} of {cycles}. Drafts are not checked."
        )
        return Status("idle", words.format(step=shown.step, cycle=shown.cycle, cycles=shown.cycles))
    if content.kind == ArcPuzzle.kind and not (warnings and shown is None and not running and trace is None):
        return Status(*arc_status(trace, shown, fitting, running=running, loading=loading))
    no_answer = hopeless(warnings)
    if shown is not None and no_answer is not None:
        words = f"{worded(no_answer)} {_vain_answer(content, shown)}"
        return Status("thinking" if running else "unsure", words)
    if shown is not None:
        several = " " + translate("status", "The puzzle has several solutions: this is one of them.")
        if shown.accepted:
            if trace is not None and trace.forced:
                # Not the network's answer alone, so it is not called its own.
                forced = ", ".join(cell_word(cell) for cell, _ in trace.forced)
                words = translate("status", "The rules accept this answer, with the cells you forced: {cells}.")
                return Status("confident", words.format(cells=forced))
            return Status("verified", _solved(trace, shown) + (several if SEVERAL_SOLUTIONS() in warnings else ""))
        if draws_no_path(content, shown):
            words = translate("status", "No path yet. Purple shows where the model's working memory has just moved.")
            return Status("thinking" if running else "unsure", words)
        if running:
            who = thinking_words(trace, shown.view, shown.step)
            return Status("thinking", f"{who}: {_doubt(shown, running=True)}")
        state: State = "confident" if shown.halt_probability >= 0.5 else "unsure"
        failed = trace is not None and shown is trace.closest and shown.accepted is False
        words = _failed(trace, shown, offered) if trace is not None and failed else _doubt(shown)
        if SEVERAL_SOLUTIONS() in warnings:
            words += " " + worded(SEVERAL_SOLUTIONS())
        return Status(state, words)
    if running:
        return Status(
            "thinking", translate("status", "Loading the model…") if loading else translate("status", "Thinking…")
        )
    if warnings:
        return Status("idle", worded(warnings[0]))
    if trace is not None and trace.verified:
        return Status("idle", translate("status", "The puzzle. The verified answer is at the end of the timeline."))
    return Status("idle", translate("status", "Ready: press Solve and watch."))


def _solved(trace: Trace | None, shown: Refinement) -> str:
    """As “Solved at refinement 4, computed in 0.09 s · 46,321 parameters · CPU. The rules accept this answer.”"""
    translate = QCoreApplication.translate
    if trace is None:
        return translate("status", "Verified: the rules accept this answer.")
    seconds = trace.seconds_to(shown)
    told = number(seconds, 2 if seconds < 10 else 0)
    words = translate("status", "Solved at refinement {step}, computed in {seconds} s").format(
        step=shown.step, seconds=told
    )
    if trace.own_view(shown.view) == 0 and shown.view > 0:
        own = shown.step
        words = translate(
            "status", "Solved %n refinement(s) after the deep network took over, computed in {seconds} s", "", own
        )
        words = plural(words, own).format(seconds=told)
    elif trace.own_view(shown.view):
        words = translate(
            "status", "Solved at refinement {step} of another view of the puzzle, computed in {seconds} s"
        ).format(step=shown.step, seconds=told)
    who, parameters = role_words(trace.made_by(shown.view)), trace.anatomy_of(shown.view).parameters
    if parameters:
        count = translate("status", "{count} parameters").format(count=number(parameters))
        words += " · " + (f"{who}, {count}" if who else count)
    return f"{words} · {trace.device.upper()}. " + translate("status", "The rules accept this answer.")


def _vain_answer(content: Puzzle, shown: Refinement) -> str:
    """What the model answers where no answer can be right."""
    translate = QCoreApplication.translate
    if content.kind == "maze":
        if draws_no_path(content, shown):
            return translate("status", "The model draws no path here.")
        cells = int((shown.answer == PATH).sum())
        return plural(translate("status", "The model draws a path of %n cell(s) all the same.", "", cells), cells)
    broken = int(shown.violations.sum())
    return plural(translate("status", "This answer breaks rules in %n cell(s).", "", broken), broken)


def _failed(trace: Trace, shown: Refinement, offered: Offered) -> str:
    """How much was tried, which answer is the closest, and what to do next."""
    translate = QCoreApplication.translate
    steps = {r.view: r.step for r in trace.refinements}
    starts = sum(attempt_of(trace.puzzle.kind, step) + 1 for step in steps.values())
    broken = int(shown.violations.sum())
    views = len(steps)
    tried = translate("status", "Not solved in %n view(s)", "", views)
    started = translate("status", " with %n start(s). ", "", starts)
    closest = translate("status", "The closest answer, shown here, breaks rules in %n cell(s).", "", broken)
    words = plural(tried, views) + plural(started, starts) + plural(closest, broken)
    return f"{words} {advice_words(offered)}".rstrip()


def _doubt(shown: Refinement, *, running: bool = False) -> str:
    confident = shown.halt_probability >= 0.5
    translate = QCoreApplication.translate
    sure = percent(shown.halt_probability)
    if shown.accepted is None:
        return translate("status", "the model is {sure} sure; this puzzle's answer cannot be checked.").format(
            sure=sure
        )
    broken = int(shown.violations.sum())
    if confident:
        words = translate("status", "the model is {sure} sure, but rules are broken in %n cell(s).", "", broken)
    elif running:
        words = translate("status", "rules are broken in %n cell(s) (the model's own estimate: {sure}).", "", broken)
    else:
        words = translate(
            "status", "Not solved yet: rules are broken in %n cell(s) (the model's own estimate: {sure}).", "", broken
        )
    return plural(words, broken).format(sure=sure)


AROUND = 22
"""Pixels left and right of the shape and the sentence, and between them."""
LONGEST = 105
"""Letters of a sentence about an answer, with those that lines lose where they are broken."""
FEWEST_LINES, MOST_LINES = 2, 6
"""Of a status that wraps."""


class StatusLine(QWidget):
    """A shape (so that colour is not needed) and a sentence."""

    def __init__(self, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        """One that `wraps` has the height of as many lines as the longest sentence needs, whatever it says."""
        super().__init__(parent)
        self.status = Status("idle", "")
        self._mark = _Mark(self)
        self._label = PlainLabel(self)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._label.setWordWrap(wraps)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 4, 3)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._label, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._label.wordWrap():
            metrics = self.fontMetrics()
            room = self.width() - metrics.height() - AROUND
            lines = max(FEWEST_LINES, math.ceil(LONGEST * metrics.averageCharWidth() / max(room, 1)))
            self._label.setFixedHeight(min(lines, MOST_LINES) * metrics.lineSpacing())

    def show_status(self, status: Status) -> None:
        """Say something else."""
        if status != self.status:
            self.status = status
            sentence = status.sentence[:1].upper() + status.sentence[1:]
            self._label.setText(sentence)
            self._label.setToolTip(tip(sentence))
            self.setAccessibleName(sentence)
            self._mark.state = status.state
            self._mark.update()


class _Mark(QWidget):
    """A tick for verified, an open ring for confident, a bar for an invalid puzzle, dots while thinking."""

    state: State = "idle"

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = current_palette().color(COLORS[self.state])
        side = min(self.width(), self.height()) * 0.86
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        pen = QPen(color, side * 0.14, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)

        def at(x: float, y: float) -> QRectF:
            return QRectF(box.left() + x * side - side * 0.08, box.top() + y * side - side * 0.08, side / 6, side / 6)

        painter.setPen(pen)
        if self.state == "verified":
            painter.drawPolyline([at(0.1, 0.5).center(), at(0.4, 0.8).center(), at(0.9, 0.15).center()])
        elif self.state == "invalid":
            painter.drawLine(at(0.5, 0.05).center(), at(0.5, 0.6).center())
            painter.drawPoint(at(0.5, 0.9).center())
        elif self.state == "thinking":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            for x in (0.1, 0.5, 0.9):
                painter.drawEllipse(at(x, 0.5))
        else:
            painter.drawEllipse(box.adjusted(side * 0.12, side * 0.12, -side * 0.12, -side * 0.12))
