"""Folders of checkpoints that are being imported, and what is left of those whose program was killed; free of torch."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

PREFIX = ".importing-"
"""The dot hides a folder from everybody who looks for checkpoints."""


@contextmanager
def unfinished_folder(home: Path) -> Iterator[Path]:
    """A new folder below `home`, which is gone at the end unless it was renamed."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=home))
    handle = None
    try:
        if sys.platform != "win32":
            handle = os.open(folder, os.O_RDONLY)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if handle is not None:
            os.close(handle)


def remove_unfinished(home: Path) -> None:
    """Delete what killed programs left below `home`; an import under way keeps its folder."""
    for folder in home.glob(f"{PREFIX}*"):
        with suppress(OSError):
            if sys.platform == "win32":
                # There is no lock; files that are open cannot be deleted.
                shutil.rmtree(folder, ignore_errors=True)
                continue
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(handle)
