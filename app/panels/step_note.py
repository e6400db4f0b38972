"""The line above the board that says, where inner cycles are shown, which answer the board shows."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.film.player import Player
from app.film.transport import place_words
from app.words.glossary import cycle_words
from app.words.plain import PlainLabel, long_tip


class StepNote(PlainLabel):
    """Keeps its place for as long as inner cycles are shown, so that the board does not jump from step to step."""

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setContentsMargins(0, 6, 0, 0)
        self.setToolTip(long_tip(cycle_words()))
        player.film.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        self.setVisible(self._player.inner_cycles and bool(self._player.film.refinements))
        self.setText(place_words(self._player))
