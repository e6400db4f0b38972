"""One running program: a second start hands its files to the first. Needs no QtNetwork, which would cost megabytes."""

import getpass
import json
import os
import threading
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path

import platformdirs
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

LONGEST = 1 << 16
"""Bytes of one message."""
PATIENCE = 2.0
"""Seconds that the running program gives whoever knocks, and its own thread."""
LONGEST_START = 10.0
"""Seconds that a second start waits for an answer: while the first imports torch, none of its threads gets a turn."""
DONE = b"opened"


def default_address() -> str:
    """Where this user's program listens; only the user can reach it."""
    if os.name == "nt":
        return rf"\\.\pipe\ponder-{getpass.getuser()}"
    folder = platformdirs.user_runtime_path("Ponder", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return str(folder / "instance")


def hand_over(address: str, files: Sequence[Path]) -> bool:
    """Whether a running program was there to take `files`."""
    # Nobody listens there, or one that hangs: then this program opens them itself.
    with suppress(OSError, EOFError), Client(address) as connection:
        connection.send_bytes(json.dumps([str(file.absolute()) for file in files]).encode())
        return connection.poll(LONGEST_START) and connection.recv_bytes(LONGEST) == DONE
    return False


class Instance(QObject):
    """Listens in a thread of its own, which only passes on what it hears."""

    asked = Signal(list)
    """The files to open, as strings; none where the window is merely wanted."""

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._closing = threading.Event()
        if os.name != "nt":
            # What a program that was killed left there: `hand_over` has just found that nobody listens.
            Path(address).unlink(missing_ok=True)
        self._listener = Listener(address)
        self._thread = threading.Thread(target=self._listen, name="instance", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Let the next start be a program of its own."""
        self._closing.set()
        # Wakes the thread, which nothing else does.
        with suppress(OSError, EOFError):
            Client(self._address).close()
        # In vain if another program has taken the address over; it must not keep this one from ending.
        self._thread.join(PATIENCE)
        self._listener.close()

    def _listen(self) -> None:
        while not self._closing.is_set():
            try:
                connection = self._listener.accept()
            except OSError:
                return
            if not self._closing.is_set():
                self._hear(connection)
            connection.close()

    def _hear(self, connection: "Connection[bytes, bytes]") -> None:
        # Bytes and JSON, never `recv`: that would run whatever a pickle says.
        with suppress(OSError, EOFError, ValueError, RecursionError):
            if connection.poll(PATIENCE):
                files = json.loads(connection.recv_bytes(LONGEST))
                if isinstance(files, list) and all(isinstance(file, str) for file in files):
                    self.asked.emit(files)
                    connection.send_bytes(DONE)


class Application(QApplication):
    """Hears also of the files that macOS hands to a program; for no other system (see `app.__main__`)."""

    fileAsked = Signal(str)  # noqa: N815

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.fileAsked.emit(event.file())
            return True
        return super().event(event)
