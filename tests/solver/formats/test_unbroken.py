"""One endless row of anything is refused, and no pattern tries again and again how it could be parted."""

import pytest

from solver.formats.content import Content
from solver.formats.registry import read
from solver.puzzles.base import PuzzleError


@pytest.mark.parametrize(
    "part", [" ", "\t", "\r", "<!---->", "<!--", "<?a?>", "<!-- -->\n", "<a>", "[", '"', "\\", "&lt;", "*"]
)
def test_an_endless_row_is_refused(part):
    try:
        found = read(Content(part.encode() * (200_000 // len(part))))
    except PuzzleError:
        return
    assert all(each.puzzle is None for each in found)
