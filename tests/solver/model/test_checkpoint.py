"""Checkpoints come back as they were written, and anything else is refused in one sentence."""

import itertools
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import safetensors.torch
import torch

from solver.files import restore_folder
from solver.model import checkpoint as checkpoint_module
from solver.model.bundled import bundled_checkpoints
from solver.model.checkpoint import load_checkpoint, save_checkpoint
from solver.model.errors import CheckpointError
from tests.solver.model.networks import ATTENTION, random_network


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_checkpoint(random_network(ATTENTION), tmp_path / "small", "# A card\n")
    return tmp_path / "small"


def test_round_trip(folder: Path) -> None:
    checkpoint = load_checkpoint(folder)
    assert checkpoint.config == ATTENTION
    assert checkpoint.card == "# A card\n"
    assert checkpoint.label == f"small ({checkpoint.fingerprint})"
    for name, tensor in random_network(ATTENTION).state_dict().items():
        assert torch.equal(checkpoint.network.state_dict()[name], tensor), name


@pytest.mark.parametrize("kind", bundled_checkpoints())
def test_bundled_checkpoints_load(kind: str) -> None:
    checkpoint = load_checkpoint(bundled_checkpoints()[kind])
    assert checkpoint.config.kind == kind
    assert checkpoint.network.parameter_count < 7_000_000, "smaller than the published network"
    assert "|" in checkpoint.card, "a card tells what was measured, as a table"


def change_config(folder: Path, **change: object) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | change))


def weights(folder: Path, **change: torch.Tensor | None) -> None:
    file = folder / "model.safetensors"
    tensors = safetensors.torch.load_file(file) | change
    safetensors.torch.save_file({k: v for k, v in tensors.items() if v is not None}, file)


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (lambda f: (f / "model.safetensors").unlink(), "cannot be read"),
        (lambda f: (f / "model.safetensors").write_bytes(b"PK nonsense"), "damaged, or not a safetensors"),
        (lambda f: (f / "model.safetensors").write_bytes((f / "model.safetensors").read_bytes()[:-100]), "damaged"),
        (lambda f: (f / "model.safetensors").write_bytes(b"\xff" * 8 + b"{}"), "damaged"),
        (lambda f: (f / "config.json").unlink(), "cannot be read"),
        (lambda f: (f / "config.json").write_text("{"), "config.json is not valid JSON: .* in line 1"),
        (lambda f: (f / "config.json").write_text("[]"), "JSON object"),
        (lambda f: (f / "config.json").write_bytes(b"\xff\xfe"), "not text"),
        (lambda f: (f / "config.json").write_text(" " * (2 << 20)), "larger than 1 MiB"),
        (lambda f: change_config(f, hidden_size=32), "has the shape"),
        (lambda f: change_config(f, layers=3), "lacks the tensor"),
        (lambda f: change_config(f, layers=1), "does not use"),
        (lambda f: change_config(f, hidden_size=1 << 40), "hidden_size must be a whole number"),
        (lambda f: weights(f, **{"lm_head.weight": torch.full((11, 16), torch.nan)}), "finite"),
        (lambda f: weights(f, **{"lm_head.weight": torch.ones(11, 16, dtype=torch.long)}), "finite"),
        (lambda f: weights(f, **{"lm_head.weight": None}), "lacks the tensor lm_head.weight"),
    ],
)
def test_what_cannot_be_used_is_refused(folder: Path, damage, why: str) -> None:
    damage(folder)
    with pytest.raises(CheckpointError, match=why):
        load_checkpoint(folder)


def test_an_oversized_file_is_refused_unread(folder: Path) -> None:
    with (folder / "model.safetensors").open("r+b") as f:
        f.truncate(5 << 30)  # sparse: takes no room on the disk
    with pytest.raises(CheckpointError, match="larger than any network"):
        load_checkpoint(folder)


class Killed(BaseException):
    """Nothing is done any more, not even what comes in `finally`."""


def killed_before_call(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Whatever changes files works until that call, and then no more."""
    calls = itertools.count()

    def dying(call: Callable[..., Any]) -> Callable[..., Any]:
        def called(*arguments: Any, **options: Any) -> Any:
            if next(calls) >= number:
                raise Killed
            return call(*arguments, **options)

        return called

    for name in ("write_bytes", "write_text"):
        monkeypatch.setattr(f"solver.model.checkpoint.{name}", dying(getattr(checkpoint_module, name)))
    for owner, name in ((shutil, "rmtree"), (shutil, "copytree"), (Path, "rename")):
        monkeypatch.setattr(owner, name, dying(getattr(owner, name)))


def test_a_kill_at_any_moment_of_a_save_leaves_the_old_checkpoint_or_the_new_one(tmp_path: Path) -> None:
    networks = {"# Old\n": random_network(ATTENTION), "# New\n": random_network(ATTENTION)}
    with torch.no_grad():
        for parameter in networks["# New\n"].parameters():
            parameter += 1
    cards = []
    for number in itertools.count():
        folder = tmp_path / str(number) / "checkpoint"
        save_checkpoint(networks["# Old\n"], folder, "# Old\n")
        with pytest.MonkeyPatch.context() as monkeypatch:
            killed_before_call(monkeypatch, number)
            try:
                save_checkpoint(networks["# New\n"], folder, "# New\n")
                killed = False
            except Killed:
                killed = True
        restore_folder(folder)
        found = load_checkpoint(folder)
        cards.append(found.card)
        for name, tensor in networks[found.card].state_dict().items():
            assert torch.equal(found.network.state_dict()[name], tensor), (number, name)
        # The next save finds nothing in its way, and leaves nothing else.
        save_checkpoint(networks["# New\n"], folder, "# New\n")
        assert load_checkpoint(folder).card == "# New\n"
        assert list(folder.parent.iterdir()) == [folder]
        if not killed:
            break
    assert cards == sorted(cards, reverse=True), "first the old one, from some moment on the new one"
    assert set(cards) == set(networks)
