"""What both timelines share: a slider whose painted marks are reached by mouse and keyboard and say what they are."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from app.film.player import Player
from app.words.plain import tip

MARGIN = 8.0
"""Pixels left and right of the marks."""
Place = tuple[int, int]
"""A mark's position, and the cycle within it: 0 for the mark of the position itself."""


class MarkSlider(QAbstractSlider):
    """A slider, so that keyboard and screen readers work as they do on any; subclasses say where the marks are."""

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._hovered: Place | None = None
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setPageStep(4)
        self.actionTriggered.connect(self._act)
        self.valueChanged.connect(self._value_set)

    def place_at(self, x: float) -> Place:
        """The mark that is nearest to `x`."""
        raise NotImplementedError

    def describe(self, position: int, cycle: int = 0) -> str:
        """A mark, in a few lines."""
        raise NotImplementedError

    def _go_to(self, place: Place) -> None:
        raise NotImplementedError

    def _step(self, by: int) -> None:
        """One mark on or back, by an arrow key."""
        raise NotImplementedError

    def _shown(self) -> int | None:
        """The position that is shown."""
        raise NotImplementedError

    @Slot(int)
    def _act(self, action: int) -> None:
        if action == self.SliderAction.SliderSingleStepAdd.value:
            self._step(1)
        elif action == self.SliderAction.SliderSingleStepSub.value:
            self._step(-1)
        else:
            self._go_to((self.sliderPosition(), 0))

    @Slot(int)
    def _value_set(self, value: int) -> None:
        if value != self._shown():
            self._go_to((value, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(self.place_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().x())
        if self.isSliderDown():
            self._go_to(place)
        if place != self._hovered:
            self._hovered = place
            self.update()
            self.setToolTip(tip(self.describe(*place)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._player.toggle()
        else:
            super().keyPressEvent(event)
