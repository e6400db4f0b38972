"""File ▸ Export: asks where to, and writes in the background."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.background import Background
from app.boards.painting import PaintOptions
from app.document import Document
from app.exporting.formats import Format, Subject, export
from app.playback.player import FRAME_MS, Player
from app.settings import Settings
from app.theme import current_palette


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

    def ask(self, form: Format) -> None:
        """Ask where to write `form`."""
        dialog = QFileDialog(self._window, self.tr("Export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form.suffix.removeprefix("."))
        dialog.setNameFilters([f"{form.title} (*{form.suffix})"])
        dialog.selectFile(Path(self._document.name).stem + form.suffix)
        dialog.fileSelected.connect(lambda file: self.write(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path) -> None:
        """Export to `path`, in the format that its suffix names."""
        subject = Subject(
            self._document.content,
            self._player.current(),
            self._document.trace,
            current_palette(),
            PaintOptions(pencil_marks=self._settings.pencil_marks),
            frame_ms=round(FRAME_MS / self._player.speed),
        )
        self._background.run(
            lambda cancelled: export(path, subject, cancelled),
            lambda _: self.exported.emit(str(path)),
            self.problem.emit,
        )
