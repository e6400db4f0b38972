from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.boards.painting import PLAIN, PaintOptions
from app.boards.sudoku.painting import paint_sudoku
from app.documents.draft import Draft
from app.window.theme import CONTRAST, DARK, LIGHT
from tests.traces import sudoku_puzzle, sudoku_trace

SIDE = 60
PUZZLE = sudoku_puzzle()
REFINEMENT = sudoku_trace().refinements[-1]
NOWHERE = np.zeros((9, 9), dtype=bool)
FREE_CELL = (0, 0)


def painted(content, refinement=None, palette=LIGHT, options=PLAIN) -> QImage:
    image = QImage(SIDE * 9, SIDE * 9, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.window))
    painter = QPainter(image)
    geometry = paint_sudoku(painter, QRectF(image.rect()), content, refinement, palette, options)
    painter.end()
    assert geometry.side == SIDE
    return image


def cell(image: QImage, row: int, column: int) -> np.ndarray:
    part = image.copy(column * SIDE + 3, row * SIDE + 3, SIDE - 6, SIDE - 6).convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(part.constBits(), np.uint8).reshape(part.height(), part.width(), 4)[:, :, :3].astype(int)


def ink(image: QImage, row: int, column: int) -> float:
    """How far the cell's pixels are from its background in all."""
    pixels = cell(image, row, column)
    return float(np.abs(pixels - pixels[0, 0]).sum())


def at(*cells) -> np.ndarray:
    mask = NOWHERE.copy()
    for each in cells:
        mask[each] = True
    return mask


def quiet(**changes):
    return replace(REFINEMENT, changed=NOWHERE, violations=NOWHERE, **changes)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_givens_show_and_blanks_do_not(qapp, palette):
    image = painted(PUZZLE, palette=palette)
    for row, column in np.ndindex(9, 9):
        assert (ink(image, row, column) > 1000) == bool(PUZZLE.grid[row, column])


def test_a_refinement_fills_every_free_cell(qapp):
    image = painted(PUZZLE, quiet())
    assert all(ink(image, row, column) > 1000 for row, column in np.ndindex(9, 9))


def test_confidence_is_opacity_but_never_invisible(qapp):
    inks = []
    for confidence in (0.0, 0.5, 1.0):
        image = painted(PUZZLE, quiet(confidence=np.full((9, 9), confidence, np.float32)))
        inks.append(ink(image, *FREE_CELL))
    assert inks[0] > 1000
    assert inks[0] < 0.8 * inks[1] < 0.8 * inks[2]


def test_marks_are_shapes_and_not_only_colors(qapp):
    plain = cell(painted(PUZZLE, quiet()), *FREE_CELL)
    changed = cell(painted(PUZZLE, replace(quiet(), changed=at(FREE_CELL))), *FREE_CELL)
    wrong = cell(painted(PUZZLE, replace(quiet(), violations=at(FREE_CELL))), *FREE_CELL)
    grey = [pixels.mean(axis=2) for pixels in (plain, changed, wrong)]
    # Even in grey, each differs from the others in a good part of the cell.
    for one, other in ((0, 1), (0, 2), (1, 2)):
        assert (np.abs(grey[one] - grey[other]) > 20).mean() > 0.02


def test_marks_can_be_left_out(qapp):
    marked = replace(quiet(), changed=at(FREE_CELL), violations=at(FREE_CELL))
    assert painted(PUZZLE, marked, options=PaintOptions(marks=False)) == painted(PUZZLE, quiet())


def test_pencil_marks_show_runners_up_on_demand(qapp):
    shares = np.zeros((9, 9, 11), np.float32)
    shares[..., 5], shares[..., 8], shares[..., 2] = 0.6, 0.3, 0.1
    unsure = quiet(probabilities=shares, answer=np.full((9, 9), 4), confidence=shares.max(axis=2))
    without, with_marks = painted(PUZZLE, unsure), painted(PUZZLE, unsure, options=PaintOptions(pencil_marks=True))
    lower = cell(with_marks, *FREE_CELL)[-16:]
    assert np.abs(lower - lower[0, 0]).sum() > np.abs(cell(without, *FREE_CELL)[-16:] - lower[0, 0]).sum() + 500


def test_a_draft_marks_its_conflict(qapp):
    broken = Draft.of(PUZZLE, {(0, 0): 9})
    assert ink(painted(broken), 0, 6) > ink(painted(PUZZLE), 0, 6)


def test_selection_shows_its_units(qapp):
    image = painted(PUZZLE, options=PaintOptions(selected=(4, 4)))
    peer, other = cell(image, 4, 0)[2, 2], cell(image, 0, 1)[2, 2]
    assert (peer != other).any()


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=lambda palette: palette.name)
def test_a_selection_leaves_the_overlay_of_memory_in_sight(palette):
    moved = np.linspace(0.1, 1, 81, dtype=np.float16).reshape(1, 9, 9)
    moving = quiet(z_movement=moved)
    selected = (4, 4)
    plain = painted(PUZZLE, moving, palette, PaintOptions(overlay="z"))
    chosen = painted(PUZZLE, moving, palette, PaintOptions(overlay="z", selected=selected))
    for row, column in np.ndindex(9, 9):
        if (row, column) != selected:
            assert (cell(plain, row, column) == cell(chosen, row, column)).all()
    middle = (slice(10, -10),) * 2
    assert (cell(plain, *selected)[middle] == cell(chosen, *selected)[middle]).all(), "but for the frame"
    hovered = painted(PUZZLE, moving, palette, PaintOptions(overlay="z", hovered=selected))
    assert (cell(plain, *selected)[middle] == cell(hovered, *selected)[middle]).all()
    # Before the first refinement nothing has moved, and a selection looks as ever.
    puzzle = painted(PUZZLE, None, palette, PaintOptions(overlay="z", selected=selected))
    assert puzzle == painted(PUZZLE, None, palette, PaintOptions(selected=selected))
