"""What all boards paint alike: lines, selection, a refinement's marks. Needs a painter, but no widget."""

from dataclasses import dataclass
from typing import Literal, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from app.boards.cells import cells_where, runs_where
from app.boards.geometry import Geometry
from app.documents.draft import Content
from app.documents.guess import Guess
from app.window.theme import Palette
from solver.puzzles.base import BoolGrid, Cell
from solver.trace import Refinement
from solver.trace.influence import Influence


@dataclass(frozen=True)
class PaintOptions:
    """What else is to be seen on a board."""

    pencil_marks: bool = False
    """Show the model's runner-up values too."""
    marks: bool = True
    """Mark changed cells and violations; in a maze without a path yet, show the working memory."""
    selected: Cell | None = None
    hovered: Cell | None = None
    focused: bool = False
    digits: bool = False
    """Write an ARC grid's numbers into its cells."""
    context: bool = True
    """Show what an ARC task's test input comes with: the strip of all pairs."""
    unsure: frozenset[Cell] = frozenset()
    """Cells that were hard to read from a picture."""
    overlay: Literal["", "y", "z"] = ""
    """Show how far each cell's part of y or of z moved."""
    guess: Guess | None = None
    """The person's own entries."""
    influence: Influence | None = None
    """What a cell was found to rest on at one refinement; pictures show it with that refinement alone."""
    safe_colours: bool = False
    """Paint ARC grids in colours that colour-blind people can distinguish, whatever the palette."""
    output_hidden: bool = False
    """Say that an ARC task's known output is hidden, rather than that there is none."""


PLAIN = PaintOptions()


class Paint(Protocol):
    """How each kind of board paints; the widget and the exports call the same function."""

    def __call__(
        self,
        painter: QPainter,
        rect: QRectF,
        content: Content,
        refinement: Refinement | None,
        palette: Palette,
        options: PaintOptions = PLAIN,
    ) -> Geometry:
        """Paint into the middle of `rect`, and return where the cells are."""
        ...


def fit(painter: QPainter, rect: QRectF, content: Content) -> Geometry:
    """The geometry of `content`'s grid in `rect`, on whole pixels of the painter's device."""
    rows, columns = content.shape
    device = painter.device()
    return Geometry.fit(rect, rows, columns, pixel_ratio=device.devicePixelRatioF() if device else 1.0)


def board_font(pixels: float, *, bold: bool = False) -> QFont:
    """The application's font, `pixels` high."""
    font = QFont()
    font.setPixelSize(max(round(pixels), 1))
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def draw_centred(painter: QPainter, rect: QRectF, text: str, font: QFont, color: QColor) -> None:
    """Centre `text` on `rect` by its cap height; by line spacing, digits would sit too high."""
    metrics = QFontMetricsF(font)
    x = rect.center().x() - metrics.horizontalAdvance(text) / 2
    y = rect.center().y() + metrics.capHeight() / 2
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QPointF(x, y), text)


def stroke(color: QColor, width: float) -> QPen:
    """A solid pen with square joins."""
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)


def fill_cells(painter: QPainter, geometry: Geometry, where: BoolGrid, color: QColor) -> None:
    """Fill cells, those side by side in one rectangle."""
    left, top, side = geometry.left, geometry.top, geometry.side
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRects(
        [
            QRectF(left + first * side, top + row * side, (end - first) * side, side)
            for row, first, end in runs_where(where)
        ]
    )


def paint_lines(painter: QPainter, geometry: Geometry, color: QColor, *, every: int = 1) -> None:
    """Thin inner lines between cells, one pixel wide at any scale."""
    pen = stroke(color, 0)
    pen.setCosmetic(True)
    painter.setPen(pen)
    board = geometry.board
    for row in range(every, geometry.rows, every):
        y = geometry.top + row * geometry.side
        painter.drawLine(QPointF(board.left(), y), QPointF(board.right(), y))
    for column in range(every, geometry.columns, every):
        x = geometry.left + column * geometry.side
        painter.drawLine(QPointF(x, board.top()), QPointF(x, board.bottom()))


def paint_changed(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    """Mark a cell that was decoded differently one step before: a ring inside its border."""
    width = max(cell.width() * 0.05, 1.0)
    inset = width * 0.5 + cell.width() * 0.055
    ring = cell.adjusted(inset, inset, -inset, -inset)
    painter.setPen(QPen(palette.color("changed"), width))
    painter.setBrush(palette.color("changed", 0.10))
    painter.drawRoundedRect(ring, cell.width() * 0.13, cell.width() * 0.13)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_violation(painter: QPainter, cell: QRectF, palette: Palette, *, wave_at: float = 0.86) -> None:
    """Mark a cell that breaks a rule by shapes: a filled corner, and a wave at this share of the cell's height."""
    side = cell.width()
    color = palette.color("violation")
    corner = cell.topRight()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([corner, corner - QPointF(side * 0.27, 0), corner + QPointF(0, side * 0.27)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, max(side * 0.04, 1.0)))
    waves, height = 3, side * 0.045
    left, width, y = cell.left() + side * 0.26, side * 0.48, cell.top() + side * wave_at
    path = QPainterPath(QPointF(left, y))
    for wave in range(waves * 2):
        x = left + width * wave / (waves * 2)
        step = width / (waves * 2)
        up = height * (-1 if wave % 2 == 0 else 1)
        path.quadTo(QPointF(x + step / 2, y + 2 * up), QPointF(x + step, y))
    painter.drawPath(path)


def paint_unsure(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    """Mark a cell that was hard to read: a broken frame, and a question mark in a corner that digits leave free."""
    width = max(cell.width() * 0.045, 1.0)
    inset = width / 2 + cell.width() * 0.04
    pen = QPen(palette.color("changed"), width)
    pen.setDashPattern([2.2, 1.6])
    painter.setPen(pen)
    painter.setBrush(palette.color("changed", 0.14))
    painter.drawRoundedRect(cell.adjusted(inset, inset, -inset, -inset), cell.width() * 0.08, cell.width() * 0.08)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    side = cell.width() * 0.3
    corner = QRectF(cell.right() - inset - side, cell.top() + inset, side, side)
    draw_centred(painter, corner, "?", board_font(side * 0.85, bold=True), palette.color("text"))


def paint_differing(painter: QPainter, geometry: Geometry, differing: BoolGrid, palette: Palette) -> None:
    """Mark the cells in which two recordings differ: brackets in two corners, that no other mark has."""
    width = max(geometry.side * 0.07, 1.5)
    inset, arm = width / 2 + geometry.side * 0.03, geometry.side * 0.34
    brackets = QPainterPath()
    for row, column in cells_where(differing):
        cell = geometry.cell(row, column).adjusted(inset, inset, -inset, -inset)
        for corner, across, down in ((cell.topLeft(), arm, arm), (cell.bottomRight(), -arm, -arm)):
            brackets.moveTo(corner + QPointF(across, 0))
            brackets.lineTo(corner)
            brackets.lineTo(corner + QPointF(0, down))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # On a halo, for cells of ARC and paths may have the bracket's own colour.
    for role, thick in (("board", 1.9 * width), ("accent", width)):
        painter.setPen(stroke(palette.color(role), thick))
        painter.drawPath(brackets)
    painter.restore()


def paint_selection(painter: QPainter, geometry: Geometry, palette: Palette, options: PaintOptions) -> None:
    """The frame around the selected cell, on top of everything; thicker while the board has the keyboard."""
    if options.selected is None:
        return
    width = max(geometry.side * (0.06 if options.focused else 0.035), 1.0)
    frame = geometry.cell(*options.selected).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(stroke(palette.color("accent"), width))
    painter.drawRect(frame)
