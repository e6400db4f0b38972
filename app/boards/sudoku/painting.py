"""How a Sudoku looks: the givens, and over them what the model believes."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.boards.geometry import Geometry
from app.boards.guess_painting import paint_own_digits
from app.boards.movement_painting import paint_note, paint_overlay
from app.boards.painting import (
    PLAIN,
    PaintOptions,
    board_font,
    draw_centred,
    fit,
    paint_changed,
    paint_lines,
    paint_selection,
    paint_unsure,
    paint_violation,
    stroke,
)
from app.documents.draft import Content, Draft
from app.film.intermediate import Intermediate
from app.window.theme import Palette
from solver.puzzles.base import Cell
from solver.trace import Refinement

FIRST_DIGIT_TOKEN = 1
"""Digit d is token d + 1: 0 pads, 1 is the blank."""
RUNNERS_UP = 3
LEAST_SHARE = 0.01
"""A runner-up below this probability is not worth a pencil mark."""


def paint_sudoku(
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
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(geometry.board, palette.color("board"))
    paint_overlay(painter, geometry, refinement, options.overlay, palette)
    for row in range(geometry.rows):
        for column in range(geometry.columns):
            _paint_cell(painter, geometry, (row, column), content, refinement, palette, options)
    paint_lines(painter, geometry, palette.color("line"))
    _paint_boxes(painter, geometry, palette)
    if options.guess is not None and options.guess.values.shape == content.shape:
        paint_own_digits(painter, geometry, content, refinement, options.guess, palette, marks=options.marks)
    paint_selection(painter, geometry, palette, options)
    paint_note(painter, geometry, refinement, options.overlay, palette)
    painter.restore()
    return geometry


def _paint_cell(
    painter: QPainter,
    geometry: Geometry,
    cell: Cell,
    content: Content,
    refinement: Refinement | None,
    palette: Palette,
    options: PaintOptions,
) -> None:
    rect = geometry.cell(*cell)
    if options.overlay and refinement is not None:
        _frame_hovered(painter, rect, cell, palette, options)
    else:
        _paint_background(painter, rect, cell, content, palette, options)
    given = int(content.grid[cell])
    size = geometry.side * 0.56
    if given:
        draw_centred(painter, rect, str(given), board_font(size, bold=True), palette.color("given"))
    elif refinement is not None:
        _paint_belief(painter, rect, cell, refinement, palette, options)
    if cell in options.unsure:
        paint_unsure(painter, rect, palette)
    if options.marks and cell in _conflicts(content):
        paint_violation(painter, rect, palette)
    if options.marks and refinement is not None:
        if refinement.changed[cell] and not given:
            paint_changed(painter, rect, palette)
        if refinement.violations[cell]:
            crowded = options.pencil_marks and not given and bool(_runners_up(refinement, cell))
            paint_violation(painter, rect, palette, wave_at=0.645 if crowded else 0.86)


def _paint_background(
    painter: QPainter, rect: QRectF, cell: Cell, content: Content, palette: Palette, options: PaintOptions
) -> None:
    if content.grid[cell]:
        painter.fillRect(rect, palette.color("board_given"))
    if options.selected is not None:
        if cell == options.selected:
            painter.fillRect(rect, palette.color("selection"))
        elif _share_a_unit(cell, options.selected):
            painter.fillRect(rect, palette.color("peer"))
    if cell == options.hovered and cell != options.selected:
        painter.fillRect(rect, palette.color("hover"))


def _frame_hovered(painter: QPainter, rect: QRectF, cell: Cell, palette: Palette, options: PaintOptions) -> None:
    """Over the overlay: a fill would hide it, and selecting one cell would hide that of twenty others."""
    if cell == options.hovered and cell != options.selected:
        width = max(rect.width() * 0.03, 1.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(stroke(palette.color("accent"), width))
        painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2))


def _paint_belief(
    painter: QPainter, rect: QRectF, cell: Cell, refinement: Refinement, palette: Palette, options: PaintOptions
) -> None:
    digit = int(refinement.answer[cell])
    opacity = palette.faintest + (1.0 - palette.faintest) * float(refinement.confidence[cell])
    color = palette.color("predicted", opacity)
    others = _runners_up(refinement, cell) if options.pencil_marks else []
    text = str(digit) if digit else "·"
    if not others:
        font = board_font(rect.height() * 0.56)
        # Slanted, for what is shown is no refinement, and how sure the model was of it isn't known.
        font.setItalic(isinstance(refinement, Intermediate))
        draw_centred(painter, rect, text, font, color)
        return
    upper = rect.adjusted(0, 0, 0, -rect.height() * 0.26)
    draw_centred(painter, upper, text, board_font(rect.height() * 0.46), color)
    width = rect.width() / (RUNNERS_UP + 1)
    left = rect.center().x() - width * len(others) / 2
    for index, (other, share) in enumerate(others):
        place = QRectF(left + index * width, rect.bottom() - rect.height() * 0.34, width, rect.height() * 0.28)
        shade = palette.color("pencil", 0.55 + 0.45 * min(share * 3, 1.0))
        draw_centred(painter, place, str(other), board_font(rect.height() * 0.21), shade)


def _runners_up(refinement: Refinement, cell: Cell) -> list[tuple[int, float]]:
    """The next best digits with their probabilities, in the order of belief."""
    shares = refinement.probabilities[cell]
    digits = [(digit, float(shares[digit + FIRST_DIGIT_TOKEN])) for digit in range(1, 10)]
    others = [(d, p) for d, p in digits if p >= LEAST_SHARE and d != int(refinement.answer[cell])]
    return sorted(others, key=lambda pair: -pair[1])[:RUNNERS_UP]


def _paint_boxes(painter: QPainter, geometry: Geometry, palette: Palette) -> None:
    width = max(geometry.side * 0.035, 1.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(stroke(palette.color("line_strong"), width))
    board = geometry.board
    for third in (3, 6):
        x, y = geometry.left + third * geometry.side, geometry.top + third * geometry.side
        painter.drawLine(QPointF(x, board.top()), QPointF(x, board.bottom()))
        painter.drawLine(QPointF(board.left(), y), QPointF(board.right(), y))
    painter.drawRect(board)


def _conflicts(content: Content) -> tuple[Cell, ...]:
    return content.problem.cells if isinstance(content, Draft) and content.problem is not None else ()


def _share_a_unit(one: Cell, other: Cell) -> bool:
    same_box = one[0] // 3 == other[0] // 3 and one[1] // 3 == other[1] // 3
    return one[0] == other[0] or one[1] == other[1] or same_box
