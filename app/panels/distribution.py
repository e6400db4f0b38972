"""One cell's probabilities: a bar for each token now, and beside it how it went through the refinements."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.film.film import Change
from app.film.player import Player
from app.window.theme import Palette, current_palette
from app.words.playback import percent, token_word
from solver.puzzles.base import Cell
from solver.puzzles.vocabulary import VOCABULARIES

NEGLIGIBLE = 0.005
"""Tokens that stand for no value are shown only when they were ever likelier than this."""
GAP = 8.0
TALLEST_ROW = 26.0
NARROWEST_GAP = 4.0
"""Columns of the history narrower than this are not set apart."""


class DistributionView(QWidget):
    """Paints `cell` of `player`'s film; clicking into the history moves the playhead there."""

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._kind = "sudoku"
        self._cell: Cell | None = None
        self._history = np.zeros((0, 0))
        self._names = self._percents = 0.0
        """How wide the widest token's name and percent are; asking the font is what painting took longest over."""
        self._image: tuple[Palette, QImage] | None = None
        """The history, in the palette that it was last painted in."""
        self.tokens: list[int] = []
        """The tokens that have a row."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Probabilities of the cell"))

    def show_cell(self, kind: str, cell: Cell | None) -> None:
        """Show another cell of a puzzle of `kind`, or none."""
        self._kind, self._cell = kind, cell
        self._read()

    def sizeHint(self) -> QSize:
        # It takes more where there is more; asked for, that would make the panel scroll.
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(150, round(self.fontMetrics().height() * 10.5))

    def _tokens_with_rows(self) -> list[int]:
        if self._cell is None:
            return []
        first = VOCABULARIES[self._kind].offset + (1 if self._kind == "sudoku" else 0)
        likely = self._history.max(axis=0, initial=0) >= NEGLIGIBLE
        return [token for token in range(self._history.shape[1]) if token >= max(first, 1) or likely[token]]

    def hear(self, change: Change) -> None:
        """The film has changed, but for its puzzle: of another one, a cell has to be shown."""
        if change & (Change.RECORDING | Change.REFINEMENT):
            self._read()
        else:
            self._moved()

    def _read(self) -> None:
        film = self._player.film.refinements
        if self._cell is None or not film:
            self._history = np.zeros((0, 0))
        else:
            self._history = np.stack([r.probabilities[self._cell] for r in film])
        self.tokens = self._tokens_with_rows()
        self._image = None
        self._measure()
        self._moved()

    def _measure(self) -> None:
        metrics = QFontMetricsF(self._bold())
        names = (metrics.horizontalAdvance(token_word(self._kind, token)) for token in self.tokens)
        self._names = max(names, default=0.0)
        self._percents = metrics.horizontalAdvance(">99 %")

    def _moved(self) -> None:
        self.setAccessibleDescription(self._describe())
        self.update()

    def _describe(self) -> str:
        position = self._player.film.position
        if not self.tokens or position < 0:
            return ""
        now = self._history[position]
        likeliest = sorted(self.tokens, key=lambda token: -now[token])[:3]
        return ", ".join(f"{token_word(self._kind, token)} {percent(float(now[token]))}" for token in likeliest)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self.tokens
        if not tokens:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = current_palette()
        position = self._player.film.position
        height = self._row_height()
        chosen = int(self._history[position].argmax()) if position >= 0 else None
        self._paint_headings(painter, palette)
        for row, token in enumerate(tokens):
            top = self._top() + row * height
            if position >= 0:
                self._paint_bar(painter, palette, top, height, token, token == chosen)
            else:
                self._paint_name(painter, palette, top, height, token, False)
        self._paint_history(painter, palette, height)
        self._paint_playhead(painter, palette, len(tokens) * height)

    def _top(self) -> float:
        return QFontMetricsF(self.font()).height() + 6

    def _row_height(self) -> float:
        return min((self.height() - self._top() - 2) / len(self.tokens), TALLEST_ROW)

    def _bold(self) -> QFont:
        bold = QFont(self.font())
        bold.setBold(True)
        return bold

    def _columns(self) -> tuple[float, float, float, float]:
        """Where the names, bars, percents and the history begin."""
        left, percents = self._names + GAP, self._percents
        bars = max((self.width() - left - percents - 2 * GAP) * 0.42, 20.0)
        return 0.0, left, left + bars + GAP / 2, left + bars + percents + 2 * GAP

    def _history_cell(self, position: int) -> QRectF:
        left = self._columns()[3]
        width = (self.width() - 2 - left) / max(self._player.film.room, 1)
        return QRectF(left + position * width, 0, width, 1)

    def _paint_headings(self, painter: QPainter, palette: Palette) -> None:
        painter.setPen(palette.color("muted"))
        _, bars, _, history = self._columns()
        metrics = QFontMetricsF(self.font())
        room = self.width() - history
        # Of an answer within a refinement no chances were recorded; shown are those at the refinement's end.
        when = self.tr("at the end") if self._player.film.cycle else self.tr("now")
        painter.drawText(QPointF(bars, metrics.ascent()), when)
        words = metrics.elidedText(self.tr("history"), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(history, metrics.ascent()), words)

    def _paint_name(
        self, painter: QPainter, palette: Palette, top: float, height: float, token: int, chosen: bool
    ) -> None:
        painter.setFont(self._bold() if chosen else self.font())
        painter.setPen(palette.color("text" if chosen else "muted"))
        area = QRectF(0, top, self._columns()[1] - GAP, height)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, align, token_word(self._kind, token))

    def _paint_bar(
        self, painter: QPainter, palette: Palette, top: float, height: float, token: int, chosen: bool
    ) -> None:
        self._paint_name(painter, palette, top, height, token, chosen)
        share = float(self._history[self._player.film.position][token])
        _, left, percents, history = self._columns()
        thick = height * 0.56
        track = QRectF(left, top + (height - thick) / 2, percents - left - GAP / 2, thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color("outline", 0.45))
        painter.drawRoundedRect(track, 2, 2)
        painter.setBrush(palette.color("plot_mean" if chosen else "muted"))
        painter.drawRoundedRect(
            QRectF(track.topLeft(), QPointF(track.left() + track.width() * share, track.bottom())), 2, 2
        )
        painter.setPen(palette.color("text" if chosen else "muted"))
        area = QRectF(percents, top, history - percents - GAP, height)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent(share))

    def _paint_history(self, painter: QPainter, palette: Palette, height: float) -> None:
        """One pixel for each token and refinement, scaled up: long films need no more calls than short ones."""
        first, last = self._history_cell(0), self._history_cell(len(self._history) - 1)
        rows = len(self.tokens)
        area = QRectF(first.left(), self._top(), last.right() - first.left(), rows * height)
        if self._image is None or self._image[0] is not palette:
            self._image = palette, self._paint_image(palette)
        painter.drawImage(area, self._image[1])
        painter.setPen(QPen(palette.color("window"), 1))
        for row in range(1, rows):
            y = round(area.top() + row * height) + 0.5
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        if first.width() < NARROWEST_GAP:
            return
        # What was decoded gets a dot, so that shades need not be compared.
        decoded = self._history.argmax(axis=1).tolist()
        radius = min(first.width(), height) * 0.16
        for position, token in enumerate(decoded):
            column = self._history_cell(position)
            painter.setPen(QPen(palette.color("window"), 1))
            painter.drawLine(QPointF(column.right(), area.top()), QPointF(column.right(), area.bottom()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color("surface"))
            centre = QPointF(column.center().x(), area.top() + (self.tokens.index(token) + 0.5) * height)
            painter.drawEllipse(centre, radius, radius)

    def _paint_image(self, palette: Palette) -> QImage:
        clear, full = _rgb(palette.color("surface")), _rgb(palette.color("plot_mean"))
        shares = self._history[:, self.tokens].T[:, :, None]
        colors = np.ascontiguousarray(np.rint(clear + (full - clear) * shares).astype(np.uint32))
        pixels = np.ascontiguousarray(colors @ np.array([1 << 16, 1 << 8, 1], dtype=np.uint32)) | 0xFF000000
        data = pixels.tobytes()
        rows, columns = pixels.shape
        # A copy, for QImage does not keep the bytes alive.
        return QImage(data, columns, rows, columns * 4, QImage.Format.Format_RGB32).copy()

    def _paint_playhead(self, painter: QPainter, palette: Palette, height: float) -> None:
        if self._player.film.position >= 0:
            column = self._history_cell(self._player.film.position)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color("text"), 1.5))
            painter.drawRect(QRectF(column.left() - 0.5, self._top(), max(column.width(), 2), height))

    # Mouse

    def position_at(self, x: float) -> int | None:
        """The position whose history column is at `x`."""
        if not self.tokens:
            return None
        first = self._history_cell(0)
        position = int((x - first.left()) // first.width())
        return position if 0 <= position <= self._player.film.last else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        position = self.position_at(event.position().x())
        if position is not None:
            self._player.go_to(position)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Qt may send these before the constructor is through.
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "tokens"):
            self._measure()
            self.updateGeometry()


def _rgb(color: QColor) -> npt.NDArray[np.float64]:
    return np.array((color.red(), color.green(), color.blue()), dtype=np.float64)
