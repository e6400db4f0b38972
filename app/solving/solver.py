"""The window's side of the solver's thread: asks the worker, and passes on only what is still wanted."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal, Slot

from app.arc.fitting import Fitting
from app.solving.questions import Question
from app.solving.worker import Import, Outcome, Solve, SolvingWorker
from solver.trace import Anatomy, FitGuess, HandOver, Refinement, ViewName

if TYPE_CHECKING:
    from solver.model.importing import Imported


class Solver(QObject):
    """The window's side: asks the worker, and passes on only what belongs to the present solve."""

    warmed = Signal(str, str)
    """The device, and one sentence on why it was chosen."""
    started = Signal(object, str, Anatomy)
    """The name of each view, the checkpoint's label, and what its network is made of."""
    handedOver = Signal(object, HandOver)  # noqa: N815
    """The name of each view from now on, and the network that takes over."""
    refined = Signal(Refinement)
    fitted = Signal(Fitting)
    """A network has been fitted to an ARC task some steps further, or views have voted."""
    guessed = Signal(int, FitGuess)
    """The number of a test input, and what the network that is being fitted would answer to it by now."""
    finished = Signal(Outcome)
    cancelled = Signal(Outcome)
    failed = Signal(str, str)
    """One sentence, and details to copy."""
    runningChanged = Signal(bool)  # noqa: N815
    importProgress = Signal(object, float)  # noqa: N815
    """The import, and the share of it that is done."""
    imported = Signal(object, object)
    """The import, and the `Imported` that came of it."""
    importFailed = Signal(object, str, str)  # noqa: N815
    """The import, one sentence, and details to copy."""
    questionProgress = Signal(object, float)  # noqa: N815
    """The question, and the share of it that is done."""
    answered = Signal(object, object)
    """The question, and what was found."""
    unanswered = Signal(object, str, str)
    """The question, one sentence, and details to copy."""

    _warm = Signal(str, object)
    _ask = Signal(object)
    _solve = Signal(object)
    _bring_in = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._present: Solve | None = None
        self._import: Import | None = None
        self._questions: list[Question] = []
        self.device_found = ""
        """Why the device was chosen, once it was."""
        self._thread = QThread(self)
        self._worker = SolvingWorker()
        self._worker.moveToThread(self._thread)
        self._warm.connect(self._worker.warm)
        self._solve.connect(self._worker.solve)
        self._bring_in.connect(self._worker.bring_in)
        self._ask.connect(self._worker.answer)
        self._worker.importProgress.connect(self._pass_import_progress)
        self._worker.imported.connect(self._pass_import)
        self._worker.importFailed.connect(self._pass_import_failure)
        self._worker.questionProgress.connect(self._pass_question_progress)
        self._worker.answered.connect(self._pass_answer)
        self._worker.unanswered.connect(self._pass_no_answer)
        self._worker.warmed.connect(self._note_device)
        self._worker.started.connect(self._pass_start)
        self._worker.handedOver.connect(self._pass_hand_over)
        self._worker.refined.connect(self._pass_refinement)
        self._worker.fitted.connect(self._pass_fitting)
        self._worker.guessed.connect(self._pass_guess)
        self._worker.finished.connect(self._pass_outcome)
        self._worker.failed.connect(self._pass_failure)
        self._thread.start()

    @property
    def running(self) -> bool:
        """Whether a solve is under way."""
        return self._present is not None

    @property
    def stopping(self) -> bool:
        """Whether the running solve was asked to stop."""
        return self._present is not None and self._present.cancelled.is_set()

    def warm(self, device: str, folder: Path | None) -> None:
        """Make ready for the first solve."""
        self._warm.emit(device, folder)

    def solve(self, solve: Solve) -> None:
        """Start; one at a time."""
        assert not self.running
        self._present = solve
        self.runningChanged.emit(True)
        self._solve.emit(solve)

    def stop(self) -> None:
        """End the running solve after the evaluation of the network under way; `cancelled` tells of it."""
        if self._present is not None:
            self._present.cancelled.set()

    def vote_now(self) -> None:
        """Let the running fit to an ARC task end after the step under way, and the views vote."""
        if self._present is not None:
            self._present.enough.set()

    @property
    def voting_soon(self) -> bool:
        """Whether the running fit was told to end."""
        return self._present is not None and self._present.enough.is_set()

    def abandon(self) -> None:
        """End the running solve, and hear no more of it."""
        if self._present is not None:
            self._present.cancelled.set()
            self._present = None
            self.runningChanged.emit(False)

    def bring_in(self, job: Import) -> None:
        """Import a checkpoint, after the running solve; one at a time, those before are cancelled."""
        self.cancel_import()
        self._import = job
        self._bring_in.emit(job)

    def cancel_import(self) -> bool:
        """End the import under way and hear no more of it; False if there is none, or if it is whole already.

        What is whole stays, and `imported` tells of it.
        """
        if self._import is None or not self._import.cancel():
            return False
        self._import = None
        return True

    def ask(self, question: Question) -> None:
        """Ask about a recording, after the running solve and the questions before."""
        self._questions.append(question)
        self._ask.emit(question)

    def cancel_question(self, question: Question) -> None:
        """Hear no more of a question."""
        question.cancelled.set()
        if question in self._questions:
            self._questions.remove(question)

    def ask_to_end(self) -> None:
        """Let the thread end after the evaluation of the network under way; do not wait."""
        self.abandon()
        for question in self._questions.copy():
            self.cancel_question(question)
        self.cancel_import()
        self._thread.quit()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the thread to end, and tell whether it has."""
        return self._thread.wait(QDeadlineTimer(-1 if seconds is None else round(1000 * seconds)))

    def close(self) -> None:
        """End the thread, after the evaluation of the network under way."""
        self.ask_to_end()
        self.wait()

    @Slot(str, str)
    def _note_device(self, device: str, why: str) -> None:
        self.device_found = why
        self.warmed.emit(device, why)

    @Slot(object, object, str, object)
    def _pass_start(self, solve: Solve, views: tuple[ViewName, ...], checkpoint: str, anatomy: Anatomy) -> None:
        if solve is self._present:
            self.started.emit(views, checkpoint, anatomy)

    @Slot(object, object, object)
    def _pass_hand_over(self, solve: Solve, views: tuple[ViewName, ...], hand_over: HandOver) -> None:
        if solve is self._present:
            self.handedOver.emit(views, hand_over)

    @Slot(object, object)
    def _pass_refinement(self, solve: Solve, refinement: Refinement) -> None:
        if solve is self._present:
            self.refined.emit(refinement)

    @Slot(object, object)
    def _pass_fitting(self, solve: Solve, fitting: Fitting) -> None:
        if solve is self._present:
            self.fitted.emit(fitting)

    @Slot(object, int, object)
    def _pass_guess(self, solve: Solve, test: int, guess: FitGuess) -> None:
        if solve is self._present:
            self.guessed.emit(test, guess)

    @Slot(object, object)
    def _pass_outcome(self, solve: Solve, outcome: Outcome) -> None:
        if solve is self._present:
            self._present = None
            (self.cancelled if outcome.stopped else self.finished).emit(outcome)
            self.runningChanged.emit(False)

    @Slot(object, str, str)
    def _pass_failure(self, solve: Solve | None, sentence: str, details: str) -> None:
        if solve is self._present:
            self._present = None
            if solve is not None:
                self.runningChanged.emit(False)
            self.failed.emit(sentence, details)

    @Slot(object, float)
    def _pass_import_progress(self, job: Import, share: float) -> None:
        if job is self._import:
            self.importProgress.emit(job, share)

    @Slot(object, object)
    def _pass_import(self, job: Import, found: "Imported") -> None:
        if job is self._import:
            self._import = None
            self.imported.emit(job, found)

    @Slot(object, str, str)
    def _pass_import_failure(self, job: Import, sentence: str, details: str) -> None:
        if job is self._import:
            self._import = None
            self.importFailed.emit(job, sentence, details)

    @Slot(object, float)
    def _pass_question_progress(self, question: Question, share: float) -> None:
        if question in self._questions:
            self.questionProgress.emit(question, share)

    @Slot(object, object)
    def _pass_answer(self, question: Question, found: object) -> None:
        if question in self._questions:
            self._questions.remove(question)
            self.answered.emit(question, found)

    @Slot(object, str, str)
    def _pass_no_answer(self, question: Question, sentence: str, details: str) -> None:
        if question in self._questions:
            self._questions.remove(question)
            self.unanswered.emit(question, sentence, details)
