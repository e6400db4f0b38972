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
UNIFORM = 0.9995
"""Of the outermost pixels: so many of one colour are a margin, or a border without a gap."""
BESIDE = 0.3
"""Of the outermost pixels: so many are of the page's colour where a caption stands beside a maze without a margin."""
BORDERED = 0.7
"""Of such a maze's outermost pixels: so many are border."""
DEEPEST_FRAME = 0.15
"""Of the smaller side of a drawing: so far in a frame around it is looked for."""
SMALLEST_BAND = 0.4
"""Of a picture's smaller side: less beside its bars or a caption is no page with a maze."""


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

    def margins(self, around: "Box") -> tuple[int, int, int, int]:
        """How far this box is from the edges of the one around it."""
        return self.top - around.top, around.bottom - self.bottom, self.left - around.left, around.right - self.right

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
    around: Box | None
    """The box that this one was found in; None where it is the whole picture."""


def layers(codes: Codes) -> list[Layer]:
    """The whole picture first, then what is left as one margin or frame after the other is peeled off."""
    found: list[Layer] = []
    whole = Box(0, codes.shape[0], 0, codes.shape[1])
    boxes: list[tuple[Box, Shade | None, int, Box | None]] = [(whole, None, 0, None)]
    boxes += [(band, None, 0, None) for band in _bands(codes)]
    while boxes:
        box, page, depth, around = boxes.pop(0)
        edge = _edge(box.of(codes), page)
        if edge is None:
            continue
        found.append(Layer(box, edge, page, depth, around))
        if depth >= MOST_PEELS:
            continue
        inside = _content(codes, box, edge.colour)
        if edge.share < UNIFORM:
            # A maze that reaches the picture's edge, with a caption or the like beside it: it is the largest part.
            beside = depth == 0 and edge.share > BESIDE and len(inside) > 1
            beside = beside and inside[0].smaller_side >= SMALLEST_BAND * box.smaller_side
            inside = inside[:1] if beside and _is_bordered(inside[0].of(codes), edge.colour) else []
        for inner in inside:
            if inner not in (each.box for each in found) and inner.smaller_side >= 5:
                boxes.append((inner, edge.colour, depth + 1, box))
    return found


def _is_bordered(part: Codes, page: Shade) -> bool:
    """Whether a part's outermost pixels are mostly not of the page's colour."""
    ring = np.concatenate((part[0], part[-1], part[:, 0], part[:, -1]))
    return bool((distances(page) > OTHER)[ring].mean() > BORDERED)


def _bands(codes: Codes) -> list[Box]:
    """The page of a screenshot, without the bars above, below or beside it, if there are any."""
    whole = Box(0, codes.shape[0], 0, codes.shape[1])
    box = whole
    for _ in range(2):
        part = box.of(codes)
        first, end = _same_ends(part[:, 0], part[:, -1])
        box = _moved(box, first, end, 0, part.shape[1])
        part = box.of(codes)
        first, end = _same_ends(part[0], part[-1])
        box = _moved(box, 0, part.shape[0], first, end)
    if box == whole or box.smaller_side < SMALLEST_BAND * whole.smaller_side:
        return []
    edge = _edge(box.of(codes), None)
    return [box] if edge is not None and edge.share >= UNIFORM else []


def _same_ends(one: Codes, other: Codes) -> tuple[int, int]:
    """The longest run of rows whose first and last pixels have one colour; all of them if there is none."""
    found = dominant(np.concatenate((one, other)))
    if found is None:
        return 0, one.size
    alike = distances(found.colour) <= OTHER
    same = alike[one] & alike[other]
    return _longest(same) if same.any() else (0, one.size)


def _edge(part: Codes, page: Shade | None) -> Dominant | None:
    """The colour of a part's outermost pixels; further in where a soft edge or a halo keeps the page's colour."""
    best: Dominant | None = None
    contrast = -1.0
    for depth in range(1 if page is None else max(1, min(7, min(part.shape) // 15))):
        height, width = part.shape
        if min(height, width) <= 2 * depth + 2:
            break
        ring = part[depth : height - depth, depth : width - depth]
        found = dominant(np.concatenate((ring[0], ring[-1], ring[:, 0], ring[:, -1])))
        if page is None or found is None:
            return found
        here = float(np.abs(found.colour - page).max()) if found.share > 0.4 else 0.0
        if (
            best is not None
            and contrast > OTHER
            and (here < contrast + 8 or not _beyond(page, best.colour, found.colour))
        ):
            break
        if best is None or here > contrast:
            best, contrast = found, here
    return best


def _beyond(page: Shade, near: Shade, far: Shade) -> bool:
    """Whether two colours differ from the page's in the same way."""
    first, second = near - page, far - page
    return bool(first @ second > 0.8 * np.sqrt((first @ first) * (second @ second)))


def _content(codes: Codes, box: Box, page: Shade) -> list[Box]:
    """What is not of the page's colour: without captions, then with them, if that differs."""
    part = box.of(codes)
    away = distances(page)
    # Noise strays further than a drawing's own colours, but hardly twice in a row of pixels.
    noisy = np.bincount(part.ravel(), minlength=away.size)[away <= OTHER]
    noisy = np.sort(noisy)[-8:].sum() < 0.97 * noisy.sum()
    ink = (away > OTHER * (1.5 if noisy else 1))[part]
    fewest = (2 + ink.shape[1] // 200, 2 + ink.shape[0] // 200) if noisy else (1, 1)

    def filled(mask: npt.NDArray[np.bool_], axis: int) -> npt.NDArray[np.bool_]:
        return np.asarray(mask.sum(axis=axis) >= fewest[1 - axis])

    rows, columns = filled(ink, 1), filled(ink, 0)
    if not rows.any() or not columns.any():
        return []
    whole = _moved(box, *_span(rows), *_span(columns))
    top, bottom, left, right = 0, ink.shape[0], 0, ink.shape[1]
    for _ in range(2):
        rows = filled(ink[top:bottom, left:right], 1)
        if not rows.any():
            return [whole]
        first, end = _longest(rows)
        top, bottom = top + first, top + end
        columns = filled(ink[top:bottom, left:right], 0)
        if not columns.any():
            return [whole]
        first, end = _longest(columns)
        left, right = left + first, left + end
    largest = _moved(box, top, bottom, left, right)
    found = [largest] if largest == whole else [largest, whole]
    inner = _within_frame(ink[top:bottom, left:right])
    return found if inner is None else [_moved(largest, *inner), *found]


def _within_frame(ink: npt.NDArray[np.bool_]) -> tuple[int, int, int, int] | None:
    """Top, bottom, left and right of what a frame leaves of a drawing, if there is nothing right within the frame."""
    height, width = ink.shape
    for depth in range(1, int(DEEPEST_FRAME * min(ink.shape))):
        rows, columns = ink[depth : height - depth], ink[:, depth : width - depth]
        sides = (columns[depth], columns[height - 1 - depth], rows[:, depth], rows[:, width - 1 - depth])
        if not any(side.any() for side in sides):
            return depth, height - depth, depth, width - depth
    return None


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
