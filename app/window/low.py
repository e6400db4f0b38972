"""In a small window panels share places as tabs, and a panel that has a tab goes without a title."""

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtWidgets import QDockWidget, QTabBar, QWidget

from app.runtime.coalescing import Coalescing
from app.window.docks import Docks
from app.window.parts import WindowParts

BELOW, BESIDE = Qt.DockWidgetArea.BottomDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
LOW = 46
"""Heights of a line; in a lower window, panels beside each other would be strips."""
TIGHT = 44
"""Heights of a line; in a narrower window there is room for one column of panels beside the board."""
LEAST = 28
"""Heights of a line that a window may be narrowed to."""


class LowWindow(QObject):
    """A low window gathers the panels below the board, a narrow one all of them, until there is room again."""

    def __init__(self, window: WindowParts, docks: Docks) -> None:
        super().__init__(window)
        self._window, self._docks = window, docks
        self._low = False
        self.tight = False
        """Whether all panels stand in one column on the right."""
        # What the usual places need must not keep it wider while it is restored.
        window.setMinimumWidth(LEAST * window.fontMetrics().height())
        self._name_soon = Coalescing(self._name, self, 0)
        for dock in docks.all:
            dock.dockLocationChanged.connect(self._name_soon.request)
            dock.topLevelChanged.connect(self._name_soon.request)
            dock.visibilityChanged.connect(self._name_soon.request)

    def arrange(self, width: int, height: int) -> bool:
        """The window has so many pixels; whether it is low."""
        line = self._window.fontMetrics().height()
        self._low = height < LOW * line
        self.tight = width < TIGHT * line
        self._window.setMinimumWidth(0 if self.tight else LEAST * line)
        before = self._window.settings.panels_before
        stacked = not before.isEmpty() and self._window.dockWidgetArea(self._docks.playback) == BESIDE
        if self.tight and not stacked:
            self._window.settings.panels_before = self._window.saveState()
            self._stack()
        elif not self.tight and not before.isEmpty():
            self._unstack(before)
            self._window.settings.panels_before = QByteArray()
        if not self.tight and self._low != self._window.settings.panels_gathered:
            self._gather() if self._low else self._spread()
            self._window.settings.panels_gathered = self._low
        self._name_soon.request()
        return self._low

    def _stack(self) -> None:
        """All panels on the right: those that explain, and below them those of the film."""
        docks = self._docks
        film = [docks.playback, docks.plot, docks.fan, docks.adapting]
        explaining = [docks.words, docks.cell, docks.puzzles, docks.steps_dock, docks.legend_dock, docks.loop]
        groups = [[dock for dock in group if not dock.isFloating()] for group in (explaining, film)]
        shown = [(dock, not dock.isHidden()) for group in groups for dock in group]
        # Qt crashes now and then where docks are moved from one nest of splits to another.
        for dock, _ in shown:
            self._window.removeDockWidget(dock)
        for group in groups:
            for number, dock in enumerate(group):
                if number:
                    self._window.tabifyDockWidget(group[0], dock)
                else:
                    self._window.addDockWidget(BESIDE, dock, Qt.Orientation.Vertical)
        for dock, was_shown in shown:
            dock.setVisible(was_shown)
        for group in groups:
            for dock in group[:1]:
                dock.raise_()

    def _unstack(self, before: QByteArray) -> None:
        """Where the panels were; what was shown or hidden meanwhile stays so."""
        shown = [(dock, not dock.isHidden()) for dock in self._docks.all]
        self._window.restoreState(before)
        for dock, was_shown in shown:
            dock.setVisible(was_shown)

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
        """Give each dock its title or take it away; in a tight window, tabs scroll instead of losing their letters."""
        for tabs in self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            tabs.setElideMode(Qt.TextElideMode.ElideNone if self.tight else Qt.TextElideMode.ElideRight)
            tabs.setUsesScrollButtons(True)
        for dock in self._docks.all:
            untitled = (self._low or self.tight) and not dock.isFloating() and self._has_tab(dock)
            bar = dock.titleBarWidget()
            if untitled and bar is None:
                dock.setTitleBarWidget(QWidget(dock))
            elif not untitled and bar is not None:
                dock.setTitleBarWidget(None)  # type: ignore[arg-type]  # Qt's own again
                bar.deleteLater()

    def _has_tab(self, dock: QDockWidget) -> bool:
        return not dock.isHidden() and any(not other.isHidden() for other in self._window.tabifiedDockWidgets(dock))
