"""Growing a trained network into a larger one that answers the same, so that its hours of training are not lost."""

from collections.abc import Callable

import torch
from torch import Tensor

from solver.model.config import NetworkConfig
from solver.model.registry import build_model
from solver.training.config import ConfigError

Weights = dict[str, Tensor]


def grown(weights: Weights, old: NetworkConfig, new: NetworkConfig) -> Weights:
    """The weights of a `new` network that starts with what the `old` one knows; raises `ConfigError` if none is known.

    From `candidate` to `units`, of twice the width: one half of the features is the old network, the other the same
    network on the transposed grid, so the answers are the mean of both. From `convolution` to `neighbours`, of the same
    width. In both, the maximum is not listened to at first.
    """
    grow = _WAYS.get((old.mixer, new.mixer))
    if grow is None:
        raise ConfigError(f"A network with the {old.mixer} mixer can't grow into one with the {new.mixer} mixer.")
    return grow(weights, old, new)


def _units(weights: Weights, old: NetworkConfig, new: NetworkConfig) -> Weights:
    size, inner = old.hidden_size, old.intermediate_size
    if (new.hidden_size, new.intermediate_size, new.layers) != (2 * size, 2 * inner, old.layers):
        raise ConfigError(f"It grows into twice its width: hidden_size {2 * size}, intermediate_size {2 * inner}.")

    def beside(weight: Tensor, width: int) -> Tensor:
        """`weight` for a half's own features, and zeros up to `width`."""
        return torch.cat((weight, weight.new_zeros(len(weight), width - weight.shape[1])), 1)

    found = {
        "H_init": weights["H_init"].repeat(2),
        "L_init": weights["L_init"].repeat(2),
        # x is multiplied by the root of the hidden size.
        "embed_tokens.embedding_weight": weights["embed_tokens.embedding_weight"] * 0.5**0.5,
        "lm_head.weight": weights["lm_head.weight"],
        "q_head.weight": 0.5 * weights["q_head.weight"].repeat(1, 2),
        "q_head.bias": weights["q_head.bias"],
    }
    for layer in range(old.layers):
        block = f"L_level.layers.{layer}."
        row, column, box, cell = (
            weights[f"{block}candidate.{unit}_proj.weight"] for unit in ("row", "column", "box", "cell")
        )
        gate, up = weights[f"{block}mlp.gate_up_proj.weight"].chunk(2)
        rows = torch.cat((beside(row, 4 * size), beside(column, 4 * size).roll(size, 1)))
        found |= {
            f"{block}units.row_weight": rows,
            f"{block}units.box_proj.weight": beside(box, 4 * size),
            f"{block}units.cell_proj.weight": beside(cell, 4 * size),
            f"{block}mlp.gate_proj.weight": beside(gate, 2 * size),
            f"{block}mlp.up_proj.weight": beside(up, 2 * size),
            f"{block}mlp.down_proj.weight": beside(weights[f"{block}mlp.down_proj.weight"], 2 * inner),
        }
    return found


def _neighbours(weights: Weights, old: NetworkConfig, new: NetworkConfig) -> Weights:
    if (new.hidden_size, new.intermediate_size, new.layers) != (old.hidden_size, old.intermediate_size, old.layers):
        raise ConfigError("It grows into a network of the same width and depth.")
    found = {name: tensor for name, tensor in weights.items() if ".convolution." not in name}
    fresh = build_model(new).state_dict()
    for layer in range(old.layers):
        block = f"L_level.layers.{layer}."
        out = weights[f"{block}convolution.o_proj.weight"]
        found |= {
            f"{block}neighbours.weight": weights[f"{block}convolution.weight"],
            f"{block}neighbours.side_weight": fresh[f"{block}neighbours.side_weight"],
            f"{block}neighbours.o_proj.weight": torch.cat((out, torch.zeros_like(out)), 1),
        }
    return found


_WAYS: dict[tuple[str, str], Callable[[Weights, NetworkConfig, NetworkConfig], Weights]] = {
    ("candidate", "units"): _units,
    ("convolution", "neighbours"): _neighbours,
}
