"""Buttons for the two answers with the most votes: small pictures with their shares, which start playback there."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QWidget

from app.boards.geometry import Geometry
from app.boards.painting import PaintOptions
from app.window.theme import current_palette
from app.words.arc import verdict_words
from app.words.playback import percent
from solver.puzzles.arc.canvas import from_canvas, size
from solver.puzzles.arc.task import ArcGrid
from solver.trace import Refinement, Trace

MOST = 2


class AnswerButton(QAbstractButton):
    """One answer: its picture, its votes as a bar, and what checking came to."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._grid: ArcGrid = ()
        self._share = 0.0
        self._votes = self._few = ""
        self._verdict = ""
        self._right: bool | None = None
        self.options = PaintOptions()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_answer(self, trace: Trace, answer: Refinement) -> None:
        """Take on what answer number `answer.view` is."""
        votes = trace.votes[answer.view]
        self._grid = from_canvas(answer.answer)
        self._share = votes / trace.voters if trace.voters else 0.0
        words = self.tr("{votes} of {voters} votes, {share}")
        self._votes = words.format(votes=votes, voters=trace.voters, share=percent(self._share))
        self._few = self.tr("{votes} of {voters} votes").format(votes=votes, voters=trace.voters)
        self._verdict, self._right = verdict_words(answer), answer.accepted
        self.setAccessibleName(f"{self._title}: {self._votes}, {self._verdict}")
        self.setToolTip(self.tr("Show how the model came to this answer"))
        self.update()

    @property
    def _title(self) -> str:
        return self.tr("Answer {number}").format(number=self._number)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.tr("{votes} of {voters} votes, {share}")) + 6 * metrics.height()
        return QSize(width, round(metrics.height() * 4.6))

    def minimumSizeHint(self) -> QSize:
        return QSize(110, round(self.fontMetrics().height() * 3.4))

    def paintEvent(self, event: QPaintEvent) -> None:
        # As in `boards.kinds`, ARC's painting is imported with the first ARC task.
        from app.boards.arc.painting import paint_grid

        palette, metrics = current_palette(), self.fontMetrics()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(palette.color("accent" if chosen else "outline"), 2.0 if chosen else 1.0))
        painter.setBrush(palette.color("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(area, 6, 6)
        side = min(area.height() - 12, area.width() * 0.27)
        picture = QRectF(area.left() + 6, area.center().y() - side / 2, side, side)
        if self._grid:
            rows, columns = size(self._grid)
            geometry = Geometry.fit(picture, rows, columns, pixel_ratio=self.devicePixelRatioF())
            paint_grid(painter, geometry, self._grid, palette, self.options)
        left, height = picture.right() + 10, float(metrics.height())
        room = area.right() - left - 6
        bold = self.font()
        bold.setBold(True)
        beside = QFontMetricsF(bold).horizontalAdvance(self._title + " ")
        role = {True: "verified", False: "failure", None: "muted"}[self._right]
        told = f"· {self._verdict}"
        # In a narrow panel the verdict, which counts most, has a line of its own.
        below = beside + metrics.horizontalAdvance(told) > room and area.height() > 5.2 * height
        votes = self._votes if metrics.horizontalAdvance(self._votes) <= room else self._few
        words = QRectF(left, area.center().y() - height * (2.05 if below else 1.5), room, height)
        second = words.translated(0, 1.1 * height)
        last = second.translated(0, 1.1 * height) if below else second
        for text, color, font, place in (
            (self._title, "text", bold, words),
            (self._verdict if below else told, role, self.font(), second if below else words.adjusted(beside, 0, 0, 0)),
            (votes, "text", self.font(), last),
        ):
            painter.setFont(font)
            painter.setPen(palette.color(color))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        bar = QRectF(left, last.top() + height * 1.3, words.width(), height * 0.4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color("outline", 0.6))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setBrush(palette.color("plot_mean"))
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * self._share, bar.height()), 3, 3)


class Answers(QWidget):
    """Empty until there is a vote."""

    chosen = Signal(int)
    """The view of the recording that ends in that answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Answers"))
        self._buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self.buttons = [AnswerButton(number, self) for number in range(1, MOST + 1)]
        for view, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, view=view: self.chosen.emit(view))
            self._buttons.addWidget(button)

    def set_direction(self, direction: QBoxLayout.Direction) -> None:
        """One above the other, or side by side."""
        self._buttons.setDirection(direction)
        # At once, or the panel would go by what was needed before.
        self._buttons.activate()
        self.updateGeometry()

    def show_trace(self, trace: Trace | None) -> None:
        """The answers of another recording."""
        answers = trace.answers if trace is not None and trace.votes else []
        for button, answer in zip(self.buttons, [*answers, None, None], strict=False):
            if answer is not None and trace is not None:
                button.show_answer(trace, answer)
            button.setVisible(answer is not None)

    def show_current(self, view: int | None) -> None:
        """Which of them playback is at."""
        for number, button in enumerate(self.buttons):
            button.setChecked(number == view)

    def set_options(self, options: PaintOptions) -> None:
        """How their grids are painted."""
        for button in self.buttons:
            button.options = options
            button.update()
