"""The row above an ARC board: what the left button does, and in which colour."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from app.boards.arc.answer_painting import arc_colours, ink_on
from app.boards.painting import PaintOptions, board_font, draw_centred
from app.window.theme import current_palette
from app.words.playback import value_word
from solver.puzzles.arc.task import COLOURS

if TYPE_CHECKING:
    from app.boards.arc.board import ArcBoard
    from app.boards.arc.editor import Tool


class ArcTools(QWidget):
    """Follows `board`, and tells it what was chosen."""

    def __init__(self, board: "ArcBoard") -> None:
        super().__init__()
        self._board = board
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.setSpacing(4)
        self.tools: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        tools: tuple[tuple[Tool, str, str], ...] = (
            ("draw", self.tr("Draw"), self.tr("Drag over cells to paint them")),
            ("fill", self.tr("Fill"), self.tr("Click to fill a connected area of one colour")),
            ("select", self.tr("Select"), self.tr("Drag to select a block. With Shift, every tool selects")),
        )
        for name, words, tip in tools:
            button = QToolButton(self)
            button.setText(words)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setChecked(name == board.tool)
            button.clicked.connect(lambda _=False, name=name: board.set_tool(name))
            group.addButton(button)
            row.addWidget(button)
            self.tools[name] = button
        row.addSpacing(12)
        self.swatches = [Swatch(colour, board, self) for colour in range(COLOURS)]
        colours = QButtonGroup(self)
        for swatch in self.swatches:
            colours.addButton(swatch)
            swatch.clicked.connect(lambda _=False, colour=swatch.colour: board.set_colour(colour))
            row.addWidget(swatch)
        row.addStretch(1)
        for words, tip, do in (
            (
                self.tr("+ Demonstration"),
                self.tr("Add a pair to learn from (Ctrl+D)"),
                partial(board.add_pair, "train"),
            ),
            (
                self.tr("− Pair"),
                self.tr("Remove the pair that is shown large (Ctrl+Shift+Backspace)"),
                board.remove_pair,
            ),
        ):
            button = QToolButton(self)
            button.setText(words)
            button.setToolTip(tip)
            button.clicked.connect(lambda _=False, do=do: do())
            row.addWidget(button)
        board.colourChanged.connect(self._show)
        board.toolChanged.connect(self._show)
        self._show()

    def update_colours(self) -> None:
        """The colours look otherwise now."""
        for swatch in self.swatches:
            swatch.update()

    @Slot()
    def _show(self) -> None:
        self.tools[self._board.tool].setChecked(True)
        self.swatches[self._board.colour].setChecked(True)


class Swatch(QAbstractButton):
    """One colour to paint with, under its number."""

    def __init__(self, colour: int, board: "ArcBoard", parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = colour
        self._board = board
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(value_word("arc", colour))
        self.setToolTip(self.tr("{colour}: press {key}").format(colour=value_word("arc", colour), key=colour))

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * 1.9)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, board = current_palette(), self._board
        options = PaintOptions(safe_colours=board.safe_colours)
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
