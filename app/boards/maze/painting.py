"""How a maze looks: walls and ends, and over them the model's heat, its path, and where that breaks."""

from functools import cache

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from app.boards.cell_image import can_paint_cells, paint_cells
from app.boards.cells import cells_where
from app.boards.geometry import Geometry
from app.boards.guess_painting import paint_own_path
from app.boards.maze.path_painting import paint_breaks, paint_path
from app.boards.movement_painting import paint_note, paint_overlay
from app.boards.painting import (
    PLAIN,
    PaintOptions,
    board_font,
    draw_centred,
    fill_cells,
    fit,
    paint_selection,
    paint_violation,
    stroke,
)
from app.documents.draft import Content, Draft
from app.window.theme import Palette, mix
from solver.puzzles.base import BoolGrid
from solver.puzzles.maze.puzzle import GOAL, PATH, START, WALL
from solver.trace import Refinement

SHADES = 24
"""Steps of heat: few enough to paint each in one call, too many to see."""
FINE = 9.0
"""Below this side, in pixels, lines between cells and rings in them would only blur."""


def paint_maze(
    painter: QPainter,
    rect: QRectF,
    content: Content,
    refinement: Refinement | None,
    palette: Palette,
    options: PaintOptions = PLAIN,
) -> Geometry:
    """Paint the board into the middle of `rect`, and return where its cells are."""
    geometry = fit(painter, rect, content)
    painter.save()
    painter.fillRect(geometry.board, palette.color("heat_low"))
    if geometry.side >= FINE:
        _paint_grid(painter, geometry, palette)
    pathless = refinement is not None and not refinement.accepted and not (refinement.answer == PATH).any()
    waiting = pathless and options.marks
    if options.overlay or waiting:
        # Before there is a path, its chances are all near zero; what goes on is seen in the working memory alone.
        paint_overlay(painter, geometry, refinement, options.overlay or "z", palette)
    elif refinement is not None:
        _paint_heat(painter, geometry, content, refinement, palette)
    _paint_walls(painter, geometry, content, palette)
    if options.hovered is not None:
        painter.fillRect(geometry.cell(*options.hovered), palette.color("accent", 0.22))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if refinement is not None:
        if options.marks and geometry.side >= FINE:
            _paint_changed(painter, geometry, refinement.changed & content.free, palette)
        paint_path(painter, geometry, content, refinement, palette, options)
    if options.guess is not None and options.guess.values.shape == content.shape:
        paint_own_path(painter, geometry, content, options.guess, palette)
    _paint_ends(painter, geometry, content, palette)
    if options.marks:
        if refinement is not None and not pathless:
            paint_breaks(painter, geometry, content, refinement, palette)
        if isinstance(content, Draft) and content.problem is not None:
            for cell in content.problem.cells:
                paint_violation(painter, geometry.cell(*cell), palette)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(stroke(palette.color("line_strong"), 1.0))
    painter.drawRect(geometry.board)
    paint_selection(painter, geometry, palette, options)
    paint_note(painter, geometry, refinement, options.overlay, palette)
    painter.restore()
    return geometry


def _paint_heat(
    painter: QPainter, geometry: Geometry, content: Content, refinement: Refinement, palette: Palette
) -> None:
    shades = np.rint(refinement.probabilities[..., PATH] * SHADES).astype(int) * content.free
    if can_paint_cells(painter, geometry):
        paint_cells(painter, geometry, _heat_colours(palette)[shades])
        return
    for shade in np.unique(shades[shades > 0]).tolist():
        fill_cells(painter, geometry, shades == shade, palette.heat(shade / SHADES))


@cache
def _heat_colours(palette: Palette) -> npt.NDArray[np.uint32]:
    """[SHADES + 1]: each shade's colour as an image has it; nothing for the first."""
    return np.array([0] + [palette.heat(n / SHADES).rgba() for n in range(1, SHADES + 1)], dtype=np.uint32)


def _paint_walls(painter: QPainter, geometry: Geometry, content: Content, palette: Palette) -> None:
    walls = content.grid == WALL
    if can_paint_cells(painter, geometry):
        paint_cells(painter, geometry, np.where(walls, np.uint32(palette.color("wall").rgba()), np.uint32(0)))
    else:
        fill_cells(painter, geometry, walls, palette.color("wall"))


def _paint_grid(painter: QPainter, geometry: Geometry, palette: Palette) -> None:
    """Faint hairlines between cells, as opaque rectangles: Qt takes ten times as long over translucent lines."""
    board = geometry.board
    device = painter.device()
    width = 1.0 / (device.devicePixelRatioF() if device else 1.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(palette.color("heat_low"), palette.color("line"), 0.55))
    xs = [geometry.left + column * geometry.side for column in range(1, geometry.columns)]
    ys = [geometry.top + row * geometry.side for row in range(1, geometry.rows)]
    painter.drawRects([QRectF(x, board.top(), width, board.height()) for x in xs])
    painter.drawRects([QRectF(board.left(), y, board.width(), width) for y in ys])


def _paint_changed(painter: QPainter, geometry: Geometry, changed: BoolGrid, palette: Palette) -> None:
    inset, radius = geometry.side * 0.14, geometry.side * 0.12
    rings = QPainterPath()
    for cell in cells_where(changed):
        rings.addRoundedRect(geometry.cell(*cell).adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color("changed"), max(geometry.side * 0.05, 1.0)))
    painter.drawPath(rings)


def _paint_ends(painter: QPainter, geometry: Geometry, content: Content, palette: Palette) -> None:
    """A round start and a square goal, lettered where there is room."""
    half = geometry.side * 0.41
    painter.setPen(Qt.PenStyle.NoPen)
    for token, role, letter in ((START, "start", "S"), (GOAL, "goal", "G")):
        for cell in cells_where(content.grid == token):
            rect = geometry.cell(*cell)
            middle = rect.center()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(role))
            if token == START:
                painter.drawEllipse(middle, half, half)
            else:
                painter.drawRect(QRectF(middle - QPointF(half, half), middle + QPointF(half, half)))
            if geometry.side >= FINE:
                font = board_font(geometry.side * 0.56, bold=True)
                draw_centred(painter, rect, letter, font, palette.color("board"))
