"""The list of open puzzles on the left."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QListView, QWidget

from app.documents.document import Document, Entry

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class _Entries(QAbstractListModel):
    def __init__(self, parent: "Chooser") -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def refresh(self, row: int) -> None:
        self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        entry = self._entries[index.row()]
        if entry.trace is None:
            return entry.label
        mark = "✓" if entry.trace.verified else "○"
        return f"{mark} {entry.label}"


class Chooser(QListView):
    """A tick stands before a puzzle with a verified answer, a ring before one that was merely tried."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Entries(self)
        self.setModel(self._model)
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("Puzzles"))
        self.selectionModel().currentChanged.connect(self._choose)

    def set_document(self, document: Document) -> None:
        """Show the puzzles of `document` from now on."""
        document.entriesChanged.connect(lambda: self._model.set_entries(document.entries))
        document.contentChanged.connect(lambda: self._select(document.index))
        document.traceChanged.connect(lambda: self._model.refresh(document.index))
        self._model.set_entries(document.entries)

    def _select(self, row: int) -> None:
        index = self._model.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @Slot()
    def _choose(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.chosen.emit(index.row())
