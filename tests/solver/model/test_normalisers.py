import torch

from solver.model.normalisers import stablemax


def test_stablemax_is_a_distribution_that_keeps_the_order() -> None:
    logits = torch.randn(5, 11) * 4
    p = stablemax(logits)
    torch.testing.assert_close(p.sum(-1), torch.ones(5, dtype=torch.float64))
    assert torch.equal(p.argsort(-1), logits.argsort(-1))
    torch.testing.assert_close(stablemax(torch.tensor([0.0, -1.0, 1.0])), torch.tensor([1, 0.5, 2]).double() / 3.5)
