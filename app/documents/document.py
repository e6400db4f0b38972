"""The open document: its puzzles with their recorded traces, its undo stack and its file. Knows no widgets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.documents.disk import Stamp
from app.documents.draft import Content, as_content
from app.documents.guess import Guess
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Cell
from solver.trace import Trace


@dataclass(frozen=True, eq=False)
class Entry:
    """One puzzle of a document, and what the last solve recorded of it."""

    label: str
    content: Content
    trace: Trace | None = None
    others: tuple[Trace, ...] = ()
    """Of an ARC task: what the same solve recorded of its other test inputs."""
    by_hand: bool = False
    """Whether a person changed it: work that must not be lost, unlike a solve, which can be had again."""
    unsure: frozenset[Cell] = frozenset()
    """Cells that were hard to read from a picture; a person confirms them before a solve."""
    guess: Guess | None = None
    """The person's own entries, which leave the puzzle as it is."""

    @property
    def traces(self) -> tuple[Trace, ...]:
        """Each recording of it, that of what is shown first."""
        return (() if self.trace is None else (self.trace,)) + self.others


class Document(QObject):
    """Holds at least one entry, and shows one of them; every change to it can be undone.

    Solving is such a change: undo takes the shown trace away, and redo brings it back.
    """

    leaving = Signal()
    """Another puzzle is about to be shown, or the document to be saved: now is the time to `record` what is known."""
    entriesChanged = Signal()  # noqa: N815
    """Other puzzles are open."""
    contentChanged = Signal()  # noqa: N815
    """Another puzzle is shown, or it was edited; a `traceChanged` follows."""
    traceChanged = Signal()  # noqa: N815
    unsureChanged = Signal()  # noqa: N815
    """Other cells of the shown puzzle wait for a person to confirm them."""
    guessChanged = Signal()  # noqa: N815
    """The person's own entries in the shown puzzle are others."""
    loaded = Signal()
    """Another puzzle came from elsewhere: a file, the list, the clipboard or a generator."""
    fileChanged = Signal()  # noqa: N815
    """The path is another, or changes were made or saved."""

    def __init__(self, entries: Entry | Sequence[Entry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries = [entries] if isinstance(entries, Entry) else list(entries)
        self.index = 0
        self.path: Path | None = None
        self.stamp: Stamp | None = None
        """What `path` held when it was last read or written here."""
        self.recording = False
        """Whether a solve under way has found something that is not recorded here yet."""
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self.fileChanged)

    @property
    def entry(self) -> Entry:
        """The one that is shown."""
        return self.entries[self.index]

    @property
    def content(self) -> Content:
        """The shown puzzle, or the draft that it still is."""
        return self.entry.content

    @property
    def trace(self) -> Trace | None:
        """What the last solve of the shown puzzle recorded."""
        return self.entry.trace

    @property
    def modified(self) -> bool:
        """Whether there is something to save."""
        return not self.undo_stack.isClean()

    @property
    def worth_asking(self) -> bool:
        """Whether a person would be sorry to lose the changes."""
        return (self.modified or self.recording) and (
            self.path is not None or any(entry.by_hand for entry in self.entries)
        )

    @property
    def name(self) -> str:
        """For the title bar and for file names."""
        return self.path.name if self.path is not None else self.tr("Untitled")

    def replace(
        self, entries: Sequence[Entry], path: Path | None = None, index: int = 0, stamp: Stamp | None = None
    ) -> None:
        """Open other puzzles; `path` is the document's own file, not one that was merely imported."""
        assert entries
        self.entries = list(entries)
        self.index = min(max(index, 0), len(self.entries) - 1)
        self.path, self.stamp = path, stamp
        self.undo_stack.clear()
        self.entriesChanged.emit()
        self._show_all()
        self.fileChanged.emit()

    def restore(self, entries: Sequence[Entry], index: int) -> None:
        """Open what was never saved."""
        self.replace(entries, index=index)
        self.undo_stack.resetClean()

    def choose(self, index: int) -> None:
        """Show another of the open puzzles."""
        if index != self.index and 0 <= index < len(self.entries):
            self.leaving.emit()
            self.index = index
            self._show_all()

    def choose_test(self, number: int) -> None:
        """Show another test input of the shown ARC task, with its recording; like `choose`, nothing to undo."""
        entry = self.entry
        if not isinstance(entry.content, ArcPuzzle) or number == entry.content.test:
            return
        self.leaving.emit()
        puzzle = ArcPuzzle(entry.content.task, number)
        traces = self.entry.traces
        trace = next((trace for trace in traces if trace.puzzle == puzzle), None)
        others = tuple(each for each in traces if each is not trace)
        self.entries[self.index] = replace(self.entry, content=puzzle, trace=trace, others=others)
        self._show_all()

    def edit(self, content: Content, what: str) -> None:
        """Change the shown puzzle; a recorded trace is of the puzzle before, and goes."""
        before = self.entry
        # A cell that was typed over has been looked at.
        same = content.shape == before.content.shape
        unsure = frozenset(cell for cell in before.unsure if same and content.grid[cell] == before.content.grid[cell])
        guess = None if before.guess is None else before.guess.kept_for(content)
        self._push(Entry(before.label, as_content(content), by_hand=True, unsure=unsure, guess=guess), what)

    def set_content(self, content: Content, what: str, unsure: frozenset[Cell] = frozenset()) -> None:
        """Put another puzzle in the place of the shown one, as one undo step."""
        self.leaving.emit()
        self._push(Entry(self.entry.label, content, unsure=unsure), what)
        self.loaded.emit()

    def set_guess(self, guess: Guess, what: str) -> None:
        """Put other entries of the person's own over the shown puzzle, which stays as it is."""
        self._push(replace(self.entry, guess=None if guess.empty else guess, by_hand=True), what)

    def confirm(self, cells: Iterable[Cell], what: str) -> None:
        """A person has looked at these cells, and they are right."""
        left = self.entry.unsure - frozenset(cells)
        if left != self.entry.unsure:
            self._push(replace(self.entry, unsure=left), what)

    def record(self, trace: Trace | None, what: str, others: tuple[Trace, ...] = ()) -> None:
        """Keep what a solve of the shown puzzle recorded; `others` is of the other test inputs of an ARC task."""
        self._push(replace(self.entry, trace=trace, others=others), what)

    def saved(self, path: Path, opened: Sequence[Entry], written: Sequence[Entry], stamp: Stamp | None = None) -> None:
        """`written`, a copy of what `opened` (this document's `entries`) then held, is now the same as its file.

        Does nothing if other puzzles were opened meanwhile: they must not be saved over the ones before.
        """
        if opened is not self.entries:
            return
        self.path, self.stamp = path, stamp
        if list(written) == self.entries:
            self.undo_stack.setClean()
        self.fileChanged.emit()

    def earlier_traces(self) -> list[tuple[str, Trace]]:
        """Other recordings of the shown puzzle that undo or redo would bring back, with the step's name; newest first.

        Undo keeps every solve, so two of them can be compared without either being saved.
        """
        stack = self.undo_stack
        changes = [change for n in reversed(range(stack.count())) if isinstance(change := stack.command(n), _Change)]
        named = [(change.text(), trace) for change in changes for trace in change.after.traces]
        # What no step has recorded was there before the first of them.
        named += [(self.tr("Opened"), trace) for change in changes for trace in change.before.traces]
        found: dict[int, tuple[str, Trace]] = {}
        for what, trace in named:
            if trace is not self.trace and trace.puzzle == self.content:
                found.setdefault(id(trace), (what, trace))
        return list(found.values())

    def _push(self, entry: Entry, what: str) -> None:
        self.undo_stack.push(_Change(self, self.index, entry, what))

    def _put(self, index: int, entry: Entry) -> None:
        before = self.entry
        self.entries[index] = entry
        self.index = index
        if entry.content is not before.content:
            self.contentChanged.emit()
        if any(one is not other for one, other in zip(_recorded(entry), _recorded(before), strict=True)):
            self.traceChanged.emit()
        if entry.unsure != before.unsure:
            self.unsureChanged.emit()
        if entry.guess is not before.guess:
            self.guessChanged.emit()

    def _show_all(self) -> None:
        self.contentChanged.emit()
        self.traceChanged.emit()
        self.unsureChanged.emit()
        self.guessChanged.emit()
        self.loaded.emit()


def _recorded(entry: Entry) -> tuple[object, ...]:
    """What is shown of an entry as a film: anything else may change while that is watched."""
    return entry.content, entry.trace, entry.others


class _Change(QUndoCommand):
    def __init__(self, document: Document, index: int, after: Entry, what: str) -> None:
        super().__init__(what)
        self._document = document
        self._index = index
        self.before = document.entries[index]
        self.after = after

    def undo(self) -> None:
        self._document._put(self._index, self.before)

    def redo(self) -> None:
        self._document._put(self._index, self.after)
