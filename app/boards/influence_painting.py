"""What a cell rests on, painted over any board: warm cells, and arrows from those that matter most to the cell."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from app.boards.geometry import Geometry
from app.window.theme import Palette
from app.words.influence import named
from solver.trace.influence import Influence

FAINTEST, STRONGEST = 0.08, 0.40
"""Opacity of the cells that were asked about, by how much the choice loses without them."""
BEND = 0.12
"""Of an arrow, as a share of its length, so that arrows along one row stay apart."""


def paint_influence(painter: QPainter, geometry: Geometry, found: Influence, palette: Palette) -> None:
    """Paint over a board whose answer lies as `geometry` says; what the choice rests on are cells of the puzzle."""
    given = geometry.given or geometry
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    losses = {each.cell: max(found.probability - each.probability, 0.0) for each in found.evidence}
    most = max(losses.values(), default=0.0)
    for cell, loss in losses.items():
        if most > 0 and loss > 0.01:
            opacity = FAINTEST + (STRONGEST - FAINTEST) * loss / most
            painter.fillRect(given.cell(*cell), palette.color("influence", opacity))
    for each in named(found):
        ends = given.cell(*each.cell), geometry.cell(*found.cell)
        _paint_arrow(painter, *ends, palette, decisive=each.choice != found.choice)
    width = max(geometry.side * 0.07, 1.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color("influence"), width))
    inset = width / 2
    painter.drawRect(geometry.cell(*found.cell).adjusted(inset, inset, -inset, -inset))
    painter.restore()


def _paint_arrow(painter: QPainter, start: QRectF, end: QRectF, palette: Palette, *, decisive: bool) -> None:
    """From the edge of one cell to the edge of another, bent a little; dashed where the choice would stay."""
    one, other = start.center(), end.center()
    way = other - one
    length = math.hypot(way.x(), way.y())
    if length == 0:
        return
    side = min(start.width(), end.width())
    along = way / length
    across = QPointF(-along.y(), along.x())
    first, last = one + along * side * 0.38, other - along * side * 0.52
    middle = (first + last) / 2 + across * length * BEND
    path = QPainterPath(first)
    path.quadTo(middle, last)
    width = max(side * 0.055, 1.5)
    color = palette.color("influence")
    # On a halo in the board's colour, since it may cross digits and walls.
    for pen_color, thick in ((palette.color("board", 0.8), width * 2.4), (color, width)):
        pen = QPen(pen_color, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        if not decisive and pen_color == color:
            pen.setDashPattern([2.0, 2.2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    pointing = last - middle
    pointing /= math.hypot(pointing.x(), pointing.y())
    aside = QPointF(-pointing.y(), pointing.x())
    head = max(side * 0.2, 5.0)
    tip = last + pointing * head * 0.5
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    back = tip - pointing * head
    painter.drawPolygon(QPolygonF([tip, back + aside * head * 0.5, back - aside * head * 0.5]))
