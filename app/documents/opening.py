"""Opening any file, drop or paste: a document, a recording or puzzles, recognised by content. Runs in a worker."""

import codecs
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QCoreApplication

from app.documents.disk import Stamp, stamp_of_open
from app.documents.draft import Draft
from app.documents.entry import Entry
from app.documents.incoming import Incoming, content_of, nothing_readable
from app.documents.ponder_file import DOCUMENT, LARGEST_RECORDING, MOST_VALUES, unpack
from solver.bounded_json import JsonError, parse_json
from solver.cancelling import never
from solver.files import FileError, open_regular, read_limited
from solver.formats.content import Content
from solver.formats.files import LARGEST_FILE, ZIP
from solver.formats.picture import is_picture
from solver.formats.read_puzzle import Alternative, ReadPuzzle
from solver.formats.reading import read_puzzles
from solver.formats.zip_bounds import ZipError, open_zip
from solver.messages import Message, Template, quoted
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcGrid
from solver.puzzles.base import PuzzleError, read_only
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from solver.system_errors import why_refused

IN_FILE = Template("opening.in_file", "{file}: {why}")
ONE_GRID = Template(
    "opening.one_grid", "This picture shows one grid of an ARC task. Open it alone to paste it into a task."
)
NO_PUZZLE = Template("opening.no_puzzle", "There is no puzzle in this.")


@dataclass(frozen=True, eq=False)
class Opened:
    """What a file or a text held."""

    entries: list[Entry]
    index: int = 0
    path: Path | None = None
    """Set where the document can be saved back: for `.ponder` files alone."""
    problems: tuple[Message | str, ...] = ()
    """One sentence for each part that could not be read."""
    stamp: Stamp | None = None
    """Of a document, to find out whether another program changes it."""
    alternatives: tuple[Alternative, ...] = ()
    """Other readings of a single puzzle."""
    arc_grid: ArcGrid | None = None
    """One grid of an ARC task, as a picture shows it; where there are entries too, it could be either."""
    each: tuple[tuple[Path, "Opened"], ...] = ()
    """Of several files: what each that could be read holds."""


def read_file(
    path: Path,
    *,
    arc: bool = False,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[float], object] | None = None,
) -> Opened:
    """Everything in one file, with `progress` told the share that is done; `arc`: whether an ARC task is open.

    Raises `PuzzleError` if there is no puzzle in it, `FileError` or `OSError` if it cannot be read, or `Cancelled`.
    """
    with open_regular(path) as file:
        if _is_document(file):
            read = unpack(file, cancelled=cancelled, progress=progress)
            # What could not be read must not be lost by saving the rest over it.
            own = None if read.problems else path
            return Opened(read.entries, read.index, own, read.problems, stamp_of_open(file))
    content = read_limited(path, LARGEST_FILE, cancelled=cancelled, progress=progress)
    if _holds_trace(content):
        return _read_trace(content, path.stem)
    return _read_content(Content(content, path.name), path.stem, arc=arc)


def readable_endings() -> str:
    """The patterns of all files that are usually readable, as file dialogs want them."""
    # Only now, and in what follows: all readers together would delay the first window.
    from solver.formats.registry import endings

    return " ".join(f"*{ending}" for ending in (".ponder", *sorted(endings())))


def read_files(
    paths: Sequence[Path],
    *,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[float], object] | None = None,
) -> Opened:
    """Everything in several files; those that cannot be read are among the problems."""
    entries: list[Entry] = []
    problems: list[Message | str] = []
    each: list[tuple[Path, Opened]] = []
    for number, path in enumerate(paths):
        if progress is not None:
            progress(number / len(paths))
        try:
            opened = read_file(path, cancelled=cancelled)
        except (PuzzleError, FileError) as error:
            problems.append(IN_FILE(file=quoted(path.name), why=error.message))
        except OSError as error:
            problems.append(IN_FILE(file=quoted(path.name), why=why_refused(error)))
        else:
            if opened.arc_grid is not None and not opened.entries:
                # Where it goes is asked about, which only makes sense for one picture.
                problems.append(IN_FILE(file=quoted(path.name), why=ONE_GRID()))
                continue
            entries += opened.entries
            problems += opened.problems
            each.append((path, opened))
    return Opened(entries, problems=tuple(problems), each=tuple(each))


def read_text(text: str, name: str) -> Opened:
    """Every puzzle, or the recorded trace, in `text`; raises `PuzzleError` if there is none."""
    content = text.encode("utf-8", "replace")
    if _holds_trace(content):
        return _read_trace(content, name)
    return _gather(read_puzzles(text), name)


def read_parts(found: Incoming, name: str, arc: bool, cancelled: Callable[[], bool]) -> Opened:
    """What the first readable part of a paste or a drop holds; raises `PuzzleError` for the first one's reason.

    `arc`: whether an ARC task is open.
    """
    first: PuzzleError | None = None
    for part in found.parts:
        if cancelled():
            break
        try:
            if isinstance(part, str):
                return read_text(part, name)
            return _read_content(content_of(part, name), name, arc=arc)
        except PuzzleError as error:
            first = first or error
    raise first or nothing_readable(found)


def _read_content(content: Content, name: str, *, arc: bool = False) -> Opened:
    """What a file or a picture holds; with `arc`, a picture is rather a grid for the open ARC task than a maze."""
    from solver.formats.registry import read

    grid = _arc_grid(content, eager=arc)
    if grid is not None:
        return Opened([], arc_grid=grid)
    # Two colours may be a maze's; if they are not, they are a grid's.
    grid = _arc_grid(content, eager=True)
    try:
        return replace(_gather([_named(each, name) for each in read(content)], name), arc_grid=grid)
    except PuzzleError:
        if grid is None:
            raise
        return Opened([], arc_grid=grid)


def _arc_grid(content: Content, *, eager: bool) -> ArcGrid | None:
    """The ARC grid that a picture shows; unless `eager`, only if it cannot be a maze."""
    if not is_picture(content.data) or content.picture is None:
        return None
    from solver.formats import arc_image
    from solver.formats.picture_kinds import shown_in
    from solver.formats.registry import recognise

    reading = shown_in(content.picture).arc
    if reading is None or not (eager or recognise(content) is arc_image.FORMAT):
        return None
    return reading.grid


def _named(read: ReadPuzzle, name: str) -> ReadPuzzle:
    """The benchmark keeps an ARC task's id in the file's name alone."""
    puzzle = read.puzzle
    if isinstance(puzzle, ArcPuzzle) and not puzzle.task.name:
        return replace(read, puzzle=ArcPuzzle(replace(puzzle.task, name=name), puzzle.test))
    return read


def _is_document(file: BinaryIO) -> bool:
    if file.read(len(ZIP)) != ZIP:
        return False
    try:
        with open_zip(file) as archive:
            return DOCUMENT in archive.NameToInfo
    except ZipError as error:
        raise PuzzleError(error.message) from error
    finally:
        file.seek(0)


def _holds_trace(content: bytes) -> bool:
    return content.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{") and b'"refinements"' in content


def _read_trace(content: bytes, name: str) -> Opened:
    from solver.trace.trace_json import trace_from_json

    try:
        data = parse_json(content, longest=LARGEST_RECORDING, most_values=MOST_VALUES)
    except JsonError as error:
        raise PuzzleError(error.message) from error
    trace = trace_from_json(data)
    return Opened([Entry(name, trace.puzzle, trace)])


def _gather(found: list[ReadPuzzle], name: str) -> Opened:
    good = [each for each in found if each.puzzle is not None]
    errors = [each.error for each in found if each.error is not None]
    if len(found) == 1 and found[0].draft is not None:
        draft = Draft(SudokuPuzzle.kind, read_only(found[0].draft))
        return Opened([Entry(name, draft, unsure=frozenset(found[0].unsure))])
    if not good:
        raise errors[0] if errors else PuzzleError(NO_PUZZLE())
    several = len(good) > 1
    entries = [
        Entry(_label(number, each) if several else name, each.puzzle, unsure=frozenset(each.unsure), place=_place(each))
        for number, each in enumerate(good, start=1)
        if each.puzzle is not None
    ]
    alternatives = () if several else good[0].alternatives
    return Opened(entries, problems=tuple(error.message for error in errors), alternatives=alternatives)


def _label(number: int, read: ReadPuzzle) -> str:
    if isinstance(read.puzzle, ArcPuzzle) and read.puzzle.task.name:
        return f"{number} · {read.puzzle.task.name}"
    return QCoreApplication.translate("opening", "Puzzle {number}").format(number=number)


def _place(read: ReadPuzzle) -> str:
    return QCoreApplication.translate("opening", "line {line}").format(line=read.line)
