"""In a low window the panels below the board share one place, and a panel that has a tab goes without a title."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDockWidget, QWidget

from app.runtime.coalescing import Coalescing
from app.window.docks import Docks
from app.window.parts import WindowParts

BELOW = Qt.DockWidgetArea.BottomDockWidgetArea
LOW = 46
"""Heights of a line; in a lower window, panels beside each other would be strips."""


class LowWindow(QObject):
    """Moves only panels that are still below the board, and back once there is room again."""

    def __init__(self, window: WindowParts, docks: Docks) -> None:
        super().__init__(window)
        self._window, self._docks = window, docks
        self._low = False
        self._name_soon = Coalescing(self._name, self, 0)
        for dock in docks.all:
            dock.dockLocationChanged.connect(self._name_soon.request)
            dock.topLevelChanged.connect(self._name_soon.request)
            dock.visibilityChanged.connect(self._name_soon.request)

    def arrange(self, height: int) -> bool:
        """The window has so many pixels; whether it is low."""
        self._low = height < LOW * self._window.fontMetrics().height()
        if self._low != self._window.settings.panels_gathered:
            self._gather() if self._low else self._spread()
            self._window.settings.panels_gathered = self._low
        self._name_soon.request()
        return self._low

    def _gather(self) -> None:
        first = self._docks.playback
        for dock in self._below():
            if dock is not first and self._is_below(first):
                shown = not dock.isHidden()
                self._window.tabifyDockWidget(first, dock)
                dock.setVisible(shown)
        first.raise_()

    def _spread(self) -> None:
        docks, window, first = self._docks, self._window, self._docks.playback
        # Qt does not count hidden ones among the tabs.
        tabs = window.tabifiedDockWidgets(first)
        together = [dock for dock in self._below() if dock is not first and (dock.isHidden() or dock in tabs)]
        shown = [not dock.isHidden() for dock in together]
        # Not `splitDockWidget`: beside one that has tabs it makes another tab.
        for dock in together:
            if dock is docks.fan and docks.plot in together:
                window.tabifyDockWidget(docks.plot, dock)
            else:
                window.addDockWidget(BELOW, dock, Qt.Orientation.Horizontal)
        for dock, was_shown in zip(together, shown, strict=True):
            dock.setVisible(was_shown)
        if docks.plot in together:
            docks.plot.raise_()
        docks.share_below()

    def _below(self) -> list[QDockWidget]:
        docks = self._docks
        return [dock for dock in (docks.playback, docks.adapting, docks.plot, docks.fan) if self._is_below(dock)]

    def _is_below(self, dock: QDockWidget) -> bool:
        return not dock.isFloating() and self._window.dockWidgetArea(dock) == BELOW

    def _name(self) -> None:
        """Give each dock its title or take it away."""
        for dock in self._docks.all:
            untitled = self._low and not dock.isFloating() and self._has_tab(dock)
            bar = dock.titleBarWidget()
            if untitled and bar is None:
                dock.setTitleBarWidget(QWidget(dock))
            elif not untitled and bar is not None:
                dock.setTitleBarWidget(None)  # type: ignore[arg-type]  # Qt's own again
                bar.deleteLater()

    def _has_tab(self, dock: QDockWidget) -> bool:
        return not dock.isHidden() and any(not other.isHidden() for other in self._window.tabifiedDockWidgets(dock))
