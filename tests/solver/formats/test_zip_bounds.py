import io
import struct
import tracemalloc
import zipfile

import numpy as np
import pytest

from solver.formats.zip_bounds import ZipError, open_zip, read_array, read_member


def packed(method=zipfile.ZIP_DEFLATED, **members: bytes) -> io.BytesIO:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer


def array_file(array: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()


def test_files_and_arrays_are_read():
    array = np.arange(24, dtype=np.uint8).reshape(2, 3, 4)
    with open_zip(packed(a=b"content", **{"x.npy": array_file(array), "f.npy": array_file(array.T)})) as archive:
        assert read_member(archive, "a", 7) == b"content"
        assert np.array_equal(read_array(archive, "x", 1000), array)
        assert np.array_equal(read_array(archive, "f", 1000), array.T)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(method):
    with open_zip(packed(method, a=b"content")) as archive, pytest.raises(ZipError, match="packed in a way"):
        read_member(archive, "a", 1000)


def test_what_unpacks_to_more_than_the_limit_is_refused():
    bomb = packed(a=bytes(1 << 20))
    with open_zip(bomb) as archive:
        with pytest.raises(ZipError, match="more than 1 KiB"):
            read_member(archive, "a", 1024)
        archive.getinfo("a").file_size = 10
        tracemalloc.start()
        with pytest.raises(ZipError):
            read_member(archive, "a", 1024)
        assert tracemalloc.get_traced_memory()[1] < 1 << 18
        tracemalloc.stop()
        with pytest.raises(ZipError, match="damaged"):
            read_member(archive, "b", 1024)


def test_an_array_that_claims_to_be_huge_takes_no_memory():
    header = b"\x93NUMPY\x01\x00" + struct.pack("<H", 118)
    said = b"{'descr': '|u1', 'fortran_order': False, 'shape': (9999999, 30, 30), }"
    with open_zip(packed(**{"inputs.npy": header + said.ljust(117) + b"\n"})) as archive:
        tracemalloc.start()
        with pytest.raises(ZipError, match="not an array"):
            read_array(archive, "inputs", 1 << 30)
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
        tracemalloc.stop()


@pytest.mark.parametrize("array", [np.array([object()]), np.array(["text"]), np.zeros(2, dtype="i4,f4")])
def test_only_numbers_are_read(array):
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=True)
    with open_zip(packed(**{"a.npy": buffer.getvalue()})) as archive, pytest.raises(ZipError, match="not an array"):
        read_array(archive, "a", 10_000)


def test_a_huge_table_of_contents_is_not_read():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(70_000):
            archive.writestr(str(number).zfill(20), b"")
    with pytest.raises(ZipError, match="more files than"):
        open_zip(buffer)


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"PK\x03\x04" + bytes(100), b"PK\x05\x06" + b"\xff" * 18, bytes(70_000)]
)
def test_what_is_no_zip_file_is_refused(content):
    with pytest.raises(ZipError):
        open_zip(io.BytesIO(content))


def test_an_encrypted_file_is_refused():
    content = bytearray(packed(a=b"content").getvalue())
    content[6] |= 1
    content[content.find(b"PK\x01\x02") + 8] |= 1
    with open_zip(io.BytesIO(content)) as archive, pytest.raises(ZipError, match="password"):
        read_member(archive, "a", 100)
