"""Where everything of an ARC task lies on its sheet: a strip of all pairs above, and one of them large below."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF

from app.boards.arc.places import Place, Side, grid_at, pairs_of
from app.boards.geometry import Geometry
from solver.puzzles.arc.canvas import size
from solver.puzzles.arc.task import ArcPair, ArcTask
from solver.puzzles.base import Cell

Size = tuple[float, float]
"""Width and height of a frame."""
STRIP_SHARE = 0.34
"""Of the sheet's height, at most."""
LARGEST_SMALL, LARGEST_LARGE = 0.045, 0.17
"""Sides of a cell in the strip and below it at most, as shares of the sheet's shorter side."""


@dataclass(frozen=True)
class Placed:
    """One grid on the sheet."""

    place: Place
    geometry: Geometry


@dataclass(frozen=True)
class Framed:
    """One pair in the strip."""

    frame: QRectF
    label: QRectF
    input: Placed
    output: Placed


@dataclass(frozen=True)
class Sheet:
    """Everything's place."""

    text: float
    """Height of the letters, in pixels."""
    strip: tuple[Framed, ...]
    input: Placed
    """The large pair's."""
    output: Placed
    input_label: QRectF
    output_label: QRectF
    known: Placed | None = None
    """The known output beside the model's answer; only to look at."""
    known_label: QRectF = field(default_factory=QRectF)
    own: Placed | None = None
    """The person's own output."""
    own_label: QRectF = field(default_factory=QRectF)

    @property
    def answer_geometry(self) -> Geometry:
        """Where the answer's cells lie, and with them those of the input that it is for."""
        return replace(self.output.geometry, given=self.input.geometry)

    def large_at(self, point: QPointF) -> Placed | None:
        """Which of the large grids is under `point`."""
        large = (self.input, self.output, self.own)
        return next((p for p in large if p is not None and p.geometry.board.contains(point)), None)

    def small_at(self, point: QPointF) -> Place | None:
        """Which grid of the strip is under `point`; beside the two grids of a frame, the nearer one."""
        for framed in self.strip:
            if framed.frame.contains(point):
                middle = (framed.input.geometry.board.right() + framed.output.geometry.board.left()) / 2
                return (framed.input if point.x() < middle else framed.output).place
        return None

    def geometry_of(self, place: Place) -> Geometry:
        """Where the large grid `place` is; the input's, if it is not shown large."""
        placed = next((p for p in (self.output, self.own) if p is not None and p.place == place), self.input)
        return placed.geometry


def lay_out(
    rect: QRectF,
    task: ArcTask,
    shown: Place,
    answer: Cell | None,
    pixel_ratio: float = 1.0,
    *,
    strip: bool = True,
    own: Cell | None = None,
) -> Sheet:
    """The sheet in `rect`, with the pair of `shown` large; `answer` is the shape of the model's canvas beside it.

    `own` is the shape of the person's own output, which stands beside them.

    Without an answer, the pair's own output is shown, and else beside it; without the `strip`, the pair alone.
    """
    text = max(min(rect.width(), rect.height()) * 0.026, 8.0)
    frames = _strip(rect, task, text, pixel_ratio) if strip else ()
    top = max((framed.frame.bottom() + text * 0.7 for framed in frames), default=rect.top())
    label = text * 1.9
    below = QRectF(rect.left(), top + label, rect.width(), max(rect.bottom() - top - label, 1.0))
    given = grid_at(task, shown.beside("input"))
    known = grid_at(task, shown.beside("output"))
    assert given is not None
    side: Side = "output" if answer is None else "answer"
    shapes = size(given), answer or size(known or given)
    beside: list[tuple[Side, Cell]] = [] if own is None else [("own", own)]
    if answer is not None and known is not None and strip:
        beside.append(("output", size(known)))
    arrow, gap = text * 4, text * 2
    columns = shapes[0][1] + shapes[1][1] + sum(shape[1] for _, shape in beside)
    rows = max(shape[0] for shape in (*shapes, *(shape for _, shape in beside)))
    gaps = arrow + gap * len(beside)
    cell = min(
        (below.width() - gaps) / columns,
        below.height() / rows,
        LARGEST_LARGE * min(rect.width(), rect.height()),
    )
    cell = _snapped(cell, pixel_ratio)
    if not strip:
        spare = max((below.height() - cell * rows) / 2, 0.0)
        top += spare
        below.translate(0, spare)
    left = below.left() + (below.width() - gaps - cell * columns) / 2
    first = _geometry(shapes[0], left, below.top(), cell, pixel_ratio)
    second = _geometry(shapes[1], left + cell * shapes[0][1] + arrow, below.top(), cell, pixel_ratio)
    extra: dict[Side, Placed] = {}
    edge = second.board.right()
    for which, shape in beside:
        extra[which] = Placed(shown.beside(which), _geometry(shape, edge + gap, below.top(), cell, pixel_ratio))
        edge = extra[which].geometry.board.right()
    # Each label ends where the next one begins.
    labels: dict[Side, QRectF] = {}
    end = below.right()
    for which, placed in reversed(extra.items()):
        begin = placed.geometry.board.left() - text * 0.6
        labels[which] = QRectF(begin, top, max(end - begin, 1.0), label)
        end = begin
    return Sheet(
        text,
        frames,
        Placed(shown.beside("input"), first),
        Placed(shown.beside(side), second),
        QRectF(below.left(), top, max(first.board.right() - below.left(), 1.0), label),
        QRectF(second.board.left(), top, max(end - second.board.left(), 1.0), label),
        extra.get("output"),
        labels.get("output", QRectF()),
        extra.get("own"),
        labels.get("own", QRectF()),
    )


def _strip(rect: QRectF, task: ArcTask, text: float, pixel_ratio: float) -> tuple[Framed, ...]:
    """All pairs, in as large cells as the strip's height lets them have."""
    pairs = [pair for _, _, pair in pairs_of(task)]
    most = LARGEST_SMALL * min(rect.width(), rect.height())
    low, high = 0.0, most
    for _ in range(12):
        cell = (low + high) / 2
        if _flow(rect, pairs, cell, text)[-1].bottom() - rect.top() <= STRIP_SHARE * rect.height():
            low = cell
        else:
            high = cell
    cell = _snapped(low, pixel_ratio)
    framed = []
    pad, gap, label = _spaces(text)
    for (part, number, pair), frame in zip(pairs_of(task), _flow(rect, pairs, cell, text), strict=True):
        shapes = _shapes(pair)
        width = cell * (shapes[0][1] + shapes[1][1]) + gap
        left, top = frame.center().x() - width / 2, frame.top() + label
        first = _geometry(shapes[0], left, top, cell, pixel_ratio)
        second = _geometry(shapes[1], left + cell * shapes[0][1] + gap, top, cell, pixel_ratio)
        framed.append(
            Framed(
                frame,
                QRectF(frame.left() + pad, frame.top(), frame.width() - 2 * pad, label),
                Placed(Place(part, number, "input"), first),
                Placed(Place(part, number, "output"), second),
            )
        )
    return tuple(framed)


def _flow(rect: QRectF, pairs: Sequence[ArcPair], cell: float, text: float) -> list[QRectF]:
    """The frames of `pairs` in rows, as words are set, each row as high as its highest frame."""
    pad, gap, label = _spaces(text)
    sizes = []
    for pair in pairs:
        (rows_in, columns_in), (rows_out, columns_out) = _shapes(pair)
        width = max(cell * (columns_in + columns_out) + gap + 2 * pad, text * 4.5)
        sizes.append((width, cell * max(rows_in, rows_out) + label + pad))
    rows = _evenly(sizes, rect.width(), pad)
    frames = []
    top = rect.top()
    for row in rows:
        height = max(height for _, height in row)
        left = rect.left() + max(rect.width() - sum(width for width, _ in row) - pad * (len(row) - 1), 0.0) / 2
        for width, _ in row:
            frames.append(QRectF(left, top, width, height))
            left += width + pad
        top += height + pad
    return frames


def _evenly(sizes: Sequence[Size], width: float, pad: float) -> list[list[Size]]:
    """As few rows as `width` allows, and none much longer than the others."""
    rows = _rows(sizes, width, pad)
    low, high = 0.0, width
    for _ in range(8):
        tried = _rows(sizes, (low + high) / 2, pad)
        if len(tried) == len(rows):
            rows, high = tried, (low + high) / 2
        else:
            low = (low + high) / 2
    return rows


def _rows(sizes: Sequence[Size], width: float, pad: float) -> list[list[Size]]:
    rows: list[list[Size]] = [[]]
    used = 0.0
    for size_ in sizes:
        if rows[-1] and used + size_[0] > width:
            rows.append([])
            used = 0.0
        rows[-1].append(size_)
        used += size_[0] + pad
    return rows


def _spaces(text: float) -> tuple[float, float, float]:
    """Around a frame's grids, between them, and above them for a label."""
    return text * 0.6, text * 1.6, text * 1.7


def _shapes(pair: ArcPair) -> tuple[Cell, Cell]:
    return size(pair.input), size(pair.output or pair.input)


def _snapped(cell: float, pixel_ratio: float) -> float:
    return math.floor(cell * pixel_ratio) / pixel_ratio if cell * pixel_ratio >= 2 else max(cell, 1e-3)


def _geometry(shape: Cell, left: float, top: float, cell: float, pixel_ratio: float) -> Geometry:
    return Geometry(*shape, round(left * pixel_ratio) / pixel_ratio, round(top * pixel_ratio) / pixel_ratio, cell)
