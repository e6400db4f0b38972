"""File ▸ Export: asks where to, and writes in the background."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPicture
from PySide6.QtWidgets import QFileDialog, QWidget

from app.boards.painting import PaintOptions
from app.documents.document import Document
from app.exporting.exports import FORMATS, PLOT_FORMATS, ExportFormat, export
from app.exporting.subject import Subject
from app.film.pace import dwell_ms
from app.film.player import Player
from app.panels.fan_drawing import Drawn
from app.runtime.background import Background
from app.window.settings import Settings
from app.window.theme import current_palette
from solver.system_errors import writing
from solver.trace.influence import Influence


def options_of(settings: Settings) -> PaintOptions:
    """How boards are painted on pictures and pages: as they are shown."""
    return PaintOptions(
        overlay=settings.overlay,
        pencil_marks=settings.pencil_marks,
        digits=settings.arc_digits,
        safe_colours=settings.arc_safe_colours,
    )


class ExportControl(QObject):
    """Exports what is shown now, even if another step is shown by the time it is written."""

    problem = Signal(str, str)
    exported = Signal(str)
    """The path that was written."""

    def __init__(
        self, document: Document, player: Player, background: Background, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document = document
        self._player = player
        self._background = background
        self._settings = settings
        self._window = window
        self.plot_picture: Callable[[], QPicture | None] = lambda: None
        """Draws the confidence plot as it is now, once there is one."""
        self.fan_lines: Callable[[], Sequence[Drawn]] = tuple
        """The fan's lines as they are now."""
        self.influence: Callable[[], Influence | None] = lambda: None
        """What the selected cell was found to rest on, where that is shown."""

    def ask(self, form: ExportFormat, formats: Sequence[ExportFormat] = FORMATS) -> None:
        """Ask where to write `form`, or another of `formats` if its suffix is typed."""
        dialog = QFileDialog(self._window, self.tr("Export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form.suffix.removeprefix("."))
        dialog.setNameFilters([f"{form.words} (*{form.suffix})"])
        dialog.selectFile(Path(self._document.name).stem + form.suffix)
        dialog.fileSelected.connect(lambda file: self.write(Path(file), formats))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_plot(self, suffix: str) -> None:
        """Ask where to write the confidence plot, as files that end like this."""
        self.ask(next(form for form in PLOT_FORMATS if form.suffix == suffix), PLOT_FORMATS)

    def write(self, path: Path, formats: Sequence[ExportFormat] = FORMATS) -> None:
        """Export to `path`, in the one of `formats` that its suffix names."""
        subject = Subject(
            self._document.content,
            self._player.film.shown(),
            self._document.trace,
            current_palette(),
            replace(options_of(self._settings), guess=self._document.entry.guess, influence=self.influence()),
            title=self._document.entry.label if formats is FORMATS else self._document.name,
            entries=tuple(self._document.entries),
            fan=tuple(self.fan_lines()),
            plot=self.plot_picture() if formats is PLOT_FORMATS else None,
            size=self._settings.picture_size,
            frame_ms=round(dwell_ms(self._player.film.length) / self._player.speed),
        )

        def work(cancelled: Callable[[], bool]) -> None:
            with writing(path):
                export(path, subject, cancelled, formats)

        self._background.run(
            work,
            lambda _: self.exported.emit(str(path)),
            self.problem.emit,
            must_finish=True,
        )
