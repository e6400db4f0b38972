"""A run's state on disk: numbered parts small enough to commit, and an index that is replaced last, in one move.

It is light: weights and averages in half precision, the optimiser's moments in bfloat16, no slots. What rounding takes
away is far below the noise of a training step.
"""

import hashlib
import io
import json
import re
from pathlib import Path
from typing import Any

import torch

from solver.files import read_limited, write_atomically

PART_BYTES = 15 << 20
INDEX = "index.json"
LARGEST_INDEX = 1 << 20
LARGEST_PART = 4 << 30
"""Bytes."""
DTYPES = {
    "network": torch.float16,
    "ema": torch.float16,
    "wave_head": torch.float16,
    "optimiser": torch.bfloat16,  # second moments are too small for float16
}
"""What the floating-point numbers of each entry of a state are kept in."""
_PART = re.compile(r"step-(\d{9})\.part-(\d{3})")


class StateError(ValueError):
    """A state that cannot be read; the message is one sentence."""


def save_state(folder: Path, state: dict[str, Any], *, part_bytes: int = PART_BYTES) -> None:
    """Write `state` (tensors and plain data) in parts, then the index, then remove the parts that were before."""
    buffer = io.BytesIO()
    torch.save({name: _light(value, DTYPES.get(name)) for name, value in state.items()}, buffer)
    content = buffer.getvalue()
    names = []
    for number, start in enumerate(range(0, len(content), part_bytes)):
        names.append(f"step-{state['step']:09d}.part-{number:03d}")
        write_atomically(folder / names[-1], content[start : start + part_bytes])
    index = {"step": state["step"], "parts": names, "sha256": hashlib.sha256(content).hexdigest()}
    write_atomically(folder / INDEX, json.dumps(index, indent=2).encode())
    for file in folder.iterdir():
        if _PART.fullmatch(file.name) and file.name not in names:
            file.unlink()


def _light(value: Any, dtype: torch.dtype | None) -> Any:
    if isinstance(value, torch.Tensor):
        # A view would be saved with all that it is a view of.
        kept = value.detach().cpu()
        return kept.to(dtype, copy=True) if dtype is not None and kept.is_floating_point() else kept.clone()
    if isinstance(value, dict):
        return {name: _light(item, dtype) for name, item in value.items()}
    return [_light(item, dtype) for item in value] if isinstance(value, list) else value


def remove_foreign_parts(folder: Path) -> None:
    """Delete the parts that the index does not name: a save that was killed left them."""
    try:
        names = json.loads(read_limited(folder / INDEX, LARGEST_INDEX))["parts"] if has_state(folder) else []
    except (OSError, ValueError, KeyError, TypeError):
        return  # a damaged one is reported when it is loaded
    for file in folder.iterdir() if folder.is_dir() else ():
        if _PART.fullmatch(file.name) and file.name not in names:
            file.unlink()


def has_state(folder: Path) -> bool:
    """Whether a state was ever saved there."""
    return (folder / INDEX).is_file()


def load_state(folder: Path) -> dict[str, Any]:
    """Read what `save_state` wrote; raises `StateError`."""
    try:
        index = json.loads(read_limited(folder / INDEX, LARGEST_INDEX))
        names = index["parts"]
        if not all(isinstance(name, str) and _PART.fullmatch(name) for name in names):
            raise StateError(f"{folder / INDEX} does not name parts of a state.")
        content = b"".join(read_limited(folder / name, LARGEST_PART) for name in names)
        expected = index["sha256"]
    except OSError as error:
        raise StateError(f"{error.filename} cannot be read: {error.strerror}.") from None
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise error if isinstance(error, StateError) else StateError(f"{folder / INDEX} is damaged.") from None
    if hashlib.sha256(content).hexdigest() != expected:
        raise StateError(f"The state in {folder} is damaged: its parts are not what the index says.")
    try:
        state: dict[str, Any] = torch.load(io.BytesIO(content), map_location="cpu", weights_only=True)
    # Garbled pickles fail in many ways.
    except Exception as error:
        raise StateError(f"The state in {folder} is damaged.") from error
    return state
