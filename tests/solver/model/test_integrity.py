"""What ships with Ponder is checked by its sum."""

import random
import shutil
from pathlib import Path

import pytest

from solver.model import integrity
from solver.model.bundled import WEIGHTS_FILE, bundled_checkpoints
from solver.model.checkpoint import load_checkpoint
from solver.model.errors import CheckpointError
from solver.model.integrity import AlteredError, bundled_files, check_all, known_sums, sum_of
from solver.puzzles.arc.task import read_task
from solver.reasoning.adapted_cache import AdaptedCache, file_name


@pytest.fixture
def assets(tmp_path, monkeypatch):
    """A copy of what ships, to be damaged."""
    home = tmp_path / "assets"
    for folder in ("checkpoints", "adapted", "digits"):
        shutil.copytree(integrity.assets_folder() / folder, home / folder)
    shutil.copy(integrity.assets_folder() / integrity.SUMS_FILE, home)
    monkeypatch.setattr(integrity, "assets_folder", lambda: home)
    known_sums.cache_clear()
    yield home
    known_sums.cache_clear()


def test_the_sums_cover_every_file_and_are_up_to_date():
    names = {file.relative_to(integrity.assets_folder()).as_posix(): sum_of(file) for file in bundled_files()}
    assert known_sums() == names, "run `make sums`"
    assert check_all() == len(names)


def test_a_flipped_bit_is_noticed_wherever_it_is(assets):
    chance = random.Random(0)
    for name in list(known_sums()) * 4:
        file = assets / name
        good = file.read_bytes()
        bad = bytearray(good)
        bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
        file.write_bytes(bad)
        with pytest.raises(AlteredError, match="not the file that ships with Ponder"):
            check_all()
        file.write_bytes(good)
    check_all()


def test_a_first_load_says_it(assets):
    folder = assets / "checkpoints" / "sudoku"
    weights = folder / WEIGHTS_FILE
    content = bytearray(weights.read_bytes())
    content[-5] ^= 4
    weights.write_bytes(content)
    with pytest.raises(CheckpointError, match="not the file that ships with Ponder"):
        load_checkpoint(folder)
    load_checkpoint(bundled_checkpoints()["maze"])


def test_a_network_fitted_beforehand_is_used_only_as_it_was_made(assets, tmp_path):
    base = load_checkpoint(bundled_checkpoints()["arc"]).fingerprint
    task = read_task((Path(__file__).parents[3] / "assets" / "samples" / "arc_plus.json").read_bytes())
    cache = AdaptedCache(tmp_path / "own", bundled=assets / "adapted")
    file = assets / "adapted" / file_name(task, base)
    assert cache.load(task, base) is not None
    content = bytearray(file.read_bytes())
    content[-5] ^= 4
    file.write_bytes(content)
    assert cache.load(task, base) is None, "the task is fitted again"


def test_a_file_that_is_gone_is_noticed(assets):
    (assets / "checkpoints" / "maze" / "card.md").unlink()
    with pytest.raises(AlteredError, match="not there"):
        check_all()
