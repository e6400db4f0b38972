"""The person's own output beside the model's answer: where the two differ, and what the known output says of it."""

from PySide6.QtGui import QPainter

from app.boards.arc.answer_painting import FINE, paint_wrong
from app.boards.geometry import Geometry
from app.boards.painting import PaintOptions, paint_differing
from app.documents.own_output import differing
from app.film.intermediate import Intermediate
from app.window.theme import Palette
from solver.puzzles.arc.canvas import from_canvas
from solver.puzzles.arc.task import ArcGrid
from solver.trace import Refinement


def paint_own_marks(
    painter: QPainter,
    geometry: Geometry,
    own: ArcGrid,
    shown: Refinement | None,
    known: ArcGrid | None,
    palette: Palette,
    options: PaintOptions,
) -> None:
    """Over the painted output: brackets where `shown` has another colour, filled corners where `known` has."""
    if geometry.side < FINE or not options.marks:
        return
    if known is not None:
        paint_wrong(painter, geometry, differing(own, known), palette)
    if shown is not None and not isinstance(shown, Intermediate):
        differ = differing(own, from_canvas(shown.answer))
        if differ.any():
            paint_differing(painter, geometry, differ, palette)
