"""The digit network: drawn glyphs, torch and NumPy alike, and the measuring of whole pictures."""

from pathlib import Path
from random import Random

import matplotlib
import numpy as np
import pytest
import torch
from PIL import Image

from solver.formats.sudoku_picture.cells import SIDE, look
from solver.formats.sudoku_picture.digits import SHIFTS, DigitNetwork, bundled_network
from solver.training.digits.evaluate import Case, Outcome, attempt, cases, report
from solver.training.digits.fonts import families, usable_fonts
from solver.training.digits.glyphs import draw_glyphs
from solver.training.digits.network import TorchDigitNetwork

FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"


@pytest.fixture(scope="module")
def fonts():
    return [file for file in usable_fonts(FONTS) if file.stem in ("DejaVuSans", "DejaVuSerif", "DejaVuSansMono-Bold")]


def test_fonts_without_digits_are_left_out():
    found = {file.stem for file in usable_fonts(FONTS)}
    assert "DejaVuSans" in found
    assert not {"STIXSizOneSymReg", "STIXNonUni", "LastResortHE-Regular"} & found


def test_glyphs_are_the_same_for_the_same_seed_and_are_read(fonts):
    groups = [files for _, files in families(fonts)]
    glyphs = draw_glyphs(groups, 60, Random(1), others=0.0)
    again = draw_glyphs(groups, 60, Random(1), others=0.0)
    np.testing.assert_array_equal(glyphs.images, again.images)
    assert glyphs.images.shape == (60, SIDE, SIDE)
    read = bundled_network().probabilities(glyphs.images.astype(np.float32) / 255).argmax(axis=1)
    assert np.mean(read == glyphs.labels) > 0.9


def test_numpy_and_torch_agree():
    torch.manual_seed(0)
    network = TorchDigitNetwork().eval()
    ours = DigitNetwork({name: tensor.numpy() for name, tensor in network.state_dict().items()})
    glyphs = np.random.default_rng(0).random((5, SIDE, SIDE), dtype=np.float32)
    with torch.no_grad():
        moved = [torch.from_numpy(np.roll(glyphs, shift, axis=(1, 2))) for shift in SHIFTS]
        wanted = torch.stack([network(each).softmax(dim=1) for each in moved]).mean(dim=0).numpy()
    np.testing.assert_allclose(ours.probabilities(glyphs), wanted, atol=1e-5)
    assert ours.probabilities(glyphs[:0]).shape == (0, 10)


def test_the_bundled_weights_are_small():
    parameters = sum(weight.size for weight in bundled_network()._weights.values())
    assert parameters == sum(weight.numel() for weight in TorchDigitNetwork().parameters())


def test_an_empty_cell_has_no_ink():
    assert look(np.full((30, 30, 3), 200, dtype=np.uint8), 30) is None
    assert look(np.zeros((3, 30, 3), dtype=np.uint8), 30) is None


def test_a_pencil_mark_is_small_and_off_the_middle():
    cell = np.full((40, 40, 3), 255, dtype=np.uint8)
    cell[4:12, 6:8] = 0
    ink = look(cell, 40)
    assert ink.height == pytest.approx(0.2)
    assert ink.off_centre > 0.25
    assert (ink.colour, ink.paper) == ((0, 0, 0), (255, 255, 255))


def test_a_drawn_picture_is_measured(fonts, tmp_path):
    (file, *_) = [file for file in fonts if file.stem == "DejaVuSans"]
    outcome = attempt(Case("DejaVu Sans", file, 40.0, False, True, 4), tmp_path)
    assert outcome.wrong_cells == outcome.unmarked == 0
    assert outcome.right == outcome.digits >= 20
    assert not list(tmp_path.iterdir())


def test_cases_are_spread_and_the_report_counts_them():
    found = cases(FONTS, 12)
    assert len({case.family for case in found}) > 3
    assert {case.dark for case in found} == {False, True}
    right, wrong = Outcome(found[0], 30, 30, 0, 0, 1), Outcome(found[1], 30, 29, 1, 0, 3)
    said = report([right, wrong])
    assert "| all | 2 | 98.33 % | 50.0 % |" in said
    assert "marked unsure: 1 of 1" in said


def test_a_wrong_reading_is_kept_to_look_at(fonts, tmp_path, monkeypatch):
    monkeypatch.setattr("solver.training.digits.evaluate.read_sudoku", lambda pixels: None)
    outcome = attempt(Case("DejaVu Sans", fonts[0], 24.0, True, False, 5), tmp_path)
    assert outcome.wrong_cells == outcome.unmarked == 81
    (kept,) = tmp_path.iterdir()
    with Image.open(kept) as picture:
        assert picture.width > 200
