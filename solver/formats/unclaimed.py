"""What content that no format claims looks like: one error that names it."""

import re

from solver.formats.content import Content
from solver.messages import Template
from solver.puzzles.base import PuzzleError

NO_PUZZLE = Template("file.no_puzzle", "There is no puzzle in this text.")
EMPTY = Template("file.empty", "There is no puzzle in this: it is empty.")
LOOKS_LIKE = Template("file.looks_like", "This looks like {what}, which Ponder does not read.")
NOT_TEXT = Template("file.not_text", "This is neither text nor another kind of file that Ponder reads.")
BINARY_MAZE = Template(
    "file.binary_maze", "This is a binary file, perhaps a micromouse maze. Ponder reads mazes as text or pictures."
)
HEIC = Template("file.heic", "This looks like a HEIC or AVIF picture. Save it as PNG or JPEG first.")
SVG = Template("file.svg", "This is an SVG drawing. Export it as PNG, which Ponder can read.")
MARKUP = Template("file.markup", "This is {what}, but holds no puzzle that Ponder knows.")
LINK = Template(
    "file.link",
    "This link ({site}) does not hold the puzzle as digits; it may be compressed. Paste the puzzle itself.",
)
EMPTY_JSON = Template("file.empty_json", "There is no puzzle in this: its JSON is empty.")
OTHER_JSON = Template(
    "file.other_json", "This JSON holds no puzzle that Ponder knows, such as an ARC task with `train` and `test`."
)
ENCODING = Template("file.encoding", "The encoding of this text is not UTF-8 or UTF-16. Save it as UTF-8.")

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"PK", "a zip archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x93NUMPY", "a NumPy array (.npy)"),
    (b"\x80\x05", "a Python pickle"),
    (b"\x80\x04", "a Python pickle"),
    (b"\x80\x03", "a Python pickle"),
    (b"\x80\x02", "a Python pickle"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"ARROW1", "an Arrow file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"{\\rtf", "a rich text document"),
    (b"ID3", "music"),
    (b"OggS", "music"),
    (b"\x89HDF", "an HDF5 file"),
    (b"ustar", "a tar archive"),
)
_LINK = re.compile(r"\s*<?((?:https?|ftp)://|www\.)([^/\s?#]+)\S*\s*", re.IGNORECASE)


def what_it_looks_like(content: Content) -> PuzzleError:
    """The one error for content that no format claims."""
    data = content.data
    if not data.strip(b"\0\x1a \t\r\n"):
        return PuzzleError(EMPTY(), line=1)
    for signature, what in _SIGNATURES:
        if data.startswith(signature) and not (
            data.isascii() and b"\0" not in data and signature in (b"MZ", b"PK", b"ID3")
        ):
            return PuzzleError(LOOKS_LIKE(what=what))
    if data[257:262] == b"ustar":
        return PuzzleError(LOOKS_LIKE(what="a tar archive"))
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypavif", b"ftypmif1"):
        return PuzzleError(HEIC())
    if content.text is None:
        return PuzzleError(BINARY_MAZE() if len(data) == 256 else NOT_TEXT())
    return _text(content, content.text)


def _text(content: Content, text: str) -> PuzzleError:
    start = text.lstrip()[:4000].lower()
    if not start:
        return PuzzleError(EMPTY(), line=1)
    if start.startswith("<"):
        if "<svg" in start:
            return PuzzleError(SVG(), line=1)
        return PuzzleError(MARKUP(what="HTML" if "<html" in start or "<!doctype html" in start else "XML"), line=1)
    if "\\begin{" in text or "\\documentclass" in text:
        return PuzzleError(MARKUP(what="LaTeX"), line=1)
    if content.json:
        return _json(content)
    if start.strip() in ("null", "true", "false", '""'):
        return PuzzleError(EMPTY_JSON(), line=1)
    if link := _LINK.fullmatch(text):
        return PuzzleError(LINK(site=link[2]), line=1)
    if "\0" in text:
        return PuzzleError(ENCODING())
    return PuzzleError(NO_PUZZLE(), line=1)


def _json(content: Content) -> PuzzleError:
    first = content.json[0]
    if first.error is not None:
        return first.error
    if first.value in ({}, []):
        return PuzzleError(EMPTY_JSON(), line=first.line)
    return PuzzleError(OTHER_JSON(), line=first.line)
