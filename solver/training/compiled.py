"""The decorator for functions that numba compiles, typed, and the only place that imports numba."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """Compile `function` on its first call, and keep the machine code beside its source for the next process."""
    return cast(Function, numba.njit(cache=True)(function))


def compiled_parallel(function: Function) -> Function:
    """`compiled`, with the iterations of its `numba.prange` loops shared among numba's threads."""
    return cast(Function, numba.njit(cache=True, parallel=True)(function))


prange = numba.prange


def set_numba_threads(count: int) -> None:
    """Let parallel loops use this many threads, or as many as there are if that is fewer."""
    most: int = numba.config.NUMBA_NUM_THREADS  # type: ignore[attr-defined]
    numba.set_num_threads(min(count, most))
