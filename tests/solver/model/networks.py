"""Small random networks of every mixer, for tests."""

from dataclasses import replace

import torch

from solver.model.config import NetworkConfig
from solver.model.recursive import RecursiveModel
from solver.model.registry import build_model

ATTENTION = NetworkConfig(
    kind="sudoku",
    mixer="attention",
    positions="rope",
    q_pool="first",
    vocab_size=11,
    hidden_size=16,
    intermediate_size=16,
    num_heads=4,
    seq_len=81,
)
MLP = replace(ATTENTION, mixer="mlp", positions="none", mlp_intermediate_size=16, normaliser="stablemax")
CONVOLUTION = NetworkConfig(
    kind="maze", mixer="convolution", vocab_size=6, hidden_size=16, intermediate_size=16, q_pool="mean_max"
)
CANDIDATE = replace(ATTENTION, mixer="candidate", positions="none", q_pool="mean", num_heads=1)
UNITS = replace(CANDIDATE, mixer="units")
NEIGHBOURS = replace(CONVOLUTION, mixer="neighbours")
COLOUR = NetworkConfig(
    kind="arc",
    mixer="colour",
    colours="0123456789",
    vocab_size=12,
    hidden_size=16,
    intermediate_size=16,
    puzzle_emb_ndim=11 * 16,
    num_puzzle_identifiers=48,
    num_views=16,
)
HRM = replace(ATTENTION, architecture="hrm", H_layers=1, L_cycles=3)
ALL = {
    "candidate": CANDIDATE,
    "units": UNITS,
    "neighbours": NEIGHBOURS,
    "attention": ATTENTION,
    "mlp": MLP,
    "convolution": CONVOLUTION,
    "colour": COLOUR,
    "hrm": HRM,
}


def random_network(config: NetworkConfig, seed: int = 0) -> RecursiveModel:
    """A network whose halting head and puzzle embeddings are random too, so that nothing is trivially zero."""
    torch.manual_seed(seed)
    network = build_model(config)
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if name.startswith(("q_head", "puzzle_emb")):
                parameter.normal_()
    return network.eval()
