"""`.ponder` files: a zip of a versioned `document.json` and the traces, with the latents to continue from.

What is written keeps the limits that are checked on reading, and one part that is damaged costs no other.
"""

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from app.documents.draft import Content, Draft, as_content
from app.documents.entry import Entry
from app.documents.guess import Guess
from app.documents.own_output import OwnOutputs
from app.documents.starts import Starts
from solver.bounded_json import parse_json
from solver.cancelling import Cancelled, never
from solver.files import open_regular, sized, write_bytes
from solver.formats.reading import puzzle_from_json
from solver.formats.zip_bounds import open_zip, read_member
from solver.messages import ExplainedError, Message, Template
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Cell, Puzzle, PuzzleError
from solver.trace import Trace
from solver.trace.trace_json import TraceError, trace_from_json, trace_to_json

FORMAT = "ponder document"
VERSION = 1
DOCUMENT = "document.json"
LARGEST_DOCUMENT = 64 << 20
"""Bytes that describe the puzzles: some 400,000 Sudokus."""
MOST_VALUES = 12_000_000
"""Commas and brackets in what describes the puzzles, or one recording."""
LARGEST_RECORDING = 96 << 20
"""Bytes of one recording, unpacked: some 2,000 refinements of a maze of 49×49."""
LARGEST_RECORDINGS = 320 << 20
"""Bytes of all recordings, unpacked."""
MOST_RECORDINGS = 50_000
LONGEST_LABEL = 200
"""Letters of a puzzle's label."""
WRITTEN = (1980, 1, 1, 0, 0, 0)
"""The date of each file within: the format has none before 1980 and after 2107, and a clock may stand anywhere."""

TOO_MANY_PUZZLES = Template(
    "document.too_many_puzzles",
    "A document holds at most {limit} puzzles, so nothing was written. Export them as text instead.",
)
LEFT_OUT = Template(
    "document.left_out",
    "The document was saved, but {count} recordings are too large for it and were left out.",
    "The document was saved, but {count} recording is too large for it and was left out.",
)
NOT_A_DOCUMENT = Template("document.foreign", "This zip file is not a Ponder document.")
NEWER = Template("document.newer", "This document was written by a newer version of Ponder.")
DAMAGED = Template("document.damaged", "This Ponder document is damaged, and cannot be read.")
EMPTY = Template("document.empty", "This Ponder document holds no puzzle.")
GUESS_LOST = Template("document.guess_lost", "Your own entries in puzzle {number} cannot be read: {why}")
STARTS_LOST = Template("document.starts_lost", "The starts of puzzle {number} cannot be read: {why}")
PUZZLE_LOST = Template("document.puzzle_lost", "Puzzle {number} cannot be read: {why}")
RECORDING_LOST = Template("document.recording_lost", "The recording of puzzle {number} cannot be read: {why}")
FOREIGN = Template("document.foreign_recording", "It belongs to another puzzle.")
TOO_LARGE = Template("document.recordings_too_large", "The recordings take more than {limit}.")


@dataclass(frozen=True, eq=False)
class Read:
    """What could be read of a document."""

    entries: list[Entry]
    index: int
    problems: tuple[Message, ...] = ()
    """One for each puzzle or recording that could not."""
    numbers: tuple[int, ...] = ()
    """The place of each entry among all puzzles of the file, from 0."""
    note: Any = None
    """What whoever wrote the file noted about it."""


def write_ponder(path: Path, entries: Sequence[Entry], index: int, note: Any = None) -> tuple[Message, ...]:
    """Write a whole document, and tell what had to be left out; raises `PuzzleError`, `OSError`.

    After an error the old file is as it was. `note`, plain data, is given back on reading.
    """
    content, problems = pack(entries, index, note)
    write_bytes(path, content)
    return problems


def pack(entries: Sequence[Entry], index: int, note: Any = None) -> tuple[bytes, tuple[Message, ...]]:
    """The document as the bytes of its file, and what had to be left out; raises `PuzzleError`.

    Of recordings that are too large, those of the shown puzzle are the last to go.
    """
    buffer = io.BytesIO()
    described = [_describe(entry) for entry in entries]
    left_out, size, count = 0, 0, 0
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
        for number in sorted(range(len(entries)), key=lambda number: (number != index, number)):
            for use, name, trace, state in _recordings(number, entries[number]):
                content = _recording(trace, state)
                if content is None or count == MOST_RECORDINGS or size + len(content) > LARGEST_RECORDINGS:
                    left_out += 1
                    continue
                size, count = size + len(content), count + 1
                if use == "others":
                    described[number].setdefault("others", []).append(name)
                else:
                    described[number][use] = name
                archive.writestr(_member(name), content)
        document = {"format": FORMAT, "version": VERSION, "index": index, "puzzles": described}
        if note is not None:
            document["note"] = note
        content = json.dumps(document, separators=(",", ":")).encode()
        if not _fits(content, LARGEST_DOCUMENT):
            raise PuzzleError(TOO_MANY_PUZZLES(limit=sized(LARGEST_DOCUMENT)))
        archive.writestr(_member(DOCUMENT), content)
    return buffer.getvalue(), (LEFT_OUT(count=left_out),) if left_out else ()


def read_ponder(file: Path) -> tuple[list[Entry], int]:
    """All entries of a document, and which one was shown; raises `PuzzleError` if any part is damaged, `OSError`."""
    read = open_ponder(file)
    if read.problems:
        raise PuzzleError(read.problems[0])
    return read.entries, read.index


def open_ponder(
    file: Path, *, cancelled: Callable[[], bool] = never, progress: Callable[[float], object] | None = None
) -> Read:
    """What can be read of a document; raises `PuzzleError` if that is nothing, `FileError`, `OSError`, `Cancelled`."""
    with open_regular(file) as opened:
        return unpack(opened, cancelled=cancelled, progress=progress)


def unpack(
    file: BinaryIO, *, cancelled: Callable[[], bool] = never, progress: Callable[[float], object] | None = None
) -> Read:
    """As `open_ponder`, of an open file."""
    entries: list[Entry] = []
    numbers: list[int] = []
    problems: list[Message] = []
    chosen = 0
    try:
        with open_zip(file) as archive:
            puzzles, index, note = _read_document(archive)
            budget = _Budget()
            for number, described in enumerate(puzzles):
                if cancelled():
                    raise Cancelled
                if progress is not None:
                    progress(number / len(puzzles))
                if number == index:
                    chosen = len(entries)
                try:
                    entries.append(_unpack(archive, described, number + 1, problems, budget))
                    numbers.append(number)
                except _DAMAGE as error:
                    problems.append(PUZZLE_LOST(number=number + 1, why=_why(error)))
    except PuzzleError:
        raise
    except _DAMAGE as error:
        raise PuzzleError(DAMAGED()) from error
    if not entries:
        raise PuzzleError(problems[0] if problems else EMPTY())
    return Read(entries, min(chosen, len(entries) - 1), tuple(problems), tuple(numbers), note)


_DAMAGE = (ExplainedError, KeyError, TypeError, ValueError, OverflowError, AttributeError, RecursionError)
"""What reading a part that is damaged raises."""


class _Budget:
    """How many bytes of recordings may still be unpacked."""

    def __init__(self) -> None:
        self.left = LARGEST_RECORDINGS

    def read(self, archive: zipfile.ZipFile, name: str) -> bytes:
        if self.left <= 0:
            raise PuzzleError(TOO_LARGE(limit=sized(LARGEST_RECORDINGS)))
        info = archive.NameToInfo.get(name)
        limit = min(LARGEST_RECORDING, self.left)
        if info is not None and info.file_size <= limit:
            # Whether or not it proves to be damaged, this much may have to be unpacked to find out.
            self.left -= info.file_size
        return read_member(archive, name, limit)


def _describe(entry: Entry) -> dict[str, Any]:
    described = {"label": entry.label[:LONGEST_LABEL], "puzzle": entry.content.to_json(), "by_hand": entry.by_hand}
    if entry.unsure:
        described["unsure"] = sorted(entry.unsure)
    if entry.guess is not None:
        described["guess"] = entry.guess.to_json()
    if entry.outputs is not None:
        described["outputs"] = entry.outputs.to_json()
    if entry.starts is not None and not entry.starts.filmed:
        described["starts_outline"] = entry.starts.outline()
    return described


def _recordings(number: int, entry: Entry) -> Iterator[tuple[str, str, Trace, bool]]:
    """What it is of the entry, its name, the trace, and whether its latents are kept too."""
    lasting = entry.lasting
    for trace in lasting[:1]:
        yield "trace", f"traces/{number}.json", trace, True
    for place, other in enumerate(lasting[1:]):
        yield "others", f"traces/{number}-{place}.json", other, False
    if entry.starts is not None and entry.starts.filmed and isinstance(entry.content, Puzzle):
        yield "starts", f"traces/{number}-starts.json", entry.starts.as_recording(entry.content), False


def _recording(trace: Trace, state: bool) -> bytes | None:
    """Its JSON; None if it could not be read back."""
    try:
        described = trace_to_json(trace, state=state, compact=True)
    except TraceError:
        return None
    content = json.dumps(described, separators=(",", ":")).encode()
    return content if _fits(content, LARGEST_RECORDING) else None


def _fits(content: bytes, largest: int) -> bool:
    values = content.count(b",") + content.count(b"[") + content.count(b"{")
    return len(content) <= largest and values <= MOST_VALUES


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, WRITTEN)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def _read_document(archive: zipfile.ZipFile) -> tuple[list[Any], int, Any]:
    content = read_member(archive, DOCUMENT, LARGEST_DOCUMENT)
    document = parse_json(content, longest=LARGEST_DOCUMENT, most_values=MOST_VALUES)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise PuzzleError(NOT_A_DOCUMENT())
    if document.get("version") != VERSION:
        raise PuzzleError(NEWER())
    puzzles, index = document["puzzles"], document.get("index", 0)
    if not isinstance(puzzles, list):
        raise TypeError
    return puzzles, index if isinstance(index, int) else 0, document.get("note")


def _unpack(
    archive: zipfile.ZipFile, described: dict[str, Any], number: int, problems: list[Message], budget: _Budget
) -> Entry:
    puzzle, by_hand = described["puzzle"], bool(described["by_hand"])
    label = str(described["label"])[:LONGEST_LABEL]
    if "draft" in puzzle:
        draft = Draft.from_json(puzzle)
        return Entry(label, as_content(draft), by_hand=by_hand, unsure=_unsure(described, draft))
    content = puzzle_from_json(puzzle)
    traces: list[Trace] = []
    names = ([described["trace"]] if "trace" in described else []) + list(described.get("others", ()))
    for name in names:
        try:
            traces.append(_trace(archive, str(name), content, budget))
        except _DAMAGE as error:
            problems.append(RECORDING_LOST(number=number, why=_why(error)))
    shown = next((trace for trace in traces if trace.puzzle == content), None)
    others = tuple(trace for trace in traces if trace is not shown)
    guess = None
    if "guess" in described:
        try:
            guess = Guess.from_json(described["guess"], content)
        except _DAMAGE as error:
            problems.append(GUESS_LOST(number=number, why=_why(error)))
    outputs = None
    if "outputs" in described:
        try:
            outputs = OwnOutputs.from_json(described["outputs"], content)
        except _DAMAGE as error:
            problems.append(GUESS_LOST(number=number, why=_why(error)))
    starts = None
    try:
        if "starts" in described:
            starts = Starts.from_recording(_trace(archive, str(described["starts"]), content, budget))
        elif "starts_outline" in described:
            starts = Starts.from_outline(described["starts_outline"])
    except _DAMAGE as error:
        problems.append(STARTS_LOST(number=number, why=_why(error)))
    puzzle = content if shown is None else shown.puzzle
    return Entry(label, puzzle, shown, others, by_hand, _unsure(described, content), guess, outputs, starts=starts)


def _unsure(described: dict[str, Any], content: Content) -> frozenset[Cell]:
    """The cells that wait for a person to confirm them."""
    rows, columns = content.shape
    cells = frozenset((int(row), int(column)) for row, column in described.get("unsure", ()))
    if not all(0 <= row < rows and 0 <= column < columns for row, column in cells):
        raise PuzzleError(DAMAGED())
    return cells


def _trace(archive: zipfile.ZipFile, name: str, content: Puzzle, budget: _Budget) -> Trace:
    data = parse_json(budget.read(archive, name), longest=LARGEST_RECORDING, most_values=MOST_VALUES)
    trace = trace_from_json(data)
    if trace.puzzle != content and not _is_of_another_test(trace, content):
        raise PuzzleError(FOREIGN())
    return trace


def _is_of_another_test(trace: Trace, content: Puzzle) -> bool:
    puzzle = trace.puzzle
    return (
        isinstance(puzzle, ArcPuzzle)
        and isinstance(content, ArcPuzzle)
        and puzzle.task == content.task
        and puzzle.test != content.test
    )


def _why(error: Exception) -> Message:
    return error.message if isinstance(error, ExplainedError) else DAMAGED()
