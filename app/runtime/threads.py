"""The threads beside the GUI's and the solver's, and how they end: always, and in time."""

import time

from PySide6.QtCore import QObject

from app.runtime.background import Background
from app.runtime.detached import Detached

PATIENCE = 1.5
"""Seconds that closing waits for work that was told to end."""
LONGEST_SAVE = 60.0
"""Seconds that closing waits for a file that is being written, which is invisible by then."""


class Threads(QObject):
    """Work that returns, files that are written and files that are read never wait for one another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # No thread may ask for classes of Qt's while the GUI thread makes them.
        self.background = Background(self, started=False)
        self.saving = Background(self, started=False)
        self.reader = Detached(self, started=False)

    def start(self) -> None:
        """Begin with what was asked for so far."""
        for each in (self.background, self.saving, self.reader):
            each.start()

    @property
    def busy(self) -> bool:
        """Whether anything is under way or waiting."""
        return self.background.busy or self.saving.busy or self.reader.busy

    def ask_to_end(self) -> None:
        """Cancel what can be; do not wait."""
        self.reader.close()
        for each in (self.saving, self.background):
            each.ask_to_end()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for all to end, for files that are written up to `LONGEST_SAVE`; tell whether all have."""
        deadline = None if seconds is None else time.monotonic() + seconds
        ended = True
        for each in (self.saving, self.background):
            left = None if deadline is None else max(deadline - time.monotonic(), 0.0)
            ended &= each.wait(LONGEST_SAVE if each.must_finish and left is not None else left)
        return ended and not (deadline is not None and self.reader.hangs)
