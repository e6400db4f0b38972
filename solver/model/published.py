"""Bringing over checkpoints of the published implementation: `step_N` state dicts and their `all_config.yaml`."""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import yaml
from torch import Tensor

from solver.model.checkpoint import LARGEST_CONFIG, CheckpointError, build_network
from solver.model.config import NetworkConfig, Normaliser, Positions
from solver.model.recursive import RecursiveModel
from solver.model.tokens import VOCABULARIES

PREFIXES = ("_orig_mod.model.inner.", "model.inner.", "inner.")
PUZZLE_EMBEDDINGS = "puzzle_emb.weights"
INTERMEDIATE_MULTIPLE = 256


@dataclass(frozen=True)
class KeptRows:
    """Which rows of the table of puzzle embeddings are wanted, of how many; the first becomes identifier 0."""

    rows: tuple[int, ...]
    of: int


def load_published(
    state_file: Path, config_file: Path, kind: str | None, kept: KeptRows | None = None
) -> RecursiveModel:
    """The network in a published checkpoint, float32, whatever its `forward_dtype`; raises `CheckpointError`.

    Where `kind` is None, the size of the vocabulary tells it; of the puzzle embeddings, only the `kept` ones are read.
    The YAML lacks vocabulary, length and identifier count: they are read off the tensors and the puzzle kind.
    Of the halting head's two rows (halt, continue) only the first is kept: nothing reads the other.
    """
    if kind is not None and kind not in VOCABULARIES:
        raise CheckpointError(f"There is no puzzle kind {kind!r}; choose from {', '.join(VOCABULARIES)}.")
    tensors = read_published_tensors(state_file)
    kind = kind or kind_of(tensors, state_file.name)
    if kept is not None:
        _slim(tensors, kept, state_file.name)
    config = published_config(read_arch(config_file), tensors, kind)
    for name in ("q_head.weight", "q_head.bias"):
        tensors[name] = tensors[name][:1].clone()
    if not config.puzzle_emb_len:
        # Some runs without puzzle embeddings keep an empty or unused table.
        tensors.pop(PUZZLE_EMBEDDINGS, None)
    return build_network(config, tensors, state_file.name)


def read_published_tensors(file: Path) -> dict[str, Tensor]:
    """The state dict without its prefix; tensors only, no code is run."""
    try:
        state = torch.load(file, map_location="cpu", weights_only=True, mmap=_is_zip(file))
    except OSError as error:
        raise CheckpointError(f"{file} cannot be read: {error.strerror or error}.") from None
    # Garbled pickles fail in many ways, and torch's own words go on to advise loading them without any care.
    except Exception as error:
        raise CheckpointError(f"{file.name} is damaged, or holds more than tensors.") from error
    if not isinstance(state, dict) or not all(isinstance(v, Tensor) for v in state.values()):
        raise CheckpointError(f"{file.name} is not a state dict of tensors.")
    tensors = {}
    for name, tensor in state.items():
        prefix = next((p for p in PREFIXES if str(name).startswith(p)), "")
        tensors[str(name)[len(prefix) :]] = tensor
    for name in ("embed_tokens.embedding_weight", "q_head.weight", "q_head.bias", "lm_head.weight"):
        if name not in tensors or tensors[name].ndim == 0:
            raise CheckpointError(f"{file.name} is no checkpoint of a TRM: it lacks {name!r}.")
    return tensors


def kind_of(tensors: dict[str, Tensor], source: str) -> str:
    """The puzzle kind whose vocabulary has as many tokens as were embedded; raises `CheckpointError`."""
    size = len(tensors["embed_tokens.embedding_weight"])
    for kind, vocabulary in VOCABULARIES.items():
        if vocabulary.size == size:
            return kind
    raise CheckpointError(f"{source} knows {size} tokens, as no puzzle of Ponder's does.")


def read_arch(file: Path) -> dict[str, Any]:
    """The `arch` section of an `all_config.yaml`."""
    try:
        if file.stat().st_size > LARGEST_CONFIG:
            raise CheckpointError(f"{file.name} is too large to be a configuration.")
        data = yaml.safe_load(file.read_text("utf-8"))
    except OSError as error:
        raise CheckpointError(f"{file} cannot be read: {error.strerror or error}.") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CheckpointError(f"{file.name} is not YAML: {' '.join(str(error).split()).rstrip('.')}.") from None
    arch = data.get("arch") if isinstance(data, dict) else None
    if not isinstance(arch, dict):
        raise CheckpointError(f"{file.name} has no section 'arch'.")
    return arch


def published_config(arch: dict[str, Any], tensors: dict[str, Tensor], kind: str) -> NetworkConfig:
    """Translate the published configuration; raises `CheckpointError` where it names what Ponder does not know."""
    try:
        hidden_size, expansion = int(arch["hidden_size"]), float(arch["expansion"])
        ndim = int(arch.get("puzzle_emb_ndim") or 0)
        emb_len = int(arch.get("puzzle_emb_len") or 0) or math.ceil(ndim / hidden_size)
        emb_len = emb_len if ndim > 0 else 0
        identifiers = len(tensors[PUZZLE_EMBEDDINGS]) if emb_len else 0
        positions: Positions = arch.get("pos_encodings") or "none"
        mlp_t = bool(arch.get("mlp_t", False))
        seq_len: int | None = None
        if positions == "learned":
            seq_len = len(tensors["embed_pos.embedding_weight"]) - emb_len
        if mlp_t:
            seq_len = tensors["L_level.layers.0.mlp_t.down_proj.weight"].shape[0] - emb_len
        loss = str((arch.get("loss") or {}).get("loss_type", "stablemax_cross_entropy"))
        normaliser: Normaliser = "stablemax" if loss.startswith("stablemax") else "softmax"
        return NetworkConfig(
            kind=kind,
            mixer="mlp" if mlp_t else "attention",
            vocab_size=len(tensors["embed_tokens.embedding_weight"]),
            hidden_size=hidden_size,
            intermediate_size=swiglu_intermediate(hidden_size, expansion),
            layers=int(arch["L_layers"]),
            num_heads=int(arch["num_heads"]),
            H_cycles=int(arch["H_cycles"]),
            L_cycles=int(arch["L_cycles"]),
            halt_max_steps=int(arch["halt_max_steps"]),
            normaliser=normaliser,
            q_pool="first",
            positions=positions,
            seq_len=seq_len,
            mlp_intermediate_size=swiglu_intermediate(emb_len + seq_len, expansion) if mlp_t and seq_len else 0,
            puzzle_emb_len=emb_len,
            puzzle_emb_ndim=ndim if emb_len else 0,
            num_puzzle_identifiers=identifiers,
        )
    except KeyError as error:
        raise CheckpointError(f"The published checkpoint or its configuration lacks {error.args[0]!r}.") from None
    except (TypeError, ValueError, AttributeError) as error:
        raise CheckpointError(f"The published configuration cannot be used: {str(error).rstrip('.')}.") from None


def swiglu_intermediate(size: int, expansion: float) -> int:
    """The published SwiGLU width: two thirds of `expansion` · `size`, rounded up to a multiple of 256."""
    return -(-round(expansion * size * 2 / 3) // INTERMEDIATE_MULTIPLE) * INTERMEDIATE_MULTIPLE


def _slim(tensors: dict[str, Tensor], kept: KeptRows, source: str) -> None:
    """Leave only the kept rows of the table; of one that is mapped, no others are ever read."""
    table = tensors.get(PUZZLE_EMBEDDINGS)
    if table is None or table.ndim != 2:
        raise CheckpointError(f"{source} has no puzzle embeddings, so there are no identifiers to keep.")
    if len(table) != kept.of:
        raise CheckpointError(
            f"{source} has {len(table):,} puzzle embeddings, but there are {kept.of:,} identifiers: they belong to "
            "another dataset."
        )
    tensors[PUZZLE_EMBEDDINGS] = table[torch.tensor(kept.rows)]


def _is_zip(file: Path) -> bool:
    # Only the zip layout can be mapped; ARC tables of 1.8 GB must not be read whole.
    with file.open("rb") as f:
        return f.read(2) == b"PK"
