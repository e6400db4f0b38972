"""The loop, the overlay and the fan in exported files."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage

from app.boards.painting import PaintOptions
from app.exporting.exports import FAN_FORMATS, FORMATS, LOOP_FORMATS, export
from app.exporting.subject import Subject
from app.panels.fan_drawing import Drawn
from app.window.theme import LIGHT
from solver.messages import ExplainedError
from solver.trace import Anatomy
from solver.trace.influence import Evidence, Influence
from tests.arc_tasks import arc_trace
from tests.traces import maze_trace, sudoku_trace


def drawn(trace, ending):
    return Drawn([each.latent_change for each in trace], ending)


def subject(trace, **others) -> Subject:
    trace.anatomy = Anatomy(46_321, 6)
    return Subject(trace.puzzle, trace.refinements[-1], trace, LIGHT, size=300, frame_ms=200, **others)


@pytest.mark.parametrize(
    "trace", [sudoku_trace(steps=3), maze_trace(steps=3), arc_trace()], ids=["sudoku", "maze", "arc"]
)
def test_a_picture_has_the_loop_beside_the_board(qapp, tmp_path, trace):
    export(tmp_path / "with.png", subject(trace), formats=LOOP_FORMATS)
    export(tmp_path / "without.png", subject(trace))
    with_loop, without = QImage(str(tmp_path / "with.png")), QImage(str(tmp_path / "without.png"))
    assert with_loop.width() > 1.3 * without.width()
    assert with_loop.copy(with_loop.width() - without.width(), 0, without.width(), without.height()) == without
    beside = with_loop.copy(0, 0, with_loop.width() - without.width(), with_loop.height())
    assert len({beside.pixel(x, y) for x in range(beside.width()) for y in range(0, beside.height(), 3)}) > 20


@pytest.mark.parametrize("suffix", [".gif", ".webp"])
def test_a_film_shows_both_updates_of_each_refinement(qapp, tmp_path, suffix):
    trace = sudoku_trace(steps=3)
    export(tmp_path / f"film{suffix}", subject(trace), formats=LOOP_FORMATS)
    with Image.open(tmp_path / f"film{suffix}") as film:
        assert film.n_frames == 1 + 2 * len(trace.film())


@pytest.mark.parametrize("form", FORMATS[:4], ids=lambda form: form.suffix)
def test_the_overlay_is_exported_as_it_is_shown(qapp, tmp_path, form):
    trace = sudoku_trace(steps=3)
    plain, overlaid = tmp_path / f"plain{form.suffix}", tmp_path / f"overlaid{form.suffix}"
    export(plain, subject(trace))
    export(overlaid, subject(trace, options=PaintOptions(overlay="z")))
    assert plain.read_bytes() != overlaid.read_bytes()


def test_the_fan_is_exported_and_an_empty_one_is_refused(qapp, tmp_path):
    lines = (drawn(sudoku_trace(), "verified"), drawn(sudoku_trace(solved=False), "moving"))
    wanted = subject(sudoku_trace(), fan=lines)
    export(tmp_path / "fan.png", wanted, formats=FAN_FORMATS)
    assert QImage(str(tmp_path / "fan.png")).width() == 1920
    export(tmp_path / "fan.svg", wanted, formats=FAN_FORMATS)
    assert "<image" not in (tmp_path / "fan.svg").read_text()
    with pytest.raises(ExplainedError, match="Try 16 Starts"):
        export(tmp_path / "none.png", replace(wanted, fan=()), formats=FAN_FORMATS)
    assert not (tmp_path / "none.png").exists()


@pytest.mark.parametrize("suffix", [".png", ".svg", ".gif", ".webp"])
@pytest.mark.parametrize("formats", [FORMATS, LOOP_FORMATS], ids=["board", "loop"])
def test_influence_is_exported_with_the_refinement_that_was_asked(qapp, tmp_path, suffix, formats):
    if suffix not in {form.suffix for form in formats}:
        pytest.skip("no such format")
    trace = sudoku_trace(steps=3)
    shown = trace.refinements[-1]
    evidence = (Evidence((0, 6), 0.1, 4), Evidence((1, 4), 0.2, 4), Evidence((2, 3), 0.3, 4))
    named = tuple(each.cell for each in evidence)
    found = Influence((0, 0), 0, shown.step, shown.step, 7, 0.9, np.zeros((9, 9), np.float32), evidence, named, None)
    files = {}
    for name, asked in (("plain", None), ("asked", found), ("other", replace(found, step=shown.step + 1))):
        files[name] = tmp_path / f"{name}{suffix}"
        export(files[name], subject(trace, options=PaintOptions(influence=asked)), formats=formats)
    assert files["asked"].read_bytes() != files["plain"].read_bytes()
    assert files["other"].read_bytes() == files["plain"].read_bytes()
