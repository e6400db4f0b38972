"""Work that may never end, such as reading from a network drive: each piece has a thread that can be left behind."""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from app.runtime.background import Job, explain
from solver.cancelling import Cancelled

T = TypeVar("T")


class Detached(QObject):
    """Runs pieces of work beside one another; the callbacks run in the thread that owns this.

    The threads are daemons: neither another piece of work nor the end of the program waits for one that hangs.
    """

    _returned = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None, *, started: bool = True) -> None:
        """Without `started` the pieces wait for `start`."""
        super().__init__(parent)
        self._returned.connect(self._return)
        self._jobs: list[Job] = []
        self._waiting: list[Job] = []
        self._threads: list[threading.Thread] = []
        self._started = started

    def start(self) -> None:
        """Begin with what was asked for so far."""
        self._started = True
        for job in self._waiting:
            self._begin(job)
        self._waiting = []

    @property
    def busy(self) -> bool:
        """Whether anything is under way that was not cancelled."""
        return bool(self._jobs)

    def run(
        self,
        work: Callable[[Callable[[], bool]], T],
        success: Callable[[T], None],
        failure: Callable[[str, str], None],
    ) -> Job:
        """Call `work(cancelled)` there, then here `success(result)`, or `failure(sentence, details)`.

        Once the job is cancelled, neither is called, whenever the work ends.
        """
        job = Job(work, success, failure)
        self._jobs.append(job)
        if self._started:
            self._begin(job)
        else:
            self._waiting.append(job)
        return job

    def close(self) -> None:
        """Cancel everything, and wait for nothing."""
        for job in self._jobs:
            job.cancel()
        self._jobs, self._waiting = [], []

    @property
    def hangs(self) -> bool:
        """Whether a thread goes on, cancelled or not."""
        return any(thread.is_alive() for thread in self._threads)

    def _begin(self, job: Job) -> None:
        thread = threading.Thread(target=self._work, args=(job,), name="detached", daemon=True)
        self._threads = [each for each in self._threads if each.is_alive()] + [thread]
        thread.start()

    def _work(self, job: Job) -> None:
        result: Any = None
        problem: tuple[str, str] | None = None
        try:
            result = job.work(job.cancelled)
        except Cancelled:
            job.cancel()
        except Exception as error:
            problem = explain(error)
        # It may be so late that the program has ended.
        with suppress(RuntimeError):
            self._returned.emit(job, result, problem)

    @Slot(object, object, object)
    def _return(self, job: Job, result: Any, problem: tuple[str, str] | None) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        if job.cancelled():
            return
        if problem is None:
            job.success(result)
        else:
            job.failure(*problem)
