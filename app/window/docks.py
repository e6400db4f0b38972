"""Where each panel is docked around the board; a new panel gets its dock here."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QMainWindow,
    QScrollArea,
    QWidget,
)

from app.arc.panel import AdaptingPanel
from app.film.fit_timeline import FitTimeline
from app.film.playback_panel import PlaybackPanel
from app.film.player import Player
from app.film.timeline import Timeline
from app.film.transport import Transport
from app.panels.explanation import Explanation
from app.panels.fan import FanPanel
from app.panels.influence import InfluenceView
from app.panels.inspector import Inspector
from app.panels.legend import Legend
from app.panels.loop import LoopPanel
from app.panels.step_list import StepList
from app.panels.whole_lines import WholeLines
from app.solving.fan import FanControl
from app.solving.influence import InfluenceControl
from app.window.chooser import Chooser
from solver.messages import quoted

if TYPE_CHECKING:
    from app.panels.confidence_plot import ConfidencePlot

Area = Qt.DockWidgetArea
USUAL_LINE = 14
"""Pixels of a line's height for which the panels' sizes are written down."""
RIGHT = 310
"""Pixels that the panels on the right are wide, for text of the usual size."""
LOWEST_PLOT = 70
"""Pixels."""
TAB_PADDING = 14
"""Pixels on either side of a tab's title, as the style sheet has it, with a little to spare."""


class Docks:
    """Built with the window, except the plot, whose library would delay the first paint."""

    def __init__(
        self, window: QMainWindow, player: Player, adapting: AdaptingPanel, influence: InfluenceControl, fan: FanControl
    ) -> None:
        self._window = window
        self._player = player
        self.confidence: ConfidencePlot | None = None
        self._legend_folded = False
        self._had_adapting = False
        self.chooser = Chooser(window)
        self.influence = InfluenceView(influence, player, window)
        self.inspector = Inspector(player, window)
        self.inspector.put_above_bars(self.influence)
        self.explanation = Explanation(player, window)
        self.steps = StepList(player, window)
        self.loop_panel = LoopPanel(player, window)
        self.legend = Legend(player.film, window)
        self.fan_panel = FanPanel(fan, window)
        self.fit_timeline = FitTimeline(player, window)
        self.timeline = Timeline(player, window)
        self.transport = Transport(player, window)

        # Qt updates the layout while it creates a tab bar, which creates a second one that covers the board.
        layout = window.layout()
        assert layout is not None
        layout.setEnabled(False)
        window.setDockNestingEnabled(True)
        for corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner):
            window.setCorner(corner, Area.BottomDockWidgetArea)
        self.puzzles = self._dock(
            "puzzles", QCoreApplication.translate("Docks", "Puzzles"), self.chooser, Area.LeftDockWidgetArea
        )
        self.playback = self._dock(
            "playback",
            QCoreApplication.translate("Docks", "Playback"),
            PlaybackPanel(self.transport, self.fit_timeline, self.timeline, window),
            Area.BottomDockWidgetArea,
        )
        self.plot = self._dock(
            "plot", QCoreApplication.translate("Docks", "Confidence"), QWidget(window), Area.BottomDockWidgetArea
        )
        window.splitDockWidget(self.playback, self.plot, Qt.Orientation.Horizontal)
        self.fan = self._dock(
            "fan", QCoreApplication.translate("Docks", "Starts"), self.fan_panel, Area.BottomDockWidgetArea
        )
        window.tabifyDockWidget(self.plot, self.fan)
        self.plot.raise_()
        self.adapting = self._dock(
            "adapting",
            QCoreApplication.translate("Docks", "Fitting and Vote"),
            FittingScroll(adapting, window),
            Area.BottomDockWidgetArea,
        )
        window.splitDockWidget(self.playback, self.adapting, Qt.Orientation.Horizontal)
        self.cell = self._dock(
            "cell", QCoreApplication.translate("Docks", "Cell"), self.inspector, Area.RightDockWidgetArea
        )
        self.loop = self._dock(
            "loop", QCoreApplication.translate("Docks", "The loop"), self.loop_panel, Area.LeftDockWidgetArea
        )
        words = self._dock(
            "words",
            QCoreApplication.translate("Docks", "What happens"),
            WholeLines(self.explanation, window),
            Area.RightDockWidgetArea,
        )
        steps = self._dock("steps", QCoreApplication.translate("Docks", "Steps"), self.steps, Area.RightDockWidgetArea)
        legend = self._dock(
            "legend", QCoreApplication.translate("Docks", "Legend"), self.legend, Area.RightDockWidgetArea
        )
        window.tabifyDockWidget(words, steps)
        window.tabifyDockWidget(self.cell, legend)
        self.cell.raise_()
        # Else, in a narrow window, their tabs are cut down to a few letters.
        words.setMinimumWidth(sum(_tab_width(dock) for dock in (words, steps)))
        words.raise_()
        layout.setEnabled(True)
        self.words, self.steps_dock, self.legend_dock = words, steps, legend
        self.all = (
            self.puzzles,
            self.playback,
            self.adapting,
            self.plot,
            self.fan,
            self.loop,
            self.cell,
            words,
            steps,
            legend,
        )

    def size_as_usual(self) -> None:
        """As large as they are before anybody has moved a border between them."""
        words = self.words
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self._resize([self.cell, words], [RIGHT, RIGHT], across)
        # Seven rows of the list.
        self._resize([self.puzzles, self.loop], [216, 364], down)
        self._resize([self.puzzles, self.loop], [270, 270], across)
        self.share_below()
        self._resize([self.playback, self.plot], [210, 210], down)

    def share_below(self) -> None:
        """Give each panel below the board its usual part of the width."""
        across = Qt.Orientation.Horizontal
        if self._window.dockWidgetArea(self.playback) != Area.BottomDockWidgetArea:
            return
        if self.adapting.isHidden():
            self._resize([self.playback, self.plot], [400, 840], across)
        else:
            self._resize([self.playback, self.adapting, self.plot], [330, 460, 450], across)

    def show_adapting(self, shown: bool) -> None:
        """The panel of fitting and vote, with enough room for its answers when it comes for the first time."""
        comes = shown and self.adapting.isHidden()
        # Else Qt puts any of the other tabs in front.
        leaves = not shown and in_front(self.adapting)
        self.adapting.setVisible(shown)
        layout = self._window.layout()
        if shown and not self._had_adapting and layout is not None:
            self._had_adapting = True
            layout.activate()
            self.share_below()
        front = self.adapting if comes else self.playback if leaves else None
        if front is not None:
            # A panel that was hidden is a tab only once it is laid out.
            QTimer.singleShot(0, front, front.raise_)

    def _resize(self, docks: list[QDockWidget], sizes: list[int], way: Qt.Orientation) -> None:
        """`sizes` are in pixels for text of the usual size."""
        self._window.resizeDocks(docks, list(map(self.usual, sizes)), way)

    def usual(self, pixels: int) -> int:
        """So many pixels for text of the usual size; more for larger text."""
        return round(pixels * self._window.fontMetrics().height() / USUAL_LINE)

    def name_task(self, name: str) -> None:
        """Head the panel of fitting and vote with the ARC task's id."""
        title = QCoreApplication.translate("Docks", "Fitting and Vote")
        self.adapting.setWindowTitle(f"{title} · {quoted(name)}" if name else title)

    def build_plot(self) -> "ConfidencePlot":
        """Show the plot; imports the plotting library, unless that was done in a thread before."""
        from app.panels.confidence_plot import ConfidencePlot

        placeholder = self.plot.widget()
        self.confidence = ConfidencePlot(self._player, self._window)
        # In a low window the board keeps its room, and the plot becomes a strip.
        self.confidence.setMinimumHeight(LOWEST_PLOT)
        self.plot.setWidget(self.confidence)
        placeholder.deleteLater()
        self.fold_legend(self._legend_folded)
        return self.confidence

    def fold_legend(self, folded: bool) -> None:
        """Leave the room of the plot's legend to its curves, or show it again."""
        self._legend_folded = folded
        if self.confidence is not None:
            self.confidence.fold_legend(folded)

    def _dock(self, name: str, title: str, content: QWidget, area: Area) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        # Else what these need, in large text above all, would keep the window from becoming small.
        scrolls = name in ("cell", "fan")
        dock.setWidget(_scrolled(content, self._window) if scrolls else content)
        self._window.addDockWidget(area, dock)
        return dock


class FittingScroll(QScrollArea):
    """Has the panel fold what is secondary in a small window, and scrolls only if that is not enough."""

    def __init__(self, panel: AdaptingPanel, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel = panel
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._panel.fit_into(self.maximumViewportSize())
        super().resizeEvent(event)


def in_front(dock: QDockWidget) -> bool:
    """Whether the dock is to be seen, and not behind another's tab, where Qt keeps it outside of the window."""
    return dock.isVisible() and (dock.isFloating() or dock.window().rect().intersects(dock.geometry()))


def _scrolled(content: QWidget, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(content)
    return area


def _tab_width(dock: QDockWidget) -> int:
    # The chosen tab's letters are bold, and there is room left and right of them.
    return round(dock.fontMetrics().horizontalAdvance(dock.windowTitle()) * 1.2) + 2 * TAB_PADDING
