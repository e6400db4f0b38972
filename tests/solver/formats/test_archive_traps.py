import gzip
import io
import zipfile

import pytest

from solver.formats.content import Content
from solver.formats.registry import read
from solver.puzzles.base import PuzzleError

PUZZLE = b"530070000600195000098000060800060003400803001700020006060000280000419005000080079\n"


def packed(content):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("list.txt", content)
    return written.getvalue()


@pytest.mark.parametrize("pack", [packed, gzip.compress])
def test_a_small_archive_of_very_much_is_refused_before_it_is_read(pack):
    with pytest.raises(PuzzleError, match="16 MiB"):
        read(Content(pack(b"#\n" * (20 << 20))))


@pytest.mark.parametrize("pack", [packed, gzip.compress])
def test_an_archive_that_is_packed_as_lists_are_is_read(pack):
    found = read(Content(pack(PUZZLE * 200)))
    assert found
    assert all(each.puzzle is not None for each in found)
