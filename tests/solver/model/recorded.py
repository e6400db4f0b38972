"""Small networks with weights by formula, and what they answer: guards the logits of Ponder's own mixers.

`python -m tests.solver.model.recorded` writes `recorded.npz` again. Do so only when logits are meant to change.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from solver.model.config import NetworkConfig
from solver.model.context import Shape
from solver.model.recursive import RecursiveModel
from solver.model.registry import build_model
from tests.solver.model.networks import ATTENTION, CANDIDATE, COLOUR, CONVOLUTION, MLP

FILE = Path(__file__).with_name("recorded.npz")
STEPS = 2
CASES: dict[str, tuple[NetworkConfig, Shape]] = {
    "candidate": (CANDIDATE, (9, 9)),
    "convolution": (CONVOLUTION, (7, 5)),
    "colour": (COLOUR, (5, 6)),
    "colour, three of them": (replace(COLOUR, colours="036"), (5, 6)),
    "attention, learned positions": (
        replace(ATTENTION, positions="learned", puzzle_emb_len=2, puzzle_emb_ndim=20, num_puzzle_identifiers=3),
        (9, 9),
    ),
    "attention, rotary positions": (
        replace(ATTENTION, puzzle_emb_len=4, puzzle_emb_ndim=16, num_puzzle_identifiers=3),
        (9, 9),
    ),
    "mlp": (MLP, (9, 9)),
}


def formula_network(config: NetworkConfig) -> RecursiveModel:
    """Every number of its state dict follows from where it is, so that no random generator matters."""
    network = build_model(config)
    with torch.no_grad():
        for place, tensor in enumerate(network.state_dict().values()):
            index = torch.arange(tensor.numel(), dtype=torch.float64)
            values = torch.sin(0.7 + 1.3 * place + 2.399963 * index) * tensor.shape[-1] ** -0.5
            tensor.copy_(values.view(tensor.shape))
    return network.eval()


def answer(config: NetworkConfig, shape: Shape) -> tuple[Tensor, Tensor]:
    """Logits [STEPS, B, L, V] and q [STEPS, B] of two grids by formula."""
    network = formula_network(config)
    index = torch.arange(2 * shape[0] * shape[1]).view(2, -1)
    inputs = (index * index * 7 + index * 3) % 31 % config.vocab_size
    identifiers = torch.tensor([1, 2]) if config.num_puzzle_identifiers else None
    found = []
    with torch.inference_mode():
        x, context = network.embed(inputs, identifiers, shape=shape)
        y, z = network.initial_state(*inputs.shape)
        for _ in range(STEPS):
            y, z, logits, q = network(x, y, z, context)
            found.append((logits, q))
    logits, q = (torch.stack(part) for part in zip(*found, strict=True))
    return logits, q


def record() -> None:
    """Write `recorded.npz`."""
    arrays = {}
    for name, case in CASES.items():
        logits, q = answer(*case)
        arrays |= {f"{name}/logits": logits.numpy(), f"{name}/q": q.numpy()}
    np.savez_compressed(FILE, **arrays)


if __name__ == "__main__":
    record()
