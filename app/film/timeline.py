"""The film laid out in time: one mark for each refinement, a playhead to drag, and the views it passes through."""

from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from app.film.film import Change
from app.film.mark_slider import MARGIN, MarkSlider, Place
from app.film.player import Player
from app.film.timeline_painting import paint_mark, paint_playhead, paint_puzzle
from app.film.transport import where_words
from app.window.theme import Palette, current_palette
from app.words.playback import percent, plural
from solver.trace import Refinement

VIEW_GAP = 14.0
"""Between the last refinement of one view and the first of the next."""
WIDEST = 64.0
LEAST_ROOM = 4.0
"""Beside a mark, for those of the cycles before it."""
DOT = 3.0
"""Radius of a cycle's mark."""


class Timeline(MarkSlider):
    """A slider over `player`'s positions.

    A mark's height is the mean confidence. The verified refinement carries a tick. Where inner cycles are shown, each
    intermediate answer has a smaller mark, a dot, before that of its refinement.
    """

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(player, parent)
        self._still: tuple[object, QPixmap] | None = None
        self._segments: list[range] = []
        """The stretches of the film that show one view each."""
        self.setAccessibleName(self.tr("Timeline"))
        player.film.changed.connect(self._hear)
        self._read()

    def sizeHint(self) -> QSize:
        return QSize(420, round(self.fontMetrics().height() * 2 + 74))

    def minimumSizeHint(self) -> QSize:
        # In a small window it gives way to the board.
        return QSize(120, round(self.fontMetrics().height() * 2 + 34))

    @Slot(object)
    def _hear(self, change: Change) -> None:
        if change & (Change.RECORDING | Change.REFINEMENT):
            self._read()
        else:
            self._follow()

    def _read(self) -> None:
        self._still = None
        self._segments, start = [], 0
        for _, stretch in groupby(self._player.film.refinements, key=lambda r: r.view):
            end = start + len(list(stretch))
            self._segments.append(range(start, end))
            start = end
        self._follow()

    def _follow(self) -> None:
        with QSignalBlocker(self):
            self.setRange(-1, self._player.film.last)
            self.setValue(self._player.film.position)
        self.setAccessibleDescription(where_words(self._player))
        self.update()

    def _go_to(self, place: Place) -> None:
        self._player.go_to(*place)

    def _step(self, by: int) -> None:
        if by > 0:
            self._player.step_forward()
        else:
            self._player.step_back()

    def _shown(self) -> int:
        return self._player.film.position

    # Where things are

    def _slot_width(self) -> float:
        gaps = VIEW_GAP * max(len(self._segments) - 1, 0)
        return min((self.width() - 2 * MARGIN - gaps) / (self._player.film.room + 1), WIDEST)

    def _centres(self) -> list[float]:
        """x of each position, the puzzle's first."""
        width = self._slot_width()
        centres = [MARGIN + width / 2]
        x = MARGIN + width * 1.5
        for number, segment in enumerate(self._segments):
            x += VIEW_GAP if number else 0
            for _ in segment:
                centres.append(x)
                x += width
        return centres

    def _mark_width(self, width: float) -> float:
        return max(min(width * 0.62, 22.0), 1.0)

    def _room_for_cycles(self, width: float) -> float:
        """Between one mark and the next."""
        return width - self._mark_width(width)

    def position_at(self, x: float) -> int:
        """The position whose mark is nearest to `x`."""
        centres = self._centres()
        return min(range(len(centres)), key=lambda i: abs(centres[i] - x)) - 1

    def place_at(self, x: float) -> Place:
        """The mark, of a refinement or of a cycle, that is nearest to `x`."""
        near = self.position_at(x)
        places = [
            (p, c) for p in (near, near + 1) if p <= self._player.film.last for c in range(self._marks_within(p) + 1)
        ]
        return min(places, key=lambda place: abs(self.x_of(*place) - x))

    def x_of(self, position: int, cycle: int = 0) -> float:
        """Where the mark of `position`, or of a cycle within it, stands."""
        centre, width = self._centres()[position + 1], self._slot_width()
        if not cycle:
            return centre
        room = self._room_for_cycles(width)
        return centre - width / 2 - room / 2 + room * cycle / len(self._player.film.refinements[position].inner_answers)

    def _marks_within(self, position: int) -> int:
        """How many cycles of the refinement at `position` have marks of their own."""
        enough = self._room_for_cycles(self._slot_width()) >= LEAST_ROOM
        return self._player.film.intermediates(position) if enough else 0

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._painted_film())
        palette, film = current_palette(), self._player.film
        text_height = QFontMetricsF(self.font()).height()
        lane, centres, width = self._lane(), self._centres(), self._slot_width()
        at_puzzle = film.position == -1 and film.guess is None
        paint_puzzle(painter, palette, lane, centres[0], self._mark_width(width), here=at_puzzle)
        here = (film.position, film.cycle)
        if film.cycle and film.inner_cycles and film.cycle <= self._marks_within(film.position):
            self._paint_cycle(painter, palette, lane, here, here=True)
        self._paint_numbers(painter, palette, lane.bottom() + 2, text_height, centres, width)
        if film.guess is None:
            at = None if film.cycle else film.current()
            paint_playhead(painter, palette, lane, self.x_of(*here), at, focused=self.hasFocus())

    def _lane(self) -> QRectF:
        """Where the marks stand."""
        text_height = QFontMetricsF(self.font()).height()
        views_height = text_height + 6 if len(self._segments) > 1 else 0
        bottom = self.height() - text_height - 4 - views_height
        return QRectF(0, 20, self.width(), bottom - 20)

    def _painted_film(self) -> QPixmap:
        """What stays as it is while the playhead moves, painted once for many frames."""
        palette, film, ratio = current_palette(), self._player.film, self.devicePixelRatioF()
        looks = (palette.name, self.size(), ratio, self.font().key())
        key = (*looks, self._hovered, film.inner_cycles, film.room, len(film.refinements))
        if self._still is None or self._still[0] != key:
            pixmap = QPixmap(self.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self.font())
            self._paint_film(painter, palette)
            painter.end()
            self._still = key, pixmap
        return self._still[1]

    def _paint_film(self, painter: QPainter, palette: Palette) -> None:
        lane, centres, width = self._lane(), self._centres(), self._slot_width()
        text_height, mark_width = QFontMetricsF(self.font()).height(), self._mark_width(width)
        painter.setPen(QPen(palette.color("outline"), 1))
        painter.drawLine(QPointF(MARGIN, lane.bottom() + 0.5), QPointF(self.width() - MARGIN, lane.bottom() + 0.5))
        self._paint_expected(painter, palette, lane, centres[-1], width, mark_width)
        shades = (palette.color("outline"), palette.color("plot_mean"), palette.color("verified"))
        for position, refinement in enumerate(self._player.film.refinements):
            box = QRectF(centres[position + 1] - mark_width / 2, lane.top(), mark_width, lane.height())
            paint_mark(painter, shades, box, refinement, hovered=(position, 0) == self._hovered)
            if self._player.inner_cycles:
                for cycle in range(1, self._marks_within(position) + 1):
                    self._paint_cycle(painter, palette, lane, (position, cycle))
        self._paint_views(painter, palette, lane.bottom() + 4 + text_height, text_height, centres, width)

    def _paint_expected(
        self, painter: QPainter, palette: Palette, lane: QRectF, x: float, width: float, mark_width: float
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color("outline"))
        for ahead in range(1, self._player.film.room - len(self._player.film.refinements) + 1):
            painter.drawRect(QRectF(x + ahead * width - mark_width / 2, lane.bottom() - 2, mark_width, 2))

    def _paint_cycle(
        self, painter: QPainter, palette: Palette, lane: QRectF, place: Place, *, here: bool = False
    ) -> None:
        """A dot, higher the nearer the answer then was to the refinement's own; full under the playhead."""
        position, cycle = place
        refinement = self._player.film.refinements[position]
        agreement = float((refinement.inner_answers[cycle - 1] == refinement.answer).mean())
        y = lane.bottom() - DOT - 2 - (lane.height() - 2 * DOT - 4) * agreement
        painter.setPen(QPen(palette.color("accent" if here or place == self._hovered else "muted"), 1.4))
        painter.setBrush(palette.color("accent" if here else "surface"))
        radius = min(DOT, self._room_for_cycles(self._slot_width()) / 2)
        painter.drawEllipse(QPointF(self.x_of(position, cycle), y), radius, radius)

    def _paint_numbers(
        self, painter: QPainter, palette: Palette, top: float, height: float, centres: list[float], width: float
    ) -> None:
        metrics = QFontMetricsF(self.font())
        widest = metrics.horizontalAdvance("000") + 4
        every = next((n for n in (1, 2, 4, 5, 10, 20, 50) if n * width >= widest), 100)
        for position, refinement in enumerate(self._player.film.refinements):
            here = position == self._player.film.position
            near = abs(position - self._player.film.position) * width < widest
            if not here and (near if every > 1 else False):
                continue
            if here or refinement.step % every == 0 or (refinement.step == 1 and every > 1):
                painter.setPen(palette.color("text" if here else "muted"))
                wide = metrics.horizontalAdvance(str(refinement.step)) + 1
                left = min(max(centres[position + 1] - wide / 2, 0.0), self.width() - wide)
                painter.drawText(QRectF(left, top, wide, height), Qt.AlignmentFlag.AlignCenter, str(refinement.step))

    def _paint_views(
        self, painter: QPainter, palette: Palette, top: float, height: float, centres: list[float], width: float
    ) -> None:
        segments = self._segments
        if len(segments) < 2:
            return
        metrics = QFontMetricsF(self.font())
        for number, segment in enumerate(segments):
            left = centres[segment.start + 1] - width / 2 + 1
            right = centres[segment.stop] + width / 2 - 1
            painter.setPen(QPen(palette.color("muted"), 1))
            painter.drawPolyline(
                [QPointF(left, top), QPointF(left, top + 3), QPointF(right, top + 3), QPointF(right, top)]
            )
            view = self._player.film.refinements[segment.start].view
            words = self._player.view_words(view)
            # The last label may use whatever is free at its right.
            room = (self.width() - MARGIN if number == len(segments) - 1 else right) - left
            if metrics.horizontalAdvance(words) > room:
                words = self._player.view_number(view)
            wide = metrics.horizontalAdvance(words)
            # Whole, even where its refinements are few and at the very end.
            area = QRectF(min(left, self.width() - MARGIN - wide), top + 4, max(room, wide + 1), height)
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            if number:
                painter.setPen(QPen(palette.color("outline"), 1, Qt.PenStyle.DashLine))
                painter.drawLine(QPointF(left - VIEW_GAP / 2, 4), QPointF(left - VIEW_GAP / 2, top))

    def describe(self, position: int, cycle: int = 0) -> str:
        """The refinement at `position`, or the answer after a cycle within it, in a few lines."""
        if position < 0:
            return self.tr("The puzzle itself")
        refinement = self._player.film.refinements[position]
        if cycle:
            return self._describe_cycle(refinement, cycle)
        changed = int(refinement.changed.sum())
        lines = [
            self.tr("Refinement {step}, {view}").format(
                step=refinement.step, view=self._player.view_title(refinement.view)
            ),
            self.tr("Mean confidence {chance}").format(chance=percent(refinement.mean_confidence)),
            plural(self.tr("%n cell(s) changed", "", changed), changed),
        ]
        if refinement.continue_probability is not None:
            lines.append(
                self.tr("Would stop here: {halt}, would go on: {go_on}").format(
                    halt=percent(refinement.halt_probability), go_on=percent(refinement.continue_probability)
                )
            )
        if refinement.accepted:
            lines.append(self.tr("The rules accept this answer"))
        return "\n".join(lines)

    def _describe_cycle(self, refinement: Refinement, cycle: int) -> str:
        inner = refinement.inner_answers
        left = int((inner[cycle - 1] != refinement.answer).sum())
        return "\n".join(
            [
                self.tr("Refinement {step}, draft after cycle {cycle} of {cycles}").format(
                    step=refinement.step, cycle=cycle, cycles=len(inner)
                ),
                plural(self.tr("%n cell(s) still to change", "", left), left),
            ]
        )
