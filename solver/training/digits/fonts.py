"""Finds the fonts on a machine that draw the digits, each design once."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import ImageFont

ENDINGS = (".ttf", ".otf", ".ttc", ".pfb")
DIGITS = "123456789"
ORNATE = ("punt", "paut", "guiad", "outline", "_k", "symbols2", "wargames", "initials")
"""Parts of the names of fonts whose digits stand in boxes, on lines, or are mere outlines."""


def usable_fonts(folder: Path) -> list[Path]:
    """The fonts below `folder` that draw all digits, in the order of their names; of equal ones the first."""
    seen: set[bytes] = set()
    found = []
    for file in sorted(folder.rglob("*")):
        if file.suffix.lower() in ENDINGS and not any(word in file.stem.lower() for word in ORNATE):
            drawn = _drawn(file)
            if drawn is not None and drawn not in seen:
                seen.add(drawn)
                found.append(file)
    return found


def families(fonts: list[Path]) -> Iterator[tuple[str, list[Path]]]:
    """The fonts by the family that they say they are of."""
    groups: dict[str, list[Path]] = {}
    for file in fonts:
        groups.setdefault(ImageFont.truetype(file, 20).getname()[0] or file.stem, []).append(file)
    yield from sorted(groups.items())


def _drawn(file: Path) -> bytes | None:
    """All digits as the font draws them; None if it draws too few, or a box for what it lacks."""
    try:
        font = ImageFont.truetype(file, 24)
        masks = [_mask(font, character) for character in DIGITS]
        missing = _mask(font, "\uffff")
    except (OSError, ValueError):
        return None
    distinct = {mask.tobytes() for mask in masks}
    if len(distinct) < len(DIGITS) or missing.tobytes() in distinct or min(mask.size for mask in masks) < 24:
        return None
    return b"".join(mask.tobytes() for mask in masks)


def _mask(font: ImageFont.FreeTypeFont, character: str) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    mask = font.getmask(character, "L")
    width, height = mask.size
    return np.frombuffer(bytes(mask), dtype=np.uint8).reshape(height, width)
