"""How the timeline's marks look: the puzzle's square, a refinement's bar with its tick, and the playhead."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.window.theme import Palette, mix
from solver.trace import Refinement

TICK = 2.2
"""Pixels of the tick's line."""


def paint_puzzle(painter: QPainter, palette: Palette, lane: QRectF, x: float, mark_width: float, *, here: bool) -> None:
    """A square at `x` for the puzzle itself; `here`: under the playhead."""
    side = min(mark_width, 12.0)
    square = QRectF(x - side / 2, lane.bottom() - side - 1, side, side)
    painter.setPen(QPen(palette.color("accent" if here else "muted"), 1.5))
    painter.setBrush(palette.color("surface"))
    painter.drawRect(square)


def paint_mark(
    painter: QPainter, shades: tuple[QColor, QColor, QColor], box: QRectF, refinement: Refinement, *, hovered: bool
) -> None:
    """A bar in `box`, as high as the mean confidence; `shades` are for unsure, sure and verified answers."""
    share = refinement.mean_confidence
    height = max(box.height() * share, 2.0)
    bar = QRectF(box.left(), box.bottom() - height, box.width(), height)
    unsure, sure, verified = shades
    color = verified if refinement.accepted else mix(unsure, sure, 0.25 + 0.75 * share)
    if hovered:
        color = color.lighter(115)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    if bar.width() >= 6:
        painter.drawRoundedRect(bar, 2, 2)
    else:
        painter.drawRect(bar)
    if refinement.accepted:
        _paint_tick(painter, verified, QPointF(box.center().x(), bar.top() - 7))


def paint_playhead(
    painter: QPainter, palette: Palette, lane: QRectF, x: float, at: Refinement | None = None, *, focused: bool
) -> None:
    """A line at `x` with a handle at its top; the tick of the refinement `at` that place stays in sight."""
    color = palette.color("accent" if focused else "plot_cursor")
    painter.setPen(QPen(color, 1.5))
    painter.drawLine(QPointF(x, 6), QPointF(x, lane.bottom()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([QPointF(x - 6, 1), QPointF(x + 6, 1), QPointF(x, 9)]))
    if at is not None and at.accepted:
        top = lane.bottom() - max(lane.height() * at.mean_confidence, 2.0)
        for name, width in (("window", 7.0), ("verified", TICK)):
            _paint_tick(painter, palette.color(name), QPointF(x, top - 7), width)


def _paint_tick(painter: QPainter, color: QColor, at: QPointF, width: float = TICK) -> None:
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([at + QPointF(-5, 0), at + QPointF(-1.5, 3.5), at + QPointF(5, -4)])
