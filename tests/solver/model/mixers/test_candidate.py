"""The candidate mixer: its symmetries, and who hears whom."""

import torch

from solver.model.context import Context
from tests.solver.model.networks import CANDIDATE, random_network


def test_the_candidate_mixer_knows_no_digit_row_or_column() -> None:
    """Rename the digits and permute rows, columns, bands and stacks: the logits are renamed and permuted alike."""
    network = random_network(CANDIDATE)
    generator = torch.Generator().manual_seed(1)
    inputs = torch.randint(1, 11, (1, 81), generator=generator)
    names = torch.cat((torch.tensor([0, 1]), torch.randperm(9, generator=generator) + 2))
    rows, columns = (
        (torch.randperm(3, generator=generator)[:, None] * 3 + torch.randperm(3, generator=generator)).flatten()
        for _ in range(2)
    )
    moved = (rows[:, None] * 9 + columns).flatten()

    def think(tokens: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        x, context = network.embed(tokens)
        _, _, logits, q = network(x, *network.initial_state(1, 81), context)
        return logits, q

    logits, q = think(inputs)
    seen_logits, seen_q = think(names[inputs[:, moved]])
    torch.testing.assert_close(seen_logits[:, :, names], logits[:, moved], atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(seen_q, q, atol=1e-4, rtol=1e-4)


def test_candidates_hear_their_own_units_only() -> None:
    """A given in r1c1 reaches, in one evaluation of the mixer, its row, column, box and cell, and nothing else."""
    mixer = random_network(CANDIDATE).L_level.layers[0].candidate
    x = torch.zeros(1, 729, 16)
    x[0, 0] = 1.0
    heard = (mixer(x, Context((9, 9))).view(81, 9, 16).abs().sum(-1) > 0).nonzero().tolist()
    peers = {cell for cell in range(81) if cell < 9 or cell % 9 == 0 or (cell // 9 < 3 and cell % 9 < 3)}
    assert {tuple(h) for h in heard} == {(cell, 0) for cell in peers} | {(0, digit) for digit in range(9)}
