"""Reading whatever a person opens, drops or pastes; told apart by content, never by name. Runs in a worker."""

import json
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from app.document import Entry
from app.ponder_file import DOCUMENT, read_ponder
from solver.puzzles.base import PuzzleError
from solver.puzzles.read_puzzle import ReadPuzzle

LARGEST_FILE = 256 << 20
"""Bytes; the largest real puzzle lists are about a tenth of this."""
IMAGES = (b"\x89PNG", b"BM")


@dataclass(frozen=True, eq=False)
class Opened:
    """What a file or a text held."""

    entries: list[Entry]
    index: int = 0
    path: Path | None = None
    """Set where the document can be saved back: for `.ponder` files alone."""
    problems: tuple[str, ...] = ()
    """One sentence for each part that could not be read."""


def read_file(path: Path) -> Opened:
    """Everything in one file; raises `PuzzleError` if there is no puzzle in it, `OSError` if it cannot be read."""
    if path.is_dir():
        raise PuzzleError(f"{path.name} is a folder; open one of its files.")
    if path.stat().st_size > LARGEST_FILE:
        raise PuzzleError(f"{path.name} is larger than 256 MiB, which is more than Ponder reads.")
    content = path.read_bytes()
    if content.startswith(b"PK"):
        return _read_zip(path, content)
    if content.startswith(IMAGES):
        from solver.puzzles.maze_image import read_maze_image

        return Opened([Entry(path.stem, read_maze_image(BytesIO(content)))])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise PuzzleError(f"{path.name} is neither text nor a file that Ponder knows.", line=line) from error
    return read_text(text, path.stem)


def read_text(text: str, name: str) -> Opened:
    """Every puzzle, or the recorded trace, in `text`; raises `PuzzleError` if there is none."""
    if text.lstrip().startswith("{") and '"refinements"' in text:
        return _read_trace(text, name)
    from solver.puzzles.reading import read_puzzles

    return _gather(read_puzzles(text), name)


def _read_zip(path: Path, content: bytes) -> Opened:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile as error:
        raise PuzzleError(f"{path.name} is a damaged zip file.") from error
    if DOCUMENT in names:
        entries, index = read_ponder(path)
        return Opened(entries, index, path)
    from solver.puzzles.maze_npz import read_maze_npz

    return _gather(read_maze_npz(BytesIO(content)), path.stem)


def _read_trace(text: str, name: str) -> Opened:
    from solver.trace_json import trace_from_json

    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise PuzzleError(f"This JSON is damaged: {error.msg}.", line=error.lineno) from error
    trace = trace_from_json(data)
    return Opened([Entry(name, trace.puzzle, trace)])


def _gather(found: list[ReadPuzzle], name: str) -> Opened:
    good = [each for each in found if each.puzzle is not None]
    errors = [each.error for each in found if each.error is not None]
    if not good:
        raise errors[0] if errors else PuzzleError("There is no puzzle in this.")
    several = len(good) > 1
    entries = [
        Entry(f"{number} · line {each.line}" if several else name, each.puzzle)
        for number, each in enumerate(good, start=1)
        if each.puzzle is not None
    ]
    return Opened(entries, problems=tuple(map(str, errors)))
