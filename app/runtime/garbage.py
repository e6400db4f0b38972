"""Collecting garbage in the GUI thread alone.

Python collects in whichever thread happens to allocate, and so a worker could destroy what is left of a dialog, which
Qt allows in the dialog's own thread only.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


def collect_if_due() -> None:
    """Collect the oldest generation that is due by the thresholds, as Python itself would."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return


class GarbageCollector(QObject):
    """Python's own collector rests from `start` to `stop`; the thresholds stay those of Python."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_if_due)
        self._python_collected = gc.isenabled()

    def start(self) -> None:
        """Take over from Python."""
        self._python_collected = gc.isenabled()
        gc.disable()
        self._timer.start(EVERY_MS)

    def stop(self) -> None:
        """Give back to Python, if it was Python's."""
        self._timer.stop()
        if self._python_collected:
            gc.enable()
