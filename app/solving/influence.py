"""What the selected cell rests on: asks the solver while that is wanted and nothing plays, and keeps the answers."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.film.film import Change, Film
from app.film.intermediate import Intermediate
from app.film.player import Player
from app.solving.networks import network_for
from app.solving.questions import InfluenceQuestion, Question
from app.solving.solver import Solver
from app.window.settings import Settings
from solver.puzzles.base import Cell
from solver.trace import FitGuess, Refinement, Trace
from solver.trace.branch import Branch
from solver.trace.influence import Influence

REST_MS = 120
"""After the cell or the cursor moved, before the network is asked: someone who passes by wants no answer."""
KEPT = 64
"""Answers about one recording."""


class InfluenceControl(QObject):
    """Knows the wanted cell, the question under way, and what was answered."""

    changed = Signal()
    """Another answer is to be shown, or none, or another reason why there is none."""

    def __init__(self, player: Player, solver: Solver, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._film: Film = player.film
        self._player, self._solver, self._settings = player, solver, settings
        self._wanted = False
        self._cell: Cell | None = None
        self._pressed_for: Cell | None = None
        """The cell for which a person last asked by the key or the button; the answers follow the selection."""
        self._answers: dict[tuple[int, int, Cell], Influence] = {}
        self._about: Trace | None = None
        """The recording that the answers are about."""
        self._question: InfluenceQuestion | None = None
        self.problem = ""
        """Why the last question has no answer, in a sentence."""
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._ask)
        self._film.changed.connect(self._hear)
        player.playingChanged.connect(self._look)
        solver.answered.connect(self._take)
        solver.unanswered.connect(self._give_up)

    @property
    def wanted(self) -> bool:
        """Whether a person wants to know."""
        return self._wanted

    @wanted.setter
    def wanted(self, wanted: bool) -> None:
        self._wanted = wanted
        self._pressed_for = self._cell if wanted else None
        self._look()

    @Slot()
    def press(self) -> None:
        """Ask about the selected cell; about one that was asked about in this way before, ask no more."""
        self.wanted = self._cell is not None and not (self._wanted and self._pressed_for == self._cell)

    @property
    def cell(self) -> Cell | None:
        """The cell in question."""
        return self._cell

    @property
    def possible(self) -> bool:
        """Whether there is a choice to ask about: a cell that the network filled in at a refinement."""
        return self._key() is not None

    @property
    def other_network(self) -> bool:
        """Whether what is shown is by several networks, one after the other, so that none of them can be asked."""
        return any(branch.checkpoint for branch in self._branches())

    @property
    def other_start(self) -> bool:
        """Whether what is shown is of a random start, of which the recording holds no more than the refinements."""
        trace = self._film.trace
        return trace is not None and trace.from_random_start

    @property
    def forced(self) -> bool:
        """Whether a person has forced the value that the cell has, so that it rests on nothing else."""
        shown = self._film.current()
        return shown is not None and any(
            self._cell in dict(branch.forced) and (branch.for_good or branch.step == shown.step - 1)
            for branch in self._branches()
        )

    def _branches(self) -> tuple[Branch, ...]:
        """Those that lead up to what is shown."""
        trace, shown = self._film.trace, self._film.current()
        if trace is None or shown is None:
            return ()
        return tuple(each for each in trace.branches if each.view == shown.view and each.step < shown.step)

    @property
    def asking(self) -> bool:
        """Whether an answer is on its way."""
        return self._question is not None or self._rest.isActive()

    @property
    def found(self) -> Influence | None:
        """The answer about what is shown, where it is wanted and known."""
        key = self._key()
        return self._answers.get(key) if self._wanted and key is not None else None

    @Slot(int, int)
    def set_cell(self, row: int, column: int) -> None:
        """The cell in question; -1, -1 for none."""
        cell = (row, column) if row >= 0 else None
        if cell != self._cell:
            self._cell = cell
            self._look()

    @property
    def _asked(self) -> tuple[int, int, Cell] | None:
        question = self._question
        return None if question is None else (question.view, question.step, question.cell)

    def _key(self) -> tuple[int, int, Cell] | None:
        shown, puzzle = self._film.shown(), self._film.puzzle
        if self._cell is None or puzzle is None or self.other_network or self.other_start or self.forced:
            return None
        if not isinstance(shown, Refinement) or isinstance(shown, Intermediate | FitGuess):
            return None
        row, column = self._cell
        inside = row < puzzle.shape[0] and column < puzzle.shape[1]
        return (shown.view, shown.step, self._cell) if inside and puzzle.free[self._cell] else None

    @Slot(object)
    def _hear(self, change: Change) -> None:
        if change & (Change.CONTENT | Change.RECORDING):
            self._answers.clear()
        if change & (Change.CONTENT | Change.RECORDING | Change.CURSOR | Change.STATE):
            self._look()

    @Slot()
    def _look(self) -> None:
        """Ask soon, if there is something to ask; what was asked about something else is cancelled."""
        key = self._key()
        if self._question is not None and self._asked != key:
            self._solver.cancel_question(self._question)
            self._question = None
        self.problem = ""
        still = self._wanted and not self._player.playing and not self._film.live
        if still and key is not None and key not in self._answers and key != self._asked:
            self._rest.start()
        else:
            self._rest.stop()
        self.changed.emit()

    @Slot()
    def _ask(self) -> None:
        key, puzzle, trace = self._key(), self._film.puzzle, self._film.trace
        if key is None or puzzle is None or trace is None:
            return
        settings = self._settings
        view, step, cell = key
        self._about = trace
        self._question = InfluenceQuestion(
            puzzle=puzzle,
            trace=trace,
            cell=cell,
            view=view,
            step=step,
            recorded=trace.made_by(view),
            device=settings.device,
            folder=network_for(puzzle.kind, settings.checkpoint(puzzle.kind), trace.made_by(view)),
            threads=settings.threads,
        )
        self._solver.ask(self._question)
        self.changed.emit()

    @Slot(object, object)
    def _take(self, question: Question, found: object) -> None:
        if question is not self._question or not isinstance(found, Influence):
            return
        view, step, cell = self._question.view, self._question.step, self._question.cell
        self._question = None
        if self._about is self._film.trace:
            if len(self._answers) >= KEPT:
                self._answers.pop(next(iter(self._answers)))
            self._answers[view, step, cell] = found
        self.changed.emit()

    @Slot(object, str, str)
    def _give_up(self, question: Question, sentence: str, details: str) -> None:
        if question is not self._question:
            return
        self._question = None
        self.problem = sentence
        self.changed.emit()
