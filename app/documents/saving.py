"""Saving a sheet without a wait, and asking first where that would replace what another program has written."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from app.documents.disk import Stamp, is_read_only, stamp_of
from app.documents.document import Document
from app.documents.entry import Entry, Sheet
from app.runtime.background import Background
from app.words.messages import worded
from app.words.plain import make_plain
from solver.messages import Message, quoted
from solver.system_errors import writing


class Conflict(Enum):
    """Why a file is not replaced without a question."""

    CHANGED = auto()
    READ_ONLY = auto()


@dataclass(frozen=True)
class Written:
    """The file is written."""

    stamp: Stamp | None
    problems: tuple[Message, ...]


class Saving(QObject):
    """Writes in a thread that does nothing else, so that no read that hangs can hold up a save."""

    problem = Signal(str, str)
    saved = Signal(object)
    """The path."""

    def __init__(self, document: Document, thread: Background, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._thread = thread
        self._window = window

    def save(
        self,
        sheet: Sheet,
        path: Path,
        then: Callable[[], None] | None,
        elsewhere: Callable[[], None],
        *,
        replace: bool = False,
    ) -> None:
        """Write the puzzles of `sheet`, then call `then`; with `replace`, whatever the file holds.

        Otherwise, if another program has changed the file since it was opened, or it is read-only, ask; `elsewhere`
        asks for another file.
        """
        entries = self._document.entries_of(sheet)
        index = entries.index(self._document.entry) if sheet is self._document.sheet else 0
        known = sheet.stamp if path == sheet.path else None

        def done(result: Written | Conflict) -> None:
            if isinstance(result, Conflict):
                self._ask(result, path, lambda: self.save(sheet, path, then, elsewhere, replace=True), elsewhere)
                return
            self._document.saved(sheet, path, entries, result.stamp)
            self.saved.emit(path)
            for problem in result.problems:
                self.problem.emit(worded(problem), "")
            if then is not None:
                then()

        self._thread.run(
            lambda _: write_unless_changed(path, entries, index, known, replace=replace),
            done,
            self.problem.emit,
            must_finish=True,
        )

    def _ask(self, conflict: Conflict, path: Path, replace: Callable[[], None], elsewhere: Callable[[], None]) -> None:
        translate = QCoreApplication.translate
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(translate("Saving", "Save"))
        words = (
            translate("Saving", "Another program has changed “{name}” since it was opened here.")
            if conflict is Conflict.CHANGED
            else translate("Saving", "“{name}” is read-only.")
        )
        box.setText(words.format(name=quoted(path.name)))
        box.setInformativeText(translate("Saving", "If you replace it, its current contents are lost."))
        role = QMessageBox.ButtonRole
        other = box.addButton(translate("Saving", "Save &As…"), role.AcceptRole)
        replacing = box.addButton(translate("Saving", "&Replace"), role.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(other)
        box.setEscapeButton(cancel)
        make_plain(box)

        def answered() -> None:
            pressed = box.clickedButton()
            box.deleteLater()
            if pressed is replacing:
                replace()
            elif pressed is other:
                elsewhere()

        box.finished.connect(answered)
        box.open()


def write_unless_changed(
    path: Path, entries: list[Entry], index: int, known: Stamp | None, *, replace: bool
) -> Written | Conflict:
    """Write a document unless the file is no longer what `known` says; None is for a file that was not read before.

    Raises `NotWrittenError`.
    """
    # In a thread, and only now: the first window does without it.
    from app.documents.ponder_file import write_ponder

    with writing(path):
        if not replace:
            if is_read_only(path):
                return Conflict.READ_ONLY
            if known is not None and stamp_of(path) not in (known, None):
                return Conflict.CHANGED
        problems = write_ponder(path, entries, index)
    return Written(stamp_of(path), problems)
