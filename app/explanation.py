"""A few plain words beside the playback: what the model does at this step, for someone who never heard of it."""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.playback.player import Player
from app.playback.words import percent


class Explanation(QWidget):
    """Follows `player`."""

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        # Room for three lines, so that nothing moves when the words change.
        self.label.setMinimumHeight(self.fontMetrics().lineSpacing() * 3 + 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 0)
        column.addWidget(self.label)
        player.positionChanged.connect(self._show)
        player.filmReset.connect(self._show)
        player.refinementAppended.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        self.label.setText(explain_position(self._player))


def explain_position(player: Player) -> str:
    """What is seen at the playhead."""

    def tr(text: str, number: int = -1) -> str:
        return QCoreApplication.translate("explanation", text, "", number)

    shown = player.current()
    if shown is None:
        if player.film:
            return tr(
                "This is the puzzle itself, before the model has thought. Step forward to see its first guess, and "
                "how it corrects itself."
            )
        return tr(
            "Press Solve. A very small neural network will fill in all cells at once, look at its own answer, and "
            "improve it again and again. It was never told the rules; they are only used to check what it says."
        )
    parts = []
    if shown.step == 1:
        parts.append(
            tr("First guess: one small network of two layers filled in every free cell at once.")
            if shown.view == 0
            else tr("A fresh start on another view of the same puzzle, because the views before found no answer.")
        )
    else:
        parts.append(
            tr("The same two-layer network is applied again to the puzzle, its own answer and its notes.")
            + " "
            + tr("%n cell(s) changed.", int(shown.changed.sum()))
        )
    if shown.accepted:
        parts.append(tr("The rules accept this answer, so it is solved."))
    else:
        parts.append(
            tr("Faint means unsure; rings mark what changed; corners mark broken rules.")
            if shown.step == 1
            else tr("It gives its whole answer a chance of {chance}.").format(chance=percent(shown.halt_probability))
        )
    return " ".join(parts)
