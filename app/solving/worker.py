"""Solving off the GUI thread: one worker object in one long-lived thread, the only place where `app` meets torch."""

import shutil
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from app.arc.fitting import Fitting
from app.runtime.background import explain
from app.runtime.torch_preload import preload_torch
from app.solving.questions import Question
from app.words.messages import worded
from solver.cancelling import Cancelled
from solver.messages import ExplainedError, Template
from solver.model.bundled import bundled_checkpoints
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import IntGrid, Puzzle
from solver.puzzles.kinds import puzzles_of
from solver.reasoning.budget import Budget
from solver.trace import HandOver, LatentState, NetworkName, Trace, ViewName
from solver.trace.branch import Branch

if TYPE_CHECKING:
    from solver.model.checkpoint import Checkpoint
    from solver.model.device import Device
    from solver.reasoning.relay import Pair

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
    successor: Path | None = None
    """The folder of the checkpoint that takes over a puzzle that is hard for the first; None where nobody does."""
    hand_over: HandOver | None = None
    """Where it took over before, in the recording that `resume` comes from."""
    resume: LatentState | None = None
    resumes: NetworkName = ""
    """The checkpoint that `resume` or the refinements before a branch come from: no other one can go on from them."""
    threads: int = 0
    """On the processor; 0 is one for each core but one."""
    seconds: float = 0.0
    """For an ARC task: about how long to fit a network and let views vote."""
    branches: tuple[Branch, ...] = ()
    """Go on in one view from one of its refinements, with something changed there and perhaps before."""
    takes_over: tuple[int, IntGrid] | None = None
    """Where `folder` goes on from what another checkpoint recorded: the refinement's number and its answer."""
    recorded: Trace | None = None
    """What is gone on from: a branch asks an ARC task again in its views."""
    ignore_cache: bool = False
    """For an ARC task: whether to leave aside what was fitted to it before."""
    enough: threading.Event = field(default_factory=threading.Event)
    """For an ARC task: set, the views vote with what is fitted by then."""
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
    """From which it can continue; None if no step was completed."""
    stopped: bool
    """Whether it was cancelled."""
    traces: tuple[Trace, ...] = ()
    """Of an ARC task: the recordings of its test inputs, instead of refinements one by one."""


class SolvingWorker(QObject):
    """Lives in the solver's thread; loads each checkpoint once."""

    warmed = Signal(str, str)
    started = Signal(object, object, str, object)
    handedOver = Signal(object, object, object)  # noqa: N815
    refined = Signal(object, object)
    fitted = Signal(object, object)
    guessed = Signal(object, int, object)
    finished = Signal(object, object)
    failed = Signal(object, str, str)
    importProgress = Signal(object, float)  # noqa: N815
    imported = Signal(object, object)
    importFailed = Signal(object, str, str)  # noqa: N815
    questionProgress = Signal(object, float)  # noqa: N815
    answered = Signal(object, object)
    unanswered = Signal(object, str, str)

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
            self.warmed.emit(chosen.name, worded(chosen.why))

    @Slot(object)
    def solve(self, solve: Solve) -> None:
        """Run the network on one puzzle, and tell of each refinement."""
        try:
            self.finished.emit(solve, self._solve(solve))
        except Exception as error:
            self.failed.emit(solve, *explain(error))

    @Slot(object)
    def bring_in(self, job: Import) -> None:
        """Check a checkpoint and keep it; says nothing once it is cancelled."""
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

    @Slot(object)
    def answer(self, question: Question) -> None:
        """Ask the network about a recording; says nothing once it is cancelled."""
        if question.cancelled.is_set():
            return
        try:
            device = self._ready(question)
            checkpoint = self._chosen(question, device)
            found = question.answer(checkpoint, lambda share: self.questionProgress.emit(question, share))
            self.answered.emit(question, found)
        except Cancelled:
            return
        except Exception as error:
            self.unanswered.emit(question, *explain(error))

    def _ready(self, asked: "Solve | Question") -> str:
        """The name of the device that was asked for, with as many threads."""
        device = self._device(asked.device)
        from solver.model.device import set_threads

        set_threads(asked.threads)
        return device.name

    def _chosen(self, asked: "Solve | Question", device: str) -> "Checkpoint":
        """The checkpoint that was asked for; raises `ExplainedError`."""
        folder = _folder(asked)
        if folder is None:
            raise ExplainedError(NO_MODEL(puzzles=puzzles_of(asked.puzzle.kind)))
        checkpoint = self._checkpoint(folder, device)
        if checkpoint.config.kind != asked.puzzle.kind:
            raise ExplainedError(OTHER_KIND(name=checkpoint.name, puzzles=puzzles_of(checkpoint.config.kind)))
        return checkpoint

    def _solve(self, solve: Solve) -> Outcome:
        device = self._ready(solve)
        if isinstance(solve.puzzle, ArcPuzzle):
            if solve.branches:
                return self._branch_arc(solve, solve.puzzle, device)
            return self._answer_arc(solve, solve.puzzle, device)
        from solver.reasoning.branch import branched_from
        from solver.reasoning.refine import Reasoning
        from solver.reasoning.relay import Relay

        checkpoint = self._chosen(solve, device)
        self._check_recorded(solve, checkpoint, device)
        cancelled, recorded = solve.cancelled.is_set, solve.recorded
        views = () if recorded is None else recorded.views
        if solve.branches:
            own_view = None if recorded is None else recorded.own_view(solve.branches[0].view)
            reasoning: Any = branched_from(
                checkpoint,
                solve.puzzle,
                solve.branches,
                solve.budget.steps,
                own_view=own_view,
                takes_over=solve.takes_over,
                cancelled=cancelled,
            )
        elif solve.successor is not None:
            reasoning = Relay(
                self._pair(solve, checkpoint, device),
                solve.puzzle,
                solve.budget,
                resume=solve.resume,
                hand_over=solve.hand_over,
                recorded=views,
                cancelled=cancelled,
                handed_over=lambda hand_over: self.handedOver.emit(solve, reasoning.views, hand_over),
            )
        else:
            reasoning = Reasoning(checkpoint, solve.puzzle, solve.budget, resume=solve.resume, cancelled=cancelled)
        self.started.emit(solve, views if solve.branches else reasoning.views, checkpoint.label, checkpoint.anatomy)
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
            device=device,
            views=views if solve.branches else reasoning.views,
            state=reasoning.state() if steps else solve.resume,
            stopped=stopped,
        )

    def _pair(self, solve: Solve, swift: "Checkpoint", device: str) -> "Pair":
        from solver.reasoning.relay import Pair

        folder = solve.successor
        assert folder is not None
        return Pair(swift, lambda: self._checkpoint(folder, device))

    def _check_recorded(self, solve: Solve, checkpoint: "Checkpoint", device: str) -> None:
        """Raises `ExplainedError` for another network than the one that has to go on."""
        goes_on = checkpoint
        if solve.hand_over is not None and solve.successor is not None:
            goes_on = self._checkpoint(solve.successor, device)
        if solve.resumes and solve.resumes != goes_on.label:
            raise ExplainedError(OTHER_NETWORK(recorded=str(solve.resumes), chosen=goes_on.label))

    def _branch_arc(self, solve: Solve, puzzle: ArcPuzzle, device: str) -> Outcome:
        from app.arc.worker import branch_arc

        assert solve.recorded is not None
        self.started.emit(solve, solve.recorded.views, "", solve.recorded.anatomy)
        stopped = False
        try:
            for refinement in branch_arc(
                puzzle,
                self._chosen(solve, device),
                solve.branches,
                solve.budget.steps,
                solve.recorded,
                solve.cancelled.is_set,
            ):
                self.refined.emit(solve, refinement)
        except Cancelled:
            stopped = True
        return Outcome(solve.recorded.checkpoint, "", device, solve.recorded.views, None, stopped=stopped)

    def _answer_arc(self, solve: Solve, puzzle: ArcPuzzle, device: str) -> Outcome:
        from app.arc.published import answer_published, has_identifiers
        from app.arc.worker import answer_arc

        def tell(fitting: Fitting) -> None:
            self.fitted.emit(solve, fitting)

        cancelled, enough, folder = solve.cancelled.is_set, solve.enough.is_set, _folder(solve)
        if folder is not None and has_identifiers(folder):
            checkpoint = self._chosen(solve, device)
            steps = solve.budget.steps
            answered = answer_published(checkpoint, folder, puzzle, steps, solve.seconds, cancelled, enough, tell)
        else:
            answered = answer_arc(
                puzzle,
                solve.seconds,
                device,
                cancelled,
                tell,
                enough=enough,
                guessed=lambda test, guess: self.guessed.emit(solve, test, guess),
                base=folder,
                ignore_cache=solve.ignore_cache,
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


def _folder(asked: Solve | Question) -> Path | None:
    """The chosen checkpoint's, or the bundled one's if there is one; raises `ExplainedError` if it is gone."""
    folder = asked.folder or bundled_checkpoints().get(asked.puzzle.kind)
    if folder is not None and not folder.is_dir():
        raise ExplainedError(CHECKPOINT_GONE(name=folder.name))
    return folder
