"""New, Open, Save, paste and drop: everything that brings puzzles in, or writes the document out, without a wait."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.documents.document import Document, Entry
from app.documents.generating import Recipe, blank, generate_puzzle
from app.documents.incoming import Incoming, nothing_readable
from app.documents.samples import starting_entries
from app.documents.saving import Saving
from app.documents.watching import FileWatch
from app.runtime.background import Job
from app.runtime.threads import Threads
from app.window.settings import Settings
from app.words.messages import worded
from app.words.plain import make_plain
from app.words.playback import plural
from solver.messages import quoted
from solver.puzzles.arc.puzzle import ArcPuzzle

if TYPE_CHECKING:
    from app.documents.opening import Opened

MOST_PROBLEMS = 20
"""Listed in a message's details."""
SLOW_MS = 500
"""After this, the message bar shows how far a file is read, with a way to cancel."""


class FileControl(QObject):
    """Reads and saves in threads of their own; on failure the open document stays untouched."""

    problem = Signal(str, str)
    recentChanged = Signal()  # noqa: N815
    reading = Signal(str)
    """In words, how far a file that takes a while has been read; it can be cancelled."""
    read = Signal()
    """What was said to take a moment is there, or will not come."""
    gridRead = Signal(object)  # noqa: N815
    """A picture showed one grid of an ARC task: rows of colours."""
    couldBeGrid = Signal(object)  # noqa: N815
    """The same of a picture that was opened as a maze."""
    readTwoWays = Signal(object)  # noqa: N815
    """The other reading, an `Alternative`, of the puzzle that was just opened."""
    changedOutside = Signal(object)  # noqa: N815
    """Another program has changed the document's file, whose path this is."""
    _progressed = Signal(object, float)

    def __init__(self, document: Document, threads: Threads, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._background = threads.background
        self._reader = threads.reader
        self._settings = settings
        self._window = window
        self._saving = Saving(document, threads.saving, window)
        self._saving.problem.connect(self.problem)
        self._saving.saved.connect(self._remember)
        self._watch = FileWatch(document, threads.reader, self)
        self._watch.changed.connect(self.changedOutside)
        self._job: Job | None = None
        self._token = object()
        """Of the file that is being read; progress of another file is ignored."""
        self._share = 0.0
        self._name = ""
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self._tell_progress)
        self._progressed.connect(self._note_progress)
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
        # As wherever something is read: what reads it would delay the first window, and is imported right behind it.
        from app.documents.opening import readable_endings

        dialog = QFileDialog(self._window, self.tr("Open"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("All readable files") + f" ({readable_endings()})", self.tr("All files") + " (*)"]
        )
        dialog.filesSelected.connect(lambda files: self.open_all([Path(file) for file in files]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open(self, path: Path) -> None:
        """Open whatever is in `path`."""
        from app.documents.opening import read_file

        self._read(
            partial(read_file, path, arc=self._shows_arc),
            lambda opened: self.if_saved(lambda: self._opened(path, opened)),
            path.name,
            path,
        )

    def open_all(self, paths: Sequence[Path]) -> None:
        """Open the puzzles of several files as one document."""
        from app.documents.opening import read_files

        if len(paths) == 1:
            self.open(paths[0])
        elif paths:
            self._read(partial(read_files, paths), self._open_several, paths[0].name)

    def _open_several(self, opened: "Opened") -> None:
        self.if_saved(lambda: self._replace(opened))

    def reload(self, path: Path) -> None:
        """Open `path` without asking about unsaved changes."""
        from app.documents.opening import read_file

        self._read(partial(read_file, path), partial(self._opened, path), path.name)

    @Slot()
    def cancel_reading(self) -> None:
        """Give up the file that is being read; the open document stays."""
        if self._job is not None:
            self._job.cancel()
            self._end_reading()

    def close(self) -> None:
        """The window closes: watch no file, and read none."""
        self._slow.stop()
        self._watch.close()
        self.cancel_reading()

    def take_text(self, text: str) -> None:
        """Pasted or dropped text: one puzzle takes the place of the shown one, several are opened."""
        self.take(Incoming(parts=(text,)))

    def take(self, found: Incoming) -> None:
        """Whatever was pasted or dropped; files are opened, a single puzzle takes the place of the shown one."""
        from app.documents.opening import read_parts

        if found.files:
            self.open_all(found.files)
        elif not found.parts:
            self.problem.emit(worded(nothing_readable(found).message), "")
        else:
            name = self.tr("Pasted")
            arc = self._shows_arc
            self._read(lambda *, cancelled, **_: read_parts(found, name, arc, cancelled), self._take, name)

    @property
    def _shows_arc(self) -> bool:
        return self._document.content.kind == ArcPuzzle.kind

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
        """Write the document in the background, and ask before another program's changes are lost."""
        self._saving.save(path, then, partial(self.save_as, then))

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

    def _read(
        self, read: Callable[..., "Opened"], success: Callable[["Opened"], None], name: str, path: Path | None = None
    ) -> None:
        self.cancel_reading()
        if self.getting_ready:
            self.reading.emit(self.tr("Ponder is still getting ready; this will open in a moment."))
        told = self.getting_ready

        def work(cancelled: Callable[[], bool]) -> "Opened":
            return read(cancelled=cancelled, progress=lambda share: self._progressed.emit(token, share))

        def done(opened: "Opened") -> None:
            self._end_reading(told)
            if opened.arc_grid is not None and not opened.entries:
                self.gridRead.emit(opened.arc_grid)
                return
            success(opened)
            if opened.problems:
                count = len(opened.problems)
                words = self.tr("%n puzzle(s) or recording(s) could not be read; the rest is open. ", "", count)
                details = "\n".join(map(worded, opened.problems[:MOST_PROBLEMS]))
                self.problem.emit(plural(words, count) + worded(opened.problems[0]), details)

        def failed(sentence: str, details: str) -> None:
            self._end_reading(told)
            if path is not None and not path.exists():
                self._settings.drop_recent(path)
                self.recentChanged.emit()
            self.problem.emit(sentence, details)

        token = self._token = object()
        self._name, self._share = name, 0.0
        self._slow.start()
        self._job = self._reader.run(work, done, failed)

    def _end_reading(self, told: bool = False) -> None:
        self._job = None
        said = not self._slow.isActive()
        self._slow.stop()
        if said or told:
            self.read.emit()

    @Slot(object, float)
    def _note_progress(self, token: object, share: float) -> None:
        if token is self._token and self._job is not None:
            self._share = share
            if not self._slow.isActive():
                self._tell_progress()

    @Slot()
    def _tell_progress(self) -> None:
        if self._job is not None:
            words = self.tr("Reading {name}: {percent} %")
            self.reading.emit(words.format(name=quoted(self._name), percent=round(100 * self._share)))

    def _opened(self, path: Path, opened: "Opened") -> None:
        self._replace(opened)
        self._remember(path)

    def _replace(self, opened: "Opened") -> None:
        self._document.replace(opened.entries, opened.path, opened.index, opened.stamp)
        self._offer(opened)

    def _offer(self, opened: "Opened") -> None:
        # There is one message bar; what kind of puzzle it is matters more than which end is the start.
        if opened.arc_grid is not None:
            self.couldBeGrid.emit(opened.arc_grid)
        elif opened.alternatives:
            self.readTwoWays.emit(opened.alternatives[0])

    def _take(self, opened: "Opened") -> None:
        first = opened.entries[0]
        if len(opened.entries) > 1 or first.trace is not None:
            self.if_saved(lambda: self._replace(opened))
        else:
            self._document.set_content(first.content, self.tr("Paste"), first.unsure)
            self._offer(opened)

    @Slot(object)
    def _remember(self, path: Path) -> None:
        self._settings.add_recent(path)
        self.recentChanged.emit()

    def _run_dialog(self, dialog: QFileDialog, chosen: Callable[[Path], None]) -> None:
        dialog.fileSelected.connect(lambda file: chosen(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
