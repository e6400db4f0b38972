import torch

from solver.model.positions import axial_tables, rotate


def test_axial_positions_tell_how_far_apart_two_cells_are_and_nothing_else() -> None:
    cosine, sine = axial_tables((5, 7), 2, 8, torch.device("cpu"))
    assert cosine.shape == sine.shape == (37, 8)
    torch.testing.assert_close(cosine[:2], torch.ones(2, 8))
    query, key = torch.randn(2, 1, 1, 1, 8)
    turned = [rotate(v.expand(1, 1, 37, 8), cosine, sine)[0, 0, 2:].view(5, 7, 8) for v in (query, key)]
    scores = torch.einsum("rcd,RCd->rcRC", *turned)
    torch.testing.assert_close(scores[0, 0, 2, 3], scores[2, 1, 4, 4])
    assert not torch.isclose(scores[0, 0, 2, 3], scores[0, 0, 3, 2])
    assert not torch.isclose(scores[0, 0, 2, 3], scores[2, 3, 0, 0])
