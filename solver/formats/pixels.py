"""Arithmetic on a picture's pixels that several readers need, channel by channel for speed."""

import numpy as np
import numpy.typing as npt

from solver.puzzles.base import BoolGrid

Pixels = npt.NDArray[np.uint8]
"""[height, width, 3]"""


def steps(pixels: Pixels, axis: int) -> npt.NDArray[np.uint8]:
    """[height, width]: by how much each pixel differs from the one before it along `axis`, the first by 0.

    Of the three channels, the one that differs most counts.
    """
    result = np.zeros(pixels.shape[:2], dtype=np.uint8)
    here, before = (pixels[1:], pixels[:-1]) if axis == 0 else (pixels[:, 1:], pixels[:, :-1])
    target = result[1:] if axis == 0 else result[:, 1:]
    for channel in range(3):
        one, other = here[..., channel], before[..., channel]
        np.maximum(target, np.maximum(one, other) - np.minimum(one, other), out=target)
    return result


def differs(pixels: Pixels, colour: npt.NDArray[np.generic], by: int) -> BoolGrid:
    """[height, width]: whether a pixel differs from `colour` [3] by more than `by` in any channel."""
    result = np.zeros(pixels.shape[:2], dtype=np.bool_)
    for channel in range(3):
        middle = int(colour[channel])
        low, high = max(middle - by, 0), min(middle + by, 255)
        part = pixels[..., channel]
        result |= (part < low) | (part > high)
    return result
