"""One running program: a second start hands its files to the first. Needs no QtNetwork, which would cost megabytes.

Whoever holds a lock in the user's runtime folder is the first, and listens beside it; no one else ever removes what it
listens on. Nobody waits for another program longer than `PATIENCE`, whatever that does or fails to do.
"""

import getpass
import json
import os
import socket
import stat
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from typing import TypeVar

import platformdirs
from PySide6.QtCore import QEvent, QLockFile, QObject, Signal, Slot
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

T = TypeVar("T")

LONGEST = 1 << 16
"""Bytes of one message."""
PATIENCE = 1.8
"""Seconds that a start waits for the running program in all, and that this waits for whoever knocks."""
PAUSE = 0.05
"""Seconds between two attempts."""
MOST_CALLERS = 16
"""Heard at once; more would be an attack."""
DONE = b"opened"


def default_folder() -> Path:
    """Where this user's program listens; only the user can reach it. Raises `OSError` if that cannot be had."""
    folder = platformdirs.user_runtime_path("Ponder", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name != "nt":
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
            raise PermissionError(f"{folder} belongs to somebody else")
        # `mkdir` leaves the mode to the umask.
        folder.chmod(0o700)
    return folder


def join_or_lead(folder: Path, files: Sequence[Path]) -> "QLockFile | bool":
    """Hand `files` to the running program (True), or get the lock that makes this the first (the lock).

    False where there is a running program that does not answer in time.
    """
    lock = QLockFile(str(folder / "instance.lock"))
    # Never too old, but free as soon as the program that took it is gone.
    lock.setStaleLockTime(0)
    end = time.monotonic() + PATIENCE
    while True:
        if lock.tryLock(0):
            return lock
        left = end - time.monotonic()
        if left <= 0:
            return False
        # The first may have the lock and not listen yet.
        if hand_over(folder, files, left):
            return True
        time.sleep(PAUSE)


def hand_over(folder: Path, files: Sequence[Path], patience: float = PATIENCE) -> bool:
    """Whether a running program took `files`, within `patience` seconds."""
    message = json.dumps([str(file.absolute()) for file in files]).encode()

    def knock() -> bool:
        with Client(_address(folder)) as connection:
            connection.send_bytes(message)
            return connection.poll(patience) and connection.recv_bytes(LONGEST) == DONE

    return _within(patience, knock, False)


def _address(folder: Path) -> str:
    return rf"\\.\pipe\ponder-{getpass.getuser()}" if os.name == "nt" else str(folder / "instance")


def _within(seconds: float, work: Callable[[], T], otherwise: T) -> T:
    """What `work` returns, or `otherwise` if it fails or takes longer; it is then left behind."""
    result = [otherwise]

    def try_it() -> None:
        with suppress(OSError, EOFError, ValueError):
            result[0] = work()

    thread = threading.Thread(target=try_it, name="knock", daemon=True)
    thread.start()
    thread.join(seconds)
    return result[0]


class _Socket:
    """A `Listener` that leaves the name alone when it is closed: by then it may be another program's."""

    def __init__(self, address: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        try:
            self._socket.bind(address)
            self._socket.listen(MOST_CALLERS)
        except OSError:
            self._socket.close()
            raise

    def accept(self) -> "Connection[bytes, bytes]":
        return Connection(self._socket.accept()[0].detach())

    def close(self) -> None:
        # Closing alone would leave whoever waits in `accept` waiting.
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


class Instance(QObject):
    """Listens in threads of its own, which only pass on what they hear."""

    asked = Signal(list)
    """The files to open, as strings; none where the window is merely wanted."""
    _heard = Signal(list, object)

    def __init__(self, folder: Path, lock: QLockFile, parent: QObject | None = None) -> None:
        """With the lock that `join_or_lead` gave; raises `OSError`."""
        super().__init__(parent)
        self._address = _address(folder)
        self._lock = lock
        self._closing = threading.Event()
        self._callers = threading.BoundedSemaphore(MOST_CALLERS)
        self._heard.connect(self._pass_on)
        if os.name != "nt":
            # A program that was killed left it: whoever holds the lock is the only one that listens.
            Path(self._address).unlink(missing_ok=True)
        try:
            self._door: Listener | _Socket = Listener(self._address) if os.name == "nt" else _Socket(self._address)
        except OSError:
            lock.unlock()
            raise
        threading.Thread(target=self._listen, name="instance", daemon=True).start()

    @Slot()
    def close(self) -> None:
        """Let the next start be a program of its own; waits for nothing."""
        if self._closing.is_set():
            return
        self._closing.set()
        # The socket first: once the lock is free, what lies there may be another program's.
        threading.Thread(target=self._door.close, name="instance-end", daemon=True).start()
        if os.name != "nt":
            Path(self._address).unlink(missing_ok=True)
        self._lock.unlock()

    def _listen(self) -> None:
        while not self._closing.is_set():
            try:
                connection = self._door.accept()
            except OSError:
                return
            if self._closing.is_set() or not self._callers.acquire(blocking=False):
                connection.close()
                continue
            # Each in a thread of its own: one that stops half way through its message holds up nobody else.
            threading.Thread(target=self._hear, args=(connection,), name="caller", daemon=True).start()

    def _hear(self, connection: "Connection[bytes, bytes]") -> None:
        # Bytes and JSON, never `recv`: that would run whatever a pickle says.
        with connection, suppress(OSError, EOFError, ValueError, RecursionError, RuntimeError):
            try:
                if connection.poll(PATIENCE):
                    files = json.loads(connection.recv_bytes(LONGEST))
                    if isinstance(files, list) and all(isinstance(file, str) for file in files):
                        passed_on = threading.Event()
                        self._heard.emit(files, passed_on)
                        # Said only once the window has it: one that hangs or closes must not swallow the files.
                        if passed_on.wait(PATIENCE):
                            connection.send_bytes(DONE)
            finally:
                self._callers.release()

    @Slot(list, object)
    def _pass_on(self, files: list[str], passed_on: threading.Event) -> None:
        if not self._closing.is_set():
            self.asked.emit(files)
            passed_on.set()


class Application(QApplication):
    """Hears also of the files that macOS hands to a program; for no other system (see `app.__main__`)."""

    fileAsked = Signal(str)  # noqa: N815

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.fileAsked.emit(event.file())
            return True
        return super().event(event)
