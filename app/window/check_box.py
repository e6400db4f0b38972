"""A check box that is seen in every theme and grows with the text, which Fusion's own does not."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox

from app.window.theme import current_palette

BETWEEN = 7
"""Pixels between the box and its words."""
AROUND = 3
"""Pixels above and below, for the frame of the focus."""


class CheckBox(QCheckBox):
    """Knows two states."""

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(self._side() + BETWEEN + words.width() + 2 * AROUND, words.height() + 2 * AROUND)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, at: QPoint) -> bool:
        return QRectF(self.rect()).contains(QPointF(at)) and at.x() <= self.sizeHint().width()

    def _side(self) -> int:
        return round(self.fontMetrics().height() * 0.9)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, side = current_palette(), self._side()
        box = QRectF(AROUND + 0.5, (self.height() - side) // 2 + 0.5, side - 1, side - 1)
        edge = palette.color("muted", 1.0 if self.isEnabled() else 0.5)
        filled = self.isChecked() and self.isEnabled()
        painter.setPen(QPen(palette.color("accent") if filled else edge, 1.2))
        painter.setBrush(palette.color("accent" if filled else "hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(box, 3, 3)
        if self.isChecked():
            ink = palette.color("on_accent") if filled else edge
            painter.setPen(QPen(ink, side / 8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            tick = ((0.24, 0.54), (0.43, 0.72), (0.77, 0.3))
            painter.drawPolyline([box.topLeft() + QPointF(x * side, y * side) for x, y in tick])
        if self.hasFocus():
            painter.setPen(QPen(palette.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), 4, 4)
        words = self.rect().adjusted(AROUND + side + BETWEEN, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        self.style().drawItemText(
            painter, words, int(flags), self.palette(), self.isEnabled(), self.text(), QPalette.ColorRole.WindowText
        )
