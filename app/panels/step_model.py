"""The film as a tree for lists: each position with, under it, the cells that changed there, and why."""

from collections import Counter
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from app.film.film import Change
from app.film.player import Player
from app.words.influence import influence_words
from app.words.playback import Change as PlayedChange
from app.words.playback import changes, percent, plural, value_word
from app.words.reasons import reason_words
from solver.puzzles.base import Cell
from solver.trace.influence import Influence

MOST_CHANGES = 12
"""More changes at one step than these are counted, and only the surest of them listed."""

AnyIndex = QModelIndex | QPersistentModelIndex
CellRole = Qt.ItemDataRole.UserRole
"""The cell that a change is about."""
ChanceRole = Qt.ItemDataRole.UserRole + 1
"""A refinement's mean confidence."""
AcceptedRole = Qt.ItemDataRole.UserRole + 2
"""Whether the rules accept a refinement's answer."""
ReasonRole = Qt.ItemDataRole.UserRole + 3
"""Whether a row says why the cell in the row above it changed."""

_TOP = 0
"""Internal id of a position; its changes have its row + 1."""


class StepModel(QAbstractItemModel):
    """Row p + 1 is position p. What changed is put into words only when it is looked at.

    Below each change stands why, as far as the answer before shows it or the network was asked; a view's first
    refinement has none before it.
    """

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._changes: dict[int, list[tuple[str, Cell | None, bool]]] = {}
        self._found: dict[tuple[int, int, Cell], Influence] = {}
        """What the network was asked about this recording."""
        self._rows = self._rows_wanted()
        player.film.changed.connect(self._hear)

    @Slot(object)
    def _hear(self, change: Change) -> None:
        wanted = self._rows_wanted()
        if change & (Change.CONTENT | Change.RECORDING):
            self.beginResetModel()
            self._changes.clear()
            self._found.clear()
            self._rows = wanted
            self.endResetModel()
        elif wanted > self._rows:
            self.beginInsertRows(QModelIndex(), self._rows, wanted - 1)
            self._rows = wanted
            self.endInsertRows()

    def _rows_wanted(self) -> int:
        film = self._player.film
        return len(film.refinements) + 1 if film.puzzle is not None else 0

    def position_of(self, index: AnyIndex) -> int:
        """The position that `index`, or the step above it, stands for."""
        top = index.row() if index.internalId() == _TOP else int(index.internalId()) - 1
        return top - 1

    def index_of(self, position: int) -> QModelIndex:
        """The row of `position`."""
        return self.index(position + 1, 0)

    def take_influence(self, found: Influence) -> None:
        """Say from now on what this changed cell was found to rest on."""
        self._found[found.view, found.step, found.cell] = found
        for position, refinement in enumerate(self._player.film.refinements):
            if (refinement.view, refinement.step) == (found.view, found.step) and position in self._changes:
                self._changes[position] = self._list_changes(position)
                parent = self.index_of(position)
                last = self.rowCount(parent) - 1
                self.dataChanged.emit(self.index(0, 0, parent), self.index(last, 0, parent))

    # What Qt asks

    def index(self, row: int, column: int, parent: AnyIndex = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: AnyIndex = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, _TOP)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return self._rows
        if parent.internalId() != _TOP or parent.row() == 0:
            return 0
        film, position = self._player.film, parent.row() - 1
        changed = int(film.refinements[position].changed.sum())
        listed = min(changed, MOST_CHANGES)
        if film.before(position) is not None:
            listed *= 2
        return listed + (changed > MOST_CHANGES)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        position = self.position_of(index)
        if index.internalId() != _TOP:
            words, cell, reason = self._changes_at(position)[index.row()]
            # In a narrow list the end is cut off.
            shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return words if role in shown else {CellRole: cell, ReasonRole: reason}.get(role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(position)
        if position < 0:
            return None
        refinement = self._player.film.refinements[position]
        if role == ChanceRole:
            return refinement.mean_confidence
        if role == AcceptedRole:
            return bool(refinement.accepted)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            verdict = self.tr(", accepted by the rules") if refinement.accepted else ""
            chance = percent(refinement.mean_confidence)
            return self.tr("{title}, mean confidence {chance}{verdict}").format(
                title=self._title(position), chance=chance, verdict=verdict
            )
        return None

    def _title(self, position: int) -> str:
        if position < 0:
            return self.tr("The puzzle")
        refinement = self._player.film.refinements[position]
        changed = int(refinement.changed.sum())
        words = plural(self.tr("%n cell(s) changed", "", changed), changed)
        if not changed:
            words = self.tr("no cell changed")
        # What was done in a view would leave no room for what changed.
        view = "" if refinement.view == 0 else f" ({self._player.view_number(refinement.view)})"
        return f"{refinement.step}{view}: {words}"

    def _changes_at(self, position: int) -> list[tuple[str, Cell | None, bool]]:
        if position not in self._changes:
            self._changes[position] = self._list_changes(position)
        return self._changes[position]

    def _list_changes(self, position: int) -> list[tuple[str, Cell | None, bool]]:
        """Words, the cell they are about, and whether they say why."""
        film = self._player.film
        puzzle, refinement, before = film.puzzle, film.refinements[position], film.before(position)
        assert puzzle is not None
        kind = puzzle.kind
        all_changes = changes(puzzle, refinement, before)
        listed: list[tuple[str, Cell | None, bool]] = []

        def add(change: PlayedChange) -> None:
            listed.append((change.words(kind), change.cell, False))
            if before is None:
                return
            found = self._found.get((refinement.view, refinement.step, change.cell))
            why = reason_words(puzzle, change, before)
            if found is not None:
                why = influence_words(kind, found)
            elif not why:
                why = self.tr("no rule was broken there; click to ask why")
            listed.append((f"↳ {why}", change.cell, True))

        if len(all_changes) <= MOST_CHANGES:
            for change in all_changes:
                add(change)
            return listed
        surest = sorted(all_changes, key=lambda change: -change.chance)[:MOST_CHANGES]
        words = self.tr("The {few} most confident of {all}").format(few=MOST_CHANGES, all=len(all_changes))
        counts = Counter(change.after for change in all_changes)
        if len(counts) <= 3:
            words += ": " + ", ".join(f"{counts[v]} → {value_word(kind, v)}" for v in sorted(counts))
        listed.append((words, None, False))
        for change in surest:
            add(change)
        return listed
