"""Playback ▸ Compare With: an earlier solve of the shown puzzle, or a recording in a file, beside what is shown."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.documents.document import Document
from app.runtime.detached import Detached
from app.window.settings import Settings
from app.words.comparing import difference_words, recording_details, recording_words
from app.words.plain import menu_words, tip
from solver.puzzles.base import Puzzle
from solver.trace import Trace

if TYPE_CHECKING:
    from app.comparing.window import ComparisonWindow
    from app.documents.opening import Opened


class CompareControl(QObject):
    """Holds the comparison that is open, at most one."""

    problem = Signal(str, str)
    """One sentence, and details to copy."""

    def __init__(self, document: Document, reader: Detached, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._reader = reader
        self._settings = settings
        self._window = window
        self.ready = False
        """Whether the plotting library, whose import would hold the window up, is there."""
        self.comparison: ComparisonWindow | None = None

    @property
    def can_compare(self) -> bool:
        """Whether there is a recording to compare with another."""
        return self.ready and bool(self._document.trace)

    def fill(self, menu: QMenu) -> None:
        """Offer in `menu` the earlier solves of this puzzle, all of which undo still knows."""
        menu.clear()
        for what, trace in self._document.earlier_traces() if self.can_compare else []:
            title = self.tr("{what}: {words}").format(what=what, words=recording_words(trace))
            action = menu.addAction(menu_words(title))
            action.setToolTip(tip(recording_details(trace)))
            action.triggered.connect(partial(self._compare_earlier, what, trace))

    def _compare_earlier(self, what: str, trace: Trace, _: bool = False) -> None:
        self.compare(self.tr("Earlier: {what}").format(what=what), trace)

    @Slot()
    def ask(self) -> None:
        """Ask for a file with the other recording."""
        dialog = QFileDialog(self._window, self.tr("Compare With"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Recordings") + " (*.ponder *.json)", self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(lambda file: self.compare_file(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def compare_file(self, path: Path) -> None:
        """Compare with the recording of this puzzle in `path`."""
        from app.documents.opening import read_file

        self._reader.run(
            lambda cancelled: read_file(path, cancelled=cancelled), partial(self._read, path.name), self.problem.emit
        )

    def _read(self, name: str, opened: "Opened") -> None:
        puzzle = self._document.content
        traces = [entry.trace for entry in opened.entries if entry.trace is not None and len(entry.trace)]
        if not traces:
            self.problem.emit(self.tr("{name} holds no recorded solve to compare with.").format(name=name), "")
            return
        fitting = next((trace for trace in traces if trace.puzzle == puzzle), None)
        if fitting is not None:
            self.compare(name, fitting)
        elif isinstance(puzzle, Puzzle):
            self.problem.emit(
                self.tr("{name} was recorded on another puzzle: {why}.").format(
                    name=name, why=difference_words(puzzle, traces[0].puzzle)
                ),
                "",
            )

    def compare(self, title: str, trace: Trace) -> None:
        """Show the present recording and `trace` side by side."""
        here = self._document.trace
        if here is not None and self.ready:
            self.show((self.tr("This recording"), here), (title, trace))

    def show(self, left: tuple[str, Trace], right: tuple[str, Trace]) -> None:
        """Show two recordings of one puzzle, each with its title, in place of those that were compared before."""
        from app.comparing.window import ComparisonWindow

        self.close()
        self.comparison = ComparisonWindow(left, right, self._settings.speed, self._window)
        self.comparison.finished.connect(self.comparison.deleteLater)
        self.comparison.finished.connect(self._forget)
        self.comparison.show()
        self.comparison.raise_()
        self.comparison.activateWindow()

    @Slot()
    def close(self) -> None:
        """Close the comparison that is open, if any."""
        if self.comparison is not None:
            self.comparison.close()

    @Slot()
    def _forget(self) -> None:
        self.comparison = None
