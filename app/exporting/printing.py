"""File ▸ Print: asks for a printer, and paints the same pages as the PDF export on it, in the background."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from app.documents.document import Document
from app.documents.entry import Entry
from app.exporting.export_control import options_of
from app.runtime.background import Background
from app.window.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Paint = Callable[[QPagedPaintDevice], None]


class PrintControl(QObject):
    """Prints what was open when it was asked for, whatever is open by the time the pages are painted."""

    problem = Signal(str, str)
    printed = Signal(str)
    """Where to: the file's path, or the printer's name."""

    def __init__(self, document: Document, background: Background, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._background = background
        self._settings = settings
        self._window = window

    @Slot()
    def ask(self) -> None:
        """Print the shown puzzle, its answer and the steps."""
        from app.exporting.pages import paint_solve

        shown, options = self._document.entry, options_of(self._settings)
        entry = Entry(shown.label, shown.content, shown.trace, guess=shown.guess)
        self._ask(shown.label, lambda device: paint_solve(device, entry, options))

    @Slot()
    def ask_all(self) -> None:
        """Print all open puzzles, several to a page, and behind them the answers."""
        from app.exporting.pages import paint_sheets

        title, entries = self._document.name, tuple(self._document.entries)
        self._ask(title, lambda device: paint_sheets(device, title, entries))

    def _ask(self, title: str, paint: Paint) -> None:
        # Only now: neither is needed to show the window.
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

        from app.exporting.pages import page_layout

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout())
        printer.setDocName(title)
        printer.setCreator("Ponder")
        option = QAbstractPrintDialog.PrintDialogOption
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(self.tr("Print"))
        dialog.setOptions(option.PrintToFile | option.PrintShowPageSize | option.PrintCollateCopies)
        # Qt's own dialog proposes a file's name on X11 alone.
        file = dialog.findChild(QLineEdit, "filename")
        if file is not None and file.text().endswith("/"):
            file.setText(f"{file.text()}{title.replace('/', '-')}.pdf")
        dialog.accepted.connect(lambda: self._print(printer, paint))
        dialog.finished.connect(dialog.deleteLater)
        if sys.platform == "win32":
            # There it is the system's own, which knows no other way.
            dialog.exec()
        else:
            # Its own `open` wants a slot's name.
            QDialog.open(dialog)

    def _print(self, printer: "QPrinter", paint: Paint) -> None:
        where = printer.outputFileName() or printer.printerName()
        self._background.run(
            lambda _: paint(printer), lambda _: self.printed.emit(where), self.problem.emit, must_finish=True
        )
