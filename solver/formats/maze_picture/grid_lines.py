"""Lines that a drawing program puts between all cells: whole rows and columns of pixels of one colour."""

import numpy as np
import numpy.typing as npt

from solver.formats.maze_picture.colours import RGB, Codes

FEWEST = 3
"""Lines inside a maze: walls never run from side to side that often, nor do corridors."""
SHADES = 72
"""Levels of lightness within a line, out of 255."""
SOFT = 0.62
"""Of the levels in other rows: in a picture that was made larger or smaller, so many may be in a line."""
SMALLEST_SOFT = 8
"""Pixels between two lines: from cells that large, a pixel on each side can be taken away."""
_LIGHTNESS = (RGB @ np.array([0.299, 0.587, 0.114])).astype(np.uint8)


def without_grid_lines(codes: Codes) -> Codes:
    """The picture without the pixels of its grid lines, if it has any."""
    light = _LIGHTNESS[codes]
    for soft in (False, True):
        rows, columns = _lines(light, soft=soft), _lines(light.T, soft=soft)
        if rows is not None and columns is not None:
            return np.ascontiguousarray(codes[~rows][:, ~columns])
    return codes


def _lines(light: npt.NDArray[np.uint8], *, soft: bool) -> npt.NDArray[np.bool_] | None:
    """The rows of pixels that are grid lines; None unless there are many, thin and equally far apart."""
    levels = light.max(axis=1) - light.min(axis=1)
    shades = max(float(SHADES), SOFT * float(np.median(levels))) if soft else SHADES
    even = levels <= shades
    starts, ends = _groups(even)
    if len(starts) < FEWEST + 2:
        return None
    if soft:
        found = _at_equal_distances(even)
        return None if found is None else _widened(found)
    # The outermost rows of cells may be of one colour as well, but not of the lines'.
    middle = light.mean(axis=1)
    usual = np.median(np.concatenate([middle[first:end] for first, end in zip(starts[1:-1], ends[1:-1], strict=True)]))
    return _at_equal_distances(even & (np.abs(middle - usual) <= SHADES / 4))


def _at_equal_distances(dark: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_] | None:
    """The grid lines among rows of one colour; None unless they are equally far apart.

    If the walls have the same colour as the grid lines, a border shows up as one group at least a cell thick.
    """
    starts, ends = _groups(dark)
    if len(starts) < FEWEST + 2:
        return None
    thickness = int(np.median((ends - starts)[1:-1]))
    thin = ends - starts <= 1.5 * thickness + 1
    places = starts[thin] + (thickness - 1) / 2
    if len(places) < FEWEST:
        return None
    # Distances are whole pixels; only their mean tells 11 from 11.25, which is three lines in a large maze.
    apart = np.diff(places)
    usual = apart[np.abs(apart - np.median(apart)) <= 1.5]
    if not usual.size:
        return None
    pitch = float(usual.mean())
    if pitch < 3 or thickness > max(0.3 * pitch, 1):
        return None
    index = np.round((places - places[0]) / pitch)
    # Lines of a border that is cut off at the edge may be nearer.
    inner = slice(1, -1) if len(places) > FEWEST + 2 else slice(None)
    if len(np.unique(index)) < len(index) or len(np.unique(index[inner])) < 2:
        return None
    slope, first = np.polyfit(index[inner], places[inner], 1)
    if (np.abs(places - first - slope * index)[inner] > 0.12 * pitch + 1).any():
        return None
    # Between lines may be whole rows of cells of one colour, in which lines do not show.
    missing = np.setdiff1d(np.arange(index[0], index[-1]), index)
    if not dark[np.round(first + slope * missing).astype(np.int64)].all():
        return None
    lines = dark.copy()
    for start, end in zip(starts[~thin].tolist(), ends[~thin].tolist(), strict=True):
        # The cells of a border stay, without the lines in it.
        lines[start:end] = False
        low, high = np.ceil((start - first - 0.5) / slope), np.floor((end - 1 - first + 0.5) / slope)
        for number in range(int(low), int(high) + 1):
            at = round(first + slope * number - (thickness - 1) / 2)
            lines[max(start, at) : min(end, at + thickness)] = True
    return lines


def _widened(lines: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """The lines with a soft edge on both sides, unless that leaves too little of the cells between them."""
    starts, ends = _groups(lines)
    if np.median(starts[1:] - ends[:-1]) < SMALLEST_SOFT:
        return lines
    wide = lines.copy()
    wide[1:] |= lines[:-1]
    wide[:-1] |= lines[1:]
    return wide


def _groups(rows: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    changes = np.flatnonzero(np.diff(np.concatenate(([False], rows, [False])).astype(np.int8)))
    return changes[::2], changes[1::2]
