"""Letting go of the latents of recordings that only undo could bring back; the recordings themselves all stay."""

import weakref

from PySide6.QtCore import QObject, Slot

from app.documents.document import Document
from solver.trace import Trace

MOST_LATENTS = 24 << 20
"""Bytes of the last (y, z) of all recordings, unless those of open puzzles take more, which all stay. These are most of
what a recording takes, and serve only to go on from where it ended."""


class LatentsKept(QObject):
    """Remembers the document's recordings as long as something else keeps them, ordered by when they were last open."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self._recordings: weakref.WeakKeyDictionary[Trace, None] = weakref.WeakKeyDictionary()
        document.entriesChanged.connect(self._limit)
        document.traceChanged.connect(self._limit)
        self._limit()

    @Slot()
    def _limit(self) -> None:
        is_open = dict.fromkeys(trace for entry in self._document.entries for trace in entry.traces)
        for trace in is_open:
            # To the end.
            self._recordings.pop(trace, None)
            self._recordings[trace] = None
        left = MOST_LATENTS
        for trace in reversed(list(self._recordings)):
            if trace.state is None:
                continue
            left -= trace.state.y.nbytes + trace.state.z.nbytes
            if left < 0 and trace not in is_open:
                trace.state = None
