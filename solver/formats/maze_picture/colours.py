"""Colours of a picture as small codes, so that a question about colours is one look into a table of 32,768."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint16]
"""[height, width]: five bits each of red, green and blue."""
Counts = npt.NDArray[np.int64]
"""[32,768]: pixels of each code."""
Table = npt.NDArray[np.float32]

BITS = 5
COUNT = 1 << (3 * BITS)
_AXIS = (np.arange(1 << BITS) * 255 / ((1 << BITS) - 1)).astype(np.float32)
RGB: Table = np.stack(np.meshgrid(_AXIS, _AXIS, _AXIS, indexing="ij"), axis=-1).reshape(COUNT, 3)
"""[32,768, 3]: the colour of each code, 0 to 255."""
ALIKE = 44.0
"""Colours this near are one, as far as a JPEG leaves them so."""


def codes_of(pixels: npt.NDArray[np.uint8]) -> Codes:
    """Each pixel of [height, width, 3] as a code."""
    shift = 8 - BITS
    codes = (pixels[..., 0] >> shift).astype(np.uint16)
    for channel in (1, 2):
        codes <<= BITS
        codes |= pixels[..., channel] >> shift
    return codes


def distances(colour: npt.NDArray[np.float32]) -> Table:
    """[32,768]: how far each code's colour is from `colour`."""
    found: Table = np.sqrt(((RGB - colour) ** 2).sum(axis=1))
    return found


def luminance(colour: npt.NDArray[np.float32]) -> float:
    """How light a colour is, 0 to 255."""
    return float(colour @ np.array([0.299, 0.587, 0.114], dtype=np.float32))


@dataclass(frozen=True)
class Dominant:
    """The colour that most of some pixels have."""

    colour: npt.NDArray[np.float32]
    share: float
    """Of the pixels, 0 to 1."""


def counts_of(codes: Codes) -> Counts:
    """How many pixels have each code."""
    return np.bincount(codes.ravel(), minlength=COUNT)


def dominant(codes: npt.NDArray[np.uint16], excluded: npt.NDArray[np.bool_] | None = None) -> Dominant | None:
    """The most frequent colour, `ALIKE` ones counted together; None if all of them are `excluded`, [32,768]."""
    return dominant_of(counts_of(codes), excluded)


def dominant_of(whole: Counts, excluded: npt.NDArray[np.bool_] | None = None) -> Dominant | None:
    """As `dominant`, of pixels that are counted already."""
    counts = whole if excluded is None else np.where(excluded, 0, whole)
    if not counts.any():
        return None
    # Neighbouring codes differ by noise alone, so the peak is looked for in a blurred histogram.
    cube = counts.reshape((1 << BITS,) * 3).astype(np.float32)
    blurred = _blurred(cube).ravel()
    peak = RGB[int(np.where(counts > 0, blurred, -1).argmax())]
    away = distances(peak)
    # The colour itself is the middle of the nearest shades, for where edges are soft the others are mixtures.
    weights = np.where(away <= ALIKE / 3, counts, 0)
    colour = (RGB * weights[:, None]).sum(axis=0) / weights.sum()
    return Dominant(colour.astype(np.float32), float(counts[away <= ALIKE].sum() / whole.sum()))


def _blurred(cube: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    for axis in range(3):
        padded = np.pad(cube, [(1, 1) if a == axis else (0, 0) for a in range(3)])
        cube = sum(np.take(padded, range(at, at + cube.shape[axis]), axis=axis) for at in range(3))  # type: ignore[assignment]
    return cube


def mixing(wall: npt.NDArray[np.float32], floor: npt.NDArray[np.float32]) -> tuple[Table, Table]:
    """[32,768] each: how much of a wall each colour is, 0 to 1, and how far it is from any mixture with the floor."""
    way = wall - floor
    length = float(np.sqrt((way**2).sum()))
    along = (RGB - floor) @ way / length
    aside = np.sqrt(np.maximum(((RGB - floor) ** 2).sum(axis=1) - along**2, 0))
    amount = np.clip(along / length, 0, 1) * np.clip(1 - (aside - 34) / 26, 0, 1)
    return amount.astype(np.float32), aside.astype(np.float32)


def opposite(wall: npt.NDArray[np.float32], floor: npt.NDArray[np.float32]) -> npt.NDArray[np.bool_]:
    """[32,768]: colours as far from the floor as the wall's or further, but on its other side: a third colour."""
    way = wall - floor
    found: npt.NDArray[np.bool_] = (RGB - floor) @ way < -(way @ way)
    return found
