"""Where on a picture a maze may be: margins, frames and captions are peeled off, one after the other."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from solver.formats.maze_picture.colours import Codes, Dominant, distances, dominant

OTHER = 28.0
"""A colour this far from the page's is none of its own, which noise leaves nearer."""
Shade = npt.NDArray[np.float32]
"""[3]: red, green and blue, 0 to 255."""
MOST_PEELS = 4
UNIFORM = 0.985
"""Of the outermost pixels: so many of one colour are a margin, or a border without a gap."""


@dataclass(frozen=True)
class Box:
    """A part of the picture."""

    top: int
    bottom: int
    left: int
    right: int

    def of(self, codes: Codes) -> Codes:
        """The pixels in it."""
        return codes[self.top : self.bottom, self.left : self.right]

    @property
    def smaller_side(self) -> int:
        """In pixels."""
        return min(self.bottom - self.top, self.right - self.left)


@dataclass(frozen=True)
class Layer:
    """A box and the colour that its outermost pixels have."""

    box: Box
    edge: Dominant
    page: Shade | None
    """The colour around the box; None where it is the whole picture."""
    depth: int
    """How many margins and frames were peeled off."""


def layers(codes: Codes) -> list[Layer]:
    """The whole picture first, then what is left as one margin or frame after the other is peeled off."""
    found: list[Layer] = []
    boxes: list[tuple[Box, Shade | None, int]] = [(Box(0, codes.shape[0], 0, codes.shape[1]), None, 0)]
    while boxes:
        box, page, depth = boxes.pop(0)
        edge = _edge(box.of(codes), page)
        if edge is None:
            continue
        found.append(Layer(box, edge, page, depth))
        if edge.share < UNIFORM or depth >= MOST_PEELS:
            continue
        for inner in _content(codes, box, edge.colour):
            if inner not in (each.box for each in found) and inner.smaller_side >= 5:
                boxes.append((inner, edge.colour, depth + 1))
    return found


def _edge(part: Codes, page: Shade | None) -> Dominant | None:
    """The colour of a part's outermost pixels; further in where a soft edge or a halo keeps the page's colour."""
    best: Dominant | None = None
    contrast = -1.0
    for depth in range(1 if page is None else max(1, min(7, min(part.shape) // 30))):
        height, width = part.shape
        if min(height, width) <= 2 * depth + 2:
            break
        ring = part[depth : height - depth, depth : width - depth]
        found = dominant(np.concatenate((ring[0], ring[-1], ring[:, 0], ring[:, -1])))
        if page is None or found is None:
            return found
        here = float(np.abs(found.colour - page).max()) if found.share > 0.4 else 0.0
        if best is not None and contrast > OTHER and here < contrast + 8:
            break
        if best is None or here > contrast:
            best, contrast = found, here
    return best


def _content(codes: Codes, box: Box, page: Shade) -> list[Box]:
    """What is not of the page's colour: without captions, then with them, if that differs."""
    ink = (distances(page) > OTHER)[box.of(codes)]
    rows, columns = np.asarray(ink.any(axis=1)), np.asarray(ink.any(axis=0))
    if not rows.any():
        return []
    whole = _moved(box, *_span(rows), *_span(columns))
    top, bottom, left, right = 0, ink.shape[0], 0, ink.shape[1]
    for _ in range(2):
        first, end = _longest(np.asarray(ink[top:bottom, left:right].any(axis=1)))
        top, bottom = top + first, top + end
        first, end = _longest(np.asarray(ink[top:bottom, left:right].any(axis=0)))
        left, right = left + first, left + end
    largest = _moved(box, top, bottom, left, right)
    return [largest] if largest == whole else [largest, whole]


def _span(filled: npt.NDArray[np.bool_]) -> tuple[int, int]:
    places = np.flatnonzero(filled)
    return int(places[0]), int(places[-1]) + 1


def _longest(filled: npt.NDArray[np.bool_]) -> tuple[int, int]:
    """Start and end of the longest run."""
    changes = np.flatnonzero(np.diff(np.concatenate(([False], filled, [False])).astype(np.int8)))
    starts, ends = changes[::2], changes[1::2]
    longest = int((ends - starts).argmax())
    return int(starts[longest]), int(ends[longest])


def _moved(box: Box, top: int, bottom: int, left: int, right: int) -> Box:
    return Box(box.top + top, box.top + bottom, box.left + left, box.left + right)
