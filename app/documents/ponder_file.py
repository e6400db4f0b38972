"""`.ponder` files: a zip of a versioned `document.json` and the traces, with the arrays to go on thinking from."""

import io
import json
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.documents.document import Entry
from app.documents.draft import Draft, as_content
from solver.files import write_bytes
from solver.formats.reading import puzzle_from_json
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Puzzle, PuzzleError
from solver.trace import Trace
from solver.trace.trace_json import trace_from_json, trace_to_json

FORMAT = "ponder document"
VERSION = 1
DOCUMENT = "document.json"
LARGEST_UNPACKED = 1 << 30
"""Bytes that the members of a file may take in all; a damaged or hostile zip could claim any size."""
_FOREIGN = "This Ponder document is damaged: a recording belongs to another puzzle."


def write_ponder(path: Path, entries: Sequence[Entry], index: int) -> None:
    """Write a whole document; raises `OSError`, the old file then being as it was."""
    write_bytes(path, pack(entries, index))


def pack(entries: Sequence[Entry], index: int) -> bytes:
    """The document as the bytes of its file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
        puzzles = []
        for number, entry in enumerate(entries):
            described: dict[str, Any] = {
                "label": entry.label,
                "puzzle": entry.content.to_json(),
                "by_hand": entry.by_hand,
            }
            if entry.trace is not None:
                described["trace"] = f"traces/{number}.json"
                recorded = trace_to_json(entry.trace, state=True)
                archive.writestr(described["trace"], json.dumps(recorded, separators=(",", ":")))
            for place, other in enumerate(entry.others):
                name = f"traces/{number}-{place}.json"
                described.setdefault("others", []).append(name)
                archive.writestr(name, json.dumps(trace_to_json(other), separators=(",", ":")))
            puzzles.append(described)
        document = {"format": FORMAT, "version": VERSION, "index": index, "puzzles": puzzles}
        archive.writestr(DOCUMENT, json.dumps(document, indent=1))
    return buffer.getvalue()


def read_ponder(file: Path) -> tuple[list[Entry], int]:
    """The entries of a document, and which one was shown; raises `PuzzleError`, `OSError`."""
    # In memory a place that no file has is damage; the disk would call it an invalid argument.
    content = io.BytesIO(file.read_bytes())
    try:
        with zipfile.ZipFile(content) as archive:
            if sum(info.file_size for info in archive.infolist()) > LARGEST_UNPACKED:
                raise PuzzleError("This document unpacks to more than 1 GiB, which Ponder does not read.")
            document = json.loads(archive.read(DOCUMENT))
            if not isinstance(document, dict) or document.get("format") != FORMAT:
                raise PuzzleError("This zip file is not a Ponder document.")
            if document.get("version") != VERSION:
                raise PuzzleError("This document was written by a newer version of Ponder.")
            entries = [_unpack(archive, described) for described in document["puzzles"]]
            index = int(document.get("index", 0))
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        TypeError,
        OverflowError,
        RuntimeError,  # encrypted, packed in a way unknown here, or nested without end
    ) as error:
        raise PuzzleError("This Ponder document is damaged, and cannot be read.") from error
    except ValueError as error:
        if isinstance(error, PuzzleError):
            raise
        raise PuzzleError("This Ponder document is damaged, and cannot be read.") from error
    if not entries:
        raise PuzzleError("This Ponder document holds no puzzle.")
    return entries, index


def _unpack(archive: zipfile.ZipFile, described: dict[str, Any]) -> Entry:
    puzzle, label, by_hand = described["puzzle"], str(described["label"]), bool(described["by_hand"])
    if "draft" in puzzle:
        return Entry(label, as_content(Draft.from_json(puzzle)), by_hand=by_hand)
    content = puzzle_from_json(puzzle)
    trace = _trace(archive, described["trace"]) if "trace" in described else None
    if trace is not None and trace.puzzle != content:
        raise PuzzleError(_FOREIGN)
    others = tuple(_trace(archive, name) for name in described.get("others", ()))
    if any(not _is_of_another_test(other, content) for other in others):
        raise PuzzleError(_FOREIGN)
    return Entry(label, content if trace is None else trace.puzzle, trace, others, by_hand)


def _trace(archive: zipfile.ZipFile, name: object) -> Trace:
    return trace_from_json(json.loads(archive.read(str(name))))


def _is_of_another_test(trace: Trace, content: Puzzle) -> bool:
    puzzle = trace.puzzle
    return (
        isinstance(puzzle, ArcPuzzle)
        and isinstance(content, ArcPuzzle)
        and puzzle.task == content.task
        and puzzle.test != content.test
    )
