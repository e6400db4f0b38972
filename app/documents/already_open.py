"""Whether what a file, a sample or a paste holds is open already, so that a puzzle is not listed twice."""

from collections.abc import Sequence
from pathlib import Path

from app.documents.document import Document
from app.documents.entry import Entry
from app.documents.samples import is_sample


def already_open(document: Document, entries: Sequence[Entry], path: Path | None = None) -> int | None:
    """The index of the first of the same puzzles, read from `path` before; None if they are not open.

    Of a paste (without `path`) and of a sample, wherever it came from; recordings make a puzzle another one.
    """
    if any(entry.trace is not None for entry in entries):
        return None
    sheet = document.find(path) if path is not None else None
    if sheet is not None and sheet.path is None:
        there = document.entries_of(sheet)
        same = len(there) == len(entries) and all(
            one.content == other.content for one, other in zip(there, entries, strict=True)
        )
        # One that nobody touched is simply read again.
        return document.entries.index(there[0]) if same and document.is_modified(sheet) else None
    if len(entries) != 1 or (path is not None and not is_sample(path)):
        return None
    wanted = entries[0].content
    return next((index for index, entry in enumerate(document.entries) if entry.content == wanted), None)
