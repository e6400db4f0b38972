"""Threads that each take some of the grids, instead of all sharing every operation of torch."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from types import TracebackType
from typing import Self, TypeVar

import torch

Part = TypeVar("Part")
Found = TypeVar("Found")


class SideBySide:
    """As many threads as torch had in the calling one, for as long as the context lasts.

    Threads that share an operation wait for each other thousands of times a second, and for very long where another
    program needs one of the cores. These wait once for each list of parts. On a GPU there is one thread.
    """

    def __init__(self, device: torch.device) -> None:
        self.count = torch.get_num_threads() if device.type == "cpu" else 1
        self._each = 1
        """Threads that each of them has for single operations."""
        self._before = self.count
        self._pool: ThreadPoolExecutor | None = None

    def limit(self, parts: int) -> None:
        """Before it is entered: there are so many parts at most, so threads beyond that share single operations."""
        self.count, self._each = min(self.count, parts), max(1, self.count // parts)

    def __enter__(self) -> Self:
        if self.count > 1:
            torch.set_num_threads(self._each)
            # Each thread has a number of its own.
            self._pool = ThreadPoolExecutor(self.count - 1, "grids", torch.set_num_threads, (self._each,))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown()
            torch.set_num_threads(self._before)

    def run(self, function: Callable[[Part], Found], parts: Sequence[Part]) -> list[Found]:
        """What `function` returns for each part, in order; raises what it raises, once no thread works any more."""
        if self._pool is None:
            return [function(part) for part in parts]
        elsewhere: list[Future[Found]] = []
        own: list[Found] = []
        try:
            # The calling thread works too, on every `count`-th part.
            elsewhere = [self._pool.submit(function, part) for i, part in enumerate(parts) if i % self.count]
            own = [function(part) for part in parts[:: self.count]]
        finally:
            wait(elsewhere)
        others, mine = iter(elsewhere), iter(own)
        return [next(others).result() if i % self.count else next(mine) for i in range(len(parts))]
