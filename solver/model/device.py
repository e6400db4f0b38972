"""Choosing where the network runs, and saying why."""

import os
from dataclasses import dataclass

import torch

from solver.messages import ExplainedError, Message, Template

DEVICE_NAMES = ("auto", "cpu", "cuda", "mps")

NO_ACCELERATOR = Template("device.cpu_only", "Running on the CPU: no CUDA or MPS device was found.")
FASTEST = Template("device.fastest", "Running on {device}, the fastest device found.")
CHOSEN = Template("device.chosen", "Running on {device}, as chosen.")
UNKNOWN_DEVICE = Template("device.unknown", "There is no device called {name}. Choose {choices:or}.")
NO_DEVICE = Template("device.none", "This machine, or this build of PyTorch, has no {name} device. Choose another one.")
MPS = Template("device.mps", "Apple's MPS")
CPU = Template("device.cpu", "the CPU")


class DeviceError(ExplainedError):
    """A device was asked for that this machine does not have."""


@dataclass(frozen=True)
class Device:
    """A torch device's name, and one sentence on why it was chosen."""

    name: str
    why: Message


def choose_device(wanted: str = "auto") -> Device:
    """The device called `wanted`, or for "auto" the fastest one there is; raises `DeviceError`."""
    available = {
        "cuda": torch.cuda.is_available(),
        "mps": torch.backends.mps.is_available(),
        "cpu": True,
    }
    if available["cuda"]:
        # Else convolutions round to ten bits there, and no longer give the CPU's answers.
        torch.backends.cudnn.allow_tf32 = False
    if wanted == "auto":
        name = next(name for name, is_there in available.items() if is_there)
        if name == "cpu":
            return Device(name, NO_ACCELERATOR())
        return Device(name, FASTEST(device=_describe(name)))
    if wanted not in available:
        raise DeviceError(UNKNOWN_DEVICE(name=wanted, choices=DEVICE_NAMES))
    if not available[wanted]:
        raise DeviceError(NO_DEVICE(name=wanted.upper()))
    return Device(wanted, CHOSEN(device=_describe(wanted)))


def _describe(name: str) -> Message | str:
    if name == "cuda":
        return torch.cuda.get_device_name()
    return {"mps": MPS, "cpu": CPU}[name]()


def set_threads(count: int = 0) -> None:
    """Compute with `count` threads in the calling thread; 0 is one for each core but one.

    So a window stays quick, and no thread of ours waits for one that lost its core.

    Small networks meet at a barrier thousands of times a second; on two busy cores, two threads took 65 s for a
    Sudoku that one thread solves in half a second.
    """
    torch.set_num_threads(count or max(1, (os.cpu_count() or 1) - 1))
