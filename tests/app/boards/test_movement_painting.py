from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.boards.kinds import paint_of
from app.boards.movement_painting import strength
from app.boards.painting import PaintOptions
from app.film.intermediate import intermediate, movement_of
from app.window.theme import CONTRAST, DARK, LIGHT
from tests.arc_tasks import arc_trace
from tests.traces import maze_trace, sudoku_trace


def painted(trace, refinement, palette=LIGHT, **options) -> QImage:
    image = QImage(500, 500, QImage.Format.Format_RGB32)
    image.fill(palette.color("window"))
    painter = QPainter(image)
    paint = paint_of(trace.puzzle.kind)
    paint(painter, QRectF(0, 0, 500, 500), trace.puzzle, refinement, palette, PaintOptions(**options))
    painter.end()
    return image


def moving(refinement):
    """As if cells had moved, whatever the trace was made with."""
    moved = np.linspace(0, 1, refinement.answer.size, dtype=np.float16).reshape(1, *refinement.answer.shape)
    return replace(refinement, z_movement=moved, y_movement=moved[:, ::-1])


@pytest.mark.parametrize("trace", [sudoku_trace(), maze_trace(), arc_trace()], ids=["sudoku", "maze", "arc"])
@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=lambda palette: palette.name)
def test_each_latent_has_an_overlay_on_each_kind_of_board(qapp, trace, palette):
    shown = moving(trace.refinements[-1])
    pictures = [painted(trace, shown, palette, overlay=latent) for latent in ("", "y", "z")]
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_a_recording_without_movement_has_no_overlay(qapp):
    trace = sudoku_trace()
    old = replace(trace.refinements[-1], z_movement=None, y_movement=None)
    assert movement_of(old, "z") is None
    assert painted(trace, old, overlay="z") == painted(trace, old, overlay="y")


@pytest.mark.parametrize("trace", [sudoku_trace(), maze_trace(), arc_trace()], ids=["sudoku", "maze", "arc"])
@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=lambda palette: palette.name)
def test_an_overlay_of_what_has_settled_says_so(qapp, trace, palette):
    shape = (1, *trace.puzzle.shape)
    shown = replace(trace.refinements[-1], z_movement=None, y_movement=None)
    still = replace(shown, z_movement=np.full(shape, 1e-4, dtype=np.float16))
    moving = replace(shown, z_movement=np.full(shape, 1e-4, dtype=np.float16))
    moving.z_movement[0, 0, 0] = 0.5
    nothing, settled, moved = (painted(trace, each, palette, overlay="z") for each in (shown, still, moving))
    low = nothing.height() // 2, nothing.height()
    lower = [picture.copy(0, low[0], picture.width(), low[1]) for picture in (nothing, settled, moved)]
    assert lower[1] != lower[0] == lower[2]


def test_within_a_refinement_the_overlay_is_of_that_cycle():
    refinement = sudoku_trace().refinements[2]
    for cycle in (1, 2):
        moved = movement_of(intermediate(refinement, cycle, None), "z")
        np.testing.assert_array_equal(moved, refinement.z_movement[cycle - 1])
    np.testing.assert_array_equal(movement_of(refinement, "z"), refinement.z_movement[-1])


def test_small_movements_are_told_apart():
    none, little, some, much, more = strength(np.array([0, 0.01, 0.1, 1, 50], dtype=np.float16)).tolist()
    assert none == 0 < little < some < much == more == 1
