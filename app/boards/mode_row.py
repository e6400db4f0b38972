"""The row above a Sudoku or maze that says what typing and drawing do: the person's own guess, or the puzzle itself."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QToolButton, QWidget

GAP = 12
"""Pixels between two groups of buttons."""


class ModeRow(QWidget):
    """Two buttons, one of which is pressed; `guessingWanted` says which one a person has chosen."""

    guessingWanted = Signal(bool)  # noqa: N815

    def __init__(self, own: str, given: str, parent: QWidget | None = None) -> None:
        """`own` and `given` are what the two buttons are called."""
        super().__init__(parent)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(10, 4, 10, 0)
        self._parts.setSpacing(GAP)
        # In a narrow window the parts stand below each other; side by side they must not keep it wide.
        self._parts.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._groups: list[QHBoxLayout] = []
        self.modes = self._part()
        self.own = self._button(own, self.tr("Your entries go over the puzzle, which stays as it is (Ctrl+G)"))
        self.given = self._button(given, self.tr("Change the puzzle itself; this removes its recording (Ctrl+G)"))
        group = QButtonGroup(self)
        for button, guessing in ((self.own, True), (self.given, False)):
            button.setCheckable(True)
            button.setObjectName("mode")
            button.clicked.connect(lambda _=False, guessing=guessing: self.guessingWanted.emit(guessing))
            group.addButton(button)
            self.modes.addWidget(button)
        self.given.setChecked(True)

    @Slot(bool)
    def show_guessing(self, guessing: bool) -> None:
        """Press the button of the mode that is on."""
        (self.own if guessing else self.given).setChecked(True)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        margins = self._parts.contentsMargins()
        return QSize(max(self._widths()) + margins.left() + margins.right(), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = sum(width + GAP for width in self._widths()) > self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        if narrow != (self._parts.direction() == down):
            self._parts.setDirection(down if narrow else across)
            self.updateGeometry()

    def _widths(self) -> list[int]:
        return [group.minimumSize().width() for group in self._groups]

    def _part(self) -> QHBoxLayout:
        """One more group of buttons, at the end."""
        part = QHBoxLayout()
        part.setSpacing(2)
        part.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._parts.addLayout(part)
        self._groups.append(part)
        return part

    def _button(self, words: str, tip: str, button: QToolButton | None = None) -> QToolButton:
        button = button or QToolButton(self)
        button.setText(words)
        button.setToolTip(tip)
        # The board keeps the keyboard, so that a digit can be typed right after a click.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
