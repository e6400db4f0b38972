"""What is asked of the network about a recording that is there: what a cell rests on, or its latents."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from solver.messages import ExplainedError, Template
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Cell, Puzzle
from solver.reasoning.budget import attempt_of
from solver.trace import Anatomy, NetworkName, Refinement, Trace
from solver.trace.branch import Branch

if TYPE_CHECKING:
    from solver.model.checkpoint import Checkpoint

OTHER_CHECKPOINT = Template(
    "question.other_checkpoint", "Recorded with {recorded}. Choose that checkpoint in Preferences to ask it."
)


@dataclass(eq=False, kw_only=True)
class Question(ABC):
    """Answered in the solver's thread, after the running solve."""

    puzzle: Puzzle
    recorded: NetworkName
    """The checkpoint that made the recording: no other one can answer."""
    device: str = "auto"
    folder: Path | None = None
    """The checkpoint's; None takes the bundled one of the puzzle's kind."""
    threads: int = 0
    cancelled: threading.Event = field(default_factory=threading.Event)

    def answer(self, checkpoint: "Checkpoint", progress: Callable[[float], object]) -> object:
        """Runs in the solver's thread; raises `Cancelled`, and `ExplainedError` for another checkpoint."""
        if self.recorded != checkpoint.label:
            raise ExplainedError(OTHER_CHECKPOINT(recorded=str(self.recorded)))
        return self._answer(checkpoint, progress)

    @abstractmethod
    def _answer(self, checkpoint: "Checkpoint", progress: Callable[[float], object]) -> object:
        """Ask the right checkpoint."""


@dataclass(eq=False, kw_only=True)
class InfluenceQuestion(Question):
    """What the choice in `cell`, after a refinement of a view, rests on; the answer is an `Influence`."""

    trace: Trace
    cell: Cell
    view: int
    step: int

    @property
    def branches(self) -> tuple[Branch, ...]:
        """What a person changed on the way there."""
        return tuple(each for each in self.trace.branches if each.view == self.view and each.step < self.step)

    def answer(self, checkpoint: "Checkpoint", progress: Callable[[float], object]) -> object:
        """As `Question.answer`; of an ARC task, the network that was fitted from `checkpoint` is asked."""
        if isinstance(self.puzzle, ArcPuzzle):
            from app.arc.worker import influence_in_arc

            return influence_in_arc(
                self.puzzle,
                checkpoint,
                self.trace,
                self.cell,
                self.view,
                self.step,
                self.cancelled.is_set,
                self.branches,
            )
        return super().answer(checkpoint, progress)

    def _answer(self, checkpoint: "Checkpoint", progress: Callable[[float], object]) -> object:
        from solver.reasoning.influence import influence
        from solver.reasoning.views import view_of

        kind = self.puzzle.kind
        found = influence(
            checkpoint.network,
            self.puzzle,
            self.cell,
            self.step,
            view=view_of(kind, self.trace.own_view(self.view), attempt_of(kind, self.step)),
            branches=self.branches,
            cancelled=self.cancelled.is_set,
        )
        return replace(found, view=self.view)


@dataclass(eq=False, kw_only=True)
class LatentsQuestion(Question):
    """y and z of a recording, written to `path`; the answer is the path."""

    trace: Trace
    path: Path

    def _answer(self, checkpoint: "Checkpoint", progress: Callable[[float], object]) -> object:
        from solver.reasoning.latents import latents, write_latents

        write_latents(self.path, latents(checkpoint, self.trace, cancelled=self.cancelled.is_set, progress=progress))
        return self.path


@dataclass(eq=False, kw_only=True)
class FanQuestion(Question):
    """What becomes of the puzzle from many random starts; `found` gets each refinement with its start's number."""

    starts: int
    steps: int
    found: SimpleQueue[tuple[int, Refinement]] = field(default_factory=SimpleQueue)
    made_by: tuple[NetworkName, Anatomy | None] = ("", None)
    """The checkpoint's label and what its network is made of, known before the first refinement is found."""

    def answer(self, checkpoint: "Checkpoint", progress: Callable[[float], object]) -> object:
        """As `Question.answer`, but no recording has to be the checkpoint's."""
        return self._answer(checkpoint, progress)

    def _answer(self, checkpoint: "Checkpoint", progress: Callable[[float], object]) -> object:
        from solver.reasoning.fan import fan

        self.made_by = checkpoint.label, checkpoint.anatomy
        done = 0
        for number, refinement in fan(
            checkpoint, self.puzzle, self.starts, self.steps, cancelled=self.cancelled.is_set
        ):
            self.found.put((number, refinement))
            done = max(done, number * self.steps + refinement.step)
            progress(done / (self.starts * self.steps))
        return self.made_by
