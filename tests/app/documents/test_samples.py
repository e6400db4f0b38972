"""Every sample can be opened, and no two have the same title."""

from app.documents.opening import read_file
from app.documents.samples import FIRST, OF_EACH_KIND, SUPPLY, sample_entry, sample_title, samples, starting_entries
from solver.model.bundled import bundled_checkpoints
from solver.model.checkpoint import load_checkpoint
from solver.reasoning.budget import default_budget
from solver.reasoning.refine import Reasoning


def test_each_sample_opens_and_has_its_own_title() -> None:
    found = samples()
    assert SUPPLY not in {path.name for path in found}
    titles = [sample_title(path) for path in found]
    assert len(set(titles)) == len(titles) >= 12
    for path in found:
        opened = read_file(path)
        assert opened.entries
        assert not opened.problems


def test_the_samples_of_a_start_are_read_as_if_they_were_opened() -> None:
    for path in samples():
        if path.name in OF_EACH_KIND:
            [opened] = read_file(path).entries
            assert sample_entry(path.name).content == opened.content


def test_the_first_sample_gives_something_to_watch():
    checkpoint = load_checkpoint(bundled_checkpoints()["sudoku"], "cpu")
    puzzle = sample_entry(FIRST).content
    found = list(Reasoning(checkpoint, puzzle, default_budget(puzzle)).refinements())
    assert found[-1].accepted
    assert 5 <= len(found) <= 9


def test_each_start_lists_every_kind():
    assert [entry.content.kind for entry in starting_entries()] == ["sudoku", "maze", "arc"]
