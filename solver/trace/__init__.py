"""What a solve recorded: refinements and traces, and their JSON. NumPy only, no torch."""

from solver.trace.hand_over import Anatomy, HandOver
from solver.trace.names import FittedTo, NetworkName, ViewName
from solver.trace.trace import (
    FitGuess,
    FloatArray,
    HalfArray,
    LatentState,
    Refinement,
    Trace,
    minimum_confidence,
    weighed_cells,
)

__all__ = [
    "Anatomy",
    "FitGuess",
    "FittedTo",
    "FloatArray",
    "HalfArray",
    "HandOver",
    "LatentState",
    "NetworkName",
    "Refinement",
    "Trace",
    "ViewName",
    "minimum_confidence",
    "weighed_cells",
]
