"""The tour: a minute with a real solve, from the first guess to the verdict, told above the board."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.boards.scroll import BoardScroll
from app.film.film import Film
from app.film.player import Player
from app.solving.control import SolveControl
from app.solving.solver import Solver
from app.window.allowing import allow
from app.window.docks import Docks
from app.window.settings import Settings
from app.window.status_line import StatusLine
from app.window.theme import current_palette
from app.words import why_not as why
from app.words.plain import PlainLabel, WholeLabel

FRAME = 3
"""Pixels of the frame around what is told about."""


@dataclass(frozen=True)
class Stop:
    """One station of the tour."""

    title: str
    words: str
    target: Callable[[], QWidget]
    """What it is about."""
    position: Callable[[Player], int] | None = None
    """Where in the solve it is; None before it."""


def most_doubting(film: Film) -> int:
    """Where the model's confidence fell most; where it never fell, the last refinement but one."""
    sure = [refinement.mean_confidence for refinement in film.refinements]
    falls = {position: sure[position - 1] - sure[position] for position in range(1, len(sure))}
    worst = max(falls, key=lambda position: falls[position], default=0)
    return worst if falls.get(worst, 0.0) > 0 else max(film.last - 1, 0)


class Toured(Protocol):
    """What the tour shows and uses of the main window."""

    settings: Settings
    film: Film
    player: Player
    solver: Solver
    solving: SolveControl
    docks: Docks
    status_line: StatusLine
    board_view: BoardScroll

    @property
    def board(self) -> QWidget:
        """The board in the middle."""
        ...


class _Words(WholeLabel):
    """As high as the longest of `all` that it will say, so that the buttons below stay under the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.all: list[str] = []

    def heightForWidth(self, width: int) -> int:
        room, wrap = QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap
        heights = (self.fontMetrics().boundingRect(room, wrap, words).height() for words in self.all)
        return max(super().heightForWidth(width), *heights, 0)


class Tour(QFrame):
    """Hidden until `start`; Right or Enter goes on, Left goes back, Escape ends it."""

    ended = Signal()
    arrived = Signal()
    """At another station."""

    def __init__(self, window: Toured, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._stops: list[Stop] = []
        self._at = 0
        self._unsolved = True
        """Whether there is no solve yet that the tour could show."""
        self._spotlight = Spotlight(parent)
        self.setObjectName("tour")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = PlainLabel(self)
        self.title.setObjectName("heading")
        self.words = _Words(self)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.count = PlainLabel(self)
        self.count.setObjectName("muted")
        self.back = QPushButton(self.tr("&Back"), self)
        self.next = QPushButton(self)
        self.skip = QPushButton(self.tr("&End the Tour"), self)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.skip.clicked.connect(self.end)
        buttons = QHBoxLayout()
        buttons.addWidget(self.count)
        buttons.addStretch(1)
        for button in (self.skip, self.back, self.next):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addLayout(buttons)
        # Its right edge stays where it is, so that Back does not move either.
        for words in (self.tr("&Done"), self.tr("&Next")):
            self.next.setText(words)
            self.next.setMinimumWidth(max(self.next.minimumWidth(), self.next.sizeHint().width()))
        window.solver.finished.connect(self._solved)
        window.film.changed.connect(self._place)
        self.hide()

    @Slot()
    def start(self) -> None:
        """From the first station, with the samples open."""
        self._stops = self._all_stops()
        self._at = 0
        trace = self._window.film.trace
        self._unsolved = trace is None or trace.verified is None or trace.from_random_start
        self.words.all = [stop.words for stop in self._stops]
        self.show()
        self._show()

    @property
    def target(self) -> QWidget | None:
        """What the present station is about."""
        return self._stops[self._at].target() if self._stops else None

    def keep_height(self, keep: bool) -> None:
        """Be as high as the longest words need, or only as those that are shown."""
        self.words.all = [stop.words for stop in self._stops] if keep else []
        self.words.updateGeometry()

    @property
    def at(self) -> int:
        """The number of the station, from 0."""
        return self._at

    @property
    def stops(self) -> list[Stop]:
        """All of them."""
        return self._stops

    @Slot()
    def go_on(self) -> None:
        """To the next station; after the last one, the tour is over."""
        if self._at + 1 == len(self._stops):
            self.end()
        else:
            self._at += 1
            self._show()

    @Slot()
    def go_back(self) -> None:
        """To the station before."""
        if self._at:
            self._at -= 1
            self._show()

    @Slot()
    def end(self) -> None:
        """Leave everything as it is, and show the tour no more at a start."""
        if self.isVisible():
            self.hide()
            self._spotlight.hide()
            self._window.settings.tour_seen = True
            self._window.board.setFocus()
            self.ended.emit()

    def _show(self) -> None:
        stop = self._stops[self._at]
        self.title.setText(stop.title)
        self.words.setText(stop.words)
        self.count.setText(self.tr("{number} of {count}").format(number=self._at + 1, count=len(self._stops)))
        allow(self.back, self._at > 0, why.first_stop())
        last = self._at + 1 == len(self._stops)
        self.next.setText(self.tr("&Done") if last else self.tr("&Next"))
        self.setAccessibleName(f"{stop.title}. {stop.words}")
        self.setFocus()
        self._go_to_position()
        self._place()
        self.arrived.emit()

    def _go_to_position(self) -> None:
        stop, window = self._stops[self._at], self._window
        player, film = window.player, window.film
        if stop.position is None:
            player.pause()
            return
        if self._unsolved and not window.solving.running:
            self._unsolved = False
            window.solving.solve()
        if film.live:
            # `_solved` goes on.
            return
        player.skip()
        player.go_to(stop.position(player))

    @Slot()
    def _solved(self) -> None:
        if self.isVisible():
            self._go_to_position()

    @Slot()
    def _place(self) -> None:
        if self.isVisible() and self._stops:
            self._spotlight.point_at(self._stops[self._at].target())
            # A floating card may lie over what is framed.
            self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif key == Qt.Key.Key_Left:
            self.go_back()
        elif key == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Escape ends the tour, and not a film.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def _all_stops(self) -> list[Stop]:
        window, docks = self._window, self._window.docks

        def board() -> QWidget:
            return window.board_view

        return [
            Stop(
                self.tr("Watch a network think"),
                self.tr(
                    "This Sudoku is hard for people. A network of tens of thousands of numbers solves it "
                    "by guessing and improving its guess. Go on with Next, or the right arrow key."
                ),
                board,
            ),
            Stop(
                self.tr("The first guess"),
                self.tr(
                    "It fills in all cells at once, after one refinement. Faint digits are guesses it isn't sure of."
                ),
                board,
                lambda _: 0,
            ),
            Stop(
                self.tr("Noticing"),
                self.tr(
                    "It looks at its own answer again. Cells with a corner and a wave break a rule; a ring marks what "
                    "it has just changed."
                ),
                board,
                lambda player: min(1, player.film.last),
            ),
            Stop(
                self.tr("The loop"),
                self.tr(
                    "The same small network runs in a loop: from the puzzle x, its answer y and its "
                    "working memory z it computes a better z several times, and then a better y. Two or "
                    "more rounds of this loop make up a refinement."
                ),
                lambda: docks.loop_panel,
                lambda player: min(2, player.film.last),
            ),
            Stop(
                self.tr("Doubting"),
                self.tr(
                    "Each bar is a refinement, as high as the model is sure on average. Often it doubts its digits "
                    "again before it finds the right ones. Drag along the bars, or press Space on the board to play."
                ),
                lambda: docks.timeline,
                lambda player: most_doubting(player.film),
            ),
            Stop(
                self.tr("Verified"),
                self.tr(
                    "The puzzle's own rules check each answer. Only what they accept is called solved, however sure "
                    "the model is."
                ),
                lambda: window.status_line,
                lambda player: player.film.last,
            ),
            Stop(
                self.tr("Two networks"),
                self.tr(
                    "This was the swift network. A puzzle it hasn't solved after eight refinements goes to a larger "
                    "one, the deep network, which starts again from the puzzle. The line below says which one is "
                    "thinking."
                ),
                lambda: window.status_line,
                lambda player: player.film.last,
            ),
            Stop(
                self.tr("Now you"),
                self.tr(
                    "Press F6 to see the working memory move. Select a cell and press Why this value? Choose the maze, "
                    "or Try 16 Starts in the Puzzle menu. The tour is in the Help menu."
                ),
                lambda: docks.chooser,
                lambda player: player.film.last,
            ),
        ]


class Spotlight(QWidget):
    """A frame around one widget of the window, through which the mouse reaches it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        window.installEventFilter(self)
        self.hide()

    def point_at(self, target: QWidget) -> None:
        """Frame another widget; one that cannot be seen has no frame."""
        if self._target is not target:
            if self._target is not None:
                self._target.removeEventFilter(self)
            target.installEventFilter(self)
            self._target = target
        self._follow()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moves = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)
        if self.isVisible() and event.type() in moves:
            self._follow()
        return False

    def _follow(self) -> None:
        target, window = self._target, self.parentWidget()
        if target is None or window is None or not target.isVisible():
            self.hide()
            return
        area = QRect(target.mapTo(window, target.rect().topLeft()), target.size())
        self.setGeometry(area.adjusted(-FRAME, -FRAME, FRAME, FRAME))
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_palette().color("accent"), FRAME))
        inset = FRAME // 2 + 1
        painter.drawRoundedRect(self.rect().adjusted(inset, inset, -inset, -inset), 6, 6)
        painter.end()
