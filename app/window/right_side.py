"""How the cell inspector and *What happens* share the height on the right of the board."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDockWidget, QScrollArea

from app.panels.whole_lines import WholeLines
from app.runtime.coalescing import Coalescing
from app.window.docks import Docks, in_front
from app.window.parts import WindowParts

LINES = 17
"""What is said about a refinement is no longer than this in the window's usual size, in any language."""
FEWEST_LINES = 3
"""What happens keeps these, even beside a chosen cell in a small window."""

SLACK = 2
"""Pixels by which Qt misses the sizes that it is asked for."""


class RightSide(QObject):
    """Gives the inspector what it needs for a chosen cell and an answer why, and the rest to *What happens*.

    Once a person has moved the border between the two, it stays where they put it.
    """

    def __init__(self, window: WindowParts, docks: Docks) -> None:
        super().__init__(window)
        self._window, self._docks = window, docks
        self._pressed = self._sharing = False
        self._soon = Coalescing(self.share, self, 0)
        docks.inspector.needsChanged.connect(self._soon.request)
        docks.influence.answered.connect(self._soon.request)
        # What is too long is given what the inspector has to spare.
        words, cell = docks.words.widget(), docks.cell.widget()
        assert isinstance(words, WholeLines)
        assert isinstance(cell, QScrollArea)
        self._words, self._cell = words, cell
        words.overflowed.connect(self._soon.request)
        window.installEventFilter(self)
        docks.cell.installEventFilter(self)

    def share_soon(self) -> None:
        """As `share`, once the panels are laid out."""
        self._soon.request()

    @Slot()
    def share(self) -> None:
        """Move the border to where it is best, unless a person has put it elsewhere."""
        cell, words = self._docks.cell, self._docks.words
        area = Qt.DockWidgetArea.RightDockWidgetArea
        stacked = all(
            not dock.isHidden() and not dock.isFloating() and self._window.dockWidgetArea(dock) == area
            for dock in (cell, words)
        )
        # Behind the other tab's panel a dock keeps the size that it had before.
        together = words in self._window.tabifiedDockWidgets(cell)
        if self._window.settings.right_side_moved or together or not stacked or cell.x() != words.x():
            return
        both = _front(self._window, cell).height() + _front(self._window, words).height()
        size = self._cell_height(both)
        self._sharing = True
        # Left to itself, Qt keeps a bar that is no longer needed: beside it, the words are longer.
        self._cell.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._window.resizeDocks([cell, words], [size, both - size], Qt.Orientation.Vertical)
        layout = self._window.layout()
        assert layout is not None
        layout.activate()
        self._cell.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._sharing = False

    def _cell_height(self, both: int) -> int:
        line = self._docks.explanation.fontMetrics().lineSpacing()
        needed = self._docks.inspector.needed(self._docks.cell.width()) + _title(self._docks.cell) + SLACK
        said = max(LINES * line, self._words.needed) + _title(self._docks.words)
        wanted = both - max(said, round(both * 0.44))
        least = both - FEWEST_LINES * line - _title(self._docks.words)
        return min(max(wanted, needed), least)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window:
            # The borders between docks are the window's own.
            if kind == QEvent.Type.MouseButtonPress:
                self._pressed = True
            elif kind in (QEvent.Type.MouseButtonRelease, QEvent.Type.Resize):
                self._pressed = False
        elif isinstance(event, QResizeEvent) and not self._sharing:
            if event.oldSize().width() != event.size().width():
                # In another width, the words have another height.
                self._soon.request()
            elif self._pressed:
                self._window.settings.right_side_moved = True
        return super().eventFilter(watched, event)


def _front(window: WindowParts, dock: QDockWidget) -> QDockWidget:
    """The one of its tabs that is to be seen."""
    tabs = [dock, *window.tabifiedDockWidgets(dock)]
    return next((each for each in tabs if in_front(each)), dock)


def _title(dock: QDockWidget) -> int:
    content = dock.widget()
    return dock.height() - content.height() if dock.isVisible() else 0
