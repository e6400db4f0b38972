"""What writes each exported format: one function for each, named by the registry. Imported with the first export."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtGui import QImage

from app.documents.draft import Draft
from app.documents.entry import Entry
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
from app.exporting.subject import LARGEST_FILM, Subject
from app.exporting.text import guess_text, puzzle_text, trace_text
from app.exporting.trace_file import export_trace
from app.words.loop import Update
from solver.files import write_bytes, write_text
from solver.formats.maze_image import write_maze_image
from solver.formats.registry import format_of_key, write
from solver.messages import ExplainedError, Template
from solver.puzzles.maze.puzzle import MazePuzzle
from solver.trace import Refinement, Trace, weighed_cells

MAZES_ONLY = Template("export.mazes_only", "Only a maze can be exported as a plain image.")


def png(path: Path, s: Subject) -> None:
    """The board as a picture."""
    export_png(path, s.content, s.refinement, s.size, s.palette, s.options)


def svg(path: Path, s: Subject) -> None:
    """The board as a vector drawing."""
    export_svg(path, s.content, s.refinement, s.size, s.palette, s.options)


def _whole_film(trace: Trace) -> list[Refinement]:
    """What playback shows; of an ARC task, after what was guessed while the network was fitted."""
    return [*trace.guesses, *trace.film()]


def gif(path: Path, s: Subject) -> None:
    """The film as an animation."""
    _export_film(export_gif, path, s)


def webp(path: Path, s: Subject) -> None:
    """The film as a smaller animation."""
    _export_film(export_webp, path, s)


def _export_film(export: Callable[..., None], path: Path, s: Subject) -> None:
    film, size = _whole_film(s.needed_trace()), min(s.size, LARGEST_FILM)
    export(path, s.content, film, size, s.palette, s.options, frame_ms=s.frame_ms, cancelled=s.cancelled)


def loop_png(path: Path, s: Subject) -> None:
    """The board with the loop beside it."""
    anatomy = s.needed_trace().anatomy_of(0 if s.refinement is None else s.refinement.view)
    update: Update = "" if s.refinement is None else "y"
    image = paint_board_and_loop(s.content, s.refinement, anatomy, s.size, s.palette, s.options, update=update)
    write_bytes(path, png_bytes(image))


def _loop_frames(s: Subject) -> Iterator[tuple[QImage, int]]:
    trace = s.needed_trace()
    size = min(s.size, LARGEST_FILM)
    return loop_frames(s.content, trace.film(), trace.anatomy_of, size, s.palette, s.options, s.frame_ms)


def loop_gif(path: Path, s: Subject) -> None:
    """The film with the loop beside it."""
    write_gif(path, _loop_frames(s), s.cancelled)


def loop_webp(path: Path, s: Subject) -> None:
    """The film with the loop, smaller and in all colours."""
    write_webp(path, _loop_frames(s), s.cancelled)


def fan_png(path: Path, s: Subject) -> None:
    """The fan as a picture."""
    export_fan_png(path, s.needed_fan(), s.palette)


def fan_svg(path: Path, s: Subject) -> None:
    """The fan as a vector drawing."""
    export_fan_svg(path, s.needed_fan(), s.palette)


def pdf(path: Path, s: Subject) -> None:
    """Pages of the puzzle, its answer and its steps."""
    export_pdf(path, Entry(s.title, s.content, s.trace, guess=s.options.guess), s.options, cancelled=s.cancelled)


def pdf_sheets(path: Path, s: Subject) -> None:
    """Pages of all open puzzles."""
    export_pdf_sheets(path, s.title, s.entries, cancelled=s.cancelled)


def text(path: Path, s: Subject) -> None:
    """The recording as text, or the puzzle where nothing is recorded."""
    if s.trace is not None:
        write_text(path, trace_text(s.trace, s.options.guess))
        return
    puzzle = s.content.to_puzzle() if isinstance(s.content, Draft) else s.content
    guess = s.options.guess
    write_text(path, puzzle_text(puzzle) if guess is None else guess_text(puzzle, guess))


def json(path: Path, s: Subject) -> None:
    """The recording as JSON."""
    export_trace(path, s.needed_trace())


def csv(path: Path, s: Subject) -> None:
    """The numbers behind the confidence plot."""
    trace = s.needed_trace()
    write_text(path, plot_csv(trace.film(), trace.views, weighed_cells(trace.puzzle, trace.film())))


def plot_png(path: Path, s: Subject) -> None:
    """The confidence plot as a picture."""
    export_plot_png(path, s.needed_plot(), s.palette)


def plot_svg(path: Path, s: Subject) -> None:
    """The confidence plot as a vector drawing."""
    export_plot_svg(path, s.needed_plot(), s.palette)


def maze_image(path: Path, s: Subject) -> None:
    """A maze that can be opened again, one pixel per cell."""
    puzzle = s.content.to_puzzle() if isinstance(s.content, Draft) else s.content
    if not isinstance(puzzle, MazePuzzle):
        raise ExplainedError(MAZES_ONLY())
    buffer = io.BytesIO()
    write_maze_image(puzzle, buffer, answer=None if s.refinement is None else s.refinement.answer)
    write_bytes(path, buffer.getvalue())


def puzzle_file(path: Path, s: Subject) -> None:
    """The puzzle alone, as a file of one of the formats that Ponder reads."""
    puzzle = s.content.to_puzzle() if isinstance(s.content, Draft) else s.content
    write_bytes(path, write(format_of_key(s.format_key), [puzzle]))
