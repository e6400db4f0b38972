"""Try 16 starts: asks the solver for a fan of the shown puzzle, gathers it as it grows, and shows a line's film."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from queue import Empty

from PySide6.QtCore import QObject, Signal, Slot

from app.documents.document import Document
from app.film.film import PUZZLE, Change
from app.film.player import Player
from app.solving.questions import FanQuestion, Question
from app.solving.solver import Solver
from app.window.settings import Settings
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Puzzle
from solver.reasoning.budget import STEPS_PER_ATTEMPT, default_budget
from solver.trace import Anatomy, NetworkName, Refinement, Trace, ViewName
from solver.trace.fan import Ending, ending

STARTS = 16
KEPT = 16
"""Puzzles whose starts are kept while others are shown."""


@dataclass(eq=False)
class Line:
    """One start, or one view of the shown recording."""

    name: str
    refinements: list[Refinement] = field(default_factory=list)
    start: int | None = None
    """The start's number, from 0; None for a view of the shown recording."""
    view: int = 0

    @property
    def ending(self) -> Ending:
        """How it ended, or stands."""
        return ending(self.refinements)


@dataclass(eq=False)
class Fan:
    """The starts of one puzzle."""

    puzzle: Puzzle | None
    starts: list[Line] = field(default_factory=list)
    recording: Trace | None = None
    """The last one that was shown which is not of a start."""
    views: list[Line] = field(default_factory=list)
    """Its own."""
    shown: list[Trace] = field(default_factory=list)
    """Recordings that were made of starts: their only view is a line already."""
    made_by: tuple[NetworkName, Anatomy | None] = ("", None)
    """The checkpoint's label, and what its network is made of."""


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
        self._fan = Fan(None)
        """That of the shown puzzle."""
        self._fans: list[Fan] = []
        """Those with starts, the one that was shown last at the end."""
        self.share = 0.0
        """How much of the question is answered."""
        player.film.changed.connect(self._hear)
        solver.questionProgress.connect(self._progress)
        solver.answered.connect(self._finish)
        solver.unanswered.connect(self._fail)

    @property
    def lines(self) -> Sequence[Line]:
        """The views of the recording, then the starts; while a start's film is shown, they stay where they are."""
        return [*self._fan.views, *self._fan.starts]

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
        self._fan.starts = []
        self.share = 0.0
        self._question = FanQuestion(
            puzzle=puzzle,
            recorded="",
            device=settings.device,
            folder=settings.checkpoint(puzzle.kind),
            threads=settings.threads,
            starts=STARTS,
            steps=self._steps(puzzle),
        )
        self._solver.ask(self._question)
        self._tell()

    @Slot()
    def cancel(self) -> None:
        """Try no more; what was found stays."""
        if self._question is not None:
            self._solver.cancel_question(self._question)
            self._take(self._question)
            self._question = None
            self._tell()

    def show(self, line: Line) -> None:
        """Show the film of one line: a view's from the recording, a start's as a recording of its own."""
        film, player = self._player.film, self._player
        puzzle = film.puzzle
        if puzzle is None or not line.refinements or film.live:
            return
        start = None if player.paced else len(line.refinements) - 1
        if line.start is None:
            recording = self._fan.recording
            if recording is not None and film.trace in self._fan.shown:
                self._document.record(recording, self.tr("Show a view"))
            player.show(puzzle, recording, refinements=line.refinements, position=PUZZLE if start is None else start)
        else:
            trace = next((t for t in self._fan.shown if t.refinements is line.refinements), None)
            if trace is None:
                trace = self._recording(puzzle, line)
                self._fan.shown.append(trace)
            if trace is not self._document.trace:
                self._document.record(trace, self.tr("Show a start"))
            if start is None:
                player.go_first()
        if player.paced:
            player.play()

    def _recording(self, puzzle: Puzzle, line: Line) -> Trace:
        label, anatomy = self._fan.made_by
        name = ViewName(new_start=line.start != 0, perturbed=line.start != 0 and puzzle.kind == "sudoku")
        trace = Trace(puzzle, label, views=(name,), refinements=line.refinements)
        if anatomy is not None:
            trace.anatomy = anatomy
        return trace

    def _steps(self, puzzle: Puzzle) -> int:
        usual = self._settings.steps or default_budget(puzzle).steps
        # Each start is one attempt.
        return min(usual, STEPS_PER_ATTEMPT.get(puzzle.kind, usual))

    @Slot(object)
    def _hear(self, change: Change) -> None:
        if change & Change.CONTENT:
            self.cancel()
            self._turn_to(self._player.film.puzzle)
        if change & (Change.CONTENT | Change.RECORDING | Change.REFINEMENT | Change.STATE):
            self._read_views()
            self.changed.emit()

    def _tell(self) -> None:
        """That starts were asked for, came or were stopped."""
        self.changed.emit()
        self.tried.emit()

    def _turn_to(self, puzzle: Puzzle | None) -> None:
        """Keep the starts of the puzzle before, and bring back those of this one."""
        if self._fan.starts:
            self._fans = [*(fan for fan in self._fans if fan is not self._fan), self._fan][-KEPT:]
        kept = (fan for fan in self._fans if fan.puzzle is puzzle)
        self._fan = next(kept, None) or Fan(puzzle)

    def _read_views(self) -> None:
        film, fan = self._player.film, self._fan
        trace = film.trace
        if trace is not None and trace in fan.shown:
            return
        fan.recording, fan.views = trace, []
        # While a solve is watched, its other views would give the end away.
        if trace is None or film.live or film.waiting:
            return
        for view in dict.fromkeys(r.view for r in trace.refinements):
            fan.views.append(Line(self._player.view_number(view), trace.of_view(view), view=view))

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
            starts = self._fan.starts
            while len(starts) <= number:
                starts.append(Line(self.tr("start {number}").format(number=len(starts) + 1), start=len(starts)))
            starts[number].refinements.append(refinement)

    @Slot(object, object)
    def _finish(self, question: Question, found: object) -> None:
        if question is self._question and self._question is not None:
            self._take(self._question)
            self._fan.made_by = found  # type: ignore[assignment]
            self._question = None
            self._tell()

    @Slot(object, str, str)
    def _fail(self, question: Question, sentence: str, details: str) -> None:
        if question is self._question:
            self._question = None
            self.problem.emit(sentence, details)
            self._tell()
