"""New, Open, Save, paste and drop: everything that brings puzzles in, or writes the document out, without a wait."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.documents.already_open import already_open
from app.documents.disk import is_gone
from app.documents.document import Document
from app.documents.entry import Entry, Sheet
from app.documents.generating import Recipe, blank, generate_puzzle, recipe_title
from app.documents.incoming import Incoming, nothing_readable
from app.documents.saving import Saving
from app.documents.unsaved_question import ask_to_save
from app.documents.watching import FileWatch
from app.runtime.background import Job
from app.runtime.threads import Threads
from app.window.settings import Settings
from app.words.messages import worded
from app.words.playback import plural
from solver.messages import quoted
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Puzzle

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
        """An empty puzzle of `kind`."""
        self._document.add(Entry(self.tr("Untitled"), blank(kind), passing=True), self.tr("New"), keep_samples=True)

    def generate(self, recipe: Recipe) -> None:
        """A new puzzle, in the place of the shown one if nobody would miss that."""

        def add(puzzle: Puzzle) -> None:
            self._document.add(Entry(recipe_title(recipe), puzzle, passing=True), self.tr("Generate"))

        self._background.run(lambda _: generate_puzzle(recipe), add, self.problem.emit)

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
        """Open whatever is in `path`, or show it if it is open."""
        from app.documents.opening import read_file

        path = path.absolute()
        if self._is_shown(path):
            return

        def done(opened: "Opened") -> None:
            if self._opened(path, opened):
                self._offer(opened)

        self._read(partial(read_file, path, arc=self._shows_arc), done, path.name)

    def open_all(self, paths: Sequence[Path]) -> None:
        """Open several files, each once; documents that are open already are not read again."""
        from app.documents.opening import read_files

        wanted = list(dict.fromkeys(path.absolute() for path in paths))
        waiting = [path for path in wanted if not self._is_shown(path)]
        if len(waiting) == 1:
            self.open(waiting[0])
        elif waiting:
            name = self.tr("{count} files").format(count=len(waiting))
            self._read(partial(read_files, waiting), self._open_several, name)

    def _is_shown(self, path: Path) -> bool:
        """Whether `path` is a document that is open; then it is shown."""
        sheet = self._document.find(path)
        if sheet is None or sheet.path is None:
            return False
        self._document.choose(self._document.entries.index(self._document.entries_of(sheet)[0]))
        self._remember(path)
        return True

    def _open_several(self, opened: "Opened") -> None:
        if not opened.each:
            return
        asked: tuple[Entry, Opened] | None = None
        self._document.undo_stack.beginMacro(self.tr("Open"))
        for path, each in opened.each:
            if self._opened(path, each) and (each.alternatives or each.arc_grid is not None):
                asked = asked or (self._document.entry, each)
        self._document.undo_stack.endMacro()
        if asked is not None:
            # The question is about the puzzle that is shown.
            self._document.choose(self._document.entries.index(asked[0]))
            self._offer(asked[1])

    def reload(self, path: Path) -> None:
        """Read the document's file again; undo brings back what is open now."""
        from app.documents.opening import read_file

        def done(opened: "Opened") -> None:
            sheet = self._document.find(path)
            if sheet is None:
                return
            self._document.open(opened.entries, self.tr("Reload"), sheet, opened.index, instead=True)
            sheet.stamp = opened.stamp
            sheet.keep(opened.entries)
            self._document.fileChanged.emit()

        self._read(partial(read_file, path), done, path.name)

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
        """Pasted or dropped text."""
        self.take(Incoming(parts=(text,)))

    def take(self, found: Incoming) -> None:
        """Whatever was pasted or dropped: files are opened, puzzles come to those that are in no file."""
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

    def save(self, then: Callable[[], None] | None = None, sheet: Sheet | None = None) -> None:
        """Save `sheet`, else that of the shown puzzle, to its file, after asking for one if it has none."""
        sheet = sheet or self._document.sheet
        if sheet.path is None:
            self.save_as(then, sheet)
        else:
            self.save_to(sheet.path, then, sheet)

    def save_as(self, then: Callable[[], None] | None = None, sheet: Sheet | None = None) -> None:
        """Ask where to save."""
        sheet = sheet or self._document.sheet
        if sheet is not self._document.sheet:
            # So that it is seen what is asked about.
            self._document.choose(self._document.entries.index(self._document.entries_of(sheet)[0]))
        dialog = QFileDialog(self._window, self.tr("Save As"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ponder")
        dialog.setNameFilters([self.tr("Ponder documents") + " (*.ponder)"])
        dialog.selectFile(f"{Path(self._document.name).stem}.ponder")
        dialog.fileSelected.connect(lambda file: self.save_to(Path(file), then, sheet))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, path: Path, then: Callable[[], None] | None = None, sheet: Sheet | None = None) -> None:
        """Write `sheet` in the background, and ask before another program's changes are lost."""
        sheet = sheet or self._document.sheet
        self._saving.save(sheet, path, then, partial(self.save_as, then, sheet))

    def if_saved(self, then: Callable[[], None]) -> None:
        """Go on with `then`, but ask first if work would be lost."""
        document = self._document
        if not document.worth_asking:
            then()
            return
        unsaved = [sheet for sheet in document.sheets if document.worth_saving(sheet)]
        names = [name for sheet in unsaved for name in self._names(sheet)]

        def save() -> None:
            document.leaving.emit()
            self._save_each(unsaved or [document.sheet], then)

        def discard() -> None:
            document.settle()
            then()

        ask_to_save(self._window, names, document.entry.label, save, discard)

    def _names(self, sheet: Sheet) -> list[str]:
        """Of a file, or of those puzzles in none that would be lost."""
        if sheet.name:
            return [sheet.name]
        return [entry.label for entry in self._document.entries_of(sheet) if not sheet.holds(entry)]

    def _save_each(self, sheets: Sequence[Sheet], then: Callable[[], None]) -> None:
        """One after the other; whoever cancels one of the questions cancels it all."""
        if sheets:
            self.save(partial(self._save_each, sheets[1:], then), sheets[0])
        else:
            then()

    def _read(self, read: Callable[..., "Opened"], success: Callable[["Opened"], None], name: str) -> None:
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
                if opened.entries:
                    words = self.tr("%Ln puzzle(s) or recording(s) could not be read; the rest is open. ", "", count)
                else:
                    words = self.tr("None of the %Ln file(s) could be opened. ", "", count)
                details = "\n".join(map(worded, opened.problems[:MOST_PROBLEMS]))
                self.problem.emit(plural(words, count) + worded(opened.problems[0]), details)

        def failed(sentence: str, details: str) -> None:
            self._end_reading(told)
            self.prune_recent()
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

    def _opened(self, path: Path, opened: "Opened") -> bool:
        """Show what was read from `path`; False if it was open already."""
        document = self._document
        there = already_open(document, opened.entries, path)
        if there is not None and not opened.problems:
            document.choose(there)
            self._remember(path)
            return False
        sheet = document.find(path)
        # An import that was opened before and has not been touched is read again in its place.
        again = sheet is not None and sheet.path is None and not document.is_modified(sheet)
        if sheet is None or not again:
            sheet = Sheet(opened.path, opened.stamp, path, opened.entries)
        else:
            sheet.keep(opened.entries)
        document.open(opened.entries, self.tr("Open"), sheet, opened.index, instead=again)
        self._remember(path)
        return True

    def _offer(self, opened: "Opened") -> None:
        # There is one message bar; what kind of puzzle it is matters more than which end is the start.
        if opened.arc_grid is not None:
            self.couldBeGrid.emit(opened.arc_grid)
        elif opened.alternatives:
            self.readTwoWays.emit(opened.alternatives[0])

    def _take(self, opened: "Opened") -> None:
        name = self.tr("Pasted")
        there = already_open(self._document, opened.entries)
        if there is not None:
            self._document.choose(there)
            label = quoted(self._document.entry.label)
            self.problem.emit(self.tr("This puzzle is open already, as “{label}”.").format(label=label), "")
        elif len(opened.entries) == 1:
            self._document.add(replace(opened.entries[0], label=name, by_hand=True), self.tr("Paste"))
            self._offer(opened)
        else:
            entries = [replace(entry, label=f"{name} · {entry.label}", by_hand=True) for entry in opened.entries]
            self._document.open(entries, self.tr("Paste"))

    @Slot(object)
    def _remember(self, path: Path) -> None:
        self._settings.add_recent(path)
        self.recentChanged.emit()

    @Slot()
    def prune_recent(self) -> None:
        """Leave files that are gone out of the list; they are looked for in a thread, for a drive may not answer."""
        paths = self._settings.recent

        def drop(gone: list[Path]) -> None:
            for path in gone:
                self._settings.drop_recent(path)
            if gone:
                self.recentChanged.emit()

        if paths:
            self._reader.run(lambda _: [path for path in paths if is_gone(path)], drop, lambda *_: None)
