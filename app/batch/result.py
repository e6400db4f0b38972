"""The result of one puzzle of a batch, and all results as CSV."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.batch.statistics import Measured, measured
from app.documents.entry import Entry
from app.words.messages import worded
from solver.messages import Message, Template
from solver.trace import Refinement, Trace, ViewName

COLUMNS = (
    "number",
    "puzzle",
    "checkpoint",
    "verified",
    "steps",
    "view",
    "mean_confidence",
    "halting_probability",
    "seconds",
    "answer",
    "problem",
)
"""What a spreadsheet or a program reads: in English whatever the window speaks, so that one script reads all files."""

NO_STEP = Template("batch.no_step", "The model did not complete a step.")


@dataclass(frozen=True, eq=False)
class Result:
    """One row of the table."""

    number: int
    """Counted from 1, in the order of the list."""
    entry: Entry
    """As it was before the solve."""
    verified: bool | None
    """Whether the rules accept the answer; None where they cannot tell, or where there is no answer."""
    steps: int | None
    """Refinements of the view that the answer is of."""
    view: ViewName | None
    """What was done to the puzzle in that view."""
    mean_confidence: float | None
    halt_probability: float | None
    seconds: float
    answer: str
    """As text, "" if there is none."""
    problem: str = ""
    """Why it could not be solved at all, in one sentence."""
    checkpoint: str = ""
    """What answered, as traces name it."""
    best: Refinement | None = None
    """What the answer was read from, where it was not accepted."""
    trace: Trace | None = None
    """The whole recording, where there was room to keep it."""
    measured: Measured | None = None
    no_answer: Message | None = None
    """Why no answer can be right."""
    series: str = ""
    """Whose figures it adds to: a checkpoint's, or those of the two that share the work."""

    @property
    def verdict(self) -> str:
        """In a few words."""
        if self.problem:
            return self.problem
        translate = QCoreApplication.translate
        if self.no_answer is not None:
            return f"○ {worded(self.no_answer)}"
        if self.verified is None:
            return translate("batch", "– not checkable")
        return translate("batch", "✓ verified") if self.verified else translate("batch", "○ not found")


def result_of(number: int, entry: Entry, trace: Trace, seconds: float) -> Result:
    """What `trace` came to."""
    best: Refinement | None = trace.best
    if best is None:
        return failure_of(number, entry, worded(NO_STEP()), seconds)
    return Result(
        number,
        entry,
        best.accepted,
        best.step,
        trace.views[best.view],
        best.mean_confidence,
        best.halt_probability,
        seconds,
        trace.puzzle.format_answer(best.answer),
        checkpoint=str(trace.made_by(best.view)),
        best=None if best.accepted else best,
        trace=trace,
        measured=measured(trace),
        no_answer=trace.puzzle.no_answer,
    )


def bytes_of(trace: Trace) -> int:
    """About how much memory a recording takes."""
    arrays = ("probabilities", "answer", "inner_answers", "confidence", "changed", "violations")
    return sum(getattr(refinement, name).nbytes for refinement in trace for name in arrays)


def failure_of(number: int, entry: Entry, problem: str, seconds: float) -> Result:
    """A puzzle without an answer."""
    return Result(number, entry, None, None, None, None, None, seconds, "", problem)


def results_csv(results: Sequence[Result]) -> str:
    """CSV with a header; probabilities from 0 to 1, `verified` empty where the rules cannot tell."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for result in results:
        writer.writerow(
            (
                result.number,
                result.entry.label,
                result.checkpoint,
                "" if result.verified is None else str(result.verified).lower(),
                "" if result.steps is None else result.steps,
                "" if result.view is None else str(result.view),
                "" if result.mean_confidence is None else f"{result.mean_confidence:.6g}",
                "" if result.halt_probability is None else f"{result.halt_probability:.6g}",
                f"{result.seconds:.6g}",
                result.answer,
                result.problem or ("" if result.no_answer is None else str(result.no_answer)),
            )
        )
    return text.getvalue()
