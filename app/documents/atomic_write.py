"""Writing a file so that a full disk or a kill leaves the old file or the new one, never half of each."""

import os
import secrets
from contextlib import suppress
from pathlib import Path


def write_bytes(path: Path, content: bytes) -> None:
    """Replace `path` by `content`; raises `OSError`, the old file then being as it was.

    A symbolic link stays one: the file it names is replaced. An existing file keeps its permissions.
    """
    path = Path(os.path.realpath(path))
    # The same folder, because a rename is atomic only within one file system.
    temporary = path.with_name(f".{path.name[:80]}-{secrets.token_hex(6)}.part")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def write_text(path: Path, content: str) -> None:
    """As `write_bytes`, in UTF-8 and with line ends as they are."""
    write_bytes(path, content.encode("utf-8"))


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open folders, and its replace is durable on its own.
        return
    # Some network file systems refuse; the file itself is already written.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
