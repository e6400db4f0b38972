"""Where the square cells of a grid lie inside a rectangle."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from solver.puzzles.base import Cell


@dataclass(frozen=True)
class Geometry:
    """Square cells, `side` wide, whose grid starts at (`left`, `top`)."""

    rows: int
    columns: int
    left: float
    top: float
    side: float
    given: "Geometry | None" = None
    """Where the cells of the puzzle itself lie, if elsewhere: an ARC task's answer is a grid of its own."""

    @classmethod
    def fit(cls, rect: QRectF, rows: int, columns: int, *, pixel_ratio: float = 1.0) -> "Geometry":
        """The largest such grid centred in `rect`, its lines on whole device pixels where cells allow it."""
        side = max(min(rect.width() / columns, rect.height() / rows), 1e-3)
        left = rect.center().x() - side * columns / 2
        top = rect.center().y() - side * rows / 2
        if side * pixel_ratio >= 1:
            side = math.floor(side * pixel_ratio) / pixel_ratio
            left = round((rect.center().x() - side * columns / 2) * pixel_ratio) / pixel_ratio
            top = round((rect.center().y() - side * rows / 2) * pixel_ratio) / pixel_ratio
        return cls(rows, columns, left, top, side)

    @property
    def board(self) -> QRectF:
        """The whole grid."""
        return QRectF(self.left, self.top, self.side * self.columns, self.side * self.rows)

    def cell(self, row: int, column: int) -> QRectF:
        """The rectangle of one cell."""
        return QRectF(self.left + column * self.side, self.top + row * self.side, self.side, self.side)

    def cell_at(self, point: QPointF) -> Cell | None:
        """The cell under `point`, if there is one."""
        row = math.floor((point.y() - self.top) / self.side)
        column = math.floor((point.x() - self.left) / self.side)
        return (row, column) if 0 <= row < self.rows and 0 <= column < self.columns else None
