"""The fan: one line for each start or view, how far its working memory moved against the refinement."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.boards.painting import board_font
from app.window.theme import Palette
from app.words.fan import ending_word
from app.words.numbers import significant
from solver.trace.fan import Ending

FARTHEST = -6.0
"""Smaller movements, as decades, are drawn here: nothing at all has no logarithm."""
AROUND, LEAST_SPAN = 0.08, 0.8
"""Decades left free above and below the lines, and shown at least."""
APART = 1.2
"""Heights of the text between two numbers one above the other."""
MARKS = (1, 2, 5)
"""Of each decade."""
LOOKS: dict[Ending, tuple[str, Qt.PenStyle]] = {
    "verified": ("verified", Qt.PenStyle.SolidLine),
    "settled": ("violation", Qt.PenStyle.DashLine),
    "moving": ("muted", Qt.PenStyle.DotLine),
}
"""The colour and the line of each ending: either tells them apart."""
LOW = 9.0
"""Heights of the text; a lower chart leaves the name of its axis to its curves."""
NEAR = 12.0
"""Pixels from a line at which it is still meant."""


@dataclass(frozen=True)
class Drawn:
    """One line's data."""

    moves: Sequence[float]
    """How far the working memory moved in each refinement."""
    ending: Ending


@dataclass(frozen=True)
class Chart:
    """Where everything is."""

    plot: QRectF
    steps: int
    low: float
    high: float
    text: float
    named: bool = True
    """Whether there is room for what the axis means."""

    def point(self, step: int, change: float) -> QPointF:
        """Where a movement after `step` refinements lies."""
        share = (_decade(change, self.low) - self.low) / (self.high - self.low)
        x = self.plot.left() + self.plot.width() * (step - 1) / max(self.steps - 1, 1)
        return QPointF(x, self.plot.bottom() - self.plot.height() * share)

    def points(self, line: Drawn) -> list[QPointF]:
        """Of one line."""
        return [self.point(number, move) for number, move in enumerate(line.moves, start=1)]

    def line_at(self, lines: Sequence[Drawn], at: QPointF) -> int | None:
        """The index of the line that is meant by a click at `at`."""
        nearest = [(_distance(self.points(line), at), index) for index, line in enumerate(lines) if line.moves]
        if not nearest:
            return None
        distance, index = min(nearest)
        return index if distance <= NEAR else None


def _decade(change: float, low: float) -> float:
    return max(math.log10(change), low) if change > 0 else low


def _distance(points: list[QPointF], at: QPointF) -> float:
    if len(points) == 1:
        return math.hypot((points[0] - at).x(), (points[0] - at).y())
    return min(_to_segment(one, other, at) for one, other in pairwise(points))


def _to_segment(one: QPointF, other: QPointF, at: QPointF) -> float:
    way, there = other - one, at - one
    length = way.x() ** 2 + way.y() ** 2
    share = min(max(QPointF.dotProduct(way, there) / length, 0.0), 1.0) if length else 0.0
    off = there - way * share
    return math.hypot(off.x(), off.y())


def lay_out(area: QRectF, lines: Sequence[Drawn], text: float) -> Chart:
    """The chart of `lines` in `area`, with room for its words."""
    decades = [math.log10(move) for line in lines for move in line.moves if move > 0]
    low, high = max(min(decades, default=-1.0), FARTHEST) - AROUND, max(decades, default=0.0) + AROUND
    middle = (low + high) / 2
    low, high = min(low, middle - LEAST_SPAN / 2), max(high, middle + LEAST_SPAN / 2)
    steps = max([len(line.moves) for line in lines], default=0)
    left = QFontMetricsF(board_font(text)).horizontalAdvance("0.0001") + text
    named = area.height() >= LOW * text
    plot = area.adjusted(left, text * 0.8, -text, -text * (2.6 if named else 1.4))
    return Chart(plot, max(steps, 8), low, high, text, named)


def changes_named(chart: Chart) -> list[float]:
    """The changes that have a number on the axis: powers of ten before others, and none on top of another."""
    floor = math.floor(chart.low)
    values = [mark * 10.0**decade for mark in MARKS for decade in range(floor, math.ceil(chart.high) + 1)]
    if chart.high - chart.low > len(MARKS):
        values = values[: len(values) // len(MARKS)]
    named: list[float] = []
    for value in values:
        y = chart.point(1, value).y()
        apart = all(abs(y - chart.point(1, other).y()) >= APART * chart.text for other in named)
        if apart and chart.low <= math.log10(value) <= chart.high:
            named.append(value)
    return named


def paint_fan(
    painter: QPainter, chart: Chart, lines: Sequence[Drawn], palette: Palette, chosen: int | None = None
) -> None:
    """Axes, lines, and a mark at each line's end: a tick, a cross or an open ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_axes(painter, chart, palette)
    # The wanted one on top, and before it those that found the answer.
    order = sorted(range(len(lines)), key=lambda i: (i == chosen, lines[i].ending == "verified"))
    for index in order:
        _paint_line(painter, chart, lines[index], palette, chosen=index == chosen)
    painter.restore()


def _paint_axes(painter: QPainter, chart: Chart, palette: Palette) -> None:
    painter.setFont(board_font(chart.text))
    plot, text = chart.plot, chart.text
    for value in changes_named(chart):
        y = chart.point(1, value).y()
        painter.setPen(QPen(palette.color("plot_grid"), 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(palette.color("muted"))
        area = QRectF(plot.left() - 10 * text, y - text, 10 * text - text * 0.5, 2 * text)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, significant(value, 6))
    every = max(1, math.ceil(chart.steps * text * 2.4 / max(plot.width(), 1)))
    for step in range(1, chart.steps + 1, every):
        x = chart.point(step, 1.0).x()
        area = QRectF(x - 3 * text, plot.bottom() + text * 0.1, 6 * text, text * 1.3)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(step))
    if not chart.named:
        return
    words = QCoreApplication.translate("fan", "Memory change ‖Δz‖/‖z‖ after each refinement")
    area = QRectF(plot.left(), plot.bottom() + text * 1.3, plot.width(), text * 1.3)
    wide = QFontMetricsF(board_font(text)).horizontalAdvance(words)
    painter.setFont(board_font(text * min(1.0, plot.width() / max(wide, 1.0))))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)


def _paint_line(painter: QPainter, chart: Chart, line: Drawn, palette: Palette, *, chosen: bool) -> None:
    points = chart.points(line)
    if not points:
        return
    role, style = LOOKS[line.ending]
    color = palette.color("accent" if chosen else role)
    width = chart.text * (0.24 if chosen else 0.13)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(points)
    paint_end(painter, points[-1], chart.text, line.ending, palette)


def paint_end(painter: QPainter, at: QPointF, text: float, ending: Ending, palette: Palette) -> None:
    """The mark of an ending."""
    color = palette.color(LOOKS[ending][0])
    reach = text * 0.36
    painter.setPen(QPen(color, text * 0.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    if ending == "verified":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(at, reach * 1.3, reach * 1.3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.color("surface"), text * 0.15, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(
            [
                at + QPointF(-reach * 0.6, 0),
                at + QPointF(-reach * 0.1, reach * 0.5),
                at + QPointF(reach * 0.7, -reach / 2),
            ]
        )
    elif ending == "settled":
        for slope in (reach, -reach):
            painter.drawLine(at - QPointF(reach, slope), at + QPointF(reach, slope))
    else:
        painter.setBrush(palette.color("surface"))
        painter.drawEllipse(at, reach, reach)


def paint_key(painter: QPainter, area: QRectF, text: float, palette: Palette) -> None:
    """What each look means, in one row."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x, y = area.left(), area.center().y()
    metrics = QFontMetricsF(board_font(text))
    for ending, (role, style) in LOOKS.items():
        painter.setPen(QPen(palette.color(role), text * 0.15, style))
        painter.drawLine(QPointF(x, y), QPointF(x + 2.2 * text, y))
        paint_end(painter, QPointF(x + 2.2 * text, y), text, ending, palette)
        painter.setFont(board_font(text))
        painter.setPen(palette.color("text"))
        word = ending_word(ending)
        painter.drawText(QPointF(x + 3.1 * text, y + metrics.capHeight() / 2), word)
        x += 4.4 * text + metrics.horizontalAdvance(word)
    painter.restore()
