"""Reading the puzzles in a file of any kind; what it is, the content tells, never the name."""

import sys
from pathlib import Path

from solver.files import FileError, read_limited, read_stream
from solver.formats.content import Content
from solver.formats.read_puzzle import ReadPuzzle
from solver.puzzles.base import PuzzleError

LARGEST_FILE = 256 << 20
"""Bytes; the largest real puzzle lists are about a tenth of this."""
ZIP = b"PK"


def read_content(file: Path) -> bytes:
    """All bytes of a file; raises `PuzzleError` for one far too large or not a file, `OSError` if it cannot be read."""
    try:
        return read_limited(file, LARGEST_FILE)
    except FileError as error:
        raise PuzzleError(error.message) from None


def read_standard_input() -> bytes:
    """All that is piped in; raises `PuzzleError` if that is far too much, as from a device that never ends."""
    try:
        return read_stream(sys.stdin.buffer, LARGEST_FILE, "standard input")
    except FileError as error:
        raise PuzzleError(error.message) from None


def read_puzzle_file(content: bytes, name: str, *, kind: str | None = None) -> list[ReadPuzzle]:
    """Every puzzle in a file's content, good and bad; raises `PuzzleError` where the file as a whole cannot be read."""
    # Only once something is read: all readers together would delay the first window.
    from solver.formats.registry import read

    return read(Content(content, name), kind=kind)
