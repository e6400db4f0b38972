"""The film of a fit laid out in time: one mark for each guess that was made while a network was fitted."""

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.film.film import Change
from app.film.mark_slider import MARGIN, MarkSlider, Place
from app.film.player import Player
from app.window.theme import Palette, current_palette, mix
from app.words.arc import guess_words, minutes
from app.words.playback import percent

WIDEST = 26.0
LANE = 30.0
"""Pixels that the bars have."""
GAP = 12.0
"""Between the title and the first mark."""


class FitTimeline(MarkSlider):
    """A slider over the guesses of `player`'s film, which shows them above the timeline of refinements.

    A mark's height is the mean confidence. A guess that proved to be right carries a tick. Hidden without guesses.
    """

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(player, parent)
        self.setAccessibleName(self.tr("Timeline of fitting"))
        player.film.changed.connect(self._hear)
        self._hear(Change.RECORDING)

    def sizeHint(self) -> QSize:
        return QSize(420, round(self.fontMetrics().height() + LANE + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    @Slot(object)
    def _hear(self, change: Change) -> None:
        film = self._player.film
        if change & (Change.RECORDING | Change.GUESS | Change.CONTENT):
            self.setVisible(bool(film.guesses))
        with QSignalBlocker(self):
            self.setRange(0, max(len(film.guesses) - 1, 0))
            self.setValue(len(film.guesses) - 1 if film.guess is None else film.guess)
        shown = film.guesses[film.guess] if film.guess is not None else None
        self.setAccessibleDescription("" if shown is None else guess_words(shown))
        self.update()

    def _go_to(self, place: Place) -> None:
        self._player.go_to_guess(place[0])

    def _step(self, by: int) -> None:
        here = self._player.film.guess
        to = self.sliderPosition() if here is None else here + by
        self._player.go_to_guess(min(max(to, 0), self.maximum()))

    def _shown(self) -> int | None:
        return self._player.film.guess

    # Where things are

    def _left(self) -> float:
        return MARGIN + QFontMetricsF(self.font()).horizontalAdvance(self.tr("Fitting")) + GAP

    def _slot_width(self) -> float:
        return min((self.width() - MARGIN - self._left()) / max(len(self._player.film.guesses), 1), WIDEST)

    def x_of(self, index: int) -> float:
        """Where the mark of guess number `index` stands."""
        return self._left() + self._slot_width() * (index + 0.5)

    def place_at(self, x: float) -> Place:
        return max(0, min(int((x - self._left()) / self._slot_width()), self.maximum())), 0

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = current_palette()
        lane = QRectF(self._left(), 0, self.width() - MARGIN - self._left(), LANE)
        painter.setPen(palette.color("muted"))
        title = QRectF(MARGIN, 0, self._left() - MARGIN, LANE)
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, self.tr("Fitting"))
        painter.setPen(QPen(palette.color("outline"), 1))
        painter.drawLine(QPointF(lane.left(), lane.bottom() + 0.5), QPointF(lane.right(), lane.bottom() + 0.5))
        self._paint_marks(painter, palette, lane)
        self._paint_times(painter, palette, lane.bottom() + 2)
        guess = self._player.film.guess
        if guess is not None:
            self._paint_playhead(painter, palette, lane, self.x_of(guess))

    def _paint_marks(self, painter: QPainter, palette: Palette, lane: QRectF) -> None:
        width = max(min(self._slot_width() * 0.7, 14.0), 1.0)
        unsure, sure, verified = (palette.color(role) for role in ("outline", "plot_mean", "verified"))
        for index, guess in enumerate(self._player.film.guesses):
            share = guess.mean_confidence
            height = max((lane.height() - 12) * share, 2.0)
            color = verified if guess.accepted else mix(unsure, sure, 0.25 + 0.75 * share)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color.lighter(115) if (index, 0) == self._hovered else color)
            bar = QRectF(self.x_of(index) - width / 2, lane.bottom() - height, width, height)
            painter.drawRoundedRect(bar, *((2, 2) if width >= 6 else (0, 0)))
            if guess.accepted and width >= 5:
                pen = QPen(verified, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                at = QPointF(bar.center().x(), bar.top() - 5)
                painter.drawPolyline([at + QPointF(-4, 0), at + QPointF(-1, 3), at + QPointF(4, -3)])

    def _paint_times(self, painter: QPainter, palette: Palette, top: float) -> None:
        guesses, metrics = self._player.film.guesses, QFontMetricsF(self.font())
        shown = self._player.film.guess
        taken: list[tuple[float, float]] = []
        # The one that is shown first, then the ends, then as many as there is room for.
        ends = [index for index in (0, len(guesses) - 1) if index >= 0]
        for index in ([] if shown is None else [shown]) + ends + list(range(len(guesses))):
            words = minutes(guesses[index].fitted_seconds)
            wide = metrics.horizontalAdvance(words)
            left = min(max(self.x_of(index) - wide / 2, self._left()), self.width() - wide)
            if any(left < end + 6 and begin < left + wide + 6 for begin, end in taken):
                continue
            taken.append((left, left + wide))
            painter.setPen(palette.color("text" if index == shown else "muted"))
            painter.drawText(QRectF(left, top, wide + 1, metrics.height()), Qt.AlignmentFlag.AlignCenter, words)

    def _paint_playhead(self, painter: QPainter, palette: Palette, lane: QRectF, x: float) -> None:
        color = palette.color("accent" if self.hasFocus() else "plot_cursor")
        painter.setPen(QPen(color, 1.5))
        painter.drawLine(QPointF(x, 5), QPointF(x, lane.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPolygon(QPolygonF([QPointF(x - 5, 0), QPointF(x + 5, 0), QPointF(x, 7)]))

    def describe(self, position: int, cycle: int = 0) -> str:
        if not 0 <= position < len(self._player.film.guesses):
            return ""
        guess = self._player.film.guesses[position]
        lines = [
            guess_words(guess),
            self.tr("Mean confidence {chance}").format(chance=percent(guess.mean_confidence)),
            self.tr("{right} of the demonstrations were correct").format(right=percent(guess.right)),
        ]
        if guess.accepted:
            lines.append(self.tr("It matches the task's known output"))
        return "\n".join(lines)
