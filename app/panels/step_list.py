"""The list of steps with what changed at each; a click goes there."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from app.film.player import Player
from app.panels.step_model import AcceptedRole, CellRole, ChanceRole, ReasonRole, StepModel
from app.window.theme import current_palette
from app.words.playback import percent
from solver.trace.influence import Influence


class StepDelegate(QStyledItemDelegate):
    """Adds the mean confidence, and a tick where the rules accept, at a step's right end."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.data(ReasonRole):
            option.palette.setColor(QPalette.ColorRole.Text, current_palette().color("muted"))
        if index.data(ChanceRole) is not None:
            room = option.rect.width() - self._beside(option) - 8
            option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    def _beside(self, option: QStyleOptionViewItem) -> int:
        return option.fontMetrics.horizontalAdvance(">99 % ") + 24

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        chance = index.data(ChanceRole)
        if chance is None:
            return
        palette = current_palette()
        area = QRectF(option.rect).adjusted(0, 0, -8, 0)
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(palette.color("text" if selected else "muted"))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent(chance))
        if index.data(AcceptedRole):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(
                QPen(
                    palette.color("verified"),
                    2.2,
                    Qt.PenStyle.SolidLine,
                    Qt.PenCapStyle.RoundCap,
                )
            )
            width = option.fontMetrics.horizontalAdvance(">99 % ")
            at = QPointF(area.right() - width - 6, area.center().y())
            painter.drawPolyline([at + QPointF(-5, 0), at + QPointF(-1.5, 3.5), at + QPointF(5, -4)])
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), round(option.fontMetrics.height() * 1.5))


class StepList(QTreeView):
    """Follows `player`'s playhead and moves it; opening a step shows its changes."""

    cellChosen = Signal(int, int)  # noqa: N815
    """Row and column of the change that was clicked."""
    whyWanted = Signal()  # noqa: N815
    """What the cell chosen just now rests on is wanted."""

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._steps = StepModel(player, self)
        self._following = False
        self.setModel(self._steps)
        self.setItemDelegate(StepDelegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIndentation(16)
        self.setAccessibleName(self.tr("Steps"))
        for signal in (player.film.changed, self._steps.modelReset, self._steps.rowsInserted):
            signal.connect(self._follow)
        self.selectionModel().currentChanged.connect(self._go)
        self.clicked.connect(self._clicked)
        self._follow()

    def take_influence(self, found: Influence) -> None:
        """Say beside the changes what a cell was found to rest on."""
        self._steps.take_influence(found)

    @Slot()
    def _follow(self) -> None:
        wanted = self._player.film.position
        current = self.currentIndex()
        # A change that is selected belongs to its step: the playhead is already there.
        if current.isValid() and self._steps.position_of(current) == wanted:
            return
        index = self._steps.index_of(wanted)
        if index.isValid():
            self._following = True
            self.setCurrentIndex(index)
            self._following = False

    @Slot(QModelIndex, QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        if self._following or not index.isValid():
            return
        self._player.go_to(self._steps.position_of(index))
        cell = index.data(CellRole)
        if cell is not None:
            self.cellChosen.emit(*cell)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        # The step that is current already may have been left by nobody: a click still pauses there.
        if self._player.playing:
            self._go(index)
        if index.data(ReasonRole):
            self.cellChosen.emit(*index.data(CellRole))
            self.whyWanted.emit()
