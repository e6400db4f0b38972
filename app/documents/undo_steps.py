"""The steps on a document's undo stack: one puzzle is another, or other puzzles are open."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QUndoCommand, QUndoStack

from app.documents.entry import Entry, Sheet
from solver.trace import Trace


class Change(QUndoCommand):
    """One puzzle is another."""

    def __init__(self, put: Callable[[int, Entry], None], index: int, before: Entry, after: Entry, what: str) -> None:
        """`put` has the document show an entry in place of the one at `index`."""
        super().__init__(what)
        self._put = put
        self._index = index
        self.before = before
        self.after = after

    def undo(self) -> None:
        self._put(self._index, self.before)

    def redo(self) -> None:
        self._put(self._index, self.after)


@dataclass(frozen=True, eq=False)
class Listed:
    """What is open."""

    entries: tuple[Entry, ...]
    sheets: tuple[Sheet, ...]
    index: int


class Relist(QUndoCommand):
    """Other puzzles are open."""

    def __init__(self, put: Callable[[Listed], None], before: Listed, after: Listed, what: str) -> None:
        super().__init__(what)
        self._put = put
        self._before = before
        self._after = after

    def undo(self) -> None:
        self._put(self._before)

    def redo(self) -> None:
        self._put(self._after)


def recorded_in(stack: QUndoStack, opened: str) -> list[tuple[str, Trace]]:
    """All recordings that undo or redo would bring back, the newest first, each with the name of its step.

    Those that no step has recorded are called `opened`: they were there before the first of them.
    """
    changes = [change for n in reversed(range(stack.count())) if isinstance(change := stack.command(n), Change)]
    named = [(change.text(), trace) for change in changes for trace in change.after.traces]
    return named + [(opened, trace) for change in changes for trace in change.before.traces]
