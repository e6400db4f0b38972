"""Lines that a drawing program puts between all cells: whole rows and columns of pixels of one colour."""

import numpy as np
import numpy.typing as npt

from solver.formats.maze_picture.colours import RGB, Codes

FEWEST = 3
"""Lines inside a maze: walls never run from side to side that often, nor do corridors."""
SHADES = 48
"""Levels of lightness within a line, out of 255."""
_LIGHTNESS = (RGB @ np.array([0.299, 0.587, 0.114])).astype(np.uint8)


def without_grid_lines(codes: Codes) -> Codes:
    """The picture without the pixels of its grid lines, if it has any."""
    light = _LIGHTNESS[codes]
    rows, columns = _lines(light), _lines(light.T)
    if rows is None or columns is None:
        return codes
    return np.ascontiguousarray(codes[~rows][:, ~columns])


def _lines(light: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_] | None:
    """The rows of pixels that are grid lines; None unless there are many, thin and equally far apart."""
    low, high = light.min(axis=1), light.max(axis=1)
    even = high - low <= SHADES
    starts, ends = _groups(even)
    if len(starts) < FEWEST + 2:
        return None
    # The outermost rows of cells may be of one colour as well, but not of the lines'.
    middle = light.mean(axis=1)
    usual = np.median(np.concatenate([middle[first:end] for first, end in zip(starts[1:-1], ends[1:-1], strict=True)]))
    lines: npt.NDArray[np.bool_] = even & (np.abs(middle - usual) <= SHADES / 3)
    return lines if _regular(*_groups(lines)) else None


def _groups(rows: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    changes = np.flatnonzero(np.diff(np.concatenate(([False], rows, [False])).astype(np.int8)))
    return changes[::2], changes[1::2]


def _regular(starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]) -> bool:
    if len(starts) < FEWEST + 2:
        return False
    gaps = np.diff((starts + ends) / 2)
    usual = float(np.median(gaps))
    thickest = (ends - starts)[1:-1].max()
    return bool(
        usual >= 3 and thickest <= max(0.3 * usual, 1) and (np.abs(gaps[1:-1] - usual) <= 0.12 * usual + 1).all()
    )
