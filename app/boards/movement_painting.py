"""The overlay of how far each cell's latent moved: a fill behind digits and paths, or a spot on a coloured cell."""

from functools import cache
from typing import Literal

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.boards.cell_image import can_paint_cells, paint_cells
from app.boards.cells import cells_where
from app.boards.geometry import Geometry
from app.boards.painting import board_font, draw_centred, fill_cells
from app.film.intermediate import movement_of
from app.window.theme import Palette, mix
from solver.trace import HalfArray, Refinement

Latent = Literal["", "y", "z"]
"""Which latent's movement is shown; none for the empty one."""
STRONGEST = 1.0
"""A cell whose latent moved by as much as its own length, or more, has the full colour."""
SHADES = 16
"""Few enough to fill each in one call, too many to see."""
FEWEST = 64
"""Cells from which one image is filled faster than rectangles of all shades."""


def strength(movement: HalfArray) -> HalfArray:
    """0 to 1: most movements are small, so their root is shown, which tells a tenth from a hundredth."""
    share: HalfArray = np.sqrt(np.minimum(movement, STRONGEST) / STRONGEST)
    return share


def stands_still(movement: HalfArray) -> bool:
    """Whether no cell moved so far that it gets a shade."""
    return not np.rint(strength(movement) * SHADES).any()


def paint_settled(painter: QPainter, board: QRectF, latent: Latent, palette: Palette) -> None:
    """Over the lower edge of a board on which nothing moves: that this is so, rather than nothing at all."""
    words = QCoreApplication.translate("overlay", "{latent} has settled: nothing moves").format(latent=latent)
    text = min(max(board.height() * 0.03, 9.0), 14.0)
    font = board_font(text)
    wide = QFontMetricsF(font).horizontalAdvance(words) + 2 * text
    plate = QRectF(board.center().x() - wide / 2, board.bottom() - text * 1.7, wide, text * 1.7)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.color("memory"), 1))
    painter.setBrush(palette.color("board"))
    painter.drawRoundedRect(plate, text * 0.5, text * 0.5)
    draw_centred(painter, plate, words, font, palette.color("text"))
    painter.restore()


def paint_note(
    painter: QPainter, geometry: Geometry, shown: Refinement | None, latent: Latent, palette: Palette
) -> None:
    """Last of all, where the overlay is on and shows nothing because nothing moves."""
    moved = movement_of(shown, latent) if shown is not None and latent else None
    if moved is not None and moved.shape == (geometry.rows, geometry.columns) and stands_still(moved):
        paint_settled(painter, geometry.board, latent, palette)


def fill_movement(
    painter: QPainter, geometry: Geometry, movement: HalfArray, palette: Palette, *, most: float = 1.0
) -> None:
    """Fill each cell with as much of the memory's colour as it moved."""
    shades = np.rint(strength(movement) * SHADES).astype(int)
    if can_paint_cells(painter, geometry, fewest=FEWEST):
        paint_cells(painter, geometry, _colours(palette, most)[shades])
        return
    low, high = palette.color("board"), palette.color("memory")
    for shade in np.unique(shades[shades > 0]).tolist():
        fill_cells(painter, geometry, shades == shade, mix(low, high, most * shade / SHADES))


@cache
def _colours(palette: Palette, most: float) -> npt.NDArray[np.uint32]:
    """[SHADES + 1]: each shade's colour as an image has it; nothing for the first."""
    low, high = palette.color("board"), palette.color("memory")
    return np.array([0] + [mix(low, high, most * n / SHADES).rgba() for n in range(1, SHADES + 1)], dtype=np.uint32)


def paint_overlay(
    painter: QPainter, geometry: Geometry, shown: Refinement | None, latent: Latent, palette: Palette
) -> None:
    """The overlay as a fill, to be painted over."""
    moved = movement_of(shown, latent) if shown is not None and latent else None
    if moved is not None and moved.shape == (geometry.rows, geometry.columns):
        fill_movement(painter, geometry, moved, palette, most=palette.movement)


def paint_spots(painter: QPainter, geometry: Geometry, shown: Refinement, latent: Latent, palette: Palette) -> None:
    """The overlay as a spot in each cell's lower left corner, the larger the further it moved."""
    moved = movement_of(shown, latent) if latent else None
    if moved is None or moved.shape != (geometry.rows, geometry.columns):
        return
    sizes = np.rint(strength(moved) * SHADES).astype(int)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    corner = QPointF(geometry.side * 0.22, -geometry.side * 0.22)
    # On a rim, for the cell may have any colour.
    for role, wider in (("board", 1.35), ("memory", 1.0)):
        painter.setBrush(palette.color(role))
        for size in np.unique(sizes[sizes > 0]).tolist():
            radius = geometry.side * 0.19 * size / SHADES * wider
            for cell in cells_where(sizes == size):
                painter.drawEllipse(geometry.cell(*cell).bottomLeft() + corner, radius, radius)
    painter.restore()
