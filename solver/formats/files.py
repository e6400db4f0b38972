"""Reading the puzzles in a file of any kind: text, image or `.npz`, told apart by content, never by name."""

from io import BytesIO
from pathlib import Path

from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.reading import read_puzzles
from solver.puzzles.base import PuzzleError

LARGEST_FILE = 256 << 20
"""Bytes; the largest real puzzle lists are about a tenth of this."""
ZIP = b"PK"
IMAGES = (b"\x89PNG", b"BM")


def read_content(file: Path) -> bytes:
    """All bytes of a file; raises `PuzzleError` for one far too large, `OSError` if it cannot be read."""
    if file.stat().st_size > LARGEST_FILE:
        raise PuzzleError(f"{file.name} is larger than {LARGEST_FILE >> 20} MiB, which is more than Ponder reads.")
    return file.read_bytes()


def read_puzzle_file(content: bytes, name: str, *, kind: str | None = None) -> list[ReadPuzzle]:
    """Every puzzle in a file's content, good and bad; raises `PuzzleError` where the file as a whole cannot be read."""
    if kind not in (None, "maze") and content.startswith((ZIP, *IMAGES)):
        raise PuzzleError(f"{name} can only be read as mazes, not as {kind} puzzles.")
    if content.startswith(ZIP):
        from solver.formats.maze_npz import read_maze_npz

        return read_maze_npz(BytesIO(content))
    if content.startswith(IMAGES):
        from solver.formats.maze_image import read_maze_image

        return [ReadPuzzle(read_maze_image(BytesIO(content)))]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise PuzzleError(f"{name} is neither text nor a file that Ponder knows.", line=line) from error
    return read_puzzles(text, kind=kind)
