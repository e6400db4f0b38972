"""zip: each file in it is read by itself, under its own name."""

import zipfile
from io import BytesIO

from solver.files import sized
from solver.formats.content import Content
from solver.formats.format import CERTAIN, NO, Format
from solver.formats.unclaimed import LOOKS_LIKE
from solver.formats.zip_bounds import ZipError, most_unpacked, open_zip, read_member
from solver.formats.zip_reading import entries_of_zip
from solver.messages import Template
from solver.puzzles.base import PuzzleError

LARGEST = 256 << 20
"""Bytes of all files together, unpacked."""
MOST = 10_000
"""Files."""
_MARK = b"PK\x03\x04"

_OFFICE = (("xl/", "an Excel workbook"), ("word/", "a Word document"), ("ppt/", "a PowerPoint presentation"))
TOO_LARGE = Template(
    "zip.archive_too_large",
    "This zip archive is too large. At most {most:,} files and {limit} are read.",
)
EMPTY = Template("zip.empty", "This zip archive is empty.")


def _sniff(content: Content) -> float:
    if not content.data.startswith((_MARK, b"PK\x05\x06")):
        return NO
    return NO if any(name.endswith(".npy") for name in entries_of_zip(content)) else CERTAIN


def _unwrap(content: Content) -> list[Content]:
    found: list[Content] = []
    try:
        with open_zip(BytesIO(content.data)) as archive:
            entries = [entry for entry in archive.infolist() if _is_wanted(entry)]
            if (what := _document([entry.filename for entry in entries])) is not None:
                raise PuzzleError(LOOKS_LIKE(what=what))
            size = sum(entry.file_size for entry in entries)
            left = most_unpacked(len(content.data), LARGEST)
            if size > left or len(entries) > MOST:
                raise PuzzleError(TOO_LARGE(most=MOST, limit=sized(left)))
            for entry in entries:
                found.append(Content(read_member(archive, entry, left), entry.filename))
                left -= len(found[-1].data)
    except ZipError as error:
        raise PuzzleError(error.message) from error
    if not found:
        raise PuzzleError(EMPTY())
    return found


def _document(names: list[str]) -> str | None:
    """What other kind of file a zip archive with these files is."""
    if "mimetype" in names and "META-INF/manifest.xml" in names:
        return "an OpenDocument file"
    if "[Content_Types].xml" in names:
        return next((what for folder, what in _OFFICE if any(name.startswith(folder) for name in names)), None)
    return "a Java or Android program" if "META-INF/MANIFEST.MF" in names else None


def _is_wanted(entry: zipfile.ZipInfo) -> bool:
    """Folders, hidden files and what macOS adds to archives hold no puzzles."""
    parts = entry.filename.split("/")
    return bool(parts[-1]) and "__MACOSX" not in parts and not parts[-1].startswith(".")


FORMAT = Format(key="zip", name="zip archive", kind=None, endings=(".zip",), sniff=_sniff, unwrap=_unwrap)
