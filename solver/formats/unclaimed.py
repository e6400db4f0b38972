"""What content that no format claims looks like: one error that names it."""

from solver.formats.content import Content
from solver.messages import Template
from solver.puzzles.base import PuzzleError

NO_PUZZLE = Template("file.no_puzzle", "There is no puzzle in this text.")

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
    (b"\x80\x04", "a Python pickle"),
    (b"\x80\x03", "a Python pickle"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"{\\rtf", "a rich text document"),
)
_BINARY = "This is not text: it looks like {what}, which Ponder does not read."


def what_it_looks_like(content: Content) -> PuzzleError:
    """The one error for content that no format claims."""
    data = content.data
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            return PuzzleError(f"This looks like {what}, which Ponder does not read.")
    if data[4:12] in (b"ftypheic", b"ftypavif", b"ftypmif1"):
        return PuzzleError("This looks like a HEIC or AVIF picture. Save it as PNG or JPEG first.")
    text = content.text
    if text is None:
        return PuzzleError("This is not text, nor any other file that Ponder reads.")
    start = text.lstrip()[:4000].lower()
    if not start:
        return PuzzleError("There is no puzzle in this text: it is empty.", line=1)
    if "<svg" in start:
        return PuzzleError("This is an SVG drawing. Export it as PNG, and Ponder can read that.", line=1)
    if start.startswith(("<!doctype html", "<html", "<table", "<div", "<body", "<p")):
        return PuzzleError("This is HTML. Copy the puzzle itself from the browser's window.", line=1)
    if start.startswith(("<?xml", "<")):
        return PuzzleError("This is XML, but of no program whose puzzles Ponder reads.", line=1)
    if content.json:
        return _json(content)
    if start in ("null", "true", "false"):
        return PuzzleError("This JSON holds no puzzle.", line=1)
    return PuzzleError("There is no puzzle in this text.", line=1)


def _json(content: Content) -> PuzzleError:
    first = content.json[0]
    if first.error is not None:
        return first.error
    if first.value in ({}, []):
        return PuzzleError("There is no puzzle in this text: its JSON is empty.", line=first.line)
    return PuzzleError(
        "This JSON holds no puzzle that Ponder knows: neither an ARC task with `train` and `test`, "
        "nor a Sudoku or maze.",
        line=first.line,
    )
