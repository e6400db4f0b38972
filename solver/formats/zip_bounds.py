"""Zip archives that may claim anything: the table of contents, the files and NumPy arrays are read within limits."""

import io
import math
import struct
import zipfile
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

from solver.files import sized
from solver.messages import ExplainedError, Template, quoted

ALWAYS = 16 << 20
"""Bytes that an archive may unpack to, however small it is."""
MOST_PACKED = 25
"""Times its size that a larger one may unpack to: lists of puzzles pack to a quarter, ARC tasks to a fifteenth."""
LARGEST_DIRECTORY = 4 << 20
"""Bytes of a table of contents: some 60,000 files."""
LARGEST_HEADER = 4096
"""Letters of a NumPy array's description."""
_END = b"PK\x05\x06"
_END_SIZE = 22
_ZIP64 = b"PK\x06\x07"
_ZIP64_SIZE = 20
_RECORD64 = b"PK\x06\x06"
_RECORD64_SIZE = 56
_ENCRYPTED = 1

TOO_MANY = Template("zip.too_many", "The zip file lists more files than Ponder reads.")
NOT_ZIP = Template("zip.damaged", "The zip file is damaged.")
METHOD = Template("zip.method", "{name} in the zip file is packed in a way that Ponder does not read.")
ENCRYPTED = Template("zip.encrypted", "{name} in the zip file is protected by a password.")
TOO_LARGE = Template("zip.too_large", "{name} in the zip file unpacks to more than {limit}.")
DAMAGED = Template("zip.member_damaged", "{name} in the zip file is damaged.")
NOT_AN_ARRAY = Template("zip.not_an_array", "{name} in the zip file is not an array of plain numbers.")


class ZipError(ExplainedError):
    """An archive, or a file in it, that is damaged or larger than what is read."""


def open_zip(file: BinaryIO) -> zipfile.ZipFile:
    """An archive whose table of contents is no larger than `LARGEST_DIRECTORY`; raises `ZipError`, `OSError`."""
    _check_directory(file)
    file.seek(0)
    try:
        return zipfile.ZipFile(file)
    # Garbled tables fail in many ways; none of them runs code.
    except Exception as error:
        if isinstance(error, OSError) and not isinstance(error, io.UnsupportedOperation) and error.errno is not None:
            raise
        raise ZipError(NOT_ZIP()) from error


def most_unpacked(packed: int, largest: int) -> int:
    """Bytes that an archive of `packed` bytes may unpack to, at most `largest`; what is packed further is a trap."""
    return min(largest, max(ALWAYS, MOST_PACKED * packed))


def read_member(archive: zipfile.ZipFile, name: str | zipfile.ZipInfo, limit: int) -> bytes:
    """One file of at most `limit` bytes, stored or deflated; raises `ZipError`, also where there is none."""
    info = archive.NameToInfo.get(name) if isinstance(name, str) else name
    shown = quoted(name if isinstance(name, str) else name.filename)
    if info is None:
        raise ZipError(DAMAGED(name=shown))
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ZipError(METHOD(name=shown))
    if info.flag_bits & _ENCRYPTED:
        raise ZipError(ENCRYPTED(name=shown))
    if info.file_size > limit:
        raise ZipError(TOO_LARGE(name=shown, limit=sized(limit)))
    try:
        with archive.open(info) as member:
            # The table of contents may lie: what unpacks to more than it says is cut off.
            content = member.read(limit + 1)
    except Exception as error:
        raise ZipError(DAMAGED(name=shown)) from error
    if len(content) > limit:
        raise ZipError(TOO_LARGE(name=shown, limit=sized(limit)))
    return content


def read_array(archive: zipfile.ZipFile, name: str, limit: int) -> npt.NDArray[np.generic]:
    """The array of numbers in `name`.npy, of at most `limit` bytes; raises `ZipError`.

    Unlike `numpy.load`, it makes nothing of the size that is declared until that many bytes were there.
    """
    content = read_member(archive, f"{name}.npy", limit)
    try:
        stream = io.BytesIO(content)
        version = np.lib.format.read_magic(stream)
        read_header = {
            (1, 0): np.lib.format.read_array_header_1_0,
            (2, 0): np.lib.format.read_array_header_2_0,
        }[version]
        shape, by_columns, dtype = read_header(stream, max_header_size=LARGEST_HEADER)
        numbers = memoryview(content)[stream.tell() :]
        if dtype.kind not in "biuf" or math.prod(shape) * dtype.itemsize != len(numbers):
            raise ValueError
        array = np.frombuffer(numbers, dtype=dtype)
        return array.reshape(shape, order="F" if by_columns else "C")
    # The description is a Python literal, whose parser fails in its own ways.
    except Exception as error:
        raise ZipError(NOT_AN_ARRAY(name=quoted(name))) from error


def has_array(archive: zipfile.ZipFile, name: str) -> bool:
    """Whether there is an array of that name."""
    return f"{name}.npy" in archive.NameToInfo


def _check_directory(file: BinaryIO) -> None:
    """Refuse a table of contents for which `zipfile` would need gigabytes."""
    size = file.seek(0, io.SEEK_END)
    tail_size = min(size, _END_SIZE + _ZIP64_SIZE + _RECORD64_SIZE + (1 << 16))
    file.seek(size - tail_size)
    tail = file.read(tail_size)
    place = len(tail) - _END_SIZE
    if place < 0 or not (tail[place:].startswith(_END) and tail[-2:] == b"\0\0"):
        place = tail.rfind(_END)
    if place < 0 or len(tail) < place + _END_SIZE:
        raise ZipError(NOT_ZIP())
    (directory,) = struct.unpack_from("<L", tail, place + 12)
    if tail[max(place - _ZIP64_SIZE, 0) : place].startswith(_ZIP64):
        # Archives that may grow beyond 4 GiB say the size again, in a record before this one.
        record = place - _ZIP64_SIZE - _RECORD64_SIZE
        if record < 0 or not tail[record:].startswith(_RECORD64):
            raise ZipError(NOT_ZIP())
        (directory,) = struct.unpack_from("<Q", tail, record + 40)
    if directory > LARGEST_DIRECTORY:
        raise ZipError(TOO_MANY())
