"""The figures of a batch, drawn as it runs: accuracy against steps and views, and two calibration curves."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QBuffer, QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.batch.statistics import (
    Measured,
    Point,
    accuracy_by_steps,
    accuracy_by_views,
    calibration_of_cells,
    calibration_of_halting,
    figures_csv,
)
from app.panels.axes import ReadableAxis
from app.runtime.background import Background
from app.window.theme import current_palette
from solver.files import write_bytes
from solver.system_errors import writing

LINES = (("plot_mean", Qt.PenStyle.SolidLine, "o"), ("plot_change", Qt.PenStyle.DashLine, "s"))
"""Of the first and the second checkpoint; line and marker tell them from each other as well as the colour does."""
Series = Sequence[tuple[str, Sequence[Measured]]]
"""A checkpoint's name, and what was measured with it."""


class _WholeAxis(ReadableAxis):
    """Of refinements and views, of which there are no halves."""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [f"{value:.0f}" if float(value).is_integer() else "" for value in values]


class FiguresPanel(QWidget):
    """Four plots, redrawn by `show_figures`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Figures"))
        self._graphics = pg.GraphicsLayoutWidget()
        self._graphics.setFrameShape(QFrame.Shape.NoFrame)
        self._graphics.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._figures: list[tuple[str, str, list[Point]]] = []
        self._plots: dict[str, Any] = {}
        titles = {
            "steps": (self.tr("Solved by one view"), self.tr("Refinements")),
            "views": (self.tr("Solved by all views"), self.tr("Views")),
            "halting": (self.tr("Is the model's estimate of itself right?"), self.tr("Its estimate, per cent")),
            "cells": (self.tr("Is a cell's confidence right?"), self.tr("Confidence, per cent")),
        }
        for index, (name, (title, axis)) in enumerate(titles.items()):
            whole = {"bottom": _WholeAxis("bottom")} if name in ("steps", "views") else {}
            plot = self._graphics.addPlot(row=index // 2, col=index % 2, title=title, axisItems=whole)
            plot.setLabel("bottom", axis)
            plot.setLabel("left", self.tr("Per cent"))
            plot.setMouseEnabled(False, False)
            plot.setMenuEnabled(False)
            plot.hideButtons()
            plot.setYRange(0, 100, padding=0.06)
            if name in ("halting", "cells"):
                plot.setXRange(0, 100, padding=0.03)
            self._plots[name] = plot
        self._legend = self._plots["steps"].addLegend(offset=(-8, -8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._graphics)
        self.show_figures(())

    def sizeHint(self) -> QSize:
        return QSize(800, 460)

    @property
    def figures(self) -> list[tuple[str, str, list[Point]]]:
        """Each curve that is drawn: the figure's name, the checkpoint's, and its points."""
        return self._figures

    def show_figures(self, series: Series) -> None:
        """Draw what was measured so far."""
        steps = max((m.first_view_step or 0 for _, all_of_it in series for m in all_of_it), default=0)
        views = max((len(m.halting) for _, all_of_it in series for m in all_of_it), default=0)
        self._figures = [
            curve
            for name, measures in series
            for curve in (
                ("steps", name, accuracy_by_steps(measures, max(steps, 1))),
                ("views", name, accuracy_by_views(measures, max(views, 1))),
                ("halting", name, calibration_of_halting(measures)),
                ("cells", name, calibration_of_cells(measures)),
            )
        ]
        self._draw()

    def export_csv(self, path: Path, background: Background, done: Any, failed: Any) -> None:
        """Write the points of all curves in the background."""
        figures = list(self._figures)
        background.run(lambda _: _write(path, figures_csv(figures).encode()), done, failed)

    def export_png(self, path: Path, background: Background, done: Any, failed: Any) -> None:
        """Write the plots as they are shown."""
        content = QBuffer()
        content.open(QBuffer.OpenModeFlag.WriteOnly)
        self.grab().save(content, "PNG")
        written = bytes(content.data().data())
        background.run(lambda _: _write(path, written), done, failed)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        palette = current_palette()
        self._graphics.setBackground(palette.color("surface"))
        self._legend.clear()
        self._legend.setLabelTextColor(palette.text)
        names = list(dict.fromkeys(name for _, name, _ in self._figures))
        for key, plot in self._plots.items():
            plot.clear()
            plot.titleLabel.setText(plot.titleLabel.text, color=palette.text)
            for side in ("left", "bottom"):
                axis = plot.getAxis(side)
                axis.setPen(QColor(palette.outline))
                axis.setTextPen(QColor(palette.muted))
            plot.showGrid(x=False, y=True, alpha=0.2)
            if key in ("halting", "cells"):
                plot.addItem(_diagonal(palette.color("plot_grid")))
            for figure, name, points in self._figures:
                if figure == key and points:
                    curve = _curve(points, names.index(name), per_cent=key in ("halting", "cells"))
                    plot.addItem(curve)
                    if key == "steps" and len(names) > 1:
                        self._legend.addItem(curve, name)


def _diagonal(color: QColor) -> Any:
    """Where estimates would be right."""
    return pg.PlotDataItem([0, 100], [0, 100], pen=pg.mkPen(color, width=1.5))


def _curve(points: Sequence[Point], number: int, *, per_cent: bool) -> Any:
    role, line, symbol = LINES[number % len(LINES)]
    color = current_palette().color(role)
    scale = 100 if per_cent else 1
    places = [QPointF(p.x * scale, p.share * 100) for p in points]
    return pg.PlotDataItem(
        [p.x() for p in places],
        [p.y() for p in places],
        pen=pg.mkPen(color, width=2, style=line),
        symbol=symbol if len(points) <= 40 else None,
        symbolSize=7,
        symbolBrush=color,
        symbolPen=None,
        antialias=True,
    )


def _write(path: Path, content: bytes) -> None:
    with writing(path):
        write_bytes(path, content)
