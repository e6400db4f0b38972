from itertools import pairwise

import torch

from solver.model.by_hand.pools import pools_of


def test_every_cell_is_in_a_component_of_each_kind_a_row_and_a_column() -> None:
    first = torch.tensor([[[0, 0, 2], [0, 4, 2]], [[6, 6, 6], [9, 9, 9]]]).view(1, 2, 6)
    second = torch.tensor([[[0, 0, 0], [0, 0, 0]], [[6, 7, 7], [6, 7, 7]]]).view(1, 2, 6)
    pools = pools_of(torch.cat((first, second)), (2, 3))
    assert pools.counts == (5, 3, 4, 6)
    bounds = [*pools.firsts.tolist(), len(pools.members)]
    sets = [pools.members[a:b].tolist() for a, b in pairwise(bounds)]
    assert sets[:8] == [[0, 1, 3], [2, 5], [4], [6, 7, 8], [9, 10, 11], [0, 1, 2, 3, 4, 5], [6, 9], [7, 8, 10, 11]]
    assert sets[8:12] == [[0, 1, 2], [3, 4, 5], [6, 7, 8], [9, 10, 11]]
    assert sets[12:] == [[0, 3], [1, 4], [2, 5], [6, 9], [7, 10], [8, 11]]
    assert all(cell in sets[pool] for cell, own in enumerate(pools.pools_of.tolist()) for pool in own)


def test_sums_go_to_the_pools_and_come_back_to_their_cells() -> None:
    pools = pools_of(torch.tensor([[[0, 0, 2, 2]], [[0, 1, 1, 1]]]), (2, 2))
    cells = torch.tensor([[1.0], [10.0], [100.0], [1000.0]])
    assert pools.summed(cells).flatten().tolist() == [11, 1100, 1, 1110, 11, 1100, 101, 1010]
    assert pools.handed_back(pools.summed(cells)).flatten().tolist() == [124, 2142, 3411, 4320]
