"""Why the operating system refused to read or write a file, as a message."""

import errno

from solver.messages import Message, Template

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


def why_refused(error: OSError) -> Message | str:
    """The reason alone, for the place of a message."""
    known = _REASONS.get(error.errno or 0)
    return known() if known is not None else error.strerror or str(error)


def refusal(error: OSError) -> Message:
    """A sentence with the file's name where the error has it."""
    why = why_refused(error)
    return AT(file=str(error.filename), why=why) if error.filename else SOMEWHERE(why=why)
