"""The decorator for functions that numba compiles, typed, and the only place that imports numba."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """Compile `function` on its first call, and keep the machine code beside its source for the next process."""
    return cast(Function, numba.njit(cache=True)(function))
