"""Notices when another program changes the open document's file."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from app.documents.disk import Stamp, stamp_of
from app.documents.document import Document
from app.runtime.background import Job
from app.runtime.detached import Detached

SETTLE_MS = 400
"""After the last sign of a change: programs write a file in several goes."""


class FileWatch(QObject):
    """Follows the document to each file that it is opened from or saved to."""

    changed = Signal(object)
    """The file's path; its content is neither what was read nor what was last reported."""

    def __init__(self, document: Document, detached: Detached, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._detached = detached
        self._watcher: QFileSystemWatcher | None = None
        self._followed: Path | None = None
        self._told: Stamp | None = None
        self._job: Job | None = None
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._look)
        document.fileChanged.connect(self._follow)

    def close(self) -> None:
        """Look no more."""
        self._settle.stop()
        if self._job is not None:
            self._job.cancel()
        self._document.fileChanged.disconnect(self._follow)
        if self._watcher is not None:
            # It lives on until the event loop has run, and would tell of the last save.
            self._watcher.blockSignals(True)
            self._watcher.deleteLater()
            self._watcher = None

    @Slot()
    def _follow(self) -> None:
        path = self._document.path
        wanted = [] if path is None else [str(path), str(path.parent)]
        if self._watcher is None:
            if not wanted:
                return
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self._wait)
            self._watcher.directoryChanged.connect(self._wait)
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - set(wanted):
            self._watcher.removePaths(sorted(gone))
            self._told = None
        # A file that was replaced is watched no longer: what is watched is not the name.
        if missing := [each for each in wanted if each not in watched]:
            self._watcher.addPaths(missing)
        if path != self._followed:
            self._followed = path
            if path is not None:
                # It may have been changed while another puzzle was shown.
                self._settle.start()

    @Slot()
    def _wait(self) -> None:
        self._settle.start()

    @Slot()
    def _look(self) -> None:
        path, known = self._document.path, self._document.sheet.stamp
        if path is None or known is None:
            return
        if self._job is not None:
            self._job.cancel()

        def compare(found: Stamp | None) -> None:
            self._follow()
            if found is None or path != self._document.path or found in (self._document.sheet.stamp, self._told):
                return
            self._told = found
            self.changed.emit(path)

        self._job = self._detached.run(lambda _: stamp_of(path, known), compare, lambda *_: None)
