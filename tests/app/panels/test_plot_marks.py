from dataclasses import replace
from itertools import pairwise

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtGui import QFont

from app.panels.plot_marks import MARKER, MOST_MARKERS, PlotMarks, marker_sizes
from app.panels.plot_parts import CellsAxis, CountAxis, DecadeAxis
from tests.films import show_film
from tests.traces import sudoku_trace


@pytest.fixture
def widget(qtbot):
    widget = pg.PlotWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def plot(widget):
    return widget.getPlotItem()


def marks(plot):
    return {line.value(): line.label.format for line in plot.items if isinstance(line, pg.InfiniteLine)}


def test_a_second_view_and_the_first_verified_answer_are_marked(plot, player):
    trace = sudoku_trace(second_view=True)
    player.show(trace.puzzle, trace)
    PlotMarks(plot, player).redraw(QFont())
    film = player.film.refinements
    border = len(trace.of_view(0)) + 0.5
    verified = next(position for position, r in enumerate(film, start=1) if r.accepted)
    assert marks(plot) == {border: player.view_number(1), verified: "verified"}


def test_the_marks_of_another_film_replace_those_before(plot, player):
    own = PlotMarks(plot, player)
    trace = sudoku_trace(second_view=True)
    player.show(trace.puzzle, trace)
    own.redraw(QFont())
    assert marks(plot)
    show_film(player, sudoku_trace(steps=3, solved=False).film())
    own.redraw(QFont())
    assert marks(plot) == {}


@pytest.mark.parametrize("count", [MOST_MARKERS + 1, 127, 1000])
def test_many_markers_thin_out(count):
    sizes = marker_sizes(count)
    assert len(sizes) == count
    assert MOST_MARKERS // 3 <= np.count_nonzero(sizes == MARKER) <= MOST_MARKERS
    assert marker_sizes(MOST_MARKERS) == MARKER


def test_decades_and_counts_thin_out_where_there_is_little_room(qapp):
    decades = DecadeAxis("right")
    (roomy,) = decades.tickValues(-5, 1, 200)
    (low,) = decades.tickValues(-5, 1, 45)
    assert roomy[1] == [1.0, 0.0, -1.0, -2.0, -3.0, -4.0, -5.0]
    assert 1 < len(low[1]) < len(roomy[1])
    assert 45 / 6 * (low[1][0] - low[1][1]) >= 15
    counts = CountAxis("bottom")
    for most in (1, 19, 1490, 99_999):
        for width in (60, 140, 900):
            ((every, ticks),) = counts.tickValues(0, most, width)
            assert ticks[0] == 0
            assert every * width / most >= 46 or len(ticks) <= 5
            assert len(ticks) >= min(3, most + 1)
            assert counts.tickStrings(ticks[:1], 1, every) == ["0"]


def test_a_first_answer_that_is_verified_has_its_word_to_the_right(plot, player):
    film = [replace(refinement, accepted=True) for refinement in sudoku_trace(steps=2, solved=False).film()]
    show_film(player, film)
    PlotMarks(plot, player).redraw(QFont())
    (line,) = (line for line in plot.items if isinstance(line, pg.InfiniteLine))
    assert line.label.orthoPos == 0.99
    assert line.label.anchors == [(0, 0), (0, 0)]


@pytest.mark.parametrize("most", [1, 5, 28, 441])
@pytest.mark.parametrize("size", [60, 90, 400])
def test_cells_are_counted_in_whole_numbers(qapp, most, size):
    axis = CellsAxis("right")
    axis.setScale(most)
    ((_, ticks),) = axis.tickValues(-0.06, 1.1, size)
    words = axis.tickStrings(ticks, most, 1)
    assert words[0] == "0"
    assert [float(word) for word in words] == pytest.approx([tick * most for tick in ticks])
    assert all(later - earlier >= 15 * 1.16 / size - 1e-9 for earlier, later in pairwise(ticks))
