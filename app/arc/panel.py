"""The panel that shows a network being fitted to an ARC task, and what the vote came to."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.arc.answers import Answers
from app.arc.fitting import Fitting, StoppedFit
from app.arc.worded_bar import WordedBar
from app.boards.arc.flow import Flow
from app.film.film import Change, Film
from app.words.arc import fitting_words, found_words, minutes, stopped_words, why_it_is_fitted
from app.words.plain import PlainLabel, tip
from app.words.playback import percent, plural
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcTask

if TYPE_CHECKING:
    from app.arc.loss_plot import LossPlot

MARGINS, LOW_MARGINS = (8, 2, 8, 8), (8, 0, 8, 2)
BUDGETS = (30, 120, 600)
"""Seconds: quick, standard, thorough."""
Direction = QBoxLayout.Direction
WHOLE = 1000
"""Steps of the progress bar."""
LEAST_CURVE = 3
"""Heights of a line that the curve needs to be worth its place."""
FOLDS = 4
"""How often something secondary can be left out where there is too little height."""


class AdaptingPanel(QWidget):
    """Words before a solve; progress and a curve while it runs; after it, the answers that `film` shows."""

    secondsChanged = Signal(int)  # noqa: N815
    """Another budget was chosen."""
    fitAgain = Signal()  # noqa: N815
    """What was fitted before is to be left aside."""
    goOn = Signal()  # noqa: N815
    """The fit that was stopped is to be gone on with."""
    voteNow = Signal()  # noqa: N815
    """Views are to vote with what is fitted by now."""

    def __init__(self, film: Film, seconds: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.film = film
        self.loss: LossPlot | None = None
        self._waiting: list[float] = []
        self._task: ArcTask | None = None
        self.time = QComboBox(self)
        self.time.setAccessibleName(self.tr("Time for fitting and voting"))
        words = self.tr("Quick, 30 s"), self.tr("Standard, 2 min"), self.tr("Thorough, 10 min")
        for text, budget in zip(words, BUDGETS, strict=True):
            self.time.addItem(text, budget)
        if seconds not in BUDGETS:
            self.time.addItem(minutes(seconds), seconds)
        self.time.setCurrentIndex(self.time.findData(seconds))
        self.time.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.time.setMinimumContentsLength(12)
        self.time.setMinimumHeight(round(self.fontMetrics().height() * 1.8))
        self._time_label = PlainLabel(self.tr("&Time"), self)
        self._time_label.setBuddy(self.time)
        self.vote_now = QPushButton(self.tr("Stop and &Vote Now"), self)
        self.vote_now.setToolTip(self.tr("End the fit here, and let the views vote with what it has learned so far"))
        self.bar = WordedBar(self)
        self.bar.setRange(0, WHOLE)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.figures = PlainLabel(self)
        self.figures.setObjectName("muted")
        self.figures.setWordWrap(True)
        # Else the panel would grow and shrink with the figures.
        self.figures.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.again = QPushButton(self.tr("Fit &Again"), self)
        self.again.setToolTip(
            self.tr("Fit a new network to this task in the chosen time. It replaces the one that was kept")
        )
        self.go_on = QPushButton(self.tr("C&ontinue"), self)
        self.go_on.setToolTip(self.tr("Continue the fit from where it stopped"))
        self._found = False
        self._room = QSize()
        """What there is for it, in pixels; empty for as much as it wants."""
        self._stopped: StoppedFit | None = None
        self._running = False
        self._votable = False
        self.words = PlainLabel(why_it_is_fitted(), self)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.words)
        self.answers = Answers(self)

        self._above = above = QHBoxLayout()
        above.addWidget(self._time_label)
        above.addWidget(self.time)
        above.addWidget(self.bar, 1)
        self._deeds = QWidget(self)
        deeds = Flow(self._deeds)
        deeds.setContentsMargins(0, 0, 0, 0)
        for button in (self.go_on, self.vote_now, self.again):
            deeds.addWidget(button)
        self._below = QHBoxLayout()
        self._below.setSpacing(10)
        self._below.addWidget(self._scroll, 1)
        self._below.addWidget(self.answers, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(4)
        column.addLayout(above)
        # Above what scrolls out of a small panel, and where there is room on the line of the time.
        above.addWidget(self._deeds, 1)
        column.addLayout(self._below, 1)
        column.addWidget(self.figures)
        self.time.activated.connect(lambda _: self.secondsChanged.emit(int(self.time.currentData())))
        self.again.clicked.connect(self.fitAgain)
        self.go_on.clicked.connect(self.goOn)
        self.vote_now.clicked.connect(self.voteNow)
        film.changed.connect(self._hear)
        self.end()
        self._hear(Change.CONTENT | Change.RECORDING)

    def build_plot(self) -> None:
        """Make room for the curve; imports the plotting library, unless that was done in a thread before."""
        from app.arc.loss_plot import LossPlot

        self.loss = LossPlot(self)
        self.loss.add(tuple(self._waiting))
        self._below.insertWidget(0, self.loss, 1)
        self._arrange()

    def begin(self) -> None:
        """A solve has started."""
        self._forget_fit()
        self._running = True
        self.bar.setValue(0)
        self.bar.set_wordings(self.tr("Getting ready…"))
        self._arrange()

    @Slot(Fitting)
    def show_fitting(self, fitting: Fitting) -> None:
        """How far it is."""
        self.bar.setValue(round(fitting.fraction * WHOLE))
        self.bar.set_wordings(fitting_words(fitting), percent(fitting.fraction))
        self._waiting += fitting.losses
        if self.loss is not None:
            self.loss.add(fitting.losses)
        self._found |= bool(fitting.found)
        if fitting.found:
            self.figures.setText(found_words(fitting))
        elif fitting.losses:
            words = plural(self.tr("%Ln step(s)", "", fitting.step), fitting.step)
            right = self.tr("{right} of the demonstrations are correct").format(right=percent(fitting.right))
            told = [words, right]
            if fitting.held_out is not None:
                told.append(self.tr("held out: {right}").format(right=percent(fitting.held_out)))
            self.figures.setText(" · ".join(told))
        self._arrange()

    def stopping(self) -> None:
        """Stop was pressed; the network is left after its evaluation under way."""
        self._votable = False
        self._arrange()
        self.bar.set_wordings(self.tr("Stopping…"))

    def show_stopped(self, stopped: StoppedFit | None, *, votable: bool) -> None:
        """Offer to go on with a fit that was `stopped`, and to let views vote if they can do so now."""
        if (stopped, votable) == (self._stopped, self._votable):
            return
        self._stopped, self._votable = stopped, votable
        if stopped is not None:
            self.figures.setText(stopped_words(stopped))
        self._arrange()

    def end(self) -> None:
        """The solve is over, however it went."""
        self._running = False
        self._arrange()

    def _forget_fit(self) -> None:
        self._waiting = []
        self._found, self._stopped, self._votable = False, None, False
        self.figures.clear()
        if self.loss is not None:
            self.loss.clear()

    @Slot(object)
    def _hear(self, change: Change) -> None:
        content, trace, current = self.film.content, self.film.trace, self.film.current()
        if isinstance(content, ArcPuzzle) and content.task != self._task:
            # The curve is of another task.
            self._task = content.task
            self._forget_fit()
        if change & (Change.CONTENT | Change.RECORDING):
            self.answers.show_trace(trace)
            self.answers.setVisible(trace is not None and bool(trace.votes))
            self._arrange()
        self.answers.show_current(None if current is None else current.view)

    def _arrange(self) -> None:
        """The words, until there is a curve; then what there is room for."""
        curve = self.loss is not None and bool(self.loss.losses)
        self._scroll.setVisible(not curve)
        if self.loss is not None:
            self.loss.setVisible(curve)
        # Whole, for where the panel is too narrow.
        self.figures.setToolTip(tip(self.figures.text()))
        self.figures.setVisible(bool(self.figures.text()))
        running = self._running
        self.bar.setVisible(running)
        for choice in (self._time_label, self.time):
            choice.setVisible(not running)
        self.vote_now.setVisible(self._votable)
        self.vote_now.setText(self.tr("Stop and &Vote Now") if running else self.tr("&Vote Now"))
        self.go_on.setVisible(not running and self._stopped is not None)
        self.again.setVisible(not running and (self._found or self._stopped is not None))
        self._deeds.setVisible(any(not each.isHidden() for each in (self.go_on, self.vote_now, self.again)))
        self._fold()

    def heightForWidth(self, width: int) -> int:
        # What surrounds it would scroll for as much as it wants, where less is enough.
        layout = self.layout()
        return super().heightForWidth(width) if layout is None else layout.totalMinimumHeightForWidth(width)

    def fit_into(self, size: QSize) -> None:
        """Leave out what is secondary, until `size` is enough."""
        if size != self._room:
            self._room = size
            self._arrange()

    def _fold(self) -> None:
        layout = self.layout()
        assert layout is not None
        line = self.fontMetrics().height()
        curve, told = self.loss is not None and bool(self.loss.losses), bool(self.figures.text())
        answered = not self.answers.isHidden()
        for folded in range(FOLDS + 1):
            layout.setContentsMargins(*(LOW_MARGINS if folded else MARGINS))
            self.answers.set_direction(Direction.LeftToRight if folded > 1 else Direction.TopToBottom)
            self.figures.setWordWrap(not folded)
            self._scroll.setMinimumHeight(2 * line if folded else 0)
            self._scroll.setVisible(not curve and not (answered and folded))
            # The curve is of interest before the answers, not after; the figures are in a tooltip too.
            drawn = curve and folded < (1 if answered else FOLDS)
            if self.loss is not None:
                self.loss.setVisible(drawn)
                self.loss.setMinimumHeight(round(LEAST_CURVE * line) if folded > 1 else 0)
            self.figures.setVisible(told and (folded < FOLDS - 1 or not (drawn or answered)))
            # Qt does this for the inner ones only later.
            for each in (self._above, self._below, layout):
                each.invalidate()
            # The other is -1 while nothing in it wraps.
            least = max(layout.totalMinimumSize().height(), layout.totalMinimumHeightForWidth(self._room.width()))
            if self._room.isEmpty() or least <= self._room.height():
                return
