"""The row above a Sudoku: what typing does, and the digits on screen for those who don't know the keys."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from app.boards.mode_row import ModeRow
from app.window.allowing import allow
from app.words.why_not import guess_first

AROUND = 6
"""Pixels left and right of a digit in a narrow window."""


class DigitKey(QToolButton):
    """Becomes narrow before the row would make the window or the board's place wider."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("digit")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        narrow = self.fontMetrics().horizontalAdvance(self.text()) + 2 * AROUND
        return QSize(min(hint.width(), narrow), hint.height())


class DigitRow(ModeRow):
    """Says what was pressed; the board knows which cell is meant."""

    digitWanted = Signal(int)  # noqa: N815
    """0 clears."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.own.setText(self.tr("Guess"))
        self.given.setText(self.tr("Givens"))
        self.pencil = self._button(self.tr("Pencil"), self.tr("Enter pencil marks; or hold Ctrl and type"))
        self.pencil.setCheckable(True)
        self.pencil.setObjectName("mode")
        self.modes.addWidget(self.pencil)
        keys = self._part()
        self.digits: list[QToolButton] = []
        for digit in range(1, 10):
            button = self._button(str(digit), self._put_words(digit), DigitKey(self))
            button.clicked.connect(lambda _=False, digit=digit: self.digitWanted.emit(digit))
            self.digits.append(button)
        self.clear = self._button("⌫", self.tr("Clear the selected cell"), DigitKey(self))
        self.clear.setAccessibleName(self.tr("Clear the selected cell"))
        self.clear.clicked.connect(lambda: self.digitWanted.emit(0))
        for button in (*self.digits, self.clear):
            keys.addWidget(button)
        keys.addStretch(1)

    def _put_words(self, digit: int) -> str:
        return self.tr("Put {digit} into the selected cell").format(digit=digit)

    def show_guessing(self, guessing: bool) -> None:
        super().show_guessing(guessing)
        allow(self.pencil, guessing, guess_first())
        if not guessing:
            self.pencil.setChecked(False)
