"""How the room in the window is shared: the board keeps most of it, whatever the window's size and that of the text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from app.window.docks import Docks

SHARE = 0.3
"""Of the window's height, or width, that the panels below the board, or on either side of it, may take."""
NARROW = 56
"""Heights of a line; a narrower window goes without the loop, or there would be no room for the board."""


class Room:
    """Makes panels smaller in a small window, and as large as they were once there is room again."""

    def __init__(self, window: QMainWindow, docks: Docks) -> None:
        self._window = window
        self._docks = docks
        self._hid_loop = False
        self._before: dict[Qt.Orientation, int] = {}
        """How large the panels were before they were made smaller: the height below, the width on the right."""

    def make(self, width: int, height: int) -> None:
        """The window is so large, in pixels."""
        line, loop = self._window.fontMetrics().height(), self._docks.loop
        narrow = width < NARROW * line
        if narrow and not loop.isHidden():
            loop.hide()
            self._hid_loop = True
        elif not narrow and self._hid_loop:
            loop.show()
            self._hid_loop = False
        self._share(Qt.Orientation.Vertical, self._docks.playback.height(), round(height * SHARE))
        self._share(Qt.Orientation.Horizontal, self._docks.cell.width(), round(width * SHARE))

    def _share(self, way: Qt.Orientation, now: int, most: int) -> None:
        docks = self._docks
        wanted = self._before.get(way, now)
        size = min(wanted, most)
        if wanted <= most:
            self._before.pop(way, None)
        else:
            self._before[way] = wanted
        if size == now:
            return
        below = way == Qt.Orientation.Vertical
        group = [docks.playback, docks.plot, docks.fan, docks.adapting] if below else [docks.cell, docks.words]
        shown = [dock for dock in group if dock.isVisible()]
        if shown:
            self._window.resizeDocks(shown, [size] * len(shown), way)
