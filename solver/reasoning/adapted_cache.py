"""Networks that were fitted to ARC tasks, kept so that the next solve of a task is instant."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import safetensors
import safetensors.torch
import torch

from solver.files import write_atomically
from solver.model.checkpoint import build_network
from solver.model.config import NetworkConfig
from solver.model.errors import CheckpointError
from solver.model.integrity import check_file
from solver.puzzles.arc.canvas import Shape, canvas_shape, canvas_side
from solver.puzzles.arc.task import ArcTask
from solver.reasoning.adapt import Adapted

LARGEST = 256 << 20
"""Bytes of a kept network."""
SUFFIX = ".safetensors"
_LOSSES = "losses"


def ignore_found(adapted: Adapted, bundled: bool) -> None:
    """No-op callback."""


class AdaptedCache:
    """One file for each task and base network in `folder`, which need not exist yet.

    What is missing there is looked up in `bundled`, which is never written to. `found` gets what was found, and whether
    it was bundled. With `ignore_cache` nothing is looked up, and what is saved replaces what was there.
    """

    def __init__(
        self,
        folder: Path,
        *,
        bundled: Path | None = None,
        ignore_cache: bool = False,
        found: Callable[[Adapted, bool], object] = ignore_found,
    ) -> None:
        self.folder = folder
        self._bundled = bundled
        self._ignore_cache = ignore_cache
        self._found = found

    def load(self, task: ArcTask, base: str, device: str = "cpu") -> Adapted | None:
        """The network fitted to the task from the base with that fingerprint; None if there is none."""
        for home in () if self._ignore_cache else (self.folder, self._bundled):
            adapted = home and self._read(home / file_name(task, base), task, base, device)
            if adapted:
                self._found(adapted, home is self._bundled)
                return adapted
        return None

    def holds(self, task: ArcTask, base: str) -> bool:
        """Whether a network that was fitted to the task is kept in `folder`."""
        return (self.folder / file_name(task, base)).is_file()

    def _read(self, file: Path, task: ArcTask, base: str, device: str) -> Adapted | None:
        try:
            check_file(file)
            if file.stat().st_size > LARGEST or not file.is_file():
                return None
            with safetensors.safe_open(file, framework="pt") as opened:
                told = json.loads((opened.metadata() or {})["adapted"])
                tensors = {name: opened.get_tensor(name) for name in opened.keys()}  # noqa: SIM118 - no dict
            losses = tensors.pop(_LOSSES).numpy()
            network = build_network(NetworkConfig.from_json(told["network"]), tensors, file.name)
            return Adapted(
                task.without_answers(),
                network.to(torch.device(device)).eval().requires_grad_(False),
                _part(told, task),
                base,
                losses,
                float(told["right"]),
                float(told["seconds"]),
                float(told["given"]),
                None if told["held_out"] is None else float(told["held_out"]),
            )
        # A file that is missing, cut off or of another version counts as none: the task is fitted again.
        except (OSError, safetensors.SafetensorError, KeyError, TypeError, ValueError, CheckpointError):
            return None

    def save(self, adapted: Adapted) -> None:
        """Keep it in place of what was fitted to the task before; raises `OSError`."""
        tensors = {name: tensor.cpu().contiguous() for name, tensor in adapted.network.state_dict().items()}
        tensors[_LOSSES] = torch.from_numpy(adapted.losses.astype(np.float32))
        told = {
            "network": adapted.network.config.to_json(),
            "right": adapted.right,
            "seconds": adapted.seconds,
            "given": adapted.given,
            "held_out": adapted.held_out,
            "part": adapted.part,
        }
        content = safetensors.torch.save(tensors, {"adapted": json.dumps(told)})
        write_atomically(self.folder / file_name(adapted.task, adapted.base), content)


def _part(told: dict[str, Any], task: ArcTask) -> Shape:
    """Raises `ValueError` where the canvas is another one; before parts were told, networks got all of it."""
    side = canvas_side(task)
    rows, columns = told.get("part", (side, side))
    for part in ((side, side), canvas_shape(task)):
        if (rows, columns) == part:
            return part
    raise ValueError("another canvas")


def file_name(task: ArcTask, base: str) -> str:
    """Alike for tasks that differ in their name or their test outputs alone."""
    what = json.dumps([base, task.without_answers().to_json()], sort_keys=True)
    return f"{hashlib.sha256(what.encode()).hexdigest()[:32]}{SUFFIX}"
