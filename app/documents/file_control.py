"""New, Open, Save, paste and drop: everything that brings puzzles in, or writes the document out, without a wait."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.documents.document import Document, Entry
from app.documents.generating import Recipe, blank, generate_puzzle
from app.documents.incoming import Incoming, nothing_readable
from app.documents.opening import Opened, read_file, read_parts
from app.documents.ponder_file import write_ponder
from app.documents.samples import starting_entries
from app.runtime.background import Background
from app.window.settings import Settings
from app.words.messages import worded
from app.words.plain import make_plain
from app.words.playback import plural
from solver.messages import Message, quoted

PATIENCE = 400
"""Milliseconds after which it is said that something is being read."""
MOST_PROBLEMS = 20
"""Listed in a message's details."""


class FileControl(QObject):
    """Reads in the background; on failure the open document stays untouched."""

    problem = Signal(str, str)
    recentChanged = Signal()  # noqa: N815
    read = Signal()
    """What was said to take a moment is there, or will not come."""
    takesLong = Signal(object)  # noqa: N815
    """The job that reads, once a person would wonder whether anything happens; it can be cancelled."""
    gridRead = Signal(object)  # noqa: N815
    """A picture showed one grid of an ARC task: rows of colours."""
    readTwoWays = Signal(object)  # noqa: N815
    """The other reading, an `Alternative`, of the puzzle that was just opened."""

    def __init__(self, document: Document, background: Background, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._background = background
        self._settings = settings
        self._window = window
        self.getting_ready = False
        """Whether a long import is under way, behind which reading has to wait."""

    def new(self, kind: str) -> None:
        """An empty puzzle of `kind`, listed before the samples."""
        self.if_saved(lambda: self._document.replace([Entry(self.tr("Untitled"), blank(kind)), *starting_entries()]))

    def generate(self, recipe: Recipe) -> None:
        """Put a new puzzle in the place of the shown one; undo brings that back."""
        self._background.run(
            lambda _: generate_puzzle(recipe),
            lambda puzzle: self._document.set_content(puzzle, self.tr("Generate")),
            self.problem.emit,
        )

    @Slot()
    def ask_open(self) -> None:
        """Ask for a file."""
        dialog = QFileDialog(self._window, self.tr("Open"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("All readable files") + " (*.ponder *.json *.txt *.sdk *.sdm *.ss *.csv *.png *.bmp *.npz)",
                self.tr("All files") + " (*)",
            ]
        )
        self._run_dialog(dialog, self.open)

    def open(self, path: Path) -> None:
        """Open whatever is in `path`."""
        self._read(
            lambda cancelled: read_file(path, cancelled=cancelled),
            lambda opened: self.if_saved(lambda: self._opened(path, opened)),
        )

    def take_text(self, text: str) -> None:
        """Pasted or dropped text: one puzzle takes the place of the shown one, several are opened."""
        self.take(Incoming(parts=(text,)))

    def take(self, found: Incoming) -> None:
        """Whatever was pasted or dropped; files are opened, a single puzzle takes the place of the shown one."""
        if found.files:
            self.open(found.files[0])
        elif not found.parts:
            self.problem.emit(str(nothing_readable(found)), "")
        else:
            self._read(partial(read_parts, found, self.tr("Pasted")), self._take)

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save to the document's file, after asking for one if it has none."""
        if self._document.path is None:
            self.save_as(then)
        else:
            self.save_to(self._document.path, then)

    def save_as(self, then: Callable[[], None] | None = None) -> None:
        """Ask where to save."""
        dialog = QFileDialog(self._window, self.tr("Save As"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ponder")
        dialog.setNameFilters([self.tr("Ponder documents") + " (*.ponder)"])
        dialog.selectFile(f"{Path(self._document.name).stem}.ponder")
        self._run_dialog(dialog, lambda path: self.save_to(path, then))

    def save_to(self, path: Path, then: Callable[[], None] | None = None) -> None:
        """Write the document in the background."""
        opened, index = self._document.entries, self._document.index
        entries = list(opened)

        def saved(problems: tuple[Message, ...]) -> None:
            self._document.saved(path, opened, entries)
            for problem in problems:
                self.problem.emit(worded(problem), "")
            self._remember(path)
            if then is not None:
                then()

        self._background.run(lambda _: write_ponder(path, entries, index), saved, self.problem.emit, must_finish=True)

    def if_saved(self, then: Callable[[], None]) -> None:
        """Go on with `then`, but ask first if changes would be lost."""
        if not self._document.worth_asking:
            then()
            return
        button = QMessageBox.StandardButton
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Unsaved Changes"))
        box.setText(self.tr("Save the changes to “{name}”?").format(name=quoted(self._document.name)))
        box.setInformativeText(self.tr("Unsaved changes will be lost."))
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        # Desktops call it “Discard”, “Don't Save” or “Close without Saving”; this says it wherever it is asked.
        make_plain(box)
        box.button(button.Discard).setText(self.tr("&Don't Save"))
        box.setDefaultButton(button.Save)

        def answered(result: int) -> None:
            box.deleteLater()
            if result == button.Save:
                self._document.leaving.emit()
                self.save(then)
            elif result == button.Discard:
                then()

        box.finished.connect(answered)
        box.open()

    def _read(self, read: Callable[[Callable[[], bool]], Opened], success: Callable[[Opened], None]) -> None:
        told = self.getting_ready
        if told:
            self.problem.emit(self.tr("Ponder is still getting ready; this will open in a moment."), "")
        waiting = QTimer(self)
        waiting.setSingleShot(True)

        def end() -> None:
            nonlocal told
            waiting.stop()
            waiting.deleteLater()
            if told:
                self.read.emit()

        def done(opened: Opened) -> None:
            end()
            if opened.arc_grid is not None:
                self.gridRead.emit(opened.arc_grid)
                return
            success(opened)
            if opened.problems:
                count = len(opened.problems)
                self.problem.emit(
                    plural(
                        self.tr("%n puzzle(s) or recording(s) could not be read; the rest is open. ", "", count), count
                    )
                    + worded(opened.problems[0]),
                    "\n".join(map(worded, opened.problems[:MOST_PROBLEMS])),
                )

        def failed(sentence: str, details: str) -> None:
            end()
            self.problem.emit(sentence, details)

        def tell() -> None:
            nonlocal told
            told = told or not job.cancelled()
            self.takesLong.emit(job)

        job = self._background.run(read, done, failed)
        if not told:
            waiting.timeout.connect(tell)
            waiting.start(PATIENCE)

    def _opened(self, path: Path, opened: Opened) -> None:
        self._replace(opened)
        self._remember(path)

    def _replace(self, opened: Opened) -> None:
        self._document.replace(opened.entries, opened.path, opened.index)
        self._offer(opened)

    def _offer(self, opened: Opened) -> None:
        for other in opened.alternatives[:1]:
            self.readTwoWays.emit(other)

    def _take(self, opened: Opened) -> None:
        first = opened.entries[0]
        if len(opened.entries) > 1 or first.trace is not None:
            self.if_saved(lambda: self._replace(opened))
        else:
            self._document.set_content(first.content, self.tr("Paste"), first.unsure)
            self._offer(opened)

    def _remember(self, path: Path) -> None:
        self._settings.add_recent(path)
        self.recentChanged.emit()

    def _run_dialog(self, dialog: QFileDialog, chosen: Callable[[Path], None]) -> None:
        dialog.fileSelected.connect(lambda file: chosen(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
