"""The exponential moving average of a network's weights, which is what gets measured and shipped."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import torch
from torch import Tensor


class Averages:
    """An average for each of `parameters`; the younger it is, the faster it follows."""

    def __init__(self, parameters: Sequence[Tensor], decay: float) -> None:
        self._parameters, self._decay = list(parameters), decay
        self.values = [p.detach().clone() for p in parameters]
        """In the parameters' order."""
        self._updates = 0

    def update(self, updates: int | None = None) -> None:
        """Follow the parameters after an optimiser step, which is number `updates` where the average is older."""
        self._updates = self._updates + 1 if updates is None else updates
        # With the full decay from the start, the first random weights would stay in it for thousands of steps.
        decay = min(self._decay, self._updates / (9 + self._updates))
        with torch.no_grad():
            torch._foreach_lerp_(self.values, self._parameters, 1 - decay)

    def set(self, values: Sequence[Tensor]) -> None:
        """Go on from these averages."""
        with torch.no_grad():
            torch._foreach_copy_(self.values, list(values))

    def put(self) -> None:
        """Copy the averages into the parameters for good."""
        with torch.no_grad():
            torch._foreach_copy_(self._parameters, self.values)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """The averages in place of the parameters for as long as the context lasts."""
        trained = [p.detach().clone() for p in self._parameters]
        try:
            self.put()
            yield
        finally:
            with torch.no_grad():
                torch._foreach_copy_(self._parameters, trained)
