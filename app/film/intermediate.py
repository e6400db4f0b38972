"""Drafts within a refinement: what y decoded to after each of its T cycles except the last."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from solver.puzzles.base import IntGrid
from solver.trace import HalfArray, Refinement


@dataclass(frozen=True, eq=False)
class Intermediate(Refinement):
    """An answer on the way to a refinement, for boards to show in that one's place.

    Of it only `answer` and the movement were recorded. No probability, confidence or verdict is known: there are no
    `probabilities`, `confidence` is 1 everywhere so that the answer can be seen, and every other number is NaN.
    """

    cycle: int = 0
    """Counted from 1."""

    @property
    def cycles(self) -> int:
        """T, the last of which ends in the refinement itself."""
        return len(self.inner_answers)


def intermediate(refinement: Refinement, cycle: int, before: IntGrid | None) -> Intermediate:
    """What `refinement` had come to after `cycle` of its cycles (1…T − 1).

    `before` is the refinement's predecessor's answer; without it nothing is said to have changed in the first cycle.
    """
    answer = refinement.inner_answers[cycle - 1]
    earlier = refinement.inner_answers[cycle - 2] if cycle > 1 else before
    nowhere = np.zeros(answer.shape, dtype=bool)
    return Intermediate(
        view=refinement.view,
        step=refinement.step,
        probabilities=np.zeros_like(refinement.probabilities),
        answer=answer,
        inner_answers=refinement.inner_answers,
        confidence=np.ones_like(refinement.confidence),
        mean_confidence=np.nan,
        halt_probability=np.nan,
        latent_change=np.nan,
        changed=nowhere if earlier is None else answer != earlier,
        violations=nowhere,
        accepted=None,
        seconds=np.nan,
        z_movement=refinement.z_movement,
        y_movement=refinement.y_movement,
        cycle=cycle,
    )


def movement_of(shown: Refinement, latent: Literal["y", "z"]) -> HalfArray | None:
    """[R, C]: how far each cell of z or y moved in the cycle that ends in what is shown; None if not recorded."""
    movement = shown.z_movement if latent == "z" else shown.y_movement
    if movement is None:
        return None
    moved: HalfArray = movement[shown.cycle - 1 if isinstance(shown, Intermediate) else -1]
    return moved
