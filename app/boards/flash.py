"""Changed cells light up for a moment when another refinement is shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from solver.puzzles.base import BoolGrid

FRAMES = 5
"""Few, for each is a repaint of the board while the model wants the processor too."""
FRAME_MS = 60


class Flash(QObject):
    """Calls `repaint` for each frame; a timer ticks only until the light is out."""

    def __init__(self, repaint: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._repaint = repaint
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._fade)
        self.cells: BoolGrid | None = None
        """Which cells are alight."""

    @property
    def strength(self) -> float:
        """From 1, just lit, to 0, out."""
        return self._left / FRAMES

    def light(self, cells: BoolGrid) -> None:
        """Light up `cells`, and no others."""
        self.cells, self._left = cells, FRAMES
        self._timer.start()

    def put_out(self) -> None:
        """No cell is alight any more."""
        self.cells, self._left = None, 0
        self._timer.stop()

    @Slot()
    def _fade(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.put_out()
        self._repaint()
