"""The network that reads a digit, run with NumPy alone so that reading a picture never waits for torch."""

from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view
from safetensors.numpy import load

Floats = npt.NDArray[np.float32]

SHIFTS = ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0))
"""By which each glyph is moved, in pixels: what it is must not hang on where exactly it was cut."""


class DigitNetwork:
    """Two convolutions and two linear layers: a glyph of 24×24 pixels becomes ten probabilities."""

    def __init__(self, weights: dict[str, npt.NDArray[np.generic]]) -> None:
        """Weights as `solver.training.digits.network` names them."""
        self._weights: dict[str, Floats] = {name: array.astype(np.float32) for name, array in weights.items()}

    def probabilities(self, glyphs: Floats) -> Floats:
        """[n, 10] for `glyphs` [n, 24, 24]: 0 for anything but a digit, then 1 to 9; the mean over `SHIFTS`."""
        if not len(glyphs):
            return np.zeros((0, 10), dtype=np.float32)
        moved = [np.roll(glyphs, shift, axis=(1, 2)) for shift in SHIFTS]
        each = self._once(np.concatenate(moved)).reshape(len(SHIFTS), len(glyphs), 10)
        mean: Floats = each.mean(axis=0)
        return mean

    def _once(self, glyphs: Floats) -> Floats:
        weights = self._weights
        maps = _convolved(glyphs[:, None], weights["first.weight"], weights["first.bias"])
        maps = _convolved(maps, weights["second.weight"], weights["second.bias"])
        hidden = maps.reshape(len(glyphs), -1) @ weights["hidden.weight"].T + weights["hidden.bias"]
        logits = np.maximum(hidden, 0) @ weights["out.weight"].T + weights["out.bias"]
        shares = np.exp(logits - logits.max(axis=1, keepdims=True))
        result: Floats = shares / shares.sum(axis=1, keepdims=True)
        return result


def _convolved(maps: Floats, weight: Floats, bias: Floats) -> Floats:
    """A 3×3 convolution that keeps the size, ReLU, and the largest of each 2×2: [n, c, s, s] → [n, d, s/2, s/2]."""
    padded = np.pad(maps, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = sliding_window_view(padded, (3, 3), axis=(2, 3))
    n, channels, side, _ = maps.shape
    patches = windows.transpose(0, 2, 3, 1, 4, 5).reshape(n * side * side, channels * 9)
    out = np.maximum(patches @ weight.reshape(len(weight), -1).T + bias, 0)
    pooled: Floats = out.reshape(n, side // 2, 2, side // 2, 2, -1).max(axis=(2, 4)).transpose(0, 3, 1, 2)
    return pooled


@cache
def bundled_network() -> DigitNetwork:
    """The one that ships with Ponder."""
    return DigitNetwork(load(files("assets").joinpath("digits", "model.safetensors").read_bytes()))
