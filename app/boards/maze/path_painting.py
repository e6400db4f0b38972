"""The path that the model decoded, as a line through a maze, and the marks where it breaks."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from app.boards.cells import cells_where, runs_where
from app.boards.geometry import Geometry
from app.boards.painting import PaintOptions
from app.documents.draft import Content
from app.film.intermediate import Intermediate
from app.window.theme import Palette
from solver.puzzles.base import BoolGrid
from solver.puzzles.maze.puzzle import GOAL, PATH, START, WALL
from solver.trace import Refinement


def paint_path(
    painter: QPainter,
    geometry: Geometry,
    content: Content,
    refinement: Refinement,
    palette: Palette,
    options: PaintOptions,
) -> None:
    """A line through the middle of path cells, the verified one in its own colour; dashed where it breaks a rule."""
    path = refinement.answer == PATH
    wrong = refinement.violations & path if options.marks else np.zeros_like(path)
    sound, broken = _lines(geometry, _route(content, refinement), path, wrong)
    width = max(geometry.side * 0.26, 1.5)
    color = palette.color("verified" if refinement.accepted else "path")
    painter.setPen(_round_pen(palette.color("heat_low"), width * 0.9))
    painter.drawLines(broken)
    dashes = QPen(palette.color("violation"), width * 0.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    # Two dashes per cell, so that they line up from cell to cell; patterns are in widths of the pen.
    dash = geometry.side / 4 / dashes.widthF()
    dashes.setDashPattern([dash, dash])
    painter.setPen(dashes)
    painter.drawLines(broken)
    pen = _round_pen(color, width)
    if isinstance(refinement, Intermediate):
        # Two dots per cell: this is a draft, which the rules have not checked.
        pen.setDashPattern([0.01, geometry.side / 2 / width])
    painter.setPen(pen)
    painter.drawLines(sound)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for cell in cells_where(path & (_neighbours(_route(content, refinement)) == 0)):
        painter.drawEllipse(geometry.cell(*cell).center(), width * 0.6, width * 0.6)


def paint_breaks(
    painter: QPainter, geometry: Geometry, content: Content, refinement: Refinement, palette: Palette
) -> None:
    """A cross where the path ends short, on a halo that keeps it apart from line and heat; a corner elsewhere.

    Path cells that go on but break a rule, detours and rivals, have their dashes already.
    """
    route = _route(content, refinement)
    in_place = route & (content.grid != WALL)
    side = geometry.side
    reach, corner = side * 0.25, side * 0.3
    crosses = []
    # A start or goal that the path has not reached keeps its letter: that it is alone can be seen.
    alone = (refinement.answer != PATH) & (_neighbours(route) == 0)
    for cell in cells_where(refinement.violations & in_place & (_neighbours(route) < 2) & ~alone):
        middle = geometry.cell(*cell).center()
        for slope in (reach, -reach):
            crosses.append(QLineF(middle - QPointF(reach, slope), middle + QPointF(reach, slope)))
    corners = QPainterPath()
    for cell in cells_where(refinement.violations & ~in_place):
        top_right = geometry.cell(*cell).topRight()
        left, below = top_right - QPointF(corner, 0), top_right + QPointF(0, corner)
        corners.addPolygon(QPolygonF([top_right, left, below, top_right]))
    painter.fillPath(corners, palette.color("violation"))
    width = max(side * 0.13, 1.5)
    for color, thick in ((palette.color("heat_low"), 2.2 * width), (palette.color("violation"), width)):
        painter.setPen(_round_pen(color, thick))
        painter.drawLines(crosses)


def _route(content: Content, refinement: Refinement) -> BoolGrid:
    """[R, C], true in decoded path cells, start and goal."""
    route: BoolGrid = (refinement.answer == PATH) | (content.grid == START) | (content.grid == GOAL)
    return route


def _neighbours(route: BoolGrid) -> npt.NDArray[np.int64]:
    """[R, C]: how many of the four cells beside each are on the route."""
    padded = np.pad(route, 1).astype(np.int64)
    return padded[:-2, 1:-1] + padded[2:, 1:-1] + padded[1:-1, :-2] + padded[1:-1, 2:]


def _lines(geometry: Geometry, route: BoolGrid, path: BoolGrid, wrong: BoolGrid) -> tuple[list[QLineF], list[QLineF]]:
    """Straight lines between path cells side by side: those in order, and those with a wrong cell."""
    sound: list[QLineF] = []
    broken: list[QLineF] = []
    for upright in (False, True):
        on, at, bad = (grid.T if upright else grid for grid in (route, path, wrong))
        links = on[:, :-1] & on[:, 1:] & (at[:, :-1] | at[:, 1:])
        bad_links = bad[:, :-1] | bad[:, 1:]
        for lines, which in ((sound, links & ~bad_links), (broken, links & bad_links)):
            for row, first, last in runs_where(which):
                ends = ((first, row), (last, row)) if upright else ((row, first), (row, last))
                lines.append(QLineF(geometry.cell(*ends[0]).center(), geometry.cell(*ends[1]).center()))
    return sound, broken


def _round_pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
