"""How the room in the window is shared: the board keeps most of it, whatever the window's size and that of the text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from app.runtime.coalescing import Coalescing
from app.window import docks as panels
from app.window.docks import Docks
from app.window.low import LowWindow
from app.window.parts import WindowParts
from app.window.right_side import RightSide
from app.window.tour_place import TourPlace

NARROW = 60
"""Heights of a line; a narrower window goes without the loop, or there would be no room for the board."""
BELOW, LEFT, RIGHT = 0.25, 0.22, 0.25
"""Of the window's height and width, what the panels below the board and on either side may take."""
BESIDE = 0.48
"""Of the width of a window with one column of panels, what that column takes."""
FILM = 122
"""Pixels of height, in such a column, of the panels of the film, which grow with the text."""
BOARD, BARS = 348, 126
"""Pixels of height for the board, and for the bars and the row above it, which grow with the text; in a low window the
panels below have the rest."""
LEAST_BELOW = 78
"""Pixels of height that the panels below keep however low the window is: those of a tab and of a timeline."""

LEGEND = 9
"""Heights of a line that the panels below need for the plot to keep its legend, in a low window."""

LEAST_LEFT = 0.7
"""Of what a panel had; one that comes back with less gets as much again."""


class Room:
    """Makes panels smaller in a small window, and as large as they were once there is room again."""

    def __init__(self, window: WindowParts, docks: Docks) -> None:
        self._window = window
        self._docks = docks
        self._right_side = RightSide(window, docks)
        self._low_window = LowWindow(window, docks)
        TourPlace(window.tour, window, window.column, window.board_view)
        self._hid_loop = False
        down, across = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
        self._below = _Share(window, [docks.playback, docks.plot, docks.fan, docks.adapting], down, docks.usual(210))
        self._left = _Share(window, [docks.puzzles, docks.loop], across, docks.usual(270))
        # Panels that come back may get next to no width from Qt.
        self._widen_soon = Coalescing(self._widen, window, 0)
        for dock in (docks.puzzles, docks.loop):
            dock.visibilityChanged.connect(self._widen_soon.request)
        self._right = _Share(window, [docks.cell, docks.words], across, docks.usual(panels.RIGHT))

    def make(self, width: int, height: int) -> None:
        """The window is so large, in pixels."""
        narrow, loop = width < NARROW * self._window.fontMetrics().height(), self._docks.loop
        if narrow and not loop.isHidden():
            loop.hide()
            self._hid_loop = True
        elif not narrow and self._hid_loop:
            loop.show()
            self._hid_loop = False
            self._left.again()
        was_tight = self._low_window.tight
        low = self._low_window.arrange(width, height)
        if self._low_window.tight:
            self._stand_beside(width)
            return
        if was_tight:
            for share in (self._below, self._left, self._right):
                share.again()
        room = height - BOARD - self._docks.usual(BARS)
        below = min(height * BELOW, max(room, self._docks.usual(LEAST_BELOW)))
        scarce = below < LEGEND * self._window.fontMetrics().height()
        self._docks.fold_legend(below < height * BELOW or (low and scarce))
        self._below.take(round(below))
        self._left.take(round(width * LEFT))
        self._right.take(round(width * RIGHT))
        # The panels have their new sizes only later.
        self._right_side.share_soon()

    def _stand_beside(self, width: int) -> None:
        docks = self._docks
        self._window.resizeDocks([docks.words], [round(width * BESIDE)], Qt.Orientation.Horizontal)
        self._window.resizeDocks([docks.playback], [docks.usual(FILM)], Qt.Orientation.Vertical)
        docks.fold_legend(True)

    def _widen(self) -> None:
        if self._low_window.tight:
            return
        self._left.restore(round(self._window.width() * LEFT))


class _Share:
    def __init__(self, window: QMainWindow, docks: list[QDockWidget], way: Qt.Orientation, usual: int) -> None:
        self._window = window
        self._docks = docks
        self._way = way
        self._wanted = usual
        """How large the panels were when there was last room for them."""
        self._squeezed = False

    def again(self) -> None:
        """Be as large as before, as far as there is room."""
        self._squeezed = True

    def restore(self, most: int) -> None:
        """Be as large as before, up to so many pixels, if hardly anything is left of it."""
        shown = [dock for dock in self._docks if dock.isVisible()]
        if shown and self._size(shown[0]) < LEAST_LEFT * min(self._wanted, most):
            self._squeezed = True
            self.take(most)

    def _size(self, dock: QDockWidget) -> int:
        return dock.height() if self._way == Qt.Orientation.Vertical else dock.width()

    def take(self, most: int) -> None:
        """At most so many pixels."""
        shown = [dock for dock in self._docks if dock.isVisible()]
        if not shown:
            return
        now = self._size(shown[0])
        if not self._squeezed and now <= most:
            self._wanted = now
            return
        self._wanted = max(self._wanted, now)
        size = min(self._wanted, most)
        self._squeezed = size < self._wanted
        self._window.resizeDocks(shown, [size] * len(shown), self._way)
