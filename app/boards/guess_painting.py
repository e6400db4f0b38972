"""A person's own entries on a board: large where the model shows nothing, small beside its answer. No widget."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.boards.cells import cells_where, runs_where
from app.boards.geometry import Geometry
from app.boards.painting import board_font, draw_centred, paint_differing, paint_violation
from app.documents.draft import Content, Draft
from app.documents.guess import Guess, compare
from app.film.intermediate import Intermediate
from app.window.theme import Palette
from solver.puzzles.base import BoolGrid
from solver.puzzles.maze.cells import GOAL, START
from solver.puzzles.sudoku.puzzle import conflicting_cells
from solver.trace import Refinement


def paint_own_digits(
    painter: QPainter,
    geometry: Geometry,
    content: Content,
    shown: Refinement | None,
    guess: Guess,
    palette: Palette,
    *,
    marks: bool = True,
) -> None:
    """Over a painted Sudoku: the digits and pencil marks, and with `marks` where they differ or break a rule."""
    side = geometry.side
    color = palette.color("own")
    for cell in cells_where(guess.entered):
        rect = geometry.cell(*cell)
        entry = str(int(guess.values[cell]))
        if shown is None:
            font = board_font(side * 0.56)
        else:
            rect = QRectF(rect.left() + side * 0.08, rect.top() + side * 0.07, side * 0.24, side * 0.3)
            font = board_font(side * 0.28, bold=True)
        draw_centred(painter, rect, entry, font, color)
    if shown is None:
        for cell in cells_where(guess.marks != 0):
            third = side / 3
            for digit in guess.marks_of(cell):
                row, column = divmod(digit - 1, 3)
                corner = geometry.cell(*cell).topLeft() + QPointF(column * third, row * third)
                place = QRectF(corner.x(), corner.y(), third, third)
                draw_centred(painter, place, str(digit), board_font(side * 0.22), color)
    if not marks or isinstance(content, Draft):
        return
    if shown is None:
        both = (content.grid + guess.values).ravel().tolist()
        for cell in conflicting_cells(both):
            if guess.entered[cell]:
                paint_violation(painter, geometry.cell(*cell), palette)
    elif not isinstance(shown, Intermediate):
        found = compare(guess, content, shown)
        differing = guess.entered & (guess.values != shown.answer)
        if differing.any():
            paint_differing(painter, geometry, differing, palette)
        frame_doubts(painter, geometry, [cell for cell in found.surer if guess.marks[cell]], palette)


def frame_doubts(painter: QPainter, geometry: Geometry, cells: list[tuple[int, int]], palette: Palette) -> None:
    """A broken frame where the person has pencil marks, and the model is sure."""
    width = max(geometry.side * 0.04, 1.0)
    pen = QPen(palette.color("own"), width)
    pen.setDashPattern([2.2, 1.8])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = geometry.side * 0.07
    for cell in cells:
        painter.drawRect(geometry.cell(*cell).adjusted(inset, inset, -inset, -inset))


def paint_own_path(painter: QPainter, geometry: Geometry, content: Content, guess: Guess, palette: Palette) -> None:
    """Over a painted maze: a thin line through the cells that the person takes for the path."""
    own = guess.entered
    ends = (content.grid == START) | (content.grid == GOAL)
    width = max(geometry.side * 0.11, 1.2)
    painter.setPen(
        QPen(palette.color("own"), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawLines(_lines(geometry, own, own | ends))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color("own"))
    for cell in cells_where(own):
        painter.drawEllipse(geometry.cell(*cell).center(), width, width)


def _lines(geometry: Geometry, own: BoolGrid, route: BoolGrid) -> list[QLineF]:
    """Between cells side by side, at least one of which is the person's."""
    lines = []
    for upright in (False, True):
        on, at = (grid.T if upright else grid for grid in (route, own))
        links = on[:, :-1] & on[:, 1:] & (at[:, :-1] | at[:, 1:])
        for row, first, last in runs_where(links):
            ends = ((first, row), (last, row)) if upright else ((row, first), (row, last))
            lines.append(QLineF(geometry.cell(*ends[0]).center(), geometry.cell(*ends[1]).center()))
    return lines
