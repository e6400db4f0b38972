"""Reading whatever a person opens, drops or pastes; told apart by content, never by name. Runs in a worker."""

import codecs
import json
import zipfile
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.documents.document import Entry
from app.documents.ponder_file import DOCUMENT, read_ponder
from solver.formats.files import ZIP, read_content, read_puzzle_file
from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.reading import read_puzzles
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import PuzzleError, why_not_json


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
    content = read_content(path)
    if content.startswith(ZIP) and _is_document(path, content):
        entries, index = read_ponder(path)
        return Opened(entries, index, path)
    if _holds_trace(content):
        return _read_trace(content.decode("utf-8-sig", "replace"), path.stem)
    return _gather([_named(each, path.stem) for each in read_puzzle_file(content, path.name)], path.stem)


def read_text(text: str, name: str) -> Opened:
    """Every puzzle, or the recorded trace, in `text`; raises `PuzzleError` if there is none."""
    if _holds_trace(text.encode()):
        return _read_trace(text, name)
    return _gather(read_puzzles(text), name)


def _named(read: ReadPuzzle, name: str) -> ReadPuzzle:
    """The benchmark keeps an ARC task's id in the file's name alone."""
    puzzle = read.puzzle
    if isinstance(puzzle, ArcPuzzle) and not puzzle.task.name:
        return replace(read, puzzle=ArcPuzzle(replace(puzzle.task, name=name), puzzle.test))
    return read


def _is_document(path: Path, content: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return DOCUMENT in archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        # The last two are of a version or a name that cannot be.
        raise PuzzleError(f"{path.name} is a damaged zip file.") from error


def _holds_trace(content: bytes) -> bool:
    return content.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{") and b'"refinements"' in content


def _read_trace(text: str, name: str) -> Opened:
    from solver.trace.trace_json import trace_from_json

    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise PuzzleError(f"This JSON is damaged: {why_not_json(error)}.", line=error.lineno) from error
    except RecursionError as error:
        raise PuzzleError("This JSON is nested too deeply to be a trace.") from error
    trace = trace_from_json(data)
    return Opened([Entry(name, trace.puzzle, trace)])


def _gather(found: list[ReadPuzzle], name: str) -> Opened:
    good = [each for each in found if each.puzzle is not None]
    errors = [each.error for each in found if each.error is not None]
    if not good:
        raise errors[0] if errors else PuzzleError("There is no puzzle in this.")
    several = len(good) > 1
    entries = [
        Entry(_place(number, each) if several else name, each.puzzle)
        for number, each in enumerate(good, start=1)
        if each.puzzle is not None
    ]
    return Opened(entries, problems=tuple(map(str, errors)))


def _place(number: int, read: ReadPuzzle) -> str:
    if isinstance(read.puzzle, ArcPuzzle) and read.puzzle.task.name:
        return f"{number} · {read.puzzle.task.name}"
    words = QCoreApplication.translate("opening", "{number} · line {line}")
    return words.format(number=number, line=read.line)
