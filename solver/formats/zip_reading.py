"""What zip archives have in common, whether they hold files or NumPy's arrays."""

import lzma
import zipfile
import zlib
from io import BytesIO

from solver.formats.content import Content

UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    KeyError,
    MemoryError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    UnicodeError,
)
"""All that zipfile, its decompressors and NumPy raise of damaged bytes in memory, besides `ValueError`."""


def entries_of_zip(content: Content) -> list[str]:
    """The names in an archive's table of contents; none if that is damaged."""
    try:
        with zipfile.ZipFile(BytesIO(content.data)) as archive:
            return archive.namelist()
    except (*UNREADABLE, ValueError):
        return []
