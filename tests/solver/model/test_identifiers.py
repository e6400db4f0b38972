"""The published dataset's list of puzzle identifiers, and the rows of the table that are kept by it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from solver.model.errors import CheckpointError
from solver.model.identifiers import (
    Augmentation,
    augmentations,
    known_tasks,
    read_identifiers,
    rows_of,
    write_identifiers,
)
from solver.model.published import PREFIXES, KeptRows, load_published
from tests.solver.model.published_arc import TASKS, names, write_published


def test_a_list_comes_back_as_it_was(tmp_path):
    write_identifiers(names(), tmp_path / "identifiers.json")
    assert read_identifiers(tmp_path / "identifiers.json") == names()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{}", "not a list of names"),
        ('["<blank>", 3]', "not a list of names"),
        ('["007bbfb7"]', "does not start with <blank>"),
        ("[]", "does not start"),
        ('["<blank>",\n', "line 2"),
        ("\xff", "not text"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_list_of_identifiers_is_refused(tmp_path, text, why):
    (tmp_path / "identifiers.json").write_text(text, "latin-1")
    with pytest.raises(CheckpointError, match=why):
        read_identifiers(tmp_path / "identifiers.json")


def test_a_missing_list_is_named(tmp_path):
    with pytest.raises(CheckpointError, match=r"none\.json cannot be read: No such file"):
        read_identifiers(tmp_path / "none.json")


def test_rows_are_those_of_the_tasks_and_the_blank_one():
    assert known_tasks(names()) == list(TASKS)
    assert rows_of(names(), ["aa18de87", "007bbfb7"], "f") == [0, *range(1, 9), *range(17, 25)]
    # An id that only begins like another is another task.
    assert rows_of(["<blank>", "ab", "abc", "ab|||t1|||0123456789"], ["ab"], "f") == [0, 1, 3]
    with pytest.raises(CheckpointError, match=r"f has no task zz\. It has, among others: 007bbfb7, "):
        rows_of(names(), ["007bbfb7", "zz"], "f")


def test_augmentations_begin_with_the_task_as_it_is():
    found = augmentations(["<blank>", "a|||t6|||0912345678", "b", "a"], "a", "f")
    assert found == [Augmentation(3), Augmentation(1, 6, (0, 9, 1, 2, 3, 4, 5, 6, 7, 8))]
    assert augmentations(names(), "zz", "f") == []


@pytest.mark.parametrize("name", ["a|||t8|||0123456789", "a|||t1|||0123456788", "a|||t1", "a|||t1|||012345678", "a|||"])
def test_a_name_of_no_augmentation_is_refused(name):
    with pytest.raises(CheckpointError, match=r"Entry 1 of f is a\|\|\|.*not an augmentation"):
        augmentations(["<blank>", name], "a", "f")


def test_only_the_kept_rows_of_the_table_are_loaded(tmp_path):
    state = write_published(tmp_path)
    kept = KeptRows((0, 2, 20), len(names()))
    network = load_published(state, tmp_path / "all_config.yaml", "arc", kept)
    assert network.config.num_puzzle_identifiers == 3
    assert network.puzzle_emb.weights[:, 0].tolist() == [0, 2, 20]


def test_a_list_of_another_dataset_is_refused(tmp_path):
    state = write_published(tmp_path, identifiers=7)
    with pytest.raises(CheckpointError, match="7 puzzle embeddings, but there are 25 identifiers"):
        load_published(state, tmp_path / "all_config.yaml", "arc", KeptRows((0,), 25))


MEASURE = """
import sys
from pathlib import Path
from solver.model.published import KeptRows, load_published

def peak():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))

folder, rows, kept = Path(sys.argv[1]), int(sys.argv[2]), range(1000, 2001)
# The first load brings in what later ones need too.
load_published(folder / "small", folder / "all_config.yaml", "arc")
Path("/proc/self/clear_refs").write_text("5")
before = peak()
network = load_published(folder / "step_7", folder / "all_config.yaml", "arc", KeptRows(tuple(kept), rows))
assert network.puzzle_emb.weights[-1, 0] == 2000
print(peak() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux how much memory was used")
def test_a_large_table_is_not_read_whole(tmp_path: Path):
    write_published(tmp_path).rename(tmp_path / "small")
    rows = 400_000
    state = torch.load(tmp_path / "small", weights_only=True)
    state[PREFIXES[0] + "puzzle_emb.weights"] = torch.arange(rows, dtype=torch.float32)[:, None].repeat(1, 64)
    torch.save(state, tmp_path / "step_7")
    table = (tmp_path / "step_7").stat().st_size
    assert table > 100e6
    command = [sys.executable, "-c", MEASURE, str(tmp_path), str(rows)]
    kilobytes = int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert kilobytes * 1024 < table / 5, json.dumps({"used": kilobytes * 1024, "table": table})
