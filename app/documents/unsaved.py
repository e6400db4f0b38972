"""What is open but not saved, with the files that it belongs to, as autosave keeps it and brings it back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.documents.disk import Stamp
from app.documents.document import Document
from app.documents.entry import Entry, Sheet
from app.documents.ponder_file import Read

Note = dict[str, Any] | None


@dataclass(frozen=True, eq=False)
class Unsaved:
    """A copy that another thread can write."""

    entries: Sequence[Entry]
    index: int
    note: Note
    """Plain data: the sheets, and which of them each entry is of."""

    @classmethod
    def of(cls, document: Document) -> "Unsaved":
        """All of each file that was changed, and of the puzzles in no file those that are new."""
        sheets = [sheet for sheet in document.sheets if document.is_modified(sheet)]
        entries: list[Entry] = []
        numbers: list[int] = []
        for number, sheet in enumerate(sheets):
            for entry in document.entries_of(sheet):
                if sheet.source is not None or not (sheet.holds(entry) or entry.passing):
                    entries.append(entry)
                    numbers.append(number)
        index = next((index for index, entry in enumerate(entries) if entry is document.entry), 0)
        return cls(entries, index, {"sheets": [_described(sheet) for sheet in sheets], "of": numbers})


def restore(document: Document, read: Read, what: str) -> None:
    """Open what `Unsaved` kept: each file's puzzles belong to it again, and wait to be saved."""
    # Nobody would be asked about them otherwise: that a network worked on them for long is not in the file.
    entries = [replace(entry, by_hand=True) for entry in read.entries]
    grouped: dict[int, list[Entry]] = {}
    for entry, number in zip(entries, _numbers(read), strict=True):
        grouped.setdefault(number, []).append(entry)
    document.undo_stack.beginMacro(what)
    for number, group in grouped.items():
        described, sheet = _sheet(read.note, number), None
        if described is not None:
            open_already = document.find(described.source) if described.source is not None else None
            sheet = open_already if open_already and not document.is_modified(open_already) else described
            sheet.stamp = described.stamp
            sheet.keep(None)
        document.open(group, what, sheet, instead=sheet is not None)
    document.undo_stack.endMacro()
    document.choose(document.entries.index(entries[read.index]))


def _numbers(read: Read) -> list[int]:
    """Each entry's sheet; all are of one where the file, written by an older version, does not say."""
    of = read.note.get("of") if isinstance(read.note, dict) else None
    if not isinstance(of, list) or not all(isinstance(number, int) for number in of):
        return [0] * len(read.entries)
    return [of[number] if number < len(of) else 0 for number in read.numbers]


def _described(sheet: Sheet) -> dict[str, Any]:
    stamp = sheet.stamp
    return {
        "path": None if sheet.path is None else str(sheet.path),
        "source": None if sheet.source is None else str(sheet.source),
        "stamp": None if stamp is None else [stamp.size, stamp.digest, stamp.modified],
    }


def _sheet(note: Note, number: int) -> Sheet | None:
    """The file that puzzles belonged to; None if they were in none, or the note is damaged."""
    try:
        described = (note or {})["sheets"][number]
        path, source = (None if described[key] is None else Path(described[key]) for key in ("path", "source"))
        found = described["stamp"]
        stamp = None if found is None else Stamp(int(found[0]), str(found[1]), int(found[2]))
    except (KeyError, IndexError, TypeError, ValueError):
        return None
    return None if source is None else Sheet(path, stamp, source, None)
