import dataclasses

import pytest
import torch

from solver.model.checkpoint import load_checkpoint, save_checkpoint
from solver.model.registry import build_model
from solver.training import promotion
from solver.training.config import ValidationConfig
from solver.training.promotion import promote
from solver.training.run_folder import RunFolder
from solver.training.validation import Accuracy

SETS = ValidationConfig(puzzles=2, sizes=(7,))


@pytest.fixture
def run(maze_config, tmp_path):
    folder = RunFolder(tmp_path / "run")
    folder.write_config(maze_config)
    save_checkpoint(build_model(maze_config.network), folder.checkpoint, "")
    folder.append({"step": 12, "loss": 1.0, "seconds": 7200})
    return folder


@pytest.fixture
def bundled(maze_config, tmp_path):
    small = dataclasses.replace(maze_config.network, hidden_size=8)
    save_checkpoint(build_model(small), tmp_path / "bundled" / "maze-small", "the old card")
    return tmp_path / "bundled"


def accuracies(monkeypatch, verified):
    """Let a network of hidden size 12 (the run's) and one of 8 (the bundled) be this good."""

    def measured(network, puzzles, **_):
        assert len(puzzles.inputs) == 2
        return Accuracy(verified[network.config.hidden_size], 0.25, 1.0)

    monkeypatch.setattr(promotion, "measure", measured)


def test_a_better_run_replaces_the_bundled_checkpoint(run, bundled, monkeypatch, tmp_path):
    accuracies(monkeypatch, {12: 0.75, 8: 0.5})
    said = promote(run, cache=tmp_path, bundled=bundled, sets=SETS)
    assert said.startswith("maze-small now holds the run's checkpoint.")
    (now,) = bundled.iterdir()
    checkpoint = load_checkpoint(now)
    assert torch.equal(checkpoint.network.H_init, load_checkpoint(run.checkpoint).network.H_init)
    assert "| perfect 7×7 | 75.0 % | 25.0 % | 100.0 % |" in checkpoint.card
    assert "2.0 hours" in checkpoint.card
    assert 'style = "perfect"' in checkpoint.card


@pytest.mark.parametrize("before", [0.75, 0.9])
def test_a_run_that_is_not_better_changes_nothing(run, bundled, monkeypatch, tmp_path, before):
    accuracies(monkeypatch, {12: 0.75, 8: before})
    said = promote(run, cache=tmp_path, bundled=bundled, sets=SETS)
    assert said.startswith("Not better than maze-small.")
    (now,) = bundled.iterdir()
    assert load_checkpoint(now).card == "the old card"


def test_the_first_checkpoint_of_a_kind_is_measured_and_takes_its_name(run, tmp_path):
    home = tmp_path / "empty"
    home.mkdir()
    promote(run, cache=tmp_path, bundled=home, sets=SETS)
    assert "| rooms 7×7 |" in load_checkpoint(home / "maze").card
