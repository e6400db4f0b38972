"""The confidence plot: how sure the model was after each refinement, and how much it still moved."""

from collections.abc import Collection
from functools import partial
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QPainter, QPicture, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.exporting.plot_csv import plot_csv
from app.film.film import Change
from app.film.player import Player
from app.panels.plot_legend import LegendEntry, LegendRows
from app.panels.plot_marks import MARKER, PlotMarks, marker_sizes
from app.panels.plot_menu import plot_menu
from app.panels.plot_parts import (
    CURVES,
    SMALLEST_CHANGE,
    CellsAxis,
    Curve,
    DecadeAxis,
    PercentAxis,
    ScrubBox,
    StepAxis,
    curve_words,
    decades,
    pen,
)
from app.runtime.coalescing import Coalescing
from app.window.theme import current_palette
from app.words.plain import PlainLabel
from solver.puzzles.base import BoolGrid
from solver.trace import weighed_cells

LEAST_BROKEN = 5
"""Cells that break a rule for which the axis has room, however few do."""
FEWEST_STEPS = 4
"""The x axis never shows fewer, so that a film's first refinement is not alone on it."""
PICTURE = QSize(960, 480)
"""What an exported plot is laid out for, whatever the panel's size."""
BETWEEN_AXES = 8
"""Pixels between the numbers of the two axes on the right."""
LOW = 180
"""Below this height the x axis goes without its label."""

REDRAW_REST_MS = 100
"""During a solve, refinements come faster than a plot can be painted beside a board that stays quick."""

FOLLOW_REST_MS = 60
"""While steps come faster than the eye reads them, the cursor, whose moving paints the plot, may skip some."""


class ConfidencePlot(QWidget):
    """Plots `player`'s film; x is the position plus one, so that the puzzle itself stands at 0.

    `curves` maps each curve's name to its `PlotDataItem`.
    """

    hiddenCurvesChanged = Signal(tuple)  # noqa: N815
    """The names of the curves that are switched off now."""
    exportWanted = Signal(str)  # noqa: N815
    """The suffix of the format that the plot is wanted in."""

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._hovered: int | None = None
        self._redraw_soon = Coalescing(self._redraw, self, REDRAW_REST_MS)
        self._follow_soon = Coalescing(self._follow_playhead, self, FOLLOW_REST_MS)
        self.setAccessibleName(self.tr("Confidence plot"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._box = ScrubBox(self._go_to_x)
        self._axes: dict[str, Any] = {
            "left": PercentAxis("left"),
            "right": DecadeAxis("right"),
            "bottom": StepAxis(player),
        }
        self._graphics = pg.PlotWidget(viewBox=self._box, axisItems=self._axes)
        self._graphics.setFrameShape(QFrame.Shape.NoFrame)
        self._graphics.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Else its background is a pixmap, in exported drawings as well.
        self._graphics.setCacheMode(pg.GraphicsView.CacheModeFlag.CacheNone)
        # Its menu is this widget's.
        self._graphics.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._plot = self._graphics.getPlotItem()
        self._plot.hideButtons()
        self._plot.showAxis("right")
        # Beside the other one: violations are drawn as a share of their largest number, and read off as a number.
        self._axes["cells"] = CellsAxis("right")
        self._plot.layout.addItem(self._axes["cells"], 2, 3)
        self._axes["cells"].linkToView(self._box)
        self._plot.layout.setColumnSpacing(2, BETWEEN_AXES)
        self._right = self._twin_view()
        self.curves: dict[str, Any] = {curve.name: self._curve(curve) for curve in CURVES}
        self._cursor = pg.InfiniteLine(0, angle=90, movable=True)
        self._hover_line = pg.InfiniteLine(0, angle=90)
        for line in (self._cursor, self._hover_line):
            self._plot.addItem(line, ignoreBounds=True)
        self._hover_line.hide()
        self._marks = PlotMarks(self._plot, player)
        self._cells: list[BoolGrid] = []

        self._where = PlainLabel(self)
        self.legend = {curve.name: LegendEntry(curve, self) for curve in CURVES}
        for name, entry in self.legend.items():
            entry.toggled.connect(partial(self._show_curve, name))
        self._legend_rows = LegendRows(list(self.legend.values()), self._where)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        # The legend takes as many rows as the width wants; its present row must not keep the width.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addLayout(self._legend_rows)
        column.addWidget(self._graphics, 1)

        self._cursor.sigDragged.connect(self._cursor_dragged)
        self._graphics.scene().sigMouseMoved.connect(self._mouse_moved)
        player.film.changed.connect(self._hear)
        self._dress()
        self._box.sigResized.connect(self._name_axes)
        self._redraw()

    def sizeHint(self) -> QSize:
        return QSize(520, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    @Slot(object)
    def _hear(self, change: Change) -> None:
        if change & (Change.CONTENT | Change.RECORDING | Change.REFINEMENT | Change.STATE):
            self._redraw_soon.request()
        else:
            self._follow_soon.request()

    def _weighed(self) -> list[BoolGrid]:
        """For each refinement, the cells over which its confidence is taken."""
        film = self._player.film
        return [] if film.puzzle is None else weighed_cells(film.puzzle, film.refinements)

    @property
    def hidden_curves(self) -> tuple[str, ...]:
        """The names of those that were switched off."""
        return tuple(name for name, entry in self.legend.items() if not entry.isChecked())

    def hide_curves(self, names: Collection[str]) -> None:
        """Switch these off, and all others on."""
        for name, entry in self.legend.items():
            entry.setChecked(name not in names)

    def fold_legend(self, folded: bool) -> None:
        """Leave the room of the legend to the curves, or show it again."""
        for widget in (*self.legend.values(), self._where):
            widget.setVisible(not folded)

    def to_csv(self) -> str:
        """The plotted numbers, one line for each refinement."""
        return plot_csv(self._player.film.refinements, self._player.film.views, self._weighed())

    def picture(self) -> QPicture:
        """The plot and its legend as drawing commands, which any thread may play back at any scale."""
        size = self.size()
        self._redraw()
        self._hovered = None
        self._read_out()
        # Nothing is painted between the two: the person sees no change of size.
        self.resize(PICTURE)
        self._settle()
        for item in self.curves.values():
            # Else the markers are copied from small pixmaps.
            item.scatter.setExportMode(True, {"antialias": True, "resolutionScale": 1.0})
        picture = QPicture()
        painter = QPainter(picture)
        painter.fillRect(self.rect(), current_palette().color("window"))
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.render(painter, QPoint(), QRegion(self.rect()), QWidget.RenderFlag.DrawChildren)
        painter.end()
        picture.setBoundingRect(self.rect())
        for item in self.curves.values():
            item.scatter.setExportMode(False)
        if focused is not None:
            focused.setFocus()
        self.resize(size)
        self._settle()
        return picture

    def _settle(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.activate()

    @Slot(bool)
    def _show_curve(self, name: str, shown: bool) -> None:
        self.curves[name].setVisible(shown)
        if name == "latent change":
            self._plot.showAxis("right", shown)
        elif name == "rule violations":
            self._axes["cells"].setVisible(shown)
        self.hiddenCurvesChanged.emit(self.hidden_curves)

    # Building

    def _twin_view(self) -> Any:
        """A second view in the same place, with the right axis as its y axis."""
        right = pg.ViewBox(enableMenu=False)
        right.setMouseEnabled(False, False)
        # Behind the main view, which is to get the mouse.
        right.setZValue(self._box.zValue() - 1)
        self._plot.scene().addItem(right)
        self._axes["right"].linkToView(right)
        right.setXLink(self._box)
        self._box.sigResized.connect(lambda: right.setGeometry(self._box.sceneBoundingRect()))
        return right

    def _curve(self, curve: Curve) -> Any:
        item = pg.PlotDataItem(symbol=curve.symbol, symbolSize=MARKER, antialias=True)
        item.setLogMode(False, curve.right)
        (self._right if curve.right else self._plot).addItem(item)
        return item

    def _dress(self) -> None:
        palette = current_palette()
        self._graphics.setBackground(palette.color("window"))
        labels = {
            "left": self.tr("Per cent"),
            "right": self.tr("Memory"),
            "bottom": self.tr("Refinement"),
            "cells": curve_words("rule violations")[1],
        }
        self._names = labels
        for name, axis in self._axes.items():
            axis.setPen(pen("outline", 1))
            axis.setTextPen(palette.color("muted"))
            axis.setStyle(tickFont=self.font(), tickLength=-4, maxTickLevel=0)
            axis.setLabel(labels[name], color=palette.muted)
        # Its numbers change with the film; the curves must not move aside for another digit.
        room = self.fontMetrics().horizontalAdvance("000")
        self._axes["cells"].setStyle(autoExpandTextSpace=False, tickTextWidth=room)
        self._axes["right"].setTextPen(palette.color("plot_change"))
        self._axes["cells"].setTextPen(palette.color("plot_violations"))
        self._axes["left"].setGrid(55)
        for curve in CURVES:
            item = self.curves[curve.name]
            item.setPen(pen(curve.role, 2, curve.line))
            item.setSymbolPen(pen("surface", 1))
            item.setSymbolBrush(palette.color(curve.role))
        self._cursor.setPen(pen("plot_cursor", 2))
        self._cursor.setHoverPen(pen("accent", 3))
        self._hover_line.setPen(pen("plot_cursor", 1, Qt.PenStyle.DashLine))

    # Drawing

    def _redraw(self) -> None:
        film, self._cells = self._player.film.refinements, self._weighed()
        x = np.arange(1, len(film) + 1)
        views = np.array([r.view for r in film])
        # A point is joined to the next one only within its view.
        connect = np.append(views[:-1] == views[1:], False).astype(np.int32) if film else "all"
        # As a share of the most that there are, or the few in a large maze would lie flat on the axis.
        broken = max([LEAST_BROKEN, *(int(r.violations.sum()) for r in film)])
        for curve in CURVES:
            y = np.array([curve.value(r, cells) for r, cells in zip(film, self._cells, strict=True)], dtype=float)
            if curve.name == "rule violations":
                y *= (film[0].violations.size if film else 0) / broken
            if curve.right:
                y = np.maximum(y, SMALLEST_CHANGE)
            self.curves[curve.name].setData(x, y, connect=connect, symbolSize=marker_sizes(len(film)))
        self._axes["cells"].setScale(broken)
        steps = max(self._player.film.room, FEWEST_STEPS)
        self._box.setRange(xRange=(0, steps + 0.4), yRange=(-0.06, 1.1), padding=0)
        low, high = decades([r.latent_change for r in film])
        self._right.setYRange(low, high, padding=0.06)
        self._cursor.setBounds((0, len(film)))
        self._marks.redraw(self.font())
        self._hovered = None
        self._move_cursor()
        self._axes["bottom"].picture = None  # its ticks' words depend on the film, not only on the range
        self._axes["bottom"].update()

    def _follow_playhead(self) -> None:
        # A redraw on its way moves the cursor too; moving it now would paint the whole plot twice.
        if not self._redraw_soon.waiting:
            self._move_cursor()

    def _move_cursor(self) -> None:
        # An intermediate answer stands between the refinements before and after it.
        cycle, current = self._player.film.cycle, self._player.film.current()
        behind = 1 - cycle / len(current.inner_answers) if cycle and current is not None else 0
        self._cursor.setValue(self._player.film.position + 1 - behind)
        self._read_out()

    def _read_out(self) -> None:
        """Write the values under the mouse, else those under the playhead, into the legend."""
        hovering = self._hovered is not None and self._hovered <= self._player.film.last
        position = self._hovered if hovering and self._hovered is not None else self._player.film.position
        refinement = self._player.film.refinements[position] if position >= 0 else None
        self._hover_line.setVisible(hovering and position != self._player.film.position)
        self._hover_line.setValue(position + 1)
        for curve in CURVES:
            self.legend[curve.name].set_value(self._value_words(curve, position))
        words = "" if refinement is None else self.tr("Refinement {step}").format(step=refinement.step)
        self._where.setText(words)

    def _value_words(self, curve: Curve, position: int) -> str:
        if position < 0:
            return ""
        if position >= len(self._cells):
            # It came after the curves were drawn.
            self._cells = self._weighed()
        return curve.words(self._player.film.refinements[position], self._cells[position])

    # Mouse, and what Qt tells

    def _go_to_x(self, x: float) -> None:
        self._player.go_to(round(x) - 1)

    def _cursor_dragged(self) -> None:
        self._go_to_x(self._cursor.value())
        self._move_cursor()

    def _mouse_moved(self, at: QPointF) -> None:
        inside = QRectF(self._box.sceneBoundingRect()).contains(at)
        position = round(self._box.mapSceneToView(at).x()) - 1
        hovered = position if inside and 0 <= position <= self._player.film.last else None
        if hovered != self._hovered:
            self._hovered = hovered
            self._read_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        where = self.fontMetrics().horizontalAdvance(self.tr("Refinement {step}").format(step=100))
        self._legend_rows.lay_out(self.width(), where)
        self._axes["bottom"].showLabel(self.height() >= LOW)

    def _name_axes(self) -> None:
        """In a low plot an axis goes without its name rather than show a part of it."""
        for name in ("left", "right", "cells"):
            wide = self.fontMetrics().horizontalAdvance(self._names[name])
            self._axes[name].showLabel(wide <= self._box.height())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        recorded = bool(self._player.film.refinements)
        plot_menu(self.legend, self.exportWanted.emit, self, recorded=recorded).popup(event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self._read_out()
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        looks = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
        # Qt may send these before the constructor is through.
        if event.type() in looks and hasattr(self, "_where"):
            self._dress()
            self._redraw_soon.request()
