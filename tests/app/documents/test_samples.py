"""Every sample can be opened, and no two have the same title."""

from app.documents.opening import read_file
from app.documents.samples import FIRST, OF_EACH_KIND, SUPPLY, sample_entry, sample_title, samples, starting_entries
from solver.model.bundled import bundled_checkpoints, bundled_pair
from solver.model.checkpoint import load_checkpoint
from solver.reasoning.budget import default_budget
from solver.reasoning.refine import Reasoning
from solver.reasoning.relay import Pair, Relay


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


def test_the_names_of_the_sudokus_are_true_of_the_shipped_networks():
    swift, deep = (load_checkpoint(folder, "cpu") for folder in bundled_pair("sudoku"))
    took = []
    for name in ("easy", "medium", "hard", "tricky", "expert", "hardest"):
        path = next(path for path in samples() if path.stem == f"sudoku_{name}")
        puzzle = read_file(path).entries[0].content
        found = list(Relay(Pair(swift, lambda: deep), puzzle, default_budget(puzzle)).refinements())
        assert found[-1].accepted
        took.append(len(found))
    assert took == sorted(set(took)), took


def test_each_start_lists_every_kind():
    assert [entry.content.kind for entry in starting_entries()] == ["sudoku", "maze", "arc"]
