"""The registry of exports: each format's ending, words and writer; a new export is added here.

The puzzle alone is written in the formats of `solver.formats.registry`, each of which is offered of itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.exporting.subject import Subject
from solver.cancelling import never
from solver.messages import ExplainedError, Template

UNKNOWN_SUFFIX = Template("export.unknown_suffix", "Ponder cannot export {suffix}. Choose {known:or}.")


Writer = Callable[[Path, Subject], None]


@dataclass(frozen=True)
class ExportFormat:
    """One format that something shown is exported in; the formats that puzzles are opened from are the solver's."""

    suffix: str
    title: str
    needs_trace: bool
    writer: str
    """The name of its function in `app.exporting.writers`, which loads what the first window can do without."""
    kind: str = ""
    """The one kind of puzzle that it is for."""
    key: str = ""
    """Of the puzzle alone: what the solver's registry calls the format."""

    @property
    def words(self) -> str:
        """Its title, in the language of the window."""
        return QCoreApplication.translate("formats", self.title)


_NUMBERS = ExportFormat(".csv", str(QT_TRANSLATE_NOOP("formats", "Numbers behind the confidence plot")), True, "csv")
FORMATS = (
    ExportFormat(".png", str(QT_TRANSLATE_NOOP("formats", "Picture of the board")), False, "png"),
    ExportFormat(".svg", str(QT_TRANSLATE_NOOP("formats", "Vector drawing of the board")), False, "svg"),
    ExportFormat(".gif", str(QT_TRANSLATE_NOOP("formats", "Animation (GIF)")), True, "gif"),
    ExportFormat(".webp", str(QT_TRANSLATE_NOOP("formats", "Animation (WebP)")), True, "webp"),
    ExportFormat(".pdf", str(QT_TRANSLATE_NOOP("formats", "Pages: puzzle, answer and steps")), False, "pdf"),
    ExportFormat(".txt", str(QT_TRANSLATE_NOOP("formats", "Text: puzzle, answer and steps")), False, "text"),
    ExportFormat(".json", str(QT_TRANSLATE_NOOP("formats", "Trace as JSON")), True, "json"),
    _NUMBERS,
)
SHEET_FORMATS = (
    ExportFormat(".pdf", str(QT_TRANSLATE_NOOP("formats", "Pages of all open puzzles")), False, "pdf_sheets"),
)
PLOT_FORMATS = (
    ExportFormat(".png", str(QT_TRANSLATE_NOOP("formats", "Picture of the confidence plot")), True, "plot_png"),
    ExportFormat(".svg", str(QT_TRANSLATE_NOOP("formats", "Vector drawing of the confidence plot")), True, "plot_svg"),
    _NUMBERS,
)
LOOP_FORMATS = (
    ExportFormat(".png", str(QT_TRANSLATE_NOOP("formats", "Picture of the board with the loop")), True, "loop_png"),
    ExportFormat(".gif", str(QT_TRANSLATE_NOOP("formats", "Animation with the loop (GIF)")), True, "loop_gif"),
    ExportFormat(".webp", str(QT_TRANSLATE_NOOP("formats", "Animation with the loop (WebP)")), True, "loop_webp"),
)
FAN_FORMATS = (
    ExportFormat(".png", str(QT_TRANSLATE_NOOP("formats", "Picture of the starts")), False, "fan_png"),
    ExportFormat(".svg", str(QT_TRANSLATE_NOOP("formats", "Vector drawing of the starts")), False, "fan_svg"),
)
MAZE_FORMATS = (
    ExportFormat(
        ".png",
        str(QT_TRANSLATE_NOOP("formats", "Maze as a plain image, to open again")),
        False,
        "maze_image",
        kind="maze",
    ),
)


def puzzle_formats(kind: str) -> list[ExportFormat]:
    """What the puzzle alone can be written in: every format of the solver's registry that holds its kind."""
    # Imported with the first look into the menu: the first window can do without all readers.
    from solver.formats.registry import writers

    return [
        ExportFormat(form.endings[0], form.name[:1].upper() + form.name[1:], False, "puzzle_file", kind, form.key)
        for form in writers(kind)
    ]


def export(
    path: Path,
    subject: Subject,
    cancelled: Callable[[], bool] = never,
    formats: Sequence[ExportFormat] = FORMATS,
) -> None:
    """Write `subject` in the one of `formats` that `path`'s suffix names.

    Raises `ExplainedError` for an unknown suffix or a missing trace, and `OSError`; the old file is
    then as it was.
    """
    from app.exporting import writers

    for form in formats:
        if form.suffix == path.suffix.lower():
            write: Writer = getattr(writers, form.writer)
            write(path, replace(subject, cancelled=cancelled, format_key=form.key))
            return
    known = tuple(form.suffix for form in formats)
    raise ExplainedError(UNKNOWN_SUFFIX(suffix=path.suffix or path.name, known=known))
