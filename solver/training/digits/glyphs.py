"""Draws single digits and things that are none, as screens show them, and cuts them out as the reader does."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageChops, ImageDraw, ImageFont

from solver.formats.sudoku_picture.cells import look
from solver.training.digits.fonts import DIGITS

NO_DIGIT = "0ACDEFHKMNPQRUVWXacdefhkmnprtuvwx?!&%@$*+=<>#{}()[]"
"""Characters that are none of the digits and do not look like one, as `I`, `S` or `Z` do."""


@dataclass(frozen=True, eq=False)
class Glyphs:
    """Normalised glyphs and what they are."""

    images: npt.NDArray[np.uint8]
    """[n, SIDE, SIDE], 0 paper to 255 ink."""
    labels: npt.NDArray[np.int64]
    """[n]: 1 to 9, 0 for anything else."""


def draw_glyphs(families: list[list[Path]], count: int, random: Random, *, others: float = 0.12) -> Glyphs:
    """`count` glyphs; each family is drawn from as often, and a share of `others` are not digits."""
    images: list[npt.NDArray[np.uint8]] = []
    labels: list[int] = []
    while len(labels) < count:
        file = random.choice(random.choice(families))
        label = 0 if random.random() < others else random.randint(1, 9)
        cell, side = _draw_cell(file, label, random)
        ink = look(np.asarray(cell), side)
        if ink is not None:
            images.append((np.clip(ink.glyph, 0, 1) * 255).astype(np.uint8))
            labels.append(label)
    return Glyphs(np.stack(images), np.array(labels))


def _draw_cell(file: Path, label: int, random: Random) -> tuple[Image.Image, float]:
    side = round(18 * 4 ** random.random())
    font = ImageFont.truetype(file, max(round(side * random.uniform(0.5, 0.8)), 10))
    paper, ink = _colours(random)
    cell = Image.new("RGB", (side, side), paper)
    draw = ImageDraw.Draw(cell)
    if label == 0 and random.random() < 0.3:
        _draw_figure(draw, side, ink, random)
    else:
        text = DIGITS[label - 1] if label else random.choice(NO_DIGIT)
        middle = side / 2 + random.uniform(-0.06, 0.06) * side, side / 2 + random.uniform(-0.06, 0.06) * side
        _, top, _, bottom = font.getbbox("0", anchor="ls")
        draw.text((middle[0], middle[1] - (top + bottom) / 2), text, ink, font, anchor="ms")
    return _worn(cell, random), side


def _colours(random: Random) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    while True:
        paper = random.choice(((255, 255, 255), (32, 34, 40), _any(random)))
        ink = random.choice(((0, 0, 0), (240, 240, 240), _any(random)))
        if max(abs(one - other) for one, other in zip(paper, ink, strict=True)) >= 70:
            return paper, ink


def _any(random: Random) -> tuple[int, int, int]:
    return random.randint(0, 255), random.randint(0, 255), random.randint(0, 255)


def _draw_figure(draw: ImageDraw.ImageDraw, side: int, ink: tuple[int, int, int], random: Random) -> None:
    """A cross, a tick, a ring, a disc, a box, a triangle or a scribble."""
    low, high = side * random.uniform(0.18, 0.3), side * random.uniform(0.7, 0.82)
    middle, width = side / 2, max(round(side * random.uniform(0.04, 0.12)), 1)
    kind = random.randrange(7)
    if kind == 0:
        draw.line((low, low, high, high), ink, width)
        draw.line((low, high, high, low), ink, width)
    elif kind == 1:
        draw.line((low, middle, middle * 0.9, high, high, low), ink, width)
    elif kind == 2:
        draw.ellipse((low, low, high, high), outline=ink, width=width)
    elif kind == 3:
        draw.ellipse((low, low, high, high), ink)
    elif kind == 4:
        draw.rectangle((low, low, high, high), outline=ink, width=width)
    elif kind == 5:
        draw.polygon(((middle, low), (high, high), (low, high)), outline=ink, width=width)
    else:
        points = [(random.uniform(low, high), random.uniform(low, high)) for _ in range(5)]
        draw.line(points, ink, width)


def _worn(cell: Image.Image, random: Random) -> Image.Image:
    """As after sub-pixel rendering, scaling by a fraction, and JPEG."""
    if random.random() < 0.2:
        red, green, blue = cell.split()
        by = max(cell.width // 60, 1)
        cell = Image.merge("RGB", (ImageChops.offset(red, -by, 0), green, ImageChops.offset(blue, by, 0)))
    if random.random() < 0.5:
        way = random.choice((Image.Resampling.BILINEAR, Image.Resampling.BICUBIC, Image.Resampling.LANCZOS))
        side = max(round(cell.width * random.uniform(0.8, 1.8)), 16)
        cell = cell.resize((side, side), way).resize(cell.size, Image.Resampling.BICUBIC)
    if random.random() < 0.3:
        packed = BytesIO()
        cell.save(packed, "JPEG", quality=random.randint(60, 92))
        cell = Image.open(packed).convert("RGB")
    return cell
