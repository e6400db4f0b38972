"""Where the tour's card stands: above the board, or, in a small window, over the panels that it isn't about."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from app.runtime.coalescing import Coalescing
from app.window.low import LOW, TIGHT
from app.window.tour import Tour

GAP = 8
"""Pixels between a floating card and the window's edges."""
WIDTHS = (40, 26, 18)
"""Of a floating card, in heights of a line."""
TARGET = 4
"""Covering what the card is about counts as much as covering so many times the area of the board."""


class TourPlace(QObject):
    """Moves the card when the window's size or the station of the tour changes."""

    def __init__(self, tour: Tour, window: QMainWindow, column: QVBoxLayout, board: QWidget) -> None:
        super().__init__(window)
        self._tour, self._window, self._column, self._board = tour, window, column, board
        self.floating = False
        column.insertWidget(0, tour)
        self._soon = Coalescing(self._place, self)
        tour.arrived.connect(self._arrange)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            # Hidden too, so that the window does not grow for a card above the board when the tour starts.
            self._arrange()
        return False

    def _arrange(self) -> None:
        line = self._window.fontMetrics().height()
        floating = self._window.height() < LOW * line or self._window.width() < TIGHT * line
        if floating != self.floating:
            self.floating = floating
            focused, shown = self._tour.hasFocus(), not self._tour.isHidden()
            if floating:
                self._column.removeWidget(self._tour)
                self._tour.setParent(self._window)
            else:
                self._column.insertWidget(0, self._tour)
            self._tour.setVisible(shown)
            if focused:
                self._tour.setFocus()
        self._tour.keep_height(not floating)
        # The panels have their new places only later.
        self._soon.request()

    def _place(self) -> None:
        if not self.floating or self._tour.isHidden():
            return
        layout = self._tour.layout()
        assert layout is not None
        area = self._area()
        places = []
        for width in WIDTHS:
            wide = max(width * self._window.fontMetrics().height(), layout.totalMinimumSize().width())
            wide = min(wide, area.width())
            # The words stand on the height that they need in the width that they have.
            self._tour.resize(wide, self._tour.height())
            layout.activate()
            size = QSize(wide, layout.totalHeightForWidth(wide))
            for x in (area.right() + 1 - size.width(), area.left()):
                places += [QRect(QPoint(x, y), size) for y in (area.bottom() + 1 - size.height(), area.top())]
        self._tour.setGeometry(min(places, key=self._cost))
        self._tour.raise_()

    def _area(self) -> QRect:
        """The window without its menus, tool bar and status line."""
        middle = self._window.centralWidget()
        top = 0 if middle is None else middle.geometry().top()
        status = self._window.statusBar().geometry()
        return QRect(QPoint(0, top), QPoint(self._window.width() - 1, status.top())).adjusted(GAP, GAP, -GAP, -GAP)

    def _cost(self, place: QRect) -> int:
        """How much of the board and of what it is about a card there would cover, in pixels."""
        target = self._tour.target
        covered = _area(place & self._seen(self._board))
        if target is not None and target.isVisible():
            covered += TARGET * _area(place & self._seen(target))
        # Nor does it stick out of a low window.
        return covered + 100 * max(0, place.height() - self._area().height()) * place.width()

    def _seen(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._window, QPoint()), widget.size())


def _area(rect: QRect) -> int:
    return rect.width() * rect.height() if rect.isValid() else 0
