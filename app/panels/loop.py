"""The panel that shows the recursion at work: which update the network makes, in step with the film."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QHelpEvent, QHideEvent, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QToolTip, QWidget

from app.film.film import Change
from app.film.player import Player
from app.panels.loop_drawing import (
    Layout,
    Loop,
    lay_out,
    paint_arrows,
    paint_puzzle,
    paint_state,
)
from app.window.theme import Palette, current_palette
from app.words.loop import part_tip, part_word, update_words
from solver.trace import Anatomy

FRAME_MS = 40
"""Between two pictures of the dots: smooth enough, and cheap beside a board that is painted as well."""
CALM_MS = 300
"""Pictures that stay for less are not animated: the arrows would only flicker."""
THINKING = 0.68
"""The share of a picture's time in which the working memory is shown to be updated; the rest is the answer's."""
LAP_MS = 900
"""How long the dots take along an arrow."""
MARGIN = 8.0


class LoopPanel(QWidget):
    """Follows `player`: while that plays, the next update is under way; while it is paused, the last one is lit."""

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._puzzle: tuple[object, QPixmap] | None = None
        self._state: tuple[object, QPixmap] | None = None
        self._turn = 0
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._animate)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("The loop"))
        self.setMouseTracking(True)
        player.film.changed.connect(self._hear)
        player.playingChanged.connect(self._run)
        self._describe()

    def sizeHint(self) -> QSize:
        return QSize(290, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 140)

    @property
    def loop(self) -> Loop:
        """What is shown now."""
        film = self._player.film
        shown = film.shown()
        anatomy = Anatomy() if film.trace is None else film.trace.anatomy_of(0 if shown is None else shown.view)
        loop = Loop(film.content, shown, anatomy)
        if not self._player.playing or (film.at_end and not film.live and not film.waiting):
            return replace(loop, update="y" if loop.shown is not None else "")
        phase = self._turn * FRAME_MS % LAP_MS / LAP_MS
        progress = self._player.progress
        if progress is None:
            # Waiting for what is being computed.
            return replace(loop, update="z", phase=phase if self._moves else None, lap=anatomy.latent_cycles)
        if not self._animated:
            return replace(loop, update="z" if loop.shown is None else "y")
        if progress < THINKING:
            lap = min(int(progress / THINKING * max(anatomy.latent_cycles, 1)) + 1, anatomy.latent_cycles)
            return replace(loop, update="z", lap=lap, phase=phase if self._moves else None)
        return replace(loop, update="y", phase=phase if self._moves else None)

    @property
    def _moves(self) -> bool:
        """Whether the desktop wants animations."""
        return bool(self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self))

    @property
    def _animated(self) -> bool:
        return self._player.dwell >= CALM_MS or self._player.progress is None

    @Slot(object)
    def _hear(self, change: Change) -> None:
        if change & (Change.CONTENT | Change.RECORDING | Change.CURSOR | Change.STATE):
            self._describe()
            self.update()
            self._run()

    @Slot()
    def _run(self) -> None:
        """Tick only while there is something to move, and somebody to see it."""
        wanted = self._player.playing and self._animated and self.isVisible()
        if wanted != self._timer.isActive():
            self._timer.start() if wanted else self._timer.stop()
            self.update()

    @Slot()
    def _animate(self) -> None:
        self._turn += 1
        if not self._animated:
            self._timer.stop()
        self.update()

    def _describe(self) -> None:
        loop = self.loop
        words = update_words(loop.update, loop.anatomy.networks, started=loop.shown is not None)
        self.setAccessibleDescription(words)

    def layout_of(self, area: QRectF) -> Layout:
        """Where everything is in `area`."""
        return lay_out(area.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN), self.loop.anatomy.networks)

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        loop, palette = self.loop, current_palette()
        layout = self.layout_of(QRectF(self.rect()))
        painter = QPainter(self)
        # Each is painted once for all pictures that show the same puzzle, or the same refinement.
        same = (self.size(), self.devicePixelRatioF(), palette.name, self.font().family(), loop.anatomy.networks)
        self._puzzle = self._painted(self._puzzle, (loop.content, *same), paint_puzzle, layout, loop)
        self._state = self._painted(self._state, (loop.content, loop.shown, *same), paint_state, layout, loop)
        painter.drawPixmap(0, 0, self._puzzle[1])
        painter.drawPixmap(0, 0, self._state[1])
        paint_arrows(painter, layout, loop, palette)
        painter.end()

    def _painted(
        self,
        before: tuple[object, QPixmap] | None,
        key: object,
        paint: Callable[[QPainter, Layout, Loop, Palette], None],
        layout: Layout,
        loop: Loop,
    ) -> tuple[object, QPixmap]:
        """`before`, unless it was painted for another `key`."""
        if before is not None and before[0] == key:
            return before
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint(painter, layout, loop, current_palette())
        painter.end()
        return key, pixmap

    def tip_at(self, point: QPointF) -> str:
        """What there is to say about what is under `point`."""
        part = self.layout_of(QRectF(self.rect())).part_at(point)
        return "" if part is None else f"{part_word(part)}\n{part_tip(part, self.loop.anatomy)}"

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.tip_at(event.pos().toPointF())
            if words:
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)
