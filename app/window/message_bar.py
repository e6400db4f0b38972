"""The bar above the board that shows messages, with details to copy."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QSizePolicy, QWidget

from app.boards.arc.flow import Flow
from app.words.plain import WholeLabel, unbroken


class MessageBar(QFrame):
    """Hidden until there is something to say; the next message takes the place of the last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._details = ""
        self._waiting = False
        self.sentence = WholeLabel(self)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._copy = QPushButton(self.tr("Copy details"), self)
        self._copy.clicked.connect(self._copy_details)
        self._dismiss = QPushButton(self)
        self._dismiss.clicked.connect(self.clear)
        self.choices: list[QPushButton] = []
        row = QWidget(self)
        self._buttons = Flow(row, spacing=6)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.addWidget(self._copy)
        self._buttons.addWidget(self._dismiss)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(12, 8, 8, 8)
        self._rows.addWidget(self.sentence, 1)
        self._rows.addWidget(row)
        self.dismiss = QAction(self.tr("Dismiss message"), self)
        self.dismiss.setShortcut(QKeySequence("Ctrl+Shift+M"))
        self.dismiss.triggered.connect(self.clear)
        self.addAction(self.dismiss)
        self.hide()

    @Slot(str, str)
    def say(self, sentence: str, details: str = "") -> None:
        """Show one sentence; `details` help to find the cause."""
        self._waiting = False
        self._set_choices({})
        self._details = details
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self._copy.setVisible(bool(details))
        self._dismiss.setText(self.tr("Dismiss"))
        self.show()

    def offer(self, sentence: str, choices: Mapping[str, Callable[[], None]], later: str) -> None:
        """Show one sentence with a button for each thing that can be done about it, and `later` for none of them."""
        self.say(sentence)
        self._set_choices(choices)
        self._dismiss.setText(later)

    def wait(self, sentence: str, cancel: Callable[[], None]) -> None:
        """Show how far something is that takes a while, with a button to cancel it."""
        if self._waiting:
            self.sentence.setText(sentence)
            return
        self.offer(sentence, {self.tr("Cancel"): cancel}, self.tr("Hide"))
        self._waiting = True

    @Slot()
    def end_wait(self) -> None:
        """What took a while is done; another message that came meanwhile stays."""
        if self._waiting:
            self.clear()

    @Slot()
    def clear(self) -> None:
        """Nothing more to say."""
        self._waiting = False
        self.hide()
        self._set_choices({})
        self.sentence.clear()
        self._details = ""

    def _set_choices(self, choices: Mapping[str, Callable[[], None]]) -> None:
        for button in self.choices:
            button.hide()
            button.deleteLater()
        self.choices = [QPushButton(words, self) for words in choices]
        # Beside several buttons the sentence would have no room in a narrow window.
        direction = QBoxLayout.Direction
        self._rows.setDirection(direction.TopToBottom if choices else direction.LeftToRight)
        self._buttons.removeWidget(self._dismiss)
        for button, do in zip(self.choices, choices.values(), strict=True):
            self._buttons.addWidget(button)
            button.clicked.connect(self.clear)
            button.clicked.connect(lambda _=False, do=do: do())
        self._buttons.addWidget(self._dismiss)

    @Slot()
    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(f"{unbroken(self.sentence.text())}\n\n{self._details}")
