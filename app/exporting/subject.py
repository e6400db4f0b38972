"""What is exported: the board at one step, its recording, and how both are painted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPicture

from app.boards.painting import PLAIN, PaintOptions
from app.documents.draft import Content
from app.documents.entry import Entry
from app.film.pace import DWELL_MS
from app.panels.fan_drawing import Drawn
from app.window.theme import Palette
from solver.cancelling import never
from solver.messages import ExplainedError, Template
from solver.trace import Refinement, Trace

LARGEST_FILM = 2048
"""Pixels of a film's longer side: all frames are in memory at once."""

NO_PLOT_YET = Template("export.no_plot_yet", "The confidence plot is not ready yet. Try again in a moment.")
NOTHING_YET = Template("export.nothing_yet", "There is nothing to export yet. Press Solve first.")
NO_FAN = Template("export.no_fan", "There are no starts to export yet. Press Try 16 Starts first.")


@dataclass(frozen=True, eq=False)
class Subject:
    """What is exported: the board at one step, and the trace it belongs to."""

    content: Content
    refinement: Refinement | None
    """What the board shows; None for the puzzle itself."""
    trace: Trace | None
    palette: Palette
    options: PaintOptions = PLAIN
    plot: QPicture | None = None
    """The confidence plot; None where it isn't there yet."""
    fan: Sequence[Drawn] = ()
    """The lines of the fan."""
    title: str = "Puzzle"
    """Above pages."""
    entries: Sequence[Entry] = ()
    """All open puzzles."""
    size: int = 1024
    """Pixels of a picture's longer side."""
    frame_ms: int = DWELL_MS
    cancelled: Callable[[], bool] = never
    format_key: str = ""
    """Of the puzzle alone: the format, as the solver's registry calls it."""

    def needed_plot(self) -> QPicture:
        """The plot; raises `ExplainedError` if there is none yet."""
        self.needed_trace()
        if self.plot is None:
            raise ExplainedError(NO_PLOT_YET())
        return self.plot

    def needed_fan(self) -> Sequence[Drawn]:
        """The fan's lines; raises `PuzzleError` if there is none yet."""
        if not self.fan:
            raise ExplainedError(NO_FAN())
        return self.fan

    def needed_trace(self) -> Trace:
        """The trace; raises `ExplainedError` if there is none yet."""
        if self.trace is None:
            raise ExplainedError(NOTHING_YET())
        return self.trace
