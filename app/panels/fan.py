"""The panel of the fan: a chart whose lines lead to their films, a button that fills it, and what it comes to."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.panels.fan_drawing import Chart, Drawn, lay_out, paint_fan, paint_key
from app.solving.fan import STARTS, FanControl
from app.window.theme import current_palette
from app.words.elided import ElidedLabel
from app.words.fan import fan_words, line_words

WHOLE = 1000
"""Steps of the progress bar."""


class FanChart(QWidget):
    """The lines; the mouse points at one, or the arrow keys do."""

    chosen = Signal(int)
    """The index of a line that was clicked, or on which Enter was pressed."""
    pointed = Signal(int)
    """The index of the line that is pointed at; -1 for none."""

    def __init__(self, control: FanControl, parent: QWidget) -> None:
        super().__init__(parent)
        self._control = control
        self.pointed_at: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Starts and views as lines"))

    def sizeHint(self) -> QSize:
        return QSize(480, 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 90)

    def drawn(self) -> list[Drawn]:
        """The lines as they stand."""
        return [Drawn(line.moves, line.ending) for line in self._control.lines]

    def chart(self) -> Chart:
        """Where everything is now."""
        return lay_out(QRectF(self.rect()), self.drawn(), self._text)

    @property
    def _text(self) -> float:
        return QFontMetricsF(self.font()).height() * 0.72

    def point_at(self, index: int | None) -> None:
        """Point at another line, or at none."""
        if index != self.pointed_at:
            self.pointed_at = index
            self.pointed.emit(-1 if index is None else index)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = current_palette()
        paint_fan(painter, self.chart(), self.drawn(), palette, self.pointed_at)
        if self.hasFocus():
            painter.setPen(QPen(palette.color("accent"), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.point_at(self._at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index is not None:
            self.point_at(index)
            self.chosen.emit(index)

    def leaveEvent(self, event: QEvent) -> None:
        self.point_at(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self._control.lines)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}.get(
            Qt.Key(event.key()), 0
        )
        if step and count:
            self.point_at(0 if self.pointed_at is None else (self.pointed_at + step) % count)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.pointed_at is not None:
            self.chosen.emit(self.pointed_at)
        else:
            super().keyPressEvent(event)

    def _at(self, point: QPointF) -> int | None:
        return self.chart().line_at(self.drawn(), point)


class FanKey(QWidget):
    """What each colour and line means."""

    def sizeHint(self) -> QSize:
        return QSize(200, round(self.fontMetrics().height() * 1.3))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = QFontMetricsF(self.font()).height() * 0.72
        paint_key(painter, QRectF(self.rect()).adjusted(4, 0, 0, 0), text, current_palette())
        painter.end()


class FanPanel(QWidget):
    """Follows `control`."""

    def __init__(self, control: FanControl, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control = control
        self.chart = FanChart(control, self)
        self.ask = QPushButton(self.tr("&Try {count} Starts").format(count=STARTS), self)
        self.ask.setToolTip(self.tr("Start the puzzle from other random states; nothing of the recording changes"))
        self.stop = QPushButton(self.tr("Cancel"), self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, WHOLE)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.words = ElidedLabel(self)
        above = QHBoxLayout()
        above.addWidget(self.ask)
        above.addWidget(self.bar, 1)
        above.addWidget(self.stop)
        above.addWidget(self.words, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 2, 8, 4)
        column.setSpacing(2)
        column.addLayout(above)
        column.addWidget(FanKey(self))
        column.addWidget(self.chart, 1)
        self.ask.clicked.connect(control.ask)
        self.stop.clicked.connect(control.cancel)
        self.chart.chosen.connect(self._show_film)
        self.chart.pointed.connect(self._tell)
        control.changed.connect(self._show)
        self._show()

    @Slot(int)
    def _show_film(self, index: int) -> None:
        if 0 <= index < len(self._control.lines):
            self._control.show(self._control.lines[index])

    @Slot(int)
    def _tell(self, index: int) -> None:
        lines = self._control.lines
        if 0 <= index < len(lines):
            line = lines[index]
            words = line_words(line.name, len(line.moves), line.ending)
        else:
            words = fan_words([line.ending for line in lines], self._control.network)
            if lines and not self._control.asking:
                words += self.tr(". Click one to see its film.")
        self.words.setText(words)
        self.words.setToolTip(words)
        self.chart.setAccessibleDescription(words)

    @Slot()
    def _show(self) -> None:
        control = self._control
        if self.chart.pointed_at is not None and self.chart.pointed_at >= len(control.lines):
            self.chart.point_at(None)
        for widget in (self.bar, self.stop):
            widget.setVisible(control.asking)
        self.bar.setValue(round(control.share * WHOLE))
        self._tell(-1 if self.chart.pointed_at is None else self.chart.pointed_at)
        self.chart.update()
