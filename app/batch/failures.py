"""The puzzles of a batch that were not solved, as pictures of their best answers; a double click opens one."""

from collections import deque

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from app.batch.result import Result
from app.boards.kinds import paint_of
from app.boards.painting import PaintOptions
from app.documents.draft import Draft
from app.window.theme import current_palette
from app.words.plain import tip

SIDE = 132
MOST = 500
"""Pictures; the table has the rest."""


class FailureGallery(QListWidget):
    """Paints one picture in each turn of the event loop, so that it never holds the window up."""

    wanted = Signal(Result)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Not solved"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setGridSize(QSize(SIDE + 24, SIDE + 2 * self.fontMetrics().height()))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self._results: list[Result] = []
        self._unpainted: deque[tuple[QListWidgetItem, Result]] = deque()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._paint_one)
        # Not `itemActivated`: some desktops send that on a single click.
        self.itemDoubleClicked.connect(self._open)
        open_one = QAction(self.tr("Open Puzzle"), self)
        open_one.setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        open_one.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        open_one.triggered.connect(lambda: self._open(self.currentItem()))
        self.addAction(open_one)

    @property
    def results(self) -> list[Result]:
        """Those that are shown."""
        return self._results

    def forget(self) -> None:
        """Show none."""
        self._turn.stop()
        self._unpainted.clear()
        self._results.clear()
        self.clear()

    def add(self, result: Result) -> None:
        """Show one more, if it was not solved and there is room."""
        if result.verified is not False or len(self._results) >= MOST:
            return
        item = QListWidgetItem(result.entry.label, self)
        item.setToolTip(tip(f"{result.entry.label}: {result.verdict}"))
        self._results.append(result)
        self._unpainted.append((item, result))
        if not self._turn.isActive():
            self._turn.start()

    def _paint_one(self) -> None:
        if not self._unpainted:
            return
        item, result = self._unpainted.popleft()
        content, best = result.entry.content, result.best
        if not isinstance(content, Draft):
            picture = QPixmap(SIDE, SIDE)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            area = QRectF(0, 0, SIDE, SIDE)
            paint_of(content.kind)(painter, area, content, best, current_palette(), PaintOptions(context=False))
            painter.end()
            item.setIcon(QIcon(picture))
        if self._unpainted:
            self._turn.start()

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.wanted.emit(self._results[self.row(item)])
