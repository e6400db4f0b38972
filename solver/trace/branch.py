"""What a person changed in the middle of a solve, and where; plain data, kept with the recording."""

from dataclasses import asdict, dataclass, fields
from typing import Any

from solver.puzzles.base import Cell

MOST_CYCLES = 32
MOST_KICK = 100.0
LONGEST_NAME = 200
"""Letters of a checkpoint's name."""


@dataclass(frozen=True)
class Branch:
    """What is changed after refinement number `step` of a view; 0 changes the start."""

    view: int = 0
    step: int = 0
    forced: tuple[tuple[Cell, int], ...] = ()
    """Cells and the puzzle's own values that the answer y is made to give them."""
    for_good: bool = False
    """Whether they stay forced; else only in the first refinement of the branch."""
    kick: float = 0.0
    """σ of the noise added to the latent z, a share of its root mean square."""
    seed: int = 0
    """Of that noise."""
    reset: bool = False
    """Whether z goes back to its initial value."""
    H_cycles: int | None = None
    """T from here on; None leaves it."""
    L_cycles: int | None = None
    """n from here on; None leaves it."""
    checkpoint: str = ""
    """The folder's name of another checkpoint that goes on from here; "" leaves the one before.

    Its latents have another meaning, if not another size, so it starts from the answer alone: y is its own initial one,
    moved until it decodes to that, and z is its own initial one.
    """

    def __post_init__(self) -> None:
        cycles = [count for count in (self.H_cycles, self.L_cycles) if count is not None]
        if self.step < 0 or self.view < 0 or not all(1 <= count <= MOST_CYCLES for count in cycles):
            raise ValueError(f"Steps and views start at 0, and cycles lie between 1 and {MOST_CYCLES}.")
        if len(self.checkpoint) > LONGEST_NAME:
            raise ValueError("The name of a checkpoint is too long.")
        if not 0 <= self.kick <= MOST_KICK:
            raise ValueError(f"The size of a kick lies between 0 and {MOST_KICK:g}.")

    def to_json(self) -> dict[str, Any]:
        """Plain data that `from_json` reads back."""
        return {**asdict(self), "forced": [[*cell, value] for cell, value in self.forced]}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Branch":
        """Raises `TypeError` or `ValueError` for what `to_json` never wrote."""
        types = {field.name: type(getattr(cls(), field.name)) for field in fields(cls)}
        known = {name: data[name] for name in types if name in data and name != "forced"}
        for name, value in known.items():
            optional = name in ("H_cycles", "L_cycles")
            wanted = (int, type(None)) if optional else (int, float) if name == "kick" else (types[name],)
            if not isinstance(value, wanted) or (isinstance(value, bool) and types[name] is not bool):
                raise TypeError(f"{name} of a branch is {value!r}")
        forced = tuple(((int(row), int(column)), int(value)) for row, column, value in data.get("forced", []))
        return cls(**known, forced=forced)
