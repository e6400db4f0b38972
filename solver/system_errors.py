"""Why the operating system refused to read or write a file, as a message."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from solver.messages import ExplainedError, Message, Template, quoted

_REASONS = {
    errno.ENOENT: Template("system.not_found", "No such file or folder"),
    errno.EACCES: Template("system.permission", "Permission denied"),
    errno.EPERM: Template("system.not_permitted", "Operation not permitted"),
    errno.EEXIST: Template("system.exists", "It already exists"),
    errno.ENOSPC: Template("system.full", "No space left on the disk"),
    errno.EISDIR: Template("system.folder", "It is a folder"),
    errno.ENOTDIR: Template("system.no_folder", "It is not a folder"),
    errno.EROFS: Template("system.read_only", "The disk is read-only"),
    errno.ENAMETOOLONG: Template("system.long_name", "The file name is too long"),
    errno.EMFILE: Template("system.many_files", "Too many files are open"),
    errno.EIO: Template("system.broken", "The disk reports an error"),
}
AT = Template("system.at", "{file}: {why}.")
SOMEWHERE = Template("system.somewhere", "{why}.")

_PROTECTED = Template(
    "unwritten.protected", "“{file}” was not written: you may not write in this folder. Choose another folder."
)
_NO_ROOM = Template("unwritten.no_room", "“{file}” was not written: the disk is full. Free some space and try again.")
_NO_FOLDER = Template("unwritten.no_folder", "“{file}” was not written: its folder is gone. Choose another folder.")
_NOT_WRITTEN = {
    errno.EACCES: _PROTECTED,
    errno.EPERM: _PROTECTED,
    errno.EROFS: Template(
        "unwritten.read_only", "“{file}” was not written: this disk is read-only. Choose a folder on another disk."
    ),
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.ENAMETOOLONG: Template(
        "unwritten.long_name", "“{file}” was not written: its name is too long. Choose a shorter one."
    ),
    errno.EISDIR: Template(
        "unwritten.folder", "“{file}” was not written: a folder has this name. Choose another name."
    ),
}
OTHERWISE = Template("unwritten.otherwise", "“{file}” was not written: {why}. Choose another folder, or try again.")


class NotWrittenError(ExplainedError):
    """A file could not be written; the message says what helps."""


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Raise `NotWrittenError` for an `OSError` while `path` is written."""
    try:
        yield
    except OSError as error:
        template = _NOT_WRITTEN.get(error.errno or 0)
        name = quoted(path.name)
        why = OTHERWISE(file=name, why=why_refused(error)) if template is None else template(file=name)
        raise NotWrittenError(why) from error


def why_refused(error: OSError) -> Message | str:
    """The reason alone, for the place of a message."""
    known = _REASONS.get(error.errno or 0)
    return known() if known is not None else error.strerror or str(error)


def refusal(error: OSError) -> Message:
    """A sentence with the file's name where the error has it."""
    why = why_refused(error)
    return AT(file=str(error.filename), why=why) if error.filename else SOMEWHERE(why=why)
