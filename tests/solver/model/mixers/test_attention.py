"""Attention by its definition, and the cached tables of positions."""

import torch
import torch.nn.functional as F

from solver.model.context import Context
from solver.model.layers import rms_norm
from solver.model.mixers.rotary import rope_tables, rotate
from tests.solver.model.networks import ATTENTION, random_network


def test_attention_is_softmax_of_scaled_scores() -> None:
    attention = random_network(ATTENTION).L_level.layers[0].self_attn
    x = torch.randn(2, 81, 16)
    query, key, value = attention.qkv_proj(x).view(2, 81, 3, 4, 4).permute(2, 0, 3, 1, 4)
    tables = rope_tables(81, 4, x.device)
    scores = rotate(query, *tables) @ rotate(key, *tables).transpose(-1, -2) / 2
    heard = attention.o_proj((F.softmax(scores, -1) @ value).transpose(1, 2).reshape(2, 81, 16))
    torch.testing.assert_close(attention(x, Context((9, 9))), rms_norm(x + heard), atol=1e-5, rtol=1e-4)


def test_a_network_that_solved_first_can_still_learn() -> None:
    """Tables that a solve cached in inference mode must work with gradients."""
    rope_tables.cache_clear()
    network = random_network(ATTENTION)
    inputs = torch.ones(1, 81, dtype=torch.long)
    with torch.inference_mode():
        x, context = network.embed(inputs)
        network(x, *network.initial_state(1, 81), context)
    x, context = network.embed(inputs)
    network(x, *network.initial_state(1, 81), context)[2].sum().backward()
    assert all(p.grad is not None for name, p in network.named_parameters() if name.startswith("L_level"))
