"""Background jobs: one thread runs them in turn, and their success or failure returns to the window here."""

import threading
import traceback
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal, Slot

from app.words.messages import worded
from solver.messages import ExplainedError, Template
from solver.puzzles.base import PuzzleError
from solver.system_errors import NotWrittenError, refusal

T = TypeVar("T")

NO_MEMORY = Template("background.memory", "There is not enough memory for this. Close other programs, and try again.")
UNEXPECTED = Template("background.unexpected", "Something unexpected went wrong ({error}).")


class Job:
    """One piece of work under way."""

    def __init__(
        self,
        work: Callable[[Callable[[], bool]], Any],
        success: Callable[[Any], None],
        failure: Callable[[str, str], None],
        *,
        must_finish: bool = False,
    ) -> None:
        self.must_finish = must_finish
        self.work = work
        self.success = success
        self.failure = failure
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask it to end; neither `success` nor `failure` will be called."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        """Whether it was asked to end; safe in any thread."""
        return self._cancelled.is_set()


class _Worker(QObject):
    returned = Signal(object, object, object)

    @Slot(object)
    def run(self, job: Job) -> None:
        if job.cancelled():
            self.returned.emit(job, None, None)
            return
        try:
            result = job.work(job.cancelled)
        except Exception as error:
            self.returned.emit(job, None, explain(error))
        else:
            self.returned.emit(job, result, None)

    @Slot()
    def end(self) -> None:
        QThread.currentThread().quit()


class Background(QObject):
    """Runs one job after another in one long-lived thread; the callbacks run in the thread that owns this."""

    busyChanged = Signal(bool)  # noqa: N815
    _submitted = Signal(object)
    _closing = Signal()

    def __init__(self, parent: QObject | None = None, *, started: bool = True) -> None:
        """Without `started` the jobs wait for `start`."""
        super().__init__(parent)
        self._thread = QThread(self)
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        self._submitted.connect(self._worker.run)
        self._closing.connect(self._worker.end)
        self._worker.returned.connect(self._return)
        self._jobs: list[Job] = []
        self._started = False
        if started:
            self.start()

    def start(self) -> None:
        """Begin with the jobs, those asked for before as well."""
        self._started = True
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether any job is under way or waiting."""
        return bool(self._jobs)

    def run(
        self,
        work: Callable[[Callable[[], bool]], T],
        success: Callable[[T], None],
        failure: Callable[[str, str], None],
        *,
        must_finish: bool = False,
    ) -> Job:
        """Call `work(cancelled)` there, then here `success(result)`, or `failure(sentence, details)`.

        With `must_finish` it is done even if the program is closed meanwhile, as a save must be.
        """
        job = Job(work, success, failure, must_finish=must_finish)
        self._jobs.append(job)
        self._submitted.emit(job)
        self.busyChanged.emit(True)
        return job

    def close(self) -> None:
        """Cancel all but what must finish, and end the thread."""
        self.ask_to_end()
        self.wait()

    @property
    def must_finish(self) -> bool:
        """Whether any of its jobs is not to be dropped."""
        return any(job.must_finish for job in self._jobs)

    def ask_to_end(self) -> None:
        """Cancel all but what must finish, and let the thread end after that; do not wait."""
        for job in self._jobs:
            if not job.must_finish:
                job.cancel()
        # By an event behind those of the jobs: `quit` from here would drop the ones that wait.
        self._closing.emit()
        if not self._started:
            # There may be a save among the jobs.
            self.start()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the thread to end, and tell whether it has."""
        return self._thread.wait(QDeadlineTimer(-1 if seconds is None else round(1000 * seconds)))

    @Slot(object, object, object)
    def _return(self, job: Job, result: Any, problem: tuple[str, str] | None) -> None:
        self._jobs.remove(job)
        self.busyChanged.emit(self.busy)
        if job.cancelled():
            return
        if problem is None:
            job.success(result)
        else:
            job.failure(*problem)


def explain(error: Exception) -> tuple[str, str]:
    """A sentence for a person, in the window's language, and details that help to find the cause."""
    if isinstance(error, PuzzleError):
        return worded(error.message), _where(error)
    if isinstance(error, OSError):
        return worded(refusal(error)), str(error)
    if isinstance(error, NotWrittenError):
        return worded(error.message), str(error.__cause__)
    details = "".join(traceback.format_exception(error))
    if isinstance(error, ExplainedError):
        return worded(error.message), details
    if isinstance(error, MemoryError):
        return worded(NO_MEMORY()), details
    return worded(UNEXPECTED(error=type(error).__name__)), details


def _where(error: PuzzleError) -> str:
    """What the sentence leaves out, in plain words: for bad input, a traceback would not help."""
    lines = []
    if error.cells:
        lines.append("Cells: " + ", ".join(f"r{row + 1}c{column + 1}" for row, column in error.cells))
    if error.__cause__ is not None:
        lines.append(f"Found while reading: {error.__cause__}")
    return "\n".join(lines)
