"""The published board: learned positions and puzzle embeddings, as published."""

import math
from dataclasses import replace

import torch

from tests.solver.model.networks import ATTENTION, random_network


def test_learned_positions_are_added_then_scaled_as_published() -> None:
    config = replace(ATTENTION, positions="learned", puzzle_emb_len=2, puzzle_emb_ndim=32, num_puzzle_identifiers=3)
    network = random_network(config)
    inputs, identifiers = torch.randint(0, 11, (2, 81)), torch.tensor([2, 1])
    puzzle = network.puzzle_emb.weights[identifiers].view(2, 2, 16)
    tokens = network.embed_tokens.embedding_weight[inputs]
    expected = 0.707106781 * (torch.cat((puzzle, tokens), 1) + network.embed_pos.embedding_weight) * math.sqrt(16)
    torch.testing.assert_close(network.embed(inputs, identifiers)[0], expected)


def test_an_embedding_shorter_than_its_tokens_is_padded_with_zeros() -> None:
    config = replace(ATTENTION, puzzle_emb_len=2, puzzle_emb_ndim=20, num_puzzle_identifiers=1)
    network = random_network(config)
    x, _ = network.embed(torch.ones(1, 81, dtype=torch.long))
    assert x.shape == (1, 83, 16)
    torch.testing.assert_close(x[0, :2].flatten()[:20], network.puzzle_emb.weights[0] * 4)
    assert not x[0, :2].flatten()[20:].any()
