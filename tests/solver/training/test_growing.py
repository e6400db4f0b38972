"""A network that has grown answers as it did before."""

from dataclasses import replace

import pytest
import torch

from solver.model.recursive import RecursiveModel
from solver.model.registry import build_model
from solver.training.config import ConfigError
from solver.training.growing import grown
from tests.solver.model.networks import CANDIDATE, CONVOLUTION, MLP, NEIGHBOURS, UNITS, random_network


def grow(network: RecursiveModel, config) -> RecursiveModel:
    larger = build_model(config)
    larger.load_state_dict(grown(network.state_dict(), network.config, config))
    return larger.eval()


def think(network: RecursiveModel, inputs: torch.Tensor, side: int) -> tuple[torch.Tensor, torch.Tensor]:
    x, context = network.embed(inputs, shape=(side, side))
    y, z = network.initial_state(len(inputs), side * side)
    for _ in range(2):
        y, z, logits, q = network(x, y, z, context)
    return logits, q


def test_a_sudoku_network_of_units_starts_as_the_mean_over_the_grid_and_the_transposed_grid() -> None:
    small = random_network(CANDIDATE)
    large = grow(small, replace(UNITS, hidden_size=32, intermediate_size=32))
    inputs = torch.randint(1, 11, (3, 81), generator=torch.Generator().manual_seed(0))
    (logits, q), (turned, turned_q) = (
        think(small, grids, 9) for grids in (inputs, inputs.view(3, 9, 9).transpose(1, 2).flatten(1))
    )
    turned = turned.view(3, 9, 9, -1).transpose(1, 2).flatten(1, 2)
    found, found_q = think(large, inputs, 9)
    torch.testing.assert_close(found, 0.5 * (logits + turned), atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(found_q, 0.5 * (q + turned_q), atol=1e-4, rtol=1e-4)


def test_a_maze_network_of_neighbours_starts_as_the_convolution() -> None:
    small = random_network(CONVOLUTION)
    large = grow(small, NEIGHBOURS)
    inputs = torch.randint(1, 6, (2, 49), generator=torch.Generator().manual_seed(0))
    for found, expected in zip(think(large, inputs, 7), think(small, inputs, 7), strict=True):
        torch.testing.assert_close(found, expected, atol=1e-4, rtol=1e-4)


def test_what_cannot_grow_is_said() -> None:
    small = random_network(CANDIDATE)
    with pytest.raises(ConfigError, match="twice its width: hidden_size 32, intermediate_size 32"):
        grown(small.state_dict(), CANDIDATE, UNITS)
    with pytest.raises(ConfigError, match="mlp mixer can't grow into one with the units mixer"):
        grown({}, MLP, UNITS)
    with pytest.raises(ConfigError, match="same width"):
        grown({}, CONVOLUTION, replace(NEIGHBOURS, hidden_size=32))
