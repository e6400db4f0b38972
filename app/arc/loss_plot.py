"""The live curve of a fit: how wrong the network still is about the demonstrations, step by step."""

import math
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.panels.plot_parts import CountAxis, DecadeAxis, pen
from app.runtime.coalescing import Coalescing
from app.window.theme import current_palette
from app.words.numbers import number, significant

SMOOTHING = 0.9
"""Of the strong curve; single steps leap about."""
LOWEST = 1e-5
REDRAW_REST_MS = 200
"""The network wants the processor too."""


class LossPlot(QWidget):
    """Grows while a fit runs, and stays until the next one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.losses: list[float] = []
        self._smooth: list[float] = []
        self._redraw_soon = Coalescing(self._redraw, self, REDRAW_REST_MS)
        self.axes: dict[str, Any] = {"left": DecadeAxis("left"), "bottom": CountAxis("bottom")}
        self._graphics = pg.PlotWidget(axisItems=self.axes, viewBox=pg.ViewBox(enableMenu=False))
        self._graphics.setFrameShape(QFrame.Shape.NoFrame)
        self._graphics.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._graphics.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        plot = self._graphics.getPlotItem()
        plot.hideButtons()
        # For half of the last number.
        plot.layout.setContentsMargins(1, 1, 14, 1)
        plot.setMouseEnabled(False, False)
        self.raw = plot.plot()
        self.curve = plot.plot()
        for item in (self.raw, self.curve):
            item.setDownsampling(auto=True, method="mean")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._graphics)
        self.setAccessibleName(self.tr("Loss of the fit"))
        self._dress()
        self._redraw()

    def sizeHint(self) -> QSize:
        return QSize(260, 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 70)

    def clear(self) -> None:
        """Begin a new fit."""
        self.losses, self._smooth = [], []
        self._redraw_soon.request()

    def add(self, losses: tuple[float, ...]) -> None:
        """Further steps."""
        for loss in losses:
            self.losses.append(max(loss, LOWEST))
            before = self._smooth[-1] if self._smooth else math.log(self.losses[-1])
            self._smooth.append(SMOOTHING * before + (1 - SMOOTHING) * math.log(self.losses[-1]))
        if losses:
            self._redraw_soon.request()

    def _redraw(self) -> None:
        x = np.arange(1, len(self.losses) + 1)
        raw = np.log10(np.array(self.losses)) if self.losses else np.zeros(0)
        self.raw.setData(x, raw)
        self.curve.setData(x, np.array(self._smooth) / math.log(10))
        low = math.floor(min(raw.min(initial=-1.0), -1.0))
        self._graphics.setRange(xRange=(0, max(len(x), 20)), yRange=(low, 0.6), padding=0.02)
        if self.losses:
            words = self.tr("step {step}, loss {loss}")
            loss = significant(math.exp(self._smooth[-1]), 2)
            self.setAccessibleDescription(words.format(step=number(len(self.losses)), loss=loss))

    def _dress(self) -> None:
        palette = current_palette()
        self._graphics.setBackground(palette.color("window"))
        for axis in self.axes.values():
            axis.setPen(pen("outline", 1))
            axis.setTextPen(palette.color("muted"))
            axis.setStyle(tickFont=self.font(), tickLength=-4, maxTickLevel=0)
        # Else the 0 is left out in a narrow plot, for half of it is beyond the axis.
        self.axes["bottom"].setStyle(hideOverlappingLabels=False)
        self.axes["left"].setLabel(self.tr("Loss"), color=palette.muted)
        self.axes["left"].setGrid(55)
        faint = pen("plot_mean", 1)
        color = faint.color()
        color.setAlphaF(0.3)
        faint.setColor(color)
        self.raw.setPen(faint)
        self.curve.setPen(pen("plot_mean", 2))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Qt may send these before the constructor is through.
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "curve"):
            self._dress()
