"""How an ARC task looks: its grids in their ten colours, and what the model has made of its canvas so far."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from app.boards.arc_edits import Block
from app.boards.arc_places import Place, grid_at
from app.boards.arc_sheet import Framed, Placed, Sheet, lay_out
from app.boards.cells import cells_where, runs_where
from app.boards.geometry import Geometry
from app.boards.painting import (
    PLAIN,
    PaintOptions,
    board_font,
    draw_centred,
    paint_lines,
    paint_violation,
    stroke,
)
from app.draft import Content
from app.palettes import ARC_SAFE
from app.theme import Palette, mix
from solver.model.tokens import VOCABULARIES
from solver.puzzles.arc import ArcGrid
from solver.puzzles.arc_canvas import END, from_canvas, size
from solver.puzzles.arc_puzzle import ArcPuzzle
from solver.puzzles.base import BoolGrid
from solver.trace import Refinement

FINE = 5.0
"""Below this side, in pixels, lines between cells would only blur."""
LEGIBLE = 11.0
"""From this side on, cells have room for digits and marks."""
SMALLEST = 0.36
"""Side of a colour that the model gives no confidence at all, as a share of the cell's."""
RUNNER_UP = 0.1
"""The second most likely colour is shown from this probability on."""
Align = Qt.AlignmentFlag


def arc_colours(palette: Palette, options: PaintOptions) -> list[QColor]:
    """An ARC grid's colours 0 to 9."""
    return [QColor(colour) for colour in (ARC_SAFE if options.safe_colours else palette.arc)]


def paint_arc(
    painter: QPainter,
    rect: QRectF,
    content: Content,
    refinement: Refinement | None,
    palette: Palette,
    options: PaintOptions = PLAIN,
) -> Geometry:
    """Paint the task with its test input large, and return where the cells of the model's canvas are."""
    assert isinstance(content, ArcPuzzle)
    device = painter.device()
    ratio = device.devicePixelRatioF() if device else 1.0
    shown = Place("test", content.test, "input")
    answer = None if refinement is None else content.shape
    sheet = lay_out(rect, content.task, shown, answer, ratio, strip=options.context)
    paint_strip(painter, sheet, content, shown, palette, options)
    paint_large(painter, sheet, content, refinement, palette, options)
    return sheet.output.geometry


def paint_strip(
    painter: QPainter, sheet: Sheet, puzzle: ArcPuzzle, shown: Place, palette: Palette, options: PaintOptions
) -> None:
    """All pairs; the one that is shown large stands out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for framed in sheet.strip:
        place = framed.input.place
        large = (place.part, place.pair) == (shown.part, shown.pair)
        _paint_frame(painter, sheet, framed, palette, large=large)
        for placed in (framed.input, framed.output):
            _paint_small(painter, placed, grid_at(puzzle.task, placed.place), palette, options)
    painter.restore()


def paint_large(
    painter: QPainter,
    sheet: Sheet,
    puzzle: ArcPuzzle,
    refinement: Refinement | None,
    palette: Palette,
    options: PaintOptions,
    active: Place | None = None,
    block: Block | None = None,
) -> None:
    """The pair below the strip; `active` is the grid that the keyboard and the selected `block` are in."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    given, output = sheet.input, sheet.output
    words = given.place.words, _output_words(puzzle, output.place, refinement)
    _label(painter, sheet, sheet.input_label, words[0], palette, Align.AlignRight, bold=given.place == active)
    _label(painter, sheet, sheet.output_label, words[1], palette, Align.AlignLeft, bold=output.place == active)
    between = QRectF(given.geometry.board.topRight(), output.geometry.board.bottomLeft())
    height = min(given.geometry.board.height(), output.geometry.board.height())
    _paint_arrow(painter, QPointF(between.center().x(), given.geometry.top + height / 2), sheet.text, palette)
    for placed in (given, output):
        grid = grid_at(puzzle.task, placed.place)
        if placed.place.side == "answer":
            assert refinement is not None
            _paint_answer(painter, placed.geometry, refinement, palette, options)
        elif grid is None:
            _paint_unknown(painter, placed.geometry, palette)
        else:
            paint_grid(painter, placed.geometry, grid, palette, options)
        if placed.place == active:
            _paint_selection(painter, placed.geometry, palette, options, block)
    painter.restore()


def paint_grid(painter: QPainter, geometry: Geometry, grid: ArcGrid, palette: Palette, options: PaintOptions) -> None:
    """One grid in its colours."""
    colours, values = arc_colours(palette, options), np.array(grid)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for value in np.unique(values).tolist():
        _fill(painter, geometry, values == value, colours[value])
    if geometry.side >= FINE:
        paint_lines(painter, geometry, _line(palette))
    painter.setPen(stroke(palette.color("line_strong"), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(geometry.board)
    painter.restore()
    if options.digits and geometry.side >= LEGIBLE:
        font = board_font(geometry.side * 0.5)
        for row, line in enumerate(grid):
            for column, value in enumerate(line):
                draw_centred(painter, geometry.cell(row, column), str(value), font, ink_on(colours[value]))


def ink_on(colour: QColor) -> QColor:
    """Black or white, whichever can be read on `colour`."""
    light = 0.299 * colour.redF() + 0.587 * colour.greenF() + 0.114 * colour.blueF()
    return QColor("#000000" if light > 0.5 else "#ffffff")


def _paint_answer(
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
    for row, column in cells_where(refinement.answer >= 0):
        share = SMALLEST + (1 - SMALLEST) * float(refinement.confidence[row, column])
        cell = geometry.cell(row, column)
        inset = geometry.side * (1 - share) / 2
        colour = colours[int(refinement.answer[row, column])]
        painter.setPen(QPen(_line(palette), 1.0))
        painter.setBrush(colour)
        painter.drawRect(cell.adjusted(inset, inset, -inset, -inset))
        if options.digits and geometry.side >= LEGIBLE:
            text = str(int(refinement.answer[row, column]))
            draw_centred(painter, cell, text, board_font(geometry.side * 0.5 * share), ink_on(colour))
    _paint_ends(painter, geometry, refinement.answer == END, palette)
    if options.pencil_marks and geometry.side >= LEGIBLE:
        _paint_runners_up(painter, geometry, refinement, colours, palette)
    if options.marks and geometry.side >= FINE:
        for at in cells_where(refinement.changed & (refinement.answer >= 0)):
            _paint_changed(painter, geometry.cell(*at), palette)
        for at in cells_where(refinement.violations):
            _paint_wrong(painter, geometry.cell(*at), palette)
    _paint_outline(painter, geometry, from_canvas(refinement.answer), palette)


def _paint_ends(painter: QPainter, geometry: Geometry, ends: BoolGrid, palette: Palette) -> None:
    painter.setPen(QPen(palette.color("muted", 0.55), max(geometry.side * 0.03, 1.0)))
    inset = geometry.side * 0.3
    for at in cells_where(ends):
        cell = geometry.cell(*at).adjusted(inset, inset, -inset, -inset)
        painter.drawLine(cell.bottomLeft(), cell.topRight())


def _paint_runners_up(
    painter: QPainter, geometry: Geometry, refinement: Refinement, colours: list[QColor], palette: Palette
) -> None:
    """A small square of the second most likely colour, in the lower right corner."""
    offset = VOCABULARIES["arc"].offset
    second = np.argsort(refinement.probabilities, axis=-1)[..., -2]
    chance = np.take_along_axis(refinement.probabilities, second[..., None], -1)[..., 0]
    for row, column in cells_where((chance >= RUNNER_UP) & (second >= offset)):
        cell = geometry.cell(row, column)
        side = geometry.side * 0.28
        mark = QRectF(cell.right() - side * 1.15, cell.bottom() - side * 1.15, side, side)
        painter.setPen(QPen(palette.color("board"), 1.5))
        painter.setBrush(colours[int(second[row, column]) - offset])
        painter.drawRect(mark)


def _paint_changed(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    """A ring with a rim: it must show on every colour."""
    inset, width = cell.width() * 0.16, max(cell.width() * 0.05, 1.0)
    ring = cell.adjusted(inset, inset, -inset, -inset)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, stretch in (("board", 2.4), ("changed", 1.0)):
        painter.setPen(QPen(palette.color(color), width * stretch))
        painter.drawRoundedRect(ring, cell.width() * 0.12, cell.width() * 0.12)


def _paint_wrong(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    corner, side = cell.topRight(), cell.width() * 0.38
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color("board"))
    painter.drawPolygon(QPolygonF([corner, corner - QPointF(side, 0), corner + QPointF(0, side)]))
    painter.drawRoundedRect(
        QRectF(cell.left() + cell.width() * 0.2, cell.bottom() - side * 0.6, cell.width() * 0.6, side * 0.5), 2, 2
    )
    paint_violation(painter, cell, palette)


def _paint_outline(painter: QPainter, geometry: Geometry, answer: ArcGrid, palette: Palette) -> None:
    """Around the canvas thinly, and around what can be read off it as the answer."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color("line"), 1.0, Qt.PenStyle.DashLine))
    painter.drawRect(geometry.board)
    if answer:
        rows, columns = size(answer)
        painter.setPen(stroke(palette.color("line_strong"), 2.0))
        painter.drawRect(QRectF(geometry.left, geometry.top, columns * geometry.side, rows * geometry.side))


def _paint_small(
    painter: QPainter, placed: Placed, grid: ArcGrid | None, palette: Palette, options: PaintOptions
) -> None:
    if grid is None:
        _paint_unknown(painter, placed.geometry, palette)
    else:
        paint_grid(painter, placed.geometry, grid, palette, options)


def _paint_unknown(painter: QPainter, geometry: Geometry, palette: Palette) -> None:
    painter.setBrush(palette.color("board"))
    painter.setPen(QPen(palette.color("muted"), 1.0, Qt.PenStyle.DashLine))
    painter.drawRect(geometry.board)
    height = min(geometry.board.width(), geometry.board.height())
    draw_centred(painter, geometry.board, "?", board_font(height * 0.4), palette.color("muted"))


def _paint_frame(painter: QPainter, sheet: Sheet, framed: Framed, palette: Palette, *, large: bool) -> None:
    painter.setPen(QPen(palette.color("accent" if large else "outline"), 2.0 if large else 1.0))
    painter.setBrush(palette.color("surface"))
    painter.drawRoundedRect(framed.frame, sheet.text * 0.4, sheet.text * 0.4)
    place = framed.input.place
    test = QCoreApplication.translate("arc", "Test {number}").format(number=place.pair + 1)
    words = test if place.part == "test" else str(place.pair + 1)
    painter.setFont(board_font(sheet.text * 0.85, bold=large))
    painter.setPen(palette.color("text" if large else "muted"))
    painter.drawText(framed.label, Align.AlignHCenter | Align.AlignVCenter, words)
    first, second = framed.input.geometry, framed.output.geometry
    height = min(first.board.height(), second.board.height())
    middle = QPointF((first.board.right() + second.board.left()) / 2, first.top + height / 2)
    _paint_arrow(painter, middle, sheet.text * 0.45, palette)


def _paint_arrow(painter: QPainter, middle: QPointF, length: float, palette: Palette) -> None:
    painter.setPen(
        QPen(palette.color("muted"), max(length * 0.13, 1.2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    )
    tip = middle + QPointF(length, 0)
    painter.drawLine(middle - QPointF(length, 0), tip)
    head = length * 0.5
    painter.drawPolyline([tip - QPointF(head, head), tip, tip - QPointF(head, -head)])


def _label(
    painter: QPainter,
    sheet: Sheet,
    area: QRectF,
    words: str,
    palette: Palette,
    side: Qt.AlignmentFlag,
    *,
    bold: bool,
) -> None:
    font = board_font(sheet.text, bold=bold)
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(font)
    painter.setPen(palette.color("accent" if bold else "text"))
    painter.drawText(area, side | Align.AlignVCenter, shown)


def _output_words(puzzle: ArcPuzzle, place: Place, refinement: Refinement | None) -> str:
    translate = QCoreApplication.translate
    if place.side == "answer" and refinement is not None:
        words = translate("arc", "The model's answer {number}, refinement {step}")
        return words.format(number=refinement.view + 1, step=refinement.step)
    if place.part == "train":
        return translate("arc", "Output")
    if grid_at(puzzle.task, place) is None:
        return translate("arc", "To be answered")
    return translate("arc", "Known output, which the model never sees")


def _paint_selection(
    painter: QPainter, geometry: Geometry, palette: Palette, options: PaintOptions, block: Block | None
) -> None:
    if options.hovered is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.color("accent", 0.8), max(geometry.side * 0.05, 1.0)))
        painter.drawRect(geometry.cell(*options.hovered).adjusted(1, 1, -1, -1))
    if block is not None:
        first = geometry.cell(block.top, block.left)
        last = geometry.cell(block.top + block.rows - 1, block.left + block.columns - 1)
        area = first.united(last)
        width = max(geometry.side * (0.07 if options.focused else 0.045), 1.5)
        painter.setBrush(palette.color("accent", 0.12) if block.rows * block.columns > 1 else Qt.BrushStyle.NoBrush)
        for color, stretch in (("board", 2.0), ("accent", 1.0)):
            painter.setPen(QPen(palette.color(color), width * stretch))
            painter.drawRect(area)


def _fill(painter: QPainter, geometry: Geometry, where: BoolGrid, color: QColor) -> None:
    left, top, side = geometry.left, geometry.top, geometry.side
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRects(
        [
            QRectF(left + first * side, top + row * side, (end - first) * side, side)
            for row, first, end in runs_where(where)
        ]
    )


def _line(palette: Palette) -> QColor:
    """Between cells: it has to show on black as on white."""
    return mix(QColor("#555555"), palette.color("line"), 0.3)
