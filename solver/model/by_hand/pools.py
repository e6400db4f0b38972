"""Sums over every component, row and column of a batch of grids at once, and what they hand back to the cells.

A pool is a set of cells of one grid. All pools of all kinds are numbered one after the other: the components of the
first kind, those of the second, the rows, the columns.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor


@dataclass(frozen=True, eq=False)
class Pools:
    """The pools of B grids of L cells; each cell is in one of each kind."""

    members: Tensor
    """[kinds · B · L]: the cells of each pool, pool after pool."""
    firsts: Tensor
    """[pools]: where in `members` each pool begins."""
    pools_of: Tensor
    """[B · L, kinds]"""
    counts: tuple[int, ...]
    """How many pools each kind has."""

    def summed(self, cells: Tensor) -> Tensor:
        """[pools, F] of cells [B · L, F]."""
        return F.embedding_bag(self.members, cells, self.firsts, mode="sum")

    def handed_back(self, pools: Tensor) -> Tensor:
        """[B · L, F]: the sum, over each cell's pools, of pools [pools, F]."""
        return F.embedding_bag(self.pools_of, pools, mode="sum")


def pools_of(components: Tensor, shape: tuple[int, int]) -> Pools:
    """The pools of grids of this shape with these components [kinds, B, L], of which no two grids share one."""
    kinds, batch, cells = components.shape
    rows, columns = shape
    labels = components.reshape(kinds, -1)
    device = labels.device
    counts = torch.zeros(kinds, batch * cells, dtype=torch.long, device=device)
    counts.scatter_add_(1, labels, torch.ones_like(labels))
    present = counts > 0
    number = present.cumsum(1) - 1
    cell = torch.arange(batch * cells, device=device)
    lines = torch.stack((cell // columns, cell // cells * columns + cell % columns))
    sizes = [*present.sum(1).tolist(), batch * rows, batch * columns]
    before = torch.tensor(sizes).cumsum(0) - torch.tensor(sizes)
    pools = torch.cat((number.gather(1, labels), lines)) + before.to(device)[:, None]
    lengths = torch.cat((counts[present], _full(batch * rows, columns, device), _full(batch * columns, rows, device)))
    members = torch.cat(
        (
            labels.argsort(stable=True, dim=1).flatten(),
            cell,
            cell.view(batch, rows, columns).transpose(1, 2).flatten(),
        )
    )
    return Pools(members, lengths.cumsum(0) - lengths, pools.t().contiguous(), tuple(sizes))


def _full(count: int, value: int, device: torch.device) -> Tensor:
    return torch.full((count,), value, device=device)
