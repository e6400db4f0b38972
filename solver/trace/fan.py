"""Many starts of one puzzle: what each recorded, and how it ended."""

from collections.abc import Sequence
from typing import Literal, get_args

from solver.trace.trace import Refinement

Ending = Literal["verified", "settled", "moving"]
"""The rules accepted an answer; or it came to rest on a wrong one; or it had not come to rest when it was left."""
ENDINGS: tuple[Ending, ...] = get_args(Ending)
REST_STEPS, REST_CHANGE = 3, 0.01
"""A start has come to rest once this many refinements in a row changed no cell and moved z by less than that."""


def ending(refinements: Sequence[Refinement]) -> Ending:
    """How a start, or a view, ended."""
    if any(r.accepted for r in refinements):
        return "verified"
    last = refinements[-REST_STEPS:]
    rests = len(last) == REST_STEPS and all(not r.changed.any() and r.latent_change < REST_CHANGE for r in last)
    return "settled" if rests else "moving"
