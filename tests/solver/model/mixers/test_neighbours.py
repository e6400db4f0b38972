"""The neighbours mixer: who hears whom, on any grid."""

from dataclasses import replace

import torch

from solver.model.context import Context
from tests.solver.model.networks import NEIGHBOURS, random_network


def test_a_cell_hears_the_strongest_of_its_four_neighbours() -> None:
    mixer = random_network(replace(NEIGHBOURS, hidden_size=2)).L_level.layers[0].neighbours
    with torch.no_grad():
        mixer.weight.zero_()
        mixer.side_weight.fill_(1.0)
        mixer.o_proj.weight.copy_(torch.cat((torch.zeros(2, 2), torch.eye(2)), 1))
    heard = []
    mixer.o_proj.register_forward_hook(lambda _module, _inputs, output: heard.append(output))
    x = torch.zeros(1, 3, 4, 2)
    x[0, 1, 1, 0], x[0, 0, 2, 0], x[0, 2, 2, 1] = 3.0, 5.0, 7.0
    mixer(x.flatten(1, 2), Context((3, 4)))
    grid = heard[0].view(3, 4, 2)
    assert grid[1, 2].tolist() == [5.0, 7.0]
    assert grid[0, 1].tolist() == [5.0, 0.0]
    assert grid[2, 0].tolist() == [0.0, 0.0], "corners and diagonals are no neighbours"


def test_each_side_has_a_weight_of_its_own() -> None:
    mixer = random_network(replace(NEIGHBOURS, hidden_size=1, num_heads=1)).L_level.layers[0].neighbours
    with torch.no_grad():
        mixer.weight.zero_()
        mixer.side_weight.copy_(torch.tensor([[1.0], [0.0], [2.0], [0.0]]))
        mixer.o_proj.weight.copy_(torch.tensor([[0.0, 1.0]]))
    heard = []
    mixer.o_proj.register_forward_hook(lambda _module, _inputs, output: heard.append(output))
    mixer(torch.arange(1.0, 10.0).view(1, 9, 1), Context((3, 3)))
    assert heard[0].view(3, 3)[1, 1].item() == 8.0, "up 2 · 1, down 0, left 2 · 4, right 0"


def test_a_pattern_far_from_every_border_looks_the_same_wherever_it_lies() -> None:
    network = random_network(replace(NEIGHBOURS, H_cycles=1, L_cycles=1))
    logits = []
    for shift in (0, 3):
        grid = torch.full((1, 30, 30), 2)
        grid[0, 12 + shift, 13] = 3
        x, context = network.embed(grid.flatten(1))
        y, z = network.initial_state(1, 900)
        logits.append(network(x, y, z, context)[2].view(30, 30, -1)[11 + shift : 14 + shift, 12:15])
    torch.testing.assert_close(logits[0], logits[1])
