"""Small pictures of what a network holds of a puzzle: the givens, an answer, and how much each cell's memory moved."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.boards.geometry import Geometry
from app.boards.kinds import paint_of
from app.boards.movement_painting import fill_movement
from app.boards.painting import PaintOptions, stroke
from app.documents.draft import Content
from app.window.theme import Palette
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcGrid
from solver.puzzles.base import Cell
from solver.trace import HalfArray, Refinement

MINIATURE = PaintOptions(marks=False, context=False)


def paint_given(painter: QPainter, area: QRectF, content: Content, palette: Palette) -> None:
    """x: the puzzle as it was given; of an ARC task, the test input."""
    if isinstance(content, ArcPuzzle):
        # As in `kinds`, ARC's painting is imported with the first ARC task.
        from app.boards.arc.painting import paint_grid

        grid = content.task.test[content.test].input
        paint_grid(painter, _fit(painter, area, _size(grid)), grid, palette, MINIATURE)
    else:
        paint_of(content.kind)(painter, area, content, None, palette, MINIATURE)


def paint_decoded(
    painter: QPainter, area: QRectF, content: Content, shown: Refinement | None, palette: Palette
) -> None:
    """y: the answer that it decodes to; an empty board before the first."""
    if shown is None:
        _paint_empty(painter, _fit(painter, area, content.shape), palette)
    elif isinstance(content, ArcPuzzle):
        from app.boards.arc.answer_painting import paint_answer

        paint_answer(painter, _fit(painter, area, content.shape), shown, palette, MINIATURE)
    else:
        paint_of(content.kind)(painter, area, content, shown, palette, MINIATURE)


def paint_movement(painter: QPainter, area: QRectF, shape: Cell, movement: HalfArray | None, palette: Palette) -> None:
    """z, or y: [R, C], how far each cell's part of it moved; an empty board where that is not known."""
    geometry = _fit(painter, area, shape)
    _paint_empty(painter, geometry, palette)
    if movement is not None and movement.shape == shape:
        fill_movement(painter, geometry, movement, palette)
        _paint_frame(painter, geometry, palette)


def _size(grid: ArcGrid) -> Cell:
    return len(grid), len(grid[0])


def _fit(painter: QPainter, area: QRectF, shape: Cell) -> Geometry:
    device = painter.device()
    return Geometry.fit(area, *shape, pixel_ratio=device.devicePixelRatioF() if device else 1.0)


def _paint_empty(painter: QPainter, geometry: Geometry, palette: Palette) -> None:
    painter.fillRect(geometry.board, palette.color("board"))
    _paint_frame(painter, geometry, palette)


def _paint_frame(painter: QPainter, geometry: Geometry, palette: Palette) -> None:
    painter.setBrush(palette.color("board", 0))
    painter.setPen(stroke(palette.color("line_strong"), 1.0))
    painter.drawRect(geometry.board)
