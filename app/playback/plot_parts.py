"""The parts of the confidence plot: what each curve shows and how it looks, its axes, and its legend."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.playback.player import Player
from app.theme import current_palette
from solver.trace import Refinement


@dataclass(frozen=True)
class Curve:
    """One curve; line style and marker tell it from the others as well as its colour does."""

    name: str
    role: str
    """The colour's name in the `Palette`."""
    line: Qt.PenStyle
    symbol: str
    value: Callable[[Refinement], float]
    right: bool = False
    """Drawn over the right axis, which is logarithmic."""


CURVES = (
    Curve("mean confidence", "plot_mean", Qt.PenStyle.SolidLine, "o", lambda r: r.mean_confidence),
    Curve("halting probability", "plot_halt", Qt.PenStyle.DashLine, "s", lambda r: r.halt_probability),
    Curve("latent change", "plot_change", Qt.PenStyle.DotLine, "t1", lambda r: r.latent_change, right=True),
)


def pen(role: str, width: float, line: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen in the colour of `role` as it is now, `width` pixels wide at any scale of the axes."""
    pen = QPen(current_palette().color(role), width, line)
    pen.setCosmetic(True)
    return pen


class PercentAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """0 to 1, written as percents."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [f"{value:.0%}".replace("%", " %") for value in values]


class DecadeAxis(pg.AxisItem):  # type: ignore[misc]
    """Powers of ten, for values that are drawn as their logarithms."""

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        first, last = int(-(-low // 1)), int(high // 1)
        return [(1.0, [float(decade) for decade in range(first, last + 1)])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [f"{10**value:g}" for value in values]


class StepAxis(pg.AxisItem):  # type: ignore[misc]
    """Positions of a film, written as the steps of their views."""

    def __init__(self, player: Player) -> None:
        super().__init__("bottom")
        self._player = player

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        every = next((n for n in (1, 2, 5, 10, 20, 50, 100) if size * n / max(high - low, 1) >= 26), 200)
        return [(every, [float(x) for x in range(0, int(high) + 1, every) if x >= low])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        film = self._player.film
        return [str(film[int(x) - 1].step if 1 <= x <= len(film) else int(x)) for x in values]


class ScrubBox(pg.ViewBox):  # type: ignore[misc]
    """A view whose mouse moves the playhead instead of the axes."""

    def __init__(self, go_to_x: Callable[[float], None]) -> None:
        super().__init__(enableMenu=False)
        self._go_to_x = go_to_x
        self.setMouseEnabled(False, False)

    def mouseClickEvent(self, event: Any) -> None:
        event.accept()
        self._go_to_x(self.mapToView(event.pos()).x())

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        event.accept()
        self._go_to_x(self.mapToView(event.pos()).x())

    def wheelEvent(self, event: Any, axis: int | None = None) -> None:
        event.ignore()


class LegendEntry(QWidget):
    """A sample of a curve's line, its name, and its value under the cursor."""

    def __init__(self, curve: Curve, name: str, short: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._curve = curve
        self._names = (name, short)
        self._name = name
        self._value = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_value(self, value: str) -> None:
        """Show another value; “” for none."""
        if value != self._value:
            self._value = value
            self.setAccessibleName(f"{self._names[0]} {value}")
            self.update()

    def abbreviate(self, short: bool) -> None:
        """Show the short name, where there is little room, or the full one."""
        self._name = self._names[short]
        self.updateGeometry()
        self.update()

    def width_of(self, *, short: bool) -> int:
        """How wide the entry would like to be."""
        metrics = self.fontMetrics()
        # Room for the widest value, so that the row does not dance while values change.
        return 44 + metrics.horizontalAdvance(self._names[short]) + metrics.horizontalAdvance(" 0.000")

    @property
    def text(self) -> str:
        """What the entry says."""
        return f"{self._name} {self._value}".strip()

    def sizeHint(self) -> QSize:
        short = self._name != self._names[0]
        return QSize(self.width_of(short=short), self.fontMetrics().height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = current_palette()
        middle = self.height() / 2
        painter.setPen(pen(self._curve.role, 2, self._curve.line))
        painter.drawLine(QPointF(0, middle), QPointF(28, middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(self._curve.role))
        self._paint_symbol(painter, QPointF(14, middle))
        metrics = self.fontMetrics()
        painter.setPen(palette.color("muted"))
        painter.drawText(QRectF(36, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self._name)
        painter.setPen(palette.color("text"))
        x = 36 + metrics.horizontalAdvance(self._name + " ")
        painter.drawText(QRectF(x, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self._value)

    def _paint_symbol(self, painter: QPainter, at: QPointF) -> None:
        if self._curve.symbol == "o":
            painter.drawEllipse(at, 3.5, 3.5)
        elif self._curve.symbol == "s":
            painter.drawRect(QRectF(at.x() - 3.5, at.y() - 3.5, 7, 7))
        else:
            corners = (QPointF(-4, 3.5), QPointF(4, 3.5), QPointF(0, -4))
            painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
