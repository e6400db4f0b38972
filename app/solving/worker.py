"""Solving off the GUI thread: one worker object in one long-lived thread, the only place where `app` meets torch."""

import shutil
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, Slot

from app.arc.fitting import Fitting
from app.runtime.background import explain
from app.runtime.torch_preload import preload_torch
from solver.cancelling import Cancelled
from solver.messages import ExplainedError, Template
from solver.model.bundled import bundled_checkpoints
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Puzzle
from solver.puzzles.kinds import puzzles_of
from solver.reasoning.budget import Budget
from solver.trace import LatentState, NetworkName, Refinement, Trace, ViewName

if TYPE_CHECKING:
    from solver.model.checkpoint import Checkpoint
    from solver.model.device import Device
    from solver.model.importing import Imported

NO_MODEL = Template("solve.no_model", "No model for {puzzles} is installed. Import one in Preferences.")
OTHER_KIND = Template(
    "solve.other_kind", "The checkpoint {name} solves {puzzles} only. Choose another one in Preferences."
)
OTHER_NETWORK = Template(
    "solve.other_network",
    "Recorded with {recorded}; {chosen} cannot continue it. Press Solve to start over.",
)
CHECKPOINT_GONE = Template(
    "solve.checkpoint_gone", "The checkpoint {name} is no longer there. Choose another one in Preferences."
)


@dataclass(eq=False)
class Solve:
    """One solve, asked for or under way."""

    puzzle: Puzzle
    budget: Budget
    device: str = "auto"
    """What was asked for; the outcome tells what it ran on."""
    folder: Path | None = None
    """The checkpoint's; None takes the bundled one of the puzzle's kind."""
    resume: LatentState | None = None
    resumes: NetworkName = ""
    """The checkpoint that `resume` comes from: no other one can make sense of it."""
    threads: int = 0
    """On the processor; 0 is one for each core but one."""
    seconds: float = 0.0
    """For an ARC task: about how long to fit a network and let views vote."""
    anew: bool = False
    """For an ARC task: whether to leave aside what was fitted to it before."""
    cancelled: threading.Event = field(default_factory=threading.Event)


@dataclass(eq=False)
class Import:
    """One checkpoint that is brought in."""

    source: Path
    home: Path
    """The folder of those that were brought in before."""
    cancelled: threading.Event = field(default_factory=threading.Event)
    _whole: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def cancel(self) -> bool:
        """Ask it to end, in any thread; whether that came in time, so that nothing is kept of it."""
        with self._lock:
            self.cancelled.set()
            return not self._whole

    def settle(self) -> bool:
        """Say that it is whole, in any thread; False if it was cancelled before and must go again."""
        with self._lock:
            self._whole = not self.cancelled.is_set()
            return self._whole


@dataclass(frozen=True, eq=False)
class Outcome:
    """What is known at the end of a solve, besides its refinements."""

    checkpoint: NetworkName
    card: str
    device: str
    views: tuple[ViewName, ...]
    state: LatentState | None
    """To go on thinking from; None if not one step was completed."""
    stopped: bool
    """Whether it was cancelled."""
    traces: tuple[Trace, ...] = ()
    """Of an ARC task: the recordings of its test inputs, instead of refinements one by one."""


class SolvingWorker(QObject):
    """Lives in the solver's thread; loads each checkpoint once."""

    warmed = Signal(str, str)
    started = Signal(object, object, str)
    refined = Signal(object, object)
    fitted = Signal(object, object)
    finished = Signal(object, object)
    failed = Signal(object, str, str)
    importProgress = Signal(object, float)  # noqa: N815
    imported = Signal(object, object)
    importFailed = Signal(object, str, str)  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self._devices: dict[str, Device] = {}
        self._checkpoints: dict[tuple[Path, str], Checkpoint] = {}

    @Slot(str, object)
    def warm(self, device: str, folder: Path | None) -> None:
        """Import torch, choose a device and load a checkpoint, so that the first Solve starts at once."""
        try:
            chosen = self._device(device)
            if folder is not None:
                self._checkpoint(folder, chosen.name)
        except Exception as error:
            self.failed.emit(None, *explain(error))
        else:
            self.warmed.emit(chosen.name, chosen.why)

    @Slot(object)
    def solve(self, solve: Solve) -> None:
        """Run the network on one puzzle, and tell of each refinement."""
        try:
            self.finished.emit(solve, self._solve(solve))
        except Exception as error:
            self.failed.emit(solve, *explain(error))

    @Slot(object)
    def bring_in(self, job: Import) -> None:
        """Check a checkpoint and keep it; nothing is told once it is cancelled."""
        try:
            preload_torch()
            from solver.model.importing import import_checkpoint

            try:
                found = import_checkpoint(
                    job.source,
                    job.home,
                    cancelled=job.cancelled.is_set,
                    progress=lambda share: self.importProgress.emit(job, share),
                )
            except Cancelled:
                return
            if not job.settle():
                shutil.rmtree(found.folder)
                return
        except Exception as error:
            self.importFailed.emit(job, *explain(error))
        else:
            self.imported.emit(job, found)

    def _solve(self, solve: Solve) -> Outcome:
        device = self._device(solve.device)
        from solver.model.device import set_threads

        set_threads(solve.threads)
        if isinstance(solve.puzzle, ArcPuzzle):
            return self._answer_arc(solve, solve.puzzle, device.name)
        from solver.reasoning.refine import Reasoning

        folder = _folder(solve)
        if folder is None:
            raise ExplainedError(NO_MODEL(puzzles=puzzles_of(solve.puzzle.kind)))
        checkpoint = self._checkpoint(folder, device.name)
        if checkpoint.config.kind != solve.puzzle.kind:
            raise ExplainedError(OTHER_KIND(name=checkpoint.name, puzzles=puzzles_of(checkpoint.config.kind)))
        if solve.resume is not None and solve.resumes != checkpoint.label:
            raise ExplainedError(OTHER_NETWORK(recorded=str(solve.resumes), chosen=checkpoint.label))
        reasoning = Reasoning(
            checkpoint,
            solve.puzzle,
            solve.budget,
            resume=solve.resume,
            cancelled=solve.cancelled.is_set,
        )
        self.started.emit(solve, tuple(reasoning.views), checkpoint.label)
        steps, stopped = 0, False
        try:
            for refinement in reasoning.refinements():
                steps += 1
                self.refined.emit(solve, refinement)
        except Cancelled:
            stopped = True
        return Outcome(
            checkpoint=checkpoint.label,
            card=checkpoint.card,
            device=device.name,
            views=tuple(reasoning.views),
            state=reasoning.state() if steps else solve.resume,
            stopped=stopped,
        )

    def _answer_arc(self, solve: Solve, puzzle: ArcPuzzle, device: str) -> Outcome:
        from app.arc.worker import answer_arc

        answered = answer_arc(
            puzzle,
            solve.seconds,
            device,
            solve.cancelled.is_set,
            lambda fitting: self.fitted.emit(solve, fitting),
            base=_folder(solve),
            anew=solve.anew,
        )
        if answered is None:
            return Outcome("", "", device, (), None, stopped=True)
        return Outcome(answered.network, "", device, (), None, stopped=False, traces=answered.traces)

    def _device(self, wanted: str) -> "Device":
        if wanted not in self._devices:
            preload_torch()
            from solver.model.device import choose_device

            self._devices[wanted] = choose_device(wanted)
        return self._devices[wanted]

    def _checkpoint(self, folder: Path, device: str) -> "Checkpoint":
        if (folder, device) not in self._checkpoints:
            from solver.model.checkpoint import load_checkpoint

            self._checkpoints[folder, device] = load_checkpoint(folder, device)
        return self._checkpoints[folder, device]


def _folder(solve: Solve) -> Path | None:
    """The chosen checkpoint's, or the bundled one's if there is one; raises `ExplainedError` if it is gone."""
    folder = solve.folder or bundled_checkpoints().get(solve.puzzle.kind)
    if folder is not None and not folder.is_dir():
        raise ExplainedError(CHECKPOINT_GONE(name=folder.name))
    return folder


class Solver(QObject):
    """The window's side: asks the worker, and passes on only what belongs to the present solve."""

    warmed = Signal(str, str)
    """The device, and one sentence on why it was chosen."""
    started = Signal(object, str)
    """The name of each view, and the checkpoint's label."""
    refined = Signal(Refinement)
    fitted = Signal(Fitting)
    """A network has been fitted to an ARC task some steps further, or views have voted."""
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

    _warm = Signal(str, object)
    _solve = Signal(object)
    _bring_in = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._present: Solve | None = None
        self._import: Import | None = None
        self.device_found = ""
        """Why the device was chosen, once it was."""
        self._thread = QThread(self)
        self._worker = SolvingWorker()
        self._worker.moveToThread(self._thread)
        self._warm.connect(self._worker.warm)
        self._solve.connect(self._worker.solve)
        self._bring_in.connect(self._worker.bring_in)
        self._worker.importProgress.connect(self._pass_import_progress)
        self._worker.imported.connect(self._pass_import)
        self._worker.importFailed.connect(self._pass_import_failure)
        self._worker.warmed.connect(self._note_device)
        self._worker.started.connect(self._pass_start)
        self._worker.refined.connect(self._pass_refinement)
        self._worker.fitted.connect(self._pass_fitting)
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

    def close(self) -> None:
        """End the thread, after the evaluation of the network under way."""
        self.abandon()
        self.cancel_import()
        self._thread.quit()
        self._thread.wait()

    @Slot(str, str)
    def _note_device(self, device: str, why: str) -> None:
        self.device_found = why
        self.warmed.emit(device, why)

    @Slot(object, object, str)
    def _pass_start(self, solve: Solve, views: tuple[ViewName, ...], checkpoint: str) -> None:
        if solve is self._present:
            self.started.emit(views, checkpoint)

    @Slot(object, object)
    def _pass_refinement(self, solve: Solve, refinement: Refinement) -> None:
        if solve is self._present:
            self.refined.emit(refinement)

    @Slot(object, object)
    def _pass_fitting(self, solve: Solve, fitting: Fitting) -> None:
        if solve is self._present:
            self.fitted.emit(fitting)

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
