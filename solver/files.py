"""Reading and writing whole files: reads are capped and can be cancelled, writes leave the old file or the new one."""

import errno
import os
import re
import secrets
import shutil
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from solver.cancelling import Cancelled, never
from solver.messages import ExplainedError, Template, quoted

if sys.platform != "win32":
    import fcntl

CHUNK = 1 << 20
"""Bytes between two looks at `cancelled`."""
ATTEMPTS = 5
"""At a temporary file, which a program that tidies up may take for a leftover while it is being made."""
_LEFTOVER = re.compile(r"\..+-[0-9a-f]{12}\.part")

TOO_LARGE = Template("file.too_large", "{name} is larger than {limit}, the limit for files of this kind.")
SPECIAL = Template(
    "file.special", "{name} is a device, a pipe or a socket. Save its contents to a file, and open that."
)
FOLDER = Template("file.folder", "{name} is a folder. Open one of its files.")


class FileError(ExplainedError):
    """A file that is not read, whatever its bytes are: it is too large, or not a file at all."""


def sized(count: int) -> str:
    """`count` bytes in the unit that suits a limit: 256 MiB, 64 KiB."""
    for unit, words in ((1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")):
        if count >= unit:
            return f"{count // unit} {words}"
    return f"{count} bytes"


def read_limited(
    path: Path,
    limit: int,
    *,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[float], object] | None = None,
) -> bytes:
    """All bytes of a regular file of at most `limit` bytes.

    `progress` gets the share that has been read. Raises `FileError`, `OSError`, or `Cancelled` once `cancelled`.
    """
    with open_regular(path) as file:
        return read_stream(file, limit, path.name, cancelled=cancelled, progress=progress)


def read_stream(
    file: BinaryIO,
    limit: int,
    name: str,
    *,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[float], object] | None = None,
) -> bytes:
    """What is left in `file`, never more than `limit` bytes; raises `FileError`, `OSError`, `Cancelled`."""
    size = _size(file)
    if size > limit:
        raise FileError(TOO_LARGE(name=name, limit=sized(limit)))
    content = bytearray()
    while chunk := file.read(min(CHUNK, limit + 1 - len(content))):
        content += chunk
        if len(content) > limit:
            raise FileError(TOO_LARGE(name=name, limit=sized(limit)))
        if cancelled():
            raise Cancelled
        if progress is not None:
            progress(len(content) / size if size else 0.0)
    return bytes(content)


def read_text_limited(path: Path, limit: int) -> str:
    """A UTF-8 file of at most `limit` bytes; raises `FileError`, `OSError`, `UnicodeDecodeError`."""
    return read_limited(path, limit).decode("utf-8")


def open_regular(path: Path) -> BufferedReader:
    """`path` opened for reading; raises `FileError` for anything but a regular file, before reading could block."""
    _check_regular(os.stat(path), path)  # noqa: PTH116 - the twin of `fstat` below
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        # Again, since it may have been replaced meanwhile.
        _check_regular(os.fstat(handle), path)
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def _check_regular(found: os.stat_result, path: Path) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise FileError(FOLDER(name=quoted(path.name)))
    if not stat.S_ISREG(found.st_mode):
        raise FileError(SPECIAL(name=quoted(path.name)))


def _size(file: BinaryIO) -> int:
    with suppress(OSError, ValueError, AttributeError):
        found = os.fstat(file.fileno())
        return found.st_size if stat.S_ISREG(found.st_mode) else 0
    return 0


def write_bytes(path: Path, content: bytes) -> None:
    """Replace `path` by `content`; raises `OSError`, which names `path`, the old file then being as it was.

    A symbolic link stays one: the file it names is replaced. An existing file keeps its permissions.
    """
    try:
        _write_bytes(Path(os.path.realpath(path)), content)
    except OSError as error:
        # Nobody knows the temporary file beside it.
        error.filename, error.filename2 = str(path), None
        raise


def _write_bytes(path: Path, content: bytes) -> None:
    remove_leftovers(path.parent, path.name)
    # The same folder, because a rename is atomic only within one file system.
    temporary, file = _make_temporary(path)
    try:
        with file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            with suppress(FileNotFoundError):
                temporary.chmod(path.stat().st_mode & 0o777)
            if os.name != "nt":
                # Still locked, so that it is not taken for a leftover.
                temporary.replace(path)
        if os.name == "nt":
            temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def write_text(path: Path, content: str) -> None:
    """As `write_bytes`, in UTF-8 and with line ends as they are."""
    write_bytes(path, content.encode("utf-8"))


def write_atomically(path: Path, content: bytes) -> None:
    """As `write_bytes`, for files that Ponder keeps for itself: makes the folder if there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(path, content)


def replace_folder(fresh: Path, target: Path) -> None:
    """Put the folder `fresh` in the place of `target`, whole; `restore_folder` mends what a kill half way leaves."""
    old = target.with_name(f".{target.name}.old")
    restore_folder(target)
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    _sync_folder(target.parent)
    shutil.rmtree(old, ignore_errors=True)


def restore_folder(target: Path) -> None:
    """Bring back the folder that `replace_folder` had moved away when it was killed, and remove what it left."""
    old = target.with_name(f".{target.name}.old")
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def remove_leftovers(folder: Path, name: str = "") -> None:
    """Delete the temporary files that killed programs left in `folder`: those for the file `name`, or all.

    One that another program is writing right now stays.
    """
    prefix = _hidden(name) if name else "."
    with suppress(OSError):
        for each in os.scandir(folder):
            if each.name.startswith(prefix) and _LEFTOVER.fullmatch(each.name):
                _remove_leftover(Path(each.path))


def _remove_leftover(file: Path) -> None:
    # On Windows a file that is open cannot be deleted; elsewhere its writer holds its lock.
    with suppress(OSError):
        if sys.platform == "win32":
            file.unlink()
            return
        handle = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            file.unlink()
        finally:
            os.close(handle)


def _make_temporary(path: Path) -> tuple[Path, BinaryIO]:
    for _ in range(ATTEMPTS):
        temporary = path.with_name(f"{_hidden(path.name)}{secrets.token_hex(6)}.part")
        file = temporary.open("xb")
        if sys.platform == "win32":
            return temporary, file
        with suppress(OSError):  # some network file systems have no locks; they keep leftovers
            fcntl.flock(file.fileno(), fcntl.LOCK_EX)
        if temporary.exists():
            return temporary, file
        file.close()
    raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(path))


def _hidden(name: str) -> str:
    """How the temporary files for `name` begin; cut, because a name has at most 255 bytes."""
    return f".{os.fsencode(name)[:120].decode('utf-8', 'ignore')}-"


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
