"""The registry of exports: each format's ending, words and writer; a new export is added here. Runs in any thread."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QImage, QPicture

from app.boards.painting import PLAIN, PaintOptions
from app.documents.document import Entry
from app.documents.draft import Content, Draft
from app.exporting.board_image import (
    export_gif,
    export_png,
    export_svg,
    export_webp,
    png_bytes,
    write_gif,
    write_webp,
)
from app.exporting.fan_image import export_fan_png, export_fan_svg
from app.exporting.loop_image import loop_frames, paint_board_and_loop
from app.exporting.pages import export_pdf, export_pdf_sheets
from app.exporting.plot_csv import plot_csv
from app.exporting.plot_image import export_plot_png, export_plot_svg
from app.exporting.text import puzzle_text, trace_text
from app.exporting.trace_file import export_trace
from app.film.pace import DWELL_MS
from app.panels.fan_drawing import Drawn
from app.window.theme import Palette
from app.words.loop import Update
from solver.cancelling import never
from solver.files import write_bytes, write_text
from solver.formats.maze_image import write_maze_image
from solver.messages import ExplainedError, Template
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import write_task
from solver.puzzles.maze.puzzle import MazePuzzle
from solver.trace import Refinement, Trace

LARGEST_FILM = 2048
"""Pixels of the longer side: all frames are in memory at once."""

NO_PLOT_YET = Template("export.no_plot_yet", "The confidence plot is not ready yet. Try again in a moment.")
NOTHING_YET = Template("export.nothing_yet", "There is nothing to export yet. Press Solve first.")
NO_FAN = Template("export.no_fan", "There are no starts to export yet. Press Try 16 Starts first.")
MAZES_ONLY = Template("export.mazes_only", "Only a maze can be exported as a plain image.")
TASKS_ONLY = Template("export.tasks_only", "Only an ARC task can be exported in the benchmark's format.")
UNKNOWN_SUFFIX = Template("export.unknown_suffix", "Ponder cannot export {suffix}. Choose {known:or}.")


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


@dataclass(frozen=True)
class Format:
    """One file format."""

    suffix: str
    title: str
    needs_trace: bool
    write: Callable[[Path, Subject], None]
    kind: str = ""
    """The one kind of puzzle that it is for."""

    @property
    def words(self) -> str:
        """Its title, in the language of the window."""
        return QCoreApplication.translate("formats", self.title)


def _png(path: Path, s: Subject) -> None:
    export_png(path, s.content, s.refinement, s.size, s.palette, s.options)


def _svg(path: Path, s: Subject) -> None:
    export_svg(path, s.content, s.refinement, s.size, s.palette, s.options)


def _gif(path: Path, s: Subject) -> None:
    film = s.needed_trace().film()
    export_gif(
        path,
        s.content,
        film,
        min(s.size, LARGEST_FILM),
        s.palette,
        s.options,
        frame_ms=s.frame_ms,
        cancelled=s.cancelled,
    )


def _webp(path: Path, s: Subject) -> None:
    film = s.needed_trace().film()
    export_webp(
        path,
        s.content,
        film,
        min(s.size, LARGEST_FILM),
        s.palette,
        s.options,
        frame_ms=s.frame_ms,
        cancelled=s.cancelled,
    )


def _loop_png(path: Path, s: Subject) -> None:
    anatomy = s.needed_trace().anatomy
    update: Update = "" if s.refinement is None else "y"
    image = paint_board_and_loop(s.content, s.refinement, anatomy, s.size, s.palette, s.options, update=update)
    write_bytes(path, png_bytes(image))


def _loop_frames(s: Subject) -> Iterator[tuple[QImage, int]]:
    trace = s.needed_trace()
    size = min(s.size, LARGEST_FILM)
    return loop_frames(s.content, trace.film(), trace.anatomy, size, s.palette, s.options, s.frame_ms)


def _loop_gif(path: Path, s: Subject) -> None:
    write_gif(path, _loop_frames(s), s.cancelled)


def _loop_webp(path: Path, s: Subject) -> None:
    write_webp(path, _loop_frames(s), s.cancelled)


def _fan_png(path: Path, s: Subject) -> None:
    export_fan_png(path, s.needed_fan(), s.palette)


def _fan_svg(path: Path, s: Subject) -> None:
    export_fan_svg(path, s.needed_fan(), s.palette)


def _pdf(path: Path, s: Subject) -> None:
    export_pdf(path, Entry(s.title, s.content, s.trace), s.options, cancelled=s.cancelled)


def _pdf_sheets(path: Path, s: Subject) -> None:
    export_pdf_sheets(path, s.title, s.entries, cancelled=s.cancelled)


def _text(path: Path, s: Subject) -> None:
    if s.trace is not None:
        write_text(path, trace_text(s.trace))
    else:
        puzzle = s.content.to_puzzle() if isinstance(s.content, Draft) else s.content
        write_text(path, puzzle_text(puzzle))


def _json(path: Path, s: Subject) -> None:
    export_trace(path, s.needed_trace())


def _csv(path: Path, s: Subject) -> None:
    trace = s.needed_trace()
    write_text(path, plot_csv(trace.film(), trace.views, trace.puzzle.free))


def _plot_png(path: Path, s: Subject) -> None:
    export_plot_png(path, s.needed_plot(), s.palette)


def _plot_svg(path: Path, s: Subject) -> None:
    export_plot_svg(path, s.needed_plot(), s.palette)


def _maze_image(path: Path, s: Subject) -> None:
    puzzle = s.content.to_puzzle() if isinstance(s.content, Draft) else s.content
    if not isinstance(puzzle, MazePuzzle):
        raise ExplainedError(MAZES_ONLY())
    buffer = io.BytesIO()
    write_maze_image(puzzle, buffer, answer=None if s.refinement is None else s.refinement.answer)
    write_bytes(path, buffer.getvalue())


def _arc_task(path: Path, s: Subject) -> None:
    if not isinstance(s.content, ArcPuzzle):
        raise ExplainedError(TASKS_ONLY())
    write_text(path, write_task(s.content.task))


_NUMBERS = Format(".csv", str(QT_TRANSLATE_NOOP("formats", "Numbers behind the confidence plot")), True, _csv)
FORMATS = (
    Format(".png", str(QT_TRANSLATE_NOOP("formats", "Picture of the board")), False, _png),
    Format(".svg", str(QT_TRANSLATE_NOOP("formats", "Vector drawing of the board")), False, _svg),
    Format(".gif", str(QT_TRANSLATE_NOOP("formats", "Animation (GIF)")), True, _gif),
    Format(".webp", str(QT_TRANSLATE_NOOP("formats", "Animation (WebP)")), True, _webp),
    Format(".pdf", str(QT_TRANSLATE_NOOP("formats", "Pages: puzzle, answer and steps")), False, _pdf),
    Format(".txt", str(QT_TRANSLATE_NOOP("formats", "Text: puzzle, answer and steps")), False, _text),
    Format(".json", str(QT_TRANSLATE_NOOP("formats", "Trace as JSON")), True, _json),
    _NUMBERS,
)
SHEET_FORMATS = (Format(".pdf", str(QT_TRANSLATE_NOOP("formats", "Pages of all open puzzles")), False, _pdf_sheets),)
PLOT_FORMATS = (
    Format(".png", str(QT_TRANSLATE_NOOP("formats", "Picture of the confidence plot")), True, _plot_png),
    Format(".svg", str(QT_TRANSLATE_NOOP("formats", "Vector drawing of the confidence plot")), True, _plot_svg),
    _NUMBERS,
)
LOOP_FORMATS = (
    Format(".png", str(QT_TRANSLATE_NOOP("formats", "Picture of the board with the loop")), True, _loop_png),
    Format(".gif", str(QT_TRANSLATE_NOOP("formats", "Animation with the loop")), True, _loop_gif),
    Format(
        ".webp", str(QT_TRANSLATE_NOOP("formats", "Smaller animation with the loop, in all colours")), True, _loop_webp
    ),
)
FAN_FORMATS = (
    Format(".png", str(QT_TRANSLATE_NOOP("formats", "Picture of the starts")), False, _fan_png),
    Format(".svg", str(QT_TRANSLATE_NOOP("formats", "Vector drawing of the starts")), False, _fan_svg),
)
MAZE_FORMATS = (
    Format(
        ".png",
        str(QT_TRANSLATE_NOOP("formats", "Maze as a plain image, to open again")),
        False,
        _maze_image,
        kind="maze",
    ),
)
ARC_FORMATS = (
    Format(
        ".json",
        str(QT_TRANSLATE_NOOP("formats", "ARC task, as the benchmark writes it")),
        False,
        _arc_task,
        kind="arc",
    ),
)


def export(
    path: Path,
    subject: Subject,
    cancelled: Callable[[], bool] = never,
    formats: Sequence[Format] = FORMATS,
) -> None:
    """Write `subject` in the one of `formats` that `path`'s suffix names.

    Raises `ExplainedError` for an unknown suffix or a missing trace, and `OSError`; the old file is
    then as it was.
    """
    for form in formats:
        if form.suffix == path.suffix.lower():
            form.write(path, replace(subject, cancelled=cancelled))
            return
    known = tuple(form.suffix for form in formats)
    raise ExplainedError(UNKNOWN_SUFFIX(suffix=path.suffix or path.name, known=known))
