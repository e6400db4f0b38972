"""Arrays as plain data and back, bit for bit."""

import base64
import binascii
from typing import Any

import numpy as np
import numpy.typing as npt

from solver.messages import ExplainedError, Template

ARRAY_TYPE = Template("trace.array_type", "an array has the type {type} instead of {known:or}")
NOT_BASE64 = Template("trace.not_base64", "an array is not base64")
NOT_FINITE = Template("trace.not_finite", "an array holds numbers that are not finite")


def array_to_json(array: npt.NDArray[Any], dtype: str = "<f4") -> dict[str, Any]:
    """Its dtype, shape, and base64 of its numbers as little-endian `dtype`."""
    little: npt.NDArray[Any] = np.ascontiguousarray(array, dtype=dtype)
    return {"dtype": dtype, "shape": list(array.shape), "base64": base64.b64encode(little.tobytes()).decode("ascii")}


def array_from_json(data: dict[str, Any], *dtypes: str) -> npt.NDArray[Any]:
    """Read back `array_to_json`; raises `ExplainedError` for other dtypes than `dtypes`, float32 by default."""
    dtype, known = data["dtype"], dtypes or ("<f4",)
    if dtype not in known:
        raise ExplainedError(ARRAY_TYPE(type=str(dtype), known=known))
    try:
        raw = base64.b64decode(data["base64"], validate=True)
    except binascii.Error:
        raise ExplainedError(NOT_BASE64()) from None
    stored = np.frombuffer(raw, dtype=dtype).reshape([int(n) for n in data["shape"]])
    array: npt.NDArray[Any] = stored.astype(np.int64 if dtype == "|i1" else np.float32)
    if not np.isfinite(array).all():
        raise ExplainedError(NOT_FINITE())
    return array
