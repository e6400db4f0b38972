"""Checkpoints brought in: both forms, and everything that a person may choose by mistake."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from solver.cancelling import Cancelled
from solver.model.bundled import bundled_checkpoints
from solver.model.checkpoint import load_checkpoint, save_checkpoint
from solver.model.errors import CheckpointError
from solver.model.importing import import_checkpoint
from solver.model.published import load_published
from tests.solver.model.networks import CONVOLUTION, random_network
from tests.solver.model.published_cases import ARCHS, kind_of, write_case


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    save_checkpoint(random_network(CONVOLUTION), folder, "# Mine\n")
    return folder


@pytest.fixture
def published(tmp_path: Path) -> Path:
    return write_case(tmp_path, "maze_att") / "step_100"


@pytest.mark.parametrize("inside", [".", "model.safetensors", "config.json"])
def test_a_folder_is_copied_with_its_fingerprint_and_card(own, home, inside):
    told = []
    found = import_checkpoint(own / inside, home, progress=told.append)
    copy = load_checkpoint(found.folder)
    assert (copy.label, copy.card) == (load_checkpoint(own).label, "# Mine\n")
    assert (found.kind, found.parameters) == ("maze", copy.network.parameter_count)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)


@pytest.mark.parametrize("case", ARCHS)
def test_a_published_one_tells_its_kind_by_its_vocabulary(tmp_path, home, case):
    folder = write_case(tmp_path, case)
    found = import_checkpoint(folder / "step_100", home)
    kind = kind_of(case)
    assert found.kind == kind
    expected = load_published(folder / "step_100", folder / "all_config.yaml", kind)
    copy = load_checkpoint(found.folder)
    assert copy.config == expected.config
    state = copy.network.state_dict()
    assert all(state[name].equal(tensor) for name, tensor in expected.state_dict().items())
    assert copy.name == f"{case} step_100"
    assert "not known to Ponder" in copy.card


def test_a_name_that_is_taken_gets_a_number(own, home):
    names = [import_checkpoint(own, home).folder.name for _ in range(3)]
    assert names == ["mine", "mine 2", "mine 3"]


def wrong_kind(folder: Path, change: dict[str, object]) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | change))


BROKEN = {
    "no config": (lambda own: (own / "config.json").unlink(), r"mine is not a checkpoint"),
    "no weights": (lambda own: (own / "model.safetensors").unlink(), r"model\.safetensors"),
    "cut weights": (lambda own: cut(own / "model.safetensors"), r"damaged"),
    "unknown kind": (lambda own: wrong_kind(own, {"kind": "chess"}), r"chess"),
    "another kind": (lambda own: wrong_kind(own, {"kind": "arc"}), r"6 tokens, but ARC tasks need 12"),
    "another size": (lambda own: wrong_kind(own, {"hidden_size": 32}), r"shape"),
    "no JSON": (lambda own: (own / "config.json").write_text("{"), r"not valid JSON"),
    "a vast card": (lambda own: (own / "card.md").write_bytes(b"x" * (2 << 20)), r"card"),
}


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-100])


def refused(source: Path, home: Path) -> str:
    with pytest.raises(CheckpointError) as raised:
        import_checkpoint(source, home)
    assert list(home.iterdir()) == []
    sentence = str(raised.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_folder_is_refused_in_one_sentence(own, home, name):
    import re

    breaks, says = BROKEN[name]
    breaks(own)
    assert re.search(says, refused(own, home))


def test_a_broken_published_one_is_refused_in_one_sentence(published, home):
    whole = published.read_bytes()
    published.write_bytes(whole[:-1000])
    assert "damaged" in refused(published, home)
    published.write_bytes(b"print('hello')")
    assert "damaged" in refused(published, home)
    published.write_bytes(whole)
    (published.parent / "all_config.yaml").unlink()
    assert "all_config.yaml" in refused(published, home)
    assert "cannot be read" in refused(published.with_name("none"), home)


def test_what_is_no_puzzles_vocabulary_is_refused(tmp_path, home):
    save_checkpoint(random_network(replace(CONVOLUTION, vocab_size=7)), tmp_path / "seven", "")
    assert "7 tokens, but mazes need 6" in refused(tmp_path / "seven", home)


@pytest.mark.parametrize("after", [0, 1, 2])
def test_nothing_is_left_of_a_cancelled_import(own, published, home, after):
    for source in (own, published):
        asked = iter([*[False] * after, *[True] * 100])
        with pytest.raises(Cancelled):
            import_checkpoint(source, home, cancelled=lambda asked=asked: next(asked))
        assert list(home.iterdir()) == []


def test_bundled_checkpoints_can_be_imported_too(home):
    for kind, folder in bundled_checkpoints().items():
        assert import_checkpoint(folder, home).kind == kind
