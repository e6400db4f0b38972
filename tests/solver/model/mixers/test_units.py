"""The units mixer: its symmetries, who hears whom, and the gradient of its maximum."""

import pytest
import torch

from solver.model.context import Context
from solver.model.mixers.units import strongest
from tests.solver.model.networks import UNITS, random_network


@pytest.mark.parametrize("transposes", [False, True])
def test_the_units_mixer_keeps_every_symmetry_of_sudoku(transposes: bool) -> None:
    """Rename digits, permute bands, stacks and lines, transpose: the logits follow, and q stays as it is."""
    network = random_network(UNITS)
    generator = torch.Generator().manual_seed(1)
    inputs = torch.randint(1, 11, (1, 81), generator=generator)
    names = torch.cat((torch.tensor([0, 1]), torch.randperm(9, generator=generator) + 2))
    rows, columns = (
        (torch.randperm(3, generator=generator)[:, None] * 3 + torch.randperm(3, generator=generator)).flatten()
        for _ in range(2)
    )
    grid = rows[:, None] * 9 + columns
    moved = (grid.T if transposes else grid).flatten()

    def think(tokens: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        x, context = network.embed(tokens)
        _, _, logits, q = network(x, *network.initial_state(1, 81), context)
        return logits, q

    logits, q = think(inputs)
    seen_logits, seen_q = think(names[inputs[:, moved]])
    torch.testing.assert_close(seen_logits[:, :, names], logits[:, moved], atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(seen_q, q, atol=1e-4, rtol=1e-4)


def test_rows_are_told_from_columns() -> None:
    """What transposing keeps is the whole, not each token: a given up the column is not a given along the row."""
    network = random_network(UNITS)
    mixer = network.L_level.layers[0].units
    along, down = torch.zeros(2, 1, 81, 9, 16)
    along[0, 1], down[0, 9] = 1.0, 1.0
    heard = [mixer(x.flatten(1, 2), Context((9, 9)))[0, 0] for x in (along, down)]
    assert not torch.allclose(heard[0], heard[1], atol=1e-3)


def test_candidates_hear_their_own_units_only() -> None:
    mixer = random_network(UNITS).L_level.layers[0].units
    x = torch.zeros(1, 729, 16)
    x[0, 0] = 1.0
    heard = (mixer(x, Context((9, 9))).view(81, 9, 16).abs().sum(-1) > 0).nonzero().tolist()
    peers = {cell for cell in range(81) if cell < 9 or cell % 9 == 0 or (cell // 9 < 3 and cell % 9 < 3)}
    assert {tuple(h) for h in heard} == {(cell, 0) for cell in peers} | {(0, digit) for digit in range(9)}


def test_the_strongest_gets_the_gradient() -> None:
    x = torch.randn(2, 3, 4, dtype=torch.double, requires_grad=True)
    assert torch.autograd.gradcheck(lambda t: strongest(t, 2, 1), (x,))
    found = strongest(x, 2, 1)
    assert torch.equal(found, x.amax((1, 2), keepdim=True))
    assert torch.equal(found, strongest(x.detach(), 2, 1))
    equal = torch.ones(1, 3, requires_grad=True)
    strongest(equal, 1).sum().backward()
    assert equal.grad.tolist() == [[1.0, 1.0, 1.0]]
