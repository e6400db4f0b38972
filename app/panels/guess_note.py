"""The line above the board that says how a person's own guess compares with what the model has."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.documents.document import Document
from app.documents.guess import can_guess
from app.film.film import Change
from app.film.player import Player
from app.words.guess import guess_words
from app.words.plain import PlainLabel


class GuessNote(PlainLabel):
    """Hidden while there is no guess."""

    def __init__(self, document: Document, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._player = document, player
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setContentsMargins(10, 4, 10, 0)
        # Always two lines, so that the board does not jump from refinement to refinement.
        self.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 4)
        player.film.changed.connect(self._hear)
        document.guessChanged.connect(self._show)
        self._show()

    @Slot(object)
    def _hear(self, change: Change) -> None:
        if change & (Change.CONTENT | Change.RECORDING | Change.CURSOR):
            self._show()

    @Slot()
    def _show(self) -> None:
        guess, puzzle = self._document.entry.guess, self._player.film.puzzle
        fits = guess is not None and puzzle is not None and can_guess(puzzle) and guess.values.shape == puzzle.shape
        if guess is not None and puzzle is not None and fits:
            self.setText(guess_words(guess, puzzle, self._player.film.shown()).replace(" %", "\u00a0%"))
        self.setVisible(fits)
