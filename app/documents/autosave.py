"""Autosave: keeps the unsaved document in the state folder, and offers it at the next start after a crash."""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

import platformdirs
from PySide6.QtCore import QLockFile, QObject, QTimer, Slot

from app.documents.document import Document
from app.documents.file_control import FileControl
from app.documents.ponder_file import Read, open_ponder, write_ponder
from app.documents.unsaved import Unsaved, restore
from app.runtime.threads import Threads
from app.window.message_bar import MessageBar
from solver.files import remove_leftovers
from solver.messages import ExplainedError, Template

DELAY_MS = 3_000
"""From the first change that is not kept yet."""

NO_LOCK = Template("autosave.no_lock", "Automatic saving does not work: {file} cannot be created.")


@dataclass(frozen=True, eq=False)
class Left:
    """What a program that died left behind; the lock keeps other instances from offering it too."""

    file: Path
    lock: QLockFile
    read: Read
    when: datetime


class Autosave(QObject):
    """One file for each running program, beside a lock that tells whether it still runs."""

    def __init__(
        self,
        document: Document,
        files: FileControl,
        threads: Threads,
        messages: MessageBar,
        folder: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._files = files
        self._saving = threads.saving
        self._reader = threads.reader
        self._messages = messages
        self._folder = folder or platformdirs.user_state_path("Ponder", appauthor=False) / "unsaved"
        self._file = self._folder / f"{secrets.token_hex(6)}.ponder"
        self._lock = _lock_of(self._file)
        self._warned = False
        self._kept = False
        """Whether the file stays when the program ends."""
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self._keep)
        self._ended = False
        for signal in (document.undo_stack.indexChanged, document.entriesChanged, document.fileChanged):
            signal.connect(self._wait)

    def offer(self) -> None:
        """Look for what was left, and ask in the message bar whether it is wanted."""
        self._reader.run(lambda _: _find(self._folder), self._ask, lambda *_: None)

    @Slot()
    def keep_for_next_start(self) -> None:
        """The program is told to end, and there is no time to ask: what is not saved is offered at the next start."""
        self._document.leaving.emit()
        self._timer.stop()
        self._keep()
        self._kept = bool(Unsaved.of(self._document).entries)

    @Slot()
    def end(self) -> None:
        """The program ends as it should, so nothing is left; call it once no background work is under way."""
        self._ended = True
        self._timer.stop()
        if self._kept:
            self._lock.unlock()
        else:
            _remove(self._file, self._lock)

    @property
    def kept(self) -> bool:
        """Whether all that is not saved will be offered at the next start."""
        return self._kept

    @Slot()
    def _wait(self) -> None:
        self._kept = False
        # Not restarted by each change: someone who never pauses would never be safe.
        if not (self._timer.isActive() or self._ended):
            self._timer.start()

    @Slot()
    def _keep(self) -> None:
        file, lock = self._file, self._lock
        unsaved = Unsaved.of(self._document)
        if unsaved.entries:
            self._saving.run(lambda _: _write(file, lock, unsaved), lambda _: None, self._warn, must_finish=True)
        else:
            self._saving.run(lambda _: file.unlink(missing_ok=True), lambda _: None, self._warn)

    def _warn(self, sentence: str, details: str) -> None:
        if not self._warned:
            self._warned = True
            self._messages.say(
                self.tr("Unsaved changes are not protected against a crash. {why}").format(why=sentence), details
            )

    def _ask(self, left: Left | None) -> None:
        if left is None:
            return
        self._messages.offer(
            self.tr("Ponder closed before your work was saved. A copy from {time} was kept.").format(
                time=left.when.strftime("%Y-%m-%d %H:%M")
            ),
            {
                self.tr("Restore"): partial(self._restore, left),
                self.tr("Discard"): lambda: _remove(left.file, left.lock),
            },
            self.tr("Decide Later"),
        )

    def _restore(self, left: Left) -> None:
        _remove(self._file, self._lock)
        # From now on it is this program's own, so that at no moment it is nowhere.
        self._file, self._lock = left.file, left.lock
        restore(self._document, left.read, self.tr("Restore"))


def _lock_of(file: Path) -> QLockFile:
    lock = QLockFile(str(file.with_suffix(".lock")))
    # Never too old, but free as soon as the program that took it is gone.
    lock.setStaleLockTime(0)
    return lock


def _write(file: Path, lock: QLockFile, unsaved: Unsaved) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if not lock.isLocked() and not lock.tryLock(0):
        raise ExplainedError(NO_LOCK(file=file.with_suffix(".lock").name))
    write_ponder(file, unsaved.entries, unsaved.index, unsaved.note)


def _remove(file: Path, lock: QLockFile) -> None:
    # What cannot be removed is offered again, which is better than an error at the end.
    with suppress(OSError):
        file.unlink(missing_ok=True)
    lock.unlock()


def _find(folder: Path) -> Left | None:
    """The newest readable file whose program is gone; the others are left for another start."""
    remove_leftovers(folder)
    files = sorted(folder.glob("*.ponder"), key=_seconds, reverse=True)
    for file in files:
        lock = _lock_of(file)
        if not lock.tryLock(0):
            continue
        try:
            read = open_ponder(file)
        except (ExplainedError, OSError):
            lock.unlock()
            continue
        return Left(file, lock, read, _time(file))
    return None


def _seconds(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _time(file: Path) -> datetime:
    try:
        return datetime.fromtimestamp(_seconds(file))
    except (ValueError, OverflowError, OSError):
        # The clock was wrong; when it was matters less than that it is there.
        return datetime.now()
