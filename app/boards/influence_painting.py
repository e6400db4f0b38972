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
LANE = 0.09
"""Of a cell's side, between arrows that follow the same line."""
BEND = 0.12
"""Of an arrow, as a share of its length, so that arrows along one row stay apart."""


def paint_influence(
    painter: QPainter, geometry: Geometry, found: Influence, palette: Palette, *, between_cells: bool = False
) -> None:
    """Paint over a board whose answer lies as `geometry` says; what the choice rests on are cells of the puzzle.

    `between_cells`: arrows follow the lines between cells, so that none of them crosses a digit.
    """
    given = geometry.given or geometry
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    losses = {each.cell: max(found.probability - each.probability, 0.0) for each in found.evidence}
    most = max(losses.values(), default=0.0)
    for cell, loss in losses.items():
        if most > 0 and loss > 0.01:
            opacity = FAINTEST + (STRONGEST - FAINTEST) * loss / most
            painter.fillRect(given.cell(*cell), palette.color("influence", opacity))
    for number, each in enumerate(named(found)):
        start, end = given.cell(*each.cell), geometry.cell(*found.cell)
        way = _along_lines(start, end, number, geometry) if between_cells else _bent(start, end)
        if way is not None:
            _paint_arrow(painter, way, geometry.side, palette, decisive=each.choice != found.choice)
    width = max(geometry.side * 0.07, 1.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color("influence"), width))
    inset = width / 2
    painter.drawRect(geometry.cell(*found.cell).adjusted(inset, inset, -inset, -inset))
    painter.restore()


def _bent(start: QRectF, end: QRectF) -> QPainterPath | None:
    """From the edge of one cell to the edge of another, bent a little."""
    one, other = start.center(), end.center()
    way = other - one
    length = math.hypot(way.x(), way.y())
    if length == 0:
        return None
    side = min(start.width(), end.width())
    along = way / length
    across = QPointF(-along.y(), along.x())
    first, last = one + along * side * 0.38, other - along * side * 0.52
    path = QPainterPath(first)
    path.quadTo((first + last) / 2 + across * length * BEND, last)
    return path


def _along_lines(start: QRectF, end: QRectF, number: int, geometry: Geometry) -> QPainterPath | None:
    """From one cell to the other along the lines between cells; each `number` in a lane of its own."""
    one, other, side = start.center(), end.center(), end.width()
    across, up = (round((a - b) / side) for a, b in ((other.x(), one.x()), (other.y(), one.y())))
    if not across and not up:
        return None
    if abs(across) + abs(up) == 1:
        # Side by side, there is just the gap between two digits.
        path = QPainterPath(one + (other - one) * 0.31)
        path.lineTo(one + (other - one) * 0.6)
        return path
    lane = side * LANE * (number - 1)
    # In its own row or column, an arrow goes beside the digits, on that side which the board has room on.
    right = _sign(across) or (-1 if other.x() + side > geometry.board.right() else 1) * -1
    down = _sign(up) or (1 if other.y() - side < geometry.board.top() else -1)
    y = one.y() + down * side / 2 + lane
    x = other.x() - right * side / 2 + lane
    tip = QPointF(other.x() - right * side * 0.36, other.y() - (_sign(up) or -down) * side * 0.36)
    if across:
        path = QPainterPath(one + QPointF(right * side * 0.3, down * side * 0.34))
        path.lineTo(one.x() + right * side * 0.42, y)
        path.lineTo(x, y)
    else:
        path = QPainterPath(one + QPointF(-right * side * 0.3, 0))
        path.lineTo(x, one.y() + down * side * 0.12)
    if abs(up) > 1:
        path.lineTo(x, tip.y() - down * side * 0.22)
    path.lineTo(tip)
    return path


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _paint_arrow(painter: QPainter, path: QPainterPath, side: float, palette: Palette, *, decisive: bool) -> None:
    """A line with a head at its end; dashed where the choice would stay."""
    width = max(side * 0.055, 1.5)
    color = palette.color("influence")
    # On a halo in the board's colour, since it may cross lines and walls.
    for pen_color, thick in ((palette.color("board", 0.8), width * 2.4), (color, width)):
        pen = QPen(pen_color, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        if not decisive and pen_color == color:
            pen.setDashPattern([2.0, 2.2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    last, angle = path.currentPosition(), math.radians(path.angleAtPercent(1.0))
    pointing = QPointF(math.cos(angle), -math.sin(angle))
    aside = QPointF(-pointing.y(), pointing.x())
    head = max(side * 0.22, 5.0)
    tip = last + pointing * head * 0.5
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    back = tip - pointing * head
    painter.drawPolygon(QPolygonF([tip, back + aside * head * 0.5, back - aside * head * 0.5]))
