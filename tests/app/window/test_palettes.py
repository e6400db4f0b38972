"""What colour-blind eyes can tell apart."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from app.window.palettes import ARC_SAFE, ARC_USUAL

# Machado, Oliveira and Fernandes (2009), full severity.
SEEN_BY = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}
XYZ = np.array(((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)))


def closest(colours, seen_by) -> float:
    """The distance of the closest two colours in CIELAB."""
    rgb = np.array([QColor(colour).getRgbF()[:3] for colour in colours])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    xyz = np.clip(linear @ np.array(seen_by).T, 0, 1) @ XYZ.T / (0.9505, 1, 1.089)
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116).T
    lab = np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=1)
    distances = np.linalg.norm(lab[:, None] - lab[None], axis=2)
    return float(distances[~np.eye(len(lab), dtype=bool)].min())


@pytest.mark.parametrize("eyes", SEEN_BY)
def test_the_safe_colours_of_arc_stay_apart_for_all_eyes(eyes):
    assert closest(ARC_SAFE, SEEN_BY[eyes]) > 24


def test_the_usual_ones_do_not():
    assert closest(ARC_USUAL, SEEN_BY["deuteranopia"]) < 10
