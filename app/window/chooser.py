"""The list of open puzzles on the left, under the names of their files; each can be closed there."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QFont, QKeySequence, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QMenu, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.documents.document import Document
from app.documents.entry import Entry
from app.window.allowing import allow
from app.window.theme import current_palette
from app.words import why_not as why
from app.words.plain import tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
HEADING = Qt.ItemDataRole.UserRole
"""Whether the row is a heading."""


@dataclass(frozen=True)
class _Row:
    """A heading, or a puzzle."""

    words: str
    index: int = -1
    """Of the puzzle in the document."""


class _Entries(QAbstractListModel):
    def __init__(self, parent: "Chooser") -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._rows: list[_Row] = []
        self._places: list[int] = []
        """The row of each puzzle."""

    def show_document(self, document: Document) -> None:
        self.beginResetModel()
        self._document = document
        self._rows, self._places = [], []
        headed = len(document.sheets) > 1
        last = None
        for index, entry in enumerate(document.entries):
            sheet = document.sheet_of(index)
            if headed and sheet is not last:
                self._rows.append(_Row(sheet.name or self.tr("Not in a file")))
            last = sheet
            self._places.append(len(self._rows))
            self._rows.append(_Row(entry.label, index))
        self.endResetModel()

    def row_of(self, index: int) -> int:
        return self._places[index]

    def refresh(self, index: int) -> None:
        if index < len(self._places):
            where = self.index(self._places[index])
            self.dataChanged.emit(where, where)

    def number(self, index: Index) -> int:
        """The puzzle's place in the document; -1 for a heading."""
        return self._rows[index.row()].index if index.isValid() and index.row() < len(self._rows) else -1

    def heading(self, row: int) -> list[int]:
        """The puzzles under a heading."""
        found = []
        for each in self._rows[row + 1 :]:
            if each.index < 0:
                break
            found.append(each.index)
        return found

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.number(index) < 0:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | bool | None:
        row = self._rows[index.row()]
        if role == HEADING:
            return row.index < 0
        entry = self._entry(row)
        if role == Qt.ItemDataRole.ToolTipRole and entry is not None:
            return tip(", ".join(filter(None, [self._words(row, entry), entry.place])))
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return row.words if entry is None else self._words(row, entry)

    def _entry(self, row: _Row) -> Entry | None:
        entries = [] if self._document is None else self._document.entries
        return entries[row.index] if 0 <= row.index < len(entries) else None

    @staticmethod
    def _words(row: _Row, entry: Entry) -> str:
        if not entry.tried:
            return row.words
        return f"{'✓' if entry.verified else '○'} {row.words}"


FEWEST_LETTERS = 12
"""Of a puzzle's name, for which the list has room in any window."""


class _Painting(QStyledItemDelegate):
    """Headings in bold, and a cross to close the puzzle under the pointer."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(HEADING):
            option.font.setWeight(QFont.Weight.DemiBold)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # As wide as the list, which shortens a long name; its tooltip says it whole.
        return QSize(0, super().sizeHint(option, index).height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chooser = self.parent()
        assert isinstance(chooser, Chooser)
        rect: QRect = option.rect
        cross = chooser.cross_at(rect) if index == chooser.hovered and not index.data(HEADING) else None
        if cross is not None:
            # The words end before it.
            option.rect = rect.adjusted(0, 0, -cross.width(), 0)
        super().paint(painter, option, index)
        if cross is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_palette().color("text"), 1.5))
        side = cross.height() // 3
        box = QRect(0, 0, side, side)
        box.moveCenter(cross.center())
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomLeft())
        painter.restore()


class Chooser(QListView):
    """A tick stands before a puzzle with a verified answer, a ring before one that was merely tried."""

    chosen = Signal(int)
    closed = Signal(list)
    """These puzzles are wanted no more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered = QPersistentModelIndex()
        """The row under the pointer."""
        self._model = _Entries(self)
        self._document: Document | None = None
        self.setModel(self._model)
        self.setItemDelegate(_Painting(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Puzzles"))
        self.close_shown = QAction(self.tr("Close Puzzle"), self)
        self.close_shown.setShortcuts([QKeySequence(QKeySequence.StandardKey.Delete), QKeySequence("Backspace")])
        self.close_shown.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.close_shown.triggered.connect(lambda: self._close(self.currentIndex()))
        self.addAction(self.close_shown)
        self.selectionModel().currentChanged.connect(self._choose)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return least.expandedTo(QSize(FEWEST_LETTERS * self.fontMetrics().averageCharWidth(), 0))

    def set_document(self, document: Document) -> None:
        """Show the puzzles of `document` from now on."""
        self._document = document
        document.entriesChanged.connect(self._show_entries)
        document.contentChanged.connect(self._select)
        document.traceChanged.connect(lambda: self._model.refresh(document.index))
        document.fileChanged.connect(self._show_names)
        self._show_entries()

    def cross_at(self, rect: QRect) -> QRect:
        """Where the cross of a row is that takes `rect`."""
        side = rect.height()
        return QRect(rect.right() - side + 1, rect.top(), side, side)

    def visible_index(self, index: int) -> QModelIndex:
        """The row of one of the document's puzzles."""
        return self._model.index(self._model.row_of(index))

    @Slot()
    def _show_entries(self) -> None:
        assert self._document is not None
        self.selectionModel().blockSignals(True)
        self._model.show_document(self._document)
        self.selectionModel().blockSignals(False)
        self._names = self._headings()
        self._select()

    @Slot()
    def _show_names(self) -> None:
        # A puzzle was saved to a file of its own.
        if self._names != self._headings():
            self._show_entries()
        elif self._document is not None:
            # Starts were tried, or that was undone.
            self._model.refresh(self._document.index)

    def _headings(self) -> list[str]:
        return [] if self._document is None else [sheet.name for sheet in self._document.sheets]

    @Slot()
    def _select(self) -> None:
        assert self._document is not None
        index = self.visible_index(self._document.index)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @Slot()
    def _choose(self) -> None:
        number = self._model.number(self.currentIndex())
        if number >= 0:
            self.chosen.emit(number)

    def _close(self, index: Index) -> None:
        if index.isValid() and (number := self._model.number(index)) >= 0:
            self.closed.emit([number])

    # Qt's events

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QPoint(-1, -1))

    def _hover(self, at: QPoint) -> None:
        under = QPersistentModelIndex(self.indexAt(at))
        if under != self.hovered:
            self.hovered = under
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        on_cross = event.button() == Qt.MouseButton.LeftButton and self.cross_at(self.visualRect(index)).contains(at)
        if self._model.number(index) >= 0 and (on_cross or event.button() == Qt.MouseButton.MiddleButton):
            self._close(index)
            self._hover(at)
        elif event.button() != Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = (
            self.indexAt(event.pos()) if event.reason() != QContextMenuEvent.Reason.Keyboard else self.currentIndex()
        )
        if not index.isValid() or self._document is None:
            return
        number, everything = self._model.number(index), range(len(self._document.entries))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if number < 0:
            group = self._model.heading(index.row())
            menu.addAction(self.tr("Close All of These")).triggered.connect(lambda: self.closed.emit(group))
        else:
            menu.addAction(self.tr("Close Puzzle")).triggered.connect(lambda: self.closed.emit([number]))
            others = [each for each in everything if each != number]
            action = menu.addAction(self.tr("Close the Others"))
            menu.setToolTipsVisible(True)
            allow(action, bool(others), why.no_others())
            action.triggered.connect(lambda: self.closed.emit(others))
        menu.addAction(self.tr("Close All")).triggered.connect(lambda: self.closed.emit(list(everything)))
        menu.popup(event.globalPos())
