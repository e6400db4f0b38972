"""The panel *What happens*: explains the refinement at the playhead in plain words."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from app.documents.draft import Draft
from app.film.intermediate import Intermediate
from app.film.player import Player
from app.words.arc import explain_guess
from app.words.explanation import explain, explain_intermediate, explain_papers, explain_puzzle
from app.words.messages import worded
from solver.trace import FitGuess


class Explanation(QLabel):
    """Explains `player`'s current refinement."""

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("Explanation"))
        self.setToolTip(explain_papers())
        player.film.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        film = self._player.film
        puzzle, current, shown = film.puzzle, film.current(), film.shown()
        if puzzle is None:
            problem = film.content.problem if isinstance(film.content, Draft) else None
            self.setText("" if problem is None else worded(problem.why))
        elif isinstance(shown, FitGuess):
            self.setText(explain_guess())
        elif current is None:
            self.setText(explain_puzzle(puzzle))
        else:
            if isinstance(shown, Intermediate):
                paragraphs = [explain_intermediate(shown)]
            else:
                words, handed_over = self._player.view_words(current.view), self._player.hands_over_in(current.view)
                paragraphs = explain(puzzle, current, film.previous(), words, handed_over=handed_over)
            # A number and its percent sign stay on one line.
            self.setText("\n\n".join(paragraphs).replace(" %", "\u00a0%"))
