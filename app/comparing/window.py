"""The window that compares two recordings of one puzzle: two boards, both curves, and one playhead for both."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.boards.cells import cells_where
from app.comparing.alignment import Moment, align
from app.comparing.plot import CHOICES, LEFT, RIGHT, ComparisonPlot
from app.comparing.side import Side
from app.film.player import Player
from app.film.transport import Transport
from app.panels.plot_parts import curve_words
from app.window.growing import grow
from app.words.plain import PlainLabel
from app.words.playback import cell_word, plural
from solver.puzzles.base import Puzzle
from solver.trace import Trace

BETWEEN = 16
"""Pixels between the boards."""
MOST_NAMED = 8
"""More differing cells than these are counted, and not named."""
HEIGHT = 860
"""Pixels of the window's height at first, if the screen has them and the words need no more."""


class ComparisonWindow(QDialog):
    """Not modal. Both traces, each with its title, are of one puzzle and hold a refinement at least."""

    def __init__(self, left: tuple[str, Trace], right: tuple[str, Trace], speed: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Two Recordings of One Puzzle"))
        room = self.screen().availableSize()
        self.resize(min(1100, room.width()), min(HEIGHT, room.height()))
        self.puzzle: Puzzle = left[1].puzzle
        self.moments: list[Moment] = align(left[1].film(), right[1].film())
        self.player = Player(parent=self)
        # Answers within a refinement are of one recording.
        self.player.paced = False
        self.player.speed = speed
        self.left = Side(*left, [moment.left for moment in self.moments], LEFT, self)
        self.right = Side(*right, [moment.right for moment in self.moments], RIGHT, self)
        self.difference = PlainLabel(self)
        self.difference.setObjectName("heading")
        self.difference.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.transport = Transport(self.player, self)
        # What they say is of one recording.
        self.transport.cycles.hide()
        self.transport.where.hide()
        self.plot = ComparisonPlot(self.player, self.puzzle, self.moments, self)
        self.curve = QComboBox(self)
        self.curve.setAccessibleName(self.tr("Curve"))
        for curve in CHOICES:
            self.curve.addItem(curve_words(curve.name)[0], curve)
        self.curve.activated.connect(lambda index: self.plot.show_curve(CHOICES[index]))

        boards = QHBoxLayout()
        boards.setSpacing(BETWEEN)
        boards.addWidget(self.left, 1)
        boards.addWidget(self.right, 1)
        controls = QHBoxLayout()
        controls.addWidget(self.transport)
        controls.addStretch(1)
        controls.addWidget(self.curve)
        column = QVBoxLayout(self)
        column.addLayout(boards, 1)
        column.addWidget(self.difference)
        column.addLayout(controls)
        column.addWidget(self.plot)

        self._add_keys()
        for one, other in ((self.left, self.right), (self.right, self.left)):
            one.board.cellSelected.connect(partial(self._select, other))
        self.player.film.changed.connect(self._show)
        self.player.show(self.puzzle, refinements=[moment.leading for moment in self.moments])
        self.left.board.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Before it knew its width, the layout may have asked for more.
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.resize(self.width(), min(HEIGHT, self.screen().availableSize().height()))
        grow(self, least=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What is said of either recording has room, and the boards stand side by side.
        abouts = (self.left.about, self.right.about)
        lines = max(about.heightForWidth((self.width() - 3 * BETWEEN) // 2) for about in abouts)
        for about in abouts:
            about.setFixedHeight(lines)

    def _add_keys(self) -> None:
        player = self.player
        for words, keys, do in (
            (self.tr("Step Back"), "Alt+Left", player.step_back),
            (self.tr("Step Forward"), "Alt+Right", player.step_forward),
            (self.tr("To the Puzzle"), "Alt+Home", player.go_first),
            (self.tr("To the Last Refinement"), "Alt+End", player.go_last),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(do)
            self.addAction(action)
        for board in (self.left.board, self.right.board):
            play = QAction(self.tr("Play or Pause"), board)
            play.setShortcut(QKeySequence("Space"))
            # Space must go on pressing a focused button.
            play.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            play.triggered.connect(player.toggle)
            board.addAction(play)

    @Slot()
    def _show(self) -> None:
        position = self.player.film.position
        if position < 0:
            for side in (self.left, self.right):
                side.go_to(position, None, goes_on=True)
            self.difference.setText(self.tr("The puzzle, before both solves."))
            return
        moment = self.moments[position]
        differing = moment.differing(self.puzzle)
        self.left.go_to(position, differing, goes_on=moment.left_goes_on)
        self.right.go_to(position, differing, goes_on=moment.right_goes_on)
        cells = cells_where(differing)
        free = int(self.puzzle.free.sum())
        words = self.tr("Both have the same answer here.")
        if cells:
            words = self.tr("The answers differ in %n of {all} cell(s), marked by brackets", "", len(cells))
            words = plural(words.format(all=free), free)
            words += ": " + ", ".join(map(cell_word, cells)) + "." if len(cells) <= MOST_NAMED else "."
        self.difference.setText(words)

    @Slot(int, int)
    def _select(self, side: Side, row: int, column: int) -> None:
        side.board.select(None if row < 0 else (row, column))

    def done(self, result: int) -> None:
        # Escape, the title bar's button and the program's end all come here.
        self.player.pause()
        super().done(result)
