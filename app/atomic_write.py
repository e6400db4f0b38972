"""Writing a file so that a full disk or a kill leaves either the old file or the new one, never half of each."""

import os
import tempfile
from pathlib import Path


def write_bytes(path: Path, content: bytes) -> None:
    """Replace `path` by `content`; raises `OSError`, the old file then being as it was.

    A symbolic link stays one: the file it names is replaced. An existing file keeps its permissions.
    """
    path = Path(os.path.realpath(path))
    # The same folder, because a rename is atomic only within one file system.
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:80]}-", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_permissions(path))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def write_text(path: Path, content: str) -> None:
    """As `write_bytes`, in UTF-8 and with line ends as they are."""
    write_bytes(path, content.encode("utf-8"))


def _permissions(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        # mkstemp makes private files; a document should be as readable as any other new file.
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open folders, and its replace is durable on its own.
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        pass  # Some network file systems refuse; the file itself is already written.
    finally:
        os.close(handle)
