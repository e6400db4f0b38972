"""Hears of the system's wish that the program ends: a signal, or the end of the desktop's session."""

import signal
import socket
import sys
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot
from PySide6.QtGui import QGuiApplication, QSessionManager

SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")


class ToldToEnd(QObject):
    """While it lives, the signals that end programs are told of here, in the thread of the window."""

    byTheSession = Signal()  # noqa: N815
    """The session is about to end, unless another program prevents it."""
    bySignal = Signal()  # noqa: N815
    """The program is to end now."""

    def __init__(self, app: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        app.commitDataRequest.connect(self._session_ends)
        if sys.platform == "win32":
            # There, a program is ended by closing its window.
            return
        # Python's own handler runs only between two steps of Python, and Qt's loop may rest for long.
        self._reading, self._writing = socket.socketpair()
        self._reading.setblocking(False)
        self._writing.setblocking(False)
        signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        for name in SIGNALS:
            signal.signal(getattr(signal, name), lambda *_: None)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._signalled)

    @Slot()
    def _signalled(self) -> None:
        with suppress(OSError):
            self._reading.recv(64)
        self.bySignal.emit()

    @Slot(QSessionManager)
    def _session_ends(self, _: QSessionManager) -> None:
        self.byTheSession.emit()
