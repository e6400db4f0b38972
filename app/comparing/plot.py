"""One curve of each of two recordings over the refinements, with the shared playhead as its cursor."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.comparing.alignment import Moment
from app.film.player import Player
from app.panels.confidence_plot import FEWEST_STEPS
from app.panels.plot_parts import CURVES, Curve, PercentAxis, ScrubBox, StepAxis, pen
from app.window.theme import current_palette
from solver.puzzles.base import Puzzle


@dataclass(frozen=True)
class SideLine:
    """How one side's curve is drawn; line and marker tell it from the other as well as its colour does."""

    role: str
    """The colour's name in the `Palette`."""
    line: Qt.PenStyle
    symbol: str


LEFT = SideLine("plot_mean", Qt.PenStyle.SolidLine, "o")
RIGHT = SideLine("plot_change", Qt.PenStyle.DashLine, "s")
CHOICES = tuple(curve for curve in CURVES if not curve.right)
"""The curves that stand over the axis of per cents."""


class ComparisonPlot(QWidget):
    """Plots `moments`, over which `player` moves the playhead; a click or a drag moves it too."""

    def __init__(self, player: Player, puzzle: Puzzle, moments: Sequence[Moment], parent: QWidget) -> None:
        super().__init__(parent)
        self._player = player
        self._puzzle = puzzle
        self._moments = moments
        self.setAccessibleName(self.tr("Both recordings' curves"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box = ScrubBox(lambda x: player.go_to(round(x) - 1))
        self._axes: dict[str, Any] = {"left": PercentAxis("left"), "bottom": StepAxis(player)}
        self._graphics = pg.PlotWidget(viewBox=box, axisItems=self._axes)
        self._graphics.setFrameShape(QFrame.Shape.NoFrame)
        self._graphics.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._graphics.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        plot = self._graphics.getPlotItem()
        plot.hideButtons()
        self.left, self.right = (pg.PlotDataItem(symbolSize=7, antialias=True) for _ in range(2))
        plot.addItem(self.left)
        plot.addItem(self.right)
        self._cursor = pg.InfiniteLine(0, angle=90)
        plot.addItem(self._cursor, ignoreBounds=True)
        box.setRange(xRange=(0, max(len(moments), FEWEST_STEPS) + 0.4), yRange=(-0.06, 1.1), padding=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._graphics)
        player.film.changed.connect(self._follow)
        self.show_curve(CURVES[0])
        self._dress()
        self._follow()

    def sizeHint(self) -> QSize:
        return QSize(520, 170)

    def show_curve(self, curve: Curve) -> None:
        """Plot another number of both."""
        free = self._puzzle.free
        moments = list(enumerate(self._moments, start=1))
        for item, points in (
            (self.left, [(x, m.left) for x, m in moments if m.left_goes_on]),
            (self.right, [(x, m.right) for x, m in moments if m.right_goes_on]),
        ):
            views = np.array([refinement.view for _, refinement in points])
            # A point is joined to the next one only within its view.
            connect = np.append(views[:-1] == views[1:], False).astype(np.int32)
            item.setData([x for x, _ in points], [curve.value(r, free) for _, r in points], connect=connect)

    @Slot()
    def _follow(self) -> None:
        self._cursor.setValue(self._player.film.position + 1)

    def _dress(self) -> None:
        palette = current_palette()
        self._graphics.setBackground(palette.color("window"))
        for name, words in (("left", self.tr("Per cent")), ("bottom", self.tr("Refinement"))):
            axis = self._axes[name]
            axis.setPen(pen("outline", 1))
            axis.setTextPen(palette.color("muted"))
            axis.setStyle(tickFont=self.font(), tickLength=-4, maxTickLevel=0)
            axis.setLabel(words, color=palette.muted)
        self._axes["left"].setGrid(55)
        for item, side in ((self.left, LEFT), (self.right, RIGHT)):
            item.setPen(pen(side.role, 2, side.line))
            item.setSymbol(side.symbol)
            item.setSymbolPen(pen("surface", 1))
            item.setSymbolBrush(palette.color(side.role))
        self._cursor.setPen(pen("plot_cursor", 2))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        looks = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
        # Qt may send these before the constructor is through.
        if event.type() in looks and hasattr(self, "_cursor"):
            self._dress()
