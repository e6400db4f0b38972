"""Closing puzzles of the list: at once, with a way back told in the message bar."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoCommand
from shiboken6 import isValid

from app.documents.document import Document
from app.window.message_bar import MessageBar
from app.words.playback import plural
from solver.messages import quoted


class Closing(QObject):
    """Undo brings back what was closed, so nothing is asked before."""

    def __init__(self, document: Document, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._messages = messages
        self._told: QUndoCommand | None = None
        """The step that the message bar offers to undo."""
        self._words = ""
        document.undo_stack.indexChanged.connect(self._forget)

    @Slot()
    def close_shown(self) -> None:
        """Close the shown puzzle."""
        self.close([self._document.index])

    @Slot(list)
    def close(self, indexes: Collection[int]) -> None:
        """Close these puzzles; tell what is lost by that for those who did not mean it."""
        document = self._document
        entries = [document.entries[index] for index in indexes]
        sheets = {document.sheet_of(index) for index in indexes}
        unsaved = any(
            document.worth_saving(sheet)
            and (sheet.path is not None or any(not sheet.holds(entry) for entry in entries))
            for sheet in sheets
        )
        document.close(indexes, self.tr("Close"))
        count = len(entries)
        words = (
            self.tr("“{name}” was closed.").format(name=quoted(entries[0].label))
            if count == 1
            else plural(self.tr("%Ln puzzle(s) were closed.", "", count), count)
        )
        smaller = [sheet for sheet in sheets if sheet.path is not None and sheet in document.sheets]
        if smaller:
            name = quoted(smaller[0].name)
            words += " " + self.tr("The next save removes it from “{name}”.").format(name=name)
        elif unsaved:
            words += " " + self.tr("It was not saved.")
        else:
            return
        self._messages.offer(words, {self.tr("Undo"): document.undo_stack.undo}, self.tr("Dismiss"))
        self._told, self._words = self._last_step(), words

    def _last_step(self) -> QUndoCommand | None:
        # Not its number: once the stack is full, each new step has the same one.
        stack = self._document.undo_stack
        return stack.command(stack.index() - 1) if stack.index() else None

    @Slot()
    def _forget(self) -> None:
        # The stack still says so while it is deleted.
        if not isValid(self._document.undo_stack):
            return
        # The button would undo something else now.
        if self._told is not None and self._told is not self._last_step():
            self._told = None
            if self._messages.sentence.text() == self._words:
                self._messages.clear()
