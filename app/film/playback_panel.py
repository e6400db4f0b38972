"""The playback panel: the buttons, the timelines and where we are, one above the other or, where it is low, beside."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.film.fit_timeline import FitTimeline
from app.film.timeline import Timeline
from app.film.transport import Transport

Direction = QBoxLayout.Direction
MARGINS = (8, 2, 8, 8)
LOW_MARGINS = (8, 2, 8, 2)
BETWEEN = 6
LINES = 5
"""Under the buttons that there has to be room for, or what is said there is shortened to one."""
WIDE = 1.8
"""Widths of the buttons; only a wider panel has room for a timeline beside them."""


class _Panel(QWidget):
    """Asks for no more height than it can do with, or a scroll bar would come before the timeline becomes low."""

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return super().heightForWidth(width) if layout is None else layout.totalMinimumHeightForWidth(width)


class PlaybackPanel(QScrollArea):
    """Scrolls only where there is less room than even one line of buttons beside a timeline needs."""

    def __init__(
        self, transport: Transport, fit_timeline: FitTimeline, timeline: Timeline, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._transport = transport
        self._timelines = (fit_timeline, timeline)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        panel = _Panel(self)
        self._column = QVBoxLayout(panel)
        self._column.setContentsMargins(*MARGINS)
        self._column.setSpacing(BETWEEN)
        self._column.addWidget(transport, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._lines = QBoxLayout(Direction.TopToBottom)
        self._lines.setSpacing(BETWEEN)
        self._lines.addWidget(fit_timeline)
        self._lines.addWidget(timeline)
        self._right = QVBoxLayout()
        self._right.setSpacing(BETWEEN)
        self._right.addLayout(self._lines)
        # On a line of its own: beside the buttons it would be cut off in a narrow panel.
        self._right.addWidget(transport.where)
        self._right.addStretch(1)
        self._column.addLayout(self._right, 1)
        self.setWidget(panel)

    @property
    def beside(self) -> bool:
        """Whether the timeline stands beside the buttons."""
        return self._column.direction() == Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        # As Qt counts it for the present direction, the height would go back and forth.
        stacked = self._transport.sizeHint().height() + BETWEEN + self._lines_height()
        low = self.height() < stacked + MARGINS[1] + MARGINS[3]
        beside = low and self.width() > WIDE * self._transport.sizeHint().width()
        line = self._transport.where.fontMetrics().height()
        self._transport.where.setWordWrap(not low or self.height() > self._transport.row.height() + LINES * line)
        if beside != self.beside:
            self._column.setDirection(Direction.LeftToRight if beside else Direction.TopToBottom)
            self._column.setContentsMargins(*(LOW_MARGINS if beside else MARGINS))
            where, buttons = self._transport.where, self._transport.layout()
            assert isinstance(buttons, QVBoxLayout)
            buttons.addWidget(where) if beside else self._right.insertWidget(1, where)
            # Both timelines side by side need no more height than one.
            self._lines.setDirection(Direction.LeftToRight if beside else Direction.TopToBottom)

    def _lines_height(self) -> int:
        shown = [line.minimumSizeHint().height() for line in self._timelines if not line.isHidden()]
        return sum(shown) + BETWEEN * len(shown) + self._transport.where.fontMetrics().height()
