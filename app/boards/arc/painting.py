"""How an ARC task looks: its grids in their ten colours, and what the model has made of its canvas so far."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.boards.arc.answer_painting import (
    FINE,
    LEGIBLE,
    arc_colours,
    between_cells,
    paint_answer,
    paint_digits,
)
from app.boards.arc.grid_edits import Block
from app.boards.arc.own_painting import paint_own_marks
from app.boards.arc.places import Place, grid_at
from app.boards.arc.sheet import Framed, Placed, Sheet, lay_out
from app.boards.geometry import Geometry
from app.boards.painting import (
    PLAIN,
    PaintOptions,
    board_font,
    draw_centred,
    fill_cells,
    paint_lines,
    stroke,
)
from app.documents.draft import Content
from app.window.theme import Palette
from app.words.arc import guess_words, minutes
from app.words.own_output import own_output_words
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcGrid
from solver.trace import FitGuess, Refinement

Align = Qt.AlignmentFlag


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
    if answer is None or isinstance(refinement, FitGuess):
        # A puzzle to be looked at doesn't come with its solution.
        options = replace(options, output_hidden=content.known_output is not None)
        content = ArcPuzzle(content.task.without_answers(), content.test)
    sheet = lay_out(rect, content.task, shown, answer, ratio, strip=options.context)
    paint_strip(painter, sheet, content, shown, palette, options)
    paint_large(painter, sheet, content, refinement, palette, options)
    return sheet.answer_geometry


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
    own: ArcGrid | None = None,
    *,
    painted: bool = False,
) -> None:
    """The pair below the strip; `active` is the grid that the keyboard and the selected `block` are in.

    `own` is the person's own output, which is compared once something was `painted` in it.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    given, output = sheet.input, sheet.output
    words = (place_words(given.place),), output_words(puzzle, output.place, refinement, hidden=options.output_hidden)
    _label(painter, sheet, sheet.input_label, words[0], palette, Align.AlignRight, bold=given.place == active)
    _label(painter, sheet, sheet.output_label, words[1], palette, Align.AlignLeft, bold=output.place == active)
    between = QRectF(given.geometry.board.topRight(), output.geometry.board.bottomLeft())
    height = min(given.geometry.board.height(), output.geometry.board.height())
    _paint_arrow(painter, QPointF(between.center().x(), given.geometry.top + height / 2), sheet.text, palette)
    for placed in (given, output):
        grid = grid_at(puzzle.task, placed.place)
        if placed.place.side == "answer":
            assert refinement is not None
            paint_answer(painter, placed.geometry, refinement, palette, options)
        elif grid is None:
            _paint_unknown(painter, placed.geometry, palette)
        else:
            paint_grid(painter, placed.geometry, grid, palette, options)
        if placed.place == active:
            _paint_selection(painter, placed.geometry, palette, options, block)
    known = None if sheet.known is None else grid_at(puzzle.task, sheet.known.place)
    if sheet.known is not None and known is not None:
        paint_grid(painter, sheet.known.geometry, known, palette, options)
        words_of_known = QCoreApplication.translate("arc", "Known output")
        _label(painter, sheet, sheet.known_label, (words_of_known,), palette, Align.AlignLeft, bold=False)
    if sheet.own is not None and own is not None:
        paint_grid(painter, sheet.own.geometry, own, palette, options)
        known = puzzle.known_output
        if painted:
            paint_own_marks(painter, sheet.own.geometry, own, refinement, known, palette, options)
        words_of_own = own_output_words(own if painted else None, known)
        _label(painter, sheet, sheet.own_label, words_of_own, palette, Align.AlignLeft, bold=sheet.own.place == active)
        if sheet.own.place == active:
            _paint_selection(painter, sheet.own.geometry, palette, options, block)
    painter.restore()


def paint_grid(painter: QPainter, geometry: Geometry, grid: ArcGrid, palette: Palette, options: PaintOptions) -> None:
    """One grid in its colours."""
    colours, values = arc_colours(palette, options), np.array(grid)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for value in np.unique(values).tolist():
        fill_cells(painter, geometry, values == value, colours[value])
    if geometry.side >= FINE:
        paint_lines(painter, geometry, between_cells(palette))
    painter.setPen(stroke(palette.color("line_strong"), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(geometry.board)
    painter.restore()
    if options.digits and geometry.side >= LEGIBLE:
        paint_digits(painter, geometry, values, colours)


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
    wordings: Sequence[str],
    palette: Palette,
    side: Qt.AlignmentFlag,
    *,
    bold: bool,
) -> None:
    font = board_font(sheet.text, bold=bold)
    metrics = QFontMetricsF(font)
    # The longest that fits; only the shortest may be cut.
    words = next((each for each in wordings if metrics.horizontalAdvance(each) <= area.width()), wordings[-1])
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(font)
    painter.setPen(palette.color("accent" if bold else "text"))
    painter.drawText(area, side | Align.AlignVCenter, shown)


def place_words(place: Place) -> str:
    """“Demonstration 2, output”."""
    translate = QCoreApplication.translate
    name = translate("arc", "Demonstration {number}") if place.part == "train" else translate("arc", "Test {number}")
    sides = {
        "input": translate("arc", "input"),
        "output": translate("arc", "output"),
        "answer": translate("arc", "the model's answer"),
        "own": translate("arc", "your own output"),
    }
    return f"{name.format(number=place.pair + 1)}, {sides[place.side]}"


def output_words(puzzle: ArcPuzzle, place: Place, refinement: Refinement | None, *, hidden: bool) -> tuple[str, ...]:
    """What stands above the grid that is filled in: from the longest wording to the shortest."""
    translate = QCoreApplication.translate
    if isinstance(refinement, FitGuess) and place.side == "answer":
        short = translate("arc", "Guess at {time}").format(time=minutes(refinement.fitted_seconds))
        return guess_words(refinement), short
    if place.side == "answer" and refinement is not None:
        words = translate("arc", "Answer {number}, refinement {step}")
        short = translate("arc", "Answer {number}").format(number=refinement.view + 1)
        return words.format(number=refinement.view + 1, step=refinement.step), short
    if place.part == "train":
        return (translate("arc", "Output"),)
    if hidden:
        return translate("arc", "Known output, hidden: click to show it"), translate("arc", "Hidden: click to show")
    if grid_at(puzzle.task, place) is None:
        return (translate("arc", "To be answered"),)
    return translate("arc", "Known output (the model never sees it)"), translate("arc", "Known output")


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
