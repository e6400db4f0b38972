"""Reading and writing checkpoints: a folder of `model.safetensors`, `config.json` and `card.md`; data, never code."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import safetensors
import safetensors.torch
import torch
from torch import Tensor

from solver.model.build import build_model
from solver.model.bundled import CARD_FILE, CONFIG_FILE, WEIGHTS_FILE
from solver.model.config import NetworkConfig
from solver.model.recursive import RecursiveModel

LARGEST_CONFIG = 1 << 20
LARGEST_KEPT = 31 << 20
LARGEST_WEIGHTS = 4 << 30
"""Bytes; more than any network that Ponder could run."""


class CheckpointError(ValueError):
    """A checkpoint that cannot be used; the message is one sentence that says why."""


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """A network ready to run, with what is known of it."""

    name: str
    network: RecursiveModel
    card: str
    """The model card, Markdown."""
    fingerprint: str
    """First 12 hex digits of the SHA-256 of the weights file."""

    @property
    def config(self) -> NetworkConfig:
        """The network's configuration."""
        return self.network.config

    @property
    def label(self) -> str:
        """Name and fingerprint, as a trace records them."""
        return f"{self.name} ({self.fingerprint})"

    @property
    def device(self) -> torch.device:
        """Where its weights are."""
        return self.network.H_init.device


def load_checkpoint(folder: Path, device: str = "cpu") -> Checkpoint:
    """Read a checkpoint folder and put its network, in float32, on `device`; raises `CheckpointError`."""
    keep_freed_memory()
    config = read_config(folder / CONFIG_FILE)
    weights_file = folder / WEIGHTS_FILE
    tensors = read_weights(weights_file)
    card = folder / CARD_FILE
    return Checkpoint(
        name=folder.name,
        network=build_network(config, tensors, weights_file.name).to(device).eval().requires_grad_(False),
        card=card.read_text("utf-8", "replace") if card.is_file() else "",
        fingerprint=hashlib.sha256(weights_file.read_bytes()).hexdigest()[:12],
    )


def keep_freed_memory() -> None:
    """Make glibc keep what is freed for what comes next: a tenth of a Sudoku's time went into getting it back.

    It gives memory back to the system from a size on that follows the largest block ever freed, up to 32 MiB; other
    C libraries don't mind.
    """
    torch.empty(LARGEST_KEPT, dtype=torch.uint8)


def save_checkpoint(network: RecursiveModel, folder: Path, card: str) -> None:
    """Write a network as a checkpoint folder; weights in float32."""
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {k: v.detach().float().cpu().contiguous() for k, v in network.state_dict().items()}
    safetensors.torch.save_file(tensors, folder / WEIGHTS_FILE, metadata={"format": "pt"})
    (folder / CONFIG_FILE).write_text(json.dumps(network.config.to_json(), indent=2) + "\n", "utf-8")
    (folder / CARD_FILE).write_text(card, "utf-8")


def read_config(file: Path) -> NetworkConfig:
    """Read and check `config.json`; raises `CheckpointError`."""
    try:
        if file.stat().st_size > LARGEST_CONFIG:
            raise CheckpointError(f"{file.name} is too large to be a network's configuration.")
        data = json.loads(file.read_text("utf-8"))
        if not isinstance(data, dict):
            raise CheckpointError(f"{file.name} does not hold a JSON object.")
        return NetworkConfig.from_json(data)
    except OSError as error:
        raise CheckpointError(f"{file} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise CheckpointError(f"{file.name} is not text.") from None
    except json.JSONDecodeError as error:
        raise CheckpointError(f"{file.name}, line {error.lineno}: {error.msg}.") from None
    except ValueError as error:
        raise CheckpointError(f"{file.name}: {error}") from None


def read_weights(file: Path) -> dict[str, Tensor]:
    """Read a safetensors file; raises `CheckpointError` for one that is missing, damaged, foreign or too large."""
    try:
        if file.stat().st_size > LARGEST_WEIGHTS:
            raise CheckpointError(f"{file.name} is larger than any network Ponder can run.")
        return safetensors.torch.load_file(file)
    except OSError as error:
        raise CheckpointError(f"{file} cannot be read: {error.strerror or error}.") from None
    except safetensors.SafetensorError as error:
        raise CheckpointError(f"{file.name} is damaged, or no safetensors file: {error}.") from None


def build_network(config: NetworkConfig, tensors: dict[str, Tensor], source: str) -> RecursiveModel:
    """A network with these weights; raises `CheckpointError` that names the first tensor which does not fit."""
    # Built without memory first: a wrong configuration must not allocate gigabytes before it is found out.
    with torch.device("meta"):
        network = build_model(config)
    expected = network.state_dict()
    missing, foreign = sorted(set(expected) - set(tensors)), sorted(set(tensors) - set(expected))
    if missing:
        raise CheckpointError(f"{source} lacks the tensor {missing[0]!r}.")
    if foreign:
        raise CheckpointError(f"{source} has a tensor that this network does not know: {foreign[0]!r}.")
    for name, tensor in tensors.items():
        if tensor.shape != expected[name].shape:
            raise CheckpointError(
                f"{source}: {name!r} has the shape {tuple(tensor.shape)}, not {tuple(expected[name].shape)}."
            )
        if not tensor.is_floating_point() or not bool(torch.isfinite(tensor).all()):
            raise CheckpointError(f"{source}: {name!r} does not hold finite numbers.")
    network.load_state_dict({k: v.float() for k, v in tensors.items()}, assign=True)
    return network
