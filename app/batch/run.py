"""A running batch: gives the solver one puzzle after the other, and reports each result."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.batch.result import Result, bytes_of, failure_of, result_of
from app.documents.draft import Draft
from app.documents.entry import Entry
from app.solving.solver import Solver
from app.solving.worker import Outcome, Solve
from app.words.messages import worded
from solver.puzzles.base import Puzzle
from solver.trace import HandOver, Refinement, Trace, ViewName

MOST_KEPT = 256 << 20
"""Bytes of recordings that are kept, to be opened from the table."""
State = Literal["idle", "running", "pausing", "paused"]


class BatchRun(QObject):
    """It has its own solver, so the window can still solve what it shows."""

    resultReady = Signal(Result)  # noqa: N815
    progressChanged = Signal()  # noqa: N815
    """Of `done`, `step` or `state`."""

    def __init__(self, new_solve: Callable[[Puzzle], Solve], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._new_solve = new_solve
        self._solver = Solver(self)
        self._entries: Sequence[Entry] = ()
        self._folders: Sequence[Path | None] = (None,)
        self._kept = 0
        self._trace: Trace | None = None
        self._automatic = False
        """Whether two networks share the puzzle under way."""
        self._began = 0.0
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._start_next)
        self.state: State = "idle"
        self.done = 0
        self.verified = 0
        self._seconds = 0.0
        self._solver.started.connect(self._start)
        self._solver.handedOver.connect(self._hand_over)
        self._solver.refined.connect(self._refine)
        self._solver.finished.connect(self._finish)
        self._solver.failed.connect(self._fail)

    @property
    def total(self) -> int:
        """How many puzzles there are to solve, each once with each checkpoint."""
        return len(self._entries) * len(self._folders)

    @property
    def entry(self) -> Entry:
        """The one that is solved next, or now."""
        return self._entries[self.done % len(self._entries)]

    @property
    def step(self) -> int:
        """Refinements of the puzzle under way."""
        return 0 if self._trace is None else len(self._trace)

    @property
    def seconds_left(self) -> float | None:
        """If the rest takes as long as what is done; None before the first result."""
        return self._seconds / self.done * (self.total - self.done) if self.done else None

    def start(self, entries: Sequence[Entry], folders: Sequence[Path | None] = (None,)) -> None:
        """Solve `entries` from the first, all of them with each checkpoint in turn; None is the one of the settings."""
        self.cancel()
        self._entries, self._folders, self._kept = entries, folders, 0
        self.done, self.verified, self._seconds = 0, 0, 0.0
        self._go("running")

    def pause(self) -> None:
        """Go no further than the puzzle under way."""
        if self.state == "running":
            self._become("pausing")

    def resume(self) -> None:
        """Go on."""
        if self.state == "pausing":
            self._become("running")
        elif self.state == "paused":
            self._go("running")

    def cancel(self) -> None:
        """End now; the network is left after its evaluation under way, and nothing more is heard of it."""
        self._next.stop()
        self._solver.abandon()
        self._trace = None
        if self.state != "idle":
            self._become("idle")

    def ask_to_end(self) -> None:
        """Cancel, and let the thread end; do not wait."""
        self.cancel()
        self._solver.ask_to_end()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the thread to end, and tell whether it has."""
        return self._solver.wait(seconds)

    def close(self) -> None:
        """Cancel, and end the thread."""
        self.ask_to_end()
        self.wait()

    def _become(self, state: State) -> None:
        self.state = state
        self.progressChanged.emit()

    def _go(self, state: State) -> None:
        self._become(state)
        # By way of the event loop: a list of puzzles that all fail at once must not keep the window.
        self._next.start(0)

    @Slot()
    def _start_next(self) -> None:
        if self.done == self.total:
            self._become("idle")
            return
        puzzle = self.entry.content
        self._began = time.perf_counter()
        if isinstance(puzzle, Draft):
            self._tell(
                failure_of(
                    self.done + 1,
                    self.entry,
                    worded(puzzle.problem.message) if puzzle.problem else "",
                    0.0,
                )
            )
            return
        if self.entry.unsure:
            words = self.tr("Some cells were hard to read. Open this puzzle and confirm them first.")
            self._tell(failure_of(self.done + 1, self.entry, words, 0.0))
            return
        self._trace = Trace(puzzle, "")
        solve, folder = self._new_solve(puzzle), self._folders[self.done // len(self._entries)]
        if folder is not None:
            solve = replace(solve, folder=folder, successor=None)
        self._automatic = solve.successor is not None
        self._solver.solve(solve)

    @Slot(object, str)
    def _start(self, views: tuple[ViewName, ...], checkpoint: str) -> None:
        # Only now: the first puzzle waits for the model to be loaded.
        self._began = time.perf_counter()
        if self._trace is not None:
            self._trace.views, self._trace.checkpoint = views, checkpoint

    @Slot(object, HandOver)
    def _hand_over(self, views: tuple[ViewName, ...], hand_over: HandOver) -> None:
        if self._trace is not None:
            self._trace.views, self._trace.hand_over = views, hand_over

    @Slot(Refinement)
    def _refine(self, refinement: Refinement) -> None:
        if self._trace is not None:
            self._trace.refinements.append(refinement)
            self.progressChanged.emit()

    @Slot(Outcome)
    def _finish(self, outcome: Outcome) -> None:
        if self._trace is not None:
            trace, seconds = self._trace, time.perf_counter() - self._began
            trace.device = outcome.device
            # Of an ARC task, all test inputs are answered at once, and this entry is of one.
            trace = next((each for each in outcome.traces if each.puzzle == trace.puzzle), trace)
            result = result_of(self.done + 1, self.entry, trace, seconds)
            series = self.tr("automatic") if self._automatic else str(trace.checkpoint)
            self._tell(self._within_memory(replace(result, series=series)))

    @Slot(str, str)
    def _fail(self, sentence: str, details: str) -> None:
        if self._trace is not None:
            seconds = time.perf_counter() - self._began
            self._tell(failure_of(self.done + 1, self.entry, sentence, seconds))

    def _within_memory(self, result: Result) -> Result:
        """Without its recording, once as many are kept as there is room for."""
        if result.trace is None:
            return result
        self._kept += bytes_of(result.trace)
        return result if self._kept <= MOST_KEPT else replace(result, trace=None)

    def _tell(self, result: Result) -> None:
        self._trace = None
        self.done += 1
        self.verified += bool(result.verified)
        self._seconds += result.seconds
        self.resultReady.emit(result)
        if self.state == "pausing" and self.done < self.total:
            self._become("paused")
        elif self.state in ("running", "pausing"):
            self._go("running")
