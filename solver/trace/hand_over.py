"""Where a second network takes over a solve; plain data, kept with the recording."""

from dataclasses import asdict, dataclass, field
from typing import Any

from solver.trace.names import NetworkName, network_name_from_json, network_name_to_json

MOST_COUNTED = 10**12


@dataclass(frozen=True)
class Anatomy:
    """What the network that answered is made of, as far as that was recorded."""

    parameters: int = 0
    """How many numbers were trained; 0 if unknown."""
    latent_cycles: int = 0
    """n in the paper: how often z is updated before y is updated once; 0 if unknown."""
    networks: int = 1
    """One refines both z and y (TRM), or two share the work (HRM)."""


@dataclass(frozen=True)
class HandOver:
    """The network that took over, and the views that are its own."""

    view: int
    """Its first view of the puzzle, an index into `Trace.views`; this and all later views are its."""
    checkpoint: NetworkName
    anatomy: Anatomy = field(default_factory=Anatomy)

    def to_json(self) -> dict[str, Any]:
        """Plain data that `from_json` reads back."""
        return {
            "view": self.view,
            "checkpoint": network_name_to_json(self.checkpoint),
            "anatomy": asdict(self.anatomy),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any], views: int) -> "HandOver":
        """Of a recording with so many views; raises `KeyError`, `TypeError` or `ValueError` for damaged data."""
        view = int(data["view"])
        counts = {name: int(data["anatomy"][name]) for name in asdict(Anatomy())}
        if not 1 <= view < views or not all(0 <= count <= MOST_COUNTED for count in counts.values()):
            raise ValueError
        return cls(view, network_name_from_json(data["checkpoint"]), Anatomy(**counts))
