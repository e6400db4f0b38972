"""Axes of plots whose numbers never run into each other."""

import itertools
from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF

BETWEEN = 4.0
"""Pixels that stay free between two numbers beside each other; one above the other may touch."""


class ReadableAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Writes every second, third, … number where all of them, as wide as they are, have too little room."""

    def generateDrawSpecs(self, painter: Any) -> Any:
        specs = super().generateDrawSpecs(painter)
        if specs is None:
            return None
        line, ticks, texts = specs
        texts = sorted(texts, key=lambda text: (text[0].x(), text[0].y()))
        return line, ticks, texts[:: step([text[0] for text in texts])]


def step(areas: Sequence[QRectF]) -> int:
    """The least n for which every n-th of these texts, in their order, stands clear of the next."""
    beside = all(one.x() < other.x() for one, other in itertools.pairwise(areas))
    margin = BETWEEN / 2 if beside else 0.0
    wide = [area.adjusted(-margin, 0, margin, 0) for area in areas]
    for every in range(1, len(wide)):
        kept = wide[::every]
        if not any(one.intersects(other) for one, other in itertools.pairwise(kept)):
            return every
    return max(len(wide), 1)
