"""The lines above the board that say how a person's own guess compares with what the model has."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.documents.document import Document
from app.documents.guess import can_guess
from app.film.film import Change
from app.film.player import Player
from app.words.guess import guess_hint, guess_words
from app.words.own_output import own_output_compared, own_output_hint
from app.words.plain import PlainLabel, tip
from solver.puzzles.arc.puzzle import ArcPuzzle

LOW = 48
"""Heights of a line; in a lower window the lines take no room before there is a guess."""
NARROW = 44
"""Heights of a line; in a narrower window there is one line, and the rest is in the tooltip."""


class GuessNote(PlainLabel):
    """There while `along` is checked, so that the first digit does not move the board; else only with a guess."""

    def __init__(self, document: Document, player: Player, along: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._player, self._along = document, player, along
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setContentsMargins(10, 4, 10, 0)
        # Always two lines, so that the board does not jump from refinement to refinement.
        self.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 4)
        player.film.changed.connect(self._hear)
        document.guessChanged.connect(self._show)
        along.toggled.connect(self._show)
        parent.installEventFilter(self)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._show()
        return False

    @Slot(object)
    def _hear(self, change: Change) -> None:
        if change & (Change.CONTENT | Change.RECORDING | Change.CURSOR):
            self._show()

    @Slot()
    def _show(self) -> None:
        guess, puzzle = self._document.entry.guess, self._player.film.puzzle
        if isinstance(puzzle, ArcPuzzle):
            outputs = self._document.entry.outputs
            own = None if outputs is None else outputs.of(puzzle.test)
            self._say(own_output_hint() if own is None else own_output_compared(own, self._player.film.shown()))
            self._stand(has_guess=own is not None)
            return
        fits = guess is not None and puzzle is not None and can_guess(puzzle) and guess.values.shape == puzzle.shape
        if guess is not None and puzzle is not None and fits:
            self._say(guess_words(guess, puzzle, self._player.film.shown()))
        elif puzzle is not None:
            self._say(guess_hint(puzzle.kind))
        self._stand(has_guess=fits)

    def _say(self, words: str) -> None:
        self.setText(words.replace(" %", "\u00a0%"))

    def _stand(self, *, has_guess: bool) -> None:
        """Take room where there is something to say, or will be soon."""
        puzzle = self._player.film.puzzle
        wraps = self.window().width() >= NARROW * self.fontMetrics().height()
        self.setWordWrap(wraps)
        self.setMinimumHeight((2 if wraps else 1) * self.fontMetrics().lineSpacing() + 4)
        self.setToolTip("" if wraps else tip(self.text()))
        roomy = self.window().height() >= LOW * self.fontMetrics().height()
        self.setVisible(has_guess or (roomy and self._along.isChecked() and puzzle is not None and can_guess(puzzle)))
