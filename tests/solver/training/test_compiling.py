import pytest
import torch
from torch import library

from solver.model.mixers.along import DIRECTIONS, along
from solver.model.mixers.convolution import depthwise
from solver.training.compiling import compile_network, opaque_along, shifted_sum
from tests.solver.model.networks import COLOUR, random_network


@pytest.mark.parametrize(("axis", "against"), DIRECTIONS)
def test_the_compilable_operator_is_the_same_one(axis, against) -> None:
    gate, value = (torch.rand(2, 3, 4, 2, 2, requires_grad=True) for _ in range(2))
    found, wanted = (way(gate, value, axis, against) for way in (opaque_along, along))
    torch.testing.assert_close(found, wanted)
    weights = torch.randn_like(found)
    for way in zip(*(torch.autograd.grad(f, (gate, value), weights) for f in (found, wanted)), strict=True):
        torch.testing.assert_close(*way)


def test_the_sum_of_shifted_grids_is_the_convolution() -> None:
    grid, weight = torch.randn(2, 7, 5, 8, requires_grad=True), torch.randn(8, 1, 3, 3, requires_grad=True)
    found, wanted = (way(grid, weight) for way in (shifted_sum, depthwise))
    torch.testing.assert_close(found, wanted)
    gradient = torch.randn_like(found)
    for way in zip(*(torch.autograd.grad(f, (grid, weight), gradient) for f in (found, wanted)), strict=True):
        torch.testing.assert_close(*way)


# What torch says of its own checks is no news of ours.
@pytest.mark.filterwarnings("ignore")
def test_torch_finds_nothing_wrong_with_the_operator() -> None:
    gate, value = (torch.rand(1, 3, 3, 2, 2, requires_grad=True) for _ in range(2))
    library.opcheck(opaque_along, (gate, value, 1, True))


# As in `test_loop`: torch's compiler warns itself, and takes the error that a warning becomes here for its own.
@pytest.mark.filterwarnings("ignore")
def test_a_compiled_colour_network_is_the_same_network() -> None:
    plain, compiled = random_network(COLOUR), random_network(COLOUR)
    compile_network(compiled, backend="aot_eager")
    inputs = torch.randint(0, 12, (2, 25))
    answers = []
    for network in (plain, compiled):
        y, z = network.initial_state(2, 25)
        x, context = network.embed(inputs, shape=(5, 5))
        logits = network(x, y, z, context)[2]
        logits.sum().backward()
        answers.append((logits, network.L_level.layers[0].colour.in_proj.weight.grad))
    for way in zip(*answers, strict=True):
        torch.testing.assert_close(*way, atol=1e-4, rtol=1e-4)
