"""A progress bar that says how far it is in the longest words that it has room for."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QProgressBar, QWidget


class WordedBar(QProgressBar):
    """Shows one of several wordings, which go from the longest to the shortest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wordings: Sequence[str] = ("",)

    def set_wordings(self, *wordings: str) -> None:
        """What it says from now on."""
        self._wordings = wordings
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        metrics = self.fontMetrics()
        fitting = (words for words in self._wordings if metrics.horizontalAdvance(words) <= self.width())
        words = next(fitting, self._wordings[-1])
        if words != self.format():
            self.setFormat(words)
