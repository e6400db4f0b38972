"""Why this value: a button that asks what the selected cell rests on, and the answer in a sentence."""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.film.player import Player
from app.solving.influence import InfluenceControl
from app.words.influence import influence_words
from app.words.plain import PlainLabel, long_tip, unbroken


class InfluenceView(QWidget):
    """Stands in the cell inspector, between its words and its bars."""

    answered = Signal()
    """It says something else, and needs more or less height for it."""

    def __init__(self, control: InfluenceControl, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control, self._player = control, player
        self.button = QPushButton(self.tr("&Why this value?"), self)
        self.button.setCheckable(True)
        self.words = PlainLabel(self)
        self.words.setWordWrap(True)
        self.words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)
        column.addWidget(self.words)
        self.button.clicked.connect(control.press)
        control.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        control, puzzle = self._control, self._player.film.puzzle
        self.button.setChecked(control.wanted)
        self.button.setEnabled(control.possible or control.wanted)
        refusal = refusal_words(control)
        meaning = self.tr(
            "Goes back to the refinement in which the cell took this value, computes it again without one given at "
            "a time, and marks those the choice depends on. This shows what the network uses; it is not a proof."
        )
        self.button.setToolTip(long_tip(refusal or meaning))
        words = refusal if control.other_network or control.other_start or control.forced else ""
        if control.wanted and puzzle is not None:
            found = control.found
            if found is not None:
                words = influence_words(puzzle.kind, found).replace(" %", "\u00a0%")
            elif control.problem or refusal:
                words = control.problem or refusal
            elif control.asking:
                words = self.tr("Asking the network…")
            else:
                words = self.tr("Pause to ask.")
        if words != unbroken(self.words.text()):
            self.words.setText(words)
            self.words.setVisible(bool(words))
            self.answered.emit()


def refusal_words(asked: InfluenceControl) -> str:
    """Why nothing can be asked here; empty if something can."""
    if asked.other_network:
        return QCoreApplication.translate(
            "InfluenceView", "Two networks made this in turn. Go to a refinement before the second took over."
        )
    if asked.other_start:
        return QCoreApplication.translate(
            "InfluenceView", "This film is of a random start, which can't be made again. Show the film of a view."
        )
    if asked.forced:
        return QCoreApplication.translate("InfluenceView", "You forced this value in the branch. Select another cell.")
    if not asked.possible:
        return QCoreApplication.translate(
            "InfluenceView", "Select a cell that the model filled in, at one of its refinements."
        )
    return ""
