"""Schedules of the learning rate, each as a share of its highest value."""

import math


def warmed_up(step: int, steps: int) -> float:
    """Up to 1 in a straight line over the first `steps` steps; `step` counts from 0."""
    return min(1.0, (step + 1) / max(steps, 1))


def cosine(fraction: float, final: float) -> float:
    """From 1 down to `final` along half a cosine as `fraction` goes from 0 to 1."""
    return final + (1 - final) * 0.5 * (1 + math.cos(math.pi * min(1.0, fraction)))


def straight(fraction: float, final: float) -> float:
    """From 1 down to `final` in a straight line as `fraction` goes from 0 to 1."""
    return 1 - (1 - final) * min(1.0, max(0.0, fraction))
