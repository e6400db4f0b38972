"""A pass through a network is left between its blocks, forward and backward."""

import pytest
import torch

from solver.cancelling import Cancelled
from solver.reasoning.interrupting import interrupting
from tests.solver.model.networks import COLOUR, random_network


@pytest.fixture
def network():
    return random_network(COLOUR).train()


def one_step(network, asked=None, limit=None):
    """A forward and a backward pass, which are cancelled at look number `limit`; how far they came."""
    reached = []

    def check() -> None:
        asked.append(True)
        if len(asked) == limit:
            raise Cancelled

    def run() -> None:
        inputs = torch.full((1, 9), 2)
        x, context = network.embed(inputs)
        y, z = network.initial_state(1, 9)
        _, _, logits, _ = network(x, y, z, context)
        reached.append("forward")
        logits.sum().backward()
        reached.append("backward")

    if asked is None:
        run()
    else:
        with interrupting(network, check):
            run()
    return reached


def test_it_asks_before_each_block_and_as_the_gradient_comes_back(network):
    asked = []
    assert one_step(network, asked) == ["forward", "backward"]
    config, blocks = network.config, len(list(network.blocks()))
    forward = config.H_cycles * (config.L_cycles + 1) * blocks
    with_gradient = (config.L_cycles + 1) * blocks
    assert len(asked) == forward + with_gradient


@pytest.mark.parametrize("limit", [1, 2, -1])
def test_it_ends_the_pass_at_once(network, limit):
    asked = []
    one_step(network, asked)
    limit = limit if limit > 0 else len(asked)
    again = []
    with pytest.raises(Cancelled):
        one_step(network, again, limit)
    assert len(again) == limit


def test_afterwards_nobody_asks_any_more(network):
    asked = []
    one_step(network, asked)
    before = len(asked)
    one_step(network)
    assert len(asked) == before
