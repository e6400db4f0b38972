"""What is asked of the network about a recording that is there: what one cell's choice rests on."""

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from solver.messages import ExplainedError, Template
from solver.puzzles.base import Cell, Puzzle
from solver.reasoning.budget import attempt_of
from solver.trace import NetworkName
from solver.trace.influence import Influence

if TYPE_CHECKING:
    from solver.model.checkpoint import Checkpoint

OTHER_CHECKPOINT = Template(
    "question.other_checkpoint", "Recorded with {recorded}. Choose that checkpoint in Preferences to ask it."
)


@dataclass(eq=False)
class Question:
    """What the choice in `cell`, after a refinement of a view, rests on."""

    puzzle: Puzzle
    cell: Cell
    view: int
    step: int
    recorded: NetworkName
    """The checkpoint that chose: no other one can say why."""
    device: str = "auto"
    folder: Path | None = None
    """The checkpoint's; None takes the bundled one of the puzzle's kind."""
    threads: int = 0
    cancelled: threading.Event = field(default_factory=threading.Event)


def answer_question(question: Question, checkpoint: "Checkpoint") -> Influence:
    """In the solver's thread; raises `Cancelled`, and `ExplainedError` for another checkpoint than chose."""
    from solver.reasoning.influence import influence
    from solver.reasoning.views import view_of

    if question.recorded != checkpoint.label:
        raise ExplainedError(OTHER_CHECKPOINT(recorded=str(question.recorded)))
    kind = question.puzzle.kind
    return influence(
        checkpoint.network,
        question.puzzle,
        question.cell,
        question.step,
        view=view_of(kind, question.view, attempt_of(kind, question.step)),
        cancelled=question.cancelled.is_set,
    )
