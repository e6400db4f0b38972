"""What everything painted on the board means: a sample of each mark, painted as the board paints it, and its words."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFormLayout, QFrame, QScrollArea, QSizePolicy, QWidget

from app.boards.geometry import Geometry
from app.boards.guess_painting import frame_doubts
from app.boards.painting import board_font, draw_centred, paint_changed, paint_differing, paint_violation
from app.film.film import Change, Film
from app.window.theme import Palette, current_palette, mix
from app.words.plain import PlainLabel

PaintSample = Callable[[QPainter, QRectF, Palette], None]


@dataclass(frozen=True)
class Mark:
    """One row."""

    words: str
    paint: PaintSample


class Legend(QScrollArea):
    """The marks of the kind of puzzle that `film` shows."""

    def __init__(self, film: Film, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._film = film
        self._kind = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Legend"))
        film.changed.connect(self._hear)
        self._hear(Change.CONTENT)

    @Slot(object)
    def _hear(self, change: Change) -> None:
        content = self._film.content
        if change & Change.CONTENT and content is not None and content.kind != self._kind:
            self._kind = content.kind
            self.setWidget(_rows(marks_of(content.kind), self))


class Sample(QWidget):
    """A mark in a cell of its own."""

    def __init__(self, paint: PaintSample, parent: QWidget) -> None:
        super().__init__(parent)
        self._paint = paint
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * 1.7)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = current_palette()
        cell = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.fillRect(cell, palette.color("board"))
        painter.save()
        self._paint(painter, cell, palette)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.color("line"), 1))
        painter.drawRect(cell)


def _rows(marks: list[Mark], parent: QWidget) -> QWidget:
    page = QWidget(parent)
    rows = QFormLayout(page)
    rows.setContentsMargins(10, 6, 10, 6)
    rows.setHorizontalSpacing(10)
    rows.setVerticalSpacing(6)
    rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for mark in marks:
        words = PlainLabel(mark.words, page)
        words.setWordWrap(True)
        rows.addRow(Sample(mark.paint, page), words)
    return page


def marks_of(kind: str) -> list[Mark]:
    """Everything that is painted on boards of `kind` and on the timeline, in the order in which it catches the eye."""
    translate = QCoreApplication.translate
    own = {
        "sudoku": [
            Mark(translate("legend", "Bold: given by the puzzle. Light: the model's choice."), _digits),
            Mark(translate("legend", "The fainter a digit, the less sure the model is."), _faint),
            Mark(translate("legend", "Your own guess; brackets where the model's digit is another."), _own_digit),
            Mark(translate("legend", "Dashed frame: you have pencil marks here, and the model is sure."), _own_doubt),
        ],
        "maze": [
            Mark(translate("legend", "Line: the path that the model has drawn."), _path),
            Mark(translate("legend", "Shade: how likely the model thinks the path goes here."), _likely),
            Mark(translate("legend", "Dashes and cross: the path breaks, or ends too early."), _broken),
            Mark(translate("legend", "Thin line: your own path."), _own_path),
        ],
        "arc": [
            Mark(translate("legend", "The smaller a coloured square, the less sure the model is."), _small),
            Mark(translate("legend", "Hatched: outside the answer's grid."), _hatched),
            Mark(translate("legend", "Brackets in your own output: the model's colour is another."), _own_colour),
        ],
    }[kind]
    memory = translate("legend", "How far the working memory moved here (F6), or the answer (Shift+F6).")
    if kind == "maze":
        memory = translate(
            "legend",
            "How far the working memory moved here: until there is a path, or with F6 (answer: Shift+F6).",
        )
    wrong = translate("legend", "Corner and wave: breaks a rule.")
    if kind == "arc":
        wrong = translate("legend", "Corner and wave: differs from the known output.")
    every = [
        Mark(translate("legend", "Ring: changed since the previous refinement."), _changed),
        Mark(memory, _spot if kind == "arc" else _moved),
        Mark(translate("legend", "Arrow: what the selected cell depends on, once you ask why."), _rests),
        Mark(translate("legend", "Timeline: the higher a bar, the surer the model is on average."), _bars),
        Mark(translate("legend", "Tick: verified by the rules."), _verified),
    ]
    return [*own, every[0], *([Mark(wrong, _violation)] if kind != "maze" else []), *every[1:]]


def _digits(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    half = QRectF(cell.left(), cell.top(), cell.width() / 2, cell.height())
    painter.fillRect(half, palette.color("board_given"))
    draw_centred(painter, half, "7", board_font(cell.height() * 0.6, bold=True), palette.color("given"))
    right = half.translated(half.width(), 0)
    draw_centred(painter, right, "4", board_font(cell.height() * 0.6), palette.color("predicted"))


def _faint(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    draw_centred(painter, cell, "4", board_font(cell.height() * 0.6), palette.color("predicted", palette.faintest))


def _own_digit(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    geometry = Geometry(1, 1, cell.left(), cell.top(), cell.width())
    draw_centred(painter, cell, "4", board_font(cell.height() * 0.56), palette.color("own"))
    paint_differing(painter, geometry, np.ones((1, 1), np.bool_), palette)


def _own_colour(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    painter.fillRect(cell, QColor(palette.arc[3]))
    paint_differing(painter, Geometry(1, 1, cell.left(), cell.top(), cell.width()), np.ones((1, 1), np.bool_), palette)


def _own_doubt(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    geometry = Geometry(1, 1, cell.left(), cell.top(), cell.width())
    frame_doubts(painter, geometry, [(0, 0)], palette)


def _own_path(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    painter.setPen(QPen(palette.color("own"), cell.height() * 0.11))
    painter.drawLine(QLineF(cell.left(), cell.center().y(), cell.right(), cell.center().y()))


def _path(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    painter.setPen(QPen(palette.color("path"), cell.height() * 0.24))
    painter.drawLine(QLineF(cell.left(), cell.center().y(), cell.right(), cell.center().y()))


def _likely(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    third = cell.width() / 3
    for number, share in enumerate((0.2, 0.6, 1.0)):
        painter.fillRect(QRectF(cell.left() + number * third, cell.top(), third, cell.height()), palette.heat(share))


def _broken(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    pen = QPen(palette.color("violation"), cell.height() * 0.16)
    pen.setDashPattern([1.0, 0.9])
    painter.setPen(pen)
    middle = cell.center()
    painter.drawLine(QLineF(cell.left(), middle.y(), middle.x(), middle.y()))
    painter.setPen(QPen(palette.color("violation"), cell.height() * 0.12))
    reach, at = cell.width() * 0.18, middle + QPointF(cell.width() * 0.22, 0)
    for slope in (reach, -reach):
        painter.drawLine(QLineF(at - QPointF(reach, slope), at + QPointF(reach, slope)))


def _small(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color("muted"))
    inset = cell.width() * 0.28
    painter.drawRect(cell.adjusted(inset, inset, -inset, -inset))


def _hatched(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    inset = cell.width() * 0.3
    inner = cell.adjusted(inset, inset, -inset, -inset)
    painter.setPen(QPen(palette.color("muted", 0.8), 1.2))
    painter.drawLine(inner.bottomLeft(), inner.topRight())


def _changed(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    paint_changed(painter, cell, palette)


def _violation(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    paint_violation(painter, cell, palette)


def _moved(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    third = cell.width() / 3
    for number, share in enumerate((0.2, 0.5, 0.9)):
        shade = mix(palette.color("board"), palette.color("memory"), share)
        painter.fillRect(QRectF(cell.left() + number * third, cell.top(), third, cell.height()), shade)


def _spot(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color("memory"))
    radius = cell.width() * 0.19
    painter.drawEllipse(cell.bottomLeft() + QPointF(radius * 1.2, -radius * 1.2), radius, radius)


def _rests(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    painter.setPen(QPen(palette.color("influence"), max(cell.width() * 0.08, 1.5)))
    start, end = cell.topLeft() + QPointF(4, 4), cell.bottomRight() - QPointF(6, 6)
    painter.drawLine(start, end)
    head = cell.width() * 0.22
    painter.drawPolyline([end - QPointF(head, 0), end, end - QPointF(0, head)])


def _bars(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    width = cell.width() / 5
    for number, share in enumerate((0.35, 0.6, 0.9)):
        painter.setBrush(palette.color("plot_mean"))
        height = cell.height() * share
        painter.drawRect(QRectF(cell.left() + width * (0.5 + 1.5 * number), cell.bottom() - height, width, height))


def _verified(painter: QPainter, cell: QRectF, palette: Palette) -> None:
    painter.setPen(
        QPen(palette.color("verified"), max(cell.width() * 0.1, 2.0), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    )
    middle, reach = cell.center(), cell.width() * 0.26
    painter.drawPolyline(
        [
            middle + QPointF(-reach, 0),
            middle + QPointF(-reach * 0.3, reach * 0.7),
            middle + QPointF(reach, -reach * 0.8),
        ]
    )
