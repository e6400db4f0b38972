"""What a file held when Ponder last read or wrote it, to tell whether another program has changed it since."""

import hashlib
import os
import stat
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path

from solver.files import FileError, open_regular


@dataclass(frozen=True)
class Stamp:
    """Two are equal if the contents are, whenever they were written."""

    size: int
    digest: str
    """SHA-256 of the content."""
    modified: int = field(default=0, compare=False)
    """When the file was written, in nanoseconds."""


def stamp_of_open(file: BufferedReader) -> Stamp:
    """The stamp of an open file, from its beginning; raises `OSError`."""
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    found = os.fstat(file.fileno())
    return Stamp(file.tell(), digest, found.st_mtime_ns)


def stamp_of(path: Path, known: Stamp | None = None) -> Stamp | None:
    """The stamp of a file; None if there is none. Raises `OSError`.

    A file whose size and time are those of `known` is not read again.
    """
    try:
        with open_regular(path) as file:
            found = os.fstat(file.fileno())
            if known is not None and (found.st_size, found.st_mtime_ns) == (known.size, known.modified):
                return known
            return stamp_of_open(file)
    except (FileNotFoundError, FileError):
        return None


def is_read_only(path: Path) -> bool:
    """Whether somebody has protected the file; replacing it would not ask the file system."""
    try:
        found = path.stat()
    except OSError:
        return False
    return not found.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(path, os.W_OK)


def is_gone(path: Path) -> bool:
    """Whether there is certainly no such file: not where its folder may not be looked into, or a drive fails."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
