"""How many networks fitted to ARC tasks are kept, and a button that deletes them."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.runtime.background import Background
from app.window.allowing import allow
from app.words import why_not as why
from app.words.numbers import number
from app.words.plain import PlainLabel
from app.words.playback import plural
from solver.caches import adapted_folder, clear, measure


class CacheRow(QWidget):
    """Deletes at once, and not only when the preferences are accepted."""

    def __init__(self, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self._background = background
        self.words = PlainLabel(self)
        self.words.setObjectName("muted")
        self.button = QPushButton(self.tr("&Clear"), self)
        allow(self.button, False, why.nothing_kept())
        self.button.setAccessibleName(self.tr("Clear the fitted ARC tasks"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._clear)
        self._jobs = [background.run(lambda _: measure(adapted_folder()), self._show, self._fail)]

    def stop(self) -> None:
        """Show no more of what is under way."""
        for job in self._jobs:
            job.cancel()

    @Slot()
    def _clear(self) -> None:
        allow(self.button, False, why.nothing_kept())
        self._jobs.append(self._background.run(lambda _: _delete(), self._show, self._fail))

    def _show(self, measured: tuple[int, int]) -> None:
        count, size = measured
        words = plural(self.tr("%n task(s) kept", "", count), count)
        self.words.setText(f"{words}, {number(size / 1e6, 1)} MB" if count else words)
        allow(self.button, count > 0, why.nothing_kept())

    def _fail(self, sentence: str, _: str) -> None:
        self.words.setText(sentence)


def _delete() -> tuple[int, int]:
    clear(adapted_folder())
    return measure(adapted_folder())
