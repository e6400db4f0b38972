"""The row of buttons under the board: first, back, play, forward, last, the speed, looping, and where we are."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainterPath, QPaintEvent, QPalette, QPen, QTransform
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.film.folding_row import FoldingRow
from app.film.player import SPEEDS, Player
from app.words.arc import guess_words
from app.words.elided import ElidedLabel
from app.words.glossary import cycle_words, view_words
from app.words.numbers import significant
from app.words.plain import PlainLabel, long_tip
from app.words.playback import step_words
from app.words.why_not import at_the_end, at_the_start, solve_first
from solver.trace import FitGuess


class ShapeButton(QToolButton):
    """A tool button whose picture is a path in a unit square: sharp at any scale, in the text's colour."""

    def __init__(self, name: str, shape: QPainterPath, parent: QWidget, *, stroked: bool = False) -> None:
        super().__init__(parent)
        self._shape = shape
        self._stroked = stroked
        self.setAutoRaise(True)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """What the button does, for tooltips and screen readers."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def allow(self, can: bool, why_not: str, *, solved: bool) -> None:
        """Enable it, or say in the tooltip why it cannot be used; not `solved` is the first reason."""
        self.setEnabled(can)
        if not can:
            self.setToolTip(f"{self.accessibleName()}: {why_not if solved else solve_first()}")
        else:
            self.setToolTip(self.accessibleName())

    def set_shape(self, shape: QPainterPath) -> None:
        """Another picture."""
        self._shape = shape
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * 1.9)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        color = self.palette().color(group, QPalette.ColorRole.ButtonText)
        side = min(self.width(), self.height()) * 0.46
        painter.setRenderHint(QStylePainter.RenderHint.Antialiasing)
        painter.translate(QRectF(self.rect()).center() - QPointF(side / 2, side / 2))
        painter.scale(side, side)
        if self._stroked:
            pen = QPen(color, 0.12, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPath(self._shape)
        else:
            painter.fillPath(self._shape, color)


class Where(ElidedLabel):
    """Where the playhead is: in as many lines as that takes, or, where there is room for one alone, shortened."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def paintEvent(self, event: QPaintEvent) -> None:
        PlainLabel.paintEvent(self, event) if self.wordWrap() else super().paintEvent(event)


class Transport(QWidget):
    """Drives `player` and shows its state."""

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self.first = self._button(self.tr("To the puzzle"), _skip(-1), player.go_first)
        self.back = self._button(self.tr("One refinement back"), _step(-1), player.step_back)
        self.play = self._button(self.tr("Play"), _play(), player.toggle)
        self.forward = self._button(self.tr("One refinement forward"), _step(1), player.step_forward)
        self.last = self._button(self.tr("To the newest refinement"), _skip(1), player.go_last)
        self.loop = ShapeButton(self.tr("Start over after the last refinement"), _loop(), self, stroked=True)
        self.loop.setCheckable(True)
        self.loop.toggled.connect(self._set_loop)
        self.cycles = ShapeButton(self.tr("Show the inner cycles of each refinement"), _cycles(), self)
        self.cycles.setCheckable(True)
        self.cycles.setToolTip(long_tip(f"{self.cycles.accessibleName()}\n{cycle_words()}"))
        self.cycles.toggled.connect(self._set_cycles)
        self.speed = QComboBox(self)
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("Speed"))
        for speed in SPEEDS:
            self.speed.addItem(f"{significant(speed, 3)}×", speed)
        self.speed.activated.connect(self._set_speed)
        self.where = Where(self)

        staying = [self.first, self.back, self.play, self.forward, self.last]
        self.row = FoldingRow(staying, [self.speed, self.loop, self.cycles], self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.row)
        column.addWidget(self.where)

        player.film.changed.connect(self._show)
        player.playingChanged.connect(self._show)
        player.speedChanged.connect(self._show)
        player.loopChanged.connect(self._show)
        self._show()

    def _button(self, name: str, shape: QPainterPath, action: object) -> ShapeButton:
        button = ShapeButton(name, shape, self)
        button.clicked.connect(action)
        return button

    @Slot(bool)
    def _set_loop(self, loop: bool) -> None:
        self._player.loop = loop

    @Slot(bool)
    def _set_cycles(self, shown: bool) -> None:
        self._player.inner_cycles = shown

    @Slot(int)
    def _set_speed(self, index: int) -> None:
        self._player.speed = self.speed.itemData(index)

    @Slot()
    def _show(self) -> None:
        player = self._player
        film = player.film
        some = bool(film.length or film.guesses)
        cycles = player.inner_cycles
        self.back.set_name(self.tr("One cycle back") if cycles else self.tr("One refinement back"))
        self.forward.set_name(self.tr("One cycle forward") if cycles else self.tr("One refinement forward"))
        self.play.set_name(self.tr("Pause") if player.playing else self.tr("Play"))
        self.play.set_shape(_pause() if player.playing else _play())
        self.first.allow(some and (film.position >= 0 or film.guess is not None), at_the_start(), solved=some)
        self.back.allow(film.position >= 0 or (bool(film.guesses) and film.guess != 0), at_the_start(), solved=some)
        self.play.allow(some, solve_first(), solved=some)
        self.forward.allow(some and not (film.at_end and not film.waiting), at_the_end(), solved=some)
        newest = film.at_end and film.following and not film.waiting
        self.last.allow(some and not newest, at_the_end(), solved=some)
        # A speed set by a program may lie between those offered.
        self.speed.setCurrentIndex(self.speed.findData(player.speed))
        self.loop.setChecked(player.loop)
        self.cycles.setChecked(player.inner_cycles)
        self.where.setText(where_words(player))
        told = self.where.text()
        explained = [told, *([view_words()] if len(film.views) > 1 else []), *([cycle_words()] if cycles else [])]
        self.where.setToolTip(long_tip("\n".join(explained)))


def place_words(player: Player) -> str:
    """Where the playhead stands, in words."""
    current, shown = player.film.current(), player.film.shown()
    if isinstance(shown, FitGuess):
        return guess_words(shown)
    if current is None:
        return step_words(None, 0)
    taken = sum(r.view == current.view for r in player.film.refinements)
    steps = max(taken, player.film.expected) if current.view == 0 else taken
    return step_words(player.film.shown(), steps)


def where_words(player: Player) -> str:
    """As `place_words`, with the view, and the branch that it comes after."""
    current, trace = player.film.current(), player.film.trace
    if current is None:
        return place_words(player)
    words = f"{place_words(player)} · {player.view_title(current.view)}"
    branches = () if trace is None else trace.branches
    before = [each.step for each in branches if each.view == current.view and each.step < current.step]
    if before and before[-1]:
        after = QCoreApplication.translate("Transport", "after a branch at refinement {step}")
        words += " · " + after.format(step=before[-1])
    elif before:
        words += " · " + QCoreApplication.translate("Transport", "after a branch at the start")
    return words


def _triangle(left: float, right: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, 0.04))
    path.lineTo(right, 0.5)
    path.lineTo(left, 0.96)
    path.closeSubpath()
    return path


def _bar(left: float, width: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(left, 0.04, width, 0.92), 0.05, 0.05)
    return path


def _mirrored(path: QPainterPath, direction: int) -> QPainterPath:
    return path if direction > 0 else QTransform(-1, 0, 0, 1, 1, 0).map(path)


def _play() -> QPainterPath:
    return _triangle(0.12, 0.96)


def _pause() -> QPainterPath:
    return _bar(0.14, 0.25) | _bar(0.61, 0.25)


def _step(direction: int) -> QPainterPath:
    return _mirrored(_triangle(0.32, 0.94) | _bar(0.08, 0.14), direction)


def _skip(direction: int) -> QPainterPath:
    return _mirrored(_triangle(0.04, 0.76) | _bar(0.8, 0.16), direction)


def _loop() -> QPainterPath:
    path = QPainterPath()
    path.arcMoveTo(QRectF(0.06, 0.06, 0.88, 0.88), 50)
    path.arcTo(QRectF(0.06, 0.06, 0.88, 0.88), 50, 285)
    end = path.currentPosition()
    path.moveTo(end + QPointF(-0.3, 0.02))
    path.lineTo(end)
    path.lineTo(end + QPointF(0.1, 0.3))
    return path


def _cycles() -> QPainterPath:
    path = QPainterPath()
    for x, height in ((0.02, 0.35), (0.27, 0.6), (0.52, 0.35), (0.77, 0.95)):
        path.addRoundedRect(QRectF(x, 0.97 - height, 0.17, height), 0.05, 0.05)
    return path
