"""Converting checkpoints of the published implementation: `step_N` state dicts and their `all_config.yaml`."""

import math
import os
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import yaml
from torch import Tensor

from solver.files import FileError, open_regular
from solver.messages import Template
from solver.model.checkpoint import LARGEST_CONFIG, LARGEST_WEIGHTS, TOO_LARGE, build_network
from solver.model.config import NetworkConfig, NetworkConfigError, Normaliser, Positions
from solver.model.errors import UNREADABLE, CheckpointError, read_checkpoint_text
from solver.model.layers import RMS_EPSILON
from solver.model.mixers.rotary import ROPE_BASE
from solver.model.pickles import is_sane
from solver.model.recursive import RecursiveModel
from solver.model.safe_yaml import parse_yaml
from solver.puzzles.vocabulary import VOCABULARIES
from solver.system_errors import why_refused

PREFIXES = ("_orig_mod.model.inner.", "model.inner.", "inner.")
PUZZLE_EMBEDDINGS = "puzzle_emb.weights"
INTERMEDIATE_MULTIPLE = 256

NO_KIND = Template("published.no_kind", "There is no kind of puzzle called {kind}. Choose {choices:or}.")
DAMAGED = Template("published.damaged", "{file} is damaged, or holds more than tensors.")
NO_STATE_DICT = Template("published.no_state_dict", "{file} is not a state dict of tensors.")
NO_TRM = Template("published.no_trm", "{file} is not the checkpoint of a TRM or HRM: it lacks the tensor {tensor}.")
NO_VOCABULARY = Template(
    "published.no_vocabulary", "{file} has a vocabulary of {count} tokens, which fits no puzzle here."
)
NOT_YAML = Template("published.not_yaml", "{file} is not valid YAML.")
NO_ARCH = Template("published.no_arch", "{file} has no section “arch”.")
INCOMPLETE = Template("published.incomplete", "The published checkpoint or its configuration lacks {name}.")
UNUSABLE = Template("published.unusable", "The published configuration cannot be used: {why}.")
OTHER_STANDARD = Template("published.other_standard", "{name} is {value}, and Ponder knows {wanted:g} only")
WRONG_VALUE = Template("published.wrong_value", "a value has the wrong type")
NO_EMBEDDINGS = Template("published.no_embeddings", "{file} has no puzzle embeddings, so no task can be kept.")
OTHER_IDENTIFIERS = Template(
    "published.other_identifiers",
    "{file} has {embeddings:,} puzzle embeddings, but there are {identifiers:,} identifiers. Choose the "
    "identifiers.json of the data set it was trained on.",
)


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
    The YAML lacks vocabulary, length and identifier count: they are read off the tensors and the puzzle kind. A state
    dict with a slow network, `H_level`, is HRM's. TRM's halting head has two rows as well (halt, continue), but only
    the first was trained and is kept.
    """
    if kind is not None and kind not in VOCABULARIES:
        raise CheckpointError(NO_KIND(kind=kind, choices=tuple(VOCABULARIES)))
    tensors = read_published_tensors(state_file)
    kind = kind or kind_of(tensors, state_file.name)
    if kept is not None:
        _slim(tensors, kept, state_file.name)
    config = published_config(read_arch(config_file), tensors, kind)
    if config.architecture == "trm":
        for name in ("q_head.weight", "q_head.bias"):
            tensors[name] = tensors[name][:1].clone()
    if not config.puzzle_emb_len:
        # Some runs without puzzle embeddings keep an empty or unused table.
        tensors.pop(PUZZLE_EMBEDDINGS, None)
    return build_network(config, tensors, state_file.name)


def read_published_tensors(file: Path) -> dict[str, Tensor]:
    """The state dict without its prefix; tensors only, no code is run."""
    try:
        with open_regular(file) as opened:
            if os.fstat(opened.fileno()).st_size > LARGEST_WEIGHTS:
                raise CheckpointError(TOO_LARGE(file=file.name))
        if not is_sane(file):
            raise CheckpointError(DAMAGED(file=file.name))
        with warnings.catch_warnings():
            # Pickles of unknown protocols warn; damage is reported below.
            warnings.simplefilter("ignore")
            state = torch.load(file, map_location="cpu", weights_only=True, mmap=_is_zip(file))
    except CheckpointError:
        raise
    except FileError as error:
        raise CheckpointError(error.message) from None
    except OSError as error:
        raise CheckpointError(UNREADABLE(file=str(file), why=why_refused(error))) from None
    # Garbled pickles fail in many ways, and torch's own words go on to advise loading them without any care.
    except Exception as error:
        raise CheckpointError(DAMAGED(file=file.name)) from error
    if not isinstance(state, dict) or not all(isinstance(v, Tensor) for v in state.values()):
        raise CheckpointError(NO_STATE_DICT(file=file.name))
    if not all(_is_whole(v) for v in state.values()):
        raise CheckpointError(DAMAGED(file=file.name))
    tensors = {}
    for name, tensor in state.items():
        prefix = next((p for p in PREFIXES if str(name).startswith(p)), "")
        tensors[str(name)[len(prefix) :]] = tensor
    for name in ("embed_tokens.embedding_weight", "q_head.weight", "q_head.bias", "lm_head.weight"):
        if name not in tensors or tensors[name].ndim == 0:
            raise CheckpointError(NO_TRM(file=file.name, tensor=name))
    return tensors


def kind_of(tensors: dict[str, Tensor], source: str) -> str:
    """The puzzle kind whose vocabulary has as many tokens as were embedded; raises `CheckpointError`."""
    size = len(tensors["embed_tokens.embedding_weight"])
    for kind, vocabulary in VOCABULARIES.items():
        if vocabulary.size == size:
            return kind
    raise CheckpointError(NO_VOCABULARY(file=source, count=size))


STANDARD = {"rms_norm_eps": RMS_EPSILON, "rope_theta": ROPE_BASE}
"""What a configuration may spell out, though no published checkpoint changes it."""


def read_arch(file: Path) -> dict[str, Any]:
    """The `arch` section of an `all_config.yaml`."""
    try:
        data = parse_yaml(read_checkpoint_text(file, LARGEST_CONFIG))
    except yaml.YAMLError as error:
        raise CheckpointError(NOT_YAML(file=file.name)) from error
    arch = data.get("arch") if isinstance(data, dict) else None
    if not isinstance(arch, dict):
        raise CheckpointError(NO_ARCH(file=file.name))
    return arch


def published_config(arch: dict[str, Any], tensors: dict[str, Tensor], kind: str) -> NetworkConfig:
    """Translate the published configuration; raises `CheckpointError` where it names what Ponder does not know."""
    try:
        for name, standard in STANDARD.items():
            if float(arch.get(name, standard)) != standard:
                raise CheckpointError(UNUSABLE(why=OTHER_STANDARD(name=name, value=str(arch[name]), wanted=standard)))
        hidden_size, expansion = int(arch["hidden_size"]), float(arch["expansion"])
        ndim = int(arch.get("puzzle_emb_ndim") or 0)
        emb_len = int(arch.get("puzzle_emb_len") or 0) or math.ceil(ndim / hidden_size)
        emb_len = emb_len if ndim > 0 else 0
        identifiers = len(tensors[PUZZLE_EMBEDDINGS]) if emb_len else 0
        positions: Positions = arch.get("pos_encodings") or "none"
        hrm = any(name.startswith("H_level.") for name in tensors)
        mlp_t = bool(arch.get("mlp_t", False))
        seq_len: int | None = None
        if positions == "learned":
            seq_len = len(tensors["embed_pos.embedding_weight"]) - emb_len
        if mlp_t:
            seq_len = tensors["L_level.layers.0.mlp_t.down_proj.weight"].shape[0] - emb_len
        loss = str((arch.get("loss") or {}).get("loss_type", "stablemax_cross_entropy"))
        normaliser: Normaliser = "stablemax" if loss.startswith("stablemax") else "softmax"
        return NetworkConfig.from_json(
            {
                "kind": kind,
                "mixer": "mlp" if mlp_t else "attention",
                "vocab_size": len(tensors["embed_tokens.embedding_weight"]),
                "hidden_size": hidden_size,
                "intermediate_size": swiglu_intermediate(hidden_size, expansion),
                "architecture": "hrm" if hrm else "trm",
                "layers": int(arch["L_layers"]),
                "H_layers": int(arch["H_layers"]) if hrm else 0,
                "num_heads": int(arch["num_heads"]),
                "H_cycles": int(arch["H_cycles"]),
                "L_cycles": int(arch["L_cycles"]),
                "halt_max_steps": int(arch["halt_max_steps"]),
                "normaliser": normaliser,
                "q_pool": "first",
                "positions": positions,
                "seq_len": seq_len,
                "mlp_intermediate_size": swiglu_intermediate(emb_len + seq_len, expansion) if mlp_t and seq_len else 0,
                "puzzle_emb_len": emb_len,
                "puzzle_emb_ndim": ndim if emb_len else 0,
                "num_puzzle_identifiers": identifiers,
            }
        )
    except CheckpointError:
        raise
    except KeyError as error:
        raise CheckpointError(INCOMPLETE(name=str(error.args[0]))) from None
    except NetworkConfigError as error:
        raise CheckpointError(UNUSABLE(why=error.message)) from None
    except (TypeError, ValueError, OverflowError, ZeroDivisionError, AttributeError) as error:
        raise CheckpointError(UNUSABLE(why=WRONG_VALUE())) from error


def swiglu_intermediate(size: int, expansion: float) -> int:
    """The published SwiGLU width: two thirds of `expansion` · `size`, rounded up to a multiple of 256."""
    return -(-round(expansion * size * 2 / 3) // INTERMEDIATE_MULTIPLE) * INTERMEDIATE_MULTIPLE


def _slim(tensors: dict[str, Tensor], kept: KeptRows, source: str) -> None:
    """Leave only the kept rows of the table; of one that is mapped, no others are ever read."""
    table = tensors.get(PUZZLE_EMBEDDINGS)
    if table is None or table.ndim != 2:
        raise CheckpointError(NO_EMBEDDINGS(file=source))
    if len(table) != kept.of:
        raise CheckpointError(OTHER_IDENTIFIERS(file=source, embeddings=len(table), identifiers=kept.of))
    tensors[PUZZLE_EMBEDDINGS] = table[torch.tensor(kept.rows)]


def _is_zip(file: Path) -> bool:
    # Only the zip layout can be mapped; ARC tables of 1.8 GB must not be read whole.
    with file.open("rb") as f:
        return f.read(2) == b"PK"


def _is_whole(tensor: Tensor) -> bool:
    """Whether there is a number for each place: a size that is merely claimed costs memory once it is copied."""
    return tensor.is_contiguous() and tensor.numel() * tensor.element_size() <= tensor.untyped_storage().nbytes()
