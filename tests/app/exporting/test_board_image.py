import itertools
import threading

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.boards.arc.places import Place
from app.boards.arc.sheet import lay_out
from app.boards.painting import PaintOptions
from app.exporting.board_image import (
    LARGEST,
    LAST_FRAME_MS,
    MARGIN,
    export_gif,
    export_png,
    export_svg,
    export_webp,
    paint_board,
    step_caption,
)
from app.film.intermediate import intermediate
from app.window.theme import DARK, LIGHT
from solver.trace.influence import Evidence, Influence
from tests.arc_tasks import arc_trace
from tests.traces import closed_maze, maze_puzzle, maze_trace, sudoku_trace


@pytest.fixture
def trace(qapp):
    return sudoku_trace()


def pixels(path):
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB")).astype(int)


@pytest.mark.parametrize("size", [40, 333, 2048])
def test_png_has_the_size_asked_for_and_is_not_blank(tmp_path, trace, size):
    path = tmp_path / "board.png"
    export_png(path, trace.puzzle, trace.refinements[3], size, LIGHT)
    image = pixels(path)
    assert image.shape == (size, size, 3)
    assert len(np.unique(image @ (1 << 16, 1 << 8, 1))) > 10


def test_each_step_looks_different(trace):
    pictures = [paint_board(trace.puzzle, r, 300, LIGHT) for r in (None, *trace.refinements)]
    assert all(a != b for a, b in itertools.pairwise(pictures))


def test_options_and_palette_reach_the_painting_code(trace):
    early = trace.refinements[0]
    plain = paint_board(trace.puzzle, early, 300, LIGHT)
    assert plain != paint_board(trace.puzzle, early, 300, LIGHT, PaintOptions(pencil_marks=True))
    assert plain != paint_board(trace.puzzle, early, 300, DARK)


@pytest.mark.parametrize("size", [0, -5, LARGEST + 1])
def test_impossible_sizes_are_refused_and_nothing_is_written(tmp_path, trace, size):
    with pytest.raises(ValueError, match="pixels"):
        export_png(tmp_path / "board.png", trace.puzzle, None, size, LIGHT)
    assert list(tmp_path.iterdir()) == []


def test_svg_renders_to_nearly_the_same_picture(tmp_path, trace):
    svg, png = tmp_path / "board.svg", tmp_path / "board.png"
    export_svg(svg, trace.puzzle, trace.refinements[3], 400, LIGHT)
    export_png(png, trace.puzzle, trace.refinements[3], 400, LIGHT)
    renderer = QSvgRenderer(str(svg))
    assert renderer.isValid()
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    image.save(str(tmp_path / "rendered.png"))
    difference = np.abs(pixels(tmp_path / "rendered.png") - pixels(png)).mean()
    blank = np.abs(pixels(png) - 255).mean()
    assert difference < blank / 4


@pytest.mark.parametrize("write", [export_gif, export_webp])
def test_a_film_has_a_frame_for_the_puzzle_and_each_step(tmp_path, trace, write):
    path = tmp_path / "trace"
    write(path, trace.puzzle, trace.film(), 200, LIGHT, frame_ms=250)
    with Image.open(path) as animation:
        assert animation.n_frames == len(trace) + 1
        animation.load()
        assert animation.info["duration"] == 250
        assert animation.info["loop"] == 0
        animation.seek(len(trace))
        animation.load()
        assert animation.info["duration"] == LAST_FRAME_MS


def test_webp_keeps_every_colour_and_is_smaller_than_gif(tmp_path, trace):
    for write, name in ((export_gif, "trace.gif"), (export_webp, "trace.webp")):
        write(tmp_path / name, trace.puzzle, trace.film(), 600, LIGHT, frame_ms=250)
    last = paint_board(trace.puzzle, trace.film()[-1], 600, LIGHT, caption=step_caption(trace.film()[-1], trace.puzzle))
    last.save(str(tmp_path / "last.png"))
    with Image.open(tmp_path / "trace.webp") as animation:
        animation.seek(len(trace))
        assert np.array_equal(np.asarray(animation.convert("RGB")), pixels(tmp_path / "last.png"))
    assert (tmp_path / "trace.webp").stat().st_size < (tmp_path / "trace.gif").stat().st_size


@pytest.mark.parametrize("write", [export_gif, export_webp])
def test_a_cancelled_film_leaves_the_old_file(tmp_path, trace, write):
    path = tmp_path / "trace"
    path.write_bytes(b"old")
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 2

    write(path, trace.puzzle, trace.film(), 200, LIGHT, frame_ms=250, cancelled=cancelled)
    assert path.read_bytes() == b"old"
    assert len(asked) == 3


def test_pictures_can_be_painted_in_another_thread(trace):
    painted = []
    thread = threading.Thread(
        target=lambda: painted.append(paint_board(trace.puzzle, trace.refinements[2], 300, LIGHT))
    )
    thread.start()
    thread.join()
    assert painted == [paint_board(trace.puzzle, trace.refinements[2], 300, LIGHT)]


def test_a_picture_of_an_intermediate_answer_says_so(tmp_path, trace):
    before, refinement = trace.refinements[2:4]
    shown = intermediate(refinement, 1, before.answer)
    assert step_caption(shown, trace.puzzle) == "Refinement 4, draft after cycle 1 of 3"
    export_png(tmp_path / "board.png", trace.puzzle, shown, 400, LIGHT)
    height, width, _ = pixels(tmp_path / "board.png").shape
    assert width == 400
    assert height > 400
    assert (pixels(tmp_path / "board.png")[405:] < 128).any(), "no words"
    export_svg(tmp_path / "board.svg", trace.puzzle, shown, 400, LIGHT)
    assert QSvgRenderer(str(tmp_path / "board.svg")).viewBox().height() == height
    assert "draft" in (tmp_path / "board.svg").read_text("utf-8")


def test_pictures_of_a_maze_without_a_way_say_so(tmp_path, qapp):
    closed, open_ = closed_maze(), maze_trace(steps=2, solved=False)
    step = open_.refinements[-1]
    assert step_caption(step, closed).endswith(" · no answer can be right")
    assert "no answer" not in step_caption(step, maze_puzzle())
    export_png(tmp_path / "plain.png", open_.puzzle, step, 300, LIGHT)
    export_png(tmp_path / "closed.png", closed, step, 300, LIGHT)
    plain, closed_one = (pixels(tmp_path / name).shape[0] for name in ("plain.png", "closed.png"))
    assert closed_one > plain, "there is a caption below"


def test_what_an_arc_answer_rests_on_is_painted_in_the_test_input(qapp):
    trace = arc_trace()
    shown, cell = trace.refinements[2], (0, 0)
    evidence = (Evidence((1, 2), 0.3, 5),)
    found = Influence(cell, shown.view, shown.step, shown.step, 2, 0.9, np.zeros((2, 3)), evidence, ((1, 2),), None)
    plain, painted = (
        paint_board(trace.puzzle, shown, 600, LIGHT, options)
        for options in (PaintOptions(), PaintOptions(influence=found))
    )
    margin = 600 * MARGIN
    area = QRectF(0, 0, plain.width() - 2 * margin, plain.height() - 2 * margin).translated(margin, margin)
    sheet = lay_out(area, trace.puzzle.task, Place("test", 0, "input"), trace.puzzle.shape)

    def changed(geometry, cell):
        # Near a corner, where the arrow to the middle of the other cell does not pass.
        point = geometry.cell(*cell).bottomRight().toPoint()
        return plain.pixel(point.x() - 4, point.y() - 4) != painted.pixel(point.x() - 4, point.y() - 4)

    assert changed(sheet.input.geometry, (1, 2))
    assert not changed(sheet.output.geometry, (1, 2))
    assert not changed(sheet.input.geometry, (0, 0))
    middle = sheet.output.geometry.cell(*cell).topLeft().toPoint()
    assert plain.pixel(middle.x() + 4, middle.y() + 1) != painted.pixel(middle.x() + 4, middle.y() + 1)
