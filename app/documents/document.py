"""The open puzzles with their recorded traces, the files they belong to, and the undo stack. Knows no widgets."""

import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.documents.disk import Stamp
from app.documents.draft import Content, as_content
from app.documents.entry import Entry, Sheet
from app.documents.generating import blank
from app.documents.guess import Guess
from app.documents.own_output import OwnOutputs
from app.documents.starts import Starts
from app.documents.undo_steps import Change, Listed, Relist, recorded_in
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Cell
from solver.trace import Trace

MOMENT = 5.0
"""Seconds of a network's work that nobody would miss."""
MOST_STEPS = 200
"""Changes that can be undone. Each may hold a recording, so there is a limit."""


class Document(QObject):
    """Holds at least one entry, and shows one of them; its latest changes, opening and closing too, can be undone.

    Solving is such a change: undo takes the shown trace away, and redo brings it back.
    """

    leaving = Signal()
    """Another puzzle is about to be shown, or the document saved: `record` what is known now."""
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
    """Another puzzle came: from a file, the list, the clipboard or a generator."""
    fileChanged = Signal()  # noqa: N815
    """The shown puzzle's file is another, or changes were made or saved."""

    def __init__(self, entries: Entry | Sequence[Entry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(MOST_STEPS)
        self.recording = False
        """Whether a solve under way has found something not recorded yet."""
        self.working_since: float | None = None
        """When the solve under way began, in seconds of the monotonic clock."""
        self.entries: list[Entry] = []
        self.index = 0
        self._sheets: list[Sheet] = []
        self.replace([entries] if isinstance(entries, Entry) else entries)
        self.undo_stack.indexChanged.connect(self.fileChanged)

    # What is open

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
    def sheet(self) -> Sheet:
        """That of the shown puzzle."""
        return self._sheets[self.index]

    @property
    def sheets(self) -> list[Sheet]:
        """All of them, in the order of their puzzles."""
        return list(dict.fromkeys(self._sheets))

    def sheet_of(self, index: int) -> Sheet:
        """That of one of the puzzles."""
        return self._sheets[index]

    def entries_of(self, sheet: Sheet) -> list[Entry]:
        """The puzzles of one sheet."""
        return [entry for entry, own in zip(self.entries, self._sheets, strict=True) if own is sheet]

    @property
    def path(self) -> Path | None:
        """The file that Save writes the shown puzzle to."""
        return self.sheet.path

    @property
    def name(self) -> str:
        """For the title bar and for file names."""
        return self.sheet.name or self.entry.label or self.tr("Untitled")

    @property
    def modified(self) -> bool:
        """Whether there is something to save beside the shown puzzle."""
        return self.is_modified(self.sheet)

    def is_modified(self, sheet: Sheet) -> bool:
        """Whether its file, or what was opened, holds something else."""
        entries = self.entries_of(sheet)
        if sheet.path is not None and len(sheet.saved or ()) != len(entries):
            return True
        return not all(map(sheet.holds, entries))

    def worth_saving(self, sheet: Sheet) -> bool:
        """Whether a person would be sorry to lose what its file does not hold."""
        if sheet.path is not None:
            return self.is_modified(sheet)
        unsaved = [entry for entry in self.entries_of(sheet) if not sheet.holds(entry)]
        return any(entry.by_hand for entry in unsaved) or sum(entry.spent for entry in unsaved) >= MOMENT

    @property
    def worth_asking(self) -> bool:
        """Whether a person would be sorry to lose what is not saved, or is being computed."""
        worked = 0.0 if self.working_since is None else time.monotonic() - self.working_since
        return (
            worked >= MOMENT or (self.recording and self.path is not None) or any(map(self.worth_saving, self.sheets))
        )

    def find(self, path: Path) -> Sheet | None:
        """The sheet that was opened from `path`, or saved there."""
        return next((sheet for sheet in self.sheets if path in (sheet.path, sheet.source)), None)

    # Opening and closing

    def replace(
        self, entries: Sequence[Entry], path: Path | None = None, index: int = 0, stamp: Stamp | None = None
    ) -> None:
        """Start over with these puzzles, and nothing to undo; `path` is their own file, if they have one."""
        assert entries
        sheet = Sheet(path, stamp, saved=entries)
        self.undo_stack.clear()
        self._put_list(Listed(tuple(entries), (sheet,) * len(entries), min(max(index, 0), len(entries) - 1)))

    def open(
        self, entries: Sequence[Entry], what: str, sheet: Sheet | None = None, index: int = 0, instead: bool = False
    ) -> None:
        """Add the puzzles of a file to those that are open, and show the one at `index` among them.

        Puzzles of no file come to the others of that kind. `instead`: the sheet's puzzles are replaced.
        """
        assert entries
        self.leaving.emit()
        sheet = sheet or self._loose(entries)
        others = [(entry, own) for entry, own in self._both() if not (instead and own is sheet)]
        if not instead:
            others = [(entry, own) for entry, own in others if not entry.passing]
            at = max((n for n, (_, own) in enumerate(others, start=1) if own is sheet), default=len(others))
        else:
            at = min(self._sheets.index(sheet), len(others)) if sheet in self._sheets else len(others)
        added = [(entry, sheet) for entry in entries]
        self._relist([*others[:at], *added, *others[at:]], at + min(max(index, 0), len(added) - 1), what)

    def add(self, entry: Entry, what: str, *, keep_samples: bool = False) -> None:
        """Add a puzzle of no file, under a label of its own, and show it.

        It takes the place of the shown one if nobody would miss that; with `keep_samples`, only of an empty one.
        """
        self.leaving.emit()
        before, index = self._both(), self.index
        if self.entry.passing and not (keep_samples and self.entry.content != blank(self.entry.content.kind)):
            del before[index]
        else:
            index = len(before)
        taken = {each.label for each, own in before if own.source is None}
        labels = (entry.label if number == 1 else f"{entry.label} {number}" for number in range(1, len(taken) + 2))
        entry = replace(entry, label=next(label for label in labels if label not in taken))
        sheet = self._loose([entry])
        if index == len(before):
            index = max((n for n, (_, own) in enumerate(before, start=1) if own is sheet), default=index)
        self._relist([*before[:index], (entry, sheet), *before[index:]], index, what)

    def show_or_add(self, entry: Entry, what: str) -> None:
        """Show an open puzzle that is the same, with the same recording if `entry` has one; else add `entry`."""
        for index, each in enumerate(self.entries):
            if each.content == entry.content and (each.trace is entry.trace or entry.trace is None):
                self.choose(index)
                return
        self.add(entry, what)

    def close(self, indexes: Collection[int], what: str) -> None:
        """Take puzzles out of the list; an empty one takes the place of the last."""
        if self.index in indexes:
            self.leaving.emit()
        after = [each for number, each in enumerate(self._both()) if number not in indexes]
        index = sum(number not in indexes for number in range(self.index))
        if not after:
            after = [(Entry(self.tr("Untitled"), blank("sudoku"), passing=True), Sheet())]
        self._relist(after, min(index, len(after) - 1), what)

    def saved(self, sheet: Sheet, path: Path, written: Sequence[Entry], stamp: Stamp | None = None) -> None:
        """`written`, what `sheet` held when a save began, is now the same as its file."""
        for other in self.sheets:
            if other is not sheet and other.path == path:
                # Its file is overwritten; the next Save must ask for another.
                other.path = None
                other.keep(None)
        sheet.path, sheet.source, sheet.stamp = path, path, stamp
        sheet.keep(written)
        self.fileChanged.emit()

    def settle(self) -> None:
        """Mark everything as saved: it is to be discarded."""
        for sheet in self.sheets:
            sheet.keep(self.entries_of(sheet))
        self.recording, self.working_since = False, None
        self.fileChanged.emit()

    def choose(self, index: int) -> None:
        """Show another of the open puzzles."""
        if index != self.index and 0 <= index < len(self.entries):
            self.leaving.emit()
            self.index = index
            self._show_all()
            self.fileChanged.emit()

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

    # Changing what is shown

    def edit(self, content: Content, what: str) -> None:
        """Change the shown puzzle; a recorded trace is of the puzzle before, and goes."""
        before = self.entry
        # A cell that was typed over has been looked at.
        same = content.shape == before.content.shape
        unsure = frozenset(cell for cell in before.unsure if same and content.grid[cell] == before.content.grid[cell])
        guess = None if before.guess is None else before.guess.kept_for(content)
        own = None if before.outputs is None else before.outputs.kept_for(before.content, content)
        changed = Entry(before.label, as_content(content), by_hand=True, unsure=unsure, guess=guess, outputs=own)
        self._push(changed, what)

    def set_content(self, content: Content, what: str, unsure: frozenset[Cell] = frozenset()) -> None:
        """Put another puzzle in the place of the shown one, as one undo step."""
        self.leaving.emit()
        self._push(Entry(self.entry.label, content, by_hand=self.entry.by_hand, unsure=unsure), what)
        self.loaded.emit()

    def set_guess(self, guess: Guess | OwnOutputs, what: str) -> None:
        """Put other entries of the person's own over the shown puzzle, which stays as it is."""
        entry = replace(self.entry, by_hand=True, passing=False)
        if isinstance(guess, Guess):
            self._push(replace(entry, guess=None if guess.empty else guess), what)
        else:
            self._push(replace(entry, outputs=None if guess.empty else guess), what)

    def confirm(self, cells: Iterable[Cell], what: str) -> None:
        """A person has looked at these cells, and they are right."""
        left = self.entry.unsure - frozenset(cells)
        if left != self.entry.unsure:
            self._push(replace(self.entry, unsure=left, passing=False), what)

    def record(self, trace: Trace | None, what: str, others: tuple[Trace, ...] = ()) -> None:
        """Keep what a solve of the shown puzzle recorded; `others` is of the other test inputs of an ARC task."""
        spent = self.entry.spent
        if self.working_since is not None:
            spent += time.monotonic() - self.working_since
            self.working_since = None
        self._push(replace(self.entry, trace=trace, others=others, spent=spent, passing=False), what)

    def keep_starts(self, starts: Starts, what: str, seconds: float) -> None:
        """Keep what became of many starts of the shown puzzle, tried in so many seconds."""
        spent = self.entry.spent + seconds
        self._push(replace(self.entry, starts=starts, spent=spent, passing=False), what)

    def earlier_traces(self) -> list[tuple[str, Trace]]:
        """Other recordings of this puzzle that undo or redo would bring back, with the step's name; latest first."""
        found: dict[int, tuple[str, Trace]] = {}
        for what, trace in recorded_in(self.undo_stack, self.tr("Opened")):
            if trace is not self.trace and trace.puzzle == self.content:
                found.setdefault(id(trace), (what, trace))
        return list(found.values())

    def _both(self) -> list[tuple[Entry, Sheet]]:
        return list(zip(self.entries, self._sheets, strict=True))

    def _loose(self, entries: Iterable[Entry]) -> Sheet:
        """That of the puzzles in no file, which `entries` are about to join; a new one if there are none."""
        sheet = next((sheet for sheet in self.sheets if sheet.source is None), None) or Sheet()
        # What can be had again is nothing to save.
        sheet.keep([*(sheet.saved or ()), *(entry for entry in entries if not entry.by_hand)])
        return sheet

    def _push(self, entry: Entry, what: str) -> None:
        self.undo_stack.push(Change(self._put, self.index, self.entry, entry, what))

    def _relist(self, after: Sequence[tuple[Entry, Sheet]], index: int, what: str) -> None:
        before = Listed(tuple(self.entries), tuple(self._sheets), self.index)
        entries, sheets = tuple(entry for entry, _ in after), tuple(sheet for _, sheet in after)
        self.undo_stack.push(Relist(self._put_list, before, Listed(entries, sheets, index), what))

    def _put(self, index: int, entry: Entry) -> None:
        before = self.entry
        self.entries[index] = entry
        self.index = index
        if entry.content is not before.content:
            self.contentChanged.emit()
        if any(one is not other for one, other in zip(entry.film, before.film, strict=True)):
            self.traceChanged.emit()
        if entry.unsure != before.unsure:
            self.unsureChanged.emit()
        if (entry.guess, entry.outputs) != (before.guess, before.outputs):
            self.guessChanged.emit()

    def _put_list(self, what: Listed) -> None:
        before = self.entry if self.entries else None
        self.entries, self._sheets, self.index = list(what.entries), list(what.sheets), what.index
        self.entriesChanged.emit()
        # Closing another puzzle must not disturb what is shown.
        if self.entry is not before:
            self._show_all()
        self.fileChanged.emit()

    def _show_all(self) -> None:
        self.contentChanged.emit()
        self.traceChanged.emit()
        self.unsureChanged.emit()
        self.guessChanged.emit()
        self.loaded.emit()
