"""Asking often whether work was cancelled: one pass through a network on large grids may take a second or two."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from torch import Tensor, nn
from torch.utils.hooks import RemovableHandle

from solver.model.recursive import RecursiveModel


@contextmanager
def interrupting(network: RecursiveModel, check_cancelled: Callable[[], None]) -> Iterator[None]:
    """For as long as the context lasts, ask before each block of `network`, and as the gradient comes back to it.

    What `check_cancelled` raises ends the pass that is under way.
    """

    def before(_module: nn.Module, _inputs: object) -> None:
        check_cancelled()

    def after(_module: nn.Module, _inputs: object, output: Tensor) -> None:
        if output.requires_grad:
            output.register_hook(lambda _: check_cancelled())  # type: ignore[no-untyped-call]

    handles: list[RemovableHandle] = []
    for block in network.blocks():
        handles += [block.register_forward_pre_hook(before), block.register_forward_hook(after)]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()
