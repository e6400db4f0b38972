from dataclasses import replace

import torch

from tests.solver.model.networks import CONVOLUTION, random_network


def test_a_pattern_far_from_every_border_looks_the_same_wherever_it_lies() -> None:
    network = random_network(replace(CONVOLUTION, H_cycles=1, L_cycles=1))
    logits = []
    for shift in (0, 3):
        grid = torch.full((1, 30, 30), 2)
        grid[0, 12 + shift, 13] = 3
        x, context = network.embed(grid.flatten(1))
        y, z = network.initial_state(1, 900)
        logits.append(network(x, y, z, context)[2].view(30, 30, -1)[11 + shift : 14 + shift, 12:15])
    torch.testing.assert_close(logits[0], logits[1])
