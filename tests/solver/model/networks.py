"""Small random networks of every mixer, for tests."""

from dataclasses import replace

import torch

from solver.model.config import NetworkConfig
from solver.model.trm import TinyRecursiveModel

RELATION = NetworkConfig(
    kind="sudoku", mixer="relation", vocab_size=11, hidden_size=16, intermediate_size=16, num_heads=4, seq_len=81
)
ATTENTION = replace(RELATION, mixer="attention", positions="rope", q_pool="first")
MLP = replace(RELATION, mixer="mlp", mlp_intermediate_size=16, q_pool="first", normaliser="stablemax")
CONVOLUTION = NetworkConfig(
    kind="maze", mixer="convolution", vocab_size=6, hidden_size=16, intermediate_size=16, q_pool="mean_max"
)
OFFSET = replace(CONVOLUTION, mixer="relation", relations="offset", offset_clip=2, num_heads=4)
CANDIDATE = replace(RELATION, mixer="candidate", num_heads=1)
HYBRID = NetworkConfig(
    kind="arc",
    mixer="hybrid",
    positions="axial",
    vocab_size=12,
    hidden_size=16,
    intermediate_size=16,
    num_heads=2,
    puzzle_emb_len=2,
    puzzle_emb_ndim=32,
    num_puzzle_identifiers=48,
    num_views=16,
    view_emb_len=1,
)
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
ALL = {
    "candidate": CANDIDATE,
    "relation": RELATION,
    "attention": ATTENTION,
    "mlp": MLP,
    "convolution": CONVOLUTION,
    "offset": OFFSET,
    "hybrid": HYBRID,
    "colour": COLOUR,
}


def random_network(config: NetworkConfig, seed: int = 0) -> TinyRecursiveModel:
    """A network whose halting head and relation biases are random too, so that nothing is trivially zero."""
    torch.manual_seed(seed)
    network = TinyRecursiveModel(config)
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if name.startswith("q_head") or name.endswith(("rel_bias", "puzzle_emb.weights")):
                parameter.normal_()
    return network.eval()
