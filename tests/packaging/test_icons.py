"""The icon's files are all there, and are pictures of the one SVG."""

import io
from pathlib import Path

import icons
import numpy as np
import pytest
from PIL import Image

ICONS = Path(__file__).parents[2] / "assets" / "icons"


def test_the_png_is_what_the_svg_looks_like(qapp):
    drawn = np.asarray(Image.open(io.BytesIO(icons.render(256))).convert("RGBA"), dtype=int)
    kept = np.asarray(Image.open(ICONS / "ponder.png").convert("RGBA"), dtype=int)
    assert np.abs(drawn - kept).mean() < 1
    assert drawn[0, 0, 3] == 0
    assert drawn[128, 128, 3] == 255


@pytest.mark.parametrize(
    ("name", "sizes"), [("ponder.ico", icons.WINDOWS_SIZES), ("ponder.icns", (32, 64, 128, 256, 512, 1024))]
)
def test_each_system_finds_its_sizes(name, sizes):
    with Image.open(ICONS / name) as image:
        found = {size[0] * (size[2] if len(size) == 3 else 1) for size in image.info["sizes"]}
    assert set(sizes) <= found
