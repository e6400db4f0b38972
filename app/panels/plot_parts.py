"""The parts of the confidence plot: what each curve shows and how it looks, and its axes."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pyqtgraph as pg
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from app.film.player import Player
from app.panels.axes import ReadableAxis
from app.window.theme import current_palette
from app.words.numbers import significant
from app.words.playback import percent
from solver.puzzles.base import BoolGrid
from solver.trace import Refinement, minimum_confidence

SMALLEST_CHANGE = 1e-6
"""Latent changes below are drawn here: zero has no logarithm."""
LEAST_BETWEEN = 15.0
"""Pixels between two numbers one above the other."""
WIDEST_COUNT = 46.0
"""Pixels for a number of up to five digits, and the space beside it."""
Free = BoolGrid | None
"""Which cells are the network's to fill in; None where that isn't known."""


@dataclass(frozen=True)
class Curve:
    """One curve; line style and marker tell it from the others as well as its colour does."""

    name: str
    role: str
    """The colour's name in the `Palette`."""
    line: Qt.PenStyle
    symbol: str
    value: Callable[[Refinement, BoolGrid], float]
    words: Callable[[Refinement, BoolGrid], str]
    """The value as the legend tells it."""
    right: bool = False
    """Drawn over the right axis, which is logarithmic."""


def _chance(
    name: str, role: str, line: Qt.PenStyle, symbol: str, value: Callable[[Refinement, BoolGrid], float]
) -> Curve:
    return Curve(name, role, line, symbol, value, lambda r, cells: percent(value(r, cells)))


CURVES = (
    _chance("mean confidence", "plot_mean", Qt.PenStyle.SolidLine, "o", lambda r, _: r.mean_confidence),
    _chance("minimum confidence", "plot_minimum", Qt.PenStyle.DashDotLine, "d", minimum_confidence),
    _chance("halting probability", "plot_halt", Qt.PenStyle.DashLine, "s", lambda r, _: r.halt_probability),
    Curve(
        "rule violations",
        "plot_violations",
        Qt.PenStyle.DashDotDotLine,
        "x",
        # A share, so that it stands over the same axis for every size of board; the legend tells the number.
        lambda r, _: float(r.violations.mean()),
        lambda r, _: str(int(r.violations.sum())),
    ),
    Curve(
        "latent change",
        "plot_change",
        Qt.PenStyle.DotLine,
        "t1",
        lambda r, _: r.latent_change,
        lambda r, _: significant(r.latent_change, 3),
        right=True,
    ),
)


def curve_words(name: str) -> tuple[str, str]:
    """The curve's name in full, and for where there is little room."""

    translate = QCoreApplication.translate

    return {
        "mean confidence": (translate("plot", "Mean confidence"), translate("plot", "Mean")),
        "minimum confidence": (translate("plot", "Minimum confidence"), translate("plot", "Minimum")),
        "halting probability": (translate("plot", "The model's own estimate"), translate("plot", "Own estimate")),
        "rule violations": (translate("plot", "Cells that break a rule"), translate("plot", "Rule breaks")),
        "latent change": (translate("plot", "Memory change ‖Δz‖/‖z‖"), translate("plot", "Memory change")),
    }[name]


def curve_meaning(name: str) -> str:
    """What the curve shows, in a sentence or two."""
    translate = QCoreApplication.translate
    return {
        "mean confidence": translate("plot", "How sure the model is of the free cells, on average."),
        "minimum confidence": translate("plot", "How sure the model is of the cell it is least sure of."),
        "halting probability": translate(
            "plot",
            "How likely the model itself thinks that its whole answer is right. Papers call it halting, q.",
        ),
        "rule violations": translate("plot", "How many cells break a rule of the puzzle. A verified answer has none."),
        "latent change": translate(
            "plot",
            "How far the working memory z moved in the refinement, compared with its length. When it falls, the model "
            "is settling. Papers call z the latent.",
        ),
    }[name]


def decades(changes: Sequence[float]) -> tuple[float, float]:
    """The powers of ten, at least two apart, between which all of these latent changes are drawn."""
    seen = [max(change, SMALLEST_CHANGE) for change in changes if change > 0]
    if not seen:
        return -2.0, 0.0
    low, high = math.floor(math.log10(min(seen))), math.ceil(math.log10(max(seen)))
    return float(min(low, high - 2)), float(high)


def pen(role: str, width: float, line: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen in the colour of `role` as it is now, `width` pixels wide at any scale of the axes."""
    pen = QPen(current_palette().color(role), width, line)
    pen.setCosmetic(True)
    return pen


def paint_sample(painter: QPainter, middle: float, role: str, line: Qt.PenStyle, symbol: str) -> None:
    """A piece of a curve with one of its markers, for legends, 28 pixels wide."""
    painter.setPen(pen(role, 2, line))
    painter.drawLine(QPointF(0, middle), QPointF(28, middle))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current_palette().color(role))
    painter.translate(14, middle)
    painter.scale(8, 8)
    painter.drawPath(Symbols[symbol])
    painter.resetTransform()


def _round_step(wanted: float) -> int:
    """The next of 1, 2, 5, 10, 20, …"""
    power = int(10 ** math.floor(math.log10(max(wanted, 1))))
    return next(power * n for n in (1, 2, 5, 10) if power * n >= wanted)


class PercentAxis(ReadableAxis):
    """0 to 1, written as percents."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [f"{value:.0%}".replace("%", " %") for value in values]


class DecadeAxis(ReadableAxis):
    """Powers of ten, for values that are drawn as their logarithms."""

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        first, last = int(-(-low // 1)), int(high // 1)
        # As many as can be read one above the other.
        every = max(1, math.ceil((last - first) * LEAST_BETWEEN / max(size, 1)))
        return [(float(every), [float(decade) for decade in range(last, first - 1, -every)])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [significant(10**value, 6) for value in values]


class CellsAxis(ReadableAxis):
    """Whole numbers of cells, where 1 stands for as many as the axis is scaled by."""

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        most = max(round(self.scale), 1)
        every = _round_step(most * (high - low) * LEAST_BETWEEN / max(size, 1))
        return [(every / most, [number / most for number in range(0, most + 1, every)])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [f"{value * scale:.0f}" for value in values]


class CountAxis(ReadableAxis):
    """Counts from 0, with as many numbers as can be read beside each other, and at least three where they fit."""

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        every = _round_step(max(high, 1) * WIDEST_COUNT / max(size, 1))
        # Three numbers at least, none of them at the very end: those without room are left out when they are written.
        while every > 1 and 2 * every > 0.92 * high:
            every = _round_step(every / 2.5)
        return [(float(every), [float(x) for x in range(0, int(high) + 1, every) if x >= low])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [f"{value:.0f}" for value in values]


class StepAxis(ReadableAxis):
    """Positions of a film, written as the steps of their views."""

    def __init__(self, player: Player) -> None:
        super().__init__("bottom")
        self._player = player

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        every = next((n for n in (1, 2, 5, 10, 20, 50, 100) if size * n / max(high - low, 1) >= 26), 200)
        return [(every, [float(x) for x in range(0, int(high) + 1, every) if x >= low])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        film = self._player.film.refinements
        return [str(film[int(x) - 1].step if 1 <= x <= len(film) else int(x)) for x in values]


class ScrubBox(pg.ViewBox):  # type: ignore[misc]
    """A view whose mouse moves the playhead instead of the axes."""

    def __init__(self, go_to_x: Callable[[float], None]) -> None:
        super().__init__(enableMenu=False)
        self._go_to_x = go_to_x
        self.setMouseEnabled(False, False)

    def mouseClickEvent(self, event: Any) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        self._go_to_x(self.mapToView(event.pos()).x())

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        self._go_to_x(self.mapToView(event.pos()).x())

    def wheelEvent(self, event: Any, axis: int | None = None) -> None:
        event.ignore()
