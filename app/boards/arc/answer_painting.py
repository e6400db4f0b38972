"""How the model's canvas of an ARC task looks, in few calls however many cells it has."""

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from app.boards.cells import cells_where
from app.boards.geometry import Geometry
from app.boards.movement_painting import paint_note, paint_spots
from app.boards.painting import PaintOptions, board_font, paint_lines, stroke
from app.window.palettes import ARC_SAFE
from app.window.theme import Palette, mix
from solver.puzzles.arc.canvas import END, from_canvas, size
from solver.puzzles.arc.task import ArcGrid
from solver.puzzles.base import BoolGrid, IntGrid
from solver.puzzles.vocabulary import VOCABULARIES
from solver.trace import Refinement

FINE = 5.0
"""Below this side, in pixels, lines between cells would only blur."""
LEGIBLE = 11.0
"""From this side on, cells have room for digits and small marks."""
WAVY = 16.0
"""From this side on, there is room for waves."""
FEW = 60
"""Marks are drawn smoothly in at most this many cells, since that takes Qt long."""
FloatGrid = npt.NDArray[np.floating[Any]]
SMALLEST = 0.36
"""Side of a colour that the model gives no confidence at all, as a share of the cell's."""
RUNNER_UP = 0.1
"""The second most likely colour is shown from this probability on."""


def arc_colours(palette: Palette, options: PaintOptions) -> list[QColor]:
    """An ARC grid's colours 0 to 9."""
    return [QColor(colour) for colour in (ARC_SAFE if options.safe_colours else palette.arc)]


def ink_on(colour: QColor) -> QColor:
    """Black or white, whichever can be read on `colour`."""
    light = 0.299 * colour.redF() + 0.587 * colour.greenF() + 0.114 * colour.blueF()
    return QColor("#000000" if light > 0.5 else "#ffffff")


def between_cells(palette: Palette) -> QColor:
    """The lines of a grid: they have to show on black as on white."""
    return mix(QColor("#555555"), palette.color("line"), 0.3)


def paint_answer(
    painter: QPainter, geometry: Geometry, refinement: Refinement, palette: Palette, options: PaintOptions
) -> None:
    """The whole canvas: the surer a colour, the larger; hatched where the model says that the output ends."""
    colours = arc_colours(palette, options)
    painter.fillRect(geometry.board, palette.color("board"))
    if geometry.side >= FINE:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        paint_lines(painter, geometry, palette.color("line"))
        painter.restore()
    _paint_colours(painter, geometry, refinement, colours, palette)
    _paint_ends(painter, geometry, refinement.answer == END, palette)
    if options.digits and geometry.side >= LEGIBLE:
        paint_digits(painter, geometry, refinement.answer, colours)
    if options.pencil_marks and geometry.side >= LEGIBLE:
        _paint_runners_up(painter, geometry, refinement, colours, palette)
    if options.marks and geometry.side >= FINE:
        _paint_changed(painter, geometry, refinement.changed & (refinement.answer >= 0), palette)
        paint_wrong(painter, geometry, refinement.violations, palette)
    paint_spots(painter, geometry, refinement, options.overlay, palette)
    _paint_outline(painter, geometry, from_canvas(refinement.answer), palette)
    paint_note(painter, geometry, refinement, options.overlay, palette)


def paint_digits(painter: QPainter, geometry: Geometry, values: IntGrid, colours: list[QColor]) -> None:
    """The number of each colour in the middle of its cells, as far as there is one."""
    font = board_font(geometry.side * 0.5)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    for value in np.unique(values[values >= 0]).tolist():
        text = str(value)
        shift = QPointF(
            (geometry.side - metrics.horizontalAdvance(text)) / 2, (geometry.side + metrics.capHeight()) / 2
        )
        painter.setPen(ink_on(colours[value]))
        for at in cells_where(values == value):
            painter.drawText(geometry.cell(*at).topLeft() + shift, text)


def _paint_colours(
    painter: QPainter, geometry: Geometry, refinement: Refinement, colours: list[QColor], palette: Palette
) -> None:
    insets = geometry.side * (1 - SMALLEST) * (1 - np.clip(refinement.confidence, 0, 1)) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for value in np.unique(refinement.answer[refinement.answer >= 0]).tolist():
        squares = _squares(geometry, refinement.answer == value, insets)
        # Qt takes a hundred times as long for both at once.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours[value])
        painter.drawRects(squares)
        painter.setPen(QPen(between_cells(palette), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects(squares)
    painter.restore()


def _paint_ends(painter: QPainter, geometry: Geometry, ends: BoolGrid, palette: Palette) -> None:
    path = QPainterPath()
    for cell in _squares(geometry, ends, np.full(ends.shape, geometry.side * 0.3)):
        path.moveTo(cell.bottomLeft())
        path.lineTo(cell.topRight())
    painter.strokePath(path, QPen(palette.color("muted", 0.55), max(geometry.side * 0.03, 1.0)))


def _paint_runners_up(
    painter: QPainter, geometry: Geometry, refinement: Refinement, colours: list[QColor], palette: Palette
) -> None:
    """A small square of the second most likely colour, in the lower right corner."""
    offset = VOCABULARIES["arc"].offset
    second = np.argsort(refinement.probabilities, axis=-1)[..., -2]
    chance = np.take_along_axis(refinement.probabilities, second[..., None], -1)[..., 0]
    painter.setPen(QPen(palette.color("board"), 1.5))
    side = geometry.side * 0.28
    for value, colour in enumerate(colours):
        painter.setBrush(colour)
        corners = [
            geometry.cell(*at).bottomRight() for at in cells_where((chance >= RUNNER_UP) & (second == value + offset))
        ]
        painter.drawRects([QRectF(at.x() - side * 1.15, at.y() - side * 1.15, side, side) for at in corners])


def _paint_changed(painter: QPainter, geometry: Geometry, changed: BoolGrid, palette: Palette) -> None:
    """Rings with a rim: they must show on every colour."""
    width, inset = max(geometry.side * 0.05, 1.0), geometry.side * 0.16
    if int(changed.sum()) > FEW:
        for color, stretch in (("board", 3.0), ("changed", 1.0)):
            _paint_frames(painter, geometry, changed, inset, width * stretch, palette.color(color))
        return
    radius = geometry.side * 0.12
    rings = QPainterPath()
    for ring in _squares(geometry, changed, np.full(changed.shape, inset)):
        rings.addRoundedRect(ring, radius, radius)
    for color, stretch in (("board", 2.4), ("changed", 1.0)):
        painter.strokePath(rings, QPen(palette.color(color), width * stretch))


def paint_wrong(painter: QPainter, geometry: Geometry, wrong: BoolGrid, palette: Palette) -> None:
    """Filled corners and waves, each before a rim; where there are many, or they are small, corners will do."""
    cells = _squares(geometry, wrong, np.zeros(wrong.shape))
    plain = len(cells) > FEW
    for color, share in (("board", 0.38), ("violation", 0.27)):
        side = geometry.side * share
        if plain:
            _fill(
                painter, [QRectF(cell.right() - side, cell.top(), side, side) for cell in cells], palette.color(color)
            )
            continue
        corners = QPainterPath()
        for cell in cells:
            tip = cell.topRight()
            corners.addPolygon(QPolygonF([tip, tip - QPointF(side, 0), tip + QPointF(0, side)]))
            corners.closeSubpath()
        painter.fillPath(corners, palette.color(color))
    if plain or geometry.side < WAVY:
        return
    plates, waves = QPainterPath(), QPainterPath()
    for cell in cells:
        width = cell.width()
        plates.addRoundedRect(
            QRectF(cell.left() + width * 0.2, cell.bottom() - width * 0.23, width * 0.6, width * 0.19), 2, 2
        )
        _add_wave(waves, cell)
    painter.fillPath(plates, palette.color("board"))
    painter.strokePath(waves, QPen(palette.color("violation"), max(geometry.side * 0.04, 1.0)))


def _add_wave(path: QPainterPath, cell: QRectF) -> None:
    left, y, step, height = (
        cell.left() + cell.width() * 0.26,
        cell.top() + cell.height() * 0.86,
        cell.width() * 0.08,
        0.09,
    )
    path.moveTo(left, y)
    for half in range(6):
        up = cell.width() * height * (-1 if half % 2 == 0 else 1)
        path.quadTo(left + step * (half + 0.5), y + up, left + step * (half + 1), y)


def _paint_outline(painter: QPainter, geometry: Geometry, answer: ArcGrid, palette: Palette) -> None:
    """Around the canvas thinly, and around what can be read off it as the answer."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color("line"), 1.0, Qt.PenStyle.DashLine))
    painter.drawRect(geometry.board)
    if answer:
        rows, columns = size(answer)
        painter.setPen(stroke(palette.color("line_strong"), 2.0))
        painter.drawRect(QRectF(geometry.left, geometry.top, columns * geometry.side, rows * geometry.side))


def _squares(geometry: Geometry, where: BoolGrid, insets: FloatGrid) -> list[QRectF]:
    """The rectangles of those cells, each smaller by its inset on every side."""
    rows, columns = np.nonzero(where)
    inset = insets[rows, columns]
    x, y = geometry.left + columns * geometry.side + inset, geometry.top + rows * geometry.side + inset
    sides = (geometry.side - 2 * inset).tolist()
    return list(map(QRectF, x.tolist(), y.tolist(), sides, sides))


def _paint_frames(
    painter: QPainter, geometry: Geometry, where: BoolGrid, inset: float, width: float, color: QColor
) -> None:
    """Square frames in those cells, of lines one pixel wide: Qt strokes wider ones a hundred times as long."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(color, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for shift in np.arange(round(width)) - (round(width) - 1) / 2:
        painter.drawRects(_squares(geometry, where, np.full(where.shape, inset + shift)))
    painter.restore()


def _fill(painter: QPainter, areas: list[QRectF], color: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRects(areas)
    painter.restore()
