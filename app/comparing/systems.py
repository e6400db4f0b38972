"""File ▸ Compare ▸ TRM and HRM: solves the shown puzzle with a network of each, then shows both side by side."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.comparing.control import CompareControl
from app.comparing.pair import Pair, find_pair
from app.documents.document import Document
from app.solving.control import SolveControl
from app.solving.solver import Solver
from app.solving.worker import Outcome
from app.window.checkpoints import imported_home
from app.window.settings import Settings
from app.words.numbers import number
from app.words.playback import percent
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Puzzle
from solver.reasoning.budget import Budget, default_steps
from solver.trace import Anatomy, Refinement, Trace, ViewName


class SystemsControl(QObject):
    """At most one comparison is computed at a time, in a thread of its own that starts with the first."""

    problem = Signal(str, str)
    """One sentence, and details to copy."""
    progress = Signal(str)
    """How far it is, in words."""
    ended = Signal()
    """Nothing is computed any more: it is shown, failed or was cancelled."""

    def __init__(
        self,
        document: Document,
        solving: SolveControl,
        comparing: CompareControl,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._solving = solving
        self._comparing = comparing
        self._settings = settings
        self._solver: Solver | None = None
        self._pair: Pair | None = None
        self._puzzle: Puzzle | None = None
        self._traces: list[Trace] = []
        document.contentChanged.connect(self.cancel)

    @property
    def running(self) -> bool:
        """Whether one of the two is solving."""
        return self._puzzle is not None

    @property
    def can_compare(self) -> bool:
        """Whether both could solve this puzzle; a missing network is reported once someone asks."""
        content = self._document.content
        fits = isinstance(content, Puzzle) and not isinstance(content, ArcPuzzle) and not self._document.entry.unsure
        return fits and not self.running and self._comparing.ready

    @Slot()
    def compare(self) -> None:
        """Solve the shown puzzle with both, one view each."""
        puzzle = self._document.content
        if not self.can_compare or not isinstance(puzzle, Puzzle):
            return
        self._pair = find_pair(puzzle.kind, self._settings.checkpoint(puzzle.kind), imported_home())
        if self._pair is None:
            self.problem.emit(
                self.tr("There is no HRM for this kind of puzzle here. Import its checkpoint in Preferences."), ""
            )
            return
        self._puzzle, self._traces = puzzle, []
        self._solve(self._pair.trm)

    @Slot()
    def cancel(self) -> None:
        """End it, if it is computed; nothing of it is kept."""
        if self._solver is not None and self.running:
            self._solver.abandon()
            self._end()

    def ask_to_end(self) -> None:
        """Let the thread end after the evaluation under way; do not wait."""
        if self._solver is not None:
            self._solver.ask_to_end()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the thread to end, and tell whether it has."""
        return self._solver is None or self._solver.wait(seconds)

    def _solve(self, folder: Path) -> None:
        assert self._puzzle is not None
        if self._solver is None:
            self._solver = Solver(self)
            self._solver.started.connect(self._start)
            self._solver.refined.connect(self._refine)
            self._solver.finished.connect(self._finish)
            self._solver.failed.connect(self._fail)
        self._traces.append(Trace(self._puzzle, ""))
        self._tell()
        budget = Budget(default_steps(self._puzzle), 1)
        self._solver.solve(replace(self._solving.new_solve(self._puzzle), budget=budget, folder=folder, successor=None))

    @Slot(object, str, Anatomy)
    def _start(self, views: tuple[ViewName, ...], checkpoint: str, anatomy: Anatomy) -> None:
        trace = self._traces[-1]
        trace.views, trace.checkpoint, trace.anatomy = views, checkpoint, anatomy

    @Slot(Refinement)
    def _refine(self, refinement: Refinement) -> None:
        self._traces[-1].refinements.append(refinement)
        self._tell()

    @Slot(Outcome)
    def _finish(self, outcome: Outcome) -> None:
        assert self._pair is not None
        self._traces[-1].device = outcome.device
        if len(self._traces) == 1:
            self._solve(self._pair.hrm)
            return
        trm, hrm = self._traces
        self._end()
        self._comparing.show((self._title("TRM", trm), trm), (self._title("HRM", hrm), hrm))

    @Slot(str, str)
    def _fail(self, sentence: str, details: str) -> None:
        self._end()
        self.problem.emit(sentence, details)

    def _title(self, system: str, trace: Trace) -> str:
        return self.tr("{system}, {count} parameters").format(system=system, count=number(trace.anatomy.parameters))

    def _end(self) -> None:
        self._puzzle, self._traces = None, []
        self.ended.emit()

    def _tell(self) -> None:
        assert self._puzzle is not None
        share = min(len(self._traces[-1]) / default_steps(self._puzzle), 1.0)
        self.progress.emit(
            self.tr("Solving with {system}: {share}").format(
                system=("TRM", "HRM")[len(self._traces) - 1], share=percent(share)
            )
        )
