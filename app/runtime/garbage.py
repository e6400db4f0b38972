"""Collecting garbage in the GUI thread alone, and giving free memory back to the system.

Python collects in whichever thread happens to allocate, and so a worker could destroy what is left of a dialog, which
Qt allows in the dialog's own thread only.
"""

import ctypes
import gc
import os
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 1000
LONGEST_START = 60
"""Collections that are left out while the libraries are loaded; then they begin, even if loading failed."""
MOST_GROWTH = 32 << 20
"""Bytes by which the process grows before free memory is given back."""


def collect_if_due() -> None:
    """Collect the oldest generation that is due by the thresholds, as Python itself would."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return


def resident() -> int:
    """Bytes of memory that the process takes; 0 where the system is not Linux."""
    try:
        pages = Path("/proc/self/statm").read_bytes().split()[1]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def give_back_memory() -> None:
    """Hand free memory to the system; the GNU C library would keep most of what a solve took, and grow with each.

    It takes 10 to 60 milliseconds, and does nothing where there is another C library.
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
        self._left_out = 0
        self._lowest = 0
        """Bytes that the process took after free memory was last given back, or less if it has shrunk since."""
        self._python_collected = gc.isenabled()

    def start(self) -> None:
        """Take over from Python; collections begin with `keep_loaded`."""
        self._python_collected = gc.isenabled()
        gc.disable()
        self._left_out = 0
        self._timer.start(EVERY_MS)

    @Slot()
    def keep_loaded(self) -> None:
        """Never look at what is there now: the libraries stay, and going through all of theirs takes half a second."""
        gc.freeze()
        self._left_out = LONGEST_START

    def stop(self) -> None:
        """Give back to Python, if it was Python's."""
        self._timer.stop()
        gc.unfreeze()
        if self._python_collected:
            gc.enable()

    @Slot()
    def _collect(self) -> None:
        if self._left_out < LONGEST_START:
            self._left_out += 1
            return
        collect_if_due()
        now = resident()
        self._lowest = min(self._lowest, now)
        if now - self._lowest > MOST_GROWTH:
            # From now on, until the thread knows how much is left: it is started once.
            self._lowest = now
            # Beside the GUI, which need not wait for it.
            threading.Thread(target=self._give_back, name="memory", daemon=True).start()

    def _give_back(self) -> None:
        give_back_memory()
        self._lowest = resident()
