"""Collecting garbage in the GUI thread alone, and giving free memory back to the system.

Python collects in whichever thread happens to allocate, and so a worker could destroy what is left of a dialog, which
Qt allows in the dialog's own thread only.
"""

import ctypes
import gc
import sys
import threading

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 1000
GIVE_BACK_EVERY = 15
"""Collections between two times that free memory is given back."""


def collect_if_due() -> None:
    """Collect the oldest generation that is due by the thresholds, as Python itself would."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return


def give_back_memory() -> None:
    """Hand free memory to the system; the GNU C library would keep most of what a solve took, and grow with each.

    It takes a few milliseconds, and does nothing where there is another C library.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


class GarbageCollector(QObject):
    """Python's own collector rests from `start` to `stop`; the thresholds stay those of Python."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._times = 0
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

    @Slot()
    def _collect(self) -> None:
        collect_if_due()
        self._times += 1
        if self._times % GIVE_BACK_EVERY == 0:
            # Beside the GUI, which need not wait for it.
            threading.Thread(target=give_back_memory, name="memory", daemon=True).start()
