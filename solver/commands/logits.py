"""`logits`: the raw outputs of a network, step by step, for comparing implementations."""

import argparse
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from solver.commands.common import UsageError, Verbs, positive, refuse
from solver.files import open_regular
from solver.formats.zip_bounds import has_array, open_zip, read_array
from solver.messages import ExplainedError
from solver.puzzles.base import IntGrid

if TYPE_CHECKING:
    from solver.model.config import NetworkConfig
    from solver.model.recursive import RecursiveModel

LARGEST_ARRAY = 256 << 20
"""Bytes."""


def add_parser(verbs: Verbs) -> None:
    """Declare the verb and its options."""
    parser = verbs.add_parser("logits", help="write a network's raw outputs", description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True, metavar="DIR|FILE", help="ours, or a published file")
    parser.add_argument("--config", type=Path, metavar="all_config.yaml", help="with a published file")
    parser.add_argument(
        "--inputs", type=Path, required=True, metavar="case.npz", help="inputs[B,L] or [B,R,C], puzzle_identifiers[B]"
    )
    parser.add_argument("--steps", type=positive, default=16, metavar="K")
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="out.npz",
        help="logits[K,B,L,V], q_halt_logits[K,B]; from HRM q_continue_logits[K,B] too",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 once written, 2 if some input was bad."""
    import torch

    from solver.model.errors import CheckpointError

    try:
        inputs, identifiers, shape = _read_case(args.inputs)
        network = _load(args, largest=int(inputs.max(initial=0)))
        _check_fit(args.inputs, inputs, identifiers, network.config)
        with torch.inference_mode():
            told = None if identifiers is None else torch.from_numpy(identifiers)
            x, context = network.embed(torch.from_numpy(inputs), told, shape=shape)
            y, z = network.initial_state(*inputs.shape)
            steps = []
            for _ in range(args.steps):
                y, z, logits, _ = network(x, y, z, context)
                q = network.q_logits(y).unbind(1)
                named = {"logits": logits, **dict(zip(("q_halt_logits", "q_continue_logits"), q, strict=False))}
                steps.append({name: tensor.numpy() for name, tensor in named.items()})
        arrays: dict[str, Any] = {name: np.stack([step[name] for step in steps]) for name in steps[0]}
        np.savez(args.out, **arrays)
    except (CheckpointError, UsageError) as error:
        return refuse(UsageError(str(error)))
    except OSError as error:
        return refuse(UsageError(f"{args.out}: {error.strerror or error}"))
    return 0


def _load(args: argparse.Namespace, *, largest: int) -> "RecursiveModel":
    """The network; `largest` is the highest token it will be given."""
    from solver.model.checkpoint import load_checkpoint
    from solver.model.published import load_published
    from solver.puzzles.vocabulary import VOCABULARIES

    if args.config is None:
        return load_checkpoint(args.checkpoint).network
    # The published configuration does not name its kind, which matters to nothing here; any that fits will do.
    kind = next((k for k, v in VOCABULARIES.items() if v.size > largest), "arc")
    network = load_published(args.checkpoint, args.config, kind)
    return network.eval()


def _read_case(file: Path) -> tuple[IntGrid, IntGrid | None, tuple[int, int]]:
    try:
        with open_regular(file) as opened, open_zip(opened) as case:
            inputs = read_array(case, "inputs", LARGEST_ARRAY).astype(np.int64)
            identifiers = None
            if has_array(case, "puzzle_identifiers"):
                identifiers = read_array(case, "puzzle_identifiers", LARGEST_ARRAY).astype(np.int64)
    except (ExplainedError, OSError) as error:
        raise UsageError(f"{file} holds no array 'inputs': {error}") from None
    if inputs.ndim == 3:
        shape = (inputs.shape[1], inputs.shape[2])
    elif inputs.ndim == 2:
        # A flat case does not say its shape; published grids are square, and only size-free mixers look at it.
        side = math.isqrt(inputs.shape[1])
        shape = (side, side) if side * side == inputs.shape[1] else (1, inputs.shape[1])
    else:
        raise UsageError(f"{file}: inputs has {inputs.ndim} axes, not 2 or 3")
    return inputs.reshape(len(inputs), -1), identifiers, shape


def _check_fit(file: Path, inputs: IntGrid, identifiers: IntGrid | None, config: "NetworkConfig") -> None:
    """Raise `UsageError` for a case that this network has no tables for."""
    if config.seq_len is not None and inputs.shape[1] != config.seq_len:
        raise UsageError(f"{file}: inputs has {inputs.shape[1]} cells, but the network is for {config.seq_len}")
    if inputs.size and not 0 <= inputs.min() <= inputs.max() < config.vocab_size:
        raise UsageError(f"{file}: inputs holds tokens outside 0–{config.vocab_size - 1}")
    if identifiers is None or not config.puzzle_emb_len:
        return
    if identifiers.shape != inputs.shape[:1]:
        raise UsageError(f"{file}: puzzle_identifiers must be {len(inputs)} numbers")
    if len(identifiers) and not 0 <= identifiers.min() <= identifiers.max() < config.num_puzzle_identifiers:
        raise UsageError(f"{file}: puzzle_identifiers lie outside 0–{config.num_puzzle_identifiers - 1}")
