"""Fills the cells of a large board by one image of a pixel a cell, which costs a tenth of as many rectangles."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPaintEngine, QPainter

from app.boards.geometry import Geometry

FEWEST = 400
"""Cells from which the image is the faster way, even where most cells have one colour."""


def can_paint_cells(painter: QPainter, geometry: Geometry, *, fewest: int = FEWEST) -> bool:
    """Whether an image would show cells with the same edges as rectangles do: on pixels, and not in a PDF or SVG."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device else 1.0
    engine = painter.paintEngine()
    return (
        geometry.rows * geometry.columns >= fewest
        and engine is not None
        and engine.type() == QPaintEngine.Type.Raster
        and all((place * ratio).is_integer() for place in (geometry.side, geometry.left, geometry.top))
    )


def paint_cells(painter: QPainter, geometry: Geometry, colours: npt.NDArray[np.uint32]) -> None:
    """Fill each cell with its colour of [rows, columns], as `QColor.rgba` has it; those of alpha 0 are left alone."""
    pixels = np.ascontiguousarray(colours)
    rows, columns = pixels.shape
    image = QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_ARGB32)
    painter.drawImage(geometry.board, image, QRectF(0, 0, columns, rows))
