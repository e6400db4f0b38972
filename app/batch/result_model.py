"""The table of results: sorted by any column, each new row put in its place."""

from bisect import bisect_right
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.batch.result import Result
from app.words.messages import worded
from app.words.numbers import number
from app.words.plain import tip
from app.words.playback import percent
from solver.trace import ViewName

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
Role = Qt.ItemDataRole
OWN_ESTIMATE = 7
"""The column that needs a word more."""


def _number(value: float | None) -> float:
    """What is missing sorts before everything."""
    return -1.0 if value is None else value


def _chance(value: float | None) -> str:
    return "" if value is None else percent(value)


def _view(name: ViewName | None) -> str:
    return "" if name is None else worded(name.message)


class ResultModel(QAbstractTableModel):
    """Holds the rows in the order they are shown; a sorting proxy would ask for each cell again and again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[tuple[str, Callable[[Result], Any], Callable[[Result], str]], ...] = (
            (self.tr("No."), lambda r: r.number, lambda r: str(r.number)),
            (self.tr("Puzzle"), lambda r: (r.entry.label, r.number), lambda r: r.entry.label),
            (self.tr("Checkpoint"), lambda r: (r.checkpoint, r.number), lambda r: r.checkpoint),
            (self.tr("Result"), lambda r: r.verdict, lambda r: r.verdict),
            (self.tr("Steps"), lambda r: _number(r.steps), lambda r: "" if r.steps is None else str(r.steps)),
            (self.tr("View"), lambda r: _view(r.view), lambda r: _view(r.view)),
            (self.tr("Confidence"), lambda r: _number(r.mean_confidence), lambda r: _chance(r.mean_confidence)),
            (self.tr("Own estimate"), lambda r: _number(r.halt_probability), lambda r: _chance(r.halt_probability)),
            (self.tr("Time"), lambda r: r.seconds, lambda r: f"{number(r.seconds, 2)} s"),
        )
        self._numeric = frozenset((0, 4, 6, 7, 8))
        self.results: list[Result] = []
        """In the order they are shown."""
        self._key: Callable[[Result], Any] = self._columns[0][1]
        self._descending = False

    def clear(self) -> None:
        """Forget all rows."""
        self.beginResetModel()
        self.results = []
        self.endResetModel()

    def add(self, result: Result) -> None:
        """Put one more row in its place."""
        row = bisect_right(self.results, self._order(result), key=self._order)
        self.beginInsertRows(NOWHERE, row, row)
        self.results.insert(row, result)
        self.endInsertRows()

    def _order(self, result: Result) -> Any:
        key = self._key(result)
        return _Backwards(key) if self._descending else key

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self._columns):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(index, self.results[index.row()]) for index in before]
        self._key = self._columns[column][1]
        self._descending = order == Qt.SortOrder.DescendingOrder
        self.results.sort(key=self._key, reverse=self._descending)
        if kept:
            rows = {id(result): row for row, result in enumerate(self.results)}
            after = [self.index(rows[id(result)], index.column()) for index, result in kept]
            self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.results)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Role.DisplayRole:
            return self._columns[index.column()][2](self.results[index.row()])
        if role == Role.ToolTipRole and index.column() in (1, 2, 3):
            return tip(str(self._columns[index.column()][2](self.results[index.row()])))
        if role == Role.TextAlignmentRole and index.column() in self._numeric:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if role == Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._columns[section][0]
        if role == Role.ToolTipRole and orientation == Qt.Orientation.Horizontal and section == OWN_ESTIMATE:
            return tip(self.tr("How likely the model itself thinks that its whole answer is right"))
        return None


class _Backwards:
    """Orders keys from the greatest down."""

    def __init__(self, key: Any) -> None:
        self._key = key

    def __lt__(self, other: "_Backwards") -> bool:
        return bool(other._key < self._key)
