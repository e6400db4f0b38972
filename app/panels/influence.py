"""Why this value: a button that asks what the selected cell rests on, and the answer in a sentence."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.film.player import Player
from app.solving.influence import InfluenceControl
from app.words.influence import influence_words
from app.words.plain import PlainLabel


class InfluenceView(QWidget):
    """Stands below the cell inspector."""

    def __init__(self, control: InfluenceControl, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control, self._player = control, player
        self.button = QPushButton(self.tr("&Why this value?"), self)
        self.button.setCheckable(True)
        self.button.setToolTip(
            self.tr(
                "Goes back to the refinement in which the cell took this value, computes it again without one given at "
                "a time, and marks those the choice depends on. This shows what the network uses; it is not a proof."
            )
        )
        self.words = PlainLabel(self)
        self.words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 8)
        column.addWidget(self.button)
        column.addWidget(self.words)
        self.button.toggled.connect(self._want)
        control.changed.connect(self._show)
        self._show()

    @Slot(bool)
    def _want(self, wanted: bool) -> None:
        self._control.wanted = wanted

    @Slot()
    def _show(self) -> None:
        control, puzzle = self._control, self._player.film.puzzle
        self.button.setChecked(control.wanted)
        self.button.setEnabled(control.possible or control.wanted)
        words = ""
        if control.wanted and puzzle is not None:
            found = control.found
            if found is not None:
                words = influence_words(puzzle.kind, found).replace(" %", "\u00a0%")
            elif control.problem:
                words = control.problem
            elif control.after_branch:
                words = self.tr("After a branch the network cannot be asked why. Go to a refinement before it.")
            elif not control.possible:
                words = self.tr("Select a cell that the model filled in, at one of its refinements.")
            elif control.asking:
                words = self.tr("Asking the network…")
            else:
                words = self.tr("Pause to ask.")
        self.words.setText(words)
        self.words.setVisible(bool(words))
