"""Choosing where the network runs, and saying why."""

import os
from dataclasses import dataclass

import torch

DEVICE_NAMES = ("auto", "cpu", "cuda", "mps")


class DeviceError(ValueError):
    """A device was asked for that this machine does not have; the message is one sentence."""


@dataclass(frozen=True)
class Device:
    """A torch device's name, and one sentence on why it was chosen."""

    name: str
    why: str


def choose_device(wanted: str = "auto") -> Device:
    """The device called `wanted`, or for "auto" the fastest one there is; raises `DeviceError`."""
    available = {
        "cuda": torch.cuda.is_available(),
        "mps": torch.backends.mps.is_available(),
        "cpu": True,
    }
    if wanted == "auto":
        name = next(name for name, is_there in available.items() if is_there)
        if name == "cpu":
            return Device(name, "No CUDA or MPS device was found, so the CPU does it.")
        return Device(name, f"{_describe(name)} was found, and is the fastest here.")
    if wanted not in available:
        raise DeviceError(f"There is no device called {wanted!r}; choose from {', '.join(DEVICE_NAMES)}.")
    if not available[wanted]:
        raise DeviceError(f"This machine, or this build of torch, has no {wanted.upper()} device.")
    return Device(wanted, f"{_describe(wanted)} was asked for.")


def _describe(name: str) -> str:
    if name == "cuda":
        return torch.cuda.get_device_name()
    return {"mps": "Apple's MPS", "cpu": "The CPU"}[name]


def set_threads(count: int = 0) -> None:
    """Compute with `count` threads in the calling thread; 0 is one for each core but one.

    So a window stays quick, and no thread of ours waits for one that lost its core.

    Small networks meet at a barrier thousands of times a second; on two busy cores, two threads took 65 s for a
    Sudoku that one thread solves in half a second.
    """
    torch.set_num_threads(count or max(1, (os.cpu_count() or 1) - 1))
