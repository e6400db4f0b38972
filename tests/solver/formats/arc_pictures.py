"""Draws pictures of ARC grids as editors, notebooks and papers show them."""

from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw

from solver.formats.arc_picture.palettes import PALETTES
from solver.puzzles.arc.task import ArcGrid

GRID: ArcGrid = (
    (0, 0, 0, 5, 0, 0),
    (0, 1, 2, 5, 3, 0),
    (0, 4, 0, 5, 6, 0),
    (7, 0, 8, 5, 9, 0),
)


def arc_picture(
    grid: ArcGrid = GRID,
    cell: float = 20,
    *,
    line: int = 0,
    line_colour: tuple[int, int, int] = (85, 85, 85),
    margin: int = 0,
    page: tuple[int, int, int] = (255, 255, 255),
    palette: int = 0,
    scale: float = 1.0,
    jpeg: int = 0,
) -> Image.Image:
    """`grid` in squares of `cell` pixels; then scaled, then packed as JPEG of this quality if it is not 0."""
    rows, columns = len(grid), len(grid[0])
    width, height = round(columns * cell) + line, round(rows * cell) + line
    picture = Image.new("RGB", (width + 2 * margin, height + 2 * margin), page)
    draw = ImageDraw.Draw(picture)
    if line:
        draw.rectangle((margin, margin, margin + width - 1, margin + height - 1), line_colour)
    for row in range(rows):
        for column in range(columns):
            left, top = margin + round(column * cell) + line, margin + round(row * cell) + line
            right, bottom = margin + round((column + 1) * cell) - 1, margin + round((row + 1) * cell) - 1
            colour = tuple(PALETTES[palette][grid[row][column]].astype(int).tolist())
            draw.rectangle((left, top, right, bottom), colour)
    if scale != 1.0:
        picture = picture.resize(
            (round(picture.width * scale), round(picture.height * scale)), Image.Resampling.BICUBIC
        )
    if jpeg:
        packed = BytesIO()
        picture.save(packed, "JPEG", quality=jpeg)
        picture = Image.open(packed).convert("RGB")
    return picture


def png(picture: Image.Image) -> bytes:
    """Its file."""
    packed = BytesIO()
    picture.save(packed, "PNG")
    return packed.getvalue()


def pixels(picture: Image.Image) -> np.ndarray:
    """[height, width, 3]"""
    return np.asarray(picture.convert("RGB"))
