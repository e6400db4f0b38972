"""Writing files so that a reader finds the old one or the new one, whole, whenever the process is killed."""

import os
from pathlib import Path


def write_atomically(file: Path, content: bytes) -> None:
    """Replace `file` by `content` in one move; its folder is made if need be."""
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with temporary.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)
