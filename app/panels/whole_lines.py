"""A scroll area for text that never shows half a line, at the top or at the bottom."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

SIDE, TOP = 10, 6
"""Pixels that stay free beside and above the text."""


class WholeLines(QScrollArea):
    """Holds a label whose words wrap; scrolls by whole lines where there is too little room for all of them."""

    overflowed = Signal()
    """There is too little room for all of the text."""

    def __init__(self, label: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(label)
        self.verticalScrollBar().valueChanged.connect(self._snap)
        self._fit()

    @property
    def needed(self) -> int:
        """The height in pixels at which all of the text is shown, in the present width without a scroll bar."""
        return self._label.heightForWidth(self.width() - 2 * SIDE) + TOP

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 2 * self._line() + TOP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        # The text has changed.
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _line(self) -> int:
        return max(self._label.fontMetrics().lineSpacing(), 1)

    def _fit(self) -> None:
        fits = self.height() >= self.needed
        # Left to Qt, the bar stays when there is room enough again, for beside it the text is longer.
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        self.setVerticalScrollBarPolicy(policy)
        left_over = 0 if fits else max(self.height() - TOP, 0) % self._line()
        self.setViewportMargins(SIDE, TOP, SIDE, left_over)
        self.verticalScrollBar().setSingleStep(self._line())
        if not fits:
            self.overflowed.emit()

    @Slot(int)
    def _snap(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if value < bar.maximum():
            bar.setValue(value - value % self._line())
