"""Maps of features in two halves commute with swapping them."""

import torch

from solver.model.paired import Paired, PairedSwiGLU, halves_norm, invariant, swapped


def swap(x: torch.Tensor, vectors: int = 1) -> torch.Tensor:
    return x.unflatten(-1, (vectors, 2, -1)).flip(-2).flatten(-3)


def test_paired_maps_commute_with_the_swap() -> None:
    torch.manual_seed(0)
    x = torch.randn(5, 24)
    for layer in (Paired(24, 8), PairedSwiGLU(24, 12)):
        torch.testing.assert_close(layer(swap(x)), swap(layer(x)))
    two = Paired(24, 8, vectors=2)
    torch.testing.assert_close(two(swap(x, 2)), swap(two(x)))
    torch.testing.assert_close(halves_norm(swap(x)), swap(halves_norm(x)))


def test_a_swapped_weight_does_the_same_to_swapped_features() -> None:
    torch.manual_seed(0)
    weight, x = torch.randn(8, 24), torch.randn(5, 24)
    torch.testing.assert_close(swap(x, 2) @ swapped(weight, vectors=2).T, swap(x @ weight.T))


def test_what_is_invariant_ignores_the_swap_and_only_that() -> None:
    x = torch.tensor([1.0, 2.0, 5.0, 8.0])
    assert invariant(x).tolist() == invariant(swap(x)).tolist() == [3.0, 5.0, 3.0, 5.0]
