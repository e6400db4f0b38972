import subprocess
import sys
from dataclasses import replace

import pytest
import torch

from solver.model.context import Context, numbered_apart
from solver.model.layers import NEVER
from solver.model.mixers.along import DIRECTIONS, along, moved
from solver.model.mixers.colour import ColourMixer, component_means
from tests.solver.model.networks import COLOUR, random_network


def think(network, inputs, shape=(6, 6)):
    x, context = network.embed(inputs, torch.zeros(len(inputs), dtype=torch.long), shape=shape)
    return network(x, *network.initial_state(len(inputs), inputs.shape[1]), context)[2:]


def impartial_network(config=COLOUR):
    """Random, but with no embedding that tells colours apart."""
    network = random_network(config)
    with torch.no_grad():
        network.puzzle_emb.weights[:, config.hidden_size :] = 0
    return network


def canvas(seed: int, colours: int = 10) -> torch.Tensor:
    """[2, 36]: two random grids of 5 × 4 with their end cells."""
    random = torch.Generator().manual_seed(seed)
    grids = torch.zeros(2, 6, 6, dtype=torch.long)
    grids[:, :6, :5] = 1
    grids[:, 5, 4] = 0
    grids[:, :5, :4] = torch.randint(2, 2 + colours, (2, 5, 4), generator=random)
    return grids.flatten(1)


def test_renaming_colours_renames_the_answer_alike() -> None:
    network, inputs = impartial_network(), canvas(0)
    inputs[:, 0] = 2  # 0 is the background in all of them, whatever the others are called
    names = torch.tensor([0, 1, 2, 11, 3, 10, 4, 9, 5, 8, 6, 7])
    logits, q = think(network, inputs)
    renamed, renamed_q = think(network, names[inputs])
    torch.testing.assert_close(renamed[..., names], logits, atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(renamed_q, q, atol=1e-4, rtol=1e-4)


def test_an_embedding_may_tell_one_colour_from_the_others() -> None:
    network, inputs = impartial_network(), canvas(0)
    before = think(network, inputs)[0]
    with torch.no_grad():
        network.puzzle_emb.weights[0].view(11, -1)[1 + 4] = 1.0
    assert not torch.allclose(think(network, inputs)[0], before, atol=1e-3)


def test_puzzles_share_their_views_embeddings() -> None:
    network = random_network(COLOUR)
    inputs = canvas(0)[:1].expand(2, -1)
    x, _ = network.embed(inputs, torch.tensor([16 + 5, 32 + 5]), shape=(6, 6))
    x = x.view(2, 36, 10, 16) / 4
    told = network.puzzle_emb.weights.view(3, 11, 16)
    wanted = told[1, :1] + told[1, 1:] - told[2, :1] - told[2, 1:]
    torch.testing.assert_close(x[0] - x[1], wanted.expand(36, -1, -1), atol=1e-4, rtol=1e-4)


def test_a_network_of_fewer_colours_answers_no_others() -> None:
    network, inputs = random_network(replace(COLOUR, colours="0125")), canvas(1, colours=3)
    logits, _ = think(network, inputs)
    absent = [2 + colour for colour in (3, 4, 6, 7, 8, 9)]
    assert (logits[..., absent] == NEVER).all()
    assert (logits[..., [0, 1, 2, 3, 4, 7]] > NEVER).all()
    assert network.initial_state(2, 36)[0].shape == (2, 36 * 4, 16)


def by_definition(gate, value, axis, against):
    """Σ over the cells before: their value, times the gates of all between."""
    gates, values = gate.unbind(axis), value.unbind(axis)
    order = list(range(len(values)))[:: -1 if against else 1]
    found = {}
    reached = torch.zeros_like(values[0])
    for here in order:
        found[here] = reached
        reached = gates[here] * reached + values[here]
    return torch.stack([found[i] for i in sorted(found)], dim=axis)


@pytest.mark.parametrize(("axis", "against"), DIRECTIONS)
def test_a_ray_brings_what_lies_before_each_cell_and_its_gradient(axis, against) -> None:
    torch.manual_seed(0)
    gate = torch.rand(2, 4, 3, 2, 2, dtype=torch.double, requires_grad=True)
    value = torch.randn(2, 4, 3, 2, 2, dtype=torch.double, requires_grad=True)
    reached = moved(along(gate, value, axis, against), axis, against)
    torch.testing.assert_close(reached, by_definition(gate, value, axis, against))
    assert torch.autograd.gradcheck(lambda g, v: along(g, v, axis, against), (gate, value))


def test_components_hear_their_own_mean_and_no_other_grid_s() -> None:
    torch.manual_seed(0)
    told, weights = torch.randn(2, 1, 3, 2, 4), torch.rand(2, 1, 3, 2, 4) + 0.1
    rows = torch.tensor([[0, 0, 2, 3, 4, 3]])
    (found,) = component_means(told * weights, weights, rows)
    pair = (told * weights)[0, 0, :2].sum(0) / weights[0, 0, :2].sum(0)
    torch.testing.assert_close(found[0, 0, :2], pair.expand(2, -1, -1))
    torch.testing.assert_close(found[0, 0, 2], told[0, 0, 2])
    apart = (told * weights)[1, 0, ::2].sum(0) / weights[1, 0, ::2].sum(0)
    torch.testing.assert_close(found[1, 0, ::2], apart.expand(2, -1, -1))


def test_no_two_grids_share_a_component() -> None:
    network = random_network(COLOUR)
    board = torch.arange(900).remainder(2).add(torch.arange(900) // 30).remainder(2).add(2).expand(3, -1)
    _, context = network.embed(board, torch.zeros(3, dtype=torch.long), torch.bfloat16)
    of_colour, _ = context.components
    assert of_colour.flatten().tolist() == list(range(2700)), "on a chequered board every cell is a component"
    some = context.rows(torch.tensor([2, 0]))
    assert some.components[0].flatten().tolist() == list(range(1800))
    assert torch.equal(some.components, numbered_apart(context.components[:, :2] % 900))


@pytest.mark.parametrize("far", [-1e4, 1e4])
def test_means_are_numbers_even_where_every_cell_wants_to_be_left_out(far) -> None:
    mixer = ColourMixer(COLOUR).bfloat16()
    with torch.no_grad():
        mixer.in_proj.bias.fill_(far)
    x = torch.randn(1, 36 * 10, 16, dtype=torch.bfloat16, requires_grad=True)
    mixed = mixer(x, Context((6, 6), torch.zeros(2, 1, 36, dtype=torch.long)))
    mixed.sum().backward()
    assert torch.isfinite(mixed).all()
    assert torch.isfinite(x.grad).all()


def test_the_network_does_without_the_compiler() -> None:
    """Loading it takes seconds, and the packaged app hasn't got it."""
    code = """
import sys
import torch
from solver.model.mixers.along import along
x = torch.rand(1, 3, 3, 1, 1, requires_grad=True)
along(x, x, 1, False).sum().backward()
print(any(name.startswith("torch._dynamo") for name in sys.modules))
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
