"""Reading and writing checkpoints: a folder of `model.safetensors`, `config.json` and `card.md`; data, never code."""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import safetensors
import safetensors.torch
import torch
from torch import Tensor

from solver.files import FileError, open_regular, replace_folder, restore_folder, write_bytes, write_text
from solver.messages import Template
from solver.model.bundled import CARD_FILE, CONFIG_FILE, WEIGHTS_FILE, read_card
from solver.model.config import NetworkConfig, NetworkConfigError
from solver.model.errors import UNREADABLE, CheckpointError, read_checkpoint_json
from solver.model.integrity import AlteredError, check_file, sum_of
from solver.model.recursive import RecursiveModel
from solver.model.registry import build_model
from solver.system_errors import why_refused
from solver.trace import Anatomy

LARGEST_CONFIG = 1 << 20
LARGEST_KEPT = 31 << 20
LARGEST_HEADER = 4 << 20
"""Bytes of JSON that describe the tensors of a file."""
LARGEST_WEIGHTS = 4 << 30
"""Bytes; more than any network that Ponder could run."""

NO_OBJECT = Template("checkpoint.no_object", "{file} does not hold a JSON object.")
BAD_CONFIG = Template("checkpoint.config", "{file} describes a network that Ponder can't run: {why}.")
TOO_LARGE = Template("checkpoint.too_large", "{file} is larger than any network Ponder can run.")
DAMAGED = Template("checkpoint.damaged", "{file} is damaged, or not a safetensors file.")
MISSING_TENSOR = Template("checkpoint.missing_tensor", "{file} lacks the tensor {tensor}.")
UNKNOWN_TENSOR = Template("checkpoint.unknown_tensor", "{file} has a tensor that this network does not use: {tensor}.")
OTHER_SHAPE = Template(
    "checkpoint.other_shape", "The tensor {tensor} of {file} has the shape {shape} instead of {wanted}."
)
NOT_FINITE = Template("checkpoint.not_finite", "The tensor {tensor} of {file} does not hold finite numbers.")


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
    def anatomy(self) -> Anatomy:
        """What its network is made of, as a trace records it."""
        networks = 2 if hasattr(self.network, "H_level") else 1
        return Anatomy(self.network.parameter_count, self.config.L_cycles, networks)

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
    return Checkpoint(
        name=folder.name,
        network=build_network(config, tensors, weights_file.name).to(device).eval().requires_grad_(False),
        card=read_card(folder),
        fingerprint=sum_of(weights_file)[:12],
    )


def keep_freed_memory() -> None:
    """Make glibc keep what is freed for what comes next: a tenth of a Sudoku's time went into getting it back.

    It gives memory back to the system from a size on that follows the largest block ever freed, up to 32 MiB; other
    C libraries don't mind.
    """
    torch.empty(LARGEST_KEPT, dtype=torch.uint8)


def save_checkpoint(network: RecursiveModel, folder: Path, card: str) -> None:
    """Write a network as a checkpoint folder, weights in float32; a checkpoint that was there is replaced whole."""
    restore_folder(folder)
    if folder.exists() and not (folder / CONFIG_FILE).is_file():
        # A folder of something else, whose files stay.
        _write_checkpoint(network, folder, card)
        return
    fresh = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        if folder.exists():
            shutil.copytree(folder, fresh)
        fresh.mkdir(parents=True, exist_ok=True)
        _write_checkpoint(network, fresh, card)
        replace_folder(fresh, folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _write_checkpoint(network: RecursiveModel, folder: Path, card: str) -> None:
    tensors = {k: v.detach().float().cpu().contiguous() for k, v in network.state_dict().items()}
    write_bytes(folder / WEIGHTS_FILE, safetensors.torch.save(tensors, {"format": "pt"}))
    write_text(folder / CONFIG_FILE, json.dumps(network.config.to_json(), indent=2) + "\n")
    write_text(folder / CARD_FILE, card)


def read_config(file: Path) -> NetworkConfig:
    """Read and check `config.json`; raises `CheckpointError`."""
    data = read_checkpoint_json(file, LARGEST_CONFIG)
    if not isinstance(data, dict):
        raise CheckpointError(NO_OBJECT(file=file.name))
    try:
        return NetworkConfig.from_json(data)
    except NetworkConfigError as error:
        raise CheckpointError(BAD_CONFIG(file=file.name, why=error.message)) from None


def read_weights(file: Path) -> dict[str, Tensor]:
    """Read a safetensors file; raises `CheckpointError` for one that is missing, damaged, foreign or too large."""
    try:
        check_file(file)
        with open_regular(file) as opened:
            size = os.fstat(opened.fileno()).st_size
            header = int.from_bytes(opened.read(8), "little")
        if size > LARGEST_WEIGHTS:
            raise CheckpointError(TOO_LARGE(file=file.name))
        if header > LARGEST_HEADER:
            raise CheckpointError(DAMAGED(file=file.name))
        return safetensors.torch.load_file(file)
    except (AlteredError, FileError) as error:
        raise CheckpointError(error.message) from None
    except OSError as error:
        raise CheckpointError(UNREADABLE(file=str(file), why=why_refused(error))) from None
    except safetensors.SafetensorError as error:
        raise CheckpointError(DAMAGED(file=file.name)) from error


def build_network(config: NetworkConfig, tensors: dict[str, Tensor], source: str) -> RecursiveModel:
    """A network with these weights; raises `CheckpointError` that names the first tensor which does not fit."""
    # Built without memory first: a wrong configuration must not allocate gigabytes before it is found out.
    with torch.device("meta"):
        network = build_model(config)
    expected = network.state_dict()
    missing, foreign = sorted(set(expected) - set(tensors)), sorted(set(tensors) - set(expected))
    if missing:
        raise CheckpointError(MISSING_TENSOR(file=source, tensor=missing[0]))
    if foreign:
        raise CheckpointError(UNKNOWN_TENSOR(file=source, tensor=foreign[0]))
    for name, tensor in tensors.items():
        if tensor.shape != expected[name].shape:
            shape, wanted = (str(tuple(each.shape)) for each in (tensor, expected[name]))
            raise CheckpointError(OTHER_SHAPE(file=source, tensor=name, shape=shape, wanted=wanted))
        if not tensor.is_floating_point() or not bool(torch.isfinite(tensor).all()):
            raise CheckpointError(NOT_FINITE(file=source, tensor=name))
    network.load_state_dict({k: v.float() for k, v in tensors.items()}, assign=True)
    return network
