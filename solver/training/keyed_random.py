"""Random numbers that are a function of their key: whatever was drawn before, and on however many processes."""

import math

import torch
from torch import Tensor

# SplitMix64 (Steele, Lea, Flood 2014), in two's complement as torch has no unsigned 64-bit multiplication.
_GAMMA = 0x9E3779B97F4A7C15 - (1 << 64)
_MIX_1 = 0xBF58476D1CE4E5B9 - (1 << 64)
_MIX_2 = 0x94D049BB133111EB - (1 << 64)


def _shifted(h: Tensor, bits: int) -> Tensor:
    return (h >> bits) & ((1 << (64 - bits)) - 1)


def _mixed(h: Tensor) -> Tensor:
    h = h + _GAMMA
    h = (h ^ _shifted(h, 30)) * _MIX_1
    h = (h ^ _shifted(h, 27)) * _MIX_2
    return h ^ _shifted(h, 31)


def keyed_integers(count: int, *key: Tensor | int) -> Tensor:
    """[..., count] int64, uniform over all of them, for keys that broadcast to [...]; at least one is a tensor."""
    tensors = [part for part in key if isinstance(part, Tensor)]
    h = torch.zeros_like(tensors[0])
    for part in key:
        h = _mixed(h ^ part)
    return _mixed(h[..., None] + _GAMMA * torch.arange(count, device=h.device))


def keyed_uniforms(count: int, *key: Tensor | int) -> Tensor:
    """[..., count] float32 in [0, 1)."""
    return _shifted(keyed_integers(count, *key), 40).float() * 2.0**-24


def keyed_normals(count: int, *key: Tensor | int) -> Tensor:
    """[..., count] float32, normal with mean 0 and standard deviation 1 (Box and Muller 1958)."""
    first, second = keyed_uniforms(2 * count, *key).chunk(2, -1)
    return (-2 * torch.log1p(-first)).sqrt() * torch.cos(2 * math.pi * second)
