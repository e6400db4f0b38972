"""What is in each cell of a grid: nothing, small pencil marks, or one large shape that may be a digit."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from solver.formats.pixels import Pixels
from solver.formats.shapes import Shape, shapes_of

Floats = npt.NDArray[np.float32]

SIDE = 24
"""Pixels of a normalised digit, which is 20 high in the middle of it."""
DIGIT_HEIGHT = 20
LARGEST_CELL = 72
"""Pixels; larger cells are scaled down first."""
SMALL_CELL = 40
"""Smaller cells are scaled up first."""
INK = 0.3
"""Of the strongest contrast in a cell, what counts as ink: low, so that thin strokes hold together."""
STRONG = 0.5
"""Of the strongest contrast, what some of each shape must have."""
SOLID = 0.85
"""The share of its bounding box that no letter or digit fills, but for a bare stroke."""
FAINTEST = 34
"""Ink differs from the paper by at least this much, of 255, in its strongest channel."""


@dataclass(frozen=True, eq=False)
class Ink:
    """The largest shape in one cell."""

    height: float
    """As a share of the cell's height."""
    width: float
    """As a share of the cell's height."""
    off_centre: float
    """The larger distance of its middle from the cell's middle, as a share of the cell's height."""
    glyph: Floats
    """[SIDE, SIDE], 0 paper to 1 ink, scaled to the same height wherever it is from."""
    colour: tuple[int, int, int]
    paper: tuple[int, int, int]
    solid: bool
    """Whether it is a filled block, as of a maze's wall, rather than a sign."""
    others: int
    """How many further shapes are about as tall."""
    contrast: int
    """From the paper, of 255."""


def look(pixels: Pixels, cell_side: float) -> Ink | None:
    """The largest shape in `pixels` [height, width, 3] of a cell's inside; None if it is empty.

    `cell_side` is the height of a whole cell in these pixels.
    """
    if min(pixels.shape[:2]) < 5:
        return None
    pixels, cell_side = _handy(pixels, cell_side)
    paper = _paper(pixels)
    contrast = np.abs(pixels.astype(np.int16) - paper).max(axis=2)
    strongest = int(contrast.max())
    if strongest < FAINTEST:
        return None
    shape, others, strongest = _main_shape(contrast, strongest)
    if shape is None:
        return None
    inside = contrast[shape.top : shape.bottom, shape.left : shape.right]
    core = shape.mask & (inside >= 0.8 * inside[shape.mask].max())
    colour = np.median(pixels[shape.top : shape.bottom, shape.left : shape.right][core], axis=0)
    middle_row, middle_column = (shape.top + shape.bottom) / 2, (shape.left + shape.right) / 2
    off_row, off_column = middle_row - pixels.shape[0] / 2, middle_column - pixels.shape[1] / 2
    return Ink(
        height=shape.height / cell_side,
        width=shape.width / cell_side,
        off_centre=max(abs(off_row), abs(off_column)) / cell_side,
        glyph=glyph_of(contrast, shape),
        colour=(int(colour[0]), int(colour[1]), int(colour[2])),
        paper=(int(paper[0]), int(paper[1]), int(paper[2])),
        solid=float(shape.mask.mean()) > SOLID and shape.width > 0.5 * shape.height,
        others=others,
        contrast=strongest,
    )


def _handy(pixels: Pixels, cell_side: float) -> tuple[Pixels, float]:
    """Large cells smaller, for speed; small ones larger, so that thin strokes hold together."""
    if cell_side > 1.25 * LARGEST_CELL:
        scale, way = LARGEST_CELL / cell_side, Image.Resampling.BOX
    elif cell_side < SMALL_CELL:
        scale, way = float(np.ceil(SMALL_CELL / cell_side)), Image.Resampling.BICUBIC
    else:
        return pixels, cell_side
    height, width = (max(round(side * scale), 5) for side in pixels.shape[:2])
    scaled = Image.fromarray(np.ascontiguousarray(pixels)).resize((width, height), way)
    return np.asarray(scaled), cell_side * scale


def _paper(pixels: Pixels) -> npt.NDArray[np.int16]:
    """The most frequent colour."""
    coarse = (pixels >> 4).astype(np.int32)
    keys = ((coarse[..., 0] << 8) | (coarse[..., 1] << 4) | coarse[..., 2]).ravel()
    commonest = np.bincount(keys).argmax()
    # The middle of it, for a colour at the edge of its coarse step is in two of them.
    near = pixels.reshape(-1, 3)[keys == commonest]
    colour: npt.NDArray[np.int16] = np.median(near, axis=0).astype(np.int16)
    return colour


def _main_shape(contrast: npt.NDArray[np.int16], strongest: int) -> tuple[Shape | None, int, int]:
    """The tallest shape that is neither a frame nor a rest of a line, how many are about as tall, and its contrast."""
    ink = contrast >= max(INK * strongest, 0.75 * FAINTEST)
    strong = contrast >= STRONG * strongest
    shapes = [
        shape
        for shape in shapes_of(ink)
        if not _is_edge(shape, contrast.shape)
        and (strong[shape.top : shape.bottom, shape.left : shape.right] & shape.mask).any()
    ]
    if not shapes:
        return None, 0, 0
    best = shapes[0]
    rivals = sum(shape.height > 0.75 * best.height for shape in shapes[1:])
    inside = contrast[best.top : best.bottom, best.left : best.right]
    return best, rivals, int(inside[best.mask].max())


def _is_edge(shape: Shape, size: tuple[int, ...]) -> bool:
    """Whether this is a frame within the cell, or what was left of a line beside it."""
    height, width = size
    touches = shape.top == 0 or shape.left == 0 or shape.bottom == height or shape.right == width
    thin = min(shape.height / height, shape.width / width) < 0.12
    long = max(shape.height / height, shape.width / width) > 0.9
    return (touches and (thin or long)) or (shape.height > 0.9 * height and shape.width > 0.9 * width)


def glyph_of(contrast: npt.NDArray[np.int16], shape: Shape) -> Floats:
    """The shape alone, from 0 to 1, scaled to `DIGIT_HEIGHT` and centred in a square of `SIDE`."""
    top, left = max(shape.top - 1, 0), max(shape.left - 1, 0)
    bottom, right = min(shape.bottom + 1, contrast.shape[0]), min(shape.right + 1, contrast.shape[1])
    part = contrast[top:bottom, left:right].astype(np.float32)
    mask = np.zeros(part.shape, dtype=np.bool_)
    row, column = shape.top - top, shape.left - left
    mask[row : row + shape.height, column : column + shape.width] = shape.mask
    grown = mask.copy()
    grown[1:] |= mask[:-1]
    grown[:-1] |= mask[1:]
    grown[:, 1:] |= mask[:, :-1]
    grown[:, :-1] |= mask[:, 1:]
    part = np.where(grown, part / max(float(part[mask].max()), 1.0), 0.0)
    part = np.minimum(part, 1.0).astype(np.float32)
    scale = DIGIT_HEIGHT / shape.height
    width = min(max(round(part.shape[1] * scale), 1), SIDE)
    height = min(max(round(part.shape[0] * scale), 1), SIDE)
    resized = Image.fromarray(part).resize((width, height), Image.Resampling.BILINEAR)
    glyph = np.zeros((SIDE, SIDE), dtype=np.float32)
    row, column = (SIDE - height) // 2, (SIDE - width) // 2
    glyph[row : row + height, column : column + width] = np.asarray(resized)
    return glyph
