"""What marks the confidence plot: the curves' markers, and the lines where a view begins or an answer is verified."""

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont

from app.film.player import Player
from app.panels.plot_parts import pen
from app.window.theme import current_palette

MARKER = 7
"""Pixels."""
MOST_MARKERS = 40
"""On one curve."""


def marker_sizes(count: int) -> Any:
    """The size of each of `count` markers, or one size for all.

    With many refinements only every second, third, … one has a marker, or they would hide the lines.
    """
    if count <= MOST_MARKERS:
        return MARKER
    return np.where(np.arange(1, count + 1) % -(-count // MOST_MARKERS) == 0, MARKER, 0.01)


class PlotMarks:
    """Vertical lines with words in `plot`, a pyqtgraph `PlotItem`, for the film of `player`."""

    def __init__(self, plot: Any, player: Player) -> None:
        self._plot = plot
        self._player = player
        self._lines: list[Any] = []

    def redraw(self, font: QFont) -> None:
        """Mark where the film's views change, and its first verified answer."""
        for line in self._lines:
            self._plot.removeItem(line)
        self._lines = []
        film = self._player.film.refinements
        for position in range(1, len(film)):
            if film[position].view != film[position - 1].view:
                words = self._player.view_number(film[position].view)
                self._mark(position + 0.5, words, "muted", 0.04, font, left=False)
        verified = next((i for i, r in enumerate(film) if r.accepted), None)
        if verified is not None:
            words = QCoreApplication.translate("ConfidencePlot", "verified")
            # To the left of the first refinement there is no room for a word.
            self._mark(verified + 1, words, "verified", 0.99, font, left=verified > 0)

    def _mark(self, x: float, words: str, role: str, height: float, font: QFont, *, left: bool) -> None:
        """A vertical line at `x`, with `words` to its left or right."""
        # From the edge inwards, so that a low plot does not cut the words.
        anchor = (1 if left else 0, 0 if height > 0.5 else 1)
        line = pg.InfiniteLine(
            x,
            angle=90,
            pen=pen(role, 1, Qt.PenStyle.DashDotLine),
            label=words,
            labelOpts={
                "position": height,
                "color": current_palette().color(role),
                "anchors": [anchor, anchor],
                # Curves may pass behind the words.
                "fill": current_palette().color("window", 0.75),
            },
        )
        line.label.setFont(font)
        line.setZValue(-5)
        self._plot.addItem(line, ignoreBounds=True)
        self._lines.append(line)
