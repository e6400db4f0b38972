"""Looks through the pickles of a published state dict before torch unpickles them: sizes only, nothing is run."""

import pickletools
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from solver.files import open_regular
from solver.formats.zip_bounds import open_zip, read_member

LARGEST = 16 << 20
"""Bytes of the pickle in a zip file; the numbers are beside it."""
LONGEST_WORD = 1_000
"""Letters of a name: torch looks through its own error messages in time that grows with the square of their length."""
MOST_STEPS = 1_000_000
PICKLES = 5
"""In a file of the old layout: three of a head, the tensors, and the keys of the numbers that follow."""


def is_sane(file: Path) -> bool:
    """Whether names are as short and steps as few as those of a state dict; raises whatever `pickletools` does."""
    with open_regular(file) as opened:
        if opened.read(2) != b"PK":
            opened.seek(0)
            return all(_is_sane(opened) for _ in range(PICKLES))
        opened.seek(0)
        with open_zip(opened) as archive:
            names = [name for name in archive.namelist() if name.rpartition("/")[2] == "data.pkl"]
            return all(_is_sane(read_member(archive, name, LARGEST)) for name in names)


def _is_sane(pickle: bytes | BinaryIO) -> bool:
    steps = 0
    for _, argument, _ in islice(pickletools.genops(pickle), MOST_STEPS):
        steps += 1
        if isinstance(argument, str | bytes) and len(argument) > LONGEST_WORD:
            return False
    return steps < MOST_STEPS
