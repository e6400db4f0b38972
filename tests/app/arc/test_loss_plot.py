"""The curve of a fit: its axis of steps has numbers enough to be read."""

import numpy as np
import pytest
from PySide6.QtGui import QPainter, QPicture

from app.arc.loss_plot import LossPlot


def written(plot, side) -> list[str]:
    """The numbers that the axis paints."""
    picture = QPicture()
    painter = QPainter(picture)
    _, _, texts = plot.axes[side].generateDrawSpecs(painter)
    painter.end()
    return [text for _, _, text in texts]


@pytest.mark.parametrize("steps", [0, 12, 99, 312, 1100, 2400, 11_000])
@pytest.mark.parametrize("width", [220, 260, 420])
def test_the_axis_of_steps_has_three_numbers_or_more(qtbot, steps, width):
    plot = LossPlot()
    qtbot.addWidget(plot)
    plot.resize(width, 120)
    plot.show()
    plot.add((1.0,) * steps)
    qtbot.waitUntil(lambda: np.size(plot.curve.getOriginalDataset()[0]) == steps or not steps)
    plot.grab()
    numbers = written(plot, "bottom")
    assert len(numbers) >= 3
    assert numbers[0] == "0"
