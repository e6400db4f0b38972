"""Pictures of Sudokus in a font that comes with Pillow and that the digit network was not trained on."""

from functools import cache

import numpy as np
from PIL import Image, ImageFont

from solver.training.digits.screens import LIGHT, Look, draw_screen

GIVENS = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"
ENTERED = "..4.......7..............................................................2......."
"""Two digits of a player's; the first one is right, the second one too."""


@cache
def bundled_font() -> ImageFont.FreeTypeFont:
    """Aileron, as Pillow carries it."""
    font = ImageFont.load_default(20)
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font


def screen(look: Look = LIGHT, givens: str = GIVENS, *, entered: str = "0" * 81) -> Image.Image:
    """A Sudoku as some program shows it."""
    return draw_screen(givens.replace(".", "0"), bundled_font(), look, entered=entered.replace(".", "0"), marks_seed=1)


def grid_of(givens: str = GIVENS) -> np.ndarray:
    """[9, 9], 0 blank."""
    return np.array([int(digit) for digit in givens.replace(".", "0")]).reshape(9, 9)
