"""Throttles redraws: however often something changes, it is redrawn once, and then not again for a while."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer


class Coalescing(QObject):
    """Calls `action` once, soon, after any number of requests; dies with `parent`.

    Soon is the next turn of the event loop, or, where `action` has just run, `rest_ms` after that: what takes long to
    draw must not keep the window from what a person does meanwhile.
    """

    def __init__(self, action: Callable[[], None], parent: QObject, rest_ms: int = 0) -> None:
        super().__init__(parent)
        self._action = action
        self._rest_ms = rest_ms
        self._since_last = QElapsedTimer()
        self.waiting = False

    def request(self) -> None:
        """Have `action` called soon."""
        if not self.waiting:
            self.waiting = True
            rested = self._since_last.elapsed() if self._since_last.isValid() else self._rest_ms
            QTimer.singleShot(max(0, self._rest_ms - rested), self, self._run)

    def _run(self) -> None:
        self.waiting = False
        self._action()
        self._since_last.start()
