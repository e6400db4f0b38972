"""The colour mixer's forward and backward pass; `solver.model.mixers.colour` says what it computes, layer by layer.

What a component, a row, a column or a grid tells is projected where it is counted and only then handed to the cells, so
that few numbers are projected, and all are added in one pass.

Shapes: B grids of R × C = L cells, K colours, N = B · L · K tokens of D features, n = D / 4 of them narrow.
"""

from typing import Any, NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor
from torch.autograd.function import once_differentiable

from solver.model.by_hand.norms import normed, normed_gradient
from solver.model.by_hand.pools import Pools
from solver.model.by_hand.products import product, weight_gradient
from solver.model.by_hand.rays import Extent, reached, reached_gradients
from solver.model.by_hand.strongest import strongest, strongest_gradient

PLANES = 10
"""Values and gates of the four directions, what is told, and how much it weighs."""


class Weights(NamedTuple):
    """The mixer's parameters."""

    depthwise: Tensor
    in_proj: Tensor
    in_bias: Tensor
    near: Tensor
    row: Tensor
    column: Tensor
    grid: Tensor
    colour: Tensor


class _Mixing(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, x: Tensor, pools: Pools, extent: Extent, least_weight: float, *parameters: Tensor) -> Tensor:
        batch, rows, columns = extent
        cells, size = batch * rows * columns, x.shape[-1]
        narrow = size // 4
        own = Weights(*(weight.to(x.dtype) for weight in parameters))
        tokens = x.reshape(-1, size)
        planes = _planes(product(tokens, own.in_proj, bias=own.in_bias), narrow)
        values, gates, told, share = planes[:4], planes[4:8].sigmoid_(), planes[8], planes[9].sigmoid_()
        rays = reached(gates, values, extent)
        near = torch.cat((_neighbours(tokens, own.depthwise, extent), *rays), dim=1)

        # Sums over a whole grid need float32.
        weights = share.float() + least_weight
        totals, of_weights = (
            pools.summed(of_cells.view(cells, -1)).view(-1, narrow) for of_cells in (told.float() * weights, weights)
        )
        grid_totals, grid_weights = (
            _rows_of(of_pools.view(len(pools.firsts), -1), pools, batch).sum(1).view(-1, narrow)
            for of_pools in (totals, of_weights)
        )
        means, grid_means = totals.div_(of_weights), grid_totals.div_(grid_weights)
        strongest_of_grid = strongest(told.view(batch, rows * columns, -1), 1).view(-1, narrow)
        of_grids = torch.cat((grid_means.to(x.dtype), strongest_of_grid), dim=1)
        projected = torch.cat(
            [part @ weight.t() for part, weight in zip(_kinds(means, pools), _pool_weights(own), strict=True)]
        ).to(x.dtype)
        from_grids = product(of_grids, own.grid).view(batch, 1, -1)
        _rows_of(projected.view(len(pools.firsts), -1), pools, batch).add_(from_grids)

        of_cell = told.view(cells, -1, narrow)
        others = torch.cat((of_cell.mean(1), strongest(of_cell, 1).squeeze(1)), dim=1)
        heard = pools.handed_back(projected.view(len(pools.firsts), -1))
        heard.view(cells, -1, size).add_(product(others, own.colour)[:, None])
        mixed = product(near, own.near[:, : 2 * size].contiguous(), plus=heard.view(tokens.shape).add_(tokens))
        found, factors = normed(mixed)
        ctx.save_for_backward(
            tokens,
            planes,
            rays,
            near,
            means,
            of_weights,
            grid_means,
            grid_weights,
            of_grids,
            others,
            found,
            factors,
            *own,
        )
        ctx.told = pools, extent, least_weight, [weight.dtype for weight in parameters]
        return found.view_as(x)

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, gradient: Tensor) -> tuple[Any, ...]:
        tokens, planes, rays, near, means, of_weights, *rest = ctx.saved_tensors
        grid_means, grid_weights, of_grids, others, found, factors, *own_weights = rest
        pools, extent, least_weight, dtypes = ctx.told
        own = Weights(*own_weights)
        batch, rows, columns = extent
        cells, size = batch * rows * columns, tokens.shape[-1]
        narrow = size // 4
        values, gates, told, share = planes[:4], planes[4:8], planes[8], planes[9]
        summed = normed_gradient(gradient.reshape(found.shape), found, factors)
        planes_gradient = torch.empty_like(planes)

        # What the pools told.
        by_cell = summed.view(cells, -1)
        of_pools = pools.summed(by_cell)
        of_rows = _rows_of(of_pools, pools, batch).sum(1).view(-1, size)
        kinds = _kinds(of_pools.view(-1, size).float(), pools)
        of_means = torch.cat([part @ weight for part, weight in zip(kinds, _pool_weights(own), strict=True)])
        pool_gradients = [part.t() @ told_by for part, told_by in zip(kinds, _kinds(means, pools), strict=True)]
        of_grid_inputs = product(of_rows, own.grid.t().contiguous())
        grid_gradient = weight_gradient(of_rows, of_grids)
        of_totals = of_means.div_(of_weights)
        of_sums = (of_totals * means).neg_()
        of_grid_totals = of_grid_inputs[:, :narrow].float() / grid_weights
        _rows_of(of_totals.view(len(pools.firsts), -1), pools, batch).add_(of_grid_totals.view(batch, 1, -1))
        of_grid_sums = of_grid_totals * grid_means
        _rows_of(of_sums.view(len(pools.firsts), -1), pools, batch).sub_(of_grid_sums.view(batch, 1, -1))
        of_weighed = pools.handed_back(of_totals.view(len(pools.firsts), -1)).view(told.shape)
        of_shares = pools.handed_back(of_sums.view(len(pools.firsts), -1)).view(told.shape)
        told32, share32 = told.float(), share.float()
        of_shares.addcmul_(of_weighed, told32)
        planes_gradient[9] = torch.addcmul(share32, share32, share32, value=-1).mul_(of_shares)

        # What the other colours of the cell, and the strongest of the grid, told.
        of_others = by_cell.view(cells, -1, size).sum(1)
        colour_gradient = weight_gradient(of_others, others)
        of_mean, of_strongest = product(of_others, own.colour.t().contiguous()).chunk(2, dim=1)
        of_cell = told.view(cells, -1, narrow)
        of_told = of_weighed.mul_(share32 + least_weight).view(of_cell.shape)
        of_told.add_(of_mean[:, None], alpha=1 / of_cell.shape[1])
        of_told.add_(strongest_gradient(of_cell, others[:, None, narrow:], of_strongest[:, None], 1))
        of_grid = told.view(batch, rows * columns, -1)
        strongest_of_grid = of_grids[:, narrow:].reshape(batch, 1, -1)
        given = of_grid_inputs[:, narrow:].reshape(batch, 1, -1)
        of_told.view(of_grid.shape).add_(strongest_gradient(of_grid, strongest_of_grid, given, 1))
        planes_gradient[8] = of_told.view(told.shape)

        # What is near.
        near_weight = own.near[:, : 2 * size]
        of_near = product(summed, near_weight.t().contiguous())
        near_gradient = torch.cat((weight_gradient(summed, near).float(), *pool_gradients[:-2]), dim=1)
        of_neighbours, of_rays = of_near.chunk(2, dim=1)
        of_rays = of_rays.view(-1, 4, narrow).permute(1, 0, 2).contiguous()
        reached_gradients(gates, values, rays, of_rays, extent, planes_gradient[4:8], planes_gradient[:4])
        of_tokens, depthwise_gradient = _neighbours_gradients(tokens, own.depthwise, of_neighbours, extent)
        flat = planes_gradient.permute(1, 0, 2).reshape(len(tokens), -1)
        of_tokens = product(flat, own.in_proj.t().contiguous(), plus=of_tokens.add_(summed))
        row_gradient, column_gradient = pool_gradients[-2:]
        gradients = Weights(
            depthwise_gradient,
            weight_gradient(flat, tokens),
            flat.sum(0),
            near_gradient,
            row_gradient,
            column_gradient,
            grid_gradient,
            colour_gradient,
        )
        typed = (of_weight.to(dtype) for of_weight, dtype in zip(gradients, dtypes, strict=True))
        return of_tokens.view_as(gradient), None, None, None, *typed


def mixed(x: Tensor, pools: Pools, extent: Extent, least_weight: float, weights: Weights) -> Tensor:
    """[B, L · K, D] of x [B, L · K, D]."""
    found: Tensor = _Mixing.apply(x, pools, extent, least_weight, *weights)  # type: ignore[no-untyped-call]
    return found


def _planes(projected: Tensor, narrow: int) -> Tensor:
    """[PLANES, N, n] of [N, PLANES · n]."""
    return projected.view(-1, PLANES, narrow).permute(1, 0, 2).contiguous()


def _kinds(of_pools: Tensor, pools: Pools) -> tuple[Tensor, ...]:
    """Each kind's part of [pools · K, ·]."""
    colours = len(of_pools) // len(pools.firsts)
    return torch.split(of_pools, [count * colours for count in pools.counts])


def _rows_of(of_pools: Tensor, pools: Pools, batch: int) -> Tensor:
    """[B, R, ·]: the part of [pools, ·] that is of the grids' rows; shares its memory."""
    first = sum(pools.counts[:-2])
    return of_pools[first : first + pools.counts[-2]].view(batch, -1, of_pools.shape[-1])


def _pool_weights(own: Weights) -> list[Tensor]:
    """The weight [D, n], in float32, by which each kind of pool is projected."""
    size = len(own.near)
    return [*torch.split(own.near[:, 2 * size :].float(), size // 4, dim=1), own.row.float(), own.column.float()]


def _channels(tokens: Tensor, extent: Extent) -> Tensor:
    """[B, K · D, R, C] of tokens [N, D]; shares their memory."""
    batch, rows, columns = extent
    return tokens.view(batch, rows, columns, -1).permute(0, 3, 1, 2)


def _neighbours(tokens: Tensor, weight: Tensor, extent: Extent) -> Tensor:
    """A depthwise 3 × 3 convolution over the cells, the same for each colour."""
    channels = _channels(tokens, extent)
    colours = channels.shape[1] // len(weight)
    heard = F.conv2d(channels, weight.repeat(colours, 1, 1, 1), padding=1, groups=channels.shape[1])
    return heard.permute(0, 2, 3, 1).reshape(tokens.shape)


def _neighbours_gradients(tokens: Tensor, weight: Tensor, gradient: Tensor, extent: Extent) -> tuple[Tensor, Tensor]:
    """Those of the tokens and of the weight."""
    channels = _channels(tokens, extent)
    groups = channels.shape[1]
    repeated = weight.repeat(groups // len(weight), 1, 1, 1)
    of_channels, of_weight, _ = torch.ops.aten.convolution_backward(
        _channels(gradient.contiguous(), extent),
        channels,
        repeated,
        None,
        [1, 1],
        [1, 1],
        [1, 1],
        False,
        [0, 0],
        groups,
        [True, True, False],
    )
    of_tokens = of_channels.permute(0, 2, 3, 1).reshape(tokens.shape)
    return of_tokens, of_weight.view(-1, *weight.shape).sum(0)
