"""File ▸ Export ▸ Latents: y and z of the recording, computed again in the solver's thread; can be cancelled."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QWidget

from app.documents.document import Document
from app.solving.networks import network_for
from app.solving.questions import LatentsQuestion, Question
from app.solving.solver import Solver
from app.window.settings import Settings
from app.words.plain import make_plain
from solver.puzzles.arc.puzzle import ArcPuzzle

SUFFIX = ".npz"


class LatentsExport(QObject):
    """One export at a time."""

    problem = Signal(str, str)
    exported = Signal(str)
    """The path that was written."""

    def __init__(self, document: Document, solver: Solver, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._solver, self._settings, self._window = document, solver, settings, window
        self._question: LatentsQuestion | None = None
        self.dialog: QProgressDialog | None = None
        solver.questionProgress.connect(self._show_progress)
        solver.answered.connect(self._finish)
        solver.unanswered.connect(self._fail)

    @property
    def possible(self) -> bool:
        """Whether there is a recording of one network."""
        trace = self._document.trace
        return trace is not None and bool(len(trace)) and not isinstance(trace.puzzle, ArcPuzzle)

    @Slot()
    def ask(self) -> None:
        """Ask where to."""
        dialog = QFileDialog(self._window, self.tr("Export Latents"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.setNameFilters([self.tr("NumPy arrays") + f" (*{SUFFIX})"])
        dialog.selectFile(Path(self._document.name).stem + SUFFIX)
        dialog.fileSelected.connect(lambda file: self.write(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the shown recording's latents."""
        trace = self._document.trace
        if trace is None or self._question is not None:
            return
        # Of two networks, the one that thought last.
        settings, recorded = self._settings, trace.networks[-1]
        kind = trace.puzzle.kind
        self._question = LatentsQuestion(
            puzzle=trace.puzzle,
            trace=trace,
            path=path,
            recorded=recorded,
            device=settings.device,
            folder=network_for(kind, settings.checkpoint(kind), recorded),
            threads=settings.threads,
        )
        self.dialog = QProgressDialog(self.tr("Computing y and z again…"), self.tr("Cancel"), 0, 100, self._window)
        self.dialog.setWindowTitle(self.tr("Export Latents"))
        self.dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.dialog.canceled.connect(self._cancel)
        make_plain(self.dialog)
        self._solver.ask(self._question)

    @Slot()
    def _cancel(self) -> None:
        if self._question is not None:
            self._solver.cancel_question(self._question)
        self._end()

    @Slot(object, float)
    def _show_progress(self, question: Question, share: float) -> None:
        if question is self._question and self.dialog is not None:
            # At 100 it would close, and compressing is still to come.
            self.dialog.setValue(min(99, round(100 * share)))

    @Slot(object, object)
    def _finish(self, question: Question, path: object) -> None:
        if question is self._question:
            self._end()
            self.exported.emit(str(path))

    @Slot(object, str, str)
    def _fail(self, question: Question, sentence: str, details: str) -> None:
        if question is self._question:
            self._end()
            self.problem.emit(sentence, details)

    def _end(self) -> None:
        self._question = None
        if self.dialog is not None:
            self.dialog.canceled.disconnect(self._cancel)
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None
