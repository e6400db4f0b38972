"""Compiling the one network that is applied again and again."""

import warnings
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, library

from solver.model.mixers.along import along_gradients, go_along
from solver.model.mixers.colour import ColourMixer
from solver.model.mixers.convolution import ConvolutionMixer
from solver.model.recursive import RecursiveModel

RECOMPILE_LIMIT = 64


def compile_network(network: RecursiveModel, backend: str = "inductor") -> None:
    """Compile its blocks; their parameters keep their names."""
    import torch._dynamo  # takes longer to load than all the rest; most runs don't compile

    # The cached tables of positions are functions of their arguments alone, so tracing through the cache is right.
    warnings.filterwarnings("ignore", "Dynamo detected a call to a `functools.lru_cache`", UserWarning)
    # Each canvas and each way of asking for gradients is compiled apart; past the limit torch would run uncompiled.
    torch._dynamo.config.recompile_limit = RECOMPILE_LIMIT
    for module in network.modules():
        if isinstance(module, ColourMixer):
            module.along = opaque_along
        if isinstance(module, ConvolutionMixer) and module.weight.is_cuda:
            module.convolve = shifted_sum
    # Block by block: all have the same code, so it is compiled once for all, and for all ways of asking for gradients.
    for block in network.blocks():
        block.compile(dynamic=False, backend=backend)


def shifted_sum(grid: Tensor, weight: Tensor) -> Tensor:
    """As `solver.model.mixers.convolution.depthwise`; on a GPU the compiler makes one fast kernel of it."""
    _, rows, columns, _ = grid.shape
    kernel = weight.shape[-1]
    around = kernel // 2
    padded = F.pad(grid, (0, 0, around, around, around, around))
    shifted = [
        padded[:, down : down + rows, right : right + columns] * weight[:, 0, down, right]
        for down in range(kernel)
        for right in range(kernel)
    ]
    total = shifted[0]
    for term in shifted[1:]:
        total = total + term
    return total


# An operator of its own, since the compiler would unroll its loop, which takes it minutes. It isn't in `solver.model`,
# since a call of it loads the compiler, which the app does without.
@library.custom_op("ponder::along", mutates_args=())
def opaque_along(gate: Tensor, value: Tensor, axis: int, against: bool) -> Tensor:
    """As `solver.model.mixers.along.along`."""
    return go_along(gate, value, axis, against)


@opaque_along.register_fake
def _(_gate: Tensor, value: Tensor, _axis: int, _against: bool) -> Tensor:
    return torch.empty_like(value, memory_format=torch.contiguous_format)


def _remember(ctx: Any, inputs: tuple[Any, ...], output: Tensor) -> None:
    gate, _, *ctx.way = inputs
    ctx.save_for_backward(gate, output)


def _backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, Tensor, None, None]:
    gate, reached = ctx.saved_tensors
    axis, against = ctx.way
    return *along_gradients(opaque_along, gate, reached, gradient, axis, against), None, None


opaque_along.register_autograd(_backward, setup_context=_remember)
