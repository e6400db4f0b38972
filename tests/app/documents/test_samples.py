"""Every sample can be opened, and no two have the same title."""

from app.documents.opening import read_file
from app.documents.samples import SUPPLY, sample_title, samples


def test_each_sample_opens_and_has_its_own_title() -> None:
    found = samples()
    assert SUPPLY not in {path.name for path in found}
    titles = [sample_title(path) for path in found]
    assert len(set(titles)) == len(titles) >= 12
    for path in found:
        opened = read_file(path)
        assert opened.entries
        assert not opened.problems
