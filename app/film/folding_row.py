"""A row of controls of which those that have no room go into the menu of a button at its end."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QMenu, QToolButton, QWidget

Control = QAbstractButton | QComboBox
BETWEEN = 2
"""Pixels between two controls."""


class FoldingRow(QWidget):
    """The last of `folding` goes into the menu first; `staying` never do."""

    def __init__(self, staying: Sequence[QWidget], folding: Sequence[Control], parent: QWidget) -> None:
        super().__init__(parent)
        self._staying, self._folding = staying, folding
        self.folded: list[Control] = []
        """Those that are in the menu now."""
        self.more = QToolButton(self)
        self.more.setText("»")
        self.more.setAutoRaise(True)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolTip(self.tr("More"))
        self.more.setAccessibleName(self.tr("More"))
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._menu = QMenu(self.more)
        self._menu.aboutToShow.connect(self._fill)
        self.more.setMenu(self._menu)
        self.more.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN)
        for control in (*staying, *folding, self.more):
            row.addWidget(control)
        row.addStretch(1)

    def sizeHint(self) -> QSize:
        return QSize(self._width(self._offered()), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width([self.more] if self._offered() else []), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _offered(self) -> list[Control]:
        """Those that nobody has hidden but this row."""
        return [control for control in self._folding if control in self.folded or not control.isHidden()]

    def _fold(self) -> None:
        offered = self._offered()
        kept = list(offered)
        while kept and self._width(kept if kept == offered else [*kept, self.more]) > self.width():
            kept.pop()
        folded = offered[len(kept) :]
        if folded != self.folded:
            self.folded = folded
            for control in offered:
                control.setHidden(control in folded)
            self.more.setVisible(bool(folded))

    def _width(self, controls: Sequence[QWidget]) -> int:
        widths: list[int] = [control.sizeHint().width() for control in (*self._staying, *controls)]
        return sum(widths) + BETWEEN * max(len(widths) - 1, 0)

    def _height(self) -> int:
        return max(control.sizeHint().height() for control in (*self._staying, *self._folding))

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        for control in self.folded:
            if isinstance(control, QComboBox):
                self._offer_choice(control)
            else:
                self._offer_button(control)

    def _offer_choice(self, box: QComboBox) -> None:
        choices = self._menu.addMenu(box.accessibleName())
        group = QActionGroup(choices)
        for index in range(box.count()):
            action = QAction(box.itemText(index), group)
            action.setCheckable(True)
            action.setChecked(index == box.currentIndex())
            action.triggered.connect(lambda _=False, index=index: _choose(box, index))
            choices.addAction(action)

    def _offer_button(self, button: QAbstractButton) -> None:
        action = self._menu.addAction(button.accessibleName())
        action.setCheckable(button.isCheckable())
        action.setChecked(button.isChecked())
        action.setEnabled(button.isEnabled())
        action.triggered.connect(lambda _=False: button.click())


def _choose(box: QComboBox, index: int) -> None:
    box.setCurrentIndex(index)
    box.activated.emit(index)
