"""Which two checkpoints are compared: the chosen one first, then the bundled, then the imported ones."""

import shutil

import pytest

from app.comparing import pair
from app.comparing.pair import Pair, find_pair
from solver.model.bundled import bundled_networks
from solver.model.checkpoint import save_checkpoint
from tests.solver.model.networks import ATTENTION, CONVOLUTION, HRM, random_network


@pytest.fixture
def home(tmp_path):
    for name, config in (("an hrm", HRM), ("a trm", ATTENTION), ("of mazes", CONVOLUTION)):
        save_checkpoint(random_network(config), tmp_path / "home" / name, "")
    return tmp_path / "home"


@pytest.fixture
def bundled(tmp_path, monkeypatch):
    """A folder in place of the bundled checkpoints."""
    folder = tmp_path / "bundled"
    shutil.copytree(bundled_networks()["sudoku"][0], folder / "sudoku")
    monkeypatch.setattr(pair, "bundled_networks", lambda: bundled_networks(folder))
    return folder


def test_an_imported_hrm_goes_with_the_bundled_trm(home, bundled):
    assert find_pair("sudoku", None, home) == Pair(bundled / "sudoku", home / "an hrm")


def test_the_chosen_checkpoint_counts_first(home, bundled):
    assert find_pair("sudoku", home / "a trm", home) == Pair(home / "a trm", home / "an hrm")
    save_checkpoint(random_network(HRM), home / "another", "")
    assert find_pair("sudoku", home / "another", home) == Pair(bundled / "sudoku", home / "another")


def test_twins_go_with_each_other(home, bundled):
    save_checkpoint(random_network(HRM), bundled / "sudoku-hrm", "")
    assert find_pair("sudoku", None, home) == Pair(bundled / "sudoku", bundled / "sudoku-hrm")
    save_checkpoint(random_network(ATTENTION), bundled / "sudoku-trm", "")
    assert find_pair("sudoku", None, home) == Pair(bundled / "sudoku-trm", bundled / "sudoku-hrm")


def test_without_an_hrm_there_is_none(home, bundled):
    shutil.rmtree(home / "an hrm")
    assert find_pair("sudoku", None, home) is None
    assert find_pair("maze", None, home) is None
    (home / "a trm" / "config.json").write_text("{")
    assert find_pair("sudoku", home / "gone", home) is None
