"""Try 16 starts: asks the solver for a fan of the shown puzzle, gathers it as it grows, and shows a line's film."""

import time
from collections.abc import Sequence
from pathlib import Path
from queue import Empty

from PySide6.QtCore import QObject, Signal, Slot

from app.documents.document import Document
from app.documents.starts import Line, Starts, start_line
from app.film.film import PUZZLE, Change
from app.film.player import Player
from app.solving.networks import network_for
from app.solving.questions import FanQuestion, Question
from app.solving.solver import Solver
from app.window.settings import Settings
from app.words.networks import view_number_words
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Puzzle
from solver.reasoning.budget import STEPS_PER_ATTEMPT, default_budget
from solver.trace import NetworkName, Trace

STARTS = 16


class FanControl(QObject):
    """Knows the lines of the shown puzzle, and the question that adds to them."""

    changed = Signal()
    tried = Signal()
    """Starts were asked for, came or were stopped: `changed`, but not because the film has changed."""
    problem = Signal(str, str)
    """One sentence, and details to copy."""

    def __init__(
        self, document: Document, player: Player, solver: Solver, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._player, self._solver, self._settings = document, player, solver, settings
        self._question: FanQuestion | None = None
        self._growing: list[Line] = []
        """What has come of the question."""
        self._asked_at = 0.0
        self._views: list[Line] = []
        self._views_of: tuple[Trace | None, int] = (None, 0)
        """Of which recording, and how many refinements it had."""
        self._known: Starts | None = None
        self.share = 0.0
        """How much of the question is answered."""
        player.film.changed.connect(self._hear)
        document.leaving.connect(self.cancel)
        document.fileChanged.connect(self._look)
        solver.questionProgress.connect(self._progress)
        solver.answered.connect(self._finish)
        solver.unanswered.connect(self._fail)
        self._look()

    @property
    def lines(self) -> Sequence[Line]:
        """The views of the recording, then the starts; while a start's film is shown, they stay where they are."""
        if self.asking:
            return [*self._views, *self._growing]
        return [*self._views, *(() if self._known is None else self._known.lines)]

    @property
    def network(self) -> NetworkName:
        """The one that the starts are of; "" where that is not known yet."""
        return "" if self.asking or self._known is None else self._known.checkpoint

    @property
    def asking(self) -> bool:
        """Whether starts are being tried."""
        return self._question is not None

    @property
    def possible(self) -> bool:
        """Whether there is a puzzle to try starts of; to an ARC task, a network has to be fitted first."""
        puzzle = self._player.film.puzzle
        return puzzle is not None and not isinstance(puzzle, ArcPuzzle) and not self._player.film.live

    @Slot()
    def ask(self) -> None:
        """Try other starts than before."""
        puzzle = self._player.film.puzzle
        if puzzle is None or not self.possible or self.asking:
            return
        settings = self._settings
        self._growing, self._asked_at = [], time.monotonic()
        self.share = 0.0
        self._question = FanQuestion(
            puzzle=puzzle,
            recorded="",
            device=settings.device,
            folder=self._folder(puzzle),
            threads=settings.threads,
            starts=STARTS,
            steps=self._steps(puzzle),
        )
        self._solver.ask(self._question)
        self._tell()

    @Slot()
    def cancel(self) -> None:
        """Try no more; what was found stays."""
        question = self._question
        if question is not None:
            self._solver.cancel_question(question)
            self._end(question)

    def show(self, line: Line) -> None:
        """Show the film of one line: a view's from the recording, a start's as a recording of its own."""
        film, player, entry = self._player.film, self._player, self._document.entry
        puzzle = film.puzzle
        if puzzle is None or film.live:
            return
        if not line.refinements:
            self.problem.emit(self.tr("This start's film was too large for the document. Try 16 starts again."), "")
            return
        start = None if player.paced else len(line.refinements) - 1
        if line.start is None:
            recording = entry.solve
            if recording is not None and entry.shows_start:
                others = tuple(each for each in entry.others if each is not recording)
                self._document.record(recording, self.tr("Show a view"), others)
            player.show(puzzle, recording, refinements=line.refinements, position=PUZZLE if start is None else start)
        else:
            self._show_start(puzzle, line)
            if start is None:
                player.go_first()
        if player.paced:
            player.play()

    def _show_start(self, puzzle: Puzzle, line: Line) -> None:
        self.cancel()
        entry = self._document.entry
        if entry.starts is None:
            return
        trace = entry.starts.film(puzzle, line)
        if trace is not self._document.trace:
            solve = entry.solve
            self._document.record(trace, self.tr("Show a start"), () if solve is None else (solve,))

    def _folder(self, puzzle: Puzzle) -> Path | None:
        """The network that the recording ends with: after a hand-over, the deep one; else the usual."""
        chosen, solve = self._settings.checkpoint(puzzle.kind), self._document.entry.solve
        return chosen if solve is None else network_for(puzzle.kind, chosen, solve.networks[-1])

    def _steps(self, puzzle: Puzzle) -> int:
        usual = self._settings.steps or default_budget(puzzle).steps
        # Each start is one attempt.
        return min(usual, STEPS_PER_ATTEMPT.get(puzzle.kind, usual))

    @Slot(object)
    def _hear(self, change: Change) -> None:
        if (
            change & Change.CONTENT
            and self._question is not None
            and self._question.puzzle is not self._player.film.puzzle
        ):
            # It was edited; what was found is of the puzzle before.
            self._solver.cancel_question(self._question)
            self._question, self._growing = None, []
        if change & (Change.CONTENT | Change.RECORDING | Change.REFINEMENT | Change.STATE):
            self._known = self._document.entry.starts
            self._read_views()
            self.changed.emit()

    @Slot()
    def _look(self) -> None:
        """Undo and redo change the starts as well."""
        if self._document.entry.starts is not self._known:
            self._known = self._document.entry.starts
            self._tell()

    def _tell(self) -> None:
        """That starts were asked for, came or were stopped."""
        self.changed.emit()
        self.tried.emit()

    def _read_views(self) -> None:
        film, entry = self._player.film, self._document.entry
        trace = entry.solve if film.trace is not None and film.trace is entry.trace else film.trace
        # While a solve is watched, its other views would give the end away.
        if trace is None or film.live or film.waiting:
            trace = None
        known = trace, 0 if trace is None else len(trace)
        if known == self._views_of:
            return
        self._views_of, self._views = known, []
        if trace is not None:
            for view in dict.fromkeys(each.view for each in trace.refinements):
                self._views.append(Line(view_number_words(trace.views, view), trace.of_view(view), view=view))

    @Slot(object, float)
    def _progress(self, question: Question, share: float) -> None:
        if question is self._question and self._question is not None:
            self._take(self._question)
            self.share = share
            self._tell()

    def _take(self, question: FanQuestion) -> None:
        while True:
            try:
                number, refinement = question.found.get_nowait()
            except Empty:
                return
            while len(self._growing) <= number:
                self._growing.append(start_line(len(self._growing)))
            self._growing[number].refinements.append(refinement)

    def _end(self, question: FanQuestion) -> None:
        """Keep what was found; nothing at all leaves what was there before."""
        self._take(question)
        lines, self._growing, self._question = tuple(self._growing), [], None
        if lines:
            self._known = Starts(lines, *question.made_by)
            seconds = time.monotonic() - self._asked_at
            self._document.keep_starts(self._known, self.tr("Try 16 starts"), seconds)
        self._tell()

    @Slot(object, object)
    def _finish(self, question: Question, found: object) -> None:
        if question is self._question and self._question is not None:
            self._end(self._question)

    @Slot(object, str, str)
    def _fail(self, question: Question, sentence: str, details: str) -> None:
        if question is self._question:
            self._question, self._growing = None, []
            self.problem.emit(sentence, details)
            self._tell()
