"""Many requests, one call: however often something changes in one turn of the event loop, it is redrawn once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Coalescing(QObject):
    """Calls `action` once in the next turn of the event loop after any number of requests; dies with `parent`."""

    def __init__(self, action: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._action = action
        self._waiting = False

    def request(self) -> None:
        """Have `action` called soon."""
        if not self._waiting:
            self._waiting = True
            QTimer.singleShot(0, self, self._run)

    def _run(self) -> None:
        self._waiting = False
        self._action()
