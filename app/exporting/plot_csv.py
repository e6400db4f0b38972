"""The numbers behind the confidence plot, one line for each refinement."""

import csv
import io
from collections.abc import Sequence

from solver.puzzles.base import BoolGrid
from solver.trace import Refinement, ViewName, minimum_confidence

COLUMNS = (
    "refinement",
    "view",
    "view_words",
    "step",
    "mean_confidence",
    "minimum_confidence",
    "halting_probability",
    "latent_change",
    "changed_cells",
    "violating_cells",
    "accepted",
    "seconds",
)
"""What a spreadsheet or a program reads: in English whatever the window speaks, so that one script reads all files."""


def plot_csv(film: Sequence[Refinement], views: Sequence[ViewName], weighed: Sequence[BoolGrid]) -> str:
    """CSV with a header; probabilities from 0 to 1, `accepted` empty where the rules cannot tell.

    `weighed` has for each refinement the cells over which confidence is taken.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, (refinement, cells) in enumerate(zip(film, weighed, strict=True), start=1):
        writer.writerow(
            (
                number,
                refinement.view,
                views[refinement.view] if refinement.view < len(views) else "",
                refinement.step,
                f"{refinement.mean_confidence:.6g}",
                f"{minimum_confidence(refinement, cells):.6g}",
                f"{refinement.halt_probability:.6g}",
                f"{refinement.latent_change:.6g}",
                int(refinement.changed.sum()),
                int(refinement.violations.sum()),
                "" if refinement.accepted is None else str(refinement.accepted).lower(),
                f"{refinement.seconds:.6g}",
            )
        )
    return text.getvalue()
