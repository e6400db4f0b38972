"""The row above an ARC board: what the left button does, and in which colour."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QToolButton, QWidget

from app.boards.arc.answer_painting import arc_colours, ink_on
from app.boards.arc.flow import Flow
from app.boards.painting import PaintOptions, board_font, draw_centred
from app.window.theme import current_palette
from app.words.playback import value_word
from solver.puzzles.arc.task import COLOURS

NARROW = 20
"""Heights of a line; in a narrower row, adding and removing pairs is left to the *Edit* menu."""
SIDE, SMALL_SIDE = 1.9, 1.5
"""Of a swatch, in heights of a line."""


class ArcTools(QWidget):
    """Says what was chosen; `show_choice` follows what the board has."""

    toolWanted = Signal(str)  # noqa: N815
    colourWanted = Signal(int)  # noqa: N815
    demonstrationWanted = Signal()  # noqa: N815
    removalWanted = Signal()  # noqa: N815
    guessingWanted = Signal(bool)  # noqa: N815
    """A person wants to paint an output of their own, or the task itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row = Flow(self, spacing=2)
        row.setContentsMargins(10, 4, 10, 4)
        self.own, self.given = self._modes(row)
        self.tools: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        tools: tuple[tuple[str, str, str], ...] = (
            ("draw", self.tr("Draw"), self.tr("Drag over cells to paint them")),
            ("fill", self.tr("Fill"), self.tr("Click to fill a connected area of one colour")),
            ("select", self.tr("Select"), self.tr("Drag to select a block. With Shift, every tool selects")),
        )
        for name, words, tip in tools:
            button = QToolButton(self)
            button.setText(words)
            button.setObjectName("mode")
            button.setToolTip(tip)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, name=name: self.toolWanted.emit(name))
            group.addButton(button)
            row.addWidget(button)
            self.tools[name] = button
        self.swatches = [Swatch(colour, self) for colour in range(COLOURS)]
        colours = QButtonGroup(self)
        for swatch in self.swatches:
            colours.addButton(swatch)
            swatch.clicked.connect(lambda _=False, colour=swatch.colour: self.colourWanted.emit(colour))
            row.addWidget(swatch)
        self._pair_buttons: list[QToolButton] = []
        for words, tip, wanted in (
            (self.tr("+ Demonstration"), self.tr("Add a pair to learn from (Ctrl+D)"), self.demonstrationWanted),
            (
                self.tr("− Pair"),
                self.tr("Remove the pair that is shown large (Ctrl+Shift+Backspace)"),
                self.removalWanted,
            ),
        ):
            button = QToolButton(self)
            button.setText(words)
            button.setToolTip(tip)
            button.clicked.connect(lambda _=False, wanted=wanted: wanted.emit())
            row.addWidget(button)
            self._pair_buttons.append(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW * self.fontMetrics().height()
        self._row.setContentsMargins(10, 0 if narrow else 4, 10, 0 if narrow else 4)
        for button in self._pair_buttons:
            button.setVisible(not narrow)
        for swatch in self.swatches:
            swatch.show_small(narrow)

    def _modes(self, row: Flow) -> tuple[QToolButton, QToolButton]:
        """The two that say what is painted, at the start of the row."""
        own, given = QToolButton(self), QToolButton(self)
        own.setText(self.tr("Guess"))
        own.setToolTip(self.tr("Paint your own output beside the test input; the task stays as it is (Ctrl+G)"))
        given.setText(self.tr("Task"))
        given.setToolTip(self.tr("Change the task itself; this removes its recording (Ctrl+G)"))
        group = QButtonGroup(self)
        for button, guessing in ((own, True), (given, False)):
            button.setCheckable(True)
            button.setObjectName("mode")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, guessing=guessing: self.guessingWanted.emit(guessing))
            group.addButton(button)
            row.addWidget(button)
        given.setChecked(True)
        return own, given

    def show_guessing(self, guessing: bool) -> None:
        """Press the button of what is painted."""
        (self.own if guessing else self.given).setChecked(True)

    def set_safe_colours(self, safe: bool) -> None:
        """Whether the colours are the ones that are safe for the colour-blind."""
        for swatch in self.swatches:
            swatch.safe = safe
            swatch.update()

    def show_choice(self, tool: str, colour: int) -> None:
        """Press the buttons of what is chosen."""
        self.tools[tool].setChecked(True)
        self.swatches[colour].setChecked(True)


class Swatch(QAbstractButton):
    """One colour to paint with, under its number."""

    def __init__(self, colour: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = colour
        self._small = False
        self.safe = False
        """Whether its colour is the one that is safe for the colour-blind."""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(value_word("arc", colour))
        self.setToolTip(self.tr("{colour}: press {key}").format(colour=value_word("arc", colour), key=colour))

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * (SMALL_SIDE if self._small else SIDE))
        return QSize(side, side)

    def show_small(self, small: bool) -> None:
        """In a narrow row, so that the board keeps its height."""
        if small != self._small:
            self._small = small
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = current_palette()
        options = PaintOptions(safe_colours=self.safe)
        color = arc_colours(palette, options)[self.colour]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setOpacity(1.0 if self.isEnabled() else 0.4)
        if self.isChecked():
            painter.setPen(QPen(palette.color("accent"), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 5, 5)
        inner = area.adjusted(3, 3, -3, -3)
        painter.setPen(QPen(palette.color("text" if self.hasFocus() else "outline"), 1.0))
        painter.setBrush(color)
        painter.drawRoundedRect(inner, 3, 3)
        draw_centred(painter, inner, str(self.colour), board_font(inner.height() * 0.55), ink_on(color))
